"""Whole sources: their speakers' turns, and the passages in them that are found without being quotes."""
