"""When each quotation was said, and when the article appeared."""
