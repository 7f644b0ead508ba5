"""Uploads as they come in: multipart/form-data of a bounded size, its fields as data."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.types import Message, Receive

from ..errors import ApiError, bad_request

_CHUNK = 1024 * 1024
# What stands around the file: boundaries, headers and small fields.
_WRAPPING = 1024 * 1024
# A client reads the refusal only when it has sent all; beyond this it is cut off.
_PATIENCE = 2 * 1024**3


@asynccontextmanager
async def read_form(request: Request, wanted: str, most: int) -> AsyncIterator[FormData]:
    """The form, as long as the block lasts. `wanted` says in words which fields it has; the file is at most `most`
    bytes. Raises ApiError: 400 for another content type, 413 for a larger file.
    """
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise bad_request(f"Invalid request: expected a multipart/form-data body with {wanted}.")
    bounded = Request(request.scope, _bounded(request.receive, most))
    async with bounded.form(max_files=1, max_fields=16) as form:
        yield form


def file_of(form: FormData, name: str, most: int) -> UploadFile:
    """The file in one field of the form. Raises ApiError where there is none, or one that is too large."""
    upload = form.get(name)
    if not isinstance(upload, UploadFile):
        raise bad_request(f"Missing required parameter: '{name}'.", name, "missing_required_parameter")
    if (upload.size or 0) > most:
        raise _too_large(most)
    return upload


def object_of(form: FormData, name: str) -> Any:
    """An object in a form: `name[key]` fields, which is how the SDKs write it, or JSON; None where it is absent."""
    fields = {
        key.removeprefix(f"{name}[").removesuffix("]"): str(value)
        for key, value in form.items()
        if key.startswith(f"{name}[")
    }
    if fields:
        return {key: int(value) if value.isdecimal() else value for key, value in fields.items()}
    whole = form.get(name)
    try:
        return json.loads(whole) if isinstance(whole, str) else whole
    except ValueError:
        return whole


async def keep_upload(upload: UploadFile, path: Path) -> None:
    """Write what was uploaded, piece by piece."""
    with path.open("wb") as blob:
        while chunk := await upload.read(_CHUNK):
            await asyncio.to_thread(blob.write, chunk)


def bare_name(filename: str) -> str:
    """The name without the folders that some clients send along, and without what is no text."""
    name = PureWindowsPath(PurePosixPath(filename).name).name.replace("\0", "")
    return name.encode(errors="replace").decode() or "file"


def _bounded(receive: Receive, most: int) -> Receive:
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken <= most + _WRAPPING:
            return message
        while message.get("more_body") and taken < _PATIENCE:
            message = await receive()
            taken += len(message.get("body", b""))
        raise _too_large(most)

    return bounded


def _too_large(most: int) -> ApiError:
    return ApiError(413, f"File is too large. The maximum is {most} bytes.", param="file")
