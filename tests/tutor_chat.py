"""A conversation with the offline tutor without server and engine: its code runs here, with a folder for /mnt/data."""

import io
import json
import re
import traceback
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt

from helpers.fonts import use_in_matplotlib
from helpers.server.providers.base import CodeCall, File, FunctionCall, Item, Message, ModelRequest
from helpers.server.providers.tutor import choose
from helpers.server.providers.tutor.skill import CallFunction, RunCode, Say, Situation

_MOST_STEPS = 8


@dataclass(frozen=True)
class Drawing:
    """What a chart shows: the values of each line, the heights of its bars, and its words."""

    lines: dict[str, list[float]]
    bars: list[float]
    title: str
    labels: tuple[str, str]
    colors: dict[str, Any]


@dataclass
class Chat:
    """One thread. `ask` returns the words of the answer; `calls` and `drawings` hold what the code did.

    With `renders` charts are drawn to the last pixel, which takes its time. `program` is what answers the calls of
    functions: name and arguments to an output.
    """

    folder: Path
    tools: tuple[dict[str, Any], ...] = ({"type": "code_interpreter"},)
    items: list[Item] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    skill: str = ""
    renders: bool = False
    instructions: str = ""
    response_format: Any = "auto"
    tool_choice: Any = "auto"
    settings: dict[str, Any] = field(default_factory=dict)
    program: Callable[[str, dict[str, Any]], Any] = lambda name, arguments: "ok"

    def add(self, path: Path) -> File:
        """Put a file into /mnt/data."""
        target = self.folder / path.name
        if path != target:
            target.write_bytes(path.read_bytes())
        file = File(f"file-{len(self.files)}", path.name, target.stat().st_size)
        self.files.append(file)
        return file

    def ask(self, text: str, *paths: Path) -> str:
        """Ask, and let the tutor work until it has answered."""
        self.items.append(Message("user", text, tuple(self.add(path) for path in paths)))
        said: list[str] = []
        for _ in range(_MOST_STEPS):
            request = ModelRequest(
                "offline",
                self.instructions,
                tuple(self.items),
                self.tools,
                tuple(self.files),
                tool_choice=self.tool_choice,
                response_format=self.response_format,
                settings=self.settings,
            )
            situation = Situation(request)
            skill = choose(situation)
            self.skill = skill.name
            actions = skill.step(situation)
            for action in actions:
                if isinstance(action, Say):
                    said.append(action.text)
                    self.items.append(Message("assistant", action.text))
                elif isinstance(action, RunCode):
                    self.items.append(self._run(action.code))
                elif isinstance(action, CallFunction):
                    self.items.append(self._call(action))
            if not any(isinstance(action, RunCode | CallFunction) for action in actions):
                return said[-1]
        raise AssertionError(f"no answer after {_MOST_STEPS} steps")

    @property
    def calls(self) -> list[CodeCall]:
        """Every piece of code that was run, oldest first."""
        return [item for item in self.items if isinstance(item, CodeCall)]

    @property
    def called(self) -> list[tuple[str, dict[str, Any]]]:
        """Every call of a function, oldest first."""
        return [(item.name, json.loads(item.arguments)) for item in self.items if isinstance(item, FunctionCall)]

    @property
    def failures(self) -> list[str]:
        """The last line of each traceback."""
        return [call.logs.strip().splitlines()[-1] for call in self.calls if "Traceback" in call.logs]

    def _call(self, action: CallFunction) -> FunctionCall:
        output = self.program(action.name, action.arguments)
        text = output if isinstance(output, str) else json.dumps(output, ensure_ascii=False)
        arguments = json.dumps(action.arguments, ensure_ascii=False)
        return FunctionCall(f"call-{len(self.items)}", action.name, arguments, text)

    def _run(self, code: str) -> CodeCall:
        use_in_matplotlib()
        output = io.StringIO()
        shown: list[File] = []

        def show() -> None:
            for number in plt.get_fignums():
                figure = plt.figure(number)
                if self.renders:
                    figure.canvas.draw()
                self.drawings.append(_drawing(figure))
                shown.append(File(f"image-{len(self.drawings)}", "image.png", 0))
            plt.close("all")

        real, plt.show = plt.show, show
        try:
            with redirect_stdout(output):
                try:
                    exec(compile(code.replace("/mnt/data", self.folder.as_posix()), "<cell>", "exec"), {})
                except Exception:
                    traceback.print_exc(file=output)
        finally:
            plt.show = real
            plt.close("all")
        logs = output.getvalue().replace(self.folder.as_posix(), "/mnt/data")
        return CodeCall(f"call-{len(self.items)}", code, logs, tuple(shown))


def _drawing(figure: Any) -> Drawing:
    axes = figure.axes[0]
    lines = [line for line in axes.get_lines() if not line.get_label().startswith("_")]
    return Drawing(
        lines={line.get_label(): [float(y) for y in line.get_ydata()] for line in lines},
        bars=[float(patch.get_height()) for patch in axes.patches if hasattr(patch, "get_height")],
        title=axes.get_title(loc="left"),
        labels=(axes.get_xlabel(), axes.get_ylabel()),
        colors={line.get_label(): line.get_color() for line in lines},
    )


def numbers_in(text: str) -> list[str]:
    """Every number in an answer, as it is written; years, quarters and the like included."""
    return re.findall(r"[−+]?\d(?:[\d,]*\d)?(?:\.\d+)?%?", text)
