"""The API's own error shape: `{"error": {"message", "type", "param", "code"}}` (reference: Error codes)."""

from typing import Any


class ApiError(Exception):
    """An answer other than 200. `param` names the offending field, `code` is for programs; both may be None."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        param: str | None = None,
        code: str | None = None,
        type: str = "invalid_request_error",
    ) -> None:
        super().__init__(message)
        self.status = status
        self.body: dict[str, Any] = {"error": {"message": message, "type": type, "param": param, "code": code}}


def not_found(what: str, id: str) -> ApiError:
    """404 as the original worded it: `No thread found with id 'thread_x'.`"""
    return ApiError(404, f"No {what} found with id '{id}'.")


def bad_request(message: str, param: str | None = None, code: str | None = None) -> ApiError:
    """400."""
    return ApiError(400, message, param=param, code=code)
