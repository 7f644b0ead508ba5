"""Images (reference: Images > Create image), as DALL·E 3 took and answered them.

Offline the picture is an illustration drawn by rules from the prompt's words; live it comes from the service's picture
model. `revised_prompt` says which.
"""

import asyncio
import base64
import re
import secrets
import time
from typing import Any, Literal

from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Route

from ..errors import ApiError, bad_request
from ..objects import now
from ..providers.base import ProviderError
from ..services import Services
from ..tools.illustrator import draw, revise
from .endpoint import read_body, route

Object = dict[str, Any]

SIZES = ("1024x1024", "1792x1024", "1024x1792")
LONGEST_PROMPT = 4000
# Links to pictures live for an hour (reference: Images > url).
LINK_SECONDS = 3600
_OURS = re.compile(r"img-[\w-]{32}\.png", re.ASCII)


async def generate(services: Services, request: Request) -> Object:
    """POST /images/generations"""
    body = await read_body(request, "images.generate")
    prompt: str = body["prompt"]
    width, height = _check(body)
    quality: Literal["standard", "hd"] = "hd" if body.get("quality") == "hd" else "standard"
    style: Literal["vivid", "natural"] = "natural" if body.get("style") == "natural" else "vivid"
    try:
        live = await services.model.draw(prompt, f"{width}x{height}", quality)
    except ProviderError as failure:
        raise bad_request(failure.message, code="model_unreachable") from None
    if live:
        picture, revised = live
    else:
        # Drawing takes about a second: in a thread, so that other requests go on.
        picture = await asyncio.to_thread(draw, prompt, width=width, height=height, quality=quality, style=style)
        revised = revise(prompt, quality=quality, style=style)
    if body.get("response_format") == "b64_json":
        image = {"b64_json": base64.b64encode(picture).decode()}
    else:
        image = {"url": str(request.base_url) + "images/" + _keep(services, picture)}
    return {"created": now(), "data": [image | {"revised_prompt": revised}]}


def _check(body: Object) -> tuple[int, int]:
    """Raise ApiError for what DALL·E 3 refused; return width and height in pixels."""
    if not body["prompt"].strip():
        raise bad_request("Invalid 'prompt': empty string. Describe the picture in words.", "prompt", "empty_string")
    if len(body["prompt"]) > LONGEST_PROMPT:
        raise bad_request(
            f"Invalid 'prompt': string too long. Expected a string with maximum length {LONGEST_PROMPT}, "
            f"but got a string with length {len(body['prompt'])} instead.",
            "prompt",
            "string_above_max_length",
        )
    if body.get("n") not in (None, 1):
        raise bad_request("You must provide n=1 for this model.", "n", "invalid_n")
    size = body.get("size") or "1024x1024"
    if size == "auto":
        size = "1024x1024"
    if size not in SIZES:
        options = ", ".join(f"'{option}'" for option in SIZES[:-1])
        raise bad_request(
            f"Invalid value: '{size}'. Supported values are: {options}, and '{SIZES[-1]}'.", "size", "invalid_value"
        )
    width, height = size.split("x")
    return int(width), int(height)


def _keep(services: Services, picture: bytes) -> str:
    """Keep the picture under a name that nobody can guess, and forget those whose hour is over."""
    folder = services.store.blobs.parent / "images"
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.png"):
        if time.time() - old.stat().st_mtime > LINK_SECONDS:
            old.unlink(missing_ok=True)
    name = f"img-{secrets.token_urlsafe(24)}.png"
    (folder / name).write_bytes(picture)
    return name


async def show(request: Request) -> FileResponse:
    """GET /images/{name}: the link itself is the permission, as it was with the original's."""
    services: Services = request.app.state.services
    name = request.path_params["name"]
    path = services.store.blobs.parent / "images" / name
    if not _OURS.fullmatch(name) or not path.is_file():
        raise ApiError(404, "This picture is gone: its link lived for 60 minutes. Generate it again.")
    return FileResponse(path, media_type="image/png")


async def not_here(services: Services, request: Request) -> Object:
    """POST /images/edits and /images/variations"""
    raise bad_request("This server only generates images: edits and variations are not here. Use images.generate.")


ROUTES = [
    route("POST", "/images/generations", generate),
    route("POST", "/images/edits", not_here),
    route("POST", "/images/variations", not_here),
    Route("/images/{name}", show, name="images.show"),
]
