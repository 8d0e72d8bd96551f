"""What the archive knows of a quotation, word by word."""
