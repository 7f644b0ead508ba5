"""Notebook 04."""

from types import SimpleNamespace


def _thread(id):
    return SimpleNamespace(id=id, object="thread")


def _by_brackets(retrieve, ids, customer):
    return next((id for id in ids if retrieve(id).metadata["customer"] == customer), None)


def _first(retrieve, ids, customer):
    return retrieve(ids[0]).id


def _without_looking(retrieve, ids, customer):
    return None


def _always_the_second(retrieve, ids, customer):
    return retrieve(ids[1]).id if customer != "Ara" else None


WRONG = {
    "04-1": (
        (_thread("t1"), _thread("t2"), _thread("t3")),
        (_thread("t1"), _thread("t1"), _thread("t1")),
        ("t1", "t2", "t1"),
    ),
    "04-2": (_by_brackets, _first, _without_looking, _always_the_second),
}
