"""Files of quotes that others made, read with care and made ready to be entered."""
