"""Pictures of the application in its states, to look at: ``python -m tests.screenshots OUT [NAME …]``."""
