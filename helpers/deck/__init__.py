"""Makes a PowerPoint deck from facts and sentences: layouts are filled, nothing is ever placed by hand.

    from helpers.deck import build_deck
    build_deck(spec, "deck.pptx")

    from helpers.deck import check
    check("deck.pptx", "sales.csv")

`helpers.deck.spec` says what a spec holds. Importing this package is cheap; python-pptx is loaded by the first build.
"""

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .problems import DeckError

if TYPE_CHECKING:
    import pandas as pd

    from .checks.report import Report

__all__ = ["DeckError", "build_deck", "check"]


def build_deck(spec: dict[str, Any], path: str | PathLike[str]) -> Path:
    """Write the deck that `spec` describes to `path` (its folder is made where it is missing); returns the path.

    DeckError where the spec cannot be made into a deck: all its problems at once, and no file is written.
    OSError where the file cannot be written.
    """
    from .build import build

    return build(spec, Path(path))


def check(deck: str | PathLike[str] | bytes, data: "str | PathLike[str] | pd.DataFrame") -> "Report":
    """Examine any PowerPoint file (its path or its bytes) against the table behind it (a file or a DataFrame).

    The report holds a finding for each of some forty checks, each with the slide, what is wrong and how to mend it;
    `report.ok` is True where there is nothing to mend. A deck or a table that cannot be read is a finding too, so
    nothing is raised for it.
    """
    from .checks import examine

    return examine(deck, data)
