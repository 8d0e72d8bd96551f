"""Data that ships with QuoteCheck: lexicons, the sample article, the starter archive, icons, templates."""
