"""A worker, from the moment at which it belongs to a session."""

import importlib
import io
import logging
import os
import sys
from pathlib import Path
from typing import Any

from .. import walls
from ..limits import Limits
from ..walls.rlimits import bound_next_run
from . import imports
from .cells import Cells
from .channel import Channel
from .fonts import use_korean_font
from .output import Output
from .paths import Paths
from .pictures import Pictures

# What code for data, charts and decks imports; in the order in which it is most likely needed.
_LIBRARIES = ("numpy", "pandas", "matplotlib.pyplot", "PIL.Image", "pptx", "openpyxl")


class Session:
    """All that a worker has once it belongs to a session."""

    def __init__(
        self, channel: Channel, paths: Paths, data: str, images: str, temporary: str, limits: dict[str, Any]
    ) -> None:
        """Puts up the walls. OSError where one does not stand that the system has."""
        self._channel = channel
        self._limits = Limits(**limits)
        windows = sys.platform == "win32"
        os.environ["USERPROFILE" if windows else "HOME"] = data
        os.environ["TEMP" if windows else "TMPDIR"] = temporary
        os.chdir(data)
        # Modules that the code writes for itself can be imported, but cannot stand in for a library.
        sys.path.append(data)
        native = str(Path(temporary, "native-output"))
        self._output = Output(channel, native, self._limits.characters, self._limits.images)
        self._data = data
        self._paths = paths
        closed_in = walls.closed_in()  # asked while one may still ask
        changeable = [Path(folder) for folder in (data, images, temporary)]
        walls.put_up(changeable, Path(os.environ["MPLCONFIGDIR"]), self._limits)
        paths.folder = data
        pictures = Pictures(self._output, Path(images))
        pictures.install()
        self._cells = Cells(self._output, pictures, lambda name: name.startswith(data), self._limits.memory, closed_in)

    def run(self, run: int, code: str, inputs: dict[str, str]) -> None:
        """Run code and report its end. `run` is its number; `inputs` maps file IDs to names in the folder."""
        self._channel.run = run
        self._paths.inputs.update(inputs)
        self._output.attach()
        try:
            Path.cwd()
        except FileNotFoundError:  # the code has deleted the folder, and the server has made it anew
            os.chdir(self._data)
        self._paths.forget_modules()
        bound_next_run(self._limits)
        ok = self._cells.run(code)
        if os.getpid() != self._channel.owner:  # forked by the code, and come to its end
            os._exit(0)
        self._output.finish()
        self._channel.send(type="done", ok=ok)


def prepare() -> Paths:
    """What comes before any library is imported that would keep the plain functions."""
    paths = Paths()
    paths.install()
    imports.after("matplotlib.font_manager", use_korean_font)
    # As in a notebook; pandas takes this for a terminal, and would show no more columns than fit into 80 letters.
    imports.after("pandas", lambda module: module.set_option("display.max_columns", 20))
    logging.getLogger("matplotlib.font_manager").addFilter(_not_about_its_list)
    return paths


def _not_about_its_list(record: logging.LogRecord) -> bool:
    """False for the remark that the list of fonts could not be kept: the walls see to that."""
    return not str(record.msg).startswith("Could not save font_manager cache")


def warm() -> None:
    """Import the libraries, and let matplotlib do once what else the first chart would wait for."""
    for library in _LIBRARIES:
        importlib.import_module(library)
    from matplotlib import pyplot

    figure, axes = pyplot.subplots()
    axes.plot([1, 2], label="가")
    axes.set_title("가")
    axes.legend()
    figure.savefig(io.BytesIO(), format="png", bbox_inches="tight")
    pyplot.close(figure)


def serve(channel: Channel, paths: Paths) -> None:
    """Do what the server says, until it hangs up. Nothing but `warm` and `open` before there are walls."""
    while (message := channel.receive()).pop("do") == "warm":
        warm()
        channel.send(type="ready")
    try:
        session = Session(channel, paths, **message)
    except OSError as error:
        channel.send(type="failed", reason=f"the walls around it do not stand: {error.strerror or error}")
        return
    channel.send(type="ready")
    for message in channel.messages():
        message.pop("do")
        session.run(**message)


def main() -> None:
    """Be a worker, spoken to through stdin and stdout."""
    channel = Channel(os.dup(0), os.dup(1))
    serve(channel, prepare())
