"""Archives of growing size (``growth``), and what is measured on them (``ours`` and ``peers``)."""
