"""Facts: the numbers of a deck, each with where it comes from, and the sentences that name them as `{fact_id}`."""

import re
from dataclasses import dataclass
from typing import Any

from .problems import Problems, suggestion

_TOKEN = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
# What XML 1.0 cannot hold, half surrogate pairs included.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Fact:
    """One number: its value, how it is written in the deck, how it was computed and from which rows."""

    id: str
    value: Any
    text: str
    formula: str = ""
    rows: str = ""
    unit: str = ""


def clean(text: str) -> str:
    """The text without characters that no Office file can hold, and without white space at its ends."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def fill(text: str, facts: dict[str, Fact], where: str, key: str, problems: Problems) -> tuple[str, tuple[str, ...]]:
    """The text with each `{fact_id}` replaced by the fact's text, and the IDs used, in order.

    `{{` and `}}` stand for braces. Unknown IDs and lonely braces become problems.
    """
    used: list[str] = []

    def replace(match: re.Match[str]) -> str:
        token, name = match.group(0), match.group(1)
        if token in ("{{", "}}"):
            return token[0]
        if name is None:
            problems.add(where, key, f'a lonely "{token}" in the text. Write "{token * 2}" for a brace in the slide.')
            return token
        name = name.strip()
        if name not in facts:
            known = suggestion(name, facts) or " The spec has no facts."
            problems.add(where, key, f'there is no fact "{name}". Add it to "facts" or mend the name.{known}')
            return token
        used.append(name)
        return facts[name].text

    return clean(_TOKEN.sub(replace, text)), tuple(used)
