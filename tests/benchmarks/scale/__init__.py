"""Archives of growing size (``growth``), what is measured on them (``ours``, ``peers``), the ``report``."""
