"""QuoteCheck: every quoted statement of an article, attributed, dated and checked against an archive."""
