"""What the reader's functions returned, as records with words for their fields."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ...base import FunctionCall
from ..skill import Language
from ..wording import number
from .context import arguments_of, parsed
from .things_lexicon import THINGS
from .words import keys_of, spaced

_ERROR = re.compile(
    r"^\W*(?:error|exception|failed|failure|traceback|오류|에러|실패|错误|失败)\b|(?:not found|찾을 수 없|"
    r"존재하지 않|未找到|找不到)",
    re.IGNORECASE,
)
_TRUE_STATUS = {"ok", "success", "succeeded", "done", "true", "성공", "완료", "成功"}
_FALSE_STATUS = {"error", "failed", "failure", "오류", "실패", "错误", "失败"}
_LONGEST_TEXT = 1500
_DEGREES = {"celsius": "°C", "c": "°C", "섭씨": "°C", "metric": "°C", "fahrenheit": "°F", "f": "°F", "화씨": "°F"}
_FIELDS: dict[str, tuple[str, str]] = {
    "id": ("ID", "ID"),
    "name": ("이름", "姓名"),
    "title": ("제목", "标题"),
    "description": ("설명", "说明"),
    "condition": ("상태", "状况"),
    "status": ("상태", "状态"),
    "temperature": ("기온", "气温"),
    "temp": ("기온", "气温"),
    "date": ("날짜", "日期"),
    "time": ("시각", "时间"),
    "rate": ("비율", "汇率"),
    "result": ("결과", "结果"),
    "message": ("메시지", "消息"),
    "total": ("합계", "合计"),
    "count": ("개수", "数量"),
    "quantity": ("수량", "数量"),
    "success": ("성공", "成功"),
    "confirmed": ("확정", "已确认"),
    "unit": ("단위", "单位"),
    "year": ("연도", "年份"),
    "currency": ("통화", "货币"),
    "amount": ("금액", "金额"),
    "price": ("가격", "价格"),
    "stock": ("재고", "库存"),
    "city": ("도시", "城市"),
    "address": ("주소", "地址"),
    "balance": ("잔액", "余额"),
    "score": ("점수", "分数"),
    "grade": ("등급", "等级"),
    "eta": ("도착 예정", "预计到达"),
}


@dataclass(frozen=True)
class Outcome:
    """One call and what came of it. `subject` are the arguments that tell it from other calls, as words."""

    call: FunctionCall
    value: Any
    error: str = ""
    subject: str = ""

    @property
    def fields(self) -> dict[str, Any]:
        """The plain fields of an object; nested ones are named by both keys."""
        return _flat(self.value) if isinstance(self.value, dict) else {}

    @property
    def only_confirms(self) -> bool:
        """True for an output that says no more than that it went well."""
        listed = self.fields or {"status": self.value}
        keys = {"success", "ok", "status", "result", "done"}
        return all(
            spaced(key).casefold() in keys and str(value).casefold() in _TRUE_STATUS for key, value in listed.items()
        )

    @property
    def numbers(self) -> dict[str, Fraction]:
        """The numbers among the fields; a number alone is named `value`."""
        listed = self.fields or {"value": self.value}
        return {key: Fraction(str(value)) for key, value in listed.items() if is_number(value)}


def outcomes_of(calls: tuple[FunctionCall, ...]) -> list[Outcome]:
    """The outcomes of calls, in order."""
    differing = _differing(calls)
    found = []
    for call in calls:
        value = parsed(call.output)
        arguments = arguments_of(call)
        told = [_shown_argument(arguments[name]) for name in differing.get(call.name, ()) if name in arguments]
        found.append(Outcome(call, value, _error_in(value), ", ".join(told)))
    return found


def _differing(calls: tuple[FunctionCall, ...]) -> dict[str, list[str]]:
    """For each function the arguments that differ between its calls; of a single call, its texts."""
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(call.name for call in calls):
        listed = [arguments_of(call) for call in calls if call.name == name]
        keys = list(dict.fromkeys(key for arguments in listed for key in arguments))
        if len(listed) > 1:
            found[name] = [key for key in keys if len({str(arguments.get(key)) for arguments in listed}) > 1]
        else:
            found[name] = [key for key in keys if isinstance(listed[0][key], str) and not _is_code(listed[0][key])][:1]
    return found


def _is_code(text: str) -> bool:
    """A currency code or a long text tells nobody what an answer is about."""
    return len(text) > 30 or re.fullmatch(r"[A-Z]{3}", text) is not None


def _shown_argument(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _error_in(value: Any) -> str:
    """The message of an error; an empty string where the output is none."""
    if isinstance(value, Mapping):
        for key in ("error", "err", "exception", "오류", "错误"):
            if value.get(key):
                inner = value[key]
                return (
                    str(inner.get("message") or inner)
                    if isinstance(inner, Mapping)
                    else str(inner if inner is not True else value.get("message", key))
                )
        if (
            str(value.get("status", "")).casefold() in _FALSE_STATUS
            or value.get("success") is False
            or value.get("ok") is False
        ):
            return str(
                value.get("message") or value.get("reason") or value.get("detail") or value.get("status") or "error"
            )
        return ""
    return value.strip() if isinstance(value, str) and len(value) < 300 and _ERROR.search(value) else ""


def _flat(value: Mapping[str, Any], before: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, inner in value.items():
        name = f"{before}{key}"
        if isinstance(inner, Mapping):
            found |= _flat(inner, f"{name} ")
        else:
            found[name] = inner
    return found


def is_number(value: Any) -> bool:
    """True for a finite number that is no truth value."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < float("inf")


def field_name(key: str, language: Language) -> str:
    """A field's name in the reader's language where the lexicon knows it, else as the program wrote it."""
    words = spaced(key)
    if language == "en":
        return words.lower() if words.isascii() and not words.isupper() else words
    if re.search(r"[가-힣]" if language == "ko" else r"[\u4e00-\u9fff]", words):
        return words
    plain = words.casefold()
    if plain in _FIELDS:
        return _FIELDS[plain][0 if language == "ko" else 1]
    script = r"^[가-힣 ]{2,}$" if language == "ko" else r"^[\u4e00-\u9fff]{2,}$"
    parts = []
    for part in plain.split():
        named = _FIELDS.get(part)
        if named:
            parts.append(named[0 if language == "ko" else 1])
            continue
        known = [
            word for concept in sorted(keys_of(part)) for word in THINGS.get(concept, ()) if re.search(script, word)
        ]
        if not known:
            return words
        parts.append(known[0])
    return " ".join(dict.fromkeys(parts)) if language == "ko" else "".join(dict.fromkeys(parts))


def shown(value: Any, language: Language, key: str = "", unit: str = "") -> str:
    """A value as the reader reads it."""
    if value is None:
        return {"ko": "없음", "en": "none", "zh": "无"}[language]
    if isinstance(value, bool):
        return {"ko": ("아니요", "예"), "en": ("no", "yes"), "zh": ("否", "是")}[language][value]
    if is_number(value):
        text = number(Fraction(str(value)))
        name = spaced(key).casefold()
        if re.search(r"\bid\b|\byear\b|number\b|code|번호|연도", name) and isinstance(value, int):
            text = str(value)
        return text + (
            _DEGREES.get(unit.casefold(), "")
            if re.search(r"temp|feels|high|low|min|max|기온|온도|气温|温度", name)
            else ""
        )
    if isinstance(value, list):
        return ", ".join(shown(each, language) for each in value) or {"ko": "없음", "en": "none", "zh": "无"}[language]
    if isinstance(value, dict):
        return ", ".join(
            f"{field_name(name, language)} {shown(inner, language, name)}" for name, inner in value.items()
        )
    text = str(value)
    return text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT].rstrip()}…"
