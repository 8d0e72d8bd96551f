"""The right half of the desk: the quotations in a list, and the selected one in detail."""
