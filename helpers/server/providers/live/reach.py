"""Is anybody there? The connection to a live service, and its list of models."""

from dataclasses import replace
from datetime import date

from openai import AsyncOpenAI, DefaultAsyncHttpxClient, OpenAIError, Timeout
from openai.types import Model

from .faults import explain
from .upstream import Upstream, UpstreamError

# A local model may have to be loaded from disk before its first word.
_TIMEOUT = Timeout(300, connect=5)


def client_of(upstream: Upstream) -> AsyncOpenAI:
    """The official SDK, which waits and tries again by itself where the service says so (429, 5xx)."""
    # A proxy of the school or the company must not get calls that are meant for this machine.
    http = DefaultAsyncHttpxClient(trust_env=not upstream.is_here)
    return AsyncOpenAI(base_url=upstream.base_url, api_key=upstream.api_key, timeout=_TIMEOUT, http_client=http)


async def reach(upstream: Upstream) -> Upstream:
    """The upstream with the list of its models. Raises UpstreamError where it cannot be used."""
    try:
        async with client_of(upstream) as client:
            listed = [model async for model in client.with_options(timeout=20, max_retries=1).models.list()]
    except OpenAIError as error:
        raise UpstreamError(explain(error, upstream.host).message) from None
    except Exception:
        raise UpstreamError(_not_an_api(upstream)) from None
    names = [model.id for model in listed if not _is_retired(model)]
    if not names and not upstream.model:
        raise UpstreamError(
            f"{upstream.host} has no model yet. Load one there (with Ollama: `ollama pull NAME`), then choose again. | "
            f"{upstream.host}에 아직 모델이 없습니다. 모델을 받은 뒤(Ollama: `ollama pull 이름`) 다시 고르세요."
        )
    found = replace(upstream, models=tuple(names))
    _check_setting(found)
    return found


def _is_retired(model: Model) -> bool:
    end = model.shutdown_date
    return isinstance(end, str) and end <= date.today().isoformat()


def _check_setting(upstream: Upstream) -> None:
    if upstream.model and upstream.models and upstream.model not in upstream.models:
        known = ", ".join(upstream.conversing)
        raise UpstreamError(
            f"{upstream.host} has no model named '{upstream.model}'. It has: {known}. Correct the setting "
            f"WORKSHOP_MODEL_NAME. | {upstream.host}에 '{upstream.model}' 모델이 없습니다. 있는 모델: {known}. "
            "WORKSHOP_MODEL_NAME 설정을 고쳐 주세요."
        )


def _not_an_api(upstream: Upstream) -> str:
    return (
        f"What answers at {upstream.base_url} is not an OpenAI-compatible API. Such an address mostly ends in /v1. | "
        f"{upstream.base_url} 에서 응답하는 것은 OpenAI 호환 API가 아닙니다. 주소는 대개 /v1로 끝납니다."
    )
