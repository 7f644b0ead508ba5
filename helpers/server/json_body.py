"""JSON as it may come from anybody: what Python's parser takes beyond the standard would break the server later."""

import json
import math
from typing import Any, NoReturn

from .errors import bad_request

# Deeper than any schema of a function; the walk through a body is recursive.
DEEPEST = 128


def parse_json(raw: bytes) -> Any:
    """The value. Raises ApiError (400) for what is no JSON, for lone surrogates and for what is nested too deep."""
    try:
        value = json.loads(raw, parse_constant=_refuse, parse_float=_finite)
        # A lone surrogate is a string for Python's parser, and for nothing else in the world.
        if b"\\u" in raw:
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise bad_request(
            "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP "
            "library correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON.)"
        ) from None
    if _is_deeper_than(value, DEEPEST):
        raise bad_request(f"The JSON body of your request is nested too deep: at most {DEEPEST} levels are taken.")
    return value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


def _finite(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise ValueError(f"{text} is too large")
    return number


def _is_deeper_than(value: Any, most: int) -> bool:
    level = [value]
    for _ in range(most):
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
        if not level:
            return False
    return True
