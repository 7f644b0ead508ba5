"""What the words of instructions and questions say about the form of an answer."""

import re
from typing import Any

from .json_schema import resolved
from .skill import Language

NUMBER_ONLY = (
    r"숫자만|값만|결과만|답만|금액만|\b(?:just|only) (?:with )?(?:the |a )?(?:number|figure|value|"
    r"result|final answer)|\bnumber only\b|"
    r"只(?:回答|给出?|要|说)?(?:数字|结果|答案)"
)
_ONE_SENTENCE = (
    r"한 ?문장|1문장|짧게|간단히|간단하게|간결|한 줄|한마디|\bone sentence\b|\bsingle sentence\b|"
    r"\bin one line\b|\bone[- ]line (?:answer|summary|reply)|\bbrief|\bconcise|\bshort(?:ly)?\b|"
    r"\bterse|一句话|简短|简洁|简单"
)
_SO_MANY_SENTENCES = re.compile(
    r"(?P<ko>두|세|네|다섯|\d)\s?(?:개의\s?)?문장|\b(?P<en>two|three|four|five|\d) sentences\b|"
    r"(?P<zh>[两三四五\d])句话",
    re.IGNORECASE,
)
_COUNTS = {
    "두": 2,
    "세": 3,
    "네": 4,
    "다섯": 5,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
}
# Asked for in the question, these take back a short form that the instructions ask for.
DETAIL = (
    r"자세히|상세|구체적|길게|풀어서|과정(?:을|도)|풀이|단계별|차근차근|\bin (?:more )?detail|\bdetailed\b|\bat "
    r"length\b|\bstep[- ]by[- ]step\b|"
    r"\bshow (?:your|the) (?:work|steps)\b|\bexplain\b|详细|一步一步|步骤"
)
STEPS = (
    r"단계별|단계로|차근차근|풀이 과정|번호(?:를|로)|\bstep[- ]by[- ]step\b|\bshow (?:your|the|all) (?:work|"
    r"steps)\b|\bnumbered (?:list|steps)\b|"
    r"一步一步|步骤|逐步"
)
TABLE = r"(?<!분석)표(?:로|\s?형식|\s?형태)|\b(?:as|in|with|into|use|using) (?:a )?(?:\w+ )?table\b|用表格|表格形式"
_JSON = re.compile(
    r"\bJSON(?:으로|\s?형식|\s?형태|\s?객체|만)|\b(?:in|as|with|return|output|respond|reply|"
    r"valid)\b.{0,20}\bJSON\b(?! (?:files?|data)\b)|用 ?JSON",
    re.IGNORECASE,
)
_SAVED = r"저장|파일|내보내|\bsave|\bexport|\bfile\b|\bdownload|保存|文件"
_KEYS = re.compile(
    r"\b(?:keys?|fields?|properties)\b(?:\s(?:named|called|are|is))?\s?:?\s(?P<en>[\w`'\" ,]+)|(?:키|필드)(?:는|가|"
    r"이름은)?\s?:?\s?(?P<ko>[\w`'\", ]+)",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"(?P<letters>\d+)\s?(?:자|글자)\s?(?:이내|이하|안으로|미만|내로)|(?P<words>\d+)\s?(?:단어|낱말)\s?(?:이내|"
    r"이하|안으로|미만|내로)|"
    r"\b(?:at most|up to|under|within|maximum|max|no more than|fewer than|less than)(?: of)? (?P<en>\d+) "
    r"(?P<what>words|characters)\b|"
    r"\b(?P<en2>\d+) words or (?:fewer|less)\b|(?P<zh>\d+)\s?个?字(?:以内|之内)",
    re.IGNORECASE,
)
CAPITALS = r"\b(?:all caps|uppercase|upper case|capital letters)\b|대문자"
POLITE = r"존댓말|존대|높임말|경어"
SOFT = r"해요체|~?해요로|부드럽게|부드러운 말투|친근하게|친절하게"
FOREIGN = re.compile(
    r"\b(?:answer|reply|respond|speak|write|say)\w*(?: \w+){0,4} in (?P<en>French|German|Spanish|Japanese|Italian|"
    r"Portuguese|Russian|Arabic|Hindi|"
    r"Vietnamese|Thai)\b|(?P<ko>일본어|프랑스어|불어|독일어|스페인어|이탈리아어|러시아어|베트남어|"
    r"태국어)로(?:만)?\s?(?:\S+\s)?(?:답|대답|말|써|알려)|"
    r"用(?P<zh>日语|法语|德语|西班牙语|俄语)",
    re.IGNORECASE,
)
ONLY_THREE: dict[Language, str] = {
    "ko": "(저는 한국어, 영어, 중국어로만 답할 수 있습니다.)",
    "en": "(I can answer in Korean, English and Chinese only.)",
    "zh": "（我只能用韩语、英语和中文回答。）",
}
ADDRESS = [
    r"\b(?:address|call) (?:the )?(?:user|customer|reader|me) (?:as |"
    r"by the name )?[\"“'‘]?(?P<name>(?:(?:Mr|Mrs|Ms|Dr)\. )?[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})",
    r"(?:사용자|고객|독자|저|나)(?:를|을)\s?['\"“‘]?(?P<name>[^\s'\"“”’]{1,12}?)['\"”’]?\s?(?:이라고|"
    r"라고|으로|로)\s?(?:부르|불러|호칭)",
    r"称呼(?:用户|我|客户)为[“\"']?(?P<name>[^\s”\"'，。]{1,12})",
]
# What stands in quotation marks. An apostrophe inside a word (“don't”) closes nothing.
_QUOTED = (
    r"(?:\"(?P<text>[^\"]{1,60})\"|“(?P<text2>[^”]{1,60})”|‘(?P<text3>[^’]{1,60})’|「(?P<text4>[^」]{1,60})」|"
    r"'(?P<text5>(?:[^']|(?<=[A-Za-z])'(?=[a-z])){1,60}?)'(?![a-z]))"
)
_OFTEN = r"(?:\s(?:항상|반드시|꼭|늘))?\s?"
CLOSING = [
    rf"(?:끝|마지막|마무리)(?:에)?(?:는|은|을)?{_OFTEN}{_QUOTED}",
    rf"{_QUOTED}\s?(?:으?로|라고|라는 (?:말|인사)로)\s?(?:답(?:을|변을)?\s)?(?:끝|마무리|마치|맺)",
    rf"(?i:\b(?:end|finish|close|conclude)(?:s|ing)?(?: \w+){{0,4}} with:? (?:the words? |the phrase )?){_QUOTED}",
    rf"(?:结尾|最后|末尾|以)\S{{0,6}}?{_QUOTED}(?:结束|结尾|收尾)",
]
# “Always end with a question.”
ENDS_ASKING = (
    r"\b(?:end|finish|close|conclude)\w*(?: \w+){0,4} with a(?: \w+)? question\b|질문(?:으로|을 하며) (?:끝|마무리|"
    r"마치)|"
    r"以(?:一个)?问题(?:结尾|结束|收尾)"
)
ASKING_BACK: dict[Language, str] = {
    "ko": "더 계산해 볼까요?",
    "en": "Shall we work out another one?",
    "zh": "还要再算一个吗？",
}
OPENING = [
    rf"(?:답변[은을]|답[은을]|항상|먼저|첫 ?(?:머리|문장)에?(?:는)?|처음에?){_OFTEN}{_QUOTED}\s?(?:으?로|라고)\s?시작",
    rf"{_QUOTED}\s?(?:으?로|라고|라는 (?:말|인사)로)\s?(?:답(?:을|변을)?\s)?시작",
    rf"(?i:\b(?:start|begin|open|preface)(?:s|ing)?(?: \w+){{0,4}} with:? (?:the words? |the phrase )?){_QUOTED}",
    rf"以{_QUOTED}(?:开头|开始)",
]
BULLETS = (
    r"불릿|글머리|항목별로|개조식|목록으로|리스트로|"
    r"\b(?:as|in|with|using|use) (?:a )?(?:\w+ )?(?:bullets?|bullet points?|bulleted list|list)\b|要点列表|用列表|分点"
)
NO_BULLETS = (
    r"(?:don't|do not|never|without|no) (?:use )?(?:bullet|list)|(?:불릿|목록|글머리)\S{0,4} ?(?:쓰지|"
    r"사용하지|없이)|不要用列表"
)
CASUAL = r"반말|\bbanmal\b|편하게 말|친구처럼"


# A wish for the form before the matter itself: “Reply with only the number: 17 * 23”, “한 문장으로 답해 주세요: …”.
_LEADING_WISH = re.compile(
    r"^\W*(?:please )?(?:reply|answer|respond|output|return|write|give me|say|use|in|as|with)\b[^:?？\d]{0,60}:\s+|"
    r"^[^:?？.\d]{0,24}(?:답|대답|말|알려|써|출력|작성)[^:?？.]{0,10}:\s*|^(?:请)?(?:只|用|以|"
    r"简短)[^：:?？]{0,16}[：:]\s*",
    re.IGNORECASE,
)


def without_wish(text: str) -> str:
    """The text without a wish for its form that stands before a colon."""
    return _LEADING_WISH.sub("", text, count=1)


# What holds for the rest of the thread, not only for one answer.
_STANDING = re.compile(
    r"\bfrom (?:now|here) on\b|\balways\b|\bfor the rest of\b|\bin (?:all|every) (?:your )?(?:answers?|repl)|"
    r"\b(?:all|every) (?:your )?answers?\b|앞으로|이제부터|지금부터|계속|항상|모든 (?:답|대답)|从现在|以后|接下来|"
    r"今后|一直",
    re.IGNORECASE,
)
_OF_FORM = re.compile(
    r"\b(?:answer|reply|respond|speak|write|use|keep|call|address|talk|be (?:brief|concise|short))\w*\b|답|대답|"
    r"말(?:해|투|로)|"
    r"반말|존댓말|불러|써|표로|回答|说|用|称呼",
    re.IGNORECASE,
)
_LONGEST_WISH = 150


def is_standing(text: str) -> bool:
    """True for a message that only says how all further answers are to be."""
    return bool(
        len(text) < _LONGEST_WISH
        and not re.search(r"[?？]|\d", text)
        and _STANDING.search(text)
        and _OF_FORM.search(text)
    )


def sentence_count(text: str) -> int | None:
    if match := _SO_MANY_SENTENCES.search(text):
        written = next(group for group in match.groups() if group).lower()
        return _COUNTS.get(written) or int(written)
    return 1 if re.search(_ONE_SENTENCE, text, re.IGNORECASE) else None


def most_of(text: str) -> tuple[int, int]:
    """The most words and the most letters that are asked for; 0 where they are not limited."""
    match = _MOST.search(text)
    if match is None:
        return 0, 0
    letters = match["letters"] or match["zh"] or (match["en"] if (match["what"] or "").lower() == "characters" else "")
    words = match["words"] or match["en2"] or (match["en"] if not letters else "")
    return int(words or 0), int(letters or 0)


def schema_of(response_format: Any, asked: str, told: str) -> dict[str, Any] | None:
    if isinstance(response_format, dict):
        if response_format.get("type") == "json_object":
            return _named_keys(f"{told}\n{asked}")
        if response_format.get("type") == "json_schema":
            wanted = resolved(response_format.get("json_schema", {}).get("schema") or {})
            return wanted.get("properties") or {}
    if (_JSON.search(asked) or _JSON.search(told)) and not re.search(_SAVED, asked, re.IGNORECASE):
        return _named_keys(f"{told}\n{asked}")
    return None


def _named_keys(text: str) -> dict[str, Any]:
    """The properties that words ask for: “with keys answer and unit”; none where they name none."""
    match = _KEYS.search(text)
    names = re.findall(r"[A-Za-z_가-힣]\w*", (match["en"] or match["ko"] or "") if match else "")
    return {
        name: {} for name in names if name.lower() not in {"and", "or", "the", "와", "과", "로", "only", "with", "to"}
    }


def found_in(patterns: list[str], text: str, group: str) -> str:
    """What the first pattern that fits holds in the group of that name (or in `text2`, `text3` …); empty for none."""
    for pattern in patterns:
        match = re.search(pattern, text)
        if match:
            found = (value for name, value in match.groupdict().items() if name.startswith(group) and value)
            return next(found, "").strip()
    return ""
