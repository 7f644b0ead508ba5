"""Fills a JSON schema (the response format) from the words of the question: “Alice and Bob meet on Friday.”

It takes only what stands in the text. A required property that the text does not hold is null where the schema allows
it; where it does not, this skill does not fit.
"""

import json
import re
from collections.abc import Sequence

from ..functions.filling import Filling, fill
from ..functions.schema import functions_in
from ..skill import Action, Say, Situation

_ASKED = re.compile(
    r"추출|뽑아|찾아내|정리해|구조화|\bextract|\bpull out\b|\bparse\b|\bstructure[ds]?\b|提取|抽取|整理", re.IGNORECASE
)
_LONGEST = 1500


class Extraction:
    """Reads values out of a text, as the functions' arguments are read."""

    name = "extraction"

    def fit(self, situation: Situation) -> float:
        filling = _filling(situation)
        if filling is None or filling.missing or not filling.found:
            return 0.0
        if _ASKED.search(situation.question) or _ASKED.search(situation.request.instructions):
            return 0.86
        return 0.35 if filling.found >= 2 and "?" not in situation.question else 0.0

    def step(self, situation: Situation) -> Sequence[Action]:
        filling = _filling(situation)
        return [Say(json.dumps(_values(filling), ensure_ascii=False))] if filling else []


def _filling(situation: Situation) -> Filling | None:
    wanted = situation.request.response_format
    if not isinstance(wanted, dict) or wanted.get("type") != "json_schema" or len(situation.question) > _LONGEST:
        return None
    described = wanted.get("json_schema", {})
    schema = described.get("schema") or {}
    # A schema that does not say which properties it wants wants them all.
    schema = {"required": list(schema.get("properties", {})), **schema}
    source = {"name": described.get("name") or "record", "parameters": schema}
    functions = functions_in(({"type": "function", "function": source},))
    text = re.sub(
        r"^[^:：\n]{0,60}(?:추출|뽑아|정리|extract|parse|提取)[^:：\n]{0,60}[:：\n]\s*",
        "",
        situation.question,
        flags=re.I,
    )
    return fill(functions[0], text, None) if functions and functions[0].parameters else None


def _values(filling: Filling) -> dict[str, object]:
    """In the order of the schema; null for what the text does not hold."""
    found = filling.arguments | {name: list(values) for name, values in filling.several.items()}
    return {
        one.name: found.get(one.name)
        if one.kind == "array" or not isinstance(found.get(one.name), list)
        else found[one.name][0]
        for one in filling.function.parameters
        if one.required or one.name in found
    }


SKILL = Extraction()
