"""Files and the clipboard, made into articles."""
