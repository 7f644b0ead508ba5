"""Files that a sentence asks for: the chart as a picture, the table as CSV or Excel."""

import re

from .periods import quoted
from .plan import Plan

_SAVES = (
    r"저장|내보내|내려받|다운로드|뽑아|파일로|"
    r"\bsave|\bexport (?:it|this|that|these|the|as|to)\b|"
    r"\bdownload|\bwrite\b.{0,20}\bto\b|as an? \w+ file|保存|导出|下载"
)
_TABLE_KINDS = {"xlsx": r"엑셀|excel|\bxlsx?\b", "csv": r"(?<![a-z])csv(?![a-z])|표를|테이블|\btable\b|表格"}
_PICTURE = r"\.?(?<![a-z])(png|jpe?g|svg|pdf)(?![a-z])"
_NAME = r"([\w가-힣一-鿿-]+\.{kinds})(?![A-Za-z])"


def chart_file(text: str) -> str | None:
    """The name of the picture file that a sentence asks for ("save it as sales.png"); None where it asks for none."""
    if not re.search(_SAVES + "|" + _PICTURE, text, re.I) or table_kind(text):
        return None
    if named := re.search(_NAME.format(kinds="(?:png|jpe?g|svg|pdf)"), text, re.I):
        return named[1]
    kind = re.search(_PICTURE, text, re.I)
    return f"chart.{kind[1].lower() if kind else 'png'}"


def table_kind(text: str) -> str | None:
    """csv or xlsx where a sentence asks for the table as a file of that kind, else None."""
    if not re.search(_SAVES, text, re.I):
        return None
    return next((kind for kind, pattern in _TABLE_KINDS.items() if re.search(pattern, text, re.I)), None)


def table_file(text: str, source: str) -> str | None:
    """The name of the table file that a sentence asks for; never that of the file that is being read."""
    kind = table_kind(text)
    if not kind:
        return None
    named = [name for name in re.findall(_NAME.format(kinds=kind), text, re.I) if name != source]
    stem = re.sub(r"\.\w+$", "", source)
    return str(named[-1]) if named else f"{stem}_result.{kind}"


def save_lines(name: str, plan: Plan, language: str, whole: bool) -> list[str]:
    """Python that writes the plan's result (or, with `whole`, the table as it was read) into /mnt/data."""
    comment = {"ko": "# 파일로 저장합니다", "en": "# Save as a file", "zh": "# 保存为文件"}[language]
    what = (
        "df"
        if whole
        else {"correlation": "points", "outliers": "pd.DataFrame(found)"}.get(plan.operation or "", "table")
    )
    path = quoted(f"/mnt/data/{name}")
    index = ", index=False" if what != "table" else ""
    call = f"to_excel({path}{index})" if name.endswith("xlsx") else f'to_csv({path}, encoding="utf-8-sig"{index})'
    return ["", comment, f"{what}.{call}", f'print("SAVED:", {what}.shape[0], {what}.shape[1])']


def saved(name: str, logs: str, language: str) -> str:
    """That the file was written, with its size and its link."""
    found = re.search(r"^SAVED: (\d+) (\d+)$", logs, re.M)
    rows, columns = (int(found[1]), int(found[2])) if found else (0, 0)
    link = f"[{name}](sandbox:/mnt/data/{name})"
    return {
        "ko": f"표({rows}행, 값 {columns}열)를 파일로 저장했습니다: {link}",
        "en": f"I saved the table ({rows} row{'s' * (rows != 1)}, {columns} column{'s' * (columns != 1)} of values) "
        f"as a file: {link}",
        "zh": f"已将表格（{rows} 行，{columns} 列）保存为文件：{link}",
    }[language]
