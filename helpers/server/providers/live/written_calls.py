"""Tool calls that a model writes into its text: `<tool_call>` tags, fenced JSON, or a bare JSON object.

Small models do so, whatever the service asks of them. Thoughts between `<think>` tags are left out too.
"""

import json
import re
from collections.abc import Collection
from typing import Any

from ..base import TextDelta
from .offers import Call

_ENDS = {
    "<think>": "</think>",
    "<tool_call>": "</tool_call>",
    "<function_call>": "</function_call>",
    "```json": "```",
    "```tool_call": "```",
}
_OPENING = re.compile("|".join(map(re.escape, _ENDS)))
_LONGEST = max(map(len, _ENDS))
_NAMES = ("name", "function", "tool", "tool_name", "function_name")
_ARGUMENTS = ("arguments", "parameters", "args", "input", "tool_input")


class Reader:
    """Takes a text as it streams in and gives back what is meant for the reader; calls gather in `calls`.

    `tools` are the names that count as a call; without any, only thoughts are taken out.
    """

    def __init__(self, tools: Collection[str]) -> None:
        self.calls: list[Call] = []
        self._tools = tools
        self._held = ""
        self._begun = False

    def take(self, text: str) -> list[TextDelta]:
        """The next piece of the stream; what can be shown by now."""
        self._held += text
        shown = ""
        while True:
            if self._may_be_json():
                break
            opening = _OPENING.search(self._held)
            if opening is None:
                kept = _beginning(self._held)
                shown += self._held[: len(self._held) - kept]
                self._held = self._held[len(self._held) - kept :]
                break
            end = self._held.find(_ENDS[opening[0]], opening.end())
            shown += self._held[: opening.start()]
            if end < 0:
                self._held = self._held[opening.start() :]
                break
            after = end + len(_ENDS[opening[0]])
            shown += self._block(opening[0], self._held[opening.end() : end], self._held[opening.start() : after])
            self._held = self._held[after:]
        return self._show(shown)

    def end(self) -> list[TextDelta]:
        """The stream is over; what is left to show."""
        held, self._held = self._held, ""
        opening = _OPENING.match(held)
        if opening:
            held = self._block(opening[0], held[opening.end() :], held)
        elif self._tools and held.lstrip().startswith(("{", "[")) and self._note(held):
            held = ""
        return self._show(held)

    def _show(self, text: str) -> list[TextDelta]:
        # The blank lines around a call that was taken out say nothing.
        text = text if self._begun else text.lstrip()
        self._begun = self._begun or bool(text)
        return [TextDelta(text)] if text else []

    def _may_be_json(self) -> bool:
        return bool(self._tools) and not self._begun and self._held.lstrip().startswith(("{", "["))

    def _block(self, opening: str, inside: str, whole: str) -> str:
        if opening == "<think>":
            return ""
        return "" if self._tools and self._note(inside) else whole

    def _note(self, text: str) -> bool:
        """Note the calls that a text consists of; False where it is something else."""
        try:
            found = json.loads(text.strip(), strict=False)
        except ValueError:
            return False
        if isinstance(found, dict) and isinstance(found.get("tool_calls"), list):
            found = found["tool_calls"]
        calls = [self._call(entry) for entry in (found if isinstance(found, list) else [found])]
        if not calls or None in calls:
            return False
        self.calls += [call for call in calls if call]
        return True

    def _call(self, entry: Any) -> Call | None:
        if not isinstance(entry, dict):
            return None
        if isinstance(entry.get("function"), dict):
            entry = entry["function"]
        name = next((entry[key] for key in _NAMES if isinstance(entry.get(key), str)), None)
        if name not in self._tools:
            return None
        arguments: Any = next((entry[key] for key in _ARGUMENTS if key in entry), {})
        text = arguments if isinstance(arguments, str) else json.dumps(arguments, ensure_ascii=False)
        return Call(f"written_{len(self.calls)}", str(name), text)


def _beginning(text: str) -> int:
    """How many letters at the end of a text may be the beginning of an opening mark."""
    for length in range(min(_LONGEST, len(text)), 0, -1):
        if any(opening.startswith(text[-length:]) for opening in _ENDS):
            return length
    return 0
