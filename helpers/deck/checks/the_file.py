"""Checks of the file as a whole: its size, its properties, its slides' numbers."""

from collections.abc import Iterator

from pptx.oxml.ns import qn

from .exam import Check, Exam, Trouble, trouble
from .pages import Page

_MOST_BYTES = 2_000_000


def _slide_size(exam: Exam) -> Iterator[Trouble]:
    wide, high = exam.deck.width, exam.deck.height
    if not high or abs(wide / high - 16 / 9) > 0.02:
        yield trouble(
            None,
            (
                f"슬라이드가 {wide:.1f} x {high:.1f}인치로 16:9가 아닙니다.",
                f"The slides are {wide:.1f} x {high:.1f} in, which is not 16:9.",
            ),
            (
                "디자인 > 슬라이드 크기에서 와이드스크린(16:9)을 고르세요.",
                "Choose Design > Slide Size > Widescreen (16:9).",
            ),
        )


def _has_slides(exam: Exam) -> Iterator[Trouble]:
    if len(exam.deck.pages) < 2:
        yield trouble(
            None,
            (f"슬라이드가 {len(exam.deck.pages)}장뿐입니다.", f"There are only {len(exam.deck.pages)} slides."),
            ("표지와 내용 슬라이드를 하나 이상 만드세요.", "Make a cover and at least one slide of content."),
        )


def _file_size(exam: Exam) -> Iterator[Trouble]:
    if exam.deck.size >= _MOST_BYTES:
        size = exam.deck.size / 1e6
        yield trouble(
            None,
            (f"파일이 {size:.1f} MB로 메일로 보내기에 큽니다.", f"The file is {size:.1f} MB, too big for an e-mail."),
            ("그림을 JPEG로 줄여 2 MB 아래로 만드세요.", "Store the pictures as smaller JPEGs, below 2 MB in all."),
        )


def _core_properties(exam: Exam) -> Iterator[Trouble]:
    properties = exam.deck.presentation.core_properties
    title, author = properties.title.strip(), properties.author.strip()
    if not title or title.lower() in (
        "powerpoint presentation",
        "presentation",
        "untitled",
        "프레젠테이션",
        "제목 없음",
    ):
        yield trouble(
            None,
            (
                "파일 속성의 제목이 비었거나 기본값입니다.",
                "The title in the file's properties is empty or the default.",
            ),
            (
                "파일 > 정보에서 제목을 쓰거나 core_properties.title에 넣으세요.",
                "Write it in File > Info, or set core_properties.title.",
            ),
        )
    if not author or author in ("Steve Canny", "python-pptx"):
        yield trouble(
            None,
            (
                "파일 속성의 만든 이가 비었거나 기본값입니다.",
                "The author in the file's properties is empty or the default.",
            ),
            ("만든 이를 파일 속성에 쓰세요(core_properties.author).", "Write who made it (core_properties.author)."),
        )
    made = properties.created
    if made is None or made.year < 2015:
        yield trouble(
            None,
            ("만든 날짜가 없거나 서식 파일의 날짜입니다.", "The date of creation is missing, or that of the template."),
            (
                "core_properties.created와 modified를 오늘로 두세요.",
                "Set core_properties.created and modified to today.",
            ),
        )


def _slide_numbers(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.content:
        shown = _number_of(page)
        if shown is None:
            yield trouble(
                page.number,
                ("쪽 번호가 없습니다.", "There is no slide number."),
                (
                    "삽입 > 머리글/바닥글에서 슬라이드 번호를 켜세요.",
                    "Turn on Insert > Header & Footer > Slide number.",
                ),
            )
        elif shown.isdigit() and int(shown) != page.number:
            yield trouble(
                page.number,
                (f"쪽 번호가 {shown}(으)로 적혀 있습니다.", f"The slide number says {shown}."),
                (
                    "번호를 손으로 쓰지 말고 슬라이드 번호 필드를 넣으세요.",
                    "Insert the slide number field; do not type it.",
                ),
            )


def _number_of(page: Page) -> str | None:
    """The slide number as it is written, or None where the slide has none."""
    for item in page.items:
        if item.kind != "text":
            continue
        for field in item.shape._element.iter(qn("a:fld")):
            if field.get("type") == "slidenum":
                # PowerPoint counts again when it opens the file, so the number that is stored does not matter.
                return ""
        if item.role == "number" and item.text.strip():
            return item.text.strip()
    return None


def _duplicates(exam: Exam) -> Iterator[Trouble]:
    seen: dict[tuple[str, ...], int] = {}
    for page in exam.deck.pages:
        content = [line for line in page.all_text.splitlines() if line.strip() and not line.strip().isdigit()]
        for item in page.of("chart"):
            content += [
                f"{series.name}{list(series.values)}" for plot in item.shape.chart.plots for series in plot.series
            ]
        key = tuple(" ".join(line.split()) for line in content)
        if key and key in seen:
            first = seen[key]
            yield trouble(
                page.number,
                (f"{first}쪽과 똑같은 슬라이드입니다.", f"The slide is the same as slide {first}."),
                ("한 장을 지우거나 다른 내용으로 바꾸세요.", "Delete one of them, or give it something else to say."),
            )
        seen.setdefault(key, page.number)


CHECKS = (
    Check("has_slides", "표지와 내용이 있습니다", "There is a cover and content", _has_slides),
    Check("slide_size", "화면 비율이 16:9입니다", "The slides are 16:9", _slide_size),
    Check("file_size", "파일이 2 MB보다 작습니다", "The file is below 2 MB", _file_size),
    Check(
        "core_properties",
        "파일 속성에 제목, 만든 이, 날짜가 있습니다",
        "The file's properties name title, author and date",
        _core_properties,
    ),
    Check("slide_numbers", "쪽 번호가 있습니다", "Slides are numbered", _slide_numbers),
    Check("duplicate_slides", "같은 슬라이드가 두 번 나오지 않습니다", "No slide comes twice", _duplicates),
)
