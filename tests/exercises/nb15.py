"""Notebook 15."""

import json

CALL = {
    "model": "a-model",
    "instructions": "be-brief",
    "conversation": "conv_book",
    "input": "how-long?",
    "max_output_tokens": 300,
}


def without(name, **more):
    return {key: value for key, value in CALL.items() if key != name} | more


def unfinished(*_):
    return ...


def forgetful(config, previous_id, question):
    return {"model": config["model"], "previous_response_id": previous_id, "input": question}


def changing(config, previous_id, question):
    config |= {"previous_response_id": previous_id, "input": question}
    return config


def starting_anew(config, previous_id, question):
    return {**config, "input": question}


def with_both(config, previous_id, question):
    return {**config, "conversation": "conv_1", "previous_response_id": previous_id, "input": question}


def as_messages(config, previous_id, question):
    return {**config, "previous_response_id": previous_id, "messages": question}


def outputs(response, functions, **names):
    """As they should be, but for `names`: the name of a field, and how it is made from a call and its result."""
    calls = [item for item in response.output if item.type == "function_call"]
    made = []
    for call in calls:
        result = functions[call.name](**json.loads(call.arguments))
        item = {"type": "function_call_output", "call_id": call.call_id, "output": json.dumps(result)}
        made.append({name: how(call, result) for name, how in (as_it_is(item) | names).items() if how})
    return made


def as_it_is(item):
    return {name: lambda *_, value=value: value for name, value in item.items()}


def with_item_ids(response, functions):
    return outputs(response, functions, call_id=lambda call, _: call.id)


def without_type(response, functions):
    return outputs(response, functions, type=None)


def as_submitted(response, functions):
    return outputs(response, functions, type=None, call_id=None, tool_call_id=lambda call, _: call.call_id)


def raw(response, functions):
    return outputs(response, functions, output=lambda _, result: result)


def plain_str(response, functions):
    return outputs(response, functions, output=lambda _, result: str(result))


def first_only(response, functions):
    return outputs(response, functions)[:1]


WRONG = {
    "15-1": (
        CALL | {"thread_id": "thread_book"},
        without("instructions"),
        without("conversation"),
        without("input"),
        without("max_output_tokens", max_completion_tokens=300),
    ),
    "15-2": (unfinished, forgetful, changing, starting_anew, with_both, as_messages),
    "15-3": (unfinished, with_item_ids, without_type, as_submitted, raw, plain_str, first_only),
}
