"""Makes a PowerPoint deck from facts and sentences: layouts are filled, nothing is ever placed by hand.

    from helpers.deck import build_deck
    build_deck(spec, "deck.pptx")

`helpers.deck.spec` says what a spec holds. Importing this package is cheap; python-pptx is loaded by the first build.
"""

from os import PathLike
from pathlib import Path
from typing import Any

from .problems import DeckError

__all__ = ["DeckError", "build_deck"]


def build_deck(spec: dict[str, Any], path: str | PathLike[str]) -> Path:
    """Write the deck that `spec` describes to `path` (its folder is made where it is missing); returns the path.

    DeckError where the spec cannot be made into a deck: all its problems at once, and no file is written.
    OSError where the file cannot be written.
    """
    from .build import build

    return build(spec, Path(path))
