"""Checks of the words: titles, leftovers, sources, notes, how much there is to read."""

import re
import unicodedata
from collections.abc import Iterator

from .exam import Check, Exam, Trouble, quoted, trouble
from .pages import Page, language_of

_MOST_WORDS = 120
_LEFTOVERS = re.compile(
    r"lorem ipsum|dolor sit amet|click to (?:add|edit)|(?:insert|enter|type|add"
    r"|your) (?:your )?(?:text|title|subtitle|name|company|logo|caption) ?(?:here|$)"
    r"|text here|title (?:goes )?here|your (?:company|logo|text|title)\b|company name|sample text"
    r"|example text|placeholder"
    r"|\bTODO\b|\bTBD\b|\bTBC\b|\bFIXME\b|\bX{3,}\b|\?\?\?|<[a-z_ ]{3,}>|\[[A-Za-z가-힣_ ]*(?:here"
    r"|name|title|입력|이름|제목|회사명|날짜)[A-Za-z가-힣_ ]*\]"
    r"|(?:제목|부제목|텍스트|내용|이름|날짜|본문)[을를]?\s*(?:추가|입력)(?:하려면|하세요|하십시오"
    r"|해 주세요)?|여기에\s*(?:입력|제목|내용|텍스트)|마스터 (?:제목|텍스트) 스타일"
    r"|○{2,}|회사명|홍길동|예시 (?:문장|텍스트|문구)|샘플 텍스트|单击此处|在此(?:处)?输入"
    r"|as an ai(?: language)? model|here (?:is|are) the (?:title|insights?|slide)|sure[,!] here|```"
    r"|\*\*[^*]+\*\*|^#{1,4} "
    r"|maximizing profits: the dominance|consistently lead in profitability across quarters"
    r"|key insights:?$|title_text|bullet_points",
    re.I | re.M,
)
_BRACES = re.compile(r"\{\{?\s*[A-Za-z_][\w .:]*\s*\}?\}|\$\{[^}]*\}|%\([a-z_]+\)s|<<[^>]+>>")
_UNVALUES = re.compile(
    r"(?<![\w가-힣])(?:nan|NaN|None|null|undefined|inf|#REF!|#N/A|#DIV/0!|#VALUE!)(?![\w가-힣])(?!\s+of\b)"
)
_APART = re.compile(
    r"부록|방법|목차|감사합니다|질문|출처|참고|appendix|method|agenda|contents|thank|questions|sources"
    r"|references|附录|目录|谢谢",
    re.I,
)
_PROPOSAL = re.compile(
    r"제안|추천|권고|결정|다음 (?:단계|할 일)|할 일|요청|proposal|propose|recommend|next step|decision"
    r"|decide|invest|ask\b|action|建议|决定",
    re.I,
)
_LABELS = re.compile(
    r"^(?:[\w가-힣&·\- ]{0,20}\s)?(?:개요|소개|요약|결론|결과|분석|분석 결과|현황|추이|인사이트"
    r"|핵심 (?:인사이트|숫자)|보고서?|리뷰|차트|그래프|제안|추천|overview|introduction|summary|"
    r"conclusions?|results?|analysis|status|trends?|key (?:insights|numbers|findings|takeaways)"
    r"|insights|report|review|chart|recommendations?|next steps?|proposal|概述|总结|结论|分析"
    r"|结果)[:.]?$",
    re.I,
)
_NUMBER_WORD = re.compile(
    r"\d|절반|두 배|세 배|\b(?:half|doubled?|tripled?|twice|one|two|three|four|five|six|seven|eight"
    r"|nine|ten)\b|[一二三四五六七八九十]成",
    re.I,
)
_ORIGIN = re.compile(
    r"출처|데이터|자료|행|열|합계|평균|더하|더한|나눈|나눠|계산|파일|표|source|data|rows?\b|columns?\b"
    r"|sum|total|mean|average|comput|calculat|file\b|table|workbook|来源|数据|行|列|合计|计算",
    re.I,
)
_HONEST = re.compile(
    r"(?:(?<![A-Za-z])AI(?![A-Za-z])|인공지능|생성형|튜터|챗봇|GPT|assistant|tutor"
    r"|人工智能).{0,60}(?:초안|제안일|결정이 아|검토|확인이 필요|draft|not a decision|review|verify"
    r"|草稿|非决定|不是决定)"
    r"|(?:초안|draft|草稿).{0,40}(?:(?<![A-Za-z])AI(?![A-Za-z])|인공지능|생성형|GPT|assistant|人工智能)",
    re.I | re.S,
)
_SILENT = ("", "\u200b", "\ufeff")


def _leftovers(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.pages:
        prompts = {
            " ".join(shape.text_frame.text.split())
            for shape in page.slide.slide_layout.placeholders
            if shape.has_text_frame and len(shape.text_frame.text.split()) > 1
        }
        texts = [item.text for item in page.of("text")] + [
            cell for item in page.of("table") for row in item.cells for cell in row
        ]
        allowed = {name.text for name in exam.truth.names}
        for text in texts:
            for pattern in (_LEFTOVERS, _BRACES, _UNVALUES):
                match = pattern.search(text)
                if match and match[0].strip() not in allowed:
                    yield _left(page, match[0])
                    break
            else:
                if " ".join(text.split()) in prompts:
                    yield _left(page, text)
        match = _BRACES.search(page.notes) or re.search("lorem ipsum|TODO", page.notes, re.I)
        if match:
            yield _left(page, match[0])


def _left(page: Page, text: str) -> Trouble:
    return trouble(
        page.number,
        (
            f"예시나 서식의 글이 남았습니다: {quoted(text)}",
            f"Text of an example or a template is left over: {quoted(text)}",
        ),
        ("데이터에서 나온 문장으로 바꾸거나 지우세요.", "Put a sentence from the data in its place, or delete it."),
    )


def _titles_present(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.pages:
        if page.title is None or not page.title.text.strip():
            yield trouble(
                page.number,
                ("제목 개체 틀에 쓴 제목이 없습니다.", "There is no title in a title placeholder."),
                (
                    "제목이 있는 레이아웃을 쓰고 제목을 채우세요. 화면 낭독기와 목차가 그 제목을 씁니다.",
                    "Use a layout with a title and fill it: screen readers and outlines rely on it.",
                ),
            )


def _titles_say(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.pages:
        title = page.heading
        if not title or _APART.search(title):
            continue
        if _LABELS.match(title):
            yield trouble(
                page.number,
                (
                    f"제목 {quoted(title)}은(는) 이름표일 뿐 아무것도 말하지 않습니다.",
                    f"The title {quoted(title)} is a label and says nothing.",
                ),
                (
                    "그 슬라이드의 결론을 숫자와 함께 한 문장으로 쓰세요.",
                    "Write the slide's conclusion as a sentence with its number.",
                ),
            )
        elif page in exam.deck.content and not _PROPOSAL.search(title) and not _NUMBER_WORD.search(title):
            yield trouble(
                page.number,
                (f"제목 {quoted(title)}에 숫자가 없습니다.", f"The title {quoted(title)} carries no number."),
                ("가장 중요한 숫자나 시점을 제목에 넣으세요.", "Put the most important number or date into it."),
            )


def _title_length(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.pages:
        title = page.heading
        size = sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in title)
        if size > 130:
            yield trouble(
                page.number,
                (f"제목이 {len(title)}자로 너무 깁니다.", f"The title is too long: {len(title)} characters."),
                ("두 줄 안에 들도록 60자 아래로 줄이세요.", "Cut it to two lines, about 100 characters."),
            )


def _source(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.content:
        if not exam.has_data(page):
            continue
        if not page.source.strip():
            yield trouble(
                page.number,
                ("숫자가 있는데 출처 줄이 없습니다.", "It shows numbers and has no source line."),
                ("아래쪽에 “출처: 파일 이름”을 쓰세요.", "Write “Source: file name” at its foot."),
            )
            continue
        files = re.findall(r"[\w가-힣\-]+\.(?:csv|tsv|xlsx?|jsonl?)(?![A-Za-z0-9])", page.source, re.I)
        if exam.data_name and files and exam.data_name.casefold() not in (name.casefold() for name in files):
            yield trouble(
                page.number,
                (
                    f"출처가 {files[0]}인데 이 데이터는 {exam.data_name}입니다.",
                    f"The source is {files[0]}, while the data are {exam.data_name}.",
                ),
                ("출처 줄의 파일 이름을 고치세요.", "Correct the file's name in the source line."),
            )


def _notes(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.pages:
        if len(page.notes) < 12:
            yield trouble(
                page.number,
                ("발표자 노트가 없습니다.", "There are no speaker notes."),
                ("할 말과 숫자가 나온 곳을 노트에 쓰세요.", "Write what to say, and where the numbers come from."),
            )
        elif exam.has_data(page) and not _ORIGIN.search(page.notes):
            yield trouble(
                page.number,
                ("노트가 숫자가 어디에서 왔는지 말하지 않습니다.", "The notes do not say where the numbers come from."),
                ("어느 행과 열을 어떻게 계산했는지 쓰세요.", "Say which rows and columns, and how they were computed."),
            )


def _density(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.pages:
        text = "\n".join(item.text for item in page.words)
        chinese = len(re.findall("[\u3040-\u30ff\u4e00-\u9fff]", text)) // 2
        count = len(text.split()) + chinese
        if count > _MOST_WORDS:
            yield trouble(
                page.number,
                (f"단어가 {count}개라 읽느라 듣지 못합니다.", f"With {count} words people read instead of listening."),
                (
                    f"{_MOST_WORDS}개 아래로 줄이고 나머지는 노트로 옮기세요.",
                    f"Cut to below {_MOST_WORDS}, and move the rest to the notes.",
                ),
            )


def _honesty(exam: Exam) -> Iterator[Trouble]:
    if not _HONEST.search("\n".join(page.all_text for page in exam.deck.pages)):
        yield trouble(
            None,
            ("AI가 쓴 초안이라는 말이 어디에도 없습니다.", "Nowhere does it say that this is a draft by an AI."),
            (
                "제안 슬라이드에 “AI가 데이터를 보고 쓴 초안”이라고 밝히세요.",
                "Say on the recommendation: “AI draft from the data, not a decision”.",
            ),
        )


def _glyphs(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.pages:
        text = page.all_text + page.notes
        # Two boxes in a row stand for letters that a font did not have.
        bad = sorted({letter for letter in text if _is_unreadable(letter)} | set(re.findall("([□▯])[□▯]", text)))
        garbled = next(
            (
                found
                for word in re.findall(r"[\u0080-\u00ff\u20ac\u2018-\u201d\u0152-\u0178\u02dc]{3,}", text)
                if (found := _mended(word))
            ),
            "",
        )
        if bad or garbled:
            shown = ", ".join(f"U+{ord(letter):04X}" for letter in bad[:4]) or quoted(garbled)
            yield trouble(
                page.number,
                (f"읽을 수 없는 글자가 있습니다: {shown}", f"There are characters that nobody can read: {shown}"),
                (
                    "파일을 맞는 인코딩(UTF-8)으로 읽고 글을 다시 쓰세요.",
                    "Read the file in its right encoding (UTF-8), and write the text again.",
                ),
            )


def _is_unreadable(letter: str) -> bool:
    return letter == "\ufffd" or (
        unicodedata.category(letter) in ("Cn", "Co", "Cs", "Cc") and letter not in "\n\t\r\x0b"
    )


def _mended(word: str) -> str:
    """What was meant, where a word is UTF-8 read as Latin-1; else an empty string."""
    for encoding in ("cp1252", "latin-1"):
        try:
            meant = word.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if language_of(meant) != "en":
            return meant
    return ""


CHECKS = (
    Check("leftovers", "예시나 서식의 글이 남지 않았습니다", "No example text is left over", _leftovers),
    Check("titles_present", "모든 슬라이드에 제목이 있습니다", "Every slide has a title", _titles_present),
    Check("titles_say", "제목이 숫자로 결론을 말합니다", "Titles say the conclusion, with its number", _titles_say),
    Check("title_length", "제목이 두 줄 안에 듭니다", "Titles keep to two lines", _title_length),
    Check("source_line", "숫자가 있는 슬라이드에 출처가 있습니다", "Slides with numbers name their source", _source),
    Check("notes", "노트가 숫자의 출처를 말합니다", "Notes say where the numbers come from", _notes),
    Check("density", "글이 너무 많지 않습니다", "There is not too much to read", _density),
    Check("honesty", "AI 초안임을 밝힙니다", "It says that it is an AI's draft", _honesty),
    Check("glyphs", "모든 글자를 읽을 수 있습니다", "All characters can be read", _glyphs),
)
