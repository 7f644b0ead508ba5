"""Answers as JSON: a free object, or one that follows the reader's own JSON schema as far as the answer goes."""

import re
from dataclasses import dataclass, field
from typing import Any

Number = int | float


@dataclass(frozen=True)
class Content:
    """What an answer holds.

    `answer` is the whole text, `sentences` the same as plain sentences, the most important first; `value` the one
    number asked for (or how it is written, where it is no plain number); `rows` a table as records, whose first key
    holds the label; `adds` says that the numbers of a column may be added up; `figures` the numbers behind the value by
    name, and `written` the value with its unit.
    """

    answer: str
    sentences: tuple[str, ...] = ()
    value: Number | str | None = None
    working: str = ""
    rows: tuple[dict[str, Any], ...] = ()
    adds: bool = False
    files: tuple[str, ...] = field(default=())
    figures: dict[str, Number] = field(default_factory=dict)
    written: str = ""

    @property
    def plain(self) -> str:
        """The answer without bullets and tables."""
        return " ".join(self.sentences) or self.answer

    def free(self) -> dict[str, Any]:
        """All of it, under names of our own."""
        found: dict[str, Any] = {"answer": self.plain}
        found |= {"value": self.value} if self.value is not None else {}
        found |= {"working": self.working} if self.working else {}
        found |= {"rows": list(self.rows)} if self.rows else {}
        return found | ({"files": list(self.files)} if self.files else {})

    def filled(self, properties: dict[str, Any]) -> dict[str, Any]:
        """A value for each property of a schema, found by its name and type."""
        return {name: _filled(name, shape, self) for name, shape in properties.items()}

    @property
    def labels(self) -> list[str]:
        """The first cell of each row."""
        return [str(next(iter(row.values()))) for row in self.rows]

    def numbers(self, row: dict[str, Any]) -> dict[str, Number]:
        """The numbers of a row by column."""
        return {key: value for key, value in row.items() if isinstance(value, int | float)}

    def column(self, wanted: str = "") -> list[tuple[str, Number]]:
        """(label, number) down the column with this name, or down the sums over the columns."""
        found = []
        for label, row in zip(self.labels, self.rows, strict=True):
            numbers = self.numbers(row)
            named = next((value for key, value in numbers.items() if wanted and _same(key, wanted)), None)
            if named is not None:
                found.append((label, named))
            elif numbers and not wanted:
                found.append((label, sum(numbers.values()) if self.adds else next(iter(numbers.values()))))
        return found


_UNIT = r"^(?:unit|units|currency|단위|통화|화폐)$"
_WORKING = r"work|explan|reason|step|formula|calc|derivation|과정|풀이|식$|이유|근거"
_RESULT = r"answer|result|value|output|final|total|amount|price|sum|답|결과|값|합계|금액"
# Under which names a schema may ask for the numbers of a sum.
_SAME_FIGURE: list[set[str]] = [
    {
        "cost",
        "base",
        "original",
        "wholesale",
        "principal",
        "원가",
        "정가",
        "원금",
        "old",
        "before",
        "subtotal",
        "amount",
    },
    {"markup", "margin", "마진", "마진율"},
    {"discount", "할인", "할인율"},
    {"tax", "vat", "세금", "세율"},
    {"tip", "팁"},
    {"rate", "이율", "비율"},
    {"quantity", "count", "pieces", "number_of_items", "items", "수량", "개수", "qty"},
    {"profit", "difference", "gain", "savings", "이익", "차액"},
    {"interest", "이자"},
    {"change", "거스름돈"},
    {"speed", "속력"},
    {"distance", "거리"},
    {"time", "hours", "시간"},
    {"people", "shares", "heads", "인원"},
]


def _filled(name: str, shape: Any, content: Content) -> Any:
    shape = shape if isinstance(shape, dict) else {}
    if "const" in shape:
        return shape["const"]
    if "enum" in shape:
        return _option(name, shape["enum"], content)
    kind = shape.get("type")
    kinds = kind if isinstance(kind, list) else [kind]
    if kind is None and re.search(_RESULT, name, re.I) and isinstance(content.value, int | float):
        return content.value
    if "number" in kinds or "integer" in kinds:
        number = _number(name, content, nullable="null" in kinds)
        if number is None:
            return None if "null" in kinds else 0
        return number if "number" in kinds else round(number)
    if "array" in kinds:
        return _array(name, shape.get("items", {}), content)
    if "object" in kinds:
        if inner := shape.get("properties"):
            return content.filled(inner)
        return dict(content.column())
    if "boolean" in kinds:
        return _truth(content)
    if "string" in kinds or kind is None:
        return _string(name, content)
    return None


_SIGNS = {
    "$": ("USD", "dollar"),
    "€": ("EUR", "euro"),
    "£": ("GBP", "pound"),
    "원": ("KRW", "won"),
    "엔": ("JPY", "yen"),
}
_SIGNS |= {
    "yen": ("JPY", "엔"),
    "元": ("CNY", "yuan"),
    "韩元": ("KRW", "won"),
    "won": ("KRW", "원"),
    "달러": ("USD", "dollar"),
}


def _currency(written: str) -> str:
    """The code of the money in which the value is written; an empty string where it is no money."""
    longest = sorted(_SIGNS, key=len, reverse=True)
    return next((_SIGNS[sign][0] for sign in longest if re.search(rf"{re.escape(sign)}(?![a-z])", written)), "")


def _option(name: str, options: list[Any], content: Content) -> Any:
    """The option that the answer says, by the sign of its money too; else one that leaves it open; else the first."""
    said = content.answer.casefold()
    names = {str(option).casefold(): option for option in options}
    for sign, spellings in _SIGNS.items():
        if sign in content.written:
            for spelling in (sign, *spellings, *(f"{word}s" for word in spellings)):
                if spelling.casefold() in names:
                    return names[spelling.casefold()]
    spoken = [option for spelling, option in names.items() if re.search(rf"(?<!\w){re.escape(spelling)}(?!\w)", said)]
    if spoken:
        return spoken[0]
    loose = [option for spelling, option in names.items() if spelling and spelling in said]
    if loose:
        return loose[0]
    topic = "math" if content.written else ""
    about = [option for spelling, option in names.items() if topic and topic in spelling]
    open_ended = [
        option
        for spelling, option in names.items()
        if re.fullmatch(r"other|none|unknown|n/?a|기타|없음|其他", spelling)
    ]
    return [*about, *open_ended, options[0]][0]


def _truth(content: Content) -> bool:
    """True where there is an answer, unless it says no."""
    if re.match(r"\s*(?:no\b|아니|否|不)", content.answer, re.IGNORECASE):
        return False
    return content.value is not None or bool(content.rows)


def _string(name: str, content: Content) -> str:
    if re.search(r"currency|통화|화폐", name, re.I) and (code := _currency(content.written)):
        return code
    if re.search(_UNIT, name, re.I) and content.written:
        return re.sub(r"[-\d,.\s]+", " ", content.written).strip()
    if re.search(_WORKING, name, re.I) and content.working:
        return content.working
    if re.search(r"final|^(?:value|output|result)$|^답$", name, re.I) and content.written:
        return content.written
    pairs = sorted(content.column(), key=lambda pair: pair[1])
    if pairs and re.search(r"worst|lowest|bottom|least|smallest|weakest|min(?!ute)|최저|꼴찌", name, re.I):
        return pairs[0][0]
    if pairs and re.search(r"best|top|highest|leader|winner|most|largest|strongest|max|최고|1위", name, re.I):
        return pairs[-1][0]
    if content.files and re.search(r"file|path|(?<!re)source|파일|출처", name, re.I):
        return content.files[0]
    if re.search(r"answer|text|summary|message|result|content|요약|답|설명", name, re.I):
        return content.plain
    label = next(iter(content.rows[0]), "") if content.rows else ""
    if pairs and label and _same(label, name):
        return pairs[-1][0]
    if content.written:
        return content.written
    return content.sentences[0] if content.sentences else content.answer


def _figure(name: str, content: Content) -> Number | None:
    """The number of a sum that goes by this name or by one that means the same."""
    plain = name.casefold()
    words = set(re.split(r"[_\W]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).casefold())) | {plain}
    for figure, value in content.figures.items():
        bare = re.sub(r"_\d+$", "", figure)
        same = next((group for group in _SAME_FIGURE if bare in group), {bare})
        if plain == bare or words & same:
            return _percentage(bare, value)
    if re.search(r"percent|rate|_pct|율$|%", name, re.I):
        return next((_percentage(bare, value) for bare, value in content.figures.items() if bare in _RATES), None)
    return None


_RATES = {"markup", "margin", "discount", "tax", "tip", "rate", "fee", "rise", "fall"}


def _percentage(figure: str, value: Number) -> Number:
    """A rate is kept as a share of one, and read as a percentage."""
    if figure not in _RATES:
        return value
    found = round(value * 100, 10)
    return int(found) if found == int(found) else found


def _number(name: str, content: Content, *, nullable: bool = False) -> Number | None:
    if isinstance(content.value, int | float):
        figure = _figure(name, content)
        if figure is not None:
            return figure
        return content.value if not nullable or not content.figures or re.search(_RESULT, name, re.I) else None
    for label, value in content.column():
        if _same(label, name):
            return value
    column = content.column(name)
    values = [value for _, value in (column or content.column())]
    if not values:
        return None
    if re.search(r"average|mean|avg|평균", name, re.I):
        return sum(values) / len(values)
    if re.search(r"max|highest|best|top|largest|최고|최대", name, re.I):
        return max(values)
    if re.search(r"min|lowest|worst|smallest|최저|최소", name, re.I):
        return min(values)
    if re.search(r"count|number_of|rows|개수|건수", name, re.I):
        return len(values)
    return sum(values) if content.adds else max(values)


def _array(name: str, shape: Any, content: Content) -> list[Any]:
    shape = shape if isinstance(shape, dict) else {}
    kind = shape.get("type")
    if kind == "object" and not content.rows and content.working and re.search(_WORKING, name, re.I):
        steps = re.sub(r"^[^:：\d]{1,30}[:：]\s?", "", content.working).rstrip(".。").split("; ")
        return [_step(step, shape.get("properties", {}), content) for step in steps]
    if kind == "string" and not content.rows and content.working and re.search(_WORKING, name, re.I):
        return re.sub(r"^[^:：\d]{1,30}[:：]\s?", "", content.working).rstrip(".。").split("; ")
    if kind == "object" and content.rows:
        return _records(shape.get("properties", {}), content)
    if kind in ("number", "integer") and content.rows:
        return [value for _, value in content.column()]
    listing = re.search(
        r"name|label|product|categor|channel|region|quarter|month|year|period|item|목록|이름", name, re.I
    )
    if content.rows and listing:
        return content.labels
    if kind == "object":
        return [content.filled(shape.get("properties", {}))]
    return list(content.sentences) or [content.answer]


def _step(step: str, properties: dict[str, Any], content: Content) -> dict[str, Any]:
    """One step of a sum: what is worked out, and what comes out."""
    working, _, outcome = step.rpartition(" = ")
    if not working or re.search(r"[A-Za-z가-힣]{2}|[\u4e00-\u9fff]", working):
        equation = re.search(r"\S+ = \S+", step)
        working, outcome = step, equation[0].rstrip(",;") if equation else content.written
    return {
        name: (outcome if re.search(r"output|result|value|answer|결과|답", name, re.I) else working or step)
        if "string" in str((shape if isinstance(shape, dict) else {}).get("type", "string"))
        else _filled(name, shape, content)
        for name, shape in properties.items()
    }


def _records(properties: dict[str, Any], content: Content) -> list[dict[str, Any]]:
    """The rows under the names of the schema; cell by cell where it asks for two labels and one number."""
    texts = [name for name, shape in properties.items() if "string" in str(shape.get("type", ""))]
    figures = [name for name in properties if name not in texts]
    found = []
    total = sum(value for _, value in content.column()) or 1
    for place, (label, row) in enumerate(zip(content.labels, content.rows, strict=True), 1):
        numbers = content.numbers(row)
        cells = list(numbers.items())
        split = len(texts) == 2 and len(figures) == 1 and len(cells) > 1
        for key, value in cells if split else cells[:1]:
            record: dict[str, Any] = {}
            for name in properties:
                if name in texts:
                    record[name] = label if name == texts[0] or not split else key
                elif re.fullmatch(r"rank|place|순위|no", name, re.I):
                    record[name] = place
                elif re.search(r"share|percent|비중", name, re.I) and content.adds:
                    record[name] = round(value / total * 100, 1)
                else:
                    record[name] = value if split else next((v for k, v in cells if _same(k, name)), value)
            found.append(record)
    return found


def _same(one: str, other: str) -> bool:
    plain = [re.sub(r"[\W_]", "", re.sub(r"[(\[（].*", "", text)).casefold() for text in (one, other)]
    return bool(plain[0]) and plain[0] == plain[1]
