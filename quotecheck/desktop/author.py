"""Who sits at this desk, as decisions and what goes into the archive are signed."""

from __future__ import annotations

import getpass

from quotecheck.desktop.settings import Settings

__all__ = ["author"]


def _login() -> str:
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # a system that knows no name for its user
        return "desk"


def author() -> str:
    """Return who sits at this desk, for the provenance of what is decided and archived."""
    settings = Settings()
    name = settings.name or _login()
    return f"{name} ({settings.desk})" if settings.desk else name
