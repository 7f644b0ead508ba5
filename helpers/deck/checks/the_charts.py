"""Checks of charts and tables: what they show is what the data say."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from .charted import Charted, charts_on
from .exam import Check, Exam, Trouble, trouble
from .pages import Item, Page
from .periods import Period
from .recipes import REST, Cook, Label
from .sentences import Number
from .tracing import Subject
from .truth import ALL, Line, Truth


@lru_cache(maxsize=4)
def cook_for(truth: Truth) -> Cook:
    """One cook for each table, since looking up its names takes a while."""
    return Cook(truth)


def _chart_values(exam: Exam) -> Iterator[Trouble]:
    cook = cook_for(exam.truth)
    for page in exam.deck.pages:
        for chart in charts_on(page):
            labels = [cook.label(text) for text in chart.categories]
            for text, values in chart.series:
                name = cook.label(text)
                if len(chart.series) > 1 and not name.is_known and not _is_measure_like(chart, labels):
                    continue
                if REST.match(text) and text.casefold() in ("목표", "target"):
                    continue
                match = cook.best(name, labels, values)
                if not match.wrong:
                    continue
                if match.share < 0.5:
                    yield trouble(
                        page.number,
                        (
                            f"차트 계열 “{text}”의 값을 데이터에서 구할 수 없습니다.",
                            f"The values of “{text}” in the chart cannot be computed from the data.",
                        ),
                        (
                            "데이터를 다시 더해 차트의 값을 바꾸세요(데이터 편집).",
                            "Compute them again from the data, and put them into the chart (Edit Data).",
                        ),
                    )
                    continue
                for place, data in match.wrong[:3]:
                    shown, right = _written(values[place]), _written(data)
                    where = labels[place].text
                    yield trouble(
                        page.number,
                        (
                            f"차트 “{text}”, {where}: {shown}인데 데이터는 {right}입니다.",
                            f"Chart “{text}”, {where}: it shows {shown}, the data say {right}.",
                        ),
                        (f"차트의 데이터를 {right}(으)로 고치세요.", f"Change it to {right} in the chart's data."),
                    )


def _is_measure_like(chart: Charted, labels: Sequence[Label]) -> bool:
    """True where the bars are named things, so that the series may be called by any word."""
    return not chart.is_line and any(label.name is not None for label in labels)


def _written(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:,.0f}" if abs(value - round(value)) < 1e-6 else f"{value:,.2f}"


def _chart_names(exam: Exam) -> Iterator[Trouble]:
    cook = cook_for(exam.truth)
    for page in exam.deck.pages:
        for chart in charts_on(page):
            labels = [cook.label(text) for text in chart.categories]
            texts = [label.text for label in labels if not label.is_known]
            if len(chart.series) > 1 and not _is_measure_like(chart, labels):
                texts += [text for text, _ in chart.series if not cook.label(text).is_known]
            for text in texts[:3]:
                yield trouble(
                    page.number,
                    (f"차트의 “{text}”은(는) 데이터에 없습니다.", f"“{text}” in the chart is not in the data."),
                    ("데이터에 있는 이름으로 바꾸세요.", "Use the name that the data have."),
                )


def _chart_periods(exam: Exam) -> Iterator[Trouble]:
    cook = cook_for(exam.truth)
    for page in exam.deck.pages:
        for chart in charts_on(page):
            whens = [label.period for label in (cook.label(text) for text in chart.categories)]
            known = [when for when in whens if when is not None and when.year]
            if len(known) < 2 or len(known) < len(whens) or len({when.grain for when in known}) > 1:
                continue
            if known != sorted(known):
                yield trouble(
                    page.number,
                    ("차트의 기간이 시간 순서가 아닙니다.", "The chart's periods are not in the order of time."),
                    (
                        "오래된 기간을 왼쪽에 두고 차례로 놓으세요.",
                        "Put the oldest on the left, and the rest in order.",
                    ),
                )
            timeline = exam.truth.timeline.get(known[0].grain, [])
            inside = [when for when in timeline if min(known) <= when <= max(known)]
            left_out = [when for when in inside if when not in known]
            after = [when for when in timeline if when > max(known)]
            if known[0].grain == "year":
                # A year that is not whole is better left out.
                left_out, after = (
                    [when for when in some if when in exam.truth.whole_years] for some in (left_out, after)
                )
            # Bars may compare a few chosen periods; a line promises all of them.
            chosen = not chart.is_line and len(left_out) >= len(known) - 1
            if (left_out and not chosen) or (chart.is_line and after):
                names = ", ".join(str(when) for when in (left_out or after)[:4])
                yield trouble(
                    page.number,
                    (
                        f"데이터에 있는 기간이 차트에 빠졌습니다: {names}",
                        f"The chart leaves out periods of the data: {names}",
                    ),
                    ("빠진 기간을 차트에 넣으세요.", "Add them to the chart."),
                )


def _workbooks(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.pages:
        for chart in charts_on(page):
            if chart.workbook is None:
                yield trouble(
                    page.number,
                    (
                        f"차트 “{chart.item.name}” 안에 통합 문서가 없거나 열리지 않습니다.",
                        f"The chart “{chart.item.name}” holds no workbook that opens.",
                    ),
                    (
                        "차트를 add_chart로 다시 만들면 데이터가 함께 들어갑니다.",
                        "Make it again with add_chart, which puts the data inside.",
                    ),
                )
                continue
            for place, shown, held in list(chart.differences())[:2]:
                yield trouble(
                    page.number,
                    (
                        f"차트는 {shown}을(를) 보이는데 안의 통합 문서 {place}에는 {held}이(가) 있습니다.",
                        f"The chart shows {shown}, and its workbook holds {held} in {place}.",
                    ),
                    (
                        "데이터 편집을 열어 둘을 같게 하세요. 열면 차트가 통합 문서의 값으로 바뀝니다.",
                        "Make the two the same with Edit Data; on opening, the chart takes the workbook's values.",
                    ),
                )


def _tables(exam: Exam) -> Iterator[Trouble]:
    cook = cook_for(exam.truth)
    for page in exam.deck.pages:
        for item in page.of("table"):
            yield from _table(exam, cook, page, item)


def _table(exam: Exam, cook: Cook, page: Page, item: Item) -> Iterator[Trouble]:
    rows = item.cells
    if len(rows) < 2:
        return
    heads = [cook.label(text) for text in rows[0]]
    unknown = [row[0] for row in rows[1:] if row[0] and not cook.label(row[0]).is_known and _is_name(row[0])]
    known = [row[0] for row in rows[1:] if cook.label(row[0]).name is not None]
    for text in unknown if known else ():
        yield trouble(
            page.number,
            (f"표의 “{text}”은(는) 데이터에 없습니다.", f"“{text}” in the table is not in the data."),
            ("데이터에 있는 이름으로 바꾸세요.", "Use the name that the data have."),
        )
    for row in rows[1:]:
        label = cook.label(row[0])
        if not label.is_known and known:
            continue
        for head, text in zip(heads[1:], row[1:], strict=False):
            numbers = [n for sentence in exam.judge.reader.read(text) for n in sentence.numbers]
            if len(numbers) != 1 or _is_found(exam, numbers[0], label, head):
                continue
            yield trouble(
                page.number,
                (
                    f"표의 {label.text}, {head.text}: {text}은(는) 데이터에서 나오지 않습니다.",
                    f"Table, {label.text}, {head.text}: {text} does not come from the data.",
                ),
                ("그 칸을 데이터에서 다시 계산하세요.", "Compute that cell again from the data."),
            )


def _is_name(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _is_found(exam: Exam, number: Number, label: Label, head: Label) -> bool:
    """True where the cell's number belongs to its row and its column."""
    truth = exam.truth
    lines: list[Line] = []
    names = [name for name in (label.name, head.name) if name is not None]
    filters = tuple((name.column, name.value) for name in names if not name.is_measure)
    measures = [name.column for name in names if name.is_measure] or truth.measures
    if truth.is_wide:
        lines = [truth.line(measure) for measure in measures] if names else list(truth.totals)
    else:
        lines = [truth.line(measure, filters) for measure in measures]
    whens = _together([period for period in (label.period, head.period) if period is not None])
    subject = Subject(tuple(lines), whens or (ALL, *_ends(truth)), free=not whens)
    if exam.judge.tracer.find(number, subject) or exam.judge.tracer.margins(number, subject):
        return True
    return not lines


def _together(found: list[Period]) -> tuple[Period, ...]:
    """A quarter of the row and a year of the column are one period."""
    years = [when for when in found if when.grain == "year"]
    parts = [when for when in found if not when.year]
    if years and parts:
        return (Period(years[0].year, parts[0].part, parts[0].grain),)
    return tuple(found)


def _ends(truth: Truth) -> tuple[Period, ...]:
    return tuple(when for timeline in truth.timeline.values() for when in (timeline[0], timeline[-1]))


CHECKS = (
    Check("chart_values", "차트의 값이 데이터와 같습니다", "Charts show the data's values", _chart_values),
    Check("chart_names", "차트의 이름이 데이터에 있습니다", "Names in charts are in the data", _chart_names),
    Check("chart_periods", "차트에 빠진 기간이 없습니다", "No period is left out of a chart", _chart_periods),
    Check(
        "chart_workbook", "차트 안의 통합 문서가 차트와 같습니다", "The workbook in a chart says the same", _workbooks
    ),
    Check("table_values", "표의 숫자가 데이터에서 나옵니다", "Numbers in tables come from the data", _tables),
)
