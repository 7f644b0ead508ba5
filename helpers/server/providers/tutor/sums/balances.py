"""A number that changes as a story goes on: some are there, some come, some go, a part of them, so many at a price.

Told clause by clause; each clause adds or takes away by its own verb. A clause that is not understood ends the reading.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from ..plan import Given, Step
from ..quantities import Quantity
from ..wording import with_unit
from .percents import show
from .phrases import Label, single
from .question import Question, Reading

_MORE = (
    r"더 (?:사|받|샀|넣|왔|오|주|얻|들어|태|심|만들|구매|채용)|샀|사면|사서|사고|사 왔|사왔|받았|받으면|받고|받아|얻|"
    r"들어왔|들어오|들어와|들어갔|왔|추가|늘|더했|더하|탔|타고|타면|합쳐|모았|벌|심었|입고|채용|생겼|낳|"
    r"\bbuys?\b|\bbought\b|\bgets? (?!off\b)|\bgot (?!off\b)|\breceiv|\bmore\b|\bfinds?\b|\bfound\b|\badds?\b|"
    r"\badded\b|"
    r"\bjoin|\bgains?\b|\bearn|\bcollects?|\bpicks?\b|\bpicked\b|\barriv|\bboard|\bcomes? in\b|\bcame\b|\bplant|\bhir|"
    r"买了?|得到|来了|增加|收到|上车|上来|赚|摘|又有"
)
_LESS = (
    r"먹|주었|줬|주면|주고|나눠 줬|팔았|팔면|팔고|팔려|잃|썼|쓰면|쓰고|사용|빼|뺐|남기고|떠났|내렸|내리면|내리고|"
    r"버렸|버리|"
    r"깨졌|깨지|줄었|터졌|날아|빌려|퇴사|나갔|나가|빠졌|빠져|출고|지출|기부|"
    r"\beats?\b|\bate\b|\bgives?\b|\bgave\b|\bsells?\b|\bsold\b|\bloses?\b|\blost\b|\bspends?\b|\bspent\b|\buses?\b|"
    r"\bused\b|\bremov|\bleaves?\b|\bleft\b|\bbreaks?\b|\bbroke\b|\bfl(?:y|ies|ew)\b|\btakes? away\b|\bdonat|\bpop|"
    r"\b(?:gets?|got) off\b|\bthrows?\b|\bthrew\b|\blends?\b|\blent\b|\bwent away\b|\bdied?\b|"
    r"吃|给了?|送|卖|丢|用了|用掉|花了?|飞走|走了|下车|借|扔|坏了"
)
# With money it is the other way round: whoever buys has less, whoever sells has more.
_PAYS = (
    r"샀|사면|사고|사서|구매|구입|썼|쓰고|쓰면|내고|냈|냅니다|낸다|내요|지불|지출|주고|줬|"
    r"\bbuys?\b|\bbought\b|\bpays?\b|\bpaid\b|\bspends?\b|\bspent\b|\bcosts?\b|\bgives?\b|\bgave\b|\bloses?\b|\blost\b|"
    r"\bdonat|买|花|付|交|给"
)
_EARNS = (
    r"벌|받|용돈|팔아|팔았|팔고|\bearn|\breceiv|\bgets?\b|\bgot\b|\bsells?\b|\bsold\b|\bfinds?\b|\bfound\b|"
    r"\bwins?\b|\bwon\b|赚|挣|收到|得到|卖"
)
_BEGINS = (
    r"있|가지고|들었|월급|연봉|수입|\bearns?\b|\bsalary\b|은 \d\S*(?:입니다|이다|예요)|는 \d\S*(?:입니다|이다|"
    r"예요)|(?:은|는) [\d,.]+ ?[만억천]* ?원(?:입니다|이다|이야|이에요|이고)?|\binto \d|들어 ?있|타고|처음|원래|"
    r"열렸|\bhad\b|\bhas\b|\bhave\b|\bthere (?:are|were|is|was)\b|"
    r"만들었|구웠|땄|\bmade\b|\bmakes\b|\bbaked\b|\bpicked\b|\bbought\b|做了|摘了|"
    r"\bstart(?:s|ed)?\b|\bbegins?\b|\bholds?\b|\bcontains?\b|\bwith\b|\bcarr(?:y|ies|ied)\b|有|原来|装"
)
_ASKS_END = (
    r"남|지금|현재|이제|가지고|있(?:나|습|을|어|는|죠)|몇 ?[가-힣]{1,2}(?:인가|일까|이|예요|야|입|죠|\?)|얼마|"
    r"\bleft\b|\bremain|\bnow\b|\bstill\b|\bhave\b|\bhas\b|\bare there\b|\bare (?:on|in)\b|\bend(?:s)? up\b|"
    r"剩|现在|还有|有多少|有几"
)
# What asks for something other than how many there are in the end.
_ASKS_ELSE = (
    r"\bhow (?:many|much) (?:more|fewer|less)\b|\b(?:did|does|do|was|were|can|could|should|must) (?!.*\b(?:have|left|"
    r"remain|end up)\b)|\beach\b.*\?|\bper\b|\baverage\b|더 (?:필요|사야|있어야)|차이|평균|씩 |몇 배|몇 번|"
    r"(?:먹은|준|판|산|쓴|받은|내린|탄)(?: \S+)? ?(?:것|건|수|개수)|平均|每|多几|少几"
)
_SHARE = re.compile(
    r"(?:\b(?P<en>half|(?:a|one) (?:third|quarter|fourth|fifth|tenth)|two[- ]thirds|three[- ]quarters)\b"
    r"(?= (?:of (?:them|it|the|his|her|its|their|all|these|those|what)|the (?:rest|remaining)|his|her|its|their|"
    r"and)\b|\W*$)"
    r"|(?P<down>\d+)분의 (?P<up>\d+)|(?P<up_slash>\d+)/(?P<down_slash>\d+)|(?P<ko>절반|반)(?=[을은이]|만|\s|$)|"
    r"(?P<zh>一半|[三四五]分之[一二三四]))",
    re.IGNORECASE,
)
_SHARES = {"half": "1/2", "third": "1/3", "quarter": "1/4", "fourth": "1/4", "fifth": "1/5", "tenth": "1/10"}
_SHARES |= {"thirds": "2/3", "quarters": "3/4"}
_HAN = "零一二三四五"
_CLAUSES = {
    "en": r"(?<=[.!?;])\s+|,\s+|\s+(?=(?:and|then|but)\s)",
    "ko": r"(?<=[.!?])\s+|,\s+|(?<=[가-힣]고)\s+|(?<=[아어여해워]서)\s+|(?<=며)\s+|(?<=는데)\s+|(?<=은데)\s+|"
    r"(?<=지만)\s+|(?<=다가)\s+",
    "zh": r"(?<=[。！？；，])(?!每|单价)|(?=又|再|然后)",
}
_EACH = r"\beach\b|\bat \$|\bapiece\b|\bof \d|\bwith \d|\bper\b|씩|짜리|각각|每|一[\u4e00-\u9fff]\s?\d"


@dataclass(frozen=True)
class _Event:
    """One change: so many (of so many each), or a share of what there is."""

    sign: str
    amounts: tuple[Quantity, ...]
    share: Fraction | None = None
    text: str = ""


def recognise(question: Question) -> Reading | None:
    """What a number comes to by the end of a small story, or None."""
    if not question.asks_or_ends or question.dates:
        return None
    clauses = _clauses(question)
    told = [clause for clause in clauses if not _is_question(clause[1])]
    asked = " ".join(text for _, text in clauses if _is_question(text))
    if not asked:
        told, asked = clauses, ""
    found = _events(question, told)
    if found is None:
        return None
    start, events = found
    if not events or any(_amounts(question, place, text) for place, text in clauses if _is_question(text)):
        return None
    if part := _last_part(asked, events):
        return _read(question, start, events, part)
    if _asks_of_another(question, asked, told) or not _asks_for_the_end(asked, events):
        return None
    return _read(question, start, events, "")


def _asks_for_the_end(asked: str, events: list[_Event]) -> bool:
    """True where the words ask how many there are after all of it; “in total” only where nothing went away."""
    grows = all(event.sign == "+" for event in events)
    if re.search(_ALL, asked, re.IGNORECASE) and not re.search(_NOW, asked, re.IGNORECASE):
        return grows
    ends = re.search(_ASKS_END, asked, re.IGNORECASE) and not re.search(_ASKS_ELSE, asked, re.IGNORECASE)
    return not asked or bool(ends)


_ALL = r"모두|전부|총|\bin (?:all|total)\b|\baltogether\b|\btotal\b|一共|总共"
_NOW = r"남|지금|현재|이제|있|\bnow\b|\bleft\b|\bhas\b|\bhave\b|\bare there\b|剩|现在|还"


def _asks_of_another(question: Question, asked: str, told: list[tuple[int, str]]) -> bool:
    """“He gives 3 to Ann. How many does Ann have?”: whoever is asked about is not whoever the story began with."""
    first = next((text for place, text in told if _amounts(question, place, text)), "")
    later = " ".join(text for _, text in told if text != first)
    named = re.findall(r"(?<=\s)[A-Z][a-z]+|\b(?:sister|brother|friend|mother|father)s?\b", asked)
    named += re.findall(r"(?:^|\s)([가-힣]{2,4})(?:은|는|이|가|에게는?|한테는?)\s", asked)
    return any(name in later and name not in first for name in named)


def _is_question(text: str) -> bool:
    return re.search(r"[?？]|\bhow (?:many|much)\b|몇 ?[가-힣]|얼마|多少|几[个本只]", text, re.IGNORECASE) is not None


def _clauses(question: Question) -> list[tuple[int, str]]:
    """Each clause with its place in the text."""
    found, begin = [], 0
    for cut in [*re.finditer(_CLAUSES[question.language], question.text), None]:
        end = cut.start() if cut else len(question.text)
        if text := question.text[begin:end]:
            found.append((begin, text))
        begin = cut.end() if cut and cut.end() > cut.start() else end
    return found


def _amounts(question: Question, place: int, text: str) -> list[Quantity]:
    """The numbers of a clause, without the “one” and the “first” that count nothing."""
    inside = [q for q in question.quantities if place <= q.start and q.end <= place + len(text)]
    return [q for q in inside if q.value != 1 or q.kind == "money"]


def _events(question: Question, told: list[tuple[int, str]]) -> tuple[tuple[Quantity, ...], list[_Event]] | None:
    start: tuple[Quantity, ...] = ()
    events: list[_Event] = []
    sign = ""
    waiting: list[tuple[Quantity, ...]] = []
    for place, text in told:
        amounts = _amounts(question, place, text)
        share = _SHARE.search(text)
        if share:
            amounts = [q for q in amounts if not share.start() <= q.start - place < share.end()]
        if not amounts and not share:
            continue
        rate = amounts[0] if len(amounts) == 1 and amounts[0].kind == "percent" else None
        if rate and start:
            if not re.search(_OF_IT, text, re.IGNORECASE) and (events or waiting):
                return None
            if not (re.search(_PAYS, text, re.I) or re.search(_LESS, text, re.I) or re.search(_KEEPS, text, re.I)):
                return None
            events.append(_Event("-", (), rate.value / 100, text))
            sign = "-"
            continue
        # “월급 250만 원 중 40%를 저축하고”: what there is, and the part that goes.
        if not start and len(amounts) == 2 and amounts[1].kind == "percent" and re.search(_KEEPS, text, re.IGNORECASE):
            start, sign = (amounts[0],), "-"
            events.append(_Event(sign, (), amounts[1].value / 100, text))
            continue
        if len(amounts) > 2 or (share and amounts) or (len(amounts) == 2 and not _is_lot(question, text, amounts)):
            return None
        if not start:
            if share or not re.search(_BEGINS, text, re.IGNORECASE):
                return None
            start = tuple(amounts)
            continue
        sign = (
            _sign(text, start[-1].kind == "money")
            or ("-" if share and re.search(_PUT, text) else "")
            or ("" if not re.match(r"\W*(?:and|그리고|和|又)", text) else sign)
        )
        if any(not _fits(question, amount, start) for amount in _priced(amounts, start)):
            return None
        # “숙박에 40만 원, 식비에 25만 원을 썼다”: Korean names the verb once, at the end.
        if not sign and question.language == "ko" and not share and text.rstrip()[-1:] not in {".", "고"}:
            waiting.append(tuple(amounts))
            continue
        if not sign:
            return None
        events += [_Event(sign, one, None, text) for one in waiting]
        waiting = []
        if share:
            if sign == "+":
                return None
            sign = "-"
            events.append(_Event(sign, (), _value(share), text))
        else:
            events.append(_Event(sign, tuple(amounts), None, text))
    return (start, events) if start and not waiting else None


_OF_IT = (
    r"(?:%|percent) of (?:all |the |them\b|it\b|his |her |its |their |what )|그\s?중|나머지의|남은 \S+의|其中|"
    r"剩下的|余下的"
)
_KEEPS = r"저축|저금|떼|공제|세금|\btax(?:es|ed)?\b|扣|税|\bsaves?\b|\bsaved\b|存"
_PUT = r"넣|담|꽂|심|\bputs?\b|\bplants?\b|放"


def _is_lot(question: Question, text: str, amounts: list[Quantity]) -> bool:
    return re.search(_EACH, text, re.IGNORECASE) is not None


def _priced(amounts: list[Quantity], start: tuple[Quantity, ...]) -> list[Quantity]:
    """The numbers of a clause that are of the story's own kind: of “3 books at $18” the price, where money is told."""
    if start[-1].kind != "money" or len(amounts) < 2:
        return amounts[-1:]
    return [amount for amount in amounts if amount.kind == "money"] or amounts


def _fits(question: Question, amount: Quantity, start: tuple[Quantity, ...]) -> bool:
    """True where both count the same: one unit, one counter, one English noun (or none, behind “15 more”)."""
    first = start[-1]
    if first.kind in {"count", "plain"} and amount.kind in {"count", "plain"}:
        if question.language != "en":
            return amount.label in {first.label, ""} or first.label == ""
        mine, theirs = (_noun(question, q) for q in (first, amount))
        return not theirs or mine == theirs or theirs in {"people", "on"}
    return amount.kind == first.kind and amount.unit == first.unit


def _noun(question: Question, quantity: Quantity) -> str:
    """The plural behind a figure, without its s; empty where a verb or “more” stands there."""
    found = re.match(r"\s(?!of\b)(?:[a-z]+\s)?([a-z]{2,}s|people|children|men|women)\b", question.text[quantity.end :])
    return re.sub(r"(?:es|s)$", "", found[1]) if found else ""


# Whoever the story is about is given something: “her mother gave her 8”, “친구가 3개를 주었다”, “妈妈又给了她8颗”.
_GIVEN = (
    r"\b(?:gives?|gave|hands?|handed|sends?|sent) (?:him|her|them|me|us) (?:\d|an?\b|another|some|[a-z]+ more)|"
    r"^(?!.*(?:에게|한테|께 )).*[가-힣](?:이|가|께서) .*(?:주었|주셨|줬|주면|주고)|[给送]了?[他她我]们?\s?(?:\d|"
    r"[一二三四五六七八九十两])"
)


def _sign(text: str, is_money: bool) -> str:
    if re.search(_GIVEN, text, re.IGNORECASE):
        return "+"
    plus, minus = (_EARNS, _PAYS) if is_money else (_MORE, _LESS)
    more, less = re.search(plus, text, re.IGNORECASE), re.search(minus, text, re.IGNORECASE)
    if more and less:
        # “더 샀” beside “주고”: which of two verbs counts cannot be told. “gave 3 more” gives.
        return "-" if re.fullmatch(r"more\b|또|又", more[0], re.IGNORECASE) else ""
    return "+" if more else "-" if less else ""


def _value(share: re.Match[str]) -> Fraction:
    if share["down"]:
        return Fraction(int(share["up"]), int(share["down"])) if int(share["down"]) else Fraction(0)
    if share["down_slash"]:
        return Fraction(int(share["up_slash"]), int(share["down_slash"]) or 1)
    if share["en"]:
        return Fraction(_SHARES[re.split(r"[ -]", share["en"].lower())[-1]])
    if share["zh"] and share["zh"] != "一半":
        down, up = (_HAN.index(share["zh"][i]) for i in (0, -1))
        return Fraction(up, down)
    return Fraction(1, 2)


def _last_part(asked: str, events: list[_Event]) -> str:
    """“절반을 상자에 넣었다. 상자에는 몇 개?”: the part that went there is asked for, not what is left."""
    put = re.search(r"([가-힣]+)에 (?:넣|담|꽂|주)", events[-1].text)
    return "part" if put and events[-1].share and re.search(rf"{put[1]}에", asked) else ""


def _read(question: Question, start: tuple[Quantity, ...], events: list[_Event], part: str) -> Reading | None:
    givens: list[Given] = []

    def term(name: str, amounts: tuple[Quantity, ...]) -> str:
        names = [name] if len(amounts) == 1 else [f"{name}_lots", f"{name}_each"]
        givens.extend(Given(n, q.value, q.text.strip()) for n, q in zip(names, amounts, strict=True))
        return " * ".join(names)

    expression = term("start", start)
    steps: list[Step] = []
    value = Fraction(1)
    for amount in start:
        value *= amount.value
    for place, event in enumerate(events, 1):
        if event.share is not None:
            givens.append(Given(f"share_{place}", event.share, event.text.strip()))
            if len(expression.split()) > 1:
                steps.append(Step(f"before_{place}", expression))
                expression = f"before_{place}"
            moved = f"{expression} * share_{place}"
            if part and place == len(events):
                expression = moved
                value *= event.share
                break
            expression = f"{expression} - {moved}"
            value -= value * event.share
        else:
            expression = f"{expression} {event.sign} {term(f'change_{place}', event.amounts)}"
            change = Fraction(1)
            for amount in event.amounts:
                change *= amount.value
            value += change if event.sign == "+" else -change
        # Less than nothing, or half a marble, is no story: something was misread.
        if value < 0 or (start[-1].kind in {"count", "plain"} and value.denominator != 1):
            return None
    steps.append(Step("result", expression))
    label: Label = ("결과", "the answer", "结果")
    if events[-1].sign == "-" and not part:
        label = ("남은 것", "the answer", "剩余")
    return Reading(0.84, single(question, givens, steps, label, _shown(question, start[-1])))


def _shown(question: Question, unit: Quantity) -> Callable[[Fraction], str]:
    noun = re.match(r"\s([a-z]+s)\b", question.text[unit.end :]) if question.language == "en" else None
    if unit.kind in {"count", "plain"} and noun:
        return lambda value: with_unit(value, noun[1], "en")
    return lambda value: show(question, unit, value)
