"""What a string parameter stands for: a place, a person, a date, an identifier, a title, a message, ..."""

import re

from .schema import Parameter
from .values_lexicon import CURRENCIES

_DATE = (
    r"\bdate\b|\bdue\b|\bdeadline\b|\bcheck ?(?:in|out)\b|\bday\b(?! of)|날짜|일자|시작일|종료일|마감일|출발일|"
    r"도착일|입실|퇴실|체크인|체크아웃|日期|yyyy-mm-dd"
)
_TIME = r"\btime\b(?! ?zone| in | of (?:the )?(?:loan|stay))|시각|시간(?!대)|hh:mm|时间|几点"
# Looked up in the name first, then in the description; the first that fits decides.
_ROLES: tuple[tuple[str, str], ...] = (
    ("email", r"\be-? ?mails?\b(?! (?:body|text|subject|content|title))|이메일|메일 주소|邮箱"),
    ("url", r"\burl\b|\blink\b|\bwebsite\b|\bdomain\b|주소창|링크|网址"),
    ("phone", r"\bphone\b|\bmobile\b|\btelephone\b|\btel\b|전화번호|휴대폰|연락처|电话|手机"),
    ("file", r"\bfile ?name\b|\bfile\b|\bpath\b|파일|文件名|路径"),
    ("duration", r"\bduration\b|소요 시간|길이 ?\(시간\)|时长"),
    ("datetime", r"\bdate ?time\b|\btimestamp\b|\bdate and time\b|일시|iso ?8601 (?:date ?)?time|日期时间"),
    ("month", r"\bmonth\b|yyyy-mm(?!-)|조회할 월|월\(|月份"),
    ("date", _DATE),
    ("time", _TIME),
    ("currency", r"\bcurrency\b|\bcurrencies\b|통화|화폐|货币|币种"),
    ("language", r"\blanguages?\b|\blang\b|\blocale\b|언어|语言"),
    ("expression", r"\bexpression\b|\bequation\b|\bformula\b|수식|계산식|表达式|公式|算式"),
    ("symbol", r"\bsymbol\b|\bticker\b|\bstock\b|\bcompany\b|종목|회사|기업|股票|公司"),
    ("reason", r"\breason\b|\bwhy\b|이유|사유|原因"),
    (
        "message",
        r"\bmessage\b|\bbody\b|\bcontents?\b|\btext\b|\bmemo\b|\bnote\b|\bcomment\b|본문|내용|메모|메시지|正文|"
        r"内容|消息|备注",
    ),
    (
        "origin",
        r"\borigin\b|\bdeparture\b|\bfrom (?:station|city|place|location|airport|address)\b|\bsource\b|\bpick "
        r"?up\b|\bstart (?:location|point|place|address)\b|출발|起点|出发",
    ),
    (
        "destination",
        r"\bdestination\b|\bdest\b|\barrival\b|\bto (?:station|city|place|location|airport|address)\b|\bend "
        r"(?:location|point|place)\b|\bdrop ?off\b|도착|목적지|행선지|终点|到达|目的地",
    ),
    (
        "place",
        r"\bstreet\b|\bcity\b|\bcities\b|\blocation\b|\bplace\b|\bcountry\b|\bstation\b|\baddress\b|\bregion\b|\barea\b|"
        r"\btown\b|\bdistrict\b|\bairport\b|\bwhere\b|\bstate\b|\bdestination\b|\btime ?zone\b|도시|장소|위치|"
        r"지역|나라|국가|주소|역\b|공항|동네|城市|地点|地区|国家|车站|地址|位置|站$",
    ),
    ("title", r"\btitle\b|\bsubject\b|\bheadline\b|\bsummary\b|\btask\b|제목|할 일|标题|主题|名称|任务"),
    (
        "id",
        r"\bversion\b|버전|版本|\bid\b|\bids\b|\bnumber\b(?! of)|\bno\b|\bisbn\b|\bsku\b|\buuid\b|\bcode\b|"
        r"\bplate\b|번호|아이디|"
        r"식별자|코드|学号|编号|单号|号码|代码|号$",
    ),
    (
        "query",
        r"\bquery\b|\bkeywords?\b|\bsearch\b|\bterms?\b|\btopic\b|\bphrase\b|\bword\b|검색어|키워드|주제|낱말|"
        r"단어|关键词|搜索|单词",
    ),
    (
        "person",
        r"\brecipients?\b|\bperson\b|\bpeople\b|\bemployees?\b|\bpatient\b|\bcustomer\b|\bauthor\b|\bartist\b|"
        r"\bsender\b|\battendees?\b|\bparticipants?\b|\binvitees?\b|\bassignee\b|\bteacher\b|\bstudent\b|"
        r"\bwho\b|\bmember\b|\buser ?name\b|\bfull name\b|\bdoctor\b|\bplayer\b|"
        r"\bagent\b|\bowner\b|\bhost\b|\bspeaker\b|\bguest name\b|\binstructor\b|\bcontact\b|사람|직원|환자|"
        r"고객|작가|저자|가수|참석자|수신자|받는|보내는|담당자|학생|선생|의사|성명|姓名|作者|歌手|员工|患者|"
        r"客户|收件人|学生",
    ),
)
_FROM = (
    r"\bfrom\b|\bstarts?\b|\borigin\b|\bdeparture\b|\bsource\b|\bbase\b|\bcheck ?in\b|\bbegin|\bpick ?up\b|시작|"
    r"출발|입실|체크인|부터|원래|起|从|出发|开始|入住"
)
_TO = (
    r"\bto\b|\bends?\b|\bdestination\b|\barrival\b|\btarget\b|\bcheck ?out\b|\buntil\b|\breturn\b|\bdue\b|"
    r"\bdeadline\b|\bdrop ?off\b|종료|도착|퇴실|체크아웃|까지|마감|목적|대상|到|至|结束|退房|终"
)


def role_of(parameter: Parameter) -> str:
    """The role, or `other`."""
    if parameter.format in {"email", "uri", "date", "time", "date-time", "duration"}:
        return {"uri": "url", "date-time": "datetime"}.get(parameter.format, parameter.format)
    if parameter.options and all(str(option).upper() in CURRENCIES for option in parameter.options):
        return "currency"
    named, told = parameter.words.casefold(), parameter.description.casefold()
    for role, pattern in _ROLES:
        if re.search(pattern, named):
            return _corrected(role, told)
    for role, pattern in _ROLES:
        if re.search(pattern, told):
            return _corrected(role, told)
    return "other"


def _corrected(role: str, told: str) -> str:
    """“date” may be a date with a time, “contact” an e-mail address: the description has the last word."""
    if role in {"date", "time"} and re.search(
        r"\bdate ?time\b|date and time|t?hh:mm:ss|iso ?8601 (?:date ?)?time|날짜와 시[각간]|일시", told
    ):
        return "datetime"
    if role == "time" and re.search(r"yyyy-mm-dd(?!.*hh)", told):
        return "date"
    return role


def side_of(parameter: Parameter) -> str:
    """`from` or `to` where the parameter is one end of a way, a span or an exchange; else an empty string."""
    for told in (parameter.words.casefold(), parameter.description.casefold()):
        start, end = re.search(_FROM, told), re.search(_TO, told)
        if start and not end:
            return "from"
        if end and not start:
            return "to"
        if start and end:
            return "from" if start.start() < end.start() else "to"
    return ""


_BEFORE = re.compile(
    r"(?:\b(?P<en>from|to|into|in|until|till|through|by|since|starting|at|for|with|between|and)|(?P<zh>从|到|"
    r"至|换成|兑换成|换算成|为|成))\s*(?:the |on )?$|(?P<dash>[~–→]|->|(?<=\s)-)\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s?(?:역|시|날|화폐)?\s?(?P<ko>에서부터|에서|부터|까지|으로|로|에게|한테|께|을|를|행|은|"
    r"는)(?![가-힣]*[가-힣]{3})|\s?(?P<zh>起|开始|到|至|换成|兑换成)"
)
_RELATIONS = {
    "from": "from",
    "since": "from",
    "starting": "from",
    "between": "from",
    "从": "from",
    "에서": "from",
    "에서부터": "from",
    "부터": "from",
    "起": "from",
    "开始": "from",
}
_RELATIONS |= dict.fromkeys(
    (
        "to",
        "into",
        "in",
        "until",
        "till",
        "through",
        "by",
        "到",
        "至",
        "换成",
        "兑换成",
        "换算成",
        "为",
        "成",
        "까지",
        "으로",
        "로",
        "행",
    ),
    "to",
)
_RELATIONS |= {"을": "from", "를": "from"}


def relation(text: str, start: int, end: int) -> str:
    """`from` or `to` by the word before or the particle behind a stretch of text; else an empty string."""
    after = _AFTER.match(text, end)
    if after and after["ko"]:
        return _RELATIONS.get(after["ko"], "")
    before = _BEFORE.search(text[:start])
    if before:
        return "to" if before["dash"] else _RELATIONS.get((before["en"] or before["zh"]).casefold(), "")
    if after and after["zh"]:
        return "from"
    return ""
