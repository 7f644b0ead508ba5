"""What comes before any operation: the key, the header, the address, the method, the body."""

import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from openai import APIStatusError

from helpers.server.api import endpoint, files
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


JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    "body",
    [
        b'{"metadata": {"a": NaN}}',
        b'{"metadata": {"a": Infinity}}',
        b'{"metadata": {"a": 1e999}}',
        b'{"metadata": {"a": "\\ud800"}}',
        b'{"metadata": {"\\udfff": "a"}}',
        b'{"metadata": {"a": "\xff"}}',
        b'{"metadata": {"a": ' + b"1" * 5000 + b"}}",
    ],
    ids=["NaN", "Infinity", "1e999", "lone surrogate", "lone surrogate as key", "not UTF-8", "5000 digits"],
)
def test_what_only_python_takes_for_json_is_refused(server_url, body):
    status, error = ask(f"{server_url}/v1/threads", "POST", body, **JSON)
    assert status == 400 and "could not parse the JSON body" in error["message"]


def test_pairs_of_surrogates_and_null_characters_are_text(server_url):
    status, thread = ask(f"{server_url}/v1/threads", "POST", b'{"metadata": {"a": "\\ud83d\\ude00 \\u0000"}}', **JSON)
    assert status == 200 and thread["metadata"] == {"a": "😀 \0"}
    assert ask(f"{server_url}/v1/threads/{thread['id']}")[1] == thread


@pytest.mark.parametrize(("levels", "status"), [(100, 200), (130, 400), (900, 400), (50_000, 400)])
def test_a_body_may_be_nested_as_deep_as_any_schema_needs(server_url, levels, status):
    nested = b'{"a":' * levels + b"1" + b"}" * levels
    tools = b'[{"type": "function", "function": {"name": "f", "parameters": ' + nested + b"}}]"
    answer = ask(f"{server_url}/v1/assistants", "POST", b'{"model": "m", "tools": ' + tools + b"}", **JSON)
    assert answer[0] == status


def test_filters_nested_too_deep_are_a_clear_400(server_url):
    _, store = ask(f"{server_url}/v1/vector_stores", "POST", b"{}", **JSON)
    leaf = b'{"type": "eq", "key": "a", "value": 1}'
    for levels, expected in ((5, 200), (50, 400), (500, 400)):
        filters = b'{"type": "and", "filters": [' * levels + leaf + b"]}" * levels
        body = b'{"query": "x", "filters": ' + filters + b"}"
        assert ask(f"{server_url}/v1/vector_stores/{store['id']}/search", "POST", body, **JSON)[0] == expected


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=b"])
def test_another_content_type_than_json_is_refused(server_url, kind):
    status, error = ask(f"{server_url}/v1/threads", "POST", b"{}", **{"Content-Type": kind})
    assert (status, error["code"]) == (400, "unsupported_content_type")
    assert "only accepts 'application/json' requests" in error["message"]


@pytest.mark.parametrize("kind", ["application/json", "Application/JSON; charset=utf-8", "application/json; charset=x"])
def test_json_may_be_written_in_several_ways(server_url, kind):
    assert ask(f"{server_url}/v1/threads", "POST", b"{}", **{"Content-Type": kind})[0] == 200


def test_too_large_a_body_is_refused(server_url, monkeypatch):
    monkeypatch.setattr(endpoint, "LARGEST_BODY", 100_000)
    body = json.dumps({"messages": [{"role": "user", "content": "x" * 100_000}]}).encode()
    status, error = ask(f"{server_url}/v1/threads", "POST", body, **JSON)
    assert (status, error["code"]) == (413, "request_too_large") and "at most 100000 bytes" in error["message"]
    assert set(error) == {"message", "type", "param", "code"}


@pytest.mark.parametrize("size", [2_000, 5_000_000])
def test_too_large_a_file_is_refused_and_leaves_nothing(server_url, client, monkeypatch, size):
    monkeypatch.setattr(files, "LARGEST", 1000)
    before = len(client.files.list().data)
    with pytest.raises(APIStatusError) as refused:
        client.files.create(file=("a.txt", b"x" * size), purpose="assistants")
    assert (refused.value.status_code, refused.value.param) == (413, "file")
    assert len(client.files.list().data) == before


@pytest.mark.parametrize(
    "id",
    [
        "thread_%00",
        "thread_%F0%9F%98%80",
        "thread_%FF",
        "thread_%ED%A0%80",
        "thread_%3F%23%0A",
        "thread_" + "x" * 30_000,
    ],
)
def test_odd_ids_are_not_found(server_url, id):
    status, error = ask(f"{server_url}/v1/threads/{id}")
    assert status == 404 and error["message"].startswith("No thread found with id 'thread_")


@pytest.mark.parametrize(
    "path", ["/v1/threads/a/b/c/d", "/v1/assistants/", "/v1//assistants", "/v1/threads/a%2Fb", "/v1"]
)
def test_an_address_that_is_almost_right_is_unknown(server_url, path):
    status, error = ask(f"{server_url}{path}")
    assert status == 404 and error["message"].startswith("Invalid URL (GET /v1")


@pytest.mark.parametrize("name", ["img-" + "x" * 300 + ".png", "img-%00.png", "..%2Fstore.sqlite3", "store.sqlite3"])
def test_a_picture_has_no_other_name_than_its_own(server_url, name):
    assert ask(f"{server_url}/images/{name}", token=None)[0] == 404


@pytest.mark.parametrize("method", ["PUT", "PATCH", "OPTIONS", "TRACE", "DELETE", "FOO"])
def test_a_wrong_method_is_told_the_right_ones(server_url, method):
    with pytest.raises(HTTPError) as refused:
        urlopen(
            Request(f"{server_url}/v1/assistants", None, BETA | {"Authorization": f"Bearer {TOKEN}"}, method=method)
        )
    assert refused.value.code == 405 and refused.value.headers["Allow"] == "GET, POST"


def test_of_a_parameter_given_twice_one_counts(server_url):
    status, page = ask(f"{server_url}/v1/assistants?limit=1&limit=2&order=asc&order=desc&nothing=%00")
    assert status == 200 and len(page["data"]) <= 2


def form(name: str, *, purpose: bytes = b"assistants") -> bytes:
    field = b'--b\r\nContent-Disposition: form-data; name="purpose"\r\n\r\n' + purpose + b"\r\n"
    file = f'--b\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\nx\r\n'.encode()
    return field + file + b"--b--\r\n"


@pytest.mark.parametrize("charset", ["utf-8", "unicode_escape", "hex", "klingon", "utf-16"])
def test_an_upload_in_an_odd_encoding_breaks_nothing(server_url, charset):
    kind = {"Content-Type": f"multipart/form-data; boundary=b; charset={charset}"}
    status, file = ask(f"{server_url}/v1/files", "POST", form("a\\ud800.txt"), **kind)
    if status == 200:
        assert ask(f"{server_url}/v1/files/{file['id']}")[1] == file
    assert status in (200, 400)


def test_an_upload_that_is_cut_off_is_refused(server_url):
    kind = {"Content-Type": "multipart/form-data; boundary=b"}
    for length in (1, 40, 100, len(form("a.txt")) - 12):
        status, error = ask(f"{server_url}/v1/files", "POST", form("a.txt")[:length], **kind)
        assert status == 400 and error["message"], length
