"""What the dashboard lists: each section knows how to fetch its entries, and how to delete one."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from openai import NotFoundError, OpenAI

from ..reuse import all_remembered, forget
from ..settings import say
from .playground_chat import status_words


@dataclass(frozen=True)
class Entry:
    """One row. `same` is equal for duplicates; `extra` is true for all of them but the oldest."""

    id: str
    name: str
    facts: tuple[str, ...]
    same: Any = None
    duplicate: bool = False
    extra: bool = False
    gone: bool = False

    def matches(self, words: str) -> bool:
        """True where each of the words stands in the name, the ID or the facts."""
        text = " ".join((self.name, self.id, *self.facts)).casefold()
        return all(word in text for word in words.casefold().split())

    def marks(self) -> list[str]:
        """What a row should draw the eye to."""
        marks = [say("중복", "duplicate")] if self.duplicate else []
        return [*marks, say("서버에 없음", "not on the server")] if self.gone else marks


@dataclass(frozen=True)
class Section:
    """One list. `fetch(client, thread_id)` raises OpenAIError; `delete(client, id)` too, and is None where there is no
    deleting; `of_thread` is true where it lists what a thread holds.
    """

    name: str
    title: Callable[[], str]
    remark: Callable[[], str]
    fetch: Callable[[OpenAI, str], list[Entry]]
    delete: Callable[[OpenAI, str], Any] | None = None
    of_thread: bool = False


def _assistants(client: OpenAI, _: str) -> list[Entry]:
    found = []
    for each in client.beta.assistants.list(order="desc", limit=100):
        tools = ", ".join(tool.type for tool in each.tools) or say("도구 없음", "no tools")
        facts = (_time(each.created_at), each.model, tools, _short(each.instructions or ""))
        found.append(Entry(each.id, each.name or "", facts, same=(each.name, each.instructions)))
    return _with_duplicates(found)


def _threads(client: OpenAI, _: str) -> list[Entry]:
    names: dict[str, str] = {}
    for name, id in all_remembered().items():
        if id.startswith("thread_"):
            names.setdefault(id, name)
    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(lambda item: _thread(client, *item), names.items()))


def _thread(client: OpenAI, id: str, name: str) -> Entry:
    # The names begin with the language, and go on with what kind of thing it is.
    kind, _, rest = name.partition("/")[2].partition("/")
    label = say("플레이그라운드 ", "Playground ") + rest.partition("/")[0] if kind == "playground" else rest or name
    try:
        thread = client.beta.threads.retrieve(id)
        messages = sum(1 for _ in client.beta.threads.messages.list(id, limit=100))
    except NotFoundError:
        return Entry(id, label, (), gone=True)
    return Entry(id, label, (_time(thread.created_at), say(f"메시지 {messages}개", f"{messages} messages")))


def _delete_thread(client: OpenAI, id: str) -> None:
    # Where the server has lost it, what is left to do is to forget its ID.
    with suppress(NotFoundError):
        client.beta.threads.delete(id)
    forget(id)


def _files(client: OpenAI, _: str) -> list[Entry]:
    return [
        Entry(file.id, file.filename, (_time(file.created_at), _size(file.bytes), file.purpose))
        for file in client.files.list(order="desc", limit=100)
    ]


def _stores(client: OpenAI, _: str) -> list[Entry]:
    found = []
    for store in client.vector_stores.list(order="desc", limit=100):
        files = say(f"파일 {store.file_counts.total}개", f"{store.file_counts.total} files")
        found.append(
            Entry(store.id, store.name or "", (_time(store.created_at), files, _size(store.usage_bytes), store.status))
        )
    return found


def _runs(client: OpenAI, thread_id: str) -> list[Entry]:
    if not thread_id:
        return []
    found = []
    for run in client.beta.threads.runs.list(thread_id, order="desc", limit=100):
        facts = [_time(run.created_at), run.model]
        if run.usage:
            facts.append(say(f"토큰 {run.usage.total_tokens:,}", f"{run.usage.total_tokens:,} tokens"))
        if run.last_error:
            facts.append(run.last_error.code)
        found.append(Entry(run.id, status_words(run.status), tuple(facts)))
    return found


def _with_duplicates(entries: Iterable[Entry]) -> list[Entry]:
    """The entries, newest first, with those marked that say the same as another."""
    older: dict[Any, list[Entry]] = {}
    for entry in entries:
        older.setdefault(entry.same, []).append(entry)
    marked = {}
    for equals in older.values():
        for entry in equals:
            marked[entry.id] = replace(entry, duplicate=len(equals) > 1, extra=entry is not equals[-1])
    return [marked[entry.id] for group in older.values() for entry in group]


def _time(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds):%Y-%m-%d %H:%M:%S}"


def _size(bytes: int) -> str:
    return f"{bytes:,} B" if bytes < 1000 else f"{bytes / 1000:,.1f} kB"


def _short(text: str, most: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


SECTIONS = {
    section.name: section
    for section in (
        Section(
            "assistants",
            lambda: say("어시스턴트", "Assistants"),
            lambda: say(
                "이름과 지침이 같은 것은 '중복'으로 표시합니다.",
                "Those with the same name and instructions are marked.",
            ),
            _assistants,
            lambda client, id: client.beta.assistants.delete(id),
        ),
        Section(
            "threads",
            lambda: say("스레드", "Threads"),
            lambda: say(
                "API에는 스레드를 나열하는 호출이 없습니다. 여기에는 이 워크숍이 ID를 적어 둔 것만 보입니다.",
                "The API has no call that lists threads. Only those are here whose IDs this workshop has kept.",
            ),
            _threads,
            _delete_thread,
        ),
        Section(
            "files",
            lambda: say("파일", "Files"),
            lambda: say(
                "파일을 지우면 그 파일을 쓰던 어시스턴트도 읽지 못합니다.",
                "An assistant that uses a deleted file cannot read it any more.",
            ),
            _files,
            lambda client, id: client.files.delete(id),
        ),
        Section(
            "vector_stores",
            lambda: say("벡터 스토어", "Vector stores"),
            lambda: say("지워도 그 안의 파일은 '파일'에 남습니다.", "The files in a deleted one stay, under Files."),
            _stores,
            lambda client, id: client.vector_stores.delete(id),
        ),
        Section(
            "runs",
            lambda: say("실행", "Runs"),
            lambda: say(
                "실행은 스레드 하나 안에서만 나열됩니다. 따로 지울 수 없고, 스레드를 지우면 함께 없어집니다.",
                "Runs are listed thread by thread. They cannot be deleted alone; they go with their thread.",
            ),
            _runs,
            of_thread=True,
        ),
    )
}
