"""Everything that is not the lesson. A notebook needs little more than `from helpers import connect, MODEL`."""

import importlib
from typing import Any

# Names are looked up when first used, so that `helpers.deck` in the code interpreter, or the server's own start, does
# not pay for the SDK and the widgets.
_ROOMS = {
    "check": "exercises",
    "ColumnChooser": "widgets.column_chooser",
    "connect": "connection",
    "ImageStudio": "widgets.image_studio",
    "MODEL": "settings",
    "ModelChooser": "widgets.model_chooser",
    "create_once": "reuse",
    "Dashboard": "widgets.dashboard",
    "data_file": "settings",
    "hint": "exercises",
    "output_file": "settings",
    "Playground": "widgets.playground",
    "progress": "exercises",
    "quiz": "exercises",
    "start_over": "reuse",
    "StatusExplorer": "widgets.status_explorer",
    "wait_for": "polling",
    "wait_until_free": "polling",
    "show_messages": "show",
    "show_image": "show",
    "show_picture": "show",
    "show_slides": "widgets.slide_viewer",
    "RunTimeline": "widgets.run_timeline",
    "show_steps": "show",
    "show_timeline": "widgets.run_timeline",
    "show_wire": "wire",
}


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module 'helpers' has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_ROOMS[name]}"), name)


def __dir__() -> list[str]:
    return sorted(_ROOMS)
