"""The local SQLite archive of verified quotes and their sources."""
