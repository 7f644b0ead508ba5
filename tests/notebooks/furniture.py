"""The notebooks' furniture, written by a tool: navigation, index, kernel, cell IDs.

    python tests/notebooks/furniture.py            write it
    python tests/notebooks/furniture.py --check    say what is not as the tool would write it (exit code 1)

Cells tagged `nav` (the first and the last of each notebook) and `index` (in 00) belong to the tool.
"""

import sys
from pathlib import Path

import nbformat
from nbformat import NotebookNode

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
TRACKS = ("ko", "en")
START = "00_start_here"
WORDS = {
    "ko": {"back": "이전", "on": "다음", "index": "목차", "twin": "English", "head": "| 노트북 | 내용 |\n|---|---|"},
    "en": {
        "back": "Back",
        "on": "Next",
        "index": "Index",
        "twin": "한국어",
        "head": "| notebook | content |\n|---|---|",
    },
}
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


def main(check: bool) -> int:
    """Write or check all notebooks."""
    wrong = []
    for track in TRACKS:
        paths = sorted((NOTEBOOKS / track).glob("*.ipynb"))
        titles = {path.stem: title_of(nbformat.read(path, as_version=4)) for path in paths}
        for path in paths:
            before = path.read_text(encoding="utf-8")
            notebook = nbformat.reads(before, as_version=4)
            furnish(notebook, path.stem, track, titles)
            after = nbformat.writes(notebook) + "\n"
            if after != before:
                wrong.append(f"{track}/{path.name}")
                if not check:
                    path.write_text(after, encoding="utf-8", newline="\n")
    for name in wrong:
        print(("not in order: " if check else "written: ") + name)
    return 1 if check and wrong else 0


def furnish(notebook: NotebookNode, stem: str, track: str, titles: dict[str, str]) -> None:
    """Put the furniture of one notebook in place."""
    lesson = [cell for cell in notebook.cells if "nav" not in tags_of(cell)]
    for cell in lesson:
        if "index" in tags_of(cell):
            cell.source = index(track, titles)
    bar = nbformat.v4.new_markdown_cell(navigation(stem, track, titles), metadata={"tags": ["nav"]})
    notebook.cells = [bar, *lesson, nbformat.from_dict(dict(bar))]
    for number, cell in enumerate(notebook.cells):
        cell.id = f"{stem.replace('_', '-')[:40]}-{number:02d}"
    notebook.metadata = nbformat.from_dict({"kernelspec": KERNEL, "language_info": {"name": "python"}})
    notebook.nbformat, notebook.nbformat_minor = 4, 5


def navigation(stem: str, track: str, titles: dict[str, str]) -> str:
    """Links back, to the index, on, and to the twin in the other language."""
    words, stems = WORDS[track], list(titles)
    at = stems.index(stem)
    links = []
    if at > 0:
        links.append(f"[← {words['back']}: {titles[stems[at - 1]]}]({stems[at - 1]}.ipynb)")
    if stem != START:
        links.append(f"[{words['index']}]({START}.ipynb)")
    if at + 1 < len(stems):
        links.append(f"[{words['on']}: {titles[stems[at + 1]]} →]({stems[at + 1]}.ipynb)")
    other = "en" if track == "ko" else "ko"
    links.append(f"[{words['twin']}](../{other}/{stem}.ipynb)")
    return " · ".join(links)


def index(track: str, titles: dict[str, str]) -> str:
    """The table of all notebooks that are here."""
    rows = [f"| [{stem}]({stem}.ipynb) | {title} |" for stem, title in titles.items()]
    return "\n".join([WORDS[track]["head"], *rows])


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
    sys.exit(main("--check" in sys.argv[1:]))
