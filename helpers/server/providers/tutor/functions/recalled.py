"""A question about a field that an earlier call returned: “what was its value again?”"""

import re
from collections.abc import Sequence

from ...base import FunctionCall, Item
from .context import REFERS
from .outputs import Outcome, outcomes_of
from .telling import is_asked
from .words import spaced

_QUESTION = re.compile(
    r"[?？]\s*$|얼마|몇|언제|어디|무엇|뭐|누구|"
    r"\b(?:what|when|where|who|which|how (?:much|many|long|far))\b|多少|什么|几",
    re.IGNORECASE,
)
# Nearly any output has these; a question with such a word may be about anything.
_COMMON = frozenset({"id", "name", "title", "status", "message", "result", "success", "ok", "unit", "type", "date"})


def _is_written(key: str, question: str) -> bool:
    return re.search(rf"\b{re.escape(spaced(key))}\b", question, re.IGNORECASE) is not None


def recalled(question: str, before: Sequence[Item]) -> list[Outcome]:
    """The newest output that has a field which the question names, with this field alone; empty where there is none."""
    if not _QUESTION.search(question):
        return []
    refers = bool(REFERS.search(question))
    for item in reversed(before):
        if not isinstance(item, FunctionCall):
            continue
        (outcome,) = outcomes_of((item,))
        fields = {} if outcome.error else outcome.fields
        named = {
            key: value
            for key, value in fields.items()
            if (is_asked(key, question) or _is_written(key, question)) and (refers or key.casefold() not in _COMMON)
        }
        if named:
            return [Outcome(item, named, "", outcome.subject)]
    return []
