"""The words of price questions: what a percentage is for, and what is asked for."""

import re
from typing import Literal

from ..quantities import Quantity
from .question import Question

Role = Literal["markup", "margin", "discount", "tax", "tip", "fee", "rise", "fall", "withheld"]

_ROLE_WORDS: list[tuple[Role, str]] = [
    (
        "margin",
        r"마진율|이익률|이윤율|판매가(?:의|\s?기준)|margin on (?:the )?(?:selling )?(?:price|sales)|"
        r"gross margin|profit margin|"
        r"毛利率|利润率",
    ),
    (
        "discount",
        r"할인|세일|깎|저렴|(?<!비)싸게|(?<!비)싼|디스카운트|\bDC\b|\boff\b|discount|\bon sale\b|reduced|cheaper|"
        r"mark(?:ed)? ?down|打折|优惠|折|降价|便宜",
    ),
    ("tax", r"부가세|부가가치세|\bVAT\b|세금|세율|\btax(?:ed)?\b|\bGST\b|增值税|税"),
    ("tip", r"\btip\b|gratuity|팁|봉사료|service charge|小费|服务费"),
    ("fee", r"수수료|commission|\bfees?\b|手续费|佣金"),
    (
        "markup",
        r"마진|마크업|이윤|이익|붙이|붙여|얹|남기|남게|남도록|markup|mark(?:s|ed|ing)?[ -]?(?:it |them )?up|\bmargin\b|"
        r"\bprofit\b|加价|加成|利润|赚",
    ),
    ("fall", r"인하|내리|내려|감소|줄|떨어|decreas|reduc|\bdrop|\bfall|\bfell|\bless\b|\blower|下降|减少|降低|下跌"),
    (
        "rise",
        r"인상|오르|올라|올리|올려|증가|늘|더하|더해|추가|비싸|비싼|increas|\brais|\brise|\brose|\bgrew|\bgrow|"
        r"\bmore\b|\bhigher|上涨|增加|提高|增长|涨",
    ),
]
UPWARD = {"markup", "tax", "tip", "rise"}
LABELS: dict[Role, tuple[str, str, str]] = {
    "markup": ("마진", "markup", "加价"),
    "margin": ("마진율", "margin", "利润率"),
    "discount": ("할인", "discount", "折扣"),
    "tax": ("세금", "tax", "税"),
    "tip": ("팁", "tip", "小费"),
    "fee": ("수수료", "fee", "手续费"),
    "rise": ("인상", "increase", "上涨"),
    "fall": ("인하", "decrease", "下降"),
    "withheld": ("세금", "tax", "税"),
}
PRICE_WORDS = (
    r"원가|가격|판매가|정가|매입|단가|값|마진|마크업|할인|부가세|세일|이윤|이익|수수료|짜리|얼마에|팔|"
    r"사서|샀|구입|매출|월급|연봉|시급|요금|비용|예산|"
    r"\bcosts?\b|\bprices?d?\b|markup|mark up|marked up|margin|discount|\boff\b|\btax\b|\btip\b|"
    r"\bVAT\b|\bsells?\b|\bsold\b|\bbuys?\b|\bbought\b|"
    r"wholesale|retail|\bprofit\b|\bsale\b|salary|commission|\bbill\b|\bfee\b|"
    r"进价|成本|售价|加价|利润|打折|折|原价|优惠|价格|税|卖|买|定价|工资"
)
COST = (
    r"원가|매입가|매입|사서|사 와|샀|구입|들여|제조|\bcosts?\b|\bwholesale\b|\bbuys?\b|\bbought\b|\bpaid\b|进价|成本|买"
)
SOLD = r"판매가|팔|판매|정가|\bsells?\b|\bsold\b|\bselling\b|\bretail\b|\bpriced?\b|售价|卖"


def near(question: Question, quantity: Quantity, pattern: str, reach: int = 14) -> bool:
    stretch = question.text[max(0, quantity.start - reach) : quantity.end + reach]
    return re.search(pattern, stretch, re.IGNORECASE) is not None


def role_of(question: Question, rate: Quantity) -> Role | None:
    """What a percentage is for: the keyword that stands closest, those after it counting as closer."""
    if rate.label == "折":
        return "discount"
    others = [q for q in question.quantities if q is not rate]
    begin = max((q.end for q in others if q.end <= rate.start), default=0)
    end = min((q.start for q in others if q.start >= rate.end), default=len(question.text))
    before, after = question.text[begin : rate.start], question.text[rate.end : end]
    # “先涨价 10% 再降价”: what comes next belongs to the next percentage, where this one has its word already.
    if any(re.search(pattern, before, re.IGNORECASE) for _, pattern in _ROLE_WORDS):
        after = re.split(r"[,，;；]|再|然后|\bthen\b", after)[0]
    best: tuple[float, Role] | None = None
    for role, pattern in _ROLE_WORDS:
        for match in re.finditer(pattern, after, re.IGNORECASE):
            best = min(best or (99.0, role), (float(match.start()), role), key=lambda pair: pair[0])
        for match in re.finditer(pattern, before, re.IGNORECASE):
            distance = float(len(before) - match.end()) + 2.5
            best = min(best or (99.0, role), (distance, role), key=lambda pair: pair[0])
    if best is None:
        return None
    role = best[1]
    # “부가세 10%를 더하면” is about the tax; the verb only says which way it goes.
    if role in {"rise", "fall"}:
        named = [
            name for name, pattern in _ROLE_WORDS[2:5] if re.search(pattern, before[-8:] + after[:8], re.IGNORECASE)
        ]
        role = named[0] if named else role
    around = before[-12:] + rate.text + after
    kept = re.search(r"남기|남게|남도록", around) and re.search(r"마진|이윤|이익|수익", around)
    if role == "markup" and (
        kept
        or re.search(
            r"마진으로 남|of (?:the |its |their )?(?:selling price|price|revenue|sales|turnover)\b|매출의|销售额的",
            around,
            re.IGNORECASE,
        )
    ):
        return "margin"
    return role


def includes_tax(question: Question) -> bool:
    """True where the amount told holds its tax already."""
    return question.has(
        r"포함\s?(?:가격|금액|요금|총액|가)(?:이|가|으로)?\s?[\d₩]|포함(?:된|되|돼|한 (?:금액|가격)이|"
        r"해서? .{0,6}원(?:이|인)| \d)|공급가|\b(?:includ(?:es|ing|ed)|incl\.?|"
        r"inclusive)\b|含税|已含"
    ) and not question.has(
        r"포함하면|포함하여|포함한 (?:금액|가격)(?:은|을|는)|포함해(?:서)? (?:얼마|모두|총)|"
        r"including (?:tax|VAT)\?|(?:price|cost|total) including"
    )


def asked_part(question: Question) -> str:
    """The part of the question that asks, without what it tells first."""
    text = question.text
    last = re.split(r"[,，。;]|(?<=[다요])\. |\. |이고|이며|(?<=[면])\s|\bif\b|\bwith\b", text)
    return next(
        (
            part
            for part in reversed(last)
            if part.strip(" ?？.") and re.search(r"얼마|몇|what|how|多少|几|구해|알려|calculate|find", part, re.I)
        ),
        text,
    )


_PRICE = (
    r"판매가(?:격)?|할인가|판매 가격|총액|총 ?매출|(?:selling|sale|retail|new|final|discounted|reduced) price|"
    r"total (?:revenue|sales|price|amount|bill)|(?<!\w)prices?(?= (?:per|of each|for each|each))|售价|折后价|总价"
)
_ONE = (
    r"(?:개|송이|권|병|잔|장|대|벌|켤레|자루|마리|명|판|통|상자|박스|조각|그루|다발|세트)당|"
    r"한 (?:개|송이|권|병|잔|장|대|벌|켤레|자루|마리|판|통|상자|조각|다발)의?|하나의?|1개의?"
)
_ONE_AFTER = r"(?:\s(?:\w+\s)?(?:per\b|of each\b|for each\b|of one\b|of a\b|each\b|apiece\b))"


def asks_price(question: Question) -> bool:
    """True where the price is asked for, perhaps beside something else."""
    return re.search(_PRICE, asked_part(question), re.IGNORECASE) is not None


def asks_each(question: Question, words: str = _PRICE) -> bool:
    """True where the price (or what the words name) is asked for one piece: “송이당 판매가”, “price per rose”."""
    part = asked_part(question)
    return bool(
        re.search(rf"(?:{_ONE})\s?(?:{words})|(?:each|every)\s(?:\w+\s)?(?:{words})", part, re.IGNORECASE)
        or re.search(rf"(?:{words}){_ONE_AFTER}", part, re.IGNORECASE)
        or re.search(r"(?:单|每\w|一\w)的?(?:售价|利润)", part)
    )


def asks_part_too(question: Question) -> bool:
    """True for “What would a 20% tip be, and what is the total?”, “팁은 얼마고 총액은 얼마”: the part and the whole."""
    return question.has(
        r"\b(?:what|how much)\b[^.?!]{0,24}\b(?:tip|tax|VAT|fee)\b[^.?!]{0,20}(?:\?|,|\band\b).{0,24}\b(?:total|"
        r"in all)\b|"
        r"(?:팁|부가세|세금|수수료)(?:은|는|이|가)?\s?얼마[^?]{0,8}(?:고|며|,|\?).{0,12}(?:총|모두|합계|합쳐)|"
        r"(?:小费|税)是?多少[^?？]{0,4}[，,？?].{0,8}(?:总|一共)"
    )


PROFIT = r"순?이익|이윤|수익|profit|利润"


def wanted_of(question: Question) -> str:
    """What is asked for: price, profit, cut (discount amount), tax, original, rate."""
    asked = asked_part(question)
    for wanted, pattern in (
        (
            "rate",
            r"(?:what|find|calculate)\b.{0,25}\b(?:margin|markup)\b|몇\s?(?:%|퍼센트|프로)|(?:마진율|할인율|"
            r"수익률)(?:은|이|을)|"
            r"이익률은|(?:what|how many) per ?cent|"
            r"\bpercent(?:age)?\b|(?:discount|markup|margin|tax) rate|百分之几|折扣率|利润率是",
        ),
        (
            "cut",
            r"할인\s?(?:액|금액)|얼마(?:를|나)? (?:할인|절약|아)|절약|\bsav(?:e|ings?)\b|"
            r"amount of (?:the )?discount|discount amount|省|优惠多少|便宜多少",
        ),
        (
            "tax",
            r"(?:부가세|세금|세액|부가가치세|팁|수수료)(?:액)?(?:은|는|가|이|을|를)?\s?(?:얼마|\?|알려|구해)|"
            r"\b(?:tax|tip|VAT|commission) (?:on|for|from)\b|how much (?:is|was|in|of|should)?\b.{0,14}\b(?:tax|"
            r"VAT|tip|commission)\b|what is the (?:tax|tip|"
            r"VAT|commission)|"
            r"税是多少|税额|小费是",
        ),
        (
            "profit",
            r"(?:순?이익|이윤|수익|마진)(?:금|액)?(?:은|는|이|을|를)?\s*(?:총|모두|전부)?\s*(?:얼마|\?|은\?|"
            r"알려|구해|계산)|남나|남을까|남습니까|버나|벌|profit|make\b|earn|赚多少|利润是|利润多少|总利润",
        ),
        (
            "original",
            r"정가는|정가가|원래\s?가격|원래\s?금액|떼기 전|원래\s?값|원래 얼마|원가(?:는|가)\s?(?:얼마|\?)|"
            r"공급가(?:액)?(?:은|는|"
            r"이)?\s?(?:얼마|\?|알려)|할인 전|"
            r"세전|(?:what|how much|find|calculate)\W+(?:\w+\W+){0,4}?(?:original|list price|pre-tax|"
            r"price before|amount before|cost (?:price|to)|excluding)|what (?:was|is) (?:the|its) cost|"
            r"what did \w+(?: \w+)? (?:originally )?cost (?:me|us|before|originally)|"
            r"오르기 전|내리기 전|인상 전|인하 전|\bwhat was (?:it|the \w+)(?: \w+)? (?:before|originally)|"
            r"\bbefore the (?:increase|rise|discount|cut|sale|reduction|drop)|涨价前|降价前|"
            r"原价(?:是|为)?多少|原价[？?]|税前.{0,4}多少|(?:进价|成本)(?:是|为)?多少",
        ),
    ):
        if re.search(pattern, asked, re.IGNORECASE):
            return wanted
    return "price"


def belongs(question: Question, quantity: Quantity, pattern: str) -> bool:
    """True where a word of the pattern belongs to this amount: closer to it than to any other amount."""
    places = list(re.finditer(pattern, question.text, re.IGNORECASE))
    amounts = question.of("money")

    def gap(match: re.Match[str], amount: Quantity) -> int:
        return match.start() - amount.end if match.start() >= amount.end else amount.start - match.end() + 1

    return any(min(amounts, key=lambda amount: gap(match, amount)) is quantity for match in places)
