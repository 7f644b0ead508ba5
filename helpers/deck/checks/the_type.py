"""Checks of type: sizes, typefaces, languages, line spacing."""

import re
from collections.abc import Iterator

from pptx.oxml.ns import qn

from ..measure import wrap
from .exam import Check, Exam, Trouble, quoted, trouble
from .pages import Item, Page
from .styles import ParagraphStyle, RunStyle

_EAST_ASIAN = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3]")
_LATIN_FACES = {
    "arial",
    "calibri",
    "calibri light",
    "times new roman",
    "helvetica",
    "helvetica neue",
    "courier new",
    "georgia",
    "verdana",
    "comic sans ms",
    "impact",
    "cambria",
    "tahoma",
    "trebuchet ms",
    "consolas",
    "segoe ui",
    "aptos",
    "garamond",
    "century gothic",
}


def _runs(exam: Exam, page: Page) -> Iterator[tuple[Item, ParagraphStyle, RunStyle]]:
    styles = exam.styles(page)
    for item in page.of("text"):
        for paragraph in styles.paragraphs(item):
            for run in paragraph.runs:
                if run.text.strip():
                    yield item, paragraph, run
    for item in page.of("table"):
        for row in item.shape.table.rows:
            for cell in row.cells:
                for paragraph in styles.of_cell(cell):
                    for run in paragraph.runs:
                        if run.text.strip():
                            yield item, paragraph, run


def _font_sizes(exam: Exam) -> Iterator[Trouble]:
    titles: dict[int, float] = {}
    for page in exam.deck.pages:
        smallest: dict[str, tuple[float, str]] = {}
        for item, paragraph, run in _runs(exam, page):
            least = 9.0 if item.role in ("number", "date", "foot") or page.is_source(item) else 10.5
            if run.size < least:
                smallest.setdefault(item.name, (run.size, run.text))
            if item.role == "title" and page in exam.deck.content:
                titles[page.number] = max(titles.get(page.number, 0), paragraph.size)
        for item in page.of("chart"):
            sizes = [
                int(p.get("sz")) / 100
                for p in item.shape.chart._chartSpace.iter(qn("a:defRPr"), qn("a:rPr"))
                if p.get("sz")
            ]
            if sizes and min(sizes) < 9:
                smallest.setdefault(item.name, (min(sizes), item.name))
        for size, text in smallest.values():
            yield trouble(
                page.number,
                (
                    f"{quoted(text, 24)}: {size:g}포인트는 뒷줄에서 읽을 수 없습니다.",
                    f"{quoted(text, 24)}: {size:g} pt cannot be read from the back row.",
                ),
                (
                    "본문은 14~20, 출처는 11포인트로 하고 글을 줄이세요.",
                    "Use 14 to 20 pt for text and 11 for sources, and shorten the text.",
                ),
            )
        title = page.title
        if title is not None and title.text.strip():
            size = max(paragraph.size for paragraph in exam.styles(page).paragraphs(title))
            if size < 18:
                yield trouble(
                    page.number,
                    (f"제목이 {size:g}포인트로 너무 작습니다.", f"At {size:g} pt the title is too small."),
                    ("제목은 22~28포인트로 하세요.", "Set titles in 22 to 28 pt."),
                )
    if titles and max(titles.values()) - min(titles.values()) > 8:
        odd = max(titles, key=lambda number: titles[number])
        yield trouble(
            odd,
            (
                f"제목 크기가 슬라이드마다 달라 {min(titles.values()):g}~{max(titles.values()):g}포인트입니다.",
                f"Titles vary from {min(titles.values()):g} to {max(titles.values()):g} pt.",
            ),
            ("모든 제목을 레이아웃의 크기로 되돌리세요.", "Reset all titles to the layout's size."),
        )


def _ignored(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.pages:
        for item in page.of("text"):
            kept = [p for p in item.shape._element.iter(qn("a:pPr")) if p.find(qn("a:defRPr")) is not None]
            if kept and item.text.strip():
                yield trouble(
                    page.number,
                    (
                        f"{quoted(item.text, 24)}: 글자 모양을 문단에 정해 PowerPoint가 무시합니다.",
                        f"{quoted(item.text, 24)}: its type is set on the paragraph, which PowerPoint ignores.",
                    ),
                    (
                        "paragraph.font 대신 run.font에 정하거나 레이아웃을 쓰세요.",
                        "Set run.font instead of paragraph.font, or use the layout's style.",
                    ),
                )


def _fonts(exam: Exam) -> Iterator[Trouble]:
    faces: dict[str, int] = {}
    for page in exam.deck.pages:
        missing: dict[str, tuple[str, str]] = {}
        for _, _, run in _runs(exam, page):
            if re.search("[A-Za-z0-9]", run.text):
                faces.setdefault(run.latin, page.number)
            if _EAST_ASIAN.search(run.text):
                faces.setdefault(run.east_asian, page.number)
                if not run.east_asian or run.east_asian.casefold() in _LATIN_FACES:
                    missing.setdefault(run.east_asian, (run.east_asian, run.text))
        for face, text in missing.values():
            given = (
                (f"글꼴 “{face}”에는 없습니다", f"the typeface “{face}” has none")
                if face
                else ("글꼴이 정해지지 않았습니다", "no typeface is set")
            )
            yield trouble(
                page.number,
                (
                    f"{quoted(text, 24)}: 한글·한자를 그릴 {given[0]}.",
                    f"{quoted(text, 24)}: for its East Asian letters {given[1]}.",
                ),
                (
                    "테마나 글자에 동아시아 글꼴(a:ea)을 정하세요. 예: Malgun Gothic",
                    "Set an East Asian typeface (a:ea) in the theme or on the run, such as Malgun Gothic.",
                ),
            )
    named = [face for face in faces if face]
    if len(named) > 3:
        yield trouble(
            None,
            (
                f"글꼴이 {len(named)}가지 섞였습니다: {', '.join(sorted(named))}",
                f"{len(named)} typefaces are mixed: {', '.join(sorted(named))}",
            ),
            ("테마의 글꼴만 쓰세요.", "Use the theme's typefaces only."),
        )


def _languages(exam: Exam) -> Iterator[Trouble]:
    names = sorted({name.text for name in exam.truth.names}, key=len, reverse=True)
    known = re.compile("|".join(map(re.escape, names[:2000])), re.I) if names else None
    for page in exam.deck.pages:
        bad: dict[str, str] = {}
        for item, _, run in _runs(exam, page):
            if item.role in ("number", "date"):
                continue
            needs = _language_needed(run.text, known, exam.deck.language)
            if not _speaks(run, needs):
                bad.setdefault(run.language or "-", run.text)
        for language, text in bad.items():
            shown = (
                (f"“{language}”(으)로 표시", f"marked “{language}”")
                if language != "-"
                else ("언어 표시가 없음", "not marked with any language")
            )
            yield trouble(
                page.number,
                (
                    f"{quoted(text, 24)}: {shown[0]}되어 맞춤법 검사와 낭독이 틀립니다.".replace("없음되어", "없어"),
                    f"{quoted(text, 24)} is {shown[1]}, so spelling and reading aloud go wrong.",
                ),
                (
                    '글자에 맞는 언어를 정하세요(lang="ko-KR", "en-US").',
                    'Set the language of the run (lang="ko-KR", "en-US").',
                ),
            )


def _language_needed(text: str, known: re.Pattern[str] | None, deck: str) -> str:
    """The language of the words that are not names of the data; "any" where they do not tell."""
    rest = known.sub(" ", text) if known else text
    words = len(re.findall(r"(?<![\w.])[A-Za-z]{2,}(?![\w.])", rest))
    for language, letters in (("ko", "가-힣"), ("ja", "\u3040-\u30ff"), ("zh", "\u4e00-\u9fff")):
        foreign = re.findall(f"[{letters}]+", rest)
        # A word or two of another language in a sentence may be a name that the data write otherwise.
        if foreign and (language == deck or len(foreign) > max(1, words)) and len(foreign) >= words:
            return language
        if foreign:
            return "any"
    return "en" if words >= 3 else "any"


def _speaks(run: RunStyle, needs: str) -> bool:
    """True where the run is marked with the language that its words need."""
    if needs == "any":
        return bool(run.language) or not re.search(r"[A-Za-z가-힣一-鿿]{2}", run.text)
    main = run.language.split("-")[0].lower()
    # Names and numbers of another alphabet aside, any European language may be written in Latin letters.
    if needs == "zh" and main == "ja":
        return True
    return main == needs if needs != "en" else main not in ("", "ko", "zh", "ja")


def _line_spacing(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.pages:
        styles = exam.styles(page)
        for item in page.of("text"):
            frame = styles.frame(item)
            for paragraph in styles.paragraphs(item):
                if not paragraph.text.strip():
                    continue
                east_asian = bool(_EAST_ASIAN.search(paragraph.text))
                wide = max(0.1, frame.box.width - paragraph.indent)
                lines = len(wrap(paragraph.text, round(paragraph.size * frame.shrink, 1), wide, paragraph.is_bold))
                spacing = paragraph.fixed / (1.2 * paragraph.size) if paragraph.fixed else paragraph.spacing or 1.0
                least = (1.05 if lines > 1 else 0.9) if east_asian else (0.9 if lines > 1 else 0.7)
                if spacing < least - 0.001:
                    yield trouble(
                        page.number,
                        (
                            f"{quoted(paragraph.text, 24)}: 줄 간격이 {spacing:.2f}배로 글자가 잘립니다.",
                            f"{quoted(paragraph.text, 24)}: a line spacing of {spacing:.2f} clips letters.",
                        ),
                        ("줄 간격을 1.1배로 하세요.", "Set the line spacing to 1.1."),
                    )
                    break


CHECKS = (
    Check(
        "font_sizes",
        "글자가 읽을 만큼 크고 제목 크기가 고릅니다",
        "Type is large enough, titles are of a size",
        _font_sizes,
    ),
    Check(
        "fonts",
        "한글 글꼴이 정해져 있고 글꼴이 적습니다",
        "East Asian typefaces are set, and typefaces are few",
        _fonts,
    ),
    Check(
        "ignored_styles",
        "정해 둔 글자 모양이 무시되지 않습니다",
        "No type is set where PowerPoint ignores it",
        _ignored,
    ),
    Check("languages", "글자마다 맞는 언어가 표시되어 있습니다", "Runs are marked with their language", _languages),
    Check("line_spacing", "줄 간격이 글자를 자르지 않습니다", "Line spacing does not clip letters", _line_spacing),
)
