"""The prose of the notebooks as paragraphs, each with its notebook and the headings that it stands under."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from ..passages.units import Unit, units

# The notebooks lie beside the package; where it was installed without them there is no prose.
FOLDER = Path(__file__).resolve().parents[5] / "notebooks"

# Tasks and set-up cells speak to somebody who is at that very place.
_LEFT_OUT = re.compile(
    r"실험해 ?보기|연습 ?문제|직접 해 ?보기|^준비$|목차|배우는 것|퀴즈|확인 ?문제|힌트|모범 ?답안|정답|"
    r"스스로 점검|try it|"
    r"exercises?\b|quiz|hints?$|check yourself|^solutions?\b|your turn|^set-?up$|^index$|what you will learn|"
    r"^\d\d-\d",
    re.IGNORECASE,
)
# Speaks to teachers, not to those who learn.
_FOR_OTHERS = frozenset(["teacher_guide"])
_GOALS = re.compile(r"배우는 것|what you will learn", re.IGNORECASE)
_LINK_BACK = re.compile(r"^\*\*(?:So far|Now|지금까지|이번에는|Next|다음)\*\*", re.IGNORECASE)


@dataclass(frozen=True)
class Paragraph:
    """Sentences that stand together.

    `title` is the notebook's, `heading` the section's, or the title where there is none. `path` is where the notebook
    lies in the checkout, such as `notebooks/en/06_run_and_poll.ipynb`.
    """

    path: str
    title: str
    heading: str
    units: tuple[Unit, ...]

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(unit.text for unit in self.units)

    @property
    def notebook(self) -> str:
        """The name of its notebook, such as `06_run_and_poll`."""
        return Path(self.path).stem


Stamp = tuple[tuple[str, int], ...]


def stamp(language: str) -> Stamp:
    """The notebooks of a language (`ko` or `en`) with the moment of their last change."""
    found = []
    for file in sorted((FOLDER / language).glob("*.ipynb")):
        if file.stem in _FOR_OTHERS:
            continue
        # Somebody may be replacing it at this very moment.
        with suppress(OSError):
            found.append((str(file), file.stat().st_mtime_ns))
    return tuple(found)


def paragraphs(language: str) -> tuple[Paragraph, ...]:
    """The prose of a language's notebooks (`ko` or `en`), in their order; empty where there are none."""
    return prose_of(stamp(language))


def goals(language: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """(path, title, what is learned in it) of each notebook of a language."""
    return tuple((path, title, tuple(unit.text for unit in found)) for path, title, found in _goals(stamp(language)))


@lru_cache(4)
def _goals(notebooks: Stamp) -> tuple[tuple[str, str, tuple[Unit, ...]], ...]:
    found = []
    for name, _ in notebooks:
        items = [unit for unit in _units_of(Path(name)) if any(_GOALS.search(line) for line in unit.context)]
        if items:
            found.append((_path_of(Path(name)), items[0].context[0], tuple(items)))
    return tuple(found)


@lru_cache(4)
def prose_of(notebooks: Stamp) -> tuple[Paragraph, ...]:
    """The prose of some notebooks, read anew only where they have changed."""
    return tuple(paragraph for name, changed in notebooks for paragraph in _of_notebook(name, changed))


def _units_of(file: Path) -> list[Unit]:
    try:
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
        prose = [
            "".join(cell["source"])
            for cell in cells
            if cell["cell_type"] == "markdown" and "nav" not in cell.get("metadata", {}).get("tags", ())
        ]
    except (OSError, ValueError, KeyError, TypeError):
        # Somebody is saving it, or it is no notebook.
        return []
    return units("\n".join(line for line in "\n\n".join(prose).splitlines() if not _LINK_BACK.match(line)))


def _path_of(file: Path) -> str:
    return f"notebooks/{file.parent.name}/{file.name}"


@lru_cache(128)
def _of_notebook(name: str, changed: int) -> tuple[Paragraph, ...]:
    """The paragraphs of one notebook as it was when it `changed`."""
    return tuple(_read(Path(name)))


def _read(file: Path) -> Iterator[Paragraph]:
    path = _path_of(file)
    for _, group in groupby(_units_of(file), key=lambda unit: (unit.context[:2], unit.block)):
        together = tuple(group)
        context = together[0].context
        if not any(_LEFT_OUT.search(re.sub(r"^[\d.]+ ", "", heading)) for heading in context[1:]):
            title = context[0] if context else file.stem
            heading = context[1] if len(context) > 1 else title
            for units_ in _one_each(together):
                yield Paragraph(path, title, heading, units_)


def _one_each(together: tuple[Unit, ...]) -> Iterator[tuple[Unit, ...]]:
    """Sentences stay together; each item of a list and each row of a table is a matter of its own."""
    if together[0].kind == "sentence":
        yield together
    else:
        yield from ((unit,) for unit in together)
