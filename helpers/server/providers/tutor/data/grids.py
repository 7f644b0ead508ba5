"""The numbers that the code printed, read back from its logs."""

from dataclasses import dataclass

from .reading import error_in, marked


@dataclass(frozen=True)
class Grid:
    """A table of numbers read back from the logs: `data[row][column]`, None where there is no value."""

    index: tuple[str, ...]
    columns: tuple[str, ...]
    data: tuple[tuple[float | None, ...], ...]

    def column(self, name: str) -> list[float | None]:
        """One column, top to bottom."""
        place = self.columns.index(name)
        return [row[place] for row in self.data]


def grid(logs: str, mark: str = "RESULT:") -> Grid | None:
    """The table printed behind a mark, or None where there is none."""
    found = marked(logs, mark)
    if not isinstance(found, dict) or "index" not in found:
        return None
    columns = tuple(str(c) for c in found.get("columns", ["value"]))
    rows = [row if isinstance(row, list) else [row] for row in found["data"]]
    return Grid(tuple(str(i) for i in found["index"]), columns, tuple(tuple(row) for row in rows))


def numbers(logs: str, mark: str) -> dict[str, float | None]:
    """A printed series (name: number); empty where there is none."""
    found = marked(logs, mark)
    if isinstance(found, dict) and "index" in found:
        return dict(zip(map(str, found["index"]), found["data"], strict=True))
    return found if isinstance(found, dict) else {}


def failed(logs: str) -> str | None:
    """The error that stopped the code, or None where it printed its result."""
    return error_in(logs) if "RESULT:" not in logs or "Traceback" in logs else None
