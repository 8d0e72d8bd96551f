"""Archives of growing size (``growth``), what is measured on them (``ours``, ``peers``), and the ``report``."""
