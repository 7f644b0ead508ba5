"""Figures, Pillow images and IPython's `Image` as PNG files."""

import io
import sys
from pathlib import Path
from typing import Any

from . import imports
from .output import Output

_DPI = (120, 150)  # a figure keeps a resolution of its own between these


class Pictures:
    """Turns what the code shows into files in a folder, and tells the output about each."""

    def __init__(self, output: Output, folder: Path) -> None:
        self._output = output
        self._folder = folder
        self._count = 0

    def install(self) -> None:
        """Make `plt.show()`, `figure.show()` and Pillow's `image.show()` lead here."""
        imports.after("matplotlib.figure", lambda module: setattr(module.Figure, "show", self._show_method()))
        imports.after("matplotlib.pyplot", lambda module: setattr(module, "show", self._show_function()))
        imports.after("PIL.Image", lambda module: setattr(module.Image, "show", self._show_method()))

    def _show_function(self) -> Any:
        def show(*args: Any, **kwargs: Any) -> None:
            """Show all open figures, and close them."""
            self.show_open_figures()

        return show

    def _show_method(self) -> Any:
        def show(picture: Any, *args: Any, **kwargs: Any) -> None:
            """Show this picture."""
            self.show(picture)

        return show

    def begin(self) -> None:
        """Before a run: its pictures are counted from one."""
        self._count = 0

    def is_picture(self, value: Any) -> bool:
        """True for a matplotlib figure, a Pillow image, and an IPython `Image` that holds its bytes."""
        kinds = (("matplotlib.figure", "Figure"), ("PIL.Image", "Image"))
        known = (getattr(sys.modules[module], name) for module, name in kinds if module in sys.modules)
        return any(isinstance(value, kind) for kind in known) or _bytes_of(value) is not None

    def show(self, picture: Any) -> None:
        """Emit a figure, which is then closed, or an image."""
        if (content := _bytes_of(picture)) is not None:
            import PIL.Image

            picture = PIL.Image.open(io.BytesIO(content))
        self._count += 1
        path = self._folder / f"{self._count:03}.png"
        if hasattr(picture, "savefig"):
            lowest, highest = _DPI
            picture.savefig(path, format="png", dpi=min(max(picture.dpi, lowest), highest), bbox_inches="tight")
            if pyplot := sys.modules.get("matplotlib.pyplot"):
                pyplot.close(picture)
        else:
            mode = picture.mode if picture.mode in ("1", "L", "LA", "P", "RGB", "RGBA") else "RGB"
            picture.convert(mode).save(path, format="PNG")
        if not self._output.image(path.name):
            path.unlink()

    def show_open_figures(self) -> None:
        """Emit and close every figure that pyplot has open, in the order of their numbers."""
        if pyplot := sys.modules.get("matplotlib.pyplot"):
            for number in pyplot.get_fignums():
                self.show(pyplot.figure(number))

    def drop_open_figures(self) -> None:
        """Close them unseen."""
        if pyplot := sys.modules.get("matplotlib.pyplot"):
            pyplot.close("all")


def _bytes_of(value: Any) -> bytes | None:
    """The file that an IPython `Image` holds; None for anything else."""
    ipython = sys.modules.get("IPython.core.display")
    is_held = ipython and isinstance(value, ipython.Image) and isinstance(value.data, bytes)
    return value.data if is_held else None
