"""What comes before any operation: the key, the header, the address, the method, the body."""

import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.conftest import TOKEN

BETA = {"OpenAI-Beta": "assistants=v2"}


def ask(url: str, method: str = "GET", body: bytes | None = None, token: str | None = TOKEN, **headers: str):
    """Status and JSON body of a bare HTTP call."""
    all_headers = BETA | ({"Authorization": f"Bearer {token}"} if token else {}) | headers
    try:
        with urlopen(Request(url, body, all_headers, method=method)) as answer:
            return answer.status, json.loads(answer.read())
    except HTTPError as error:
        return error.code, json.loads(error.read())["error"]


@pytest.mark.parametrize("token", [None, "wrong", "틀림"])
def test_nobody_comes_in_without_the_key(server_url, token):
    token = token and token.encode().decode("latin-1")
    status, error = ask(f"{server_url}/v1/models", token=token)
    assert status == 401 and error["type"] == "invalid_request_error"
    assert TOKEN not in error["message"]
    assert error["code"] == (None if token is None else "invalid_api_key")


def test_the_server_answers_under_loopbacks_names_only(server_url):
    status, error = ask(f"{server_url}/v1/models", Host="evil.example")
    assert status == 403 and "127.0.0.1" in error["message"]


def test_the_assistants_need_the_beta_header(server_url):
    status, error = ask(f"{server_url}/v1/assistants", **{"OpenAI-Beta": "none"})
    assert (status, error["code"]) == (400, "invalid_beta")
    status, _ = ask(f"{server_url}/v1/models", **{"OpenAI-Beta": "none"})
    assert status == 200


def test_an_unknown_address_and_a_wrong_method_are_told_apart(server_url):
    assert ask(f"{server_url}/v1/nothing")[1]["message"] == "Invalid URL (GET /v1/nothing)"
    status, error = ask(f"{server_url}/v1/assistants", "PUT", b"{}")
    assert status == 405 and "Not allowed to PUT on /v1/assistants" in error["message"]


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b'{"model": }', b"[" * 100_000])
def test_a_body_that_is_not_json_is_a_clear_400(server_url, body):
    status, error = ask(f"{server_url}/v1/assistants", "POST", body, **{"Content-Type": "application/json"})
    assert status == 400 and "could not parse the JSON body" in error["message"]


@pytest.mark.parametrize("body", [b"[]", b"5", b'"text"', b"null"])
def test_a_body_that_is_no_object_is_a_clear_400(server_url, body):
    status, error = ask(f"{server_url}/v1/assistants", "POST", body, **{"Content-Type": "application/json"})
    assert (status, error["code"]) == (400, "invalid_type")


def test_an_empty_body_makes_an_empty_thread(server_url):
    status, thread = ask(f"{server_url}/v1/threads", "POST", b"")
    assert status == 200 and thread["metadata"] == {}


def test_a_bad_upload_is_a_clear_400(server_url):
    for body, kind in (
        (b"{}", "application/json"),
        (b"x", "multipart/form-data"),
        (b"--b\r\n", "multipart/form-data; boundary=b"),
    ):
        status, error = ask(f"{server_url}/v1/files", "POST", body, **{"Content-Type": kind})
        assert status == 400 and error["message"]
