"""Uploads: a large file in parts (reference: Uploads)."""

import asyncio
import hashlib
from typing import Any

from starlette.requests import Request

from ..errors import bad_request
from ..ids import new_id
from ..objects import new_file, now
from ..services import Services
from .endpoint import load, read_body, route
from .forms import bare_name, file_of, keep_upload, read_form

Object = dict[str, Any]

_LIFETIME = 3600
LARGEST = 8 * 1024**3
LARGEST_PART = 64 * 1024**2


async def create(services: Services, request: Request) -> Object:
    """POST /uploads"""
    body = await read_body(request, "uploads.create")
    if not 0 <= body["bytes"] <= LARGEST:
        raise bad_request(f"Invalid 'bytes': expected a value from 0 to {LARGEST}.", "bytes", "invalid_value")
    upload = {
        "id": new_id("upload_"),
        "object": "upload",
        "created_at": now(),
        "expires_at": now() + _LIFETIME,
        "filename": bare_name(body["filename"]),
        "bytes": body["bytes"],
        "purpose": body["purpose"],
        "status": "pending",
        "expires_after": body.get("expires_after"),
    }
    return _shown(services.store.add("upload", upload))


async def add_part(services: Services, request: Request) -> Object:
    """POST /uploads/{upload_id}/parts, as multipart/form-data with `data`."""
    upload = _load_pending(services, request)
    part = {"id": new_id("part_"), "object": "upload.part", "created_at": now(), "upload_id": upload["id"]}
    async with read_form(request, "'data'", LARGEST_PART) as form:
        await keep_upload(file_of(form, "data", LARGEST_PART), services.store.blobs / part["id"])
    return services.store.add("upload.part", part, upload["id"])


async def complete(services: Services, request: Request) -> Object:
    """POST /uploads/{upload_id}/complete: the parts become one file, in the order given."""
    body = await read_body(request, "uploads.complete")
    upload = _load_pending(services, request)
    parts = [load(services, "upload.part", part_id, upload["id"], noun="part") for part_id in body["part_ids"]]
    blobs = [services.store.blobs / part["id"] for part in parts]
    size = sum(blob.stat().st_size for blob in blobs)
    if size != upload["bytes"]:
        raise bad_request(f"The parts have {size} bytes together, but the upload was to have {upload['bytes']}.")
    try:
        content = await asyncio.to_thread(lambda: b"".join(blob.read_bytes() for blob in blobs))
    except FileNotFoundError:
        # Somebody else has completed it meanwhile, which the upload says by now.
        _load_pending(services, request)
        raise
    if body.get("md5") and hashlib.md5(content, usedforsecurity=False).hexdigest() != body["md5"].lower():
        raise bad_request("The content does not have the MD5 checksum that was given.", "md5", "invalid_value")
    file = new_file(upload["filename"], size, upload["purpose"], upload.get("expires_after"))
    await asyncio.to_thread((services.store.blobs / file["id"]).write_bytes, content)
    # Somebody else may have completed or cancelled it meanwhile.
    _load_pending(services, request)
    with services.store.transaction():
        services.store.add("file", file)
        services.store.save(upload | {"status": "completed", "file": file})
    for blob in blobs:
        blob.unlink(missing_ok=True)
    return _shown(upload | {"status": "completed", "file": file})


async def cancel(services: Services, request: Request) -> Object:
    """POST /uploads/{upload_id}/cancel"""
    return _shown(services.store.save(_load_pending(services, request) | {"status": "cancelled"}))


def _shown(upload: Object) -> Object:
    """The upload as the API shows it: `expires_after` is the file's that it will become."""
    return {key: value for key, value in upload.items() if key != "expires_after"}


def _load_pending(services: Services, request: Request) -> Object:
    upload = load(services, "upload", request.path_params["upload_id"])
    status = "expired" if upload["status"] == "pending" and upload["expires_at"] <= now() else upload["status"]
    if status != "pending":
        raise bad_request(f"Upload {upload['id']} has status '{status}' and takes nothing more.")
    return upload


ROUTES = [
    route("POST", "/uploads", create),
    route("POST", "/uploads/{upload_id}/parts", add_part),
    route("POST", "/uploads/{upload_id}/complete", complete),
    route("POST", "/uploads/{upload_id}/cancel", cancel),
]
