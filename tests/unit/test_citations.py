"""Annotations, whose indices count the characters of the text: of `【number:index†name】`, and of links to files."""

from collections.abc import Callable, Iterator

import pytest
from openai import OpenAI

from helpers.server.objects import find_citations
from helpers.server.providers.base import (
    ModelRequest,
    Provider,
    SearchCall,
    TextDelta,
    ToolCallDelta,
    ToolCallStart,
    Usage,
)
from helpers.settings import MODEL
from tests.conftest import client_for, serving
from tests.providers import Script, run_code, say

SEARCH = [{"type": "file_search"}]
DOCUMENTS = {
    "환불.md": "환불은 배송 뒤 14일 안에 됩니다. 영수증이 필요합니다.",
    "pets.txt": "Dogs may come in on Fridays.",
}
Answer = Callable[[list[SearchCall]], str]


class Cites:
    """A provider that searches for the newest question and then says what a function makes of all searches so far."""

    name = "cites"
    code_is_ours = True

    answer: Answer

    async def respond(self, request: ModelRequest):
        newest = request.items[-1]
        if isinstance(newest, SearchCall):
            yield TextDelta(self.answer([item for item in request.items if isinstance(item, SearchCall)]))
        else:
            yield ToolCallStart("s", "file_search")
            yield ToolCallDelta("s", newest.text)
        yield Usage(1, 1)


class Desk:
    """A thread with a store that holds the documents."""

    def __init__(self, client: OpenAI) -> None:
        self.client = client
        self.files = {
            name: client.files.create(file=(name, text.encode()), purpose="assistants").id
            for name, text in DOCUMENTS.items()
        }
        attachments = [{"file_id": file_id, "tools": SEARCH} for file_id in self.files.values()]
        self.assistant = client.beta.assistants.create(model=MODEL, tools=SEARCH)
        self.thread = client.beta.threads.create(
            messages=[{"role": "user", "content": "읽어 주세요", "attachments": attachments}]
        )

    def ask(self, question: str):
        """The text of the answer, and the run."""
        self.client.beta.threads.messages.create(self.thread.id, role="user", content=question)
        run = self.client.beta.threads.runs.create_and_poll(
            thread_id=self.thread.id, assistant_id=self.assistant.id, poll_interval_ms=20
        )
        assert run.status == "completed", run.last_error
        (message,) = self.client.beta.threads.messages.list(self.thread.id, run_id=run.id).data
        return message.content[0].text, run


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[OpenAI, Cites]]:
    provider = Cites()
    with serving(tmp_path_factory.mktemp("citations"), provider) as url:
        yield client_for(url), provider


@pytest.fixture
def desk(served: tuple[OpenAI, Cites]) -> Callable[[Answer], Desk]:
    client, provider = served

    def sit_down(answer: Answer) -> Desk:
        provider.answer = answer
        return Desk(client)

    return sit_down


def marker(search: SearchCall, index: int = 0) -> str:
    return f"【{search.number}:{index}†{search.passages[index].filename}】"


def test_indices_count_characters_whatever_stands_before(desk) -> None:
    def answer(searches: list[SearchCall]) -> str:
        # Emoji outside the first plane, one of several code points, a letter with a combining mark, a Hangul jamo.
        return f"😀👩‍👩‍👧 e\u0301 한글 {marker(searches[-1])} ᄒ\n둘째 줄 {marker(searches[-1], 1)}."

    text, _ = desk(answer).ask("환불 기간")
    assert len(text.annotations) == 2
    for annotation in text.annotations:
        assert text.value[annotation.start_index : annotation.end_index] == annotation.text
        assert annotation.text.startswith("【") and annotation.text.endswith("】")
    assert text.annotations[0].start_index == text.value.index("【")


def test_searches_of_one_thread_are_told_apart(desk) -> None:
    here = desk(lambda searches: " ".join(marker(search) for search in searches))
    first, _ = here.ask("환불 기간")
    assert [one.file_citation.file_id for one in first.annotations] == [here.files["환불.md"]]
    second, _ = here.ask("May dogs come in on Fridays?")
    assert [one.file_citation.file_id for one in second.annotations] == [here.files["환불.md"], here.files["pets.txt"]]
    assert len({one.text for one in second.annotations}) == 2


def test_a_marker_for_what_was_not_found_is_plain_text(desk) -> None:
    text, _ = desk(lambda searches: f"a【{searches[-1].number}:9†x】 b【99:0†y】 c【1:2】 {marker(searches[-1])}").ask(
        "dogs"
    )
    (annotation,) = text.annotations
    assert annotation.start_index == text.value.rindex("【")


def test_a_file_that_was_deleted_since_is_still_named(desk) -> None:
    here = desk(lambda searches: marker(searches[0]))
    before, _ = here.ask("환불 기간")
    here.client.files.delete(here.files["환불.md"])
    after, run = here.ask("dogs")
    # The first search still stands in the thread, as it was; the second no longer finds the file.
    assert after.annotations == before.annotations
    steps = here.client.beta.threads.runs.steps.list(run.id, thread_id=here.thread.id, order="asc").data
    found = {hit.file_id for hit in steps[0].step_details.tool_calls[0].file_search.results}
    assert found == {here.files["pets.txt"]}


def test_steps_carry_scores_always_and_content_when_asked(desk) -> None:
    here = desk(lambda searches: "ok")
    _, run = here.ask("환불 기간")
    steps = here.client.beta.threads.runs.steps
    content = "step_details.tool_calls[*].file_search.results[*].content"
    for include, has_content in (([], False), ([content], True)):
        listed = steps.list(run.id, thread_id=here.thread.id, order="asc", include=include).data[0]
        one = steps.retrieve(listed.id, run_id=run.id, thread_id=here.thread.id, include=include)
        assert listed == one
        call = one.step_details.tool_calls[0].file_search
        assert (call.ranking_options.ranker, call.ranking_options.score_threshold) == ("default_2024_08_21", 0.0)
        assert [hit.score for hit in call.results] == sorted((hit.score for hit in call.results), reverse=True)
        assert call.results[0].file_name == "환불.md" and 0 < call.results[0].score <= 1
        assert bool(call.results[0].content) is has_content
        if has_content:
            assert "14일" in call.results[0].content[0].text


def test_links_to_written_files_may_have_their_spaces_encoded(serve_with: Callable[[Provider], OpenAI]) -> None:
    code = "import os\nos.mkdir('새 폴더')\nopen('새 폴더/my report.txt', 'w').write('42')"
    encoded = "%EC%83%88%20%ED%8F%B4%EB%8D%94/my%20report.txt"
    text = f"😀 [a](sandbox:/mnt/data/새 폴더/my report.txt) [b](sandbox:/mnt/data/{encoded})"
    client = serve_with(Script(run_code(code), say(text)))
    assistant = client.beta.assistants.create(model=MODEL, tools=[{"type": "code_interpreter"}])
    run = client.beta.threads.create_and_run_poll(
        assistant_id=assistant.id, thread={"messages": [{"role": "user", "content": "write"}]}, poll_interval_ms=20
    )
    (message,) = client.beta.threads.messages.list(run.thread_id, run_id=run.id).data
    part = message.content[0].text
    assert len(part.annotations) == 2
    for annotation in part.annotations:
        assert part.value[annotation.start_index : annotation.end_index] == annotation.text
        assert client.files.content(annotation.file_path.file_id).read() == b"42"
        assert client.files.retrieve(annotation.file_path.file_id).filename == "my report.txt"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("no marker", []),
        ("【1:2†a b.pdf】", [(0, 13, 1, 2)]),
        ("가【0:0†a】나【10:3†😀.md】", [(1, 8, 0, 0), (9, 20, 10, 3)]),
        ("【1:2†open", []),
        ("【a:b†c】", []),
    ],
)
def test_markers_are_found(text: str, found: list[tuple[int, int, int, int]]) -> None:
    assert find_citations(text) == found
