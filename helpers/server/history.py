"""What was said before: the items of conversations, and of the responses that a response goes on from.

A response is a row of its own: `response` as it stands on the wire, `input` the items that it was given. An item of a
conversation is a row below it, under an ID of ours, since an item may be in several conversations.
"""

from typing import Any

from .store import Store

Object = dict[str, Any]


def add_items(store: Store, conversation_id: str, items: list[Object], response_id: str | None = None) -> None:
    """Append items to a conversation; `response_id` says which response they came with."""
    with store.transaction():
        for item in items:
            row = {"id": _row_id(conversation_id, item["id"]), "item": item, "response_id": response_id}
            store.add("conversation.item", row, conversation_id)


def items_of(store: Store, conversation_id: str) -> list[Object]:
    """All items of a conversation, oldest first."""
    return [row["item"] for row in store.timeline(conversation_id, "conversation.item")]


def find_item(store: Store, conversation_id: str, item_id: str) -> Object | None:
    """One item of a conversation, or None."""
    row = store.get("conversation.item", _row_id(conversation_id, item_id), conversation_id)
    return row["item"] if row else None


def remove_item(store: Store, conversation_id: str, item_id: str) -> None:
    """Take an item out of a conversation."""
    store.remove(_row_id(conversation_id, item_id))


def items_before(store: Store, row: Object) -> list[Object]:
    """What a response saw besides its own input, oldest first: its conversation as it was then, or the responses that
    it goes on from, as far back as they are still there.
    """
    earlier: list[list[Object]] = []
    response = row["response"]
    while previous_id := response["previous_response_id"]:
        previous = store.get("response", previous_id)
        if previous is None:
            break
        response = previous["response"]
        earlier.append(previous["input"] + response["output"])
        row = previous
    if response["conversation"]:
        earlier.append(_conversation_before(store, response["conversation"]["id"], row["id"]))
    return [item for items in reversed(earlier) for item in items]


def find_anywhere(store: Store, item_id: str) -> Object | None:
    """The stored item of this ID, whichever response or conversation it is in; None where there is none."""
    for row in store.mentioning("response", item_id):
        for item in row["input"] + row["response"]["output"]:
            if item["id"] == item_id:
                return item
    for row in store.mentioning("conversation.item", item_id):
        if row["item"]["id"] == item_id:
            return row["item"]
    return None


def _conversation_before(store: Store, conversation_id: str, response_id: str) -> list[Object]:
    items: list[Object] = []
    for row in store.timeline(conversation_id, "conversation.item"):
        if row["response_id"] == response_id:
            break
        items.append(row["item"])
    return items


def _row_id(conversation_id: str, item_id: str) -> str:
    return f"{conversation_id}/{item_id}"
