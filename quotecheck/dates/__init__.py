"""When each quotation was said, and when the article appeared."""

from quotecheck.dates.dating import date_quotations
from quotecheck.dates.order import DateOrder, order_in
from quotecheck.dates.publication import date_article
from quotecheck.dates.typed import DateError, parse_day

__all__ = ["DateError", "DateOrder", "date_article", "date_quotations", "order_in", "parse_day"]
