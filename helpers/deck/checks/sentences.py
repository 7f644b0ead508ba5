"""Takes a text apart: sentences and clauses, with the names, periods, numbers and directions that they hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from . import periods
from .periods import Period
from .truth import Name, Truth

_FILES = re.compile(
    r"[\w가-힣\-.()]+\.(?:csv|tsv|xlsx?|xlsm|jsonl?|txt|pptx|png|jpe?g|pdf|py)(?![A-Za-z0-9])|"
    r"https?://\S+|\S+@\S+\.\w+",
    re.I,
)
# Numbers that count nothing: numbered points, pages, models, formulas, spans of time to come.
_NOT_DATA = re.compile(
    r"^\s*\d{1,2}[.)]\s|\d+\s*번(?!째)|\d+\s*(?:위(?![험기치원])|등(?![급])(?=[을은는이가에으, ]|입))"
    r"|\b(?:number|no\.|step|page|slide|phase|option|figure|table)\s*\d+\b|#\d+"
    r"|제\s?\d+(?=[\s장절호차])|\(\d+/\d+\)|[①-⑳]|DALL\W?E\s*\d|\b(?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug"
    r"|Sep|Oct|Nov|Dec)[A-Za-z]{2,}-\d[\w.]*|\bv\d[\d.]*|\d+\s*-\s*period\b"
    r"|[×x*]\s*100\b|[−-]\s*1\s*(?=[),])|\bmean of \d\d\b|/\s*\d+\s*-\s*1\b"
    r"|(?:다음|앞으로|향후|next|within|coming|in the next|未来)\s*\d+\s*(?:일|주|개월|달|분기|년|days?"
    r"|weeks?|months?|quarters?|years?|个月)?"
    r"|\d+\s*(?:일|주|개월|달|분기|년|days?|weeks?|months?|quarters?|years?)\s*(?:안에|이내|뒤|후|연속"
    r"|내내|동안|in a row|running)"
    r"|\d+(?:\.\d+)?\s*(?:pt|px|인치|inch(?:es)?|dpi)\b|\d+\s*(?:slides?|장짜리|쪽)\b|\d{1,2}:\d{2}",
    re.I,
)
_SIGN = r"(?:(?<![^\s(\[（:：~|,])[+\-–±]|[−+])?"
_UNIT = (
    r"(?P<points>\s*(?:%\s?[pP]\b|%\s?포인트|퍼센트\s?포인트|percentage points?|points?\b|pp\b|个百分点))"
    r"|(?P<percent>\s*(?:%|％|퍼센트|percent\b))"
    r"|(?P<times>\s*(?:배(?![가-힣]*송)|times\b|-?fold\b|倍|x(?![A-Za-z])|×(?!\s*\d)))"
    r"|(?P<scale>\s?(?:조|천억|백억|억|천만|백만|만|천(?![가-힣]{2})|trillion|billion|million|thousand"
    r"|bn\b|[KMB](?![A-Za-z])|万|亿))"
)
_NUMBER = re.compile(
    rf"(?<![A-Za-z0-9.,_])(?P<sign>{_SIGN})[$€£₩¥]?(?P<whole>\d{{1,3}}(?:,\d{{3}})+|\d+)(?P<part>\.\d+)?(?:{_UNIT})?"
    r"(?![\d])"
)
_SCALES = {
    "조": 1e12, "천억": 1e11, "백억": 1e10, "억": 1e8, "천만": 1e7, "백만": 1e6, "만": 1e4, "천": 1e3, "trillion": 1e12,
    "billion": 1e9, "million": 1e6, "thousand": 1e3, "bn": 1e9, "k": 1e3, "m": 1e6, "b": 1e9, "万": 1e4, "亿": 1e8,
}  # fmt: skip
_ABOUT = re.compile(r"(약|대략|거의|about|around|roughly|nearly|almost|approximately|近|约)\s*$", re.I)
_LEAST = re.compile(r"(over|more than|at least|超过)\s*$", re.I)
_LEAST_AFTER = re.compile(r"^\s*(여|이상|넘|가 넘|을 넘)", re.I)
_ABOUT_AFTER = re.compile(r"^\s*(남짓|가까이|정도|쯤)")
_MULTIPLES = {
    "두 배": 2.0, "세 배": 3.0, "네 배": 4.0, "다섯 배": 5.0, "doubled": 2.0, "tripled": 3.0, "quadrupled": 4.0,
    "twice": 2.0, "halved": 0.5,
}  # fmt: skip
_ENDS = re.compile(r"(?<=[.!?。！？])(?=\s|$)|(?<=[。！？])|\n")
_CLAUSES = re.compile(
    r"(?<=[,;，；])\s+|(?<=[，；])|(?<=뒤 )|(?<=고 )(?=\S)|(?<=지만 )|(?<=으나 )|(?<=므로 )|(?<=며 )|(?<=반면 )"
    r"|\s(?=(?:but|while|whereas|then)\s)"
)
_RISE = (
    r"늘었|늘어(?![나난]지)|늘며|늘고|증가|상승|올랐|올라|오르|오른|성장|커졌|커지|확대|뛰었|급증|반등"
    r"|높아졌|높아지|회복|개선|플러스로"
    r"|grew|grown|rose|risen|increas\w*|climb\w*|(?<!make )(?<!makes )(?<!made )\bup\b|gain(?:s|ed)?\b"
    r"|grow(?:s|th)?\b|expand\w*"
    r"|surg\w+|jump\w*|rebound\w*"
    r"|recover\w*|\bmore than in\b|rise[sn]?\b|rising|增长|上升|增加|回升|扩大|提高"
)
_FALL = (
    r"줄었|줄어|줄며|줄고|감소|하락|내렸|내려|내리|떨어졌|떨어지|작아졌|작아지|축소|위축|급감|낮아졌"
    r"|낮아지|꺾였|꺾여|부진|악화|마이너스로"
    r"|fell|fallen|falls?\b|falling|declin\w*|decreas\w*|dropp?\w*|\bdown\b|shrank|shrunk|shrink\w*"
    r"|contract(?:ed|ing)\b"
    r"|slump\w*|\bless than in\b|lost\b|下降|下跌|减少|回落|缩小|降低"
)
_DIRECTION = re.compile(f"(?P<rise>{_RISE})|(?P<fall>{_FALL})", re.I)
# Plans, questions, causes and denials say nothing of what the data show.
_NO_CLAIM = re.compile(
    r"원인|검토|점검|지켜|목표|전망|예상|기대|계획|전략|방안|위해|위한|시키|하려|늘릴|줄일|늘리|줄이"
    r"|올릴|올리|높일|높이|키우|키울|않|아니"
    r"|없|말할 수|\?|？|\b(?:not|no|why|whether|should|could|would|will|may|might|must|plan|target|aim"
    r"|goal|if|to increase|to grow"
    r"|to reduce|examine|investigate|find out)\b|n't|不|未|是否|原因|计划|目标",
    re.I,
)
_TOTAL = re.compile(
    r"전체|전부|합계|총|모두|모든|합쳐|\b(?:total|overall|all|combined|whole|together|sum)\b|总|合计|全部|总体", re.I
)
_HIGH = (
    r"가장\s*(?:높|크|큰|큽|컸|많|좋|잘|빠르|빨리)\w*|최고|최대|최다|정점|1위|으뜸|highest|largest"
    r"|biggest|most\b|peak\w*|best\b|record\b|top\b|leads?\b|max(?:imum)?\b|最高|最大|最多|领先"
)
_LOW = (
    r"가장\s*(?:낮|작|적|나쁘|느리)\w*|최저|최소|바닥|꼴찌|lowest|smallest|fewest|least\b|worst\b"
    r"|bottom\b|weakest|\blast with\b|is last\b|trough|min(?:imum)?\b|最低|最小|最少|最后"
)
SUPERLATIVE = re.compile(f"(?P<high>{_HIGH})|(?P<low>{_LOW})", re.I)
_OVERTAKES = re.compile(r"앞질|추월|제치|제쳤|넘어서|넘어섰|역전|overt[ao]\w+|surpass\w*|passes\b|超过|反超", re.I)
_RELATIVE = re.compile(
    r"전년|지난해|전기|전월|전분기|작년|직전|previous|prior|last year|year on year|year-on-year|yoy"
    r"|year-over-year|上年|去年|同比|环比",
    re.I,
)


@dataclass(frozen=True)
class Number:
    """A number as it is written. `kind` is plain, percent, points or times; `sign` is 0 where none is written."""

    start: int
    end: int
    text: str
    value: float
    decimals: int
    kind: str
    sign: int = 0
    scale: float = 1.0
    is_rough: bool = False
    is_least: bool = False
    """True for "more than": the value may lie some way above."""


@dataclass
class Clause:
    """A part of a sentence; places are counted from the start of the sentence."""

    start: int
    end: int
    text: str
    names: list[tuple[int, Name]] = field(default_factory=list)
    periods: list[tuple[int, int, Period]] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    directions: list[tuple[int, int]] = field(default_factory=list)
    """Place and sign: +1 for a rise, −1 for a fall."""

    @property
    def says_total(self) -> bool:
        return bool(_TOTAL.search(self.text))

    @property
    def is_claim(self) -> bool:
        """False for plans, questions and denials."""
        return not _NO_CLAIM.search(self.text)


@dataclass
class Sentence:
    """One sentence with its clauses."""

    text: str
    clauses: list[Clause]

    @property
    def names(self) -> list[Name]:
        return list(dict.fromkeys(name for clause in self.clauses for _, name in clause.names))

    @property
    def periods(self) -> list[Period]:
        return list(dict.fromkeys(period for clause in self.clauses for _, _, period in clause.periods))

    @property
    def numbers(self) -> list[Number]:
        return [number for clause in self.clauses for number in clause.numbers]

    @property
    def says_total(self) -> bool:
        return any(clause.says_total for clause in self.clauses)

    @property
    def is_relative(self) -> bool:
        """True where it compares with the period before."""
        return bool(_RELATIVE.search(self.text))

    @property
    def overtakes(self) -> bool:
        return bool(_OVERTAKES.search(self.text))


class Reader:
    """Reads sentences with the names of the data in mind."""

    def __init__(self, truth: Truth | None) -> None:
        self._years = truth.years if truth else None
        self._names = {name.text.casefold(): name for name in truth.names} if truth else {}
        # Regular expressions of alternatives try the first that fits, so the longest names come first.
        parts = [_bounded(name.text) for name in truth.names] if truth else []
        self._pattern = re.compile("|".join(parts), re.I) if parts else None

    @lru_cache(maxsize=4096)  # noqa: B019  (a reader lives as long as one check)
    def read(self, text: str) -> tuple[Sentence, ...]:
        """The sentences of a paragraph."""
        return tuple(self._sentence(part) for part in _ENDS.split(" ".join(text.split(" "))) if part and part.strip())

    def _sentence(self, text: str) -> Sentence:
        text = text.replace("\u00a0", " ").strip()
        hidden = _blank(_FILES, text)
        names = []
        if self._pattern:
            for match in self._pattern.finditer(hidden):
                names.append((match.start(), self._names[" ".join(match[0].split()).casefold()]))
            hidden = _blank(self._pattern, hidden)
        hidden = _blank(_NOT_DATA, hidden)
        found = list(periods.in_text(hidden, self._years))
        for start, end, _ in found:
            hidden = hidden[:start] + "·" * (end - start) + hidden[end:]
        clauses = []
        for start, end in _spans(text, hidden):
            part = text[start:end]
            clause = Clause(start, end, part)
            clause.names = [(place, name) for place, name in names if start <= place < end]
            clause.periods = sorted(
                (item for item in found if start <= item[0] < end), key=lambda item: (item[0], item[1])
            )
            clause.numbers = list(_numbers(hidden, start, end))
            if clause.is_claim:
                clause.directions = [
                    (start + match.start(), 1 if match["rise"] else -1)
                    for match in _DIRECTION.finditer(hidden[start:end])
                ]
            clauses.append(clause)
        return Sentence(text, clauses)


def _bounded(name: str) -> str:
    """The name as a pattern; Latin letters and digits at its ends must not go on, East Asian ones may."""
    pattern = r"\s+".join(re.escape(part) for part in name.split())
    if len(name) == 1 and not name.isascii():
        return rf"(?<![\w]){pattern}(?![\w])"
    before = r"(?<![A-Za-z0-9])" if re.match(r"[A-Za-z0-9]", name) else ""
    after = r"(?![A-Za-z0-9])" if re.search(r"[A-Za-z0-9]$", name) else ""
    return before + pattern + after


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """The text with all matches blotted out, places unchanged."""
    return pattern.sub(lambda match: "·" * len(match[0]), text)


def _spans(text: str, hidden: str) -> Iterator[tuple[int, int]]:
    """The clauses' places. Names and periods, blotted out in `hidden`, are never cut."""
    start = 0
    for match in _CLAUSES.finditer(hidden):
        if match.end() > start and text[start : match.end()].strip():
            yield start, match.end()
            start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _numbers(hidden: str, start: int, end: int) -> Iterator[Number]:
    for match in _NUMBER.finditer(hidden, start, end):
        kind = next((name for name in ("points", "percent", "times") if match[name]), "plain")
        scale = _SCALES.get((match["scale"] or "").strip().casefold(), 1.0)
        sign = {"": 0, "+": 1, "±": 0}.get(match["sign"].strip(), -1)
        value = float(match["whole"].replace(",", "") + (match["part"] or ""))
        rough = bool(_ABOUT.search(hidden[start : match.start()]) or _ABOUT_AFTER.match(hidden[match.end() : end]))
        least = bool(_LEAST.search(hidden[start : match.start()]) or _LEAST_AFTER.match(hidden[match.end() : end]))
        digits = len(match["part"] or ".") - 1
        yield Number(match.start(), match.end(), match[0].strip(), value, digits, kind, sign, scale, rough, least)
    for word, value in _MULTIPLES.items():
        for match in re.finditer(re.escape(word), hidden[start:end], re.I):
            least = bool(_LEAST.search(hidden[start : start + match.start()]))
            place, end_place = start + match.start(), start + match.end()
            yield Number(place, end_place, word, value, 1, "times", is_rough=True, is_least=least)
