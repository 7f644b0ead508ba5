"""What `show_wire` shows: requests and answers, never a key."""

import pytest
from openai import DefaultHttpxClient, OpenAI

from helpers import settings, wire
from helpers.wire import WireView, hooks, show_wire
from tests.conftest import TOKEN


@pytest.fixture
def client(server_url):
    wire._noted.clear()
    http = DefaultHttpxClient(trust_env=False, event_hooks=hooks())
    return OpenAI(base_url=f"{server_url}/v1", api_key=TOKEN, max_retries=0, http_client=http)


def test_nothing_was_sent_yet(client):
    assert "not made a request" in repr(show_wire())
    assert "not made a request" in show_wire()._repr_html_()


def test_each_request_is_a_line_with_its_json_and_curl_below(client):
    thread = client.beta.threads.create(messages=[{"role": "user", "content": "it's <b>"}])
    client.beta.threads.messages.list(thread.id, limit=5)
    view = show_wire()
    assert repr(view) == f"POST /v1/threads → 200\nGET /v1/threads/{thread.id}/messages?limit=5 → 200"
    html = view._repr_html_()
    assert "&lt;b&gt;" in html and "<b>" not in html.replace("<b>sent</b>", "").replace("<b>received</b>", "")
    curl = view._exchanges[0].as_curl
    assert curl.startswith('curl -X POST "$OPENAI_BASE_URL/threads" -H "Authorization: Bearer $OPENAI_API_KEY"')
    assert "OpenAI-Beta: assistants=v2" in curl


def test_the_key_is_nowhere(client):
    client.beta.threads.create()
    view = show_wire()
    assert TOKEN not in repr(view) + view._repr_html_() + str(view._exchanges)


def test_a_refusal_is_shown_too(client):
    with pytest.raises(Exception, match=r"400|404"):
        client.beta.threads.retrieve("thread_nowhere")
    assert repr(show_wire()) == "GET /v1/threads/thread_nowhere → 404"


def test_polling_is_one_line_however_often_the_clock_made_it_ask(client):
    thread = client.beta.threads.create()
    for _ in range(3):
        client.beta.threads.retrieve(thread.id)
    assert repr(show_wire()).count("GET") == 1
    assert show_wire()._repr_html_().count("<code>GET") == 1
    assert repr(show_wire(last=2)) == repr(show_wire())


def test_what_was_sent_twice_can_be_looked_into_twice(client):
    thread = client.beta.threads.create()
    for words in ("one", "two"):
        client.beta.threads.messages.create(thread.id, role="user", content=words)
    html = show_wire()._repr_html_()
    assert "one" in html and "two" in html


def test_a_stream_is_not_held_back_and_files_are_told_by_their_size(client):
    assistant = client.beta.assistants.create(model=settings.MODEL)
    thread = client.beta.threads.create(messages=[{"role": "user", "content": "2 + 3"}])
    for _ in client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id, stream=True):
        pass
    client.files.create(file=("a.txt", b"hello"), purpose="assistants")
    html = show_wire()._repr_html_()
    assert "a stream of events" in html
    assert "a form with a file" in html


def test_long_texts_are_shortened(client):
    client.beta.threads.create(messages=[{"role": "user", "content": "x" * 5000}])
    assert "x" * 400 not in show_wire()._repr_html_()


def test_only_the_newest_cell_that_made_requests_is_shown(client):
    client.beta.threads.create()
    wire._next_cell()
    client.models.list()
    wire._next_cell()
    assert isinstance(show_wire(), WireView)
    assert repr(show_wire()) == "GET /v1/models → 200"
