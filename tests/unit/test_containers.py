import asyncio

import pytest
from openai import AsyncOpenAI, BadRequestError, DefaultAsyncHttpxClient, NotFoundError

from helpers.server import containers
from helpers.settings import MODEL
from tests.conftest import TOKEN, client_for, serving
from tests.providers import Script, run_code, say

WRITE = "open('/mnt/data/made.txt', 'w').write('made')"


def run_in(client, container_id: str) -> str:
    """What the next code of the script prints in this container."""
    response = client.responses.create(
        model=MODEL,
        input="go",
        tools=[{"type": "code_interpreter", "container": container_id}],
        include=["code_interpreter_call.outputs"],
    )
    return "".join(output.logs for output in response.output[0].outputs)


def read(client, file) -> bytes:
    return client.containers.files.content.retrieve(file.id, container_id=file.container_id).read()


def paths(client, container_id: str) -> list[str]:
    return [file.path for file in client.containers.files.list(container_id, order="asc")]


def test_a_container_is_made_found_and_deleted(client):
    made = client.containers.create(
        name="mine", memory_limit="4g", expires_after={"anchor": "last_active_at", "minutes": 5}
    )
    assert made.id.startswith("cntr_") and (made.object, made.name, made.status) == ("container", "mine", "running")
    assert (made.memory_limit, made.expires_after.minutes) == ("4g", 5)
    assert client.containers.retrieve(made.id).to_dict() == made.to_dict()
    assert made.id in [container.id for container in client.containers.list()]
    assert [container.id for container in client.containers.list(name="mine")] == [made.id]
    client.containers.delete(made.id)
    with pytest.raises(NotFoundError, match=f"Container with id '{made.id}' not found"):
        client.containers.retrieve(made.id)


def test_a_container_lives_for_twenty_minutes_by_default(client):
    made = client.containers.create(name="a")
    assert (made.expires_after.anchor, made.expires_after.minutes) == ("last_active_at", 20)


@pytest.mark.parametrize(
    ("body", "param"),
    [
        ({}, "name"),
        ({"name": "a", "colour": "red"}, "colour"),
        ({"name": "a", "memory_limit": "2g"}, "memory_limit"),
        ({"name": "a", "expires_after": {"anchor": "last_active_at", "minutes": 0}}, "expires_after.minutes"),
        ({"name": "a", "network_policy": {"type": "allowlist", "allowed_domains": ["a.b"]}}, "network_policy"),
        ({"name": "a", "skills": [{"type": "skill_reference", "skill_id": "s"}]}, "skills"),
    ],
)
def test_what_a_container_cannot_be(client, body, param):
    answer = client._client.post(f"{client.base_url}containers", json=body, headers=client.auth_headers)
    assert (answer.status_code, answer.json()["error"]["param"]) == (400, param)


def test_files_are_uploaded_copied_and_downloaded(client):
    uploaded = client.files.create(file=("b.txt", b"copied"), purpose="user_data")
    container = client.containers.create(name="a", file_ids=[uploaded.id])
    file = client.containers.files.create(container.id, file=("a.txt", b"sent"))
    assert file.id.startswith("cfile_") and (file.object, file.bytes, file.source) == ("container.file", 4, "user")
    assert file.path == "/mnt/data/a.txt"
    again = client.containers.files.create(container.id, file_id=uploaded.id)
    assert paths(client, container.id)[:2] == ["/mnt/data/b.txt", "/mnt/data/a.txt"]
    assert (read(client, file), read(client, again)) == (b"sent", b"copied")
    assert client.containers.files.retrieve(file.id, container_id=container.id).to_dict() == file.to_dict()
    # The copy does not need the original.
    client.files.delete(uploaded.id)
    assert read(client, again) == b"copied"


def test_a_name_that_is_taken_gets_a_number(client):
    container = client.containers.create(name="a")
    for content in (b"one", b"two"):
        client.containers.files.create(container.id, file=("가게 매출.csv", content))
    one, two = paths(client, container.id)
    assert one == "/mnt/data/가게 매출.csv" and two != one and two.endswith(".csv")


def test_code_sees_the_files_and_leaves_others(serve_with):
    script = Script(
        run_code(f"print(open('/mnt/data/a.txt').read()); {WRITE}"),
        say("ok"),
        run_code("open('/mnt/data/made.txt', 'a').write('!'); import os; os.remove('/mnt/data/a.txt')"),
        say("ok"),
    )
    client = serve_with(script)
    container = client.containers.create(name="a")
    client.containers.files.create(container.id, file=("a.txt", b"hello"))
    assert run_in(client, container.id).startswith("hello")
    newest = client.containers.files.list(container.id).data[0]
    assert (newest.path, newest.source, newest.bytes) == ("/mnt/data/made.txt", "assistant", 4)
    run_in(client, container.id)
    (left,) = client.containers.files.list(container.id)
    assert (left.id, left.bytes, read(client, left)) == (newest.id, 5, b"made!")


def test_a_deleted_file_is_gone_for_code_too(serve_with):
    listing = "import os; print(os.listdir('/mnt/data'))"
    client = serve_with(Script(run_code(WRITE), say("ok"), run_code(listing), say("ok")))
    container = client.containers.create(name="a")
    client.containers.files.create(container.id, file=("a.txt", b"hello"))
    run_in(client, container.id)
    for file in client.containers.files.list(container.id):
        client.containers.files.delete(file.id, container_id=container.id)
        with pytest.raises(NotFoundError, match="Container file with id"):
            client.containers.files.retrieve(file.id, container_id=container.id)
    assert run_in(client, container.id) == "[]\n"


def test_a_file_belongs_to_its_container(client):
    one, other = client.containers.create(name="a"), client.containers.create(name="b")
    file = client.containers.files.create(one.id, file=("a.txt", b"x"))
    with pytest.raises(NotFoundError):
        client.containers.files.retrieve(file.id, container_id=other.id)
    with pytest.raises(BadRequestError) as refusal:
        client.containers.files.create(one.id)
    assert refusal.value.param == "file_id"
    with pytest.raises(NotFoundError, match="No such File object"):
        client.containers.files.create(one.id, file_id="file-none")


def test_a_container_expires(serve_with, monkeypatch):
    client = serve_with(Script(run_code("x = 1"), say("ok"), run_code("print('fresh')"), say("ok")))
    auto = {"type": "code_interpreter", "container": {"type": "auto"}}
    first = client.responses.create(model=MODEL, input="go", tools=[auto])
    old = first.output[0].container_id
    file = client.containers.files.create(old, file=("a.txt", b"x"))
    moment = containers.now()
    monkeypatch.setattr(containers, "now", lambda: moment + 20 * 60)
    assert client.containers.retrieve(old).status == "expired"
    for refused in (
        lambda: client.containers.files.list(old),
        lambda: read(client, file),
        lambda: client.containers.files.create(old, file=("b.txt", b"x")),
        lambda: run_in(client, old),
    ):
        with pytest.raises(BadRequestError, match="Container is expired"):
            refused()
    again = client.responses.create(model=MODEL, input="go", tools=[auto], previous_response_id=first.id)
    assert again.output[0].container_id != old


def test_containers_are_apart(serve_with):
    look = "import os; print(os.path.exists('/mnt/data/made.txt'))"
    client = serve_with(Script(run_code(WRITE), say("ok"), run_code(look), say("ok")))
    one, other = client.containers.create(name="a"), client.containers.create(name="b")
    run_in(client, one.id)
    assert run_in(client, other.id) == "False\n"


def test_files_survive_a_restart(tmp_path):
    with serving(tmp_path, Script(run_code(WRITE), say("ok"))) as url:
        client = client_for(url)
        container_id = client.containers.create(name="a").id
        run_in(client, container_id)
    with serving(tmp_path) as url:
        client = client_for(url)
        (file,) = client.containers.files.list(container_id)
        assert read(client, file) == b"made"


def test_the_asynchronous_client(tmp_path):
    async def walk(url: str) -> bytes:
        http = DefaultAsyncHttpxClient(trust_env=False)
        async with AsyncOpenAI(base_url=f"{url}/v1", api_key=TOKEN, http_client=http) as client:
            container = await client.containers.create(name="a")
            file = await client.containers.files.create(container.id, file=("a.txt", b"hello"))
            content = await client.containers.files.content.retrieve(file.id, container_id=container.id)
            await client.containers.delete(container.id)
            return await content.aread()

    with serving(tmp_path) as url:
        assert asyncio.run(walk(url)) == b"hello"
