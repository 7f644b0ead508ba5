"""Notebook 12."""

import tempfile
from pathlib import Path

_FOLDER = Path(tempfile.mkdtemp(prefix="exercises-"))
_PICTURE, _OTHER, _TEXT, _SECOND_TEXT = (_FOLDER / name for name in ("a.png", "b.png", "c.png", "d.png"))
_PICTURE.write_bytes(b"\x89PNG 1")
_OTHER.write_bytes(b"\x89PNG 1")
_TEXT.write_bytes(b"picture 1")
_SECOND_TEXT.write_bytes(b"picture 2")
_WISH = {"prompt": "a hill", "size": "1536x1024", "quality": "high"}

WRONG = {
    "12-1": ("512x512", "1024x1024", "1792x1024"),
    "12-2": (
        (_FOLDER / "none.png", _PICTURE),
        (_PICTURE, _PICTURE),
        (_PICTURE, _OTHER),
        (_TEXT, _SECOND_TEXT),
    ),
    "12-3": (
        _WISH | {"response_format": "b64_json"},
        _WISH | {"style": "vivid"},
        _WISH | {"quality": "hd"},
        _WISH | {"size": "1792x1024"},
        {"size": "1536x1024"},
    ),
}
