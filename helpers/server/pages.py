"""Lists: cursors in, one page out (reference: Pagination)."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .errors import bad_request, not_found
from .store import Store
from .validation import check_limit

_ORDERS = ("asc", "desc")


def list_page(
    store: Store,
    query: Mapping[str, str],
    kind: str,
    parent: str = "",
    *,
    noun: str,
    most: int = 100,
    default: int = 20,
    filters: tuple[str, ...] = (),
    shape: Callable[[dict[str, Any]], dict[str, Any]] = lambda row: row,
) -> dict[str, Any]:
    """The list object that a list operation answers.

    `noun` names one entry in messages. `filters` are query parameters that compare a field of the same name.
    Raises ApiError: 400 for a wrong limit or order, 404 for a cursor that is not in the list.
    """
    limit = _limit(query.get("limit"), default, most)
    order = _order(query)
    after, before = query.get("after") or None, query.get("before") or None
    where = {field: query[field] for field in filters if query.get(field)}
    try:
        rows, has_more = store.page(
            kind, parent, limit=limit, newest_first=order == "desc", after=after, before=before, where=where
        )
    except KeyError as missing:
        raise not_found(noun, str(missing.args[0])) from None
    return whole_list([shape(row) for row in rows], has_more=has_more)


def page_of(entries: Sequence[dict[str, Any]], query: Mapping[str, str], *, noun: str) -> dict[str, Any]:
    """The same for entries that are at hand, oldest first: `limit`, `order` and `after` of the query count."""
    limit = _limit(query.get("limit"), 20, 100)
    ordered = list(entries) if _order(query) == "asc" else list(reversed(entries))
    if after := query.get("after"):
        place = next((place for place, entry in enumerate(ordered) if entry["id"] == after), None)
        if place is None:
            raise not_found(noun, after)
        ordered = ordered[place + 1 :]
    return whole_list(ordered[:limit], has_more=len(ordered) > limit)


def whole_list(entries: list[dict[str, Any]], *, has_more: bool = False) -> dict[str, Any]:
    """The list object around entries as they are shown."""
    return {
        "object": "list",
        "data": entries,
        "first_id": entries[0]["id"] if entries else None,
        "last_id": entries[-1]["id"] if entries else None,
        "has_more": has_more,
    }


def _order(query: Mapping[str, str]) -> str:
    order = query.get("order") or "desc"
    if order not in _ORDERS:
        raise bad_request(
            f"Invalid value: '{order}'. Supported values are: 'asc', and 'desc'.", "order", "invalid_value"
        )
    return order


def _limit(given: str | None, default: int, most: int) -> int:
    if not given:
        return default
    if not re.fullmatch(r"-?[0-9]{1,18}", given):
        raise bad_request(
            "Invalid type for 'limit': expected an integer, but got a string instead.", "limit", "invalid_type"
        )
    check_limit("limit", int(given), most)
    return int(given)
