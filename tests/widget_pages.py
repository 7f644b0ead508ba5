"""Widgets as somebody in front of them sees them."""

import re
from collections.abc import Iterator
from typing import Any


def every(widget: Any) -> Iterator[Any]:
    """The widget and all that is in it, from top to bottom."""
    yield widget
    for child in getattr(widget, "children", ()):
        yield from every(child)


def page_of(widget: Any) -> str:
    """All that is to be read in it, without the marks and the style."""
    texts = [each.value for each in every(widget) if type(each).__name__ in ("HTML", "Notice")]
    return re.sub(r"<[^>]*>", "", "\n".join(text for text in texts if "<style>" not in text))
