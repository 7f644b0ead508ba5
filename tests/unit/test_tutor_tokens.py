"""The tokens of a prompt are counted on the words that a model would read."""

from helpers.server.providers.base import CodeCall, FunctionCall, Message, ModelRequest, Passage, SearchCall
from helpers.server.providers.tutor.seen import words_seen


def test_only_words_are_seen() -> None:
    items = (
        Message("user", "How much?"),
        CodeCall("call_1", "print(2)", "2\n"),
        FunctionCall("call_2", "get_price", '{"item": "rose"}', '{"price": 3}'),
        SearchCall("call_3", 0, "roses", (Passage("file-9", "notes.txt", "Roses are red.", 0.5),)),
    )
    seen = words_seen(ModelRequest("model-name", "Be brief.", items))
    for word in (
        "Be brief.",
        "How much?",
        "print(2)",
        "get_price",
        '{"item": "rose"}',
        '{"price": 3}',
        "Roses are red.",
    ):
        assert word in seen
    for name in ("call_1", "file-9", "notes.txt", "Message", "role=", "model-name"):
        assert name not in seen


def test_nothing_said_is_nothing_seen() -> None:
    assert words_seen(ModelRequest("model", "", ())) == ""
