"""Reads the reader's table, whatever its encoding and shape, into one row for each observation."""

import csv
import io
import json
import re
from collections.abc import Callable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

_TOTALS = re.compile(r"^(합\s*계|총\s*계|총합|소계|계|total|totals|sum|grand total|subtotal|all|合计|总计|合計)$", re.I)
_ENCODINGS = ("utf-8-sig", "cp949", "gb18030", "cp1252")


class Unreadable(Exception):
    """The data cannot be read as a table; the message says why."""


def read_table(data: "str | PathLike[str] | pd.DataFrame") -> "pd.DataFrame":
    """The table as it is in the file, numbers as numbers. Raises Unreadable."""
    import pandas as pd

    if isinstance(data, pd.DataFrame):
        frame = data.reset_index() if data.index.name or data.index.nlevels > 1 else data.copy()
    else:
        path = Path(data)
        try:
            raw = path.read_bytes()
        except OSError as error:
            raise Unreadable(f"{path.name}: {error.strerror}") from None
        try:
            frame = _frame_of(raw, path.suffix.lower())
        except (ValueError, KeyError, TypeError, ImportError, OSError) as error:
            raise Unreadable(f"{path.name}: {str(error).splitlines()[0][:120] if str(error) else error}") from None
    frame.columns = [
        " ".join(map(str, name)) if isinstance(name, tuple) else str(name).strip() for name in frame.columns
    ]
    frame = frame.loc[:, [not re.match(r"Unnamed: \d+$|^index$", name) for name in frame.columns]]
    frame = frame.loc[:, ~frame.columns.duplicated()].dropna(how="all").reset_index(drop=True)
    if frame.empty or not len(frame.columns):
        raise Unreadable("no rows")
    for name in frame.columns:
        frame[name] = as_numbers(frame[name])
    return frame


def _frame_of(raw: bytes, ending: str) -> "pd.DataFrame":
    import pandas as pd

    if raw[:4] == b"PK\x03\x04" or raw[:4] == b"\xd0\xcf\x11\xe0":
        sheets = pd.read_excel(io.BytesIO(raw), sheet_name=None, header=None)
        return _with_header(max(sheets.values(), key=lambda sheet: sheet.notna().to_numpy().sum()))
    text = _decoded(raw)
    if ending in (".json", ".jsonl") or text.lstrip()[:1] in ("{", "["):
        return _from_json(text)
    separator, skip = _layout(text.splitlines()[:60])
    return pd.read_csv(
        io.StringIO(text), sep=separator, skiprows=skip, dtype=str, skipinitialspace=True, engine="python"
    )


def _decoded(raw: bytes) -> str:
    """The text; of encodings that accept any bytes, the one that gives letters people write."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16")
    found: dict[str, str] = {}
    for encoding in _ENCODINGS:
        try:
            found[encoding] = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    if "utf-8-sig" in found:
        return found["utf-8-sig"]
    latin = found.get("cp1252", "")
    letters = re.sub(r"[\W\d_]", "", latin)
    foreign = sum(not letter.isascii() for letter in letters)
    if latin and foreign < 0.3 * len(letters):
        return latin
    # CP949 holds Chinese characters too, so text with much Hangul is Korean, and the rest Chinese.
    korean = found.get("cp949", "")
    east = re.findall("[가-힣一-鿿]", korean)
    if east and sum("가" <= letter <= "힣" for letter in east) > 0.6 * len(east):
        return korean
    chinese = found.get("gb18030", "")
    return chinese or korean or latin or raw.decode("utf-8", "replace")


def _layout(lines: list[str]) -> tuple[str, int]:
    """The delimiter, and how many lines stand above the header."""
    best: tuple[int, str, int] = (0, ",", 0)
    for separator in (",", ";", "\t", "|"):
        widths = [max(0, len(row) - 1) for row in csv.reader(lines, delimiter=separator)]
        widths += [0] * (len(lines) - len(widths))
        body = [width for width in widths[1:] if width] or widths
        usual = max(set(body), key=body.count, default=0)
        score = usual and sum(width == usual for width in widths) * 10 + usual
        if score > best[0]:
            best = (score, separator, widths.index(usual) if usual in widths else 0)
    return best[1], best[2]


def _from_json(text: str) -> "pd.DataFrame":
    import pandas as pd

    try:
        data = json.loads(text)
    except json.JSONDecodeError:
        data = [json.loads(line) for line in text.splitlines() if line.strip()]
    if isinstance(data, dict):
        records = next((value for value in data.values() if isinstance(value, list) and value), None)
        columns = all(isinstance(value, list) for value in data.values())
        data = data if columns or records is None or not isinstance(records[0], dict) else records
    if isinstance(data, dict):
        return pd.DataFrame(data)
    return pd.json_normalize(data)


def _with_header(sheet: "pd.DataFrame") -> "pd.DataFrame":
    """The sheet below its header: the first row in which as many cells are filled as in the body."""
    sheet = sheet.dropna(how="all").dropna(how="all", axis=1).reset_index(drop=True)
    filled = sheet.notna().sum(axis=1)
    first = int((filled >= max(1, int(filled.median()))).idxmax())
    body = sheet.iloc[first + 1 :].reset_index(drop=True)
    body.columns = [str(int(c)) if isinstance(c, float) and c.is_integer() else str(c) for c in sheet.iloc[first]]
    return body.infer_objects()


def as_numbers(column: "pd.Series[Any]") -> "pd.Series[Any]":
    """The column as numbers where nearly all of its cells are: "$1,234", "(12)", "3.5%", "1.234,50"."""
    import pandas as pd

    if pd.api.types.is_numeric_dtype(column) or pd.api.types.is_datetime64_any_dtype(column):
        return column
    texts = column.dropna().astype(str).str.strip()
    texts = texts[~texts.str.lower().isin(["", "-", "n/a", "na", "nan", "null", "none"])]
    if texts.empty or texts.str.contains(r"[A-Za-z가-힣一-鿿]", regex=True).mean() > 0.1:
        return column
    bare = texts.str.replace(r"[\s$€£₩¥%+\u00a0]|원$|円$|元$", "", regex=True).str.replace("−", "-")
    bare = bare.str.replace(r"^\((.+)\)$", r"-\1", regex=True)
    comma_decimal = bare.str.fullmatch(r"-?\d{1,3}(\.\d{3})*,\d{1,2}|-?\d+,\d{1,2}").mean() > 0.5
    bare = bare.str.replace(".", "", regex=False).str.replace(",", ".") if comma_decimal else bare.str.replace(",", "")
    numbers = pd.to_numeric(bare, errors="coerce")
    if numbers.notna().mean() < 0.9:
        return column
    return numbers.reindex(column.index)


def is_total(value: Any) -> bool:
    """True for the label of a row that sums up others."""
    return isinstance(value, str) and bool(_TOTALS.match(value.strip()))


def nearly_all(values: "pd.Series[Any]", test: Callable[[Any], bool]) -> bool:
    """True where nine in ten of the values that are there pass."""
    found = [bool(test(value)) for value in values.dropna() if not is_total(value)]
    return bool(found) and sum(found) >= 0.9 * len(found)
