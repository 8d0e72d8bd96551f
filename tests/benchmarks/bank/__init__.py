"""The mutation bank: printed quotations made from archived ones, each with the verdicts that are right.

``edits`` says what an edit is; ``form``, ``rewriting``, ``parts``, ``meaning`` and ``who_when`` hold the
families of edits, ``tables.toml`` their words; ``making`` draws the bank.
"""

from .edits import FOUND
from .making import ABSENT, FAMILIES, Bank, make_bank, read_rows
from .meaning import TURNING
from .scoring import fault
from .texts import plain

__all__ = ["ABSENT", "FAMILIES", "FOUND", "TURNING", "Bank", "fault", "make_bank", "plain", "read_rows"]
