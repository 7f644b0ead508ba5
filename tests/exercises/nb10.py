"""Notebook 10."""

import json


def first_only(calls, results):
    return [{"tool_call_id": calls[0].id, "output": json.dumps(results[0])}]


def raw(calls, results):
    return [{"tool_call_id": call.id, "output": result} for call, result in zip(calls, results, strict=True)]


def reversed_ids(calls, results):
    pairs = zip(reversed(calls), results, strict=True)
    return [{"tool_call_id": call.id, "output": json.dumps(result)} for call, result in pairs]


def plain_str(calls, results):
    return [{"tool_call_id": call.id, "output": str(result)} for call, result in zip(calls, results, strict=True)]


def short_key(calls, results):
    return [{"id": call.id, "output": json.dumps(result)} for call, result in zip(calls, results, strict=True)]


def unfinished(*_):
    return ...


def without_try(call, functions):
    return json.dumps(functions[call.function.name](**json.loads(call.function.arguments)))


def failing_with(answer):
    def output(call, functions):
        try:
            return without_try(call, functions)
        except Exception:
            return answer

    return output


def always_sorry(call, functions):
    return json.dumps({"error": "the-reason"})


WRONG = {
    "10-1": (
        {"type": "string"},
        {"enum": ["S", "M", "L"]},
        {"type": "string", "enum": ["S", "M"]},
        {"type": "string", "enum": ["S", "M", "L", "XL"]},
        ["S", "M", "L"],
    ),
    "10-2": (unfinished, first_only, raw, reversed_ids, plain_str, short_key),
    "10-3": (unfinished, without_try, failing_with(None), failing_with("error"), always_sorry),
}
