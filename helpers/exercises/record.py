"""What the reader has solved, kept in the state folder on this machine."""

import html
import json

from filelock import FileLock

from ..settings import say, state_folder
from .catalog import exercises, number_of, questions

_FILE = "progress.json"


def note(id: str) -> None:
    """An exercise, or a question, is solved."""
    folder = state_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "progress.lock"):
        (folder / _FILE).write_text(json.dumps(sorted({*solved(), id})), encoding="utf-8")


def solved() -> list[str]:
    """The IDs of what is solved."""
    try:
        ids = json.loads((state_folder() / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return ids if isinstance(ids, list) else []


class Progress:
    """Notebook by notebook: how many exercises and questions are solved."""

    def __init__(self) -> None:
        done = set(solved())
        self._rows: dict[str, tuple[int, int]] = {}
        for id in [*exercises(), *questions()]:
            right, all = self._rows.get(number_of(id), (0, 0))
            self._rows[number_of(id)] = (right + (id in done), all + 1)

    def __repr__(self) -> str:
        return "\n".join(f"{number}  {self._mark(right, all)}" for number, (right, all) in sorted(self._rows.items()))

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{html.escape(number)}</td><td>"
            f"<progress value='{right}' max='{all}' aria-label='{html.escape(number)}'></progress></td>"
            f"<td>{self._mark(right, all)}</td></tr>"
            for number, (right, all) in sorted(self._rows.items())
        )
        head = "".join(f"<th>{title}</th>" for title in (say("노트북", "notebook"), "", say("푼 문제", "solved")))
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"

    @staticmethod
    def _mark(right: int, all: int) -> str:
        return f"{right}/{all}" + (" ✓" if right == all else "")


def progress() -> Progress:
    """How far you have come: the exercises and quiz questions solved, notebook by notebook."""
    return Progress()
