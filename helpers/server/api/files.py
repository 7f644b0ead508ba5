"""Files (reference: Files)."""

import asyncio
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import FileResponse

from ..errors import ApiError, bad_request
from ..objects import deleted, new_file
from ..pages import list_page
from ..services import Services
from .endpoint import load_file, route

Object = dict[str, Any]

PURPOSES = ("assistants", "batch", "fine-tune", "vision", "user_data", "evals")
LARGEST = 512 * 1024 * 1024
_CHUNK = 1024 * 1024


async def create(services: Services, request: Request) -> Object:
    """POST /files, as multipart/form-data with `file` and `purpose`."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise bad_request("Invalid request: expected a multipart/form-data body with 'file' and 'purpose'.", "file")
    async with request.form(max_files=1, max_fields=16) as form:
        upload, purpose = form.get("file"), form.get("purpose")
        if not isinstance(upload, UploadFile):
            raise bad_request("Missing required parameter: 'file'.", "file", "missing_required_parameter")
        if not isinstance(purpose, str):
            raise bad_request("Missing required parameter: 'purpose'.", "purpose", "missing_required_parameter")
        if purpose not in PURPOSES:
            raise bad_request(f"'{purpose}' is not one of {list(PURPOSES)} - 'purpose'", "purpose")
        file = new_file(bare_name(upload.filename or ""), upload.size or 0, purpose)
        if file["bytes"] > LARGEST:
            raise ApiError(413, f"File is too large. The maximum is {LARGEST} bytes.", param="file")
        await keep_upload(upload, services.store.blobs / file["id"])
    return services.store.add("file", file)


async def keep_upload(upload: UploadFile, path: Path) -> None:
    """Write what was uploaded, piece by piece."""
    with path.open("wb") as blob:
        while chunk := await upload.read(_CHUNK):
            await asyncio.to_thread(blob.write, chunk)


def bare_name(filename: str) -> str:
    """The name without the folders that some clients send along."""
    name = PureWindowsPath(PurePosixPath(filename).name).name.replace("\0", "")
    return name or "file"


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
