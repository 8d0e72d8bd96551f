"""What stands in quotation marks, and what kind each of it is."""

from quotecheck.quotations.finding import find_quotations

__all__ = ["find_quotations"]
