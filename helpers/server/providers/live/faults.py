"""What went wrong upstream, as the run's own error: a code of the API's, and words that say what to do.

Nothing of what the service wrote about the key is passed on: some repeat a part of it.
"""

import openai

from ..base import ProviderError


class FilteredError(Exception):
    """The service refused the conversation for its content."""


def explain(error: Exception, host: str) -> ProviderError:
    """The error as a run shows it (`last_error`), in English and Korean."""
    match error:
        case openai.APITimeoutError():
            return _error(
                "server_error",
                f"{host} did not answer in time. Try again, or choose a smaller model.",
                f"{host}에서 제때 응답하지 않았습니다. 다시 시도하거나 더 작은 모델을 고르세요.",
            )
        case openai.APIConnectionError():
            return _error(
                "server_error",
                f"Nobody answers at {host}. Is the service running, and is this machine online?",
                f"{host}에서 응답이 없습니다. 서비스가 켜져 있는지, 인터넷에 연결되어 있는지 확인하세요.",
            )
        case openai.AuthenticationError() | openai.PermissionDeniedError():
            return _error(
                "server_error",
                f"{host} did not accept the API key ({error.status_code}). Check the key, then choose the model again.",
                f"{host}에서 API 키를 받아들이지 않았습니다({error.status_code}). 키를 확인하고 모델을 다시 고르세요.",
            )
        case openai.RateLimitError():
            return _too_much(error, host)
        case openai.NotFoundError():
            return _error(
                "invalid_prompt",
                f"{host} does not have this model or address: {_words(error)}",
                f"{host}에 이 모델이나 주소가 없습니다.",
            )
        case openai.BadRequestError() if _is_too_long(error):
            return _error(
                "invalid_prompt",
                "The conversation is longer than the model can read. Begin a new thread, or shorten it with "
                f"truncation_strategy. ({_words(error)})",
                "대화가 모델이 읽을 수 있는 길이를 넘었습니다. 새 스레드를 만들거나 truncation_strategy로 줄이세요.",
            )
        case openai.APIStatusError() if error.status_code < 500:
            return _error(
                "invalid_prompt",
                f"{host} refused the request ({error.status_code}): {_words(error)}",
                f"{host}에서 요청을 거절했습니다({error.status_code}).",
            )
        case openai.APIStatusError():
            return _error(
                "server_error",
                f"{host} had an error of its own ({error.status_code}). Try again in a while.",
                f"{host}에 오류가 생겼습니다({error.status_code}). 잠시 뒤 다시 시도하세요.",
            )
    return broken_off(host)


def broken_off(host: str) -> ProviderError:
    """The answer ended before its end, or cannot be read."""
    return _error(
        "server_error",
        f"The answer from {host} broke off or could not be read. Run it again.",
        f"{host}에서 온 응답이 중간에 끊겼거나 읽을 수 없습니다. 다시 실행하세요.",
    )


def is_filtered(error: openai.BadRequestError) -> bool:
    """True where a service refuses a conversation for what it is about."""
    return error.code in ("content_filter", "content_policy_violation")


def unsupported(error: openai.BadRequestError) -> str | None:
    """The name of a setting that this model does not take, such as `temperature`; None for any other error."""
    if error.code in ("unsupported_parameter", "unsupported_value") and error.param:
        return error.param.split(".")[0]
    return None


def lacks_tools(error: openai.APIStatusError) -> bool:
    """True where a model or a service does not take tools, as many small ones."""
    words = _words(error).lower()
    return error.status_code in (400, 404, 422, 500, 501) and "tool" in words


def _too_much(error: openai.RateLimitError, host: str) -> ProviderError:
    if error.code == "insufficient_quota":
        return _error(
            "rate_limit_exceeded",
            f"The account at {host} has no credit left. Look at its billing page.",
            f"{host} 계정에 남은 크레딧이 없습니다. 결제 페이지를 확인하세요.",
        )
    wait = error.response.headers.get("retry-after")
    later = (f"in {wait} seconds", f"{wait}초 뒤") if wait else ("in a while", "잠시 뒤")
    return _error(
        "rate_limit_exceeded",
        f"{host} takes no more requests for the moment (429). Try again {later[0]}.",
        f"{host}에서 지금은 요청을 더 받지 않습니다(429). {later[1]} 다시 시도하세요.",
    )


def _is_too_long(error: openai.BadRequestError) -> bool:
    words = _words(error).lower()
    return error.code == "context_length_exceeded" or ("context" in words and ("length" in words or "size" in words))


def _words(error: openai.APIStatusError) -> str:
    body = error.body
    said = body.get("message") if isinstance(body, dict) else None
    return str(said or error.message)[:300]


def _error(code: str, english: str, korean: str) -> ProviderError:
    return ProviderError(code, f"{english} | {korean}")
