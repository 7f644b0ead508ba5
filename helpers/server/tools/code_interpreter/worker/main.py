"""The worker's main loop."""

import importlib
import io
import os
import sys
from pathlib import Path
from typing import Any

from ..limits import Limits, bound_next_run, bound_process
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
        paths.folder = data
        pictures = Pictures(self._output, Path(images))
        pictures.install()
        self._cells = Cells(self._output, pictures, lambda name: name.startswith(data), self._limits.memory)
        bound_process(self._limits)

    def run(self, code: str, inputs: dict[str, str]) -> None:
        """Run code and report its end. `inputs` maps file IDs to names in the folder."""
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


def warm() -> None:
    """Import the libraries, and let matplotlib do once what else the first chart would wait for."""
    for library in _LIBRARIES:
        importlib.import_module(library)
    from matplotlib.figure import Figure

    figure = Figure()
    figure.add_subplot(title="가")
    figure.savefig(io.BytesIO(), format="png")


def main() -> None:
    """Do what the server says, until it hangs up."""
    channel = Channel()
    # Before any library is imported that would keep the plain functions.
    paths = Paths()
    paths.install()
    imports.after("matplotlib.font_manager", use_korean_font)
    session: Session | None = None
    for message in channel.messages():
        match message.pop("do"):
            case "warm":
                warm()
                channel.send(type="ready")
            case "open":
                session = Session(channel, paths, **message)
                channel.send(type="ready")
            case "run" if session:
                session.run(**message)
