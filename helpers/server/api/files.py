"""Files (reference: Files)."""

from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse

from ..errors import bad_request
from ..objects import deleted, new_file
from ..pages import list_page
from ..services import Services
from ..validation import validate
from .endpoint import load_file, route
from .forms import bare_name, file_of, keep_upload, object_of, read_form

Object = dict[str, Any]

PURPOSES = ("assistants", "batch", "fine-tune", "vision", "user_data", "evals")
LARGEST = 512 * 1024 * 1024


async def create(services: Services, request: Request) -> Object:
    """POST /files, as multipart/form-data with `file` and `purpose`."""
    async with read_form(request, "'file' and 'purpose'", LARGEST) as form:
        upload, purpose = file_of(form, "file", LARGEST), form.get("purpose")
        if not isinstance(purpose, str):
            raise bad_request("Missing required parameter: 'purpose'.", "purpose", "missing_required_parameter")
        if purpose not in PURPOSES:
            raise bad_request(f"'{purpose}' is not one of {list(PURPOSES)} - 'purpose'", "purpose")
        fields = object_of(form, "expires_after")
        if fields is not None:
            validate("files.expires_after", fields, "expires_after")
        file = new_file(bare_name(upload.filename or ""), upload.size or 0, purpose, fields)
        await keep_upload(upload, services.store.blobs / file["id"])
    return services.store.add("file", file)


async def list_all(services: Services, request: Request) -> Object:
    """GET /files"""
    return list_page(
        services.store,
        request.query_params,
        "file",
        noun="file",
        most=10_000,
        default=10_000,
        filters=("purpose",),
    )


async def retrieve(services: Services, request: Request) -> Object:
    """GET /files/{file_id}"""
    return load_file(services, request.path_params["file_id"])


async def content(services: Services, request: Request) -> FileResponse:
    """GET /files/{file_id}/content: what the assistant made can be downloaded, what was given to it cannot."""
    file = load_file(services, request.path_params["file_id"])
    if file["purpose"] in ("assistants", "user_data"):
        raise bad_request(f"Not allowed to download files of purpose: {file['purpose']}")
    return FileResponse(
        services.store.blobs / file["id"], media_type="application/octet-stream", filename=file["filename"]
    )


async def delete(services: Services, request: Request) -> Object:
    """DELETE /files/{file_id}"""
    file = load_file(services, request.path_params["file_id"])
    services.library.forget_file(file["id"])
    services.store.remove(file["id"])
    (services.store.blobs / file["id"]).unlink(missing_ok=True)
    return deleted(file["id"], "file")


ROUTES = [
    route("POST", "/files", create),
    route("GET", "/files", list_all),
    route("GET", "/files/{file_id}", retrieve),
    route("GET", "/files/{file_id}/content", content),
    route("DELETE", "/files/{file_id}", delete),
]
