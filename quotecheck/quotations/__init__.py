"""What stands in quotation marks, and what kind each of it is."""
