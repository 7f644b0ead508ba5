"""Lists: cursors in, one page out (reference: Pagination)."""

import re
from collections.abc import Callable, Mapping
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
    order = query.get("order") or "desc"
    if order not in _ORDERS:
        raise bad_request(
            f"Invalid value: '{order}'. Supported values are: 'asc', and 'desc'.", "order", "invalid_value"
        )
    after, before = query.get("after") or None, query.get("before") or None
    where = {field: query[field] for field in filters if query.get(field)}
    try:
        rows, has_more = store.page(
            kind, parent, limit=limit, newest_first=order == "desc", after=after, before=before, where=where
        )
    except KeyError as missing:
        raise not_found(noun, str(missing.args[0])) from None
    return {
        "object": "list",
        "data": [shape(row) for row in rows],
        "first_id": rows[0]["id"] if rows else None,
        "last_id": rows[-1]["id"] if rows else None,
        "has_more": has_more,
    }


def _limit(given: str | None, default: int, most: int) -> int:
    if not given:
        return default
    if not re.fullmatch(r"-?[0-9]{1,18}", given):
        raise bad_request(
            "Invalid type for 'limit': expected an integer, but got a string instead.", "limit", "invalid_type"
        )
    check_limit("limit", int(given), most)
    return int(given)
