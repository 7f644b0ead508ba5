"""Code that was written for a notebook: what of it is not Python is taken out, and named.

There is no shell here and nothing to install from, so `!pip install` and `%` commands cannot do what they say.
"""

import ast
import re

# These change nothing about what a cell computes and shows here.
_IDLE = re.compile(r"%matplotlib\b|%config\b|%autoreload\b|%load_ext\b|%pylab\b|%%?time(it)?\b|%%capture\b")
_CELL = re.compile(r"\s*(%%\w+)")
_TIMED = re.compile(r"(\s*)%time(?:it)?\s+([^-\s].*)")
_ASSIGNED = re.compile(r"(\s*[\w.,\[\]'\" ]+=\s*)([!%]\w.*)")
_COMMAND = re.compile(r"(\s*)([!%].*)")
_HELP = re.compile(r"(\s*)(\?{1,2}[\w.]+|[\w.]+\?{1,2})\s*")


def parse(code: str, name: str) -> tuple[ast.Module, list[str]]:
    """The code's tree, its lines where they were, and the commands that were taken out. SyntaxError for the rest."""
    lines = code.split("\n")
    taken: list[str] = []
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if cell := _CELL.match(lines[first]):
        if not _IDLE.match(cell[1]):  # what follows is the command's own, and mostly not Python
            return ast.Module([], []), [f"{cell[1]} (nothing of this cell was run)"]
        lines[first] = ""
    while True:
        try:
            return ast.parse("\n".join(lines), name), taken
        except SyntaxError as error:
            # Only where Python stumbles: such a line may as well stand in a string.
            number = (error.lineno or 0) - 1
            if not 0 <= number < len(lines) or (plain := _plain(lines[number])) is None:
                raise
            if plain.command and not _IDLE.match(plain.command):
                taken.append(plain.command)
            lines[number] = plain.text


class _Plain:
    """A line as Python, and the command that stood in it."""

    def __init__(self, text: str, command: str = "") -> None:
        self.text, self.command = text, command


def _plain(line: str) -> _Plain | None:
    """The line without its command; None where it holds none."""
    if timed := _TIMED.fullmatch(line):
        return _Plain(timed[1] + timed[2])
    if assigned := _ASSIGNED.fullmatch(line):
        return _Plain(f"{assigned[1]}[]", assigned[2])  # what a command gives that printed nothing
    if command := _COMMAND.fullmatch(line) or _HELP.fullmatch(line):
        return _Plain(f"{command[1]}pass", command[2])
    return None
