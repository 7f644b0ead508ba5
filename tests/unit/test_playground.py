"""The playground, driven as its widgets are: fields filled, keys pressed, buttons clicked."""

import itertools
import json
import threading
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from ipywidgets import FileUpload

import helpers
from helpers.reuse import all_remembered, remember
from helpers.settings import MODEL
from helpers.widgets import parts
from helpers.widgets.playground import Playground
from tests.conftest import client_for
from tests.providers import Script, Waits, call, run_code, say
from tests.widget_pages import every, page_of

SECONDS = 20
_keys = itertools.count()

WORDS = {
    "en": {
        "send": "Send",
        "save": "Save",
        "refresh": "Refresh the list",
        "cancel": "Cancel run",
        "new": "New thread",
        "code": "This conversation as code",
        "submit": "Submit the results",
        "remove": "Remove",
        "functions": "Functions",
        "interpreter": "Code interpreter",
        "search": "File search",
        "instructions": "Instructions",
        "name": "Name",
        "assistant": "Assistant",
        "model": "Model",
        "json": "Functions (JSON)",
    },
    "ko": {
        "send": "보내기",
        "save": "저장",
        "refresh": "목록 새로 고침",
        "cancel": "실행 취소",
        "new": "새 스레드",
        "code": "같은 대화를 코드로",
        "submit": "결과 보내기",
        "remove": "떼기",
        "functions": "함수",
        "interpreter": "코드 인터프리터",
        "search": "파일 검색",
        "instructions": "지침",
        "name": "이름",
        "assistant": "어시스턴트",
        "model": "모델",
        "json": "함수 선언 (JSON)",
    },
}


class Reader:
    """Somebody in front of a playground, who sees its labels and nothing else."""

    def __init__(self, client, language="en", **options):
        options.setdefault("key", f"test-{next(_keys)}")
        self.words = WORDS[language]
        self.playground = Playground(client, **options)

    def all(self):
        return every(self.playground)

    def find(self, label):
        words = self.words[label]
        (found,) = [each for each in self.all() if getattr(each, "description", None) == words]
        return found

    def click(self, label):
        button = self.find(label)
        assert not button.disabled
        button.click()

    def fill(self, label, value):
        self.find(label).value = value

    @property
    def line(self):
        return next(each for each in self.all() if isinstance(each, parts.EnterField) and "Enter" in each.placeholder)

    def enter(self, text, field=None):
        """Type and press Enter: the browser tells of the key first, then of the text."""
        field = field or self.line
        field._handle_custom_msg({"event": "submit"}, [])
        field.value = text

    def asks(self, text):
        self.enter(text)
        self.wait()

    def wait(self):
        self.playground._talk.wait(SECONDS)

    @property
    def page(self):
        return page_of(self.playground)


@pytest.fixture(params=["ko", "en"])
def language(request, monkeypatch):
    monkeypatch.setenv("WORKSHOP_LANG", request.param)
    return request.param


def test_an_assistant_is_made_asked_and_remembered(client, language):
    reader = Reader(client, language, key=f"made-{language}")
    before = len(client.beta.assistants.list(limit=100).data)
    reader.fill("name", "clerk")
    reader.fill("interpreter", True)
    reader.asks("12 * 2500 = ?")
    assert "30,000" in reader.page and "completed" in reader.page
    made = client.beta.assistants.retrieve(reader.playground.assistant_id)
    assert (made.name, made.model, [tool.type for tool in made.tools]) == ("clerk", MODEL, ["code_interpreter"])
    assert reader.line.value == ""
    again = Reader(client, language, key=f"made-{language}")
    assert again.playground.assistant_id == made.id
    assert again.playground.thread_id == reader.playground.thread_id
    assert again.page.count("30,000") == reader.page.count("30,000")
    assert len(client.beta.assistants.list(limit=100).data) == before + 1


def test_the_text_of_the_widget_names_the_assistant_and_not_the_conversation(client, language):
    reader = Reader(client, language)
    empty = repr(reader.playground)
    reader.fill("name", "a name that is much longer than the hundred letters which ipywidgets would leave of it, " * 2)
    reader.click("save")
    text = reader.playground._repr_mimebundle_()["text/plain"]
    assert text == repr(reader.playground) != empty and MODEL in text
    reader.asks("hello")
    assert repr(reader.playground) == text


def test_an_answer_grows_while_it_is_told(serve_with, monkeypatch):
    monkeypatch.setattr("helpers.widgets.playground_chat._REDRAW_SECONDS", 0)
    reader = Reader(serve_with(Waits()))
    seen = threading.Event()
    draw = reader.playground._transcript.run

    def watched():
        view = draw()
        view.observe(lambda _: seen.set(), names="children")
        return view

    reader.playground._transcript.run = watched
    reader.enter("hello")
    assert seen.wait(SECONDS)
    # The message is there, the run is not over, and the buttons say so.
    assert reader.find("send").disabled and reader.find("new").disabled
    reader.enter("and now?")
    assert "Still answering" in reader.page
    while reader.playground._talk.run_id is None:
        pass
    reader.click("cancel")
    reader.wait()
    assert "cancelled" in reader.page and "half of" in reader.page
    assert not reader.find("send").disabled


def test_code_and_its_output_and_pictures_are_shown(serve_with):
    code = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\nprint('<done>')"
    reader = Reader(serve_with(Script(run_code(code), say("There, with **bold** and `code`."))))
    reader.fill("interpreter", True)
    reader.asks("draw")
    assert "plt.plot([1, 2])" in reader.page and "&lt;done&gt;" in reader.page
    shown = "".join(each.value for each in reader.all() if type(each).__name__ == "HTML")
    assert "data:image/png;base64," in shown and 'alt="a picture drawn by the assistant"' in shown
    assert "<b>bold</b>" in shown and "<code>code</code>" in shown
    assert "20 + 10 tokens" in reader.page


def test_functions_are_answered_in_a_field(serve_with, language):
    provider = Script(call(("stock", '{"of": "tulips"}'), ("stock", '{"of": "roses"}')), say("Five and six."))
    client = serve_with(provider)
    reader = Reader(client, language)
    reader.fill("functions", True)
    reader.fill("json", json.dumps({"name": "stock", "parameters": {"type": "object"}}))
    reader.asks("how many?")
    assert "requires_action" in reader.page and 'stock(of="tulips")' in reader.page.replace("&quot;", '"')
    reader.enter("something else")
    assert len(provider.requests) == 1
    # The cell is run again while the run waits: the fields are there again.
    again = Reader(client, language, key=reader.playground._talk._place.split("/")[-2])
    fields = [each for each in again.all() if isinstance(each, parts.EnterField) and each is not again.line]
    assert [field.description for field in fields] == ['stock(of="tulips") =', 'stock(of="roses") =']
    fields[0].value = "5"
    again.enter("6", fields[1])
    again.wait()
    assert "Five and six." in again.page and "→ 5" in again.page
    assert not [each for each in again.all() if getattr(each, "description", None) == again.words["submit"]]


def test_a_run_that_waits_can_be_cancelled(serve_with):
    reader = Reader(serve_with(Script(call(("stock", "{}")), say("Now I talk."))))
    reader.fill("functions", True)
    reader.fill("json", '[{"name": "stock"}]')
    reader.asks("how many?")
    reader.click("cancel")
    reader.wait()
    assert "cancelled" in reader.page and not reader.find("send").disabled
    reader.asks("talk")
    assert "Now I talk." in reader.page


def test_instructions_are_saved_under_the_same_id(client, language):
    made = client.beta.assistants.create(model=MODEL, name="old", instructions="Be brief.", description="kept")
    reader = Reader(client, language, assistant_id=made.id)
    reader.fill("instructions", "Answer in English.")
    reader.click("save")
    now = client.beta.assistants.retrieve(made.id)
    assert (now.instructions, now.name, now.description) == ("Answer in English.", "old", "kept")
    assert ("ID" in reader.page) and reader.playground.assistant_id == made.id


def test_fields_left_alone_follow_what_a_program_changes(serve_with):
    provider = Script(say("Yes."))
    client = serve_with(provider)
    made = client.beta.assistants.create(model=MODEL, name="shared", instructions="Be brief.")
    reader = Reader(client, assistant_id=made.id)
    client.beta.assistants.update(made.id, instructions="Be long.")
    reader.asks("2 + 3")
    assert provider.requests[0].instructions == reader.find("instructions").value == "Be long."


def test_edits_that_are_not_saved_are_there_again_when_the_cell_is_run_again(client):
    reader = Reader(client, key="edits")
    reader.fill("name", "draft")
    reader.click("save")
    reader.fill("instructions", "half a sent")
    reader.fill("interpreter", True)
    again = Reader(client, key="edits")
    assert (again.find("instructions").value, again.find("interpreter").value) == ("half a sent", True)
    assert client.beta.assistants.retrieve(again.playground.assistant_id).instructions == ""
    again.click("save")
    again.fill("instructions", "half a sentence")
    again.fill("instructions", "half a sent")
    client.beta.assistants.update(again.playground.assistant_id, instructions="another")
    assert Reader(client, key="edits").find("instructions").value == "another"


def test_another_assistant_is_chosen_from_the_list(client):
    first, second = (client.beta.assistants.create(model=MODEL, name=name) for name in ("first", "second"))
    reader = Reader(client, assistant_id=first.id)
    reader.find("assistant").value = second.id
    assert reader.playground.assistant_id == second.id and reader.find("name").value == "second"
    reader.find("assistant").value = ""
    assert reader.playground.assistant_id is None and reader.find("name").value == ""


def test_what_others_have_made_is_in_the_list_after_a_refresh(client):
    reader = Reader(client)
    reader.fill("instructions", "not saved yet")
    new = client.beta.assistants.create(model=MODEL, name="new").id
    assert new not in dict(reader.find("assistant").options).values()
    reader.click("refresh")
    assert new in dict(reader.find("assistant").options).values()
    assert reader.find("instructions").value == "not saved yet"


def test_models_that_draw_are_not_offered(client):
    assert set(Reader(client).find("model").options) == {MODEL}


def test_files_are_attached_to_both_tools_and_taken_away(client):
    reader = Reader(client)
    uploads = [each for each in reader.all() if isinstance(each, FileUpload)]
    for upload, name in zip(uploads, ("numbers.csv", "rules.txt"), strict=True):
        content = memoryview(b"a,b\n1,2\n")
        upload.value = ({"name": name, "content": content, "type": "", "size": 8, "last_modified": datetime.now(UTC)},)
    made = client.beta.assistants.retrieve(reader.playground.assistant_id)
    assert [tool.type for tool in made.tools] == ["code_interpreter", "file_search"]
    (file_id,) = made.tool_resources.code_interpreter.file_ids
    (store_id,) = made.tool_resources.file_search.vector_store_ids
    assert client.files.retrieve(file_id).filename == "numbers.csv"
    assert client.vector_stores.retrieve(store_id).file_counts.completed == 1
    assert "numbers.csv" in reader.page and "rules.txt" in reader.page
    next(each for each in reader.all() if getattr(each, "description", "") == "Remove").click()
    assert client.beta.assistants.retrieve(made.id).tool_resources.code_interpreter.file_ids == []
    assert "rules.txt" in reader.page and "numbers.csv" not in reader.page


def test_a_new_thread_forgets_nothing(client):
    reader = Reader(client)
    reader.asks("2 + 3")
    old = reader.playground.thread_id
    reader.click("new")
    assert reader.playground.thread_id is None and "2 + 3" not in reader.page
    reader.asks("4 + 4")
    assert reader.playground.thread_id not in (None, old)
    assert {old, reader.playground.thread_id} <= set(all_remembered().values())


def test_a_conversation_that_was_deleted_begins_anew(client):
    reader = Reader(client, key="deleted")
    reader.asks("2 + 3")
    client.beta.threads.delete(reader.playground.thread_id)
    client.beta.assistants.delete(reader.playground.assistant_id)
    again = Reader(client, key="deleted")
    assert again.playground.thread_id is None and again.playground.assistant_id is None
    again.asks("2 + 3")
    assert "completed" in again.page


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{", "JSON"),
        ("[]", '"name"'),
        ("[3]", '"name"'),
        ('{"title": "x"}', '"name"'),
        ('{"name": "a b"}', "function.name"),
    ],
)
def test_wrong_functions_are_explained_inside(client, language, written, said):
    reader = Reader(client, language)
    reader.fill("functions", True)
    reader.fill("json", written)
    reader.click("save")
    assert said in reader.page.replace("&quot;", '"') and reader.playground.assistant_id is None


def test_a_server_that_does_not_answer_is_said_inside(language):
    reader = Reader(client_for("http://127.0.0.1:9"), language)
    assert "connect()" in reader.page
    reader.asks("hello")
    assert "connect()" in reader.page


def test_a_run_that_fails_says_why(serve_with):
    from helpers.server.providers.base import ProviderError

    error = ProviderError("rate_limit_exceeded", "Too many | 너무 많음")
    reader = Reader(serve_with(Script(error)))
    reader.asks("hello")
    assert "failed" in reader.page and "Too many" in reader.page and "너무" not in reader.page


def test_a_run_of_somebody_else_in_the_thread_is_explained(client, serve_with, language):
    busy = serve_with(Waits())
    reader = Reader(busy, language)
    reader.click("save")
    thread = busy.beta.threads.create(messages=[{"role": "user", "content": "x"}])
    run = busy.beta.threads.runs.create(thread_id=thread.id, assistant_id=reader.playground.assistant_id)
    reader.playground._talk.thread_id = thread.id
    reader.asks("hello")
    assert ("아직 진행 중" if language == "ko" else "still active") in reader.page
    busy.beta.threads.runs.cancel(run.id, thread_id=thread.id)


def test_a_run_under_way_is_followed_when_the_cell_is_run_again(serve_with):
    busy = serve_with(Waits())
    assistant = busy.beta.assistants.create(model=MODEL)
    thread = busy.beta.threads.create(messages=[{"role": "user", "content": "x"}])
    run = busy.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
    remember("en/playground/again/thread", thread.id)
    reader = Reader(busy, key="again", assistant_id=assistant.id)
    assert not reader.find("cancel").disabled
    reader.click("cancel")
    reader.wait()
    assert busy.beta.threads.runs.retrieve(run.id, thread_id=thread.id).status == "cancelled"
    assert "cancelled" in reader.page


def test_enter_sends_what_was_typed_before_too(client):
    told = []
    arrived = threading.Event()
    field = parts.EnterField(lambda text: (told.append(text), arrived.set()))
    field.value = "left with Tab"
    assert not told
    # Enter in the same text: the browser has nothing new to tell, only the key.
    field._handle_custom_msg({"event": "submit"}, [])
    assert arrived.wait(SECONDS) and told == ["left with Tab"]
    field.value = "left again"
    field._handle_custom_msg({"event": "submit"}, [])
    field.value = "left again, and changed"
    assert told[1:] == ["left again, and changed"]


def test_blank_questions_are_not_sent(client):
    reader = Reader(client)
    reader.asks("   ")
    reader.find("send").click()
    assert reader.playground.thread_id is None and reader.playground.assistant_id is None


def test_ask_types_for_the_reader_and_waits(client):
    reader = Reader(client)
    reader.playground.ask("2 + 3")
    assert "completed" in reader.page


def run_program(code, client, monkeypatch, capsys):
    monkeypatch.setitem(vars(helpers), "connect", lambda: client)
    exec(compile(code, "exported", "exec"), {"__name__": "exported"})
    return capsys.readouterr().out


def test_the_same_conversation_as_code_runs(client, monkeypatch, capsys, language):
    reader = Reader(client, language)
    reader.fill("name", 'a "quoted" name')
    reader.fill("instructions", "Answer with the number only.\nNothing else.")
    reader.fill("interpreter", True)
    reader.asks("7 * 3000 = ?")
    reader.asks('What is 2 + 3?\n"Quoted" and \\n')
    reader.click("code")
    (shown,) = [each for each in reader.all() if getattr(each, "description", "") in ("SDK code", "SDK 코드")]
    assert shown.layout.display == "" and shown.value == reader.playground.code()
    assert MODEL not in shown.value
    before = {item.id for item in client.beta.assistants.list(limit=100)}
    said = run_program(shown.value, client, monkeypatch, capsys)
    assert "21,000" in said and "5" in said
    (new,) = [item for item in client.beta.assistants.list(limit=100) if item.id not in before]
    old = client.beta.assistants.retrieve(reader.playground.assistant_id)
    assert (new.name, new.instructions, new.tools) == (old.name, old.instructions, old.tools)


def test_the_results_of_functions_are_in_the_code(serve_with, monkeypatch, capsys):
    steps = [call(("stock", '{"of": "tulips"}')), say("Seven.")]
    provider = Script(*steps, *steps)
    client = serve_with(provider)
    reader = Reader(client)
    reader.fill("functions", True)
    reader.fill("json", '{"name": "stock", "parameters": {"type": "object", "properties": {}}, "strict": false}')
    reader.asks("how many?")
    field = next(each for each in reader.all() if isinstance(each, parts.EnterField) and each is not reader.line)
    field.value = "7"
    reader.click("submit")
    reader.wait()
    assert run_program(reader.playground.code(), client, monkeypatch, capsys) == "Seven.\n"
    assert provider.requests[-1].items[-1].output == "7"


def test_code_of_no_assistant_is_explained(client):
    reader = Reader(client)
    reader.click("code")
    assert "Save the assistant first" in reader.page
    with pytest.raises(ValueError, match="no assistant"):
        reader.playground.code()


def test_runs_without_an_answer_stay_in_their_place():
    from helpers.widgets.playground_talk import _in_order

    def question(id, at):
        return SimpleNamespace(id=id, role="user", run_id=None, created_at=at)

    def answer(id, run_id, at):
        return SimpleNamespace(id=id, role="assistant", run_id=run_id, created_at=at)

    def run(id, at):
        return SimpleNamespace(id=id, created_at=at)

    messages = [question("q1", 1), question("q2", 2), answer("a2", "r2", 2), question("q3", 2), answer("a3", "r3", 3)]
    order = _in_order(messages, [run("r1", 1), run("r2", 2), run("r3", 2), run("r4", 9)])
    assert [each.id for each in order] == ["q1", "r1", "q2", "r2", "q3", "r3", "r4"]
