"""What a sentence has to hold to answer a question: a year, an amount in the right unit, a name, an address.

Two sentences can be near in meaning, and yet only one of them says when, how much or who. Without this the nearest
sentence would be quoted for a fact that stands nowhere.
"""

import re

from ..skill import language_of
from .asking import Wanted
from .stems import english_stem
from .stopwords import EMPTY
from .values import NUMBER, has_amount, has_value
from .words import question_terms

_YEAR = re.compile(
    r"(?<![가-힣])(?:몇|어느) ?(?:년도?|해)(?:에|인|이|\s|\?|$)(?!\s?(?:동안|걸))|\b(?:what|which) year\b|哪一?年",
    re.IGNORECASE,
)
_A_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d{2})(?!\d)|\d{2,4}\s?년(?!\s?(?:동안|마다|간))")

# (how a question asks, what the sentence then has to hold)
_KINDS: list[tuple[str, str]] = [
    (r"이?메일 ?주소|이?메일[은는이가]? ?(?:뭐|무엇|어떻게)|\be-?mail address\b|邮箱地址", r"@"),
    (r"전화 ?번호|연락처|\b(?:phone|telephone) number\b|电话号码", r"\d{2,4}[- )]\s?\d{3,4}|\+\d{6,}|@"),
    (
        r"홈페이지(?! ?개편)|웹 ?사이트 주소|\b(?:url|web(?:site)? (?:address|url|link))\b|网址",
        r"https?:|www\.|\.\w{2,}/",
    ),
    (
        r"무게|몇 ?(?:kg|킬로그램|그램|톤)|\bweigh|\bhow heavy\b|重量|多重",
        r"\d\s?(?:kg|g|mg|t|lbs?|oz)(?![A-Za-z])|킬로|그램|톤|\b(?:pounds?|ounces?|tons?|tonnes?|kilo\w*|"
        r"grams?)\b|公斤|千克|克",
    ),
    (
        r"면적|몇 ?(?:제곱|평)|\bfloor (?:area|space)\b|\bsquare (?:met|feet|foot)|面积",
        r"[㎡²]|제곱|평방|\d\s?평|\bsquare\b|\bsq\b|\bacres?\b|\bhectares?\b|平方",
    ),
    (
        r"(?<![가-힣])(?:길이|높이|너비|폭|키|깊이|거리)[는가은이]|몇 ?(?:미터|m\b|센티|cm|킬로미터|km)|"
        r"\bhow (?:tall|high|deep|wide|far)\b|"
        r"\bhow long is the \w+ (?:in|itself)|长度|高度|多高|多远",
        r"\d\s?(?:mm|cm|m|km|ft|in)(?![A-Za-z])|미터|센티|킬로|\b(?:met(?:er|re)s?|feet|foot|inch(?:es)?|miles?|"
        r"kilomet\w+)\b|米|公里",
    ),
    (
        r"온도|몇 ?도(?![가-힣])|몇 ?도(?:에|로|인|까)|\btemperature\b|\bhow (?:hot|warm|cold)\b|温度|"
        r"几度",
        r"[℃°℉]|\d\s?도(?!\S*[착달])|\bdegrees?\b|度",
    ),
    (r"열량|칼로리|\bcalori|卡路里|热量", r"칼로리|kcal|\bcalori|열량|卡"),
    (r"소음|\bhow (?:loud|noisy)\b|\bnoise level\b|噪音", r"dB|데시벨|\bdecibel"),
    (
        r"용량|몇 ?(?:리터|밀리)|\bhow much water\b|\bcapacity\b|容量",
        r"\d\s?(?:m?[lL]|cl|[KMGT]B)(?![A-Za-z])|"
        r"리터|\blit(?:re|er)s?\b|\d\s?(?:명|인|개)|\bgallons?\b|升",
    ),
    (
        r"몇 ?(?:살|세)(?![가-힣])|몇 ?(?:살|세)(?:부터|까지|이|인)|나이|\bhow old\b|\bwhat age\b|几岁|"
        r"年龄",
        r"\d\s?(?:살|세)|[한두세네섯]\s?살|\bage[ds]?\b|\byears?\b|岁",
    ),
]
_COMPILED = [(re.compile(asks, re.IGNORECASE), re.compile(holds, re.IGNORECASE)) for asks, holds in _KINDS]

_DEADLINE = re.compile(r"마감|기한|\bdeadline\b|\bdue\b|截止", re.IGNORECASE)
_UNTIL = re.compile(r"까지|마감|기한|\b(?:by|until|no later than|before) (?:\d|[A-Z])|\bdue\b|\bdeadline\b|之前|截止")
_LASTS = re.compile(
    r"\bhow long (?:did|do|does|was|were|will)\b|얼마나 (?:오래 )?(?:걸|진행)|(?<![가-힣])몇 ?(?:시간|분) ?(?:동안|걸)",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\d{1,2}(?::\d{2}|시)\s?(?:[-–~]|to|until|에서|부터)\s?\d{1,2}(?::\d{2}|시)|까지|\buntil\b")
_PHONE = re.compile(r"전화|연락처|\b(?:tele)?phone\b|\bhotline\b|电话", re.IGNORECASE)
_A_PHONE = re.compile(r"\d{2,4}[- )]\s?\d{3,4}[- ]\d{3,4}|\+\d[\d -]{6,}|\b1\d{3}-\d{4}\b")
_YEAR_WORDS = ("year", "년도", "연도")
_MEASURED = ("", "number", "money", "duration", "percent")
_ASKS = re.compile(r"몇|얼마|무엇|뭐|뭔|알려|[?？]$|\bwhat\b|\bhow\b|\btell\b|多|几|什么", re.IGNORECASE)

# What is over had its day; of what will be, a condition may be all that is known (“after the goods have arrived”).
_PAST = re.compile(r"[았었했됐졌렸였겼났]\S*|\bwas\b|\bwere\b|\bdid\b|\bhas been\b|\bhad\b|了", re.IGNORECASE)
_DATE = re.compile(r"몇 ?월|며칠에|며칠날|날짜|\bwhat (?:date|day|month)\b|几月|几号|日期", re.IGNORECASE)
_MAKER = re.compile(
    r"\bwho (?:wrote|founded|won|invented|designed|built|directed|composed|painted|made|created|published|owns|"
    r"led|leads|"
    r"heads|signed|chaired)\b|누가 (?:쓰|썼|만들|설립|세웠|지었|발명|설계|그렸|우승|작성)|(?:작성자|저자|설립자|"
    r"창립자|우승자|대표|사장|감독)[는은가이]? "
    r"?누구",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"(?:어느|어떤|무슨) (?:나라|국가|도시|대학|학교|회사|업체|병원|은행|브랜드|지역|동네)|\b(?:which|"
    r"what) (?:country|city|town|university|college|"
    r"school|company|brand|bank|hospital|region|state)\b|哪[个所家]?(?:国家|城市|大学|学校|公司)",
    re.IGNORECASE,
)
_NAME_EN = re.compile(
    r"(?<=[a-z,;:)] )(?!(?:I|The|A|An|We|It|Monday|January)\b)[A-Z][\w'’-]+|^(?:Dr|Mr|Mrs|Ms|Prof)\.? [A-Z]"
)
_NAME_KO = re.compile(
    r"[가-힣]{2,4} (?:팀장|과장|대리|부장|차장|사장|대표|이사|박사|교수|감독|작가|선생님|씨|님)|"
    r"(?<![가-힣])[가-힣]{2,4}(?:이|가|은|는)\s|[A-Z]\w+"
)
_PLACE_KO = re.compile(
    r"[가-힣]{2,}(?:시|도|국|구|군|대학교?|회사|병원|은행)(?![가-힣]*요)|[A-Z]\w+|한국|미국|중국|일본|독일|"
    r"프랑스|영국"
)
_HOW_MANY = re.compile(
    r"\bhow many (?:(?:more|other|different|of the|"
    r"of) )?(?P<words>(?:[a-z]+ ){0,2}?[a-z]+?)(?= (?:do|does|did|is|are|was|were|can|could|may|"
    r"must|will|would|should|has|have|had|in|on|at|of|to|per|a|an|the|took|take|came)\b|"
    r"[?.!]|$)",
    re.IGNORECASE,
)
_PEOPLE = frozenset(
    map(english_stem, ["people", "persons", "volunteers", "participants", "members", "students", "users", "others"])
)
_OF_THEM = re.compile(
    rf"{NUMBER} (?:of (?:them|the|our|all|these|those)|were|was|are|did|dropped|took|have|had)\b", re.IGNORECASE
)


# Words that only name what kind of thing is asked for, as a question or a label says it.
_LABEL_WORDS: dict[Wanted, str] = {
    "time": "날짜 일시 일자 시각 시간 시기 date day time 日期 时间",
    "place": "장소 위치 곳 주소 place venue location 地点",
    "person": "담당 담당자 이름 person name 姓名",
    "money": "가격 요금 비용 금액 값 price cost fee amount charg 价格 费用",
    "duration": "기간 시간 duration period length 期限",
    "number": "개수 수 인원 수량 number count amount 数量",
    "percent": "비율 percent percentag rat share 比例",
}
_LABELS = {
    wanted: frozenset({*words.split(), *map(english_stem, words.split())}) for wanted, words in _LABEL_WORDS.items()
}
# Words that only say that something takes place.
_TAKES_PLACE = (
    "시작 열리 열 개최 진행 열렸 시작되 예정 begin start held hold plac happen scheduled schedul open 开始 举行"
)
HAPPENS = frozenset(_TAKES_PLACE.split())
_COUNTED = re.compile(
    r"(?<![가-힣])몇\s?(?P<unit>명|사람|인|개|권|대|석|면|마리|장|병|곳|가지|잔|팀|층|페이지|쪽|점|위|세트|통|번|회)(?![가-힣]?기)"
)
_ALIKE = {
    "명": "명|사람|인",
    "사람": "명|사람|인",
    "인": "명|인|사람",
    "대": "대|면",
    "면": "면|대",
    "번": "번|회",
    "회": "회|번",
}
_NATIVE = "한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무"
# “Next” and the like tell a thing from others of its kind: what is said of another is no answer.
_APART = (
    re.compile(
        r"(?<![가-힣])(?:다음(?= ?(?:번|[가-힣]{1,6} 회의|회의|모임|달|주|해|행사|일정|학기|단계))|"
        r"차기)|\bnext\b|下次|下一",
        re.IGNORECASE,
    ),
    re.compile(r"(?<![가-힣])(?:지난번|지난 ?회의|이전 ?회의|저번)|\bprevious\b|\blast meeting\b|上次", re.IGNORECASE),
)


_ABOUT_NEXT = re.compile(
    r"(?:the )?next (?:meeting|session|event)\b|다음 ?(?:번 )?(?:회의|모임|행사)|下次会议", re.IGNORECASE
)
_AGAIN = re.compile(r"다시|또|언제까지|\bagain\b|\bfuture\b|再", re.IGNORECASE)
_MONTH_NAMES = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DAY = re.compile(
    rf"\d{{1,2}}월 ?\d{{1,2}}일|\b(?:{_MONTH_NAMES})[a-z]* \d{{1,2}}\b|\b\d{{1,2}} (?:{_MONTH_NAMES})[a-z]*"
)


def labels(wanted: Wanted) -> frozenset[str]:
    """The words that only name the kind of what is wanted (“date” where it is asked when)."""
    return _LABELS.get(wanted, frozenset())


def is_said_by_form(stem: str, text: str, wanted: Wanted) -> bool:
    """True for “date” or “begin” where the text gives a day or an hour, and for “price” where it gives an amount."""
    if stem in labels(wanted) and wanted != "place":
        return has_amount(text, wanted)
    if stem not in HAPPENS:
        return False
    return (wanted == "time" and has_amount(text, "time")) or bool(label_of(text) & labels(wanted))


def label_of(text: str) -> frozenset[str]:
    """The words before the colon of a line: “Date”, “장소”."""
    match = re.match(r"([^:：·]{1,20})[:：]\s", text)
    return frozenset(term.text for term in question_terms(match[1])) if match else frozenset()


def sets_apart(question: str, text: str) -> bool:
    """False where a question is about the next one of something, or about a certain day, and the text is not."""
    asked, told = (frozenset(_DAY.findall(words.lower())) for words in (question, text))
    if asked and told and not asked & told:
        return False
    if _ABOUT_NEXT.match(text) and not (_APART[0].search(question) or _AGAIN.search(question)):
        return False
    return all(bool(pattern.search(text)) for pattern in _APART if pattern.search(question))


def gives_contact(question: str, text: str) -> bool:
    """True where a telephone number or an e-mail address is asked for and stands there."""
    by_phone = _PHONE.search(question) and _A_PHONE.search(text)
    by_mail = re.search(r"메일|\be-?mail\b|邮箱", question, re.IGNORECASE) and re.search(r"\w@\w", text)
    return bool(by_phone or by_mail)


def measures(said: str, text: str) -> bool:
    """True where a word names a quantity (“temperature”) that the text gives by its unit (“190도”)."""
    if said in _YEAR_WORDS:
        return bool(_A_YEAR.search(text))
    if _DEADLINE.search(said):
        return bool(_UNTIL.search(text))
    if _PHONE.search(said):
        return bool(_A_PHONE.search(text))
    return any(asks.search(said) and answers.search(text) for asks, answers in _COMPILED)


def holds(text: str, wanted: Wanted, question: str) -> bool:
    """True where a text may hold what the question wants to know, so far as that can be told by its form."""
    for asks, answers in _COMPILED:
        if wanted in _MEASURED and asks.search(question) and _ASKS.search(question):
            return bool(answers.search(text))
    if _YEAR.search(question):
        return bool(_A_YEAR.search(text))
    if wanted == "time" and _DEADLINE.search(question) and not _UNTIL.search(text):
        return False
    if wanted == "time" and (_DATE.search(question) or _PAST.search(question)):
        return has_amount(text, "time")
    if wanted == "place" and label_of(text) & labels("time"):
        return False
    if wanted == "duration" and _LASTS.search(question):
        return has_amount(text, "duration") or bool(_SPAN.search(text))
    if wanted == "person" and _MAKER.search(question):
        return bool((_NAME_KO if language_of(text) == "ko" else _NAME_EN).search(text))
    if _WHICH.search(question):
        return bool((_PLACE_KO if language_of(text) == "ko" else _NAME_EN).search(text))
    if wanted == "number" and (counted := _HOW_MANY.search(question)) and language_of(text) == "en":
        return _is_counted(text, counted["words"])
    if (counted := _COUNTED.search(question)) and language_of(text) == "ko":
        unit = _ALIKE.get(counted["unit"], counted["unit"])
        return bool(re.search(rf"(?:[\d,]+|{_NATIVE})\s?(?:{unit})", text))
    return has_value(text, wanted)


def _is_counted(text: str, words: str) -> bool:
    """True where a number stands before what is counted: “41 words”, “two full days”; or where it stands for people."""
    stems = {english_stem(word) for word in re.findall(r"[a-z]+", words.lower()) if word not in EMPTY["en"]}
    if not stems or stems & _PEOPLE:
        return bool(re.search(NUMBER, text, re.IGNORECASE))
    for match in re.finditer(rf"{NUMBER}((?:[ -][A-Za-z]+){{1,4}})", text, re.IGNORECASE):
        following = {english_stem(word) for word in re.findall(r"[a-z]+", match[1].lower())}
        if stems & following:
            return True
    return bool(_OF_THEM.search(text)) or bool(re.search(rf"[:：]\s*{NUMBER}", text, re.IGNORECASE))
