"""The helpers that keep a cell re-runnable, and the command that forgets everything."""

import io

import pytest

from helpers import reset
from helpers.connection import connect, is_taken
from helpers.polling import wait_for, wait_until_free
from helpers.reuse import create_once, remembered, start_over
from helpers.settings import MODEL, state_folder


@pytest.fixture
def client(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("WORKSHOP_STATE", str(tmp_path / "state"))
    yield connect(pace="instant")
    reset.main(["--yes"])


def test_create_once_gives_the_same_object_and_takes_over_changes(client):
    first = create_once(client.beta.assistants, name="a", model=MODEL)
    again = create_once(client.beta.assistants, name="a", model=MODEL, instructions="Be brief.")
    assert again.id == first.id and again.instructions == "Be brief."
    assert len(client.beta.assistants.list().data) == 1


def test_create_once_makes_anew_what_was_deleted(client):
    first = create_once(client.beta.threads, key="k")
    client.beta.threads.delete(first.id)
    assert create_once(client.beta.threads, key="k").id != first.id


def test_create_once_wants_a_name(client):
    with pytest.raises(ValueError, match="key="):
        create_once(client.beta.threads)


def test_start_over_leaves_nothing_of_the_old_one(client):
    first = start_over(client.beta.threads, key="k")
    second = start_over(client.beta.threads, key="k")
    assert first.id != second.id
    with pytest.raises(Exception, match="No thread found"):
        client.beta.threads.retrieve(first.id)


def test_waiting_says_each_status_once_and_frees_the_thread(client, capsys):
    assistant = create_once(client.beta.assistants, name="a", model=MODEL)
    thread = create_once(client.beta.threads, key="k")
    run = client.beta.threads.runs.create(
        thread_id=thread.id,
        assistant_id=assistant.id,
        additional_messages=[{"role": "user", "content": "Hello"}],
        metadata={"scenario": "rate_limit_exceeded"},
    )
    capsys.readouterr()
    assert wait_for(client, run).status == "failed"
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "queued" and said[-2] == "failed" and said[-1].startswith("rate_limit_exceeded: ")
    assert len(said) == len(set(said))
    wait_until_free(client, thread.id)
    assert client.beta.threads.messages.create(thread.id, role="user", content="again").id


def test_reset_stops_the_server_and_forgets_only_what_is_the_workshops(client, capsys):
    create_once(client.beta.threads, key="k")
    mine = state_folder() / "my thesis.docx"
    mine.write_text("years of work")
    assert reset.main(["--yes"]) == 0
    assert [path.name for path in state_folder().iterdir()] == [mine.name]
    assert not is_taken(state_folder()) and remembered("en/threads/k") is None


@pytest.mark.parametrize("answer", ["", "n\n", "maybe\n"])
def test_reset_asks_first(client, monkeypatch, capsys, answer):
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    assert reset.main([]) == 1
    assert (state_folder() / "store.sqlite3").exists()
