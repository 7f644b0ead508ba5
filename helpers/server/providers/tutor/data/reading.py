"""How a data file is read: a recipe that starts out simple and is mended when the file turns out otherwise.

The tutor never opens a file. It writes the line that reads it, sees in the logs what went wrong (another encoding,
another delimiter, title lines above the header) and writes a better line.
"""

import csv
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...base import File

TABLE_ENDINGS = (".csv", ".tsv", ".txt", ".json", ".jsonl", ".xlsx", ".xls", ".xlsm")
_DELIMITERS = (",", ";", "\t", "|")
_SIGNATURES = {
    "89504e47": "PNG",
    "ffd8ff": "JPEG",
    "25504446": "PDF",
    "504b0304": "ZIP",
    "d0cf11e0": "Excel 97",
    "47494638": "GIF",
    "1f8b": "GZIP",
    "7f454c46": "ELF",
}


def is_table(file: File) -> bool:
    """True where the name promises a table."""
    return file.filename.lower().endswith(TABLE_ENDINGS)


@dataclass(frozen=True)
class Reading:
    """The arguments of the pandas call that reads a file.

    `records` is the key of the records in nested JSON; `texts` are columns to be left as text (dates with dots);
    `sheet` is the sheet of a workbook, empty for its first.
    """

    filename: str
    kind: str
    encoding: str | None = None
    sep: str = ","
    decimal: str = "."
    thousands: str | None = None
    skip: int = 0
    records: str | None = None
    texts: tuple[str, ...] = ()
    sheet: str = ""

    @property
    def path(self) -> str:
        return f"/mnt/data/{self.filename}"

    def lines(self) -> list[str]:
        """The Python lines that leave the table in `df`."""
        path = json.dumps(self.path, ensure_ascii=False)
        if self.kind == "excel":
            sheet = f", sheet_name={json.dumps(self.sheet, ensure_ascii=False)}" if self.sheet else ""
            skip = f", skiprows={self.skip}" if self.skip else ""
            return [f"df = pd.read_excel({path}{sheet}{skip}).rename(columns=str)"]
        if self.kind == "json" and self.records is not None:
            key = f"[{json.dumps(self.records, ensure_ascii=False)}]" if self.records else ""
            return [f'df = pd.json_normalize(json.load(open({path}, encoding="utf-8")){key})']
        if self.kind == "json":
            return [f'df = pd.DataFrame(json.load(open({path}, encoding="utf-8")))']
        if self.kind == "jsonl":
            return [
                f'df = pd.json_normalize([json.loads(line) for line in open({path}, encoding="utf-8") if line.strip()])'
            ]
        options = [path]
        if self.sep != ",":
            options.append(f"sep={json.dumps(self.sep)}")
        if self.decimal != ".":
            options.append(f'decimal="{self.decimal}"')
        if self.thousands:
            options.append(f'thousands="{self.thousands}"')
        if self.texts:
            options.append(f"dtype={{{', '.join(f'{json.dumps(t, ensure_ascii=False)}: str' for t in self.texts)}}}")
        if self.encoding:
            options.append(f'encoding="{self.encoding}"')
        if self.skip:
            options.append(f"skiprows={self.skip}")
        return [f"df = pd.read_csv({', '.join(options)})"]


def first_reading(file: File) -> Reading:
    """What the name suggests."""
    name = file.filename.lower()
    if name.endswith((".xlsx", ".xls", ".xlsm")):
        return Reading(file.filename, "excel")
    if name.endswith(".json"):
        return Reading(file.filename, "json")
    if name.endswith(".jsonl"):
        return Reading(file.filename, "jsonl")
    return Reading(file.filename, "csv", sep="\t" if name.endswith(".tsv") else ",")


def raw_look(reading: Reading, language: str, error: str) -> str:
    """Code that prints the first lines of a text file in every encoding that can be its own."""
    encodings = ["utf-8-sig", "cp949", "gb18030", "cp1252"]
    if language == "zh":
        encodings = ["utf-8-sig", "gb18030", "cp949", "cp1252"]
    if re.search(r"byte 0xf[ef] in position 0", error):
        encodings = ["utf-16"]
    comment = {
        "ko": "# 파일의 첫 줄들을 여러 인코딩으로 읽어 봅니다",
        "en": "# Read the first lines in every encoding that fits",
        "zh": "# 用各种编码读取文件的前几行",
    }[language]
    return f"""import json
from pathlib import Path

raw = Path({json.dumps(reading.path, ensure_ascii=False)}).read_bytes()
{comment}
lines = {{}}
for encoding in {json.dumps(encodings)}:
    try:
        lines[encoding] = raw.decode(encoding).splitlines()[:12]
    except UnicodeDecodeError as error:
        print(encoding, error.reason)
for line in next(iter(lines.values()), []):
    print(line[:200])
print("RAW:", json.dumps({{"bytes": len(raw), "start": raw[:8].hex(), "lines": lines}}, ensure_ascii=False))
"""


def json_look(reading: Reading) -> str:
    """Code that prints what the outermost level of a JSON file is made of."""
    return f"""import json

data = json.load(open({json.dumps(reading.path, ensure_ascii=False)}, encoding="utf-8"))
keys = {{key: type(value).__name__ for key, value in data.items()}} if isinstance(data, dict) else {{}}
print(type(data).__name__, keys)
print("RAW:", json.dumps({{"outer": type(data).__name__, "keys": keys}}, ensure_ascii=False))
"""


def sheet_lines(reading: Reading) -> list[str]:
    """Python that prints how many cells are filled in the first rows of each sheet of a workbook, and in all of it."""
    path = json.dumps(reading.path, ensure_ascii=False)
    return [
        f"sheets = pd.read_excel({path}, sheet_name=None, header=None)",
        "sizes = {",
        '    name: {"filled": int(sheet.count().sum()), "rows": sheet.count(axis=1).head(12).tolist()}',
        "    for name, sheet in sheets.items()",
        "}",
        'print("SHEETS:", json.dumps(sizes, ensure_ascii=False))',
    ]


def better_sheet(reading: Reading, sizes: dict[str, Any], said: Sequence[str]) -> Reading:
    """The reading of the sheet named last (`said` is newest first), else of the one that holds by far the most."""
    names = list(sizes)
    if not names:
        return reading
    asked = [name for text in said for name in names if len(name) > 1 and name.casefold() in text.casefold()]
    fullest = max(names, key=lambda name: sizes[name]["filled"])
    ahead = sizes[fullest]["filled"] > 1.5 * sizes[names[0]]["filled"]
    sheet = asked[0] if asked else fullest if ahead else names[0]
    rows = sizes[sheet]["rows"]
    # The header is the first row that is about as wide as the body; titles above it fill a cell or two.
    widest = max(rows, default=0)
    skip = next((n for n, width in enumerate(rows) if width >= max(widest * 0.8, min(widest, 2))), 0)
    return replace(reading, sheet="" if sheet == names[0] else sheet, skip=skip)


def marked(logs: str, mark: str) -> Any:
    """The JSON behind the last line that starts with `mark`, or None."""
    for line in reversed(logs.splitlines()):
        if line.startswith(mark):
            try:
                return json.loads(line[len(mark) :])
            except json.JSONDecodeError:
                return None
    return None


def error_in(logs: str) -> str | None:
    """The last line of a Python error in the logs, such as `KeyError: 'x'`; None where the code ran."""
    for line in reversed(logs.rstrip().splitlines()):
        if re.match(r"\s*([\w.]+\.)?\w*(Error|Exception|Interrupt|Exit)\b(:|$)", line):
            return line.strip()
    return "Error" if "Traceback (most recent call last)" in logs else None


def mend(reading: Reading, raw: dict[str, Any], language: str) -> Reading | None:
    """A better recipe after a raw look, or None where no table can be seen in the file."""
    if "outer" in raw:
        records = next((key for key, kind in raw["keys"].items() if kind == "list"), None)
        if raw["outer"] == "list":
            return replace(reading, records="")
        return replace(reading, records=records) if records else None
    start = raw["start"]
    if start.startswith("504b0304") or start.startswith("d0cf11e0"):
        return Reading(reading.filename, "excel")
    if file_kind(raw) or not raw["lines"]:
        return None
    encoding = _best_encoding(raw["lines"], language)
    lines = [line for line in raw["lines"][encoding] if line.strip()]
    if not lines or any("\x00" in line for line in lines):
        return None
    sep, skip = _layout(raw["lines"][encoding])
    cells = [cell.strip() for line in lines[1:] for cell in _cells(line, sep)]
    comma_decimal = sep != "," and any(re.fullmatch(r"-?\d[\d.]*,\d+", cell) for cell in cells)
    dotted = comma_decimal and any(re.fullmatch(r"-?\d{1,3}(\.\d{3})+,\d+", cell) for cell in cells)
    table = [[cell.strip() for cell in _cells(line, sep)] for line in raw["lines"][encoding][skip:] if line]
    dotted_dates = [
        name
        for name, *column in zip(*table[:8], strict=False)
        if dotted and column and all(re.fullmatch(r"\d{1,4}\.\d{1,2}\.\d{1,4}", cell) for cell in column)
    ]
    return replace(
        reading,
        kind="csv",
        texts=tuple(dotted_dates),
        encoding=None if encoding == "utf-8-sig" else encoding,
        sep=sep,
        skip=skip,
        decimal="," if comma_decimal else ".",
        thousands="." if dotted else None,
    )


def file_kind(raw: dict[str, Any]) -> str | None:
    """What a file truly is by its first bytes ("PNG"), where it is not text; None for text."""
    found = (kind for start, kind in _SIGNATURES.items() if str(raw.get("start", "")).startswith(start))
    return next(found, None)


def _best_encoding(lines: dict[str, list[str]], language: str) -> str:
    """Both Korean and Chinese encodings accept almost any bytes, so the letters that come out decide."""
    for certain in ("utf-8-sig", "utf-16"):
        if certain in lines:
            return certain
    text = {encoding: "".join(found) for encoding, found in lines.items()}
    korean = text.get("cp949", "")
    hangul, hanja = len(re.findall("[가-힣]", korean)), len(re.findall(r"[一-鿿\uf900-\ufaff]", korean))
    # Chinese text taken for Korean comes out as a jumble of Hangul and Chinese characters.
    jumbled = hanja > 0.1 * (hangul + hanja) and "gb18030" in text
    if hangul and not jumbled and language != "zh":
        return "cp949"
    if hangul and jumbled:
        return "gb18030"
    if "cp1252" in text:
        letters = re.sub(r"[\W\d_]", "", text["cp1252"])
        foreign = sum(not letter.isascii() for letter in letters)
        if foreign < len(letters) * 0.3:
            return "cp1252"
    return next(iter(lines))


def _layout(lines: list[str]) -> tuple[str, int]:
    """The delimiter, and how many lines stand above the header: the header is the first line as wide as the body."""
    best = (0, ",", 0)
    for sep in _DELIMITERS:
        widths = [max(len(_cells(line, sep)) - 1, 0) for line in lines]
        body = [width for width, line in zip(widths[1:], lines[1:], strict=True) if line.strip()] or widths
        usual = max(set(body), key=body.count, default=0)
        # The header has to be as wide as the body: a decimal comma parts only the numbers.
        score = usual and sum(width == usual for width in widths) * 10 + usual
        if score > best[0]:
            best = (score, sep, widths.index(usual) if usual in widths else 0)
    return best[1], best[2]


def _cells(line: str, sep: str) -> list[str]:
    """The cells of one line; a delimiter inside quotes ("1,200") parts nothing."""
    return next(csv.reader([line], delimiter=sep), [])
