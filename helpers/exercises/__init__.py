"""Exercises with instant feedback: `check("06-2", answer)`, `hint("06-2")`, `progress()`, `quiz("06")`.

The exercises of a notebook live in `lessons`, a module each. Nothing leaves the machine.
"""

from .feedback import check, hint
from .quiz import quiz
from .record import progress

__all__ = ["check", "hint", "progress", "quiz"]
