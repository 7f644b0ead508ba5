"""The notebooks' furniture, written by a tool: navigation, index, kernel, cell IDs, and what is translated from what.

    python tests/notebooks/furniture.py                         write it
    python tests/notebooks/furniture.py --check                 say what is not as the tool would write it (exit code 1)
    python tests/notebooks/furniture.py --translated 06 07      the English cells of 06 and 07 say what the Korean ones
                                                                say now

Cells tagged `nav` (the first and the last of each notebook) and `index` (in 00) belong to the tool. Every other English
cell keeps a hash of the Korean cell that it was translated from: where that cell has changed since, the translation is
stale until it has been looked at.
"""

import argparse
import hashlib
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
TRACKS = ("ko", "en")
SOURCE, TRANSLATION = TRACKS
START = "00_start_here"
WORDS = {
    "ko": {
        "back": "이전",
        "on": "다음",
        "index": "목차",
        "twin": "English",
        "head": "| 노트북 | 내용 | 시간 |\n|---|---|---|",
        "minutes": "{}분",
        "all": "번호가 붙은 노트북을 모두 하면 약 {}시간입니다.",
    },
    "en": {
        "back": "Back",
        "on": "Next",
        "index": "Index",
        "twin": "한국어",
        "head": "| notebook | content | time |\n|---|---|---|",
        "minutes": "{} min",
        "all": "All the numbered notebooks together take about {} hours.",
    },
}
# How a notebook says in its introduction how long it takes.
_MINUTES = re.compile(r"\((?:약 (\d+)분|about (\d+) minutes)")
MARK = "translated_from"
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


@dataclass(frozen=True)
class Lesson:
    """What the furniture says of a notebook; `minutes` is 0 where its introduction names no time."""

    title: str
    minutes: int


def main(check: bool = False, translated: Sequence[str] = ()) -> int:
    """Write or check all notebooks; `translated` names those whose translation is up to date, by how they begin."""
    wrong, stale = [], []
    for track in TRACKS:
        lessons = lessons_of(track)
        for path in sorted((NOTEBOOKS / track).glob("*.ipynb")):
            before = path.read_text(encoding="utf-8")
            notebook = nbformat.reads(before, as_version=4)
            furnish(notebook, path.stem, track, lessons)
            if track == TRANSLATION:
                source = nbformat.read(NOTEBOOKS / SOURCE / path.name, as_version=4)
                stale += mark_translated(notebook, source, renewed=path.stem.startswith(tuple(translated)))
            after = nbformat.writes(notebook) + "\n"
            if after != before:
                wrong.append(f"{track}/{path.name}")
                if not check:
                    path.write_text(after, encoding="utf-8", newline="\n")
    for name in wrong:
        print(("not in order: " if check else "written: ") + name)
    for cell in stale:
        print(f"stale: the {SOURCE} cell {cell} has changed since it was translated")
    return 1 if stale or (check and wrong) else 0


def lessons_of(track: str) -> dict[str, Lesson]:
    """The notebooks of a track by their names, in order."""
    lessons = {}
    for path in sorted((NOTEBOOKS / track).glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        lessons[path.stem] = Lesson(title_of(notebook), minutes_of(notebook))
    return lessons


def furnish(notebook: NotebookNode, stem: str, track: str, lessons: dict[str, Lesson]) -> None:
    """Put the furniture of one notebook in place."""
    taught = [cell for cell in notebook.cells if "nav" not in tags_of(cell)]
    for cell in taught:
        if "index" in tags_of(cell):
            cell.source = index(track, lessons)
    bar = nbformat.v4.new_markdown_cell(navigation(stem, track, lessons), metadata={"tags": ["nav"]})
    notebook.cells = [bar, *taught, nbformat.from_dict(dict(bar))]
    for number, cell in enumerate(notebook.cells):
        cell.id = f"{stem.replace('_', '-')[:40]}-{number:02d}"
    notebook.metadata = nbformat.from_dict({"kernelspec": KERNEL, "language_info": {"name": "python"}})
    notebook.nbformat, notebook.nbformat_minor = 4, 5


def mark_translated(notebook: NotebookNode, source: NotebookNode, *, renewed: bool) -> list[str]:
    """Write into each cell of a translation which source it was made from; the IDs of the cells that are stale."""
    stale = []
    # A cell that one track lacks is another matter; the tests find it.
    for cell, original in zip(notebook.cells, source.cells, strict=False):
        if {"nav", "index"} & {*tags_of(cell)}:
            continue
        now = hashlib.sha256(original.source.encode()).hexdigest()[:12]
        if cell.metadata.get(MARK, now) != now and not renewed:
            stale.append(cell.id)
        else:
            cell.metadata[MARK] = now
    return stale


def navigation(stem: str, track: str, lessons: dict[str, Lesson]) -> str:
    """Links back, to the index, on, and to the twin in the other language.

    Only the numbered notebooks follow one another; the others are reached from the index.
    """
    words, way = WORDS[track], [name for name in lessons if is_numbered(name)]
    at = way.index(stem) if stem in way else None
    links = []
    if at:
        links.append(f"[← {words['back']}: {lessons[way[at - 1]].title}]({way[at - 1]}.ipynb)")
    if stem != START:
        links.append(f"[{words['index']}]({START}.ipynb)")
    if at is not None and at + 1 < len(way):
        links.append(f"[{words['on']}: {lessons[way[at + 1]].title} →]({way[at + 1]}.ipynb)")
    other = "en" if track == "ko" else "ko"
    links.append(f"[{words['twin']}](../{other}/{stem}.ipynb)")
    return " · ".join(links)


def index(track: str, lessons: dict[str, Lesson]) -> str:
    """The table of all notebooks that are here, and how long the numbered ones take, to the half hour."""
    words = WORDS[track]
    rows = [
        f"| [{stem}]({stem}.ipynb) | {lesson.title} | {words['minutes'].format(lesson.minutes or '?')} |"
        for stem, lesson in lessons.items()
    ]
    minutes = sum(lesson.minutes for stem, lesson in lessons.items() if is_numbered(stem))
    hours = f"{round(minutes / 30) / 2:g}"
    return "\n".join([words["head"], *rows, "", words["all"].format(hours)])


def is_numbered(stem: str) -> bool:
    """Whether a notebook has its place in the order of the chapter."""
    return stem[:2].isdigit()


def minutes_of(notebook: NotebookNode) -> int:
    """How long its introduction says that it takes; 0 where it does not say."""
    for cell in notebook.cells:
        found = _MINUTES.search(cell.source) if cell.cell_type == "markdown" else None
        if found:
            return int(found[1] or found[2])
    return 0


def title_of(notebook: NotebookNode) -> str:
    """The first heading."""
    for cell in notebook.cells:
        for line in cell.source.splitlines() if cell.cell_type == "markdown" else ():
            if line.startswith("# "):
                return line[2:].strip()
    return "?"


def tags_of(cell: NotebookNode) -> list[str]:
    """The cell's tags."""
    return list(cell.metadata.get("tags", []))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--translated", nargs="+", default=(), metavar="NN")
    sys.exit(main(**vars(parser.parse_args())))
