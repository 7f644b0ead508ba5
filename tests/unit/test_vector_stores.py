import io
import time

import pytest
from openai import BadRequestError, NotFoundError, OpenAI
from pypdf import PdfWriter

from helpers.server import library
from helpers.server.providers.base import TextDelta, ToolCallDelta, ToolCallStart, Usage
from helpers.settings import MODEL
from tests.providers import Script

REFUND = "Refunds are possible within 14 days of delivery. Keep the receipt and the original box."
VACATION = "직원은 해마다 연차 휴가 15일을 씁니다. 휴가는 사흘 전에 신청합니다."
SEARCH = [{"type": "file_search"}]


def upload(client: OpenAI, name: str, text: str) -> str:
    return client.files.create(file=(name, text.encode()), purpose="assistants").id


@pytest.fixture
def store(client: OpenAI):
    files = [upload(client, "refund.md", REFUND), upload(client, "휴가.txt", VACATION)]
    made = client.vector_stores.create(name="policies", file_ids=files)
    made = finished(client, made.id)
    yield made
    client.vector_stores.delete(made.id)


def finished(client: OpenAI, id: str):
    deadline = time.monotonic() + 60
    while (store := client.vector_stores.retrieve(id)).status == "in_progress" and time.monotonic() < deadline:
        time.sleep(0.05)
    return store


def test_files_are_indexed_in_the_background_and_counted(client: OpenAI, store):
    assert (store.status, store.file_counts.completed, store.file_counts.total) == ("completed", 2, 2)
    assert store.usage_bytes > 0 and store.expires_at is None
    listed = client.vector_stores.files.list(store.id, filter="completed")
    assert {file.status for file in listed} == {"completed"}
    assert client.vector_stores.files.list(store.id, filter="failed").data == []


def test_search_finds_by_meaning_and_gives_scores(client: OpenAI, store):
    page = client.vector_stores.search(store.id, query="How long can I return a product?")
    assert page.data[0].filename == "refund.md" and 0 <= page.data[-1].score <= page.data[0].score <= 1
    assert "14 days" in page.data[0].content[0].text
    assert client.vector_stores.search(store.id, query="휴가 며칠 쓸 수 있나요?").data[0].filename == "휴가.txt"


def test_search_takes_all_its_parameters(client: OpenAI, store):
    search = client.vector_stores.search
    both = search(store.id, query=["return a product", "휴가 신청"])
    assert (both.object, both.has_more, both.next_page) == ("vector_store.search_results.page", False, None)
    assert both.search_query == ["return a product", "휴가 신청"]
    assert {hit.filename for hit in both} == {"refund.md", "휴가.txt"}
    assert [hit.score for hit in both] == sorted((hit.score for hit in both), reverse=True)
    (best,) = search(store.id, query="휴가", max_num_results=1)
    assert (best.filename, best.attributes, best.content[0].type) == ("휴가.txt", {}, "text")
    threshold = best.score
    kept = search(store.id, query="휴가", ranking_options={"score_threshold": threshold})
    assert [hit.file_id for hit in kept] == [best.file_id]
    assert search(store.id, query="휴가", ranking_options={"score_threshold": 1}).data == []
    # Without the second look, at single sentences, the score of a longer text is another.
    longer = upload(
        client, "shed.md", "The shed is open all day. Products are washed there. It is green. Return the key."
    )
    client.vector_stores.files.create_and_poll(longer, vector_store_id=store.id, poll_interval_ms=20)
    scores = {
        ranker: [hit.score for hit in search(store.id, query="return a product", ranking_options={"ranker": ranker})]
        for ranker in ("auto", "default-2024-11-15", "none")
    }
    assert scores["auto"] == scores["default-2024-11-15"] != scores["none"]


@pytest.mark.parametrize("query", ["?!", "\0 refund", "refund " * 20_000, "반품" * 10_000, ["refund"] * 20])
def test_a_query_may_be_long_and_may_hold_no_word(client: OpenAI, store, query):
    page = client.vector_stores.search(store.id, query=query, rewrite_query=True)
    assert {hit.filename for hit in page} == {"refund.md", "휴가.txt"}


@pytest.mark.parametrize(
    ("asked", "searched"),
    [
        ("Hello! Could you please tell me how long I can return a product?", "how long I can return a product?"),
        ("혹시 휴가 신청 방법에 대해서 좀 알려 주세요. 감사합니다.", "휴가 신청 방법"),
        ("refund period", "refund period"),
    ],
)
def test_a_question_is_rewritten_where_that_is_asked_for(client: OpenAI, store, asked, searched):
    plain = client.vector_stores.search(store.id, query=asked)
    rewritten = client.vector_stores.search(store.id, query=asked, rewrite_query=True)
    assert (plain.search_query, rewritten.search_query) == ([asked], [searched])
    assert rewritten.data == client.vector_stores.search(store.id, query=searched).data


def test_filters_are_joined(client: OpenAI, store):
    for file, attributes in zip(
        client.vector_stores.files.list(store.id).data, ({"year": 2024, "draft": True}, {"year": 2025}), strict=True
    ):
        updated = client.vector_stores.files.update(file.id, vector_store_id=store.id, attributes=attributes)
        assert updated.attributes == attributes

    def years(filters) -> set[float]:
        return {hit.attributes["year"] for hit in client.vector_stores.search(store.id, query="days", filters=filters)}

    def is_(kind, key, value):
        return {"type": kind, "key": key, "value": value}

    both = {"type": "or", "filters": [is_("eq", "year", 2024), is_("gt", "year", 2024)]}
    assert years(both) == {2024, 2025}
    assert years({"type": "and", "filters": [both, is_("ne", "draft", True)]}) == {2025}
    assert years(is_("in", "year", [2024, 1999])) == {2024}
    assert years(is_("nin", "year", [2024])) == {2025}
    assert years(is_("eq", "draft", True)) == {2024}
    assert years(is_("lte", "year", 2023)) == set()


def test_filters_look_at_attributes(client: OpenAI, store):
    file = client.vector_stores.files.list(store.id).data[0]
    client.vector_stores.files.update(file.id, vector_store_id=store.id, attributes={"year": 2025, "kind": "a"})
    found = client.vector_stores.search(
        store.id, query="days", filters={"type": "gte", "key": "year", "value": 2025}
    ).data
    assert {hit.file_id for hit in found} == {file.id} and found[0].attributes == {"year": 2025, "kind": "a"}


def test_what_cannot_be_read_fails_with_a_reason(client: OpenAI):
    empty, binary = (
        upload(client, "empty.txt", ""),
        client.files.create(file=("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(200)), purpose="assistants").id,
    )
    store = finished(client, client.vector_stores.create(file_ids=[empty, binary]).id)
    assert (store.file_counts.failed, store.status) == (2, "completed")
    for id in (empty, binary):
        error = client.vector_stores.files.retrieve(id, vector_store_id=store.id).last_error
        assert error.code in ("unsupported_file", "invalid_file") and error.message


def test_each_kind_of_failure_has_its_code(client: OpenAI):
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret", algorithm="RC4-128")
    pdf = io.BytesIO()
    writer.write(pdf)
    contents = {
        "locked.pdf": (pdf.getvalue(), "invalid_file", "password"),
        "empty.md": (b"", "invalid_file", "empty"),
        "blank.txt": (b" \n\t\n", "invalid_file", "no text"),
        "데이터.bin": (bytes(range(256)) * 9, "unsupported_file", "text"),
        "photo.txt": (b"\xff\xd8\xff\xe0" + bytes(99), "unsupported_file", "picture"),
    }
    ids = {
        name: client.files.create(file=(name, content[0]), purpose="assistants").id
        for name, content in contents.items()
    }
    made = finished(client, client.vector_stores.create(file_ids=list(ids.values())).id)
    assert (made.file_counts.failed, made.file_counts.total, made.usage_bytes) == (5, 5, 0)
    for name, (_, code, word) in contents.items():
        file = client.vector_stores.files.retrieve(ids[name], vector_store_id=made.id)
        assert (file.status, file.last_error.code) == ("failed", code), name
        assert word in file.last_error.message, name


def test_what_was_read_can_be_looked_at(client: OpenAI, store):
    texts = [
        "".join(part.text for part in client.vector_stores.files.content(file.id, vector_store_id=store.id))
        for file in client.vector_stores.files.list(store.id)
    ]
    assert any("14 days" in text for text in texts) and any("연차" in text for text in texts)


def test_one_file_may_be_in_two_stores_and_leaves_both_when_deleted(client: OpenAI, store):
    file = client.vector_stores.files.list(store.id).data[0]
    other = client.vector_stores.create(file_ids=[file.id])
    finished(client, other.id)
    client.files.delete(file.id)
    for id in (store.id, other.id):
        with pytest.raises(NotFoundError):
            client.vector_stores.files.retrieve(file.id, vector_store_id=id)


def test_a_batch_is_counted_on_its_own(client: OpenAI, store):
    files = [upload(client, f"{n}.txt", f"Fact number {n}.") for n in range(5)]
    batch = client.vector_stores.file_batches.create_and_poll(store.id, file_ids=files, poll_interval_ms=20)
    assert (batch.status, batch.file_counts.completed, batch.file_counts.total) == ("completed", 5, 5)
    listed = client.vector_stores.file_batches.list_files(batch.id, vector_store_id=store.id, limit=2)
    assert sorted(file.id for file in listed) == sorted(files)


def test_a_batch_gives_each_file_its_own_settings_and_says_how_it_ended(client: OpenAI, store):
    good, bad = upload(client, "good.txt", "The bicycle shed is green. " * 60), upload(client, "bad.txt", "")
    static = {"type": "static", "static": {"max_chunk_size_tokens": 100, "chunk_overlap_tokens": 0}}
    files = [{"file_id": good, "attributes": {"kind": "shed"}, "chunking_strategy": static}, {"file_id": bad}]
    batch = client.vector_stores.file_batches.create_and_poll(store.id, files=files, poll_interval_ms=20)
    assert (batch.status, batch.file_counts.completed, batch.file_counts.failed) == ("completed", 1, 1)
    failed = client.vector_stores.file_batches.list_files(batch.id, vector_store_id=store.id, filter="failed")
    assert [file.id for file in failed] == [bad]
    file = client.vector_stores.files.retrieve(good, vector_store_id=store.id)
    assert (file.attributes, file.chunking_strategy.static.max_chunk_size_tokens) == ({"kind": "shed"}, 100)
    chunks = client.vector_stores.search(store.id, query="shed", filters={"type": "eq", "key": "kind", "value": "shed"})
    assert len(chunks.data) > 1
    batch = client.vector_stores.file_batches.create_and_poll(store.id, file_ids=[bad], poll_interval_ms=20)
    assert batch.status == "failed"


def test_a_file_that_is_added_again_still_counts_in_its_first_batch(client: OpenAI, store):
    good, bad = upload(client, "good.txt", "The bicycle shed is green."), upload(client, "bad.txt", "")
    batches = client.vector_stores.file_batches
    first = batches.create_and_poll(store.id, file_ids=[good, bad], poll_interval_ms=20)
    second = batches.create_and_poll(store.id, file_ids=[good], poll_interval_ms=20)
    client.vector_stores.files.create_and_poll(bad, vector_store_id=store.id, poll_interval_ms=20)
    again = batches.retrieve(first.id, vector_store_id=store.id)
    assert again == first and again.file_counts.total == 2
    assert (second.status, second.file_counts.completed, second.file_counts.total) == ("completed", 1, 1)
    assert [one.id for one in batches.list_files(second.id, vector_store_id=store.id)] == [good]


def test_attributes_may_change_while_a_file_waits_its_turn(client: OpenAI, store):
    files = [upload(client, f"{n}.txt", f"Fact number {n}. " * 500) for n in range(8)]
    client.vector_stores.file_batches.create(store.id, file_ids=files, attributes={"n": 0})
    client.vector_stores.files.update(files[-1], vector_store_id=store.id, attributes={"n": 7})
    finished(client, store.id)
    seventh = client.vector_stores.search(store.id, query="fact", filters={"type": "eq", "key": "n", "value": 7})
    assert {hit.file_id for hit in seventh} == {files[-1]}


def test_a_cancelled_batch_gives_up_what_is_not_done(client: OpenAI, store):
    files = [upload(client, f"{n}.txt", f"Fact number {n}. " * 3000) for n in range(20)]
    batch = client.vector_stores.file_batches.create(store.id, file_ids=files)
    batch = client.vector_stores.file_batches.cancel(batch.id, vector_store_id=store.id)
    assert batch.status == "cancelled" and batch.file_counts.cancelled > 0
    assert finished(client, store.id).file_counts.in_progress == 0


@pytest.mark.parametrize(
    ("call", "param"),
    [
        (lambda c, s: c.vector_stores.search(s, query=""), "query"),
        (lambda c, s: c.vector_stores.search(s, query=[]), "query"),
        (lambda c, s: c.vector_stores.search(s, query=["refund", " "]), "query"),
        (
            lambda c, s: c.vector_stores.search(s, query="x", ranking_options={"score_threshold": 1.01}),
            "ranking_options.score_threshold",
        ),
        (
            lambda c, s: c.vector_stores.search(s, query="x", ranking_options={"score_threshold": -0.01}),
            "ranking_options.score_threshold",
        ),
        (lambda c, s: c.vector_stores.search(s, query="x", max_num_results=51), "max_num_results"),
        (lambda c, s: c.vector_stores.search(s, query="x", filters={"type": "like", "key": "a", "value": 1}), None),
        (lambda c, s: c.vector_stores.file_batches.create(s, file_ids=[]), "file_ids"),
        (lambda c, s: c.vector_stores.files.list(s, filter="lost").data, "filter"),
        (lambda c, s: c.vector_stores.create(expires_after={"anchor": "created_at", "days": 1}), None),
    ],
)
def test_bad_requests_are_refused(client: OpenAI, store, call, param):
    with pytest.raises(BadRequestError) as refused:
        call(client, store.id)
    assert param is None or refused.value.param == param


def test_chunks_overlap_by_half_at_most(client: OpenAI, store):
    static = {"max_chunk_size_tokens": 200, "chunk_overlap_tokens": 150}
    with pytest.raises(BadRequestError) as refused:
        client.vector_stores.files.create(
            store.id, file_id=upload(client, "a.txt", "a"), chunking_strategy={"type": "static", "static": static}
        )
    assert refused.value.param == "chunking_strategy.static.chunk_overlap_tokens"


def test_an_attachment_for_search_gets_the_thread_a_store_that_expires(client: OpenAI):
    attachment = {"file_id": upload(client, "refund.md", REFUND), "tools": SEARCH}
    thread = client.beta.threads.create(messages=[{"role": "user", "content": "read", "attachments": [attachment]}])
    (store_id,) = thread.tool_resources.file_search.vector_store_ids
    made = client.vector_stores.retrieve(store_id)
    assert (made.expires_after.anchor, made.expires_after.days) == ("last_active_at", 7)
    second = {"file_id": upload(client, "b.md", "more"), "tools": SEARCH}
    client.beta.threads.messages.create(thread.id, role="user", content="and this", attachments=[second])
    assert client.beta.threads.retrieve(thread.id).tool_resources.file_search.vector_store_ids == [store_id]


def test_a_deleted_store_leaves_its_assistants(client: OpenAI):
    made = client.beta.assistants.create(
        model=MODEL, tools=SEARCH, tool_resources={"file_search": {"vector_stores": [{"file_ids": []}]}}
    )
    (store_id,) = made.tool_resources.file_search.vector_store_ids
    client.vector_stores.delete(store_id)
    assert client.beta.assistants.retrieve(made.id).tool_resources.file_search.vector_store_ids == []


def test_a_run_searches_and_its_answer_cites(serve_with):
    def cite(request):
        search = request.items[-1]
        return [TextDelta(f"14 days【{search.number}:0†{search.passages[0].filename}】."), Usage(1, 1)]

    class Searcher(Script):
        async def respond(self, request):
            self.requests.append(request)
            first = [ToolCallStart("s", "file_search"), ToolCallDelta("s", "refund period"), Usage(1, 1)]
            for event in first if len(self.requests) == 1 else cite(request):
                yield event

    client = serve_with(Searcher())
    made = client.beta.assistants.create(model=MODEL, tools=SEARCH)
    file_id = upload(client, "refund.md", REFUND)
    attachment = {"file_id": file_id, "tools": SEARCH}
    run = client.beta.threads.create_and_run_poll(
        assistant_id=made.id,
        thread={"messages": [{"role": "user", "content": "refund?", "attachments": [attachment]}]},
    )
    text = client.beta.threads.messages.list(run.thread_id, run_id=run.id).data[0].content[0].text
    (citation,) = text.annotations
    assert citation.file_citation.file_id == file_id
    assert text.value[citation.start_index : citation.end_index] == citation.text
    (step, _) = client.beta.threads.runs.steps.list(run.id, thread_id=run.thread_id, order="asc").data
    (result,) = step.step_details.tool_calls[0].file_search.results
    assert (result.file_id, result.file_name, result.content) == (file_id, "refund.md", None)
    asked = client.beta.threads.runs.steps.retrieve(
        step.id,
        thread_id=run.thread_id,
        run_id=run.id,
        include=["step_details.tool_calls[*].file_search.results[*].content"],
    )
    assert "14 days" in asked.step_details.tool_calls[0].file_search.results[0].content[0].text
    with pytest.raises(BadRequestError):
        client.beta.threads.runs.steps.list(run.id, thread_id=run.thread_id, include=["everything"])


def test_an_upload_in_parts_becomes_one_file(client: OpenAI):
    upload = client.uploads.create(filename="a.txt", bytes=10, mime_type="text/plain", purpose="vision")
    parts = [client.uploads.parts.create(upload.id, data=data).id for data in (b"hello", b"world")]
    done = client.uploads.complete(upload.id, part_ids=parts)
    assert (done.status, client.files.content(done.file.id).read()) == ("completed", b"helloworld")
    with pytest.raises(BadRequestError, match="has status 'completed'"):
        client.uploads.cancel(upload.id)


def test_an_upload_of_another_size_is_refused(client: OpenAI):
    upload = client.uploads.create(filename="a.txt", bytes=9, mime_type="text/plain", purpose="vision")
    part = client.uploads.parts.create(upload.id, data=b"hello")
    with pytest.raises(BadRequestError, match="5 bytes together"):
        client.uploads.complete(upload.id, part_ids=[part.id])
    assert client.uploads.cancel(upload.id).status == "cancelled"


def test_a_store_takes_another_name_and_lifetime(client: OpenAI, store):
    after = {"anchor": "last_active_at", "days": 3}
    changed = client.vector_stores.update(store.id, name="rules", metadata={"a": "b"}, expires_after=after)
    assert (changed.name, changed.metadata, changed.file_counts.total) == ("rules", {"a": "b"}, 2)
    assert changed.expires_at == changed.last_active_at + 3 * 86_400
    assert client.vector_stores.update(store.id, expires_after=None).expires_at is None
    assert store.id in [listed.id for listed in client.vector_stores.list()]


def test_a_removed_file_is_no_longer_found_and_can_come_back(client: OpenAI, store):
    before = client.vector_stores.retrieve(store.id)
    (hit, *_) = client.vector_stores.search(store.id, query="휴가")
    client.vector_stores.files.delete(hit.file_id, vector_store_id=store.id)
    after = client.vector_stores.retrieve(store.id)
    assert (after.file_counts.total, after.usage_bytes < before.usage_bytes) == (1, True)
    assert hit.file_id not in {one.file_id for one in client.vector_stores.search(store.id, query="휴가")}
    assert client.files.retrieve(hit.file_id).id == hit.file_id
    client.vector_stores.files.create(store.id, file_id=hit.file_id)
    finished(client, store.id)
    assert client.vector_stores.search(store.id, query="휴가").data[0].file_id == hit.file_id


def test_a_store_expires_a_while_after_it_was_last_used(serve_with, monkeypatch: pytest.MonkeyPatch):
    answers = (
        [ToolCallStart("s", "file_search"), ToolCallDelta("s", "refund"), Usage(1, 1)],
        [TextDelta("ok"), Usage(1, 1)],
    )
    client = serve_with(Script(*answers, *answers))
    time_of_day, day = library.now(), 86_400
    attachment = {"file_id": upload(client, "refund.md", REFUND), "tools": SEARCH}
    thread = client.beta.threads.create(messages=[{"role": "user", "content": "read", "attachments": [attachment]}])
    (store_id,) = thread.tool_resources.file_search.vector_store_ids
    finished(client, store_id)
    assistant = client.beta.assistants.create(model=MODEL, tools=SEARCH)

    def run(days: int):
        monkeypatch.setattr(library, "now", lambda: time_of_day + days * day)
        return client.beta.threads.runs.create_and_poll(
            thread_id=thread.id, assistant_id=assistant.id, poll_interval_ms=20
        )

    # Being part of a run is what counts as use.
    assert run(days=6).status == "completed"
    assert client.vector_stores.retrieve(store_id).last_active_at == time_of_day + 6 * day
    assert run(days=12).status == "completed"
    failed = run(days=20)
    assert failed.status == "failed" and failed.last_error.message.startswith(
        f"The vector store {store_id} has expired."
    )
    assert client.vector_stores.retrieve(store_id).status == "expired"
    assert len(client.vector_stores.files.list(store_id).data) == 1
    with pytest.raises(BadRequestError, match="has expired"):
        client.vector_stores.search(store_id, query="refund")
    client.vector_stores.update(store_id, expires_after={"anchor": "last_active_at", "days": 30})
    assert client.vector_stores.search(store_id, query="refund").data


def test_a_description_comes_back(client: OpenAI):
    made = client.vector_stores.create(name="a", description="what is in it")
    assert client.vector_stores.retrieve(made.id).model_extra["description"] == "what is in it"
    assert "description" not in client.vector_stores.create(name="b").model_extra


def test_a_batch_is_found_in_its_own_store_only(client: OpenAI, store):
    batch = client.vector_stores.file_batches.create(store.id, file_ids=[upload(client, "a.txt", "text")])
    assert client.vector_stores.file_batches.retrieve(batch.id, vector_store_id=store.id).id == batch.id
    with pytest.raises(NotFoundError):
        client.vector_stores.file_batches.retrieve(batch.id, vector_store_id=client.vector_stores.create().id)
