"""Sums with clock times: how long between two, and what time it is some while later or earlier."""

import re
from fractions import Fraction

from ..plan import Answer, Given, Plan, Step, Values
from ..quantities import quantities
from ..units import SIZES
from .phrases import fraction
from .question import Question, Reading

_CLOCK = re.compile(
    r"(?P<half>오전|오후|새벽|아침|저녁|밤|상오|하오|上午|下午|早上|晚上)?\s?(?<![\d:])(?P<h>\d{1,2})\s?"
    r"(?:(?:시(?!간|속)|点|:)\s?(?:(?P<m>\d{1,2})\s?(?:분(?! ?(?:뒤|후|동안|걸))|分)?|(?P<half_past>반|半))?)?"
    r"(?:\s?(?P<ampm>[ap]\.?m\b\.?))?",
    re.IGNORECASE,
)
_NAMED = [
    (re.compile(r"정오|(?<!after)\bnoon\b|中午", re.I), 720),
    (re.compile(r"자정|\bmidnight\b|午夜", re.I), 0),
]
_HOW_LONG = (
    r"몇 (?:시간|분)|(?:걸린|걸리는|소요) ?시간|\bduration\b|\btime taken\b|얼마나|how (?:long|many (?:hours|"
    r"minutes))|time difference|difference between|차이|"
    r"多少小时|几个?小时|多久|多少分钟|相差"
)
_WHEN = r"몇\s?시(?!간)|언제|\bwhat time\b|\bwhen\b|\bwhat'?s the time\b|\btime (?:will|does|is)\b|几点|什么时候"
_EARLIER = r"(?<!오)전(?:은|에|이|의|\b|\?)|\bbefore\b|\bago\b|\bearlier\b|之前|以前|前"
_BEFORE_NOON, _AFTER_NOON = (
    {"오전", "새벽", "아침", "상오", "上午", "早上", "am"},
    {"오후", "저녁", "하오", "下午", "晚上", "pm"},
)


def recognise(question: Question) -> Reading | None:
    """A question about clock times, or None."""
    # “Every 12 minutes from 8:00: when does the fifth leave?” counts, and is not read here.
    if (
        question.of("percent", "money")
        or question.dates
        or question.has(r"\bevery \d|\d\s?(?:분|시간)\s?(?:마다|간격)|每隔?\s?\d")
    ):
        return None
    clocks = _clocks(question.text)
    if len(clocks) == 2 and question.has(_HOW_LONG):
        return _between(question, clocks[0][0], clocks[1][0])
    if len(clocks) != 1 or not question.has(_WHEN):
        return None
    minute, start, end, style = clocks[0]
    rest = question.text[:start] + " " * (end - start) + question.text[end:]
    found = quantities(rest)
    spans = [q for q in found if q.kind == "time" and q.unit in {"h", "min", "s"}]
    if not spans or len(spans) != len(found):
        return None
    apart = _APART.search(rest)
    back = question.has(_DEADLINE)
    if not apart and not back and len({q.unit for q in spans}) != len(spans):
        return None
    total = sum((q.value * SIZES["time"][q.unit] for q in spans), Fraction(0)) / 60
    written = (" + " if len({q.unit for q in spans}) != len(spans) else " ").join(q.text.strip() for q in spans)
    if apart:
        # A flight beside the hours between two places is two sums.
        if len(spans) > 1 and any(not apart.start() <= q.start < apart.end() for q in spans):
            return None
        ahead = _other_zone(question, apart, start)
        return None if ahead is None else _later(question, minute, total, written, style, back=not ahead)
    return _later(question, minute, total, written, style, back=back or question.has(_EARLIER))


# “서울은 런던보다 9시간 빠릅니다”, “New York is 14 hours behind Seoul”, “北京比伦敦快8小时”.
_APART = re.compile(
    r"(?P<one>[가-힣]{1,8}?)(?:의 시[각간])?(?:은|는|이|"
    r"가) (?P<other>[가-힣]{1,8}?)(?:의 시[각간])?보다 (?:약 )?\d[^.,]{0,12}?(?:더 )?"
    r"(?:(?P<ahead>빠르|빠릅|빨라|빠른|앞서|앞섭)|(?P<behind>느리|느립|느려|늦))|"
    r"(?P<one_en>[A-Z][\w]*(?: [A-Z]\w*)*)(?: time)? is (?P<span>[\w .]{1,24}?) (?:(?P<ahead_en>ahead of|"
    r"later than|in front of)|"
    r"(?P<behind_en>behind|earlier than)) (?P<other_en>[A-Z]\w*(?: [A-Z]\w*)*)|"
    r"(?P<one_zh>[\u4e00-\u9fff]{2,4})(?:时间)?比(?P<other_zh>[\u4e00-\u9fff]{2,4}?)(?:时间)?(?:(?P<ahead_zh>快|"
    r"早)|(?P<behind_zh>慢|晚))"
)
# A time by which something has to be done, and when to begin for that.
_DEADLINE = (
    r"(?:까지|도착하려면|도착해야|늦어도|맞추려면|끝내려면|시작하려면).*(?:언제|몇\s?시)|"
    r"\b(?:must|have to|has to|need to|needs to|should|want to|arrive|be there|be at|starts?|begins?|ready|by)\b.*"
    r"\b(?:when|what time|by when|how early)\b.{0,24}\b(?:leave|get up|wake|set off|depart|start|begin|go|put|"
    r"turn on)\b|"
    r"\b(?:when|what time)\b.{0,24}\b(?:leave|get up|wake|set off|depart|start|begin|put)\b.*\b(?:by|at|for|ready)\b|"
    r"\b(?:ends?|ended|finish\w*|was over|is over)\b.*\b(?:when did|what time did)\b.*\b(?:start|begin)\b|"
    r"끝(?:났|나|납|남).*(?:언제|몇\s?시에?) 시작|结束.*(?:几点|什么时候)开始|"
    r"(?:要在|必须|之前|前到|得在).*几点"
)


def _other_zone(question: Question, apart: re.Match[str], clock: int) -> bool | None:
    """True where the place that is asked for is ahead of the one whose time is told; None where that is not clear."""
    one, other = (
        apart["one"] or apart["one_en"] or apart["one_zh"],
        apart["other"] or apart["other_en"] or apart["other_zh"],
    )
    rest = question.text[: apart.start()] + " " * len(apart[0]) + question.text[apart.end() :]
    places = {name: [match.start() for match in re.finditer(re.escape(name), rest)] for name in (one, other)}
    if any(len(found) != 1 for found in places.values()):
        return None
    # The told time stands nearest to its place: “서울이 오후 3시면 런던은”, “when it is 9 am in Seoul”.
    near = min((one, other), key=lambda name: _gap(rest, clock, places[name][0]))
    one_is_ahead = bool(apart["ahead"] or apart["ahead_en"] or apart["ahead_zh"])
    return one_is_ahead if near == other else not one_is_ahead


def _gap(text: str, clock: int, place: int) -> int:
    """How far apart a time and a place stand; much further with the end of a clause between them."""
    between = text[min(clock, place) : max(clock, place)]
    return len(between) + 100 * len(re.findall(r"[,，.?]|면 |일 때|에 ", between))


def _clocks(text: str) -> list[tuple[int, int, int, str]]:
    """Minutes after midnight, the place in the text, and whether am and pm are used."""
    found = []
    for match in _CLOCK.finditer(text):
        minutes = _minutes(match)
        if minutes is not None:
            found.append((minutes, match.start(), match.end(), "12" if match["half"] or match["ampm"] else "24"))
    for pattern, minutes in _NAMED:
        found += [(minutes, match.start(), match.end(), "24") for match in pattern.finditer(text)]
    return sorted(found, key=lambda clock: clock[1])


def _minutes(match: re.Match[str]) -> int | None:
    half = (match["half"] or match["ampm"] or "").lower().replace(".", "")
    marked = re.search(r"시|点|:", match[0])
    if not marked and not match["ampm"]:
        return None
    if ":" in match[0] and not match["m"]:
        return None
    hour, minute = int(match["h"]), int(match["m"] or (30 if match["half_past"] else 0))
    if half in _AFTER_NOON and hour < 12:
        hour += 12
    if half == "밤" and 6 <= hour < 12:
        hour += 12
    if (half in _BEFORE_NOON or half == "밤") and hour == 12:
        hour = 0
    return hour * 60 + minute if hour <= 24 and minute < 60 else None


def _between(question: Question, start: int, end: int) -> Reading:
    overnight = end <= start
    givens = [
        Given("start", Fraction(start), "start, minutes"),
        Given("end", Fraction(end + 1440 * overnight), "end, minutes"),
    ]
    step = Step("minutes", "end - start")

    def phrase(values: Values) -> Answer:
        total = int(fraction(values, "minutes"))
        value = _span(question, total)
        return Answer(
            value,
            question.pick(f"{value}입니다.", f"It is {value}.", f"是 {value}。"),
            question.pick(f"모두 {total}분입니다.", f"That is {total} minutes.", f"共 {total} 分钟。"),
            question.pick("다음 날까지로 보았습니다.", "I took the end to be on the next day.", "按次日结束计算。")
            if overnight
            else "",
        )

    return Reading(0.85, Plan(tuple(givens), (step,), ("minutes",), phrase))


def _span(question: Question, total: int) -> str:
    hours, minutes = divmod(total, 60)
    return question.pick(
        " ".join([f"{hours}시간"] * bool(hours) + [f"{minutes}분"] * bool(minutes)),
        " ".join([f"{hours} hour{'s' * (hours != 1)}"] * bool(hours) + [f"{minutes} minutes"] * bool(minutes)),
        "".join([f"{hours} 小时"] * bool(hours) + [f" {minutes} 分钟"] * bool(minutes)).strip(),
    )


def _later(question: Question, minute: int, span: Fraction, written: str, style: str, *, back: bool) -> Reading | None:
    if span.denominator != 1 or span > 60 * 24 * 40:
        return None
    sign = "-" if back else "+"
    givens = [
        Given("start", Fraction(minute), f"{_clock(minute, question, style)}, minutes"),
        Given("span", span, f"{written}, minutes"),
    ]
    step = Step("minutes", f"start {sign} span")

    def phrase(values: Values) -> Answer:
        total = int(fraction(values, "minutes"))
        days, rest = divmod(total, 1440)
        value = _clock(rest, question, style)
        day = _day(question, days)
        shown = question.pick(f"{day}{value}", f"{value}{day}", f"{day}{value}")
        start = _clock(minute, question, style)
        return Answer(
            shown,
            question.pick(f"{shown}입니다.", f"It is {shown}.", f"是{shown}。"),
            question.pick(
                f"{start}에서 {written} {'전' if back else '뒤'}입니다.",
                f"That is {written} {'before' if back else 'after'} {start}.",
                f"即 {start} {'之前' if back else '之后'} {written}。",
            ),
        )

    return Reading(0.9, Plan(tuple(givens), (step,), ("minutes",), phrase))


def _day(question: Question, days: int) -> str:
    if days == 0:
        return ""
    if abs(days) == 1:
        return question.pick(
            "다음 날 " if days > 0 else "전날 ",
            " on the next day" if days > 0 else " on the day before",
            "次日 " if days > 0 else "前一天 ",
        )
    return question.pick(
        f"{abs(days)}일 {'뒤' if days > 0 else '전'} ",
        f", {abs(days)} days {'later' if days > 0 else 'earlier'}",
        f"{abs(days)} 天{'后' if days > 0 else '前'} ",
    )


def _clock(minutes: int, question: Question, style: str) -> str:
    """14:05, or 오후 2시 5분 and 2:05 pm where the question speaks so."""
    hour, minute = divmod(minutes % 1440, 60)
    if question.language == "ko":
        tail = f" {minute}분" if minute else ""
        if style == "12":
            return f"{'오전' if hour < 12 else '오후'} {hour % 12 or 12}시{tail}"
        return f"{hour}:{minute:02}" if ":" in question.text else f"{hour}시{tail}"
    if style == "12" and question.language == "en":
        return f"{hour % 12 or 12}:{minute:02} {'am' if hour < 12 else 'pm'}"
    return f"{hour}:{minute:02}"
