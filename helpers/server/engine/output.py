"""A response's output as it grows, and the events that tell of it, each with its place in the sequence."""

from collections.abc import Callable, Collection
from typing import Any

from ..response_objects import shown_item, shown_response

Object = dict[str, Any]


class Output:
    """The output items of `response`, which is changed in place. `publish` takes an event's name and its object."""

    def __init__(self, response: Object, include: Collection[str], publish: Callable[[str, Object], None]) -> None:
        """`include` is what the caller wants to see of the items."""
        self.response = response
        self._include = include
        self._publish = publish
        self._sequence = 0
        self._places: dict[str, int] = {}

    def announce(self, name: str) -> None:
        """An event of the whole response, such as `completed`."""
        self._say(f"response.{name}", {"response": shown_response(self.response, self._include)})

    def add(self, item: Object) -> None:
        """A new item begins."""
        self._places[item["id"]] = len(self.response["output"])
        self.response["output"].append(item)
        self._tell_whole("added", item)

    def tell(self, item: Object, event: str, **fields: Any) -> None:
        """An event of one item, such as `output_text.delta`."""
        place = {"item_id": item["id"], "output_index": self._places[item["id"]]}
        self._say(f"response.{event}", place | fields)

    def end(self, item: Object, status: str = "completed") -> None:
        """An item has its final form."""
        item["status"] = status
        self._tell_whole("done", item)

    def _tell_whole(self, name: str, item: Object) -> None:
        fields = {"output_index": self._places[item["id"]], "item": shown_item(item, self._include)}
        self._say(f"response.output_item.{name}", fields)

    def _say(self, name: str, fields: Object) -> None:
        self._publish(name, {"type": name, "sequence_number": self._sequence, **fields})
        self._sequence += 1
