"""Short answers: the person, time or amount that a sentence holds, and the yes or no that it says."""

import re
from typing import Literal

from .asking import Wanted

_NUMBER_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)(?:[- ](?:one|two|"
    r"three|four|five|six|seven|eight|nine))?"
)
NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|\b{_NUMBER_WORD}\b)"
_RANGE = rf"(?:약 |최대 |최소 |about |up to |at least |at most )?{NUMBER}(?:\s?(?:[~∼–-]|에서|to|or)\s?{NUMBER})?"
_KO_UNIT = r"(?:영업일|개월|시간|일|주|달|년|분|초|박|학기)"
_DURATION = (
    rf"{_RANGE}\s?{_KO_UNIT}(?![가-힣]*요일)(?:\s?(?:동안|전|후|마다|에 한 번))?|한 ?(?:달|주|시간|해)|"
    rf"(?:every )?(?:{_RANGE}|half an?|an?)[ -](?:(?:business|working|calendar|full|consecutive) )?(?:seconds?|"
    rf"minutes?|hours?|days?|nights?|weeks?|months?|years?)(?: (?:of|from|before|after) \w+)?|"
    rf"\b(?:daily|weekly|monthly|yearly|annually|every (?:day|week|month|year))\b|매일|매주|매월|매년|"
    rf"(?:이틀|사흘|나흘|닷새|열흘|보름)(?:에 한 번|마다|\s?(?:전|동안|안))?|"
    rf"[\d一两三四五六七八九十]+\s?(?:天|"
    rf"个月|年|周|小时|分钟)"
)
_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|"
    r"Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
_DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_TIME = (
    rf"\d{{4}}년(?:\s?\d{{1,2}}월)?(?:\s?\d{{1,2}}일)?(?:\s?[월화수목금토일]요일)?(?:\s?(?:오전|"
    rf"오후)\s?\d{{1,2}}시(?:\s?\d{{1,2}}분|"
    rf"\s?반)?)?|\d{{1,2}}월\s?\d{{1,2}}일(?:\s?[월화수목금토일]요일)?|(?:매주 |매월 )?[월화수목금토일]요일|"
    rf"(?:오전|오후)?\s?\d{{1,2}}시(?![간])(?:\s?\d{{1,2}}분|\s?반)?|매월 \d{{1,2}}일|"
    rf"\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTHS}(?:,? \d{{4}})?|\b{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?(?:,? "
    rf"\d{{4}})?\b|\b{_MONTHS} \d{{4}}|\b{_DAYS}s?\b|"
    rf"\b\d{{1,2}}(?::\d{{2}})?\s?(?:a\.m\.|p\.m\.|am|pm|AM|PM)|\b\d{{1,2}}:\d{{2}}\b|\b(?:19|20)\d{{2}}\b(?!년)|"
    rf"(?:19|20)\d{{2}}年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?|\d{{1,2}}月\d{{1,2}}日"
)
_MONEY = (
    rf"[$€£¥₩]\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:million|billion|k)\b)?|\d[\d,]*(?:\.\d+)?\s?(?:천|만|억|백만|"
    rf"천만)?\s?(?:\d[\d,]*\s?(?:천|만)?\s?)?(?:원|달러|유로|엔|위안)|"
    rf"{NUMBER}\s?(?:dollars?|euros?|pounds?|won|yen|yuan|cents?|USD|EUR|KRW)\b|(?:무료|\bfree(?: of charge)?\b|免费)|"
    rf"\d[\d,.]*\s?元"
)
_PERCENT = r"\d[\d,]*(?:\.\d+)?\s?(?:%|퍼센트|프로|percent)|百分之[\d一二三四五六七八九十]+"
_COUNTER = (
    r"(?:개|명|권|척|대|번|회|살|세|장|마리|평|인분|층|칸|자|쪽|페이지|단어|문장|가지|건|통|벌|켤레|병|잔|"
    r"그릇|점|위|등|도|매|팀|곳|미터|킬로그램|그램|리터|도씨)"
)
_AMOUNT = (
    rf"{_RANGE}\s?(?:[%℃°㎡㎥]\w?|(?:[kmc]?[gm]|k?W|[mk]?[lL]|dB|Hz|[KMGT]B|V|㎏|㎝|[a-z]+s)(?![A-Za-z0-9])(?:\s?[²³])?|"
    rf"{_COUNTER}(?![가-힣]{{2}}))?"
)
_TITLES = (
    r"(?:팀장|과장|대리|부장|차장|사장|대표|이사|박사|교수|연구원|매니저|선생님|선장|원장|주임|본부장|실장|"
    r"소장|변호사|기자|작가|씨|님)"
)
_PERSON = (
    rf"[가-힣]{{2,4}}\s{_TITLES}(?![가-힣]{{2}})|(?<=\s){_TITLES}\s[가-힣]{{2,4}}?(?=(?:이|가|은|는|을|를|의|에게|"
    rf"께서|과|와|도|"
    rf"입니다)?(?:[\s,.]|$))|"
    rf"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|Professor|Captain)\.? )?\b[A-Z][\w'’-]+(?: (?:de |van |von |Mc)?[A-Z][\w'’-]+)+\b"
)
_PATTERNS: dict[str, str] = {
    "duration": _DURATION,
    "time": _TIME,
    "money": _MONEY,
    "percent": _PERCENT,
    "number": _AMOUNT,
    "person": _PERSON,
}

# “Between 62,000 and 74,000 euros”: the second is no answer without the first.
_RANGE_BEFORE = re.compile(r"\d\s?(?:and|to|or|[~∼–-]|에서|부터)\s?$", re.IGNORECASE)

_NOT = re.compile(
    r"않|없습|없다|없어|없음|없는|못한|못합|못하|안 ?(?:됩|된|돼)|불가|금지|제외|아닙|아니(?:다|에요|며|고)|"
    r"\b(?:not|no|never|cannot|can't|don't|doesn't|isn't|aren't|won't|without|prohibited|forbidden|refused|excluded|"
    r"neither|nor)\b|不|禁止|没有|无法",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"(?:수|어도|아도|해도) (?:있|됩|된|돼)|가능|허용|합니다|됩니다|입니다|한다|된다|있습니다|있다|이다|드립니다|"
    r"하십시오|합니까|"
    r"\b(?:may|can|allowed|permitted|possible|yes|is|are|was|were|must|includes?|covers?|provides?|offers?|pays?|has|"
    r"have|will)\b|可以|能|是|允许",
    re.IGNORECASE,
)
_BUT = re.compile(
    r"다만|단,|하지만|그러나|제외하고|외에는|경우에만|때만|\b(?:but|however|except|unless|only|if)\b|但|除",
    re.IGNORECASE,
)
# What is put off is neither decided nor refused.
_OPEN = re.compile(
    r"다시 (?:이야기|논의|검토|의논)|미루|미뤄|보류|\b(?:discuss|decide|consider)\w* (?:it )?again\b|"
    r"\bput off\b|\bpostponed?\b|"
    r"\bundecided\b",
    re.IGNORECASE,
)
_SAYS = re.compile(r"^(?P<yes>yes|네|예|그렇습니다|可以|是的)\b|^(?P<no>no|아니요|아니오|아닙니다|不)\b", re.IGNORECASE)


_AGED = re.compile(r"나이|연령|몇 ?(?:살|세)|\bold\b|\bage\b|岁|年龄", re.IGNORECASE)
_SOME = {
    "number": NUMBER,
    "money": rf"{_MONEY}|부담|무상|전액|절반|반액|\b(?:full amount|half|everything) ?(?:back)?\b|"
    rf"{NUMBER} (?:\w+ )?rents?\b|{NUMBER}\s?(?:달치|개월치|배)",
    "percent": rf"{_PERCENT}|{NUMBER}",
    "duration": rf"{_DURATION}|{_TIME}|때까지|까지|\buntil\b|\bas long as\b",
    "time": rf"{_TIME}|{_DURATION}|때|까지|(?:후|전|뒤)에|하면|\b(?:when|after|before|until|once|as soon as|during|"
    rf"immediately|at once)\b",
    "place": r"에서|(?<![일시월년때후전날분])에[는도]?\s|장소|주소|위치|층|\(|[A-Z][a-z]|"
    r"\b(?:in|at|near|on|from|to|room|floor|place|venue|address)\b|在|地",
    "person": _PERSON + r"|[가-힣]{2,4}(?:이|가|은|는|,|의)\s|\b(?:the|a|an|our|your|any|every|each) \w+|\b[A-Z]\w+",
}


def has_value(text: str, wanted: Wanted) -> bool:
    """True where the text may hold what is asked for, so far as that can be told by its form."""
    pattern = _SOME.get(wanted)
    return pattern is None or bool(re.search(pattern, text, 0 if wanted in ("person", "place") else re.IGNORECASE))


def has_amount(text: str, wanted: Wanted) -> bool:
    """True where the text holds a value of the wanted kind in figures or as a date, not only words that go with it."""
    pattern = _PATTERNS.get(wanted)
    return bool(pattern and re.search(pattern, text, 0 if wanted == "person" else re.IGNORECASE))


def value_in(text: str, wanted: Wanted, question: str) -> str:
    """The one value of the wanted kind in a sentence; empty where there is none, or more than one to choose from."""
    pattern = _PATTERNS.get(wanted)
    if not pattern:
        return ""
    flags = 0 if wanted == "person" else re.IGNORECASE
    matches = list(re.finditer(pattern, text, flags))
    if any(_RANGE_BEFORE.search(text[: match.start()]) for match in matches):
        return ""
    found = [match.group().strip() for match in matches]
    if wanted == "number":
        found = [value for value in found if re.search(r"\d| ", value)]
        if not _AGED.search(question):
            found = [value for value in found if not re.search(r"\d\s?(?:세|살|岁)", value)]
    new = [value for value in dict.fromkeys(found) if value.lower() not in question.lower()]
    return new[0] if len(new) == 1 and len(found) == len(new) else ""


def verdict(sentence: str, asks: str, question: str, covered: float) -> Literal["yes", "no", ""]:
    """What a sentence says to a yes-or-no question; empty where it would take more than reading to tell."""
    if said := _SAYS.match(sentence):
        return "yes" if said["yes"] else "no"
    if (
        covered < 0.6
        or re.search(_NOT, question)
        or (_BUT.search(sentence) and not _NOT.search(sentence))
        or _OPEN.search(sentence)
    ):
        return ""
    numbers = set(re.findall(r"\d[\d,.]*", question))
    if numbers:
        told = set(re.findall(r"\d[\d,.]*", sentence))
        if not told:
            return ""
        return "yes" if numbers <= told and not _NOT.search(sentence) else ("no" if not numbers & told else "")
    if _NOT.search(sentence):
        return "" if _BUT.search(sentence) and re.search(r"\bif\b|unless|except|경우|외에|只", sentence, re.I) else "no"
    return "yes" if _MAY.search(sentence) and covered >= 0.75 else ""
