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

_YEAR = re.compile(
    r"(?<![가-힣])(?:몇|어느) ?(?:년도?|해)(?:에|인|이|\s|\?|$)(?!\s?(?:동안|걸))|\b(?:what|which) year\b|哪一?年",
    re.IGNORECASE,
)
_A_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d{2})(?!\d)|\d{2,4}\s?년(?!\s?(?:동안|마다|간))")

# (how a question asks, what the sentence then has to hold)
_KINDS: list[tuple[str, str]] = [
    (r"이?메일 ?주소|이?메일[은는이가]? ?(?:뭐|무엇|어떻게)|\be-?mail address\b|邮箱地址", r"@"),
    (r"전화 ?번호|연락처|\b(?:phone|telephone) number\b|电话号码", r"\d{2,4}[- )]\s?\d{3,4}|\+\d{6,}|@"),
    (r"홈페이지|웹 ?사이트 주소|\b(?:website|url|web address)\b|网址", r"https?:|www\.|\.\w{2,}/"),
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


def measures(said: str, text: str) -> bool:
    """True where a word names a quantity (“temperature”) that the text gives by its unit (“190도”)."""
    if said in _YEAR_WORDS:
        return bool(_A_YEAR.search(text))
    return any(asks.search(said) and answers.search(text) for asks, answers in _COMPILED)


def holds(text: str, wanted: Wanted, question: str) -> bool:
    """True where a text may hold what the question wants to know, so far as that can be told by its form."""
    for asks, answers in _COMPILED:
        if wanted in _MEASURED and asks.search(question) and _ASKS.search(question):
            return bool(answers.search(text))
    if _YEAR.search(question):
        return bool(_A_YEAR.search(text))
    if wanted == "time" and (_DATE.search(question) or _PAST.search(question)):
        return has_amount(text, "time")
    if wanted == "person" and _MAKER.search(question):
        return bool((_NAME_KO if language_of(text) == "ko" else _NAME_EN).search(text))
    if _WHICH.search(question):
        return bool((_PLACE_KO if language_of(text) == "ko" else _NAME_EN).search(text))
    if wanted == "number" and (counted := _HOW_MANY.search(question)) and language_of(text) == "en":
        return _is_counted(text, counted["words"])
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
