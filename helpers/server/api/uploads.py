"""Uploads: a large file in parts (reference: Uploads)."""

import asyncio
import hashlib
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from ..errors import bad_request
from ..ids import new_id
from ..objects import new_file, now
from ..services import Services
from .endpoint import load, read_body, route
from .files import bare_name, keep_upload

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
    }
    return services.store.add("upload", upload)


async def add_part(services: Services, request: Request) -> Object:
    """POST /uploads/{upload_id}/parts, as multipart/form-data with `data`."""
    upload = _load_pending(services, request)
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise bad_request("Invalid request: expected a multipart/form-data body with 'data'.", "data")
    part = {"id": new_id("part_"), "object": "upload.part", "created_at": now(), "upload_id": upload["id"]}
    async with request.form(max_files=1, max_fields=1) as form:
        data = form.get("data")
        if not isinstance(data, UploadFile):
            raise bad_request("Missing required parameter: 'data'.", "data", "missing_required_parameter")
        if (data.size or 0) > LARGEST_PART:
            raise bad_request(f"A part may have at most {LARGEST_PART} bytes.", "data")
        await keep_upload(data, services.store.blobs / part["id"])
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
    content = await asyncio.to_thread(lambda: b"".join(blob.read_bytes() for blob in blobs))
    if body.get("md5") and hashlib.md5(content, usedforsecurity=False).hexdigest() != body["md5"].lower():
        raise bad_request("The content does not have the MD5 checksum that was given.", "md5", "invalid_value")
    file = new_file(upload["filename"], size, upload["purpose"])
    await asyncio.to_thread((services.store.blobs / file["id"]).write_bytes, content)
    with services.store.transaction():
        services.store.add("file", file)
        services.store.save(upload | {"status": "completed", "file": file})
    for blob in blobs:
        blob.unlink(missing_ok=True)
    return upload | {"status": "completed", "file": file}


async def cancel(services: Services, request: Request) -> Object:
    """POST /uploads/{upload_id}/cancel"""
    return services.store.save(_load_pending(services, request) | {"status": "cancelled"})


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
