"""Who said each quotation, where the text says so."""
