"""Asking for what is missing, and reading the reader's reply."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from ..skill import Language
from .amounts import sort_of
from .filling import Arguments, Filling, fill
from .korean import base_of
from .moments import times_in
from .plans import PlannedCall
from .roles import role_of, side_of
from .schema import Function, Parameter, without_examples
from .things_lexicon import THINGS
from .words import keys_of

_DROPPED = re.compile(
    r"^\W*(?:됐어|됐습니다|아니야|아니요|아닙니다|괜찮아|그만|취소(?:할게|해)?요?|안 할래|never ?mind|forget "
    r"it|cancel|stop|no(?:pe)?|no,? thanks?|算了|不用了|取消)\W*(?:요|됐어요?)?\W*$",
    re.IGNORECASE,
)
_ROLE_NAMES: dict[str, dict[Language, str]] = {
    "email": {"ko": "이메일 주소", "en": "e-mail address", "zh": "邮箱地址"},
    "phone": {"ko": "전화번호", "en": "phone number", "zh": "电话号码"},
    "date": {"ko": "날짜", "en": "date", "zh": "日期"},
    "time": {"ko": "시각", "en": "time", "zh": "时间"},
    "datetime": {"ko": "날짜와 시각", "en": "date and time", "zh": "日期和时间"},
    "month": {"ko": "월", "en": "month", "zh": "月份"},
    "currency": {"ko": "통화", "en": "currency", "zh": "货币"},
    "language": {"ko": "언어", "en": "language", "zh": "语言"},
    "place": {"ko": "장소", "en": "place", "zh": "地点"},
    "origin": {"ko": "출발지", "en": "place of departure", "zh": "出发地"},
    "destination": {"ko": "목적지", "en": "destination", "zh": "目的地"},
    "person": {"ko": "이름", "en": "name", "zh": "姓名"},
    "id": {"ko": "번호", "en": "number", "zh": "编号"},
    "title": {"ko": "제목", "en": "title", "zh": "标题"},
    "message": {"ko": "내용", "en": "text", "zh": "内容"},
    "query": {"ko": "검색어", "en": "search term", "zh": "关键词"},
    "reason": {"ko": "이유", "en": "reason", "zh": "原因"},
    "money": {"ko": "금액", "en": "amount", "zh": "金额"},
    "count": {"ko": "수량", "en": "number", "zh": "数量"},
    "temperature": {"ko": "온도", "en": "temperature", "zh": "温度"},
}
_SIDES: dict[str, dict[Language, str]] = {
    "from": {"ko": "시작 ", "en": "first ", "zh": "起始"},
    "to": {"ko": "끝 ", "en": "last ", "zh": "结束"},
}
_LONGEST_NAME = 60


def name_of(parameter: Parameter, language: Language) -> str:
    """What to call a parameter: its description where that is in the reader's language, else a word for its role."""
    told = without_examples(parameter.description).strip()
    if parameter.options:
        told = re.split(r"[:：=]", told)[0]
    told = re.split(r"[.;。]|\s[-–]\s|,\s*(?:YYYY|HH|in |such)|\(|（|,|，", told)[0].strip(" ,:")
    script = {"ko": r"[가-힣]", "zh": r"[\u4e00-\u9fff]", "en": r"^[ -~’]+$"}[language]
    if told and len(told) <= _LONGEST_NAME and re.search(script, told):
        text = re.sub(r"^(?:The|A|An)\s", "", told)
        return text[0].lower() + text[1:] if language == "en" and not text[:2].isupper() else text
    if language == "en":
        return parameter.words.lower()
    for key in sorted(keys_of(parameter.words)):
        word = next((word for word in THINGS.get(key, ()) if re.search(script, word)), None)
        if word and role_of(parameter) in {"other", "id"}:
            suffix = {"ko": " 번호", "zh": "编号"}[language] if role_of(parameter) == "id" else ""
            return f"{word}{suffix}"
    role = role_of(parameter) if parameter.kind == "string" else sort_of(parameter).kind
    named = _ROLE_NAMES.get(role)
    if named is None:
        return f"“{parameter.name}”"
    side = side_of(parameter) if role in {"date", "time", "datetime", "currency", "language", "place"} else ""
    return _SIDES[side][language] + named[language] if side else named[language]


def question_for(missing: Sequence[Parameter], language: Language) -> str:
    """Ask for what is missing, naming the options where there are only a few."""
    names = [_with_options(parameter, language) for parameter in missing]
    if language == "ko":
        return f"이 요청을 처리하려면 다음 정보가 더 필요합니다: {', '.join(names)}. 알려 주시겠어요?"
    if language == "zh":
        return f"要完成这个请求，还需要以下信息：{'、'.join(names)}。请告诉我，好吗？"
    return f"To do this I still need the following: {', '.join(names)}. Could you tell me?"


def _with_options(parameter: Parameter, language: Language) -> str:
    name = name_of(parameter, language)
    if not parameter.options or len(parameter.options) > 8:
        return name
    return f"{name} ({' / '.join(str(option) for option in parameter.options)})"


def asked_for(missing: Sequence[Parameter], said: str) -> bool:
    """True where an answer is (or holds) the question for these parameters, in whichever language."""
    return any(all(_with_options(one, language) in said for one in missing) for language in ("ko", "en", "zh"))


_AGREED = re.compile(
    r"^\W*(?:네|예|응|그래|좋아|맞아|오케이|물론|부탁|yes|yeah|yep|sure|ok(?:ay)?|go ahead|please|do (?:it|that|so)|"
    r"right|correct|好|是|对|可以|行)|(?:줘요?|주세요|주십시오|부탁해요?|부탁합니다|부탁드립니다|할게요?)[.!~ ]*$",
    re.IGNORECASE,
)


def agrees(text: str) -> bool:
    """True where a reply says yes."""
    return bool(_AGREED.search(text)) and not is_dropped(text)


def proposal(name: str, arguments: Arguments, language: Language) -> str:
    """Ask before something is done that nobody asked for in so many words."""
    listed = ", ".join(f"{key}: {value}" for key, value in arguments.items())
    with_them = f" ({listed})" if listed else ""
    return {
        "ko": f"질문으로 이해해서 아직 아무것도 실행하지 않았습니다. 함수 `{name}`{with_them} 호출을 할까요?",
        "en": f"I take this for a question, and have done nothing yet. Shall I call `{name}`{with_them}?",
        "zh": f"我把这理解为一个问题，还没有执行任何操作。要调用函数 `{name}`{with_them} 吗？",
    }[language]


def has_proposed(proposed: Sequence[PlannedCall], said: str) -> bool:
    """True where an answer is (or holds) the question for these calls, in whichever language."""
    return any(
        all(proposal(call.name, call.arguments, language) in said for call in proposed)
        for language in ("ko", "en", "zh")
    )


def is_dropped(text: str) -> bool:
    """True where the reader does not want it any more."""
    return bool(_DROPPED.match(text))


def with_reply(
    function: Function, arguments: Arguments, missing: Sequence[Parameter], text: str, today: date | None
) -> Filling | None:
    """The arguments with what a reply adds; None where it adds nothing."""
    wanted = list(missing)
    told = fill(Function(function.name, function.description, tuple(wanted)), text, today)
    found = dict(told.arguments)
    if len(wanted) == 1 and not told.several:
        whole = _as_a_whole(wanted[0], text, today)
        if whole is not None and (wanted[0].name not in found or told.typed == 0):
            found[wanted[0].name] = whole
    rest = fill(function, text, today)
    extra = {
        name: value
        for name, value in rest.arguments.items()
        if name not in arguments and rest.typed and name not in found
    }
    several = dict(told.several)
    if not found and not several:
        return None
    still = tuple(one for one in wanted if one.name not in found and one.name not in several)
    return Filling(function, {**extra, **arguments, **found}, several, still, told.typed, len(found))


_POLITE = re.compile(
    r"^(?:음|네|아|예|그럼|it['’]?s|it is|that['’]?s|my \w+ is|i['’]?m in|for|to|in|at|on|please|the|是|"
    r"我在)[\s,:]+|(?:으로|로)?\s?(?:부탁해요?|부탁드려요|부탁합니다|해\s?줘요?|해\s?주세요|please|입니다|"
    r"이에요|예요|이요|요|이야|야|就行|吧)?[\s.!~。]*$",
    re.IGNORECASE,
)


def _as_a_whole(parameter: Parameter, text: str, today: date | None) -> Any:
    """A short reply taken as the value itself."""
    if len(text) > 300 or re.search(r"[?？]\s*$", text) or parameter.options:
        return None
    value = _POLITE.sub("", text.strip()).strip(" .\"'“”‘’")
    role = role_of(parameter)
    if (
        parameter.kind != "string"
        or not value
        or role in {"email", "url", "phone", "date", "time", "datetime", "month", "currency", "language"}
    ):
        return None
    if role == "id":
        return value if re.fullmatch(r"[\w-]*\d[\w-]*", value) else None
    if role in {"place", "origin", "destination", "person"}:
        if len(value.split()) > 5 or times_in(value):
            return None
        return (
            base_of(value)[0]
            if "가" <= value[-1] <= "힣" and base_of(value)[1] in {"is", "to", "topic", "from"}
            else value
        )
    return value
