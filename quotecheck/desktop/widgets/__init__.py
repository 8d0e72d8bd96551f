"""Small widgets that the whole desk uses, and how text is searched in them."""
