"""Notebook 05."""

_TEXT = {"type": "text", "text": "a"}
_NOTES = [f"note {number}" for number in range(1, 26)]

WRONG = {
    "05-1": (
        [_TEXT, ...],
        [_TEXT, {"type": "image_url", "image_url": {"url": "https://example.com/a.png"}}],
        [_TEXT, {"type": "image_file", "image_file": {"file_id": "bookshop.png"}}],
    ),
    "05-2": (_NOTES[:10] * 2, _NOTES[:10], _NOTES[::-1]),
}
