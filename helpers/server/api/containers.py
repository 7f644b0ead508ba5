"""Containers and their files (reference: Containers)."""

import tempfile
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from ..containers import shown_container, shown_container_file
from ..errors import ApiError, bad_request
from ..objects import deleted
from ..pages import list_page
from ..services import Services
from .endpoint import load_file, read_body, route
from .files import LARGEST
from .forms import bare_name, file_of, keep_upload, read_form
from .responses import check_container

Object = dict[str, Any]


async def create(services: Services, request: Request) -> Object:
    """POST /containers"""
    body = await read_body(request, "containers.create")
    if body.get("skills"):
        raise bad_request("Containers have no skills here.", "skills", "unsupported_parameter")
    if (body.get("network_policy") or {}).get("type") == "allowlist":
        raise bad_request("Containers have no network here.", "network_policy", "unsupported_value")
    for file_id in body.get("file_ids") or ():
        load_file(services, file_id)
    return await services.containers.create(body)


async def list_all(services: Services, request: Request) -> Object:
    """GET /containers"""
    query = request.query_params
    return list_page(services.store, query, "container", noun="container", filters=("name",), shape=shown_container)


async def retrieve(services: Services, request: Request) -> Object:
    """GET /containers/{container_id}"""
    return _load(services, request)


async def delete(services: Services, request: Request) -> Object:
    """DELETE /containers/{container_id}"""
    container = _load(services, request)
    await services.containers.delete(container["id"])
    return deleted(container["id"], "container.deleted")


async def create_file(services: Services, request: Request) -> Object:
    """POST /containers/{container_id}/files: `file` as multipart/form-data, or the `file_id` of an uploaded file."""
    container_id = check_container(services, request.path_params["container_id"])["id"]
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await _take_upload(services, request, container_id)
    body = await read_body(request, "container_files.create")
    if not body.get("file_id"):
        raise bad_request("Missing required parameter: 'file_id'.", "file_id", "missing_required_parameter")
    return await _copy(services, container_id, body["file_id"])


async def _take_upload(services: Services, request: Request, container_id: str) -> Object:
    async with read_form(request, "'file' or 'file_id'", LARGEST) as form:
        file_id = form.get("file_id")
        if isinstance(file_id, str) and file_id:
            return await _copy(services, container_id, file_id)
        upload = file_of(form, "file", LARGEST)
        with tempfile.TemporaryDirectory() as folder:
            arrived = Path(folder) / "upload"
            await keep_upload(upload, arrived)
            name = bare_name(upload.filename or "")
            return shown_container_file(await services.containers.add_file(container_id, name, arrived))


async def _copy(services: Services, container_id: str, file_id: str) -> Object:
    file = load_file(services, file_id)
    source = services.store.blobs / file_id
    return shown_container_file(await services.containers.add_file(container_id, file["filename"], source, file_id))


async def list_files(services: Services, request: Request) -> Object:
    """GET /containers/{container_id}/files"""
    container = check_container(services, request.path_params["container_id"])
    query, shape = request.query_params, shown_container_file
    return list_page(services.store, query, "container.file", container["id"], noun="container file", shape=shape)


async def retrieve_file(services: Services, request: Request) -> Object:
    """GET /containers/{container_id}/files/{file_id}"""
    return shown_container_file(_load_file(services, request))


async def content(services: Services, request: Request) -> Response:
    """GET /containers/{container_id}/files/{file_id}/content"""
    file = _load_file(services, request)
    try:
        body = await services.containers.content(file)
    except OSError:
        raise _no_file(file["id"]) from None
    return Response(body, media_type="application/octet-stream")


async def delete_file(services: Services, request: Request) -> Object:
    """DELETE /containers/{container_id}/files/{file_id}"""
    file = _load_file(services, request)
    await services.containers.remove_file(file)
    return deleted(file["id"], "container.file.deleted")


def _load(services: Services, request: Request) -> Object:
    container_id = request.path_params["container_id"]
    container = services.containers.find(container_id)
    if container is None:
        raise ApiError(404, f"Container with id '{container_id}' not found.")
    return container


def _load_file(services: Services, request: Request) -> Object:
    container = check_container(services, request.path_params["container_id"])
    file_id = request.path_params["file_id"]
    file = services.store.get("container.file", file_id, container["id"])
    if file is None:
        raise _no_file(file_id)
    return file


def _no_file(file_id: str) -> ApiError:
    return ApiError(404, f"Container file with id '{file_id}' not found.")


ROUTES = [
    route("POST", "/containers", create),
    route("GET", "/containers", list_all),
    route("GET", "/containers/{container_id}", retrieve),
    route("DELETE", "/containers/{container_id}", delete),
    route("POST", "/containers/{container_id}/files", create_file),
    route("GET", "/containers/{container_id}/files", list_files),
    route("GET", "/containers/{container_id}/files/{file_id}", retrieve_file),
    route("DELETE", "/containers/{container_id}/files/{file_id}", delete_file),
    route("GET", "/containers/{container_id}/files/{file_id}/content", content),
]
