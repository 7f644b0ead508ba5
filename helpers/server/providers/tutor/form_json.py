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
    holds the label; `adds` says that the numbers of a column may be added up.
    """

    answer: str
    sentences: tuple[str, ...] = ()
    value: Number | str | None = None
    working: str = ""
    rows: tuple[dict[str, Any], ...] = ()
    adds: bool = False
    files: tuple[str, ...] = field(default=())

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


def _filled(name: str, shape: Any, content: Content) -> Any:
    shape = shape if isinstance(shape, dict) else {}
    if "enum" in shape:
        said = [option for option in shape["enum"] if str(option).casefold() in content.answer.casefold()]
        return said[0] if said else shape["enum"][0]
    kind = shape.get("type")
    kinds = kind if isinstance(kind, list) else [kind]
    if "number" in kinds or "integer" in kinds:
        number = _number(name, content)
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
        return content.value is not None or bool(content.rows)
    if "string" in kinds or kind is None:
        return _string(name, content)
    return None


def _string(name: str, content: Content) -> str:
    if re.search(r"work|explan|reason|step|formula|calc|과정|풀이|식$", name, re.I) and content.working:
        return content.working
    pairs = sorted(content.column(), key=lambda pair: pair[1])
    if pairs and re.search(r"worst|lowest|bottom|least|smallest|weakest|min(?!ute)|최저|꼴찌", name, re.I):
        return pairs[0][0]
    if pairs and re.search(r"best|top|highest|leader|winner|most|largest|strongest|max|최고|1위", name, re.I):
        return pairs[-1][0]
    if content.files and re.search(r"file|path|파일", name, re.I):
        return content.files[0]
    if re.search(r"answer|text|summary|message|result|content|요약|답|설명", name, re.I):
        return content.plain
    label = next(iter(content.rows[0]), "") if content.rows else ""
    if pairs and label and _same(label, name):
        return pairs[-1][0]
    return content.sentences[0] if content.sentences else content.answer


def _number(name: str, content: Content) -> Number | None:
    if isinstance(content.value, int | float):
        return content.value
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
