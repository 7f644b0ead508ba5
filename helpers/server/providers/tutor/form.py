"""The form of an answer: language, tone, length, JSON, how the reader wants to be addressed.

What the instructions and the question ask for is read here once, for every skill that answers in words.
"""

import re
from dataclasses import dataclass
from json import dumps
from typing import Any

from .plan import Answer, joined
from .skill import Language, Situation

_LANGUAGES: list[tuple[Language, str]] = [
    (
        "en",
        r"영어로(?:만)? ?(?:답|대답|말|응답|작성|설명|써)|\b(?:answer|reply|respond|speak|write|"
        r"talk)\w*(?: \w+){0,4} (?:in )?english\b|\bin english\b|\benglish only\b|\bonly english\b|"
        r"用英[语文]",
    ),
    (
        "ko",
        r"한국어로(?:만)? ?(?:답|대답|말|응답|작성|설명|써)|한글로 ?(?:답|대답|말|작성)|\b(?:answer|reply|"
        r"respond|speak|write|talk)\w*(?: \w+){0,4} (?:in )?korean\b|\bin korean\b|\bkorean only\b|"
        r"用韩[语文]",
    ),
    (
        "zh",
        r"중국어로(?:만)? ?(?:답|대답|말|응답|작성|설명|써)|\b(?:answer|reply|respond|speak|write|"
        r"talk)\w*(?: \w+){0,4} (?:in )?chinese\b|\bin chinese\b|\bchinese only\b|用中文",
    ),
]
_NUMBER_ONLY = (
    r"숫자만|값만|결과만|답만|금액만|\b(?:just|only) (?:with )?(?:the |a )?(?:number|figure|value|"
    r"result|final answer)|\bnumber only\b|"
    r"只(?:回答|给出?|要|说)?(?:数字|结果|答案)"
)
_ONE_SENTENCE = (
    r"한 ?문장|1문장|짧게|간단히|간단하게|간결|한 줄|한마디|\bone sentence\b|\bsingle sentence\b|"
    r"\bone line\b|\bbrief|\bconcise|\bshort(?:ly)?\b|"
    r"\bterse|一句话|简短|简洁|简单"
)
_TWO_SENTENCES = r"두 ?문장|2문장|\btwo sentences\b|两句话"
_ADDRESS = [
    r"\b(?:address|call) (?:the )?(?:user|customer|reader|me) (?:as |"
    r"by the name )?[\"“'‘]?(?P<name>(?:(?:Mr|Mrs|Ms|Dr)\. )?[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})",
    r"(?:사용자|고객|독자|저|나)(?:를|을)\s?['\"“‘]?(?P<name>[^\s'\"“”’]{1,12}?)['\"”’]?\s?(?:이라고|"
    r"라고|으로|로)\s?(?:부르|불러|호칭)",
    r"称呼(?:用户|我|客户)为[“\"']?(?P<name>[^\s”\"'，。]{1,12})",
]
_CLOSING = [
    r"(?:끝|마지막|마무리)에?(?:는|은)?\s?(?:항상|반드시|꼭)?\s?['\"“‘「](?P<text>[^'\"”’」]{1,40})['\"”’」]",
    r"\b(?:end|finish|close)\w*(?: \w+){0,4} with [\"“'‘](?P<text>[^\"”’]{1,60}?)[\"”'’](?=\W|$)",
]
_OPENING = [
    r"(?:답변을|답을|항상|먼저|첫 ?(?:머리|문장)에?(?:는)?|처음에?)\s?(?:항상|반드시|"
    r"꼭)?\s?['\"“‘「](?P<text>[^'\"”’」]{1,40})['\"”’」]\s?(?:으?로|라고)\s?시작",
    r"\b(?:start|begin|open)\w*(?: \w+){0,4} with [\"“'‘](?P<text>[^\"”’]{1,60}?)[\"”'’](?=\W|$)",
]
_CASUAL = r"반말|\bbanmal\b|편하게 말|친구처럼"


@dataclass(frozen=True)
class Form:
    """How to put an answer. `schema` is a JSON schema's `properties`, empty for a free object, None for plain text."""

    language: Language
    number_only: bool = False
    sentences: int | None = None
    schema: dict[str, Any] | None = None
    casual: bool = False
    address: str = ""
    opening: str = ""
    closing: str = ""

    @property
    def is_strict(self) -> bool:
        """True where nothing may stand beside the answer itself."""
        return self.number_only or self.schema is not None

    def text(self, text: str) -> str:
        """A text in this form."""
        if self.schema is not None:
            return self._json({"answer": text}, text)
        return self._dressed(self._cut(text))

    def aside(self, text: str) -> str:
        """A remark before the answer: in the reader's tone, without greeting or closing words."""
        return casual(text) if self.casual and self.language == "ko" else text

    def result(self, answer: Answer, remark: str = "") -> str:
        """The answer to a sum in this form; `remark` is added where there is room for it."""
        if self.schema is not None:
            figures = re.sub(r"[^\d.\-]", "", answer.value.split(" × ")[0])
            plain = re.fullmatch(r"\D{0,4}-?[\d,]+(?:\.\d+)?\D*", answer.value)
            number = None
            if plain and re.fullmatch(r"-?\d+(?:\.\d+)?", figures):
                number = (
                    float(figures) if "." in figures and not figures.endswith(".00") else int(figures.split(".")[0])
                )
            content = {"answer": answer.sentence, "value": number if number is not None else answer.value}
            if answer.working:
                content["working"] = answer.working
            return self._json(content, answer.sentence)
        if self.number_only:
            return answer.value
        return self._dressed(self._cut(joined(answer.text, remark)))

    def _cut(self, text: str) -> str:
        if self.sentences is None or ("\n" in text and self.sentences > 1):
            return text
        pieces = re.split(r"(?<=[다요야어까]\.)\s|(?<=[a-z)%\d]\.)\s(?=[A-Z])|(?<=[。！？!?])\s?(?=\S)", text)
        return " ".join(piece.strip() for piece in pieces[: self.sentences])

    def _dressed(self, text: str) -> str:
        if self.casual and self.language == "ko":
            text = casual(text)
        if self.address:
            if re.match(r"(?:The|Hello|It|You|Your|This|In|From|Goodbye|First|So)\b", text):
                text = text[0].lower() + text[1:]
            text = f"{self.address}{'，' if self.language == 'zh' else ', '}{text}"
        parts = [self.opening, text, self.closing]
        return " ".join(part for part in parts if part)

    def _json(self, content: dict[str, Any], sentence: str) -> str:
        if self.schema:
            content = {name: _filled(name, shape, content, sentence) for name, shape in self.schema.items()}
        return dumps(content, ensure_ascii=False)


def _filled(name: str, shape: Any, content: dict[str, Any], sentence: str) -> Any:
    kind = shape.get("type") if isinstance(shape, dict) else None
    kinds = kind if isinstance(kind, list) else [kind]
    value = content.get("value")
    if "enum" in (shape if isinstance(shape, dict) else {}):
        return shape["enum"][0]
    if "number" in kinds and isinstance(value, int | float):
        return value
    if "integer" in kinds and isinstance(value, int | float):
        return round(value)
    if "string" in kinds or kind is None:
        if re.search(r"work|explan|reason|step|formula|calc|과정|풀이|식", name, re.IGNORECASE):
            return content.get("working", sentence)
        return content.get(name, sentence) if isinstance(content.get(name, sentence), str) else str(content[name])
    if "array" in kinds:
        return [sentence]
    if "boolean" in kinds:
        return value is not None
    if "object" in kinds:
        inner = shape.get("properties", {})
        return {key: _filled(key, part, content, sentence) for key, part in inner.items()}
    return None if "null" in kinds else 0


def form_of(situation: Situation) -> Form:
    """The form that instructions, question and response format ask for. The question has the last word."""
    request = situation.request
    asked, told = situation.question, request.instructions
    language = _language(asked) or _language(told) or situation.language
    schema: dict[str, Any] | None = None
    if isinstance(request.response_format, dict):
        if request.response_format.get("type") == "json_object":
            schema = {}
        elif request.response_format.get("type") == "json_schema":
            wanted = request.response_format.get("json_schema", {}).get("schema") or {}
            schema = wanted.get("properties") or {}
    both = f"{told}\n{asked}"
    sentences = 1 if re.search(_ONE_SENTENCE, both, re.IGNORECASE) else None
    if re.search(_TWO_SENTENCES, both, re.IGNORECASE):
        sentences = 2
    return Form(
        language=language,
        number_only=re.search(_NUMBER_ONLY, both, re.IGNORECASE) is not None,
        sentences=sentences,
        schema=schema,
        casual=re.search(_CASUAL, both) is not None and not re.search(r"반말(?:은|을)? ?(?:쓰지|하지|금지)", both),
        address=_found(_ADDRESS, told, "name"),
        opening=_found(_OPENING, told, "text"),
        closing=_found(_CLOSING, told, "text"),
    )


def _language(text: str) -> Language | None:
    places = [
        (match.end(), language)
        for language, pattern in _LANGUAGES
        for match in re.finditer(pattern, text, re.IGNORECASE)
    ]
    return max(places)[1] if places else None


def _found(patterns: list[str], text: str, group: str) -> str:
    for pattern in patterns:
        match = re.search(pattern, text)
        if match:
            return match[group].strip().rstrip(".")
    return ""


_CASUAL_ENDINGS = [
    ("안녕하세요", "안녕"),
    ("안녕히 가세요", "잘 가"),
    ("천만에요", "천만에"),
    ("도와드릴까요", "도와줄까"),
    ("물어보세요", "물어봐"),
    ("물어봐 주세요", "물어봐 줘"),
    ("주세요", "줘"),
    ("말씀하셨습니다", "말했어"),
    ("하셨습니다", "했어"),
    ("않으셨습니다", "않았어"),
    ("말씀해", "말해"),
    ("인가요", "이야"),
    ("하겠습니다", "할게"),
    ("두겠습니다", "둘게"),
    ("답합니다", "답해"),
    ("나눕니다", "나눠"),
    ("아닙니다", "아니야"),
    ("쓰입니다", "쓰여"),
    ("놓입니다", "놓여"),
    ("잇습니다", "이어"),
    ("멈춥니다", "멈춰"),
    ("건넵니다", "건네"),
    ("일어납니다", "일어나"),
    ("씁니다", "써"),
    ("됩니다", "돼"),
    ("바뀝니다", "바뀌어"),
    ("가집니다", "가져"),
    ("적힙니다", "적혀"),
    ("생깁니다", "생겨"),
    ("가리킵니다", "가리켜"),
    ("돌아옵니다", "돌아와"),
    ("옵니다", "와"),
    ("냅니다", "내"),
    ("봅니다", "봐"),
    ("담깁니다", "담겨"),
    ("집니다", "져"),
    ("줍니다", "줘"),
    ("합니다", "해"),
    ("저는", "나는"),
    ("제가", "내가"),
]


def casual(text: str) -> str:
    """The polite endings that the tutor uses, turned into 반말. What is quoted stays as it is."""
    parts = re.split("(“[^”]*”)", text)
    return "".join(part if part.startswith("“") else _casual(part) for part in parts)


def _casual(text: str) -> str:
    text = re.sub(r"(\S)입니다", lambda match: match[1] + ("야" if _open_end(match[1]) else "이야"), text)
    for polite, plain in _CASUAL_ENDINGS:
        text = text.replace(polite, plain)
    return re.sub(r"([가-힣])습니다", lambda match: match[1] + ("아" if _is_bright(match[1]) else "어"), text)


def _is_bright(syllable: str) -> bool:
    """A vowel ㅏ or ㅗ takes 아 after it (받아), except in the past (했어, 받았어), which ends in ㅆ."""
    vowel, final = divmod(ord(syllable) - ord("가"), 28)
    return vowel % 21 in {0, 8} and final != 20


def _open_end(letter: str) -> bool:
    if "가" <= letter <= "힣":
        return (ord(letter) - ord("가")) % 28 == 0
    return letter in "24579%)"
