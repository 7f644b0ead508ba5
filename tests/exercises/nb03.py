"""Notebook 03."""

from helpers.settings import say


def _order(count="integer", required=("flower", "count"), **more):
    properties = {"flower": {"type": "string"}, "count": {"type": count}} | more
    parameters = {"type": "object", "properties": properties, "required": list(required)}
    return {"type": "function", "function": {"name": "order", "parameters": parameters}}


def _all(pairs):
    return [id for id, _ in pairs]


def _names(pairs):
    return [name for _, name in pairs][2:]


def _second_only(pairs):
    return ["asst_3", "asst_5"]


class _InWords:
    """An answer for the track that is current when it is looked at."""

    def __init__(self, ko, en):
        self.words = ko, en

    def __call__(self):
        return say(*self.words)


WRONG = {
    "03-1": (
        _InWords("6,000원입니다. Have a nice day!", "They cost $6.00. 좋은 하루 되세요!"),
        _InWords("They cost 6,000 won.", "모두 6달러입니다."),
        _InWords("Have a nice day!", "좋은 하루 되세요!"),
    ),
    "03-2": (lambda pairs: [], _all, _names, _second_only, lambda pairs: ["asst_3", "asst_4", "asst_5"]),
    "03-3": (
        {"type": "code_interpreter"},
        _order(count="string"),
        _order(required=["flower"]),
        {"type": "function", "function": {"name": "order", "parameters": {"properties": {"flower": {}}}}},
    ),
}
