"""The findings as pictures: a timeline, and who is quoted how often."""
