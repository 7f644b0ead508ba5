"""`workshop.py deck`: the chapter's main job without a notebook. From a table to a PowerPoint file, by the assistant.

It does what notebooks 13 and 14 do, with the same calls of the SDK: upload the data, ask for a chart, for insights and
a title, generate the cover picture, and let the assistant make the deck. What the reader says about the columns is
said to the assistant in words.
"""

import argparse
import base64
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from openai import APIError, OpenAI

from ..connection import NotConnected, connect
from ..settings import MODEL, language, say
from . import check
from .checks.report import Report
from .columns import Columns, NeedsRoles, Roles, columns_of, remarks, settled
from .sheets import as_csv

WORDS = {
    "ko": {
        "instructions": "당신은 매출 데이터를 분석하고 발표 자료를 만드는 분석가입니다. 계산은 코드로 합니다.",
        "chart": "첨부한 데이터를 기간별로 분석하고 항목별 선 그래프로 그려 주세요.",
        "insights": "방금 그린 그래프에서 가장 중요한 인사이트 두 문장을 써 주세요. 문장마다 20단어 안팎으로, "
        "데이터가 뜻하는 바를 담아 주세요.",
        "title": "그래프와 인사이트를 바탕으로 슬라이드 제목을 아주 짧게 지어 주세요.",
        "cover": "성장하는 사업의 미래를 표현한 그림: 해 뜨는 언덕과 길, 그리고 꽃. 발표 자료 표지에 어울리게.",
        "deck": "지금까지의 그래프, 인사이트, 제목과 표지 그림으로 발표 자료를 PowerPoint로 만들어 주세요.",
        "titled": "제목은 “{title}”입니다. ",
    },
    "en": {
        "instructions": "You are an analyst who studies sales data and makes slide decks. You compute with code.",
        "chart": "Analyse the attached data by period, and plot it as a line chart with one line for each category.",
        "insights": "Give me the two most important insights from the plot you just made, about 20 words each: "
        "the 'so what' behind the data.",
        "title": "Given the plot and the insights, come up with a very brief title for a slide.",
        "cover": "A picture of a growing company's future: a sunrise over hills with a path and flowers, for the cover "
        "of a presentation.",
        "deck": "Make a PowerPoint deck from the chart, the insights, the title and the cover picture so far.",
        "titled": "The title is “{title}”. ",
    },
}


class NoDeck(Exception):
    """The assistant made none; the message holds its reasons."""


def main(arguments: list[str] | None = None) -> int:
    """Make one deck. Exit code 1 with a plain sentence where that cannot be done."""
    options = _parser().parse_args(arguments)
    data: Path = options.data
    if not data.is_file():
        return _fail(
            f"데이터 파일이 없습니다: {data}. 경로를 확인해 주세요.",
            f"There is no such data file: {data}. Check the path.",
        )
    roles = Roles(options.period, options.category, options.value, options.unit)
    try:
        name, content = as_csv(data, options.sheet) if options.sheet else (data.name, data.read_bytes())
        columns = _look(name, content)
        roles = _asked(columns, roles)
        options.out.parent.mkdir(parents=True, exist_ok=True)
        client = connect(pace="instant")
        with _Conversation(client, WORDS[options.lang]) as conversation:
            deck = conversation.make_deck(name, content, roles.sentence(options.lang), options.title)
        options.out.write_bytes(deck)
    except NeedsRoles as question:
        return _fail(str(question), str(question))
    except NoDeck as reasons:
        return _fail(f"발표 자료를 만들지 못했습니다.\n{reasons}", f"No deck was made.\n{reasons}")
    except (NotConnected, APIError) as error:
        return _fail(str(error), str(error))
    except OSError as error:
        return _fail(
            f"파일에 쓸 수 없습니다: {options.out} ({error.strerror}). 열려 있다면 닫고 다시 해 보세요.",
            f"The file cannot be written: {options.out} ({error.strerror}). If it is open, close it and try again.",
        )
    print(say(f"완성했습니다: {options.out}", f"Done: {options.out}"))
    report = _examined(deck, name, content)
    print(say("덱 검사: ", "The deck, examined: ") + report.summary())
    _quote("\n".join(map(str, report.failed)))
    return 0


class _Conversation:
    """One assistant and one thread, made for this deck and removed after it."""

    def __init__(self, client: OpenAI, words: dict[str, str]) -> None:
        self._client = client
        self._words = words
        self._uploads: list[str] = []

    def __enter__(self) -> "_Conversation":
        self._assistant = self._client.beta.assistants.create(
            name="workshop.py deck",
            instructions=self._words["instructions"],
            tools=[{"type": "code_interpreter"}],
            model=MODEL,
        )
        self._thread = self._client.beta.threads.create()
        return self

    def __exit__(self, *_: object) -> None:
        self._client.beta.threads.delete(self._thread.id)
        self._client.beta.assistants.delete(self._assistant.id)
        for file_id in self._uploads:
            self._client.files.delete(file_id)

    def make_deck(self, name: str, content: bytes, roles: str, title: str | None) -> bytes:
        """The chapter's steps, one after the other; the bytes of the PowerPoint file. Raises NoDeck.

        `name` and `content` are the data file's; `roles` is what is to be said of its columns, or empty.
        """
        _progress(1, "데이터를 분석하고 그래프를 그립니다", "Analysing the data and drawing the chart")
        answer = self._ask(roles + self._words["chart"], [self._upload(name, content)])
        if not any(part.type == "image_file" for part in self._answer.content):
            raise NoDeck(answer)
        _progress(2, "인사이트를 씁니다", "Writing the insights")
        _quote(self._ask("insights"))
        _progress(3, "제목을 정합니다", "Choosing the title")
        _quote(title or self._ask("title"))
        _progress(4, "표지 그림을 그립니다", "Drawing the cover picture")
        cover = self._upload("cover.png", self._draw())
        _progress(5, "발표 자료를 만듭니다", "Making the deck")
        request = self._words["deck"]
        answer = self._ask(self._words["titled"].format(title=title) + request if title else request, [cover])
        return self._download(answer)

    def _ask(self, request: str, files: list[str] | None = None) -> str:
        """Say something in the thread, run the assistant, and return the words of its answer."""
        self._client.beta.threads.messages.create(
            self._thread.id,
            role="user",
            content=self._words.get(request, request),
            attachments=[{"file_id": file_id, "tools": [{"type": "code_interpreter"}]} for file_id in files or []],
        )
        run = self._client.beta.threads.runs.create_and_poll(thread_id=self._thread.id, assistant_id=self._assistant.id)
        if run.status != "completed":
            raise NoDeck(run.last_error.message if run.last_error else run.status)
        self._answer = self._client.beta.threads.messages.list(self._thread.id, limit=1).data[0]
        return "\n".join(part.text.value for part in self._answer.content if part.type == "text")

    def _download(self, answer: str) -> bytes:
        for part in self._answer.content:
            for annotation in part.text.annotations if part.type == "text" else ():
                if annotation.type == "file_path" and annotation.text.endswith(".pptx"):
                    return self._client.files.content(annotation.file_path.file_id).read()
        raise NoDeck(answer)

    def _upload(self, name: str, content: bytes) -> str:
        self._uploads.append(self._client.files.create(file=(name, content), purpose="assistants").id)
        return self._uploads[-1]

    def _draw(self) -> bytes:
        image = self._client.images.generate(
            model="dall-e-3", prompt=self._words["cover"], size="1024x1792", response_format="b64_json"
        )
        assert image.data and image.data[0].b64_json
        return base64.b64decode(image.data[0].b64_json)


def _look(name: str, content: bytes) -> Columns:
    """The columns of a file that is in memory."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        return columns_of(path)


def _examined(deck: bytes, name: str, content: bytes) -> Report:
    """What the examiner says of the deck beside its data, both in memory."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        return check(deck, path)


def _asked(columns: Columns, given: Roles) -> Roles:
    """The roles; what cannot be told is asked for where there is somebody to ask. Raises NeedsRoles."""
    try:
        roles = settled(columns, given)
    except NeedsRoles as question:
        if given.period or not columns.periods or not sys.stdin.isatty():
            raise
        print(question)
        return _asked(columns, replace(given, period=input("--period ").strip().strip("\"'") or columns.periods[0]))
    for remark in remarks(columns, roles):
        print(f"      {remark}")
    return roles


def _progress(step: int, ko: str, en: str) -> None:
    print(f"[{step}/5] {say(ko, en)}", flush=True)


def _quote(text: str) -> None:
    for line in text.strip().splitlines():
        print(f"      {line}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="workshop.py deck", description=say("표에서 발표 자료로", "From a table to a deck")
    )
    parser.add_argument("--data", type=Path, required=True, help="CSV, TSV, JSON, XLSX")
    parser.add_argument("--out", type=Path, required=True, help="NAME.pptx")
    parser.add_argument("--lang", choices=("ko", "en"), default=language())
    parser.add_argument("--title")
    columns = parser.add_argument_group(
        say("열의 역할 (정할 수 없을 때)", "which column is what (where it cannot be told)")
    )
    for names, ko, en in (
        (("--period", "--date"), "기간 열", "the column of dates or periods"),
        (("--category",), "항목 열", "the column of categories"),
        (
            ("--value",),
            "값 열 (열마다 항목인 표에서는 값의 이름)",
            "the column of values (or what the columns of a wide table hold)",
        ),
        (("--unit",), "값의 단위", "the unit of the values"),
        (("--sheet",), "Excel 파일의 시트", "the sheet of an Excel file"),
    ):
        columns.add_argument(*names, default="", metavar="NAME", help=say(ko, en))
    return parser


def _fail(ko: str, en: str) -> int:
    print(say(ko, en), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
