"""`tool_resources` of assistants and threads: the files and vector stores that their tools work with."""

from typing import Any

from ..services import Services
from .endpoint import load, load_file
from .vector_stores import check_chunking

Object = dict[str, Any]

# A vector store that was made for a thread's attachments is given up a week after its last use.
ATTACHMENTS_EXPIRE = {"anchor": "last_active_at", "days": 7}


def check_resources(services: Services, body: Object, path: str = "") -> None:
    """Raise ApiError for a file or vector store in the body's `tool_resources` that does not exist, and for chunks that
    make no sense. `path` says where the body stands in the request.
    """
    resources = body.get("tool_resources") or {}
    for file_id in (resources.get("code_interpreter") or {}).get("file_ids") or ():
        load_file(services, file_id)
    search = resources.get("file_search") or {}
    for store_id in search.get("vector_store_ids") or ():
        load(services, "vector_store", store_id, noun="vector store")
    for number, new_store in enumerate(search.get("vector_stores") or ()):
        check_chunking(new_store, f"{path}tool_resources.file_search.vector_stores[{number}].")
        for file_id in new_store.get("file_ids") or ():
            load_file(services, file_id)


def make_stores(services: Services, resources: Object | None) -> Object | None:
    """Checked resources with each vector store that is only described in them made, and named by its ID."""
    search = (resources or {}).get("file_search") or {}
    if not resources or not search.get("vector_stores"):
        return resources
    made = [services.library.create(new_store)["id"] for new_store in search["vector_stores"]]
    return resources | {"file_search": {"vector_store_ids": [*(search.get("vector_store_ids") or ()), *made]}}


def attach(services: Services, thread: Object, attachment: Object) -> None:
    """Give an attached file to the thread's tools, as the attachment says. The thread is changed, not saved."""
    kinds = {tool["type"] for tool in attachment.get("tools") or ()}
    resources, file_id = thread["tool_resources"], attachment["file_id"]
    if "code_interpreter" in kinds:
        files = resources.setdefault("code_interpreter", {"file_ids": []})["file_ids"]
        # The file named last counts as the newest, also when it was there before.
        files[:] = [known for known in files if known != file_id] + [file_id]
    if "file_search" in kinds:
        stores = resources.setdefault("file_search", {"vector_store_ids": []})["vector_store_ids"]
        if not stores:
            stores.append(services.library.create({"expires_after": ATTACHMENTS_EXPIRE})["id"])
        services.library.add_file(stores[0], {"file_id": file_id})
