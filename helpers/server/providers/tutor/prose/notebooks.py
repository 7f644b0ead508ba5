"""The prose of the notebooks, cell by cell, with the questions that each cell answers.

The questions stand in a cell's metadata (`questions`), as readers would put them. They are how the cell is found.
"""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from ..passages.units import Unit, units

# The notebooks lie beside the package; where it was installed without them there is no prose.
FOLDER = Path(__file__).resolve().parents[5] / "notebooks"
TRACKS = ("ko", "en")

# The guide speaks to teachers, and the tour says again, more briefly, what the lessons say.
_LEFT_OUT = frozenset(["teacher_guide", "quick_tour"])
_CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Passage:
    """What a cell says under one heading.

    `title` is the notebook's, `heading` the section's, or the title where there is none. `path` is where the notebook
    lies in the checkout, such as `notebooks/en/06_run_and_poll.ipynb`; `cell` is the same for the twins of both tracks.
    """

    path: str
    title: str
    heading: str
    cell: str
    units: tuple[Unit, ...]
    questions: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(unit.text for unit in self.units)

    @property
    def notebook(self) -> str:
        """The name of its notebook, such as `06_run_and_poll`."""
        return Path(self.path).stem


Stamp = tuple[tuple[str, int], ...]


def stamp(track: str) -> Stamp:
    """The notebooks of a track (`ko` or `en`) with the moment of their last change."""
    found = []
    for file in sorted((FOLDER / track).glob("*.ipynb")):
        # Somebody may be replacing it at this very moment.
        with suppress(OSError):
            found.append((str(file), file.stat().st_mtime_ns))
    return tuple(found)


def passages(track: str) -> tuple[Passage, ...]:
    """What answers questions in the notebooks of a track, in their order; empty where there are none."""
    return passages_of(stamp(track))


def all_questions() -> list[str]:
    """Every question that a cell of either track answers."""
    return [question for track in TRACKS for one in passages(track) for question in one.questions]


@lru_cache(4)
def passages_of(notebooks: Stamp) -> tuple[Passage, ...]:
    """What answers questions in some notebooks, read anew only where they have changed."""
    return tuple(passage for name, changed in notebooks for passage in _of_notebook(name, changed))


@lru_cache(128)
def _of_notebook(name: str, changed: int) -> tuple[Passage, ...]:
    """The passages of one notebook as it was when it `changed`."""
    file = Path(name)
    return () if file.stem in _LEFT_OUT else tuple(_read(file))


def _read(file: Path) -> Iterator[Passage]:
    try:
        cells = [cell for cell in json.loads(file.read_text(encoding="utf-8"))["cells"] if _is_prose(cell)]
    except (OSError, ValueError, KeyError, TypeError):
        # Somebody is saving it, or it is no notebook.
        return
    has_questions = any(map(_questions, cells))
    title, heading = file.stem, ""
    for number, cell in enumerate(cells):
        source = _CODE.sub("", "".join(cell["source"]))
        above = f"# {title}\n\n## {heading}\n\n" if heading else f"# {title}\n\n"
        for _, group in groupby(units(above + source), key=lambda unit: unit.context[:2]):
            together = tuple(group)
            title, *below = together[0].context
            heading = below[0] if below else ""
            # A reader's own notebook has no questions: its sentences stand in for them.
            asked = _questions(cell) if has_questions else tuple(unit.text for unit in together)
            if asked:
                yield Passage(
                    f"notebooks/{file.parent.name}/{file.name}",
                    title,
                    heading or title,
                    f"{file.stem}/{cell.get('id', number)}",
                    together,
                    asked,
                )
        for mark, words in re.findall(r"^(#{1,2}) +(.*\S)", source, re.MULTILINE):
            title, heading = (words, "") if mark == "#" else (title, words)


def _is_prose(cell: dict[str, Any]) -> bool:
    return cell["cell_type"] == "markdown" and "nav" not in cell.get("metadata", {}).get("tags", ())


def _questions(cell: dict[str, Any]) -> tuple[str, ...]:
    return tuple(map(str, cell.get("metadata", {}).get("questions", ())))
