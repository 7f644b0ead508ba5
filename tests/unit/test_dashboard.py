"""The dashboard, driven as its widgets are: sections turned to, rows marked, buttons clicked."""

import pytest
from ipywidgets import Button, Checkbox

from helpers.reuse import all_remembered, remember
from helpers.settings import MODEL
from helpers.widgets.dashboard import Dashboard
from tests.conftest import client_for
from tests.providers import Script, say
from tests.widget_pages import every, page_of


class Reader:
    """Somebody in front of a dashboard."""

    def __init__(self, client, section="assistants", **options):
        self.dashboard = Dashboard(client, **options)
        self.dashboard.section = section

    def all(self):
        return every(self.dashboard)

    def button(self, *labels):
        buttons = [each for each in self.all() if isinstance(each, Button)]
        return next(each for each in buttons if each.description.partition(" (")[0] in labels)

    def click(self, *labels):
        button = self.button(*labels)
        assert not button.disabled and button.layout.display != "none"
        button.click()

    def rows(self):
        return self.dashboard._rows.children

    def mark(self, *ids):
        for row in self.rows():
            box, label = row.children
            assert isinstance(box, Checkbox)
            if any(id in label.value for id in ids):
                box.value = True

    def search(self, words):
        self.dashboard._search.value = words

    @property
    def page(self):
        return page_of(self.dashboard)


DELETE, SURE, KEEP = (
    ("Delete selected", "고른 것 지우기"),
    ("Really delete", "정말 지우기"),
    ("Keep them", "그만두기"),
)
DUPLICATES, REFRESH, MORE = ("Select duplicates", "중복 고르기"), ("Refresh", "새로 고침"), ("Show more", "더 보기")


@pytest.fixture(params=["ko", "en"])
def language(request, monkeypatch):
    monkeypatch.setenv("WORKSHOP_LANG", request.param)
    return request.param


@pytest.fixture
def client(serve_with):
    # A server of its own: a dashboard shows all there is.
    return serve_with(Script(say("one")))


@pytest.fixture(autouse=True)
def _own_ids(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKSHOP_STATE", str(tmp_path / "ids"))


def make(client, *names, instructions="Be brief."):
    return [client.beta.assistants.create(model=MODEL, name=name, instructions=instructions).id for name in names]


def test_assistants_stand_there_with_their_ids(client, language):
    first, second = make(client, "clerk", "<b>baker</b>")
    reader = Reader(client)
    assert first in reader.page and second in reader.page and "&lt;b&gt;baker" in reader.page
    assert ("2개" if language == "ko" else "2 in all") in reader.page


def test_its_text_does_not_depend_on_what_there_is(client, language):
    before = repr(Dashboard(client))
    make(client, "clerk")
    after = Dashboard(client, search="x")
    assert after._repr_mimebundle_()["text/plain"] == repr(after) == before
    assert ("스레드" if language == "ko" else "Threads") in before


def test_duplicates_are_marked_and_all_but_the_oldest_selected(client, language):
    oldest, _, _, other = make(client, "clerk", "clerk", "clerk", "baker")
    (different,) = make(client, "clerk", instructions="Be long.")
    reader = Reader(client)
    assert reader.page.count("중복" if language == "ko" else "duplicate") >= 3
    reader.click(*DUPLICATES)
    assert reader.button(*DELETE).description.endswith("(2)")
    reader.click(*DELETE)
    reader.click(*SURE)
    assert {item.id for item in client.beta.assistants.list()} == {oldest, other, different}
    assert ("2개를 지웠습니다" if language == "ko" else "Deleted 2") in reader.page
    assert reader.button(*DUPLICATES).layout.display == "none"


def test_nothing_is_deleted_before_the_second_click(client):
    (only,) = make(client, "clerk")
    reader = Reader(client)
    assert reader.button(*DELETE).disabled
    reader.mark(only)
    reader.click(*DELETE)
    assert "clerk" in reader.page and "cannot be undone" in reader.page
    assert len(client.beta.assistants.list().data) == 1
    reader.click(*KEEP)
    assert "cannot be undone" not in reader.page
    reader.click(*DELETE)
    reader.search("cle")
    # What is looked at has changed, so the question is asked anew.
    assert "cannot be undone" not in reader.page
    assert len(client.beta.assistants.list().data) == 1


def test_only_what_is_marked_is_deleted(client):
    first, second = make(client, "clerk", "baker")
    reader = Reader(client)
    reader.mark(first)
    reader.click(*DELETE)
    reader.click(*SURE)
    assert [item.id for item in client.beta.assistants.list()] == [second]


def test_the_search_looks_at_names_ids_and_facts(client):
    first, _ = make(client, "Flower clerk", "baker")
    reader = Reader(client, search="")
    for words in ("flower", "CLERK flower", first[-8:], first):
        reader.search(words)
        assert len(reader.rows()) == 1 and first in reader.page, words
    reader.search("nobody")
    assert "nothing here" in reader.page
    assert len(Reader(client, search="").rows()) == 2


def test_what_is_marked_is_not_what_the_search_hides(client):
    first, _ = make(client, "clerk", "baker")
    reader = Reader(client)
    reader.mark(first)
    reader.search("baker")
    assert reader.button(*DELETE).disabled
    reader.search("")
    assert reader.button(*DELETE).description.endswith("(1)")


def test_threads_are_those_whose_ids_are_kept(client, language):
    kept, lost = (client.beta.threads.create(messages=[{"role": "user", "content": "x"}]).id for _ in range(2))
    remember("en/threads/04", kept)
    remember("en/playground/02/thread", "thread_gone")
    remember("en/playground/03/thread", "")
    reader = Reader(client, "threads")
    assert kept in reader.page and lost not in reader.page and len(reader.rows()) == 2
    assert ("나열하는 호출이 없습니다" if language == "ko" else "no call that lists threads") in reader.page
    assert ("서버에 없음" if language == "ko" else "not on the server") in reader.page
    reader.mark(kept, "thread_gone")
    reader.click(*DELETE)
    reader.click(*SURE)
    assert set(all_remembered().values()) == {""}
    assert reader.dashboard._entries == []


def test_files_and_vector_stores_are_listed_and_deleted(client, language):
    file = client.files.create(file=("rules.txt", b"Be kind."), purpose="assistants")
    store = client.vector_stores.create(name="rules", file_ids=[file.id])
    for section, id in (("files", file.id), ("vector_stores", store.id)):
        reader = Reader(client, section)
        assert id in reader.page and "rules" in reader.page
        reader.mark(id)
        reader.click(*DELETE)
        reader.click(*SURE)
        assert id not in reader.page
    assert client.files.list().data == [] and client.vector_stores.list().data == []


def test_runs_are_those_of_a_thread(client, language):
    (assistant,) = make(client, "clerk")
    thread = client.beta.threads.create(messages=[{"role": "user", "content": "x"}])
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant)
    remember("en/threads/04", thread.id)
    reader = Reader(client, "runs")
    assert run.id not in reader.page
    reader.dashboard._threads.value = thread.id
    assert run.id in reader.page and "completed" in reader.page and "15" in reader.page
    assert reader.button(*DELETE).layout.display == "none"
    # A thread that nobody remembered, by its ID.
    field = reader.dashboard._thread
    field._handle_custom_msg({"event": "submit"}, [])
    field.value = client.beta.threads.create().id
    assert run.id not in reader.page
    field._handle_custom_msg({"event": "submit"}, [])
    field.value = "thread_nowhere"
    assert "thread_nowhere" in reader.page


def test_what_others_have_made_is_seen_after_a_refresh(client):
    reader = Reader(client)
    (new,) = make(client, "clerk")
    assert new not in reader.page
    reader.click(*REFRESH)
    assert new in reader.page


def test_what_is_gone_already_is_said_and_the_rest_deleted(client, language):
    first, second = make(client, "clerk", "baker")
    reader = Reader(client)
    reader.mark(first, second)
    client.beta.assistants.delete(first)
    reader.click(*DELETE)
    reader.click(*SURE)
    assert ("서버에 없습니다" if language == "ko" else "Not on the server") in reader.page and first in reader.page
    assert ("1개를 지웠습니다" if language == "ko" else "Deleted 1") in reader.page
    assert client.beta.assistants.list().data == []


def test_a_long_list_comes_in_pages(client):
    make(client, *(f"clerk {number}" for number in range(53)))
    reader = Reader(client)
    assert len(reader.rows()) == 51
    reader.click(*MORE)
    assert len(reader.rows()) == 53


def test_another_section_begins_without_search_and_marks(client):
    (only,) = make(client, "clerk")
    reader = Reader(client, search="clerk")
    reader.mark(only)
    reader.dashboard.section = "files"
    reader.dashboard.section = "assistants"
    assert reader.button(*DELETE).disabled and reader.dashboard._search.value == ""


def test_a_server_that_does_not_answer_is_said_inside(language):
    reader = Reader(client_for("http://127.0.0.1:9"))
    assert "connect()" in reader.page
