"""The left half of the desk: the article, with its quotations marked in it."""
