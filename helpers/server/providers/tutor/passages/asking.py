"""What a question asks of the files: which kind of answer, about what, of which files, in how many parts."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["fact", "yesno", "list", "how", "why", "summary", "compare", "quote"]
Wanted = Literal["", "person", "time", "duration", "money", "percent", "number", "place"]

_KINDS: list[tuple[Kind, str]] = [
    (
        "compare",
        r"비교|차이|다른 ?점|다른가|달라|공통점|어느 쪽|\bcompar|\bdifferen(?:ce|t)|\bdiffer\b|\bversus\b|\bvs\.?\b|"
        r"\bin common\b|比较|"
        r"区别|不同",
    ),
    (
        "summary",
        r"요약|간추|개요|핵심(?= ?(?:내용|사항|요약|요점|주장|메시지|만|을|은|이|포인트))|요점|줄거리|무슨 내용|"
        r"어떤 내용|내용이 (?:뭐|무엇)|내용을? (?:알려|정리|설명)|무엇에 "
        r"(?:관한|대한)|뭐에 (?:관한|대한)|전체적으로|"
        r"(?:문서|파일|자료|보고서|회의록)(?:를|을)? (?:정리|설명)|"
        r"\bsummar|\boverview\b|\bmain (?:points?|ideas?|topics?|message|findings?)\b|\bkey (?:points?|takeaways?|"
        r"ideas?)\b|\btl;?dr\b|\bgist\b|"
        r"what(?:'s| is| are) (?:this|the|these|it|that)\s?(?:\w+ )?(?:documents?|files?|papers?|text|pdf|report|"
        r"story)?s? about|"
        r"\bgive me the plot\b|总结|概括|摘要|要点|主要内容|讲(?:了|的是)什么",
    ),
    (
        "quote",
        r"인용|원문|그대로|정확한 (?:문구|표현|문장)|문구를|\bquot(?:e|ation)|\bverbatim\b|\bexact (?:words?|wording|"
        r"text|sentence|"
        r"phrase)|引用|原文",
    ),
    (
        "how",
        r"방법|절차|순서|단계|어떡하|어쩌(?:나|죠|면)|(?:무엇을|뭘|무얼) 해야|"
        r"\bwhat (?:can|should|must|do|to)(?: i| we| you)? do\b|"
        r"어떻게 (?:하|해|만들|설치|신청|청소|교체|연결|진행|사용|바꾸|등록|쓰)|하려면|\bhow "
        r"(?:do|can|should|would|to|does one)\b|"
        r"\bsteps?\b|\bprocedure\b|\bprocess\b|如何|怎么|怎样|步骤",
    ),
    ("why", r"왜|이유|까닭|때문|\bwhy\b|\breasons?\b|为什么|原因"),
    (
        "list",
        r"목록|나열|모두 (?:알려|말|적)|전부|모든 |무엇무엇|(?:것|사람|항목|기능|조건|서류|재료|종류|이유|도구|과제|"
        r"일)들|어떤 (?:것|게|사람|항목|종류|재료|조건|서류|기능|경우)|"
        r"재료(?:는|가)|준비물|종류(?:는|가|를)|참석자|무엇이 (?:있|필요|포함)|뭐가 (?:있|필요|들어)|할 일|안건|"
        r"\blist\b|\ball (?:the |of )?\w+|\bwhat (?:are|were) (?:the |all )?\w+|\bwhich (?:\w+ )?(?:\w+s) (?:are|"
        r"were|do|can|have)\b|\bingredients?\b|"
        r"\battendees\b|\baction items?\b|\beverything\b|\bwho (?:attended|was present|were present|"
        r"participated)|列出|"
        r"所有|有哪些|哪些",
    ),
]
_YES_NO = re.compile(
    r"(?:(?:되|하|한|은|는|인|있|없|겠|었|았|였|했|됐|가|나|오|이|맞|필요한|가능한)(?:나요|가요|습니까|ㄴ가요|나|니|"
    r"어요|아요|지요|죠)|합니까|됩니까|입니까|인가요|한가요|될까요|"
    r"할까요|을까요|가능해|"
    r"되나|돼요?|해도 ?(?:되|돼)|맞아요?|맞지)\s*[?？]?\s*$|^(?:and |so |but |then )?(?:is|are|was|were|do|does|did|"
    r"can|could|may|"
    r"must|should|will|would|has|have|had)\b"
    r"|吗[？?]?\s*$|是否",
    re.I,
)
_ASK_WORD = re.compile(
    r"무엇|무슨|뭐|뭘|뭔|어느|어떤|어떻|어디|언제|누구|누가|왜|얼마|몇|며칠|"
    r"\b(?:what|which|who|whom|whose|when|where|why|how)\b|什么|多少|哪|谁|几|怎么|如何|为什么|何时",
    re.I,
)
# The words that ask ("who", "when") come before those that only name a matter ("price").
_WANTED: list[tuple[Wanted, str]] = [
    ("person", r"누구|누가|\bwho(?:m|se)?\b|谁"),
    ("place", r"어디|\bwhere\b|哪里|哪儿"),
    (
        "duration",
        r"며칠(?!까지)|얼마나 ?(?:오래|걸|자주)|(?<![가-힣])몇 ?(?:일|주|달|개월|년|시간|분|초)(?! ?(?:에|도|생|이후|"
        r"이전)(?:$|[\s?]))|(?<![가-힣])몇 ?분마다|얼마 "
        r"?(?:안에|이내|동안|만에|전|마다)|얼마나 자주|"
        r"\bhow (?:long|soon|often|many (?:\w+ )?(?:days|weeks|months|years|hours|minutes|seconds))\b|多久|多长时间|"
        r"几(?:天|个?(?:月|小时|星期)|年|周|小时|分钟)",
    ),
    (
        "time",
        r"언제|며칠까지|(?<![가-힣])몇 ?(?:시(?!간)|월|년|년도)|"
        r"^\W*when\b|"
        r"\bwhen(?= (?:is|are|was|were|do|does|did|will|would|can|should|must|has|have|and|or)\b|\W*$)|"
        r"\bwhat (?:time|date|day|year|month)\b|什么时候|何时|"
        r"几点|哪天|哪年",
    ),
    ("percent", r"몇 ?(?:%|퍼센트|프로)|\bpercent|\bwhat (?:share|fraction|proportion|percentage)\b|百分"),
    (
        "money",
        r"(?:가격|요금|비용|금액|배송비|수수료|예산|연봉|급여|월급|값|월세|보증금)\S*\s?(?:\S+ )?(?:얼마|몇|\?|$)|"
        r"(?<!용량[은이]\s)(?<!무게[는가]\s)(?<!크기[는가]\s)(?<!높이[는가]\s)(?<!길이[는가]\s)(?<!면적[은이]\s)(?<!온도[는가]\s)"
        r"(?<!거리[는가]\s)(?<!속도[는가]\s)(?<!소음[은이]\s)얼마(?:$|인|예|입|이|야|죠|\?|를|나? ?(?:내|들|받))|\bhow "
        r"much (?:does|do|is|are|"
        r"did|was|will|would|money)\b|"
        r"\b(?:price|cost|fee|budget|salary|rent|deposit)s?\b|多少钱|价格|费用|预算",
    ),
    ("duration", r"기간[은이]?|\bduration\b|\bwithin (?:what|how)"),
    ("time", r"날짜|시각|기한|마감|\bdeadline\b|\bdue date\b"),
    ("person", r"담당자|책임자"),
    ("place", r"장소|地点"),
    (
        "number",
        r"(?<![가-힣])몇|얼마|(?:용량|무게|크기|높이|길이|면적|온도|거리|속도|소음|개수|인원)[은는이가]?\s*\?|"
        r"\bhow (?:many|much|far|big|large|heavy|tall|old|high|deep|fast|loud)\b|多少|多[大高重远]|几",
    ),
]

_POLITE = re.compile(
    r"(?:좀 )?(?:알려|말해|말씀해|설명해|찾아|찾아봐|보여|정리해|대답해|답해|써)\s?(?:줘요?|주세요|주실래요|"
    r"주시겠어요|주십시오|줄래|봐|보세요|다오)|부탁(?:해요?|합니다|드립니다|"
    r"드려요)|궁금(?:해요?|합니다)|"
    r"\b(?:please|could you|can you|would you|kindly)(?: (?:please|kindly))?(?: (?:tell|show|give|explain|find|list|"
    r"let))?(?: (?:me|us))?(?: know)?\b|\btell me(?: about)?\b|"
    r"\bi(?:'d| would) like to know\b|\bdo you know\b|请问|请(?:告诉我|列出|说明)?",
    re.I,
)
_SOURCE = re.compile(
    r"(?:첨부(?:한|된)?|올린|업로드(?:한|된)?|제공(?:한|된)?|주어진|이|그|해당)?\s?(?:문서|파일|자료|첨부 "
    r"?파일)(?:들)?(?:에서|에는|에|의 내용|를 보고|을 보고|을 "
    r"참고해서?|를 참고해서?|(?:에|을|를)? (?:따르면|근거해서?|기반으로|바탕으로|의하면))|"
    r"\b(?:according to|based on|in|from|using|as per) (?:the|this|these|my|our|your)? ?(?:attached |uploaded |"
    r"provided |given )?(?:documents?|docs?|files?|attachments?)\b|"
    r"(?:根据|在)?(?:这[份个些]|上传的|附[件加]的?)?(?:文件|文档)(?:中|里)?",
    re.I,
)
_FORM = re.compile(
    r"(?:한|두|세|네|다섯|\d+) ?(?:문장|줄|가지|단어)(?:으로|로|만|이내로)?|(?:짧게|간단히|간단하게|간략히|자세히|"
    r"자세하게|구체적으로|불릿|글머리표?|목록|리스트|표|영어|한국어|"
    r"중국어|반말|json)(?:로|으로)?\s?(?=\S*(?:답|말|설명|정리|요약|작성|알려|써)|$)|"
    r"출처(?:와 함께|를? (?:포함|표시|밝)\S*|도)|\b(?:in|with|using|as) (?:one|two|three|four|five|\d+|a|a few|short|"
    r"bullet|"
    r"bulleted|json|english|korean|chinese)(?: \w+)? ?(?:sentences?|lines?|words?|bullets?|points?|list|"
    r"format)?(?=[\s,.?!]|$)|"
    r"\b(?:briefly|concisely|in detail|cite (?:the|your) sources?|with (?:citations?|sources?|references?))\b",
    re.I,
)
_QUOTING = re.compile(
    r"(?:원문|글자|문구|토씨) ?(?:그대로|대로)|그대로|(?:직접 )?인용(?:해|하여|해서)?(?:\s?(?:줘요?|주세요|주십시오|"
    r"봐))?(?=\s|$|[.?!])|정확한 (?:문구|표현|"
    r"문장)(?:을|를|은)?|"
    r"\b(?:quote|cite)\b(?: (?:me|the|word for word|directly))*|\b(?:the )?(?:exact|precise) (?:words?|wording|text|"
    r"sentences?|phras\w+)(?: (?:about|on|of|for))?|\bverbatim\b|\bword for word\b|引用|原文",
    re.I,
)
_SPLIT = re.compile(
    r"(?<=[?？])\s*(?=\S)|(?<=[.!。])\s+(?=\S)|[,;]?\s+(?:and|also|plus)(?: also)?,?\s+(?=(?:what|who|when|where|why|"
    r"how|which|is|are|do|does|did|can|will|was|were)\b)|"
    r"[,.]?\s+(?:그리고|또한?|아울러)\s+(?=\S)|(?<=[이하되인]고)[,]?\s+|(?<=며)[,]?\s+(?=\S+ )|，(?:还有|以及|并且)",
    re.I,
)
_FILE_NAME = re.compile(
    r"[\w가-힣()\-. ]*?([\w가-힣()\-.]+\.(?:txt|md|pdf|docx?|pptx?|html?|json|csv|ipynb|py|xlsx?|tex|rtf|js|ts|"
    r"java|c|"
    r"cpp|go|rb|sh))(?![A-Za-z0-9])",
    re.I,
)
_COUNT_WORDS = {
    "한": 1,
    "하나": 1,
    "두": 2,
    "둘": 2,
    "세": 3,
    "셋": 3,
    "네": 4,
    "넷": 4,
    "다섯": 5,
    "여섯": 6,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "一": 1,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
}
_COUNT = re.compile(
    r"(?<![\w가-힣])(?P<n>\d{1,2}|한|두|세|네|다섯|여섯)\s?(?:문장|줄|가지|개(?:의|로|만)?\s?(?:항목|불릿|포인트|"
    r"문장)?)|"
    r"\b(?P<e>\d{1,2}|one|two|three|four|five|six|seven)\s(?:\w+\s)?(?:sentences?|bullets?|bullet points?|points?|"
    r"lines?|takeaways?|ideas?|findings?)\b|"
    r"(?P<z>[一两三四五\d])(?:句|点|条)",
    re.I,
)
# “언제이고” asks, and has another question behind it.
_CARRIES_ON = re.compile(r"(?<=언제|어디|누구|무엇|얼마)(?:이고|이며|고|며)\s*,?\s*$")
_MOST_PARTS = 4


@dataclass(frozen=True)
class Part:
    """One question. `about` is it without politeness, form and the like, as it is looked for."""

    text: str
    about: str
    kind: Kind
    wanted: Wanted


@dataclass(frozen=True)
class Asked:
    """All that one message asks. `background` is what it only tells; `count` the number of sentences asked for."""

    parts: tuple[Part, ...]
    background: str = ""
    count: int | None = None
    names: tuple[str, ...] = ()


def asked(message: str) -> Asked:
    """Read a message. It has one part at least, unless it is empty of words."""
    text = re.sub(r"\s+", " ", message).strip()
    text = _IN_ONE.sub(r"\1 / \2", text)
    names = tuple(dict.fromkeys(match[1] for match in _FILE_NAME.finditer(text)))
    pieces = [
        _CARRIES_ON.sub("", piece).strip(" ,;") for piece in _SPLIT.split(text) if piece and re.search(r"\w", piece)
    ]
    asking = [piece for piece in pieces if is_asking(piece)]
    if kind_of(text) in ("compare", "summary", "quote") or not asking:
        told, asking = [piece for piece in pieces if not is_asking(piece)] if asking else [], [text]
        told = told if kind_of(text) not in ("compare", "summary", "quote") else []
    else:
        told = [piece for piece in pieces if piece not in asking and not _is_form(piece)]
    parts = tuple(part for piece in asking[:_MOST_PARTS] for part in _parts_of(piece))[:_MOST_PARTS]
    return Asked(parts, " ".join(told), count_in(text), names)


# Not to be cut in two where it says “when and where”.
_IN_ONE = re.compile(
    r"\b(when|where|who|why) and (when|where|who|whom|why)(?= (?:is|are|was|were|do|does|did|will|can)\b)", re.I
)
_BOTH_ASKED = re.compile(
    r"(?P<one>언제|몇 ?시에?|어디(?:에서|서)?|누가|누구|무엇을?)(?:\s?(?:이고|이며|,|부터|그리고|와|과))?\s"
    r"(?P<other>(?:언제|몇 ?시|어디|누가|누구|왜|얼마)(?:에서|서|에)?)|"
    r"\b(?P<first>when|where|who|why|how much)(?: and|,| or| /) "
    r"(?P<second>when|where|who|whom|why|what time|how much)\b|"
    r"(?P<eins>什么时候|何时|几点|哪里)(?:和|、|，|在)?(?P<zwei>哪里|什么地方|什么时候|几点)",
    re.I,
)


# Whom to ask says nothing of the matter by itself.
_CONTACT = re.compile(
    r"\bwho(?:m)? (?:can|could|should|do|must) (?:i|we|one|you) (?:ask|contact|call|write|turn|talk|speak)\b|"
    r"누구(?:에게|한테) ?(?:문의|물어|연락|질문)|"
    r"问谁|联系谁",
    re.I,
)
_CONTACT_WORDS = "contact"


def _parts_of(piece: str) -> list[Part]:
    """One part, or two where one matter is asked about twice: “when and where is it?”, “언제 어디에서 열리나요?”"""
    both = _BOTH_ASKED.search(piece)
    if both and kind_of(piece) in ("fact", "yesno"):
        texts = [f"{piece[: both.start()]}{word}{piece[both.end() :]}" for word in both.groups() if word]
        parts = [Part(text, about(text), kind_of(text), wanted_in(text)) for text in texts]
        if len({part.wanted for part in parts}) == len(parts):
            return parts
    matter = f"{about(piece)} {_CONTACT_WORDS}" if _CONTACT.search(piece) else about(piece)
    return [Part(piece, matter, kind_of(piece), wanted_in(piece))]


def is_asking(text: str) -> bool:
    """True where words ask or tell to look something up."""
    return bool(
        re.search(r"[?？]\s*$", text)
        or _ASK_WORD.search(text)
        or _POLITE.search(text)
        or _YES_NO.search(text)
        or any(re.search(pattern, text, re.I) for kind, pattern in _KINDS if kind in ("compare", "summary", "quote"))
        or re.search(r"\b(?:list|describe|explain|find|show|give|tell)\b", text, re.I)
    )


def about(text: str) -> str:
    """The words of a question that say what it is about."""
    bare = text
    for pattern in (_SOURCE, _POLITE, _FORM, _QUOTING):
        bare = pattern.sub(" ", bare)
    bare = re.sub(r"\s+", " ", bare).strip(" ,.;:?？!")
    bare = re.sub(r"(?<=[가-힣]{2})(?:을|를|에 대해서?|에 관해서?|에 대한 것)$", "", bare)
    return bare if re.search(r"\w", bare) else text


def kind_of(text: str) -> Kind:
    """The kind of answer that a question asks for."""
    for kind, pattern in _KINDS:
        if re.search(pattern, text, re.I):
            if kind == "list" and wanted_in(text) in ("duration", "money", "percent", "time", "number"):
                continue
            return kind
    return "yesno" if _YES_NO.search(text) and not _ASK_WORD.search(text) else "fact"


def wanted_in(text: str) -> Wanted:
    """What the answer has to hold: a person, a time, an amount; empty where nothing in particular."""
    for wanted, pattern in _WANTED:
        if re.search(pattern, text, re.I):
            return "" if wanted == "money" and _NAMED_THING.search(text) else wanted
    return ""


# “What papers do I need for the costs?” asks for no amount.
_NAMED_THING = re.compile(
    r"^\W*(?:what|which) (?!is\b|are\b|was\b|were\b|do\b|does\b|price|cost|fee|budget|salary|rent|deposit|"
    r"amount|sum)\w+ "
    r"(?:do|does|did|must|should|can|may|are|is)\b",
    re.IGNORECASE,
)


def count_in(text: str) -> int | None:
    """The number of sentences or points asked for; None where none is."""
    match = _COUNT.search(text)
    if not match:
        return None
    word = next(group for group in match.groups() if group).lower()
    return int(word) if word.isdigit() else _COUNT_WORDS.get(word)


def _is_form(text: str) -> bool:
    """A sentence that says only how to answer."""
    return not re.search(r"\w{2,}", _POLITE.sub(" ", _FORM.sub(" ", text)))
