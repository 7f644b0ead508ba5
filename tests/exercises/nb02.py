"""Notebook 02."""

from types import SimpleNamespace


def assistant(id="asst_1", instructions="Be brief.", tools=("code_interpreter",), name="clerk"):
    kinds = [SimpleNamespace(type=tool) for tool in tools]
    return SimpleNamespace(id=id, instructions=instructions, tools=kinds, name=name)


def most_by(key):
    return lambda runs: max(runs, key=key).id


WRONG = {
    "02-1": ("abcd", "bcd", "c", "cdx"),
    "02-2": (
        [assistant(), ...],
        [assistant(), "Numbers only."],
        [assistant(), assistant(id="asst_2", instructions="Numbers only.")],
        [assistant(), assistant()],
        [assistant(), assistant(instructions="Numbers only.", tools=())],
    ),
    "02-3": (
        most_by(lambda run: ...),
        most_by(lambda run: run.usage.prompt_tokens),
        most_by(lambda run: run.usage.total_tokens),
        most_by(lambda run: run.usage.total_tokens if run.usage else 10_000),
    ),
}
