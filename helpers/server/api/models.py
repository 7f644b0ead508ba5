"""Models (reference: Models): what answers here, those of a chosen live service included."""

from typing import Any

from starlette.requests import Request

from ..errors import ApiError
from ..services import Services
from .endpoint import route

Object = dict[str, Any]

# The picture model keeps the name that the chapter's code asks for; `revised_prompt` says what really draws.
_MODELS = ("offline-tutor", "dall-e-3")


async def list_all(services: Services, request: Request) -> Object:
    """GET /models"""
    return {"object": "list", "data": [_model(name) for name in [*_MODELS, *services.model.model_names()]]}


async def retrieve(services: Services, request: Request) -> Object:
    """GET /models/{model}"""
    return _model(_known(services, request))


async def delete(services: Services, request: Request) -> Object:
    """DELETE /models/{model}: for models that the caller has trained, which nobody has here."""
    _known(services, request)
    raise ApiError(403, "You have insufficient permissions for this operation: only fine-tuned models can be deleted.")


def _known(services: Services, request: Request) -> str:
    name: str = request.path_params["model"]
    if name not in (*_MODELS, *services.model.model_names()):
        raise ApiError(404, f"The model '{name}' does not exist", param="model", code="model_not_found")
    return name


def _model(name: str) -> Object:
    return {"id": name, "object": "model", "created": 1764547200, "owned_by": "assistants-workshop"}


ROUTES = [
    route("GET", "/models", list_all),
    route("GET", "/models/{model}", retrieve),
    route("DELETE", "/models/{model}", delete),
]
