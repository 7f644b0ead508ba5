"""Vector stores, their files, batches of files, and search (reference: Vector stores)."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ..errors import ApiError, bad_request
from ..library import expired, row_id, shown_file
from ..objects import deleted
from ..pages import list_page
from ..services import Services
from ..tools.file_search import rewrite
from .endpoint import load, load_file, read_body, route

Object = dict[str, Any]
_POLL_AFTER_MS = "100"

_FILTERS = ("in_progress", "completed", "failed", "cancelled")


async def create(services: Services, request: Request) -> Object:
    """POST /vector_stores"""
    body = await read_body(request, "vector_stores.create")
    for file_id in body.get("file_ids") or ():
        load_file(services, file_id)
    check_chunking(body)
    return services.library.create(body)


async def retrieve(services: Services, request: Request) -> Object:
    """GET /vector_stores/{vector_store_id}"""
    return services.library.shown(_load_store(services, request))


async def update(services: Services, request: Request) -> Object:
    """POST /vector_stores/{vector_store_id}"""
    body = await read_body(request, "vector_stores.update")
    row = _load_store(services, request)
    if body.get("name", "") is None:
        body["name"] = ""
    return services.library.shown(services.store.save(row | body))


async def list_all(services: Services, request: Request) -> Object:
    """GET /vector_stores"""
    shape = services.library.shown
    return list_page(services.store, request.query_params, "vector_store", noun="vector store", shape=shape)


async def delete(services: Services, request: Request) -> Object:
    """DELETE /vector_stores/{vector_store_id}"""
    row = _load_store(services, request)
    services.library.delete(row["id"])
    return deleted(row["id"], "vector_store.deleted")


async def search(services: Services, request: Request) -> Object:
    """POST /vector_stores/{vector_store_id}/search"""
    body = await read_body(request, "vector_stores.search")
    row = _load_store(services, request)
    queries = [body["query"]] if isinstance(body["query"], str) else body["query"]
    if not queries:
        message = (
            "Invalid 'query': empty array. Expected an array with minimum length 1, but got an empty array instead."
        )
        raise bad_request(message, "query", "empty_array")
    if not all(query.strip() for query in queries):
        raise bad_request("Invalid 'query': empty string. Say what to look for.", "query", "empty_string")
    if services.library.is_expired(row):
        raise bad_request(expired(row["id"]), "vector_store_id", "vector_store_expired")
    if body.get("rewrite_query"):
        queries = [rewrite(query) for query in queries]
    ranking = body.get("ranking_options") or {}
    try:
        hits = await services.library.search(
            [row["id"]],
            queries,
            limit=body.get("max_num_results") or 10,
            filters=body.get("filters"),
            score_threshold=ranking.get("score_threshold") or 0.0,
            ranker=ranking.get("ranker") or "auto",
        )
    except ValueError as wrong:
        raise bad_request(f"Invalid 'filters': {wrong}", "filters", "invalid_value") from None
    data = [
        {
            "file_id": hit.file_id,
            "filename": hit.filename,
            "score": hit.score,
            "attributes": hit.attributes,
            "content": [{"type": "text", "text": hit.text}],
        }
        for hit in hits
    ]
    page: Object = {"object": "vector_store.search_results.page", "search_query": queries, "data": data}
    return page | {"has_more": False, "next_page": None}


async def create_file(services: Services, request: Request) -> Object:
    """POST /vector_stores/{vector_store_id}/files"""
    body = await read_body(request, "vector_store_files.create")
    row = _load_store(services, request)
    load_file(services, body["file_id"])
    check_chunking(body)
    return shown_file(services.library.add_file(row["id"], body))


async def retrieve_file(services: Services, request: Request) -> Response:
    """GET /vector_stores/{vector_store_id}/files/{file_id}"""
    return _soon(shown_file(_load_store_file(services, request)))


async def update_file(services: Services, request: Request) -> Object:
    """POST /vector_stores/{vector_store_id}/files/{file_id}: its attributes."""
    body = await read_body(request, "vector_store_files.update")
    return shown_file(services.library.set_attributes(_load_store_file(services, request), body["attributes"]))


async def list_files(services: Services, request: Request) -> Object:
    """GET /vector_stores/{vector_store_id}/files"""
    return _file_page(services, request, _load_store(services, request)["id"])


async def delete_file(services: Services, request: Request) -> Object:
    """DELETE /vector_stores/{vector_store_id}/files/{file_id}"""
    row = _load_store_file(services, request)
    services.library.remove_file(row)
    return deleted(row["file_id"], "vector_store.file.deleted")


async def file_content(services: Services, request: Request) -> Object:
    """GET /vector_stores/{vector_store_id}/files/{file_id}/content: what was read from the file."""
    texts = services.library.text(_load_store_file(services, request))
    page: Object = {"object": "vector_store.file_content.page"}
    return page | {"data": [{"type": "text", "text": text} for text in texts], "has_more": False, "next_page": None}


async def create_batch(services: Services, request: Request) -> Object:
    """POST /vector_stores/{vector_store_id}/file_batches"""
    body = await read_body(request, "vector_store_batches.create")
    row = _load_store(services, request)
    if ("file_ids" in body) == ("files" in body):
        raise bad_request("Give either 'file_ids' or 'files', and not both.", "file_ids")
    check_chunking(body)
    for number, file in enumerate(body.get("files") or ()):
        check_chunking(file, f"files[{number}].")
    for file_id in body.get("file_ids") or [file["file_id"] for file in body["files"]]:
        load_file(services, file_id)
    return services.library.create_batch(row["id"], body)


async def retrieve_batch(services: Services, request: Request) -> Response:
    """GET /vector_stores/{vector_store_id}/file_batches/{batch_id}"""
    return _soon(services.library.shown_batch(_load_batch(services, request)))


def _soon(shown: Object) -> Response:
    """The SDK's own polling helpers wait as long as this header says, and a whole second without it."""
    return JSONResponse(shown, headers={"openai-poll-after-ms": _POLL_AFTER_MS})


async def cancel_batch(services: Services, request: Request) -> Object:
    """POST /vector_stores/{vector_store_id}/file_batches/{batch_id}/cancel"""
    return services.library.cancel_batch(_load_batch(services, request))


async def list_batch_files(services: Services, request: Request) -> Object:
    """GET /vector_stores/{vector_store_id}/file_batches/{batch_id}/files"""
    batch = _load_batch(services, request)
    return _file_page(services, request, batch["vector_store_id"], {"batch_id": batch["id"]})


def check_chunking(body: Object, path: str = "") -> None:
    """Raise ApiError where chunks would overlap by more than half. `path` says where the body stands in the request."""
    static = (body.get("chunking_strategy") or {}).get("static")
    if static and not 0 <= static["chunk_overlap_tokens"] <= static["max_chunk_size_tokens"] / 2:
        param = f"{path}chunking_strategy.static.chunk_overlap_tokens"
        raise bad_request(
            f"Invalid '{param}': must be between 0 and half of 'max_chunk_size_tokens'.", param, "invalid_value"
        )


def _file_page(services: Services, request: Request, store_id: str, where: Object | None = None) -> Object:
    """A page of a vector store's files. Its rows have IDs of their own, which the cursors are turned into."""
    query: dict[str, str] = dict(request.query_params)
    for cursor in ("after", "before"):
        if query.get(cursor):
            query[cursor] = row_id(store_id, query[cursor])
    if "filter" in query:
        if query["filter"] not in _FILTERS:
            options = ", ".join(f"'{option}'" for option in _FILTERS)
            raise bad_request(
                f"Invalid value: '{query['filter']}'. Supported values are: {options}.", "filter", "invalid_value"
            )
        query["status"] = query.pop("filter")
    query |= where or {}
    return list_page(
        services.store,
        query,
        "vector_store.file",
        store_id,
        noun="file",
        filters=("status", "batch_id"),
        shape=shown_file,
    )


def _load_store(services: Services, request: Request) -> Object:
    return load(services, "vector_store", request.path_params["vector_store_id"], noun="vector store")


def _load_store_file(services: Services, request: Request) -> Object:
    store = _load_store(services, request)
    file_id = request.path_params["file_id"]
    row = services.store.get("vector_store.file", row_id(store["id"], file_id))
    if row is None:
        raise ApiError(404, f"No file found with id '{file_id}' in vector store '{store['id']}'.", param="file_id")
    return row


def _load_batch(services: Services, request: Request) -> Object:
    store = _load_store(services, request)
    batch_id = request.path_params["batch_id"]
    return load(services, "vector_store.files_batch", batch_id, store["id"], noun="vector store file batch")


_ONE = "/vector_stores/{vector_store_id}"
ROUTES = [
    route("POST", "/vector_stores", create),
    route("GET", "/vector_stores", list_all),
    route("GET", _ONE, retrieve),
    route("POST", _ONE, update),
    route("DELETE", _ONE, delete),
    route("POST", f"{_ONE}/search", search),
    route("POST", f"{_ONE}/files", create_file),
    route("GET", f"{_ONE}/files", list_files),
    route("GET", f"{_ONE}/files/{{file_id}}", retrieve_file),
    route("POST", f"{_ONE}/files/{{file_id}}", update_file),
    route("DELETE", f"{_ONE}/files/{{file_id}}", delete_file),
    route("GET", f"{_ONE}/files/{{file_id}}/content", file_content),
    route("POST", f"{_ONE}/file_batches", create_batch),
    route("GET", f"{_ONE}/file_batches/{{batch_id}}", retrieve_batch),
    route("POST", f"{_ONE}/file_batches/{{batch_id}}/cancel", cancel_batch),
    route("GET", f"{_ONE}/file_batches/{{batch_id}}/files", list_batch_files),
]
