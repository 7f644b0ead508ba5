"""Notebook 07."""

import re


def _texts(message):
    return [part.text.value for part in message.content if part.type == "text"]


def _last_only(text):
    shown = text.value
    for note in text.annotations:
        shown = text.value.replace(note.text, note.text.split("/")[-1] if note.type == "file_path" else "")
    return shown


def _wiped(text):
    shown = text.value
    for note in text.annotations:
        shown = shown.replace(note.text, "")
    return shown


WRONG = {
    "07-1": (
        lambda message: ...,
        lambda message: message.content[0].text.value,
        lambda message: message.content[0].text.value if message.content[0].type == "text" else "",
        _texts,
        lambda message: _texts(message)[0] if _texts(message) else "",
        lambda message: "\n".join(_texts(message)) or "(none)",
    ),
    "07-2": (
        lambda message: message.role == "assistant",
        lambda message: True,
        lambda message: message.run_id is None,
        lambda message: message.run_id == "run_a",
    ),
    "07-3": (
        lambda text: text.value,
        _last_only,
        _wiped,
        lambda text: None,
        lambda text: re.sub("【.*?】|sandbox:.*", "매출.csv", text.value).removeprefix("합계는 7권입니다."),
    ),
}
