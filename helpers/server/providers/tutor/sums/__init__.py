"""Questions that have a number for an answer. Each module knows one family; the best reading wins."""

import re
from datetime import date
from fractions import Fraction
from functools import lru_cache

from ..plan import Unanswerable
from ..quantities import quantities
from ..skill import Language
from . import (
    ages,
    averages,
    balances,
    break_even,
    calendar_sums,
    clock_sums,
    compared,
    complements,
    conversions,
    crews,
    equations,
    exchange,
    expressions,
    fees,
    fits,
    geometry,
    growth,
    heads_and_legs,
    interest,
    legs,
    linear,
    mixtures,
    money_sums,
    paces,
    parts,
    per_unit,
    percent_pairs,
    percents,
    prices,
    ranges,
    ratios,
    relations,
    riddles,
    series,
    shares,
    speeds,
    steady,
    stories,
    systems,
    together,
    totals,
    unit_price,
    weekdays,
    whole_numbers,
    work_rates,
)
from .question import Question, Reading, Recogniser
from .spelled import in_figures
from .unused import ignores_words, leaves_out, leaves_out_a_repeated

RECOGNISERS: tuple[Recogniser, ...] = (
    ranges.recognise,
    whole_numbers.recognise,
    equations.recognise,
    expressions.recognise,
    ratios.recognise,
    riddles.recognise,
    riddles.recognise_run,
    riddles.recognise_pair,
    interest.recognise,
    interest.recognise_growth,
    growth.recognise,
    compared.recognise,
    break_even.recognise,
    fees.recognise,
    fits.recognise,
    systems.recognise,
    heads_and_legs.recognise,
    prices.recognise,
    money_sums.recognise,
    series.recognise_bill,
    unit_price.recognise,
    averages.recognise,
    series.recognise,
    mixtures.recognise,
    shares.recognise,
    shares.recognise_rates,
    percent_pairs.recognise,
    percent_pairs.recognise_whole,
    complements.recognise,
    percents.recognise,
    parts.recognise,
    parts.recognise_off,
    parts.recognise_division,
    ages.recognise,
    calendar_sums.recognise,
    weekdays.recognise,
    clock_sums.recognise,
    speeds.recognise,
    legs.recognise,
    legs.recognise_cheaper,
    linear.recognise,
    exchange.recognise,
    exchange.recognise_map,
    conversions.recognise,
    conversions.recognise_told,
    geometry.recognise,
    paces.recognise,
    work_rates.recognise,
    crews.recognise,
    together.recognise,
    together.recognise_meeting,
    steady.recognise,
    relations.recognise,
    balances.recognise,
    totals.recognise,
    stories.recognise,
)

# These read the text as it is written, formula or clock, and know by themselves what they left out.
_WHOLE: tuple[Recogniser, ...] = (
    ranges.recognise,
    whole_numbers.recognise,
    equations.recognise,
    expressions.recognise,
    riddles.recognise,
    riddles.recognise_run,
    riddles.recognise_pair,
    clock_sums.recognise,
    relations.recognise,
    together.recognise,
    together.recognise_meeting,
)

# These multiply a price by a number, whatever its unit.
_PRICED: tuple[Recogniser, ...] = (unit_price.recognise, stories.recognise, series.recognise, series.recognise_bill)

# Beyond this a text is a document, not a sum.
_LONGEST = 600
# Requests on data and its pictures belong to other skills, whatever figures they hold.
_ABOUT_DATA = re.compile(
    r"그래프|차트|데이터|파일|엑셀|시트|인사이트|슬라이드|프레젠테이션|발표 자료|파워포인트|분석|"
    r"분기별|제품별|월별|연도별|지역별|시각화|이미지|그려|그림|요약|제목|"
    r"\bchart|\bplot|\bgraph|\bcsv\b|\bxlsx?\b|\bdata(?:set)?\b|\bfile\b|\bspreadsheet|\binsight|"
    r"\bslides?\b|\bpptx?\b|\bdeck\b|\bvisuali|\banaly[sz]|"
    r"\bimage|\bdraw\b|\bpicture|\bsummari|\bby (?:quarter|month|year|product|region)\b|"
    r"\bper (?:quarter|product|region)\b|"
    r"图表|数据|文件|表格|幻灯片|洞察|分析|画|图片|总结|折线图|柱状图|饼图",
    re.IGNORECASE,
)


_SURE = 0.85
# Pictures and files have their price too: “이미지 한 장이 0.08달러, 하루에 10장씩 30일이면 얼마?”.
_SOFT = r"이미지|그림|파일|데이터|\bimages?\b|\bpictures?\b|\bfiles?\b|\bdata\b|图片|数据|文件|画"
_COST = r"얼마|비용|요금|가격|\bcosts?\b|\bhow much\b|\bpay\b|多少钱"


def _asks_a_cost(text: str) -> bool:
    """True for the price of so many, told with three numbers at least, one of them money."""
    found = quantities(text)
    prices = [q for q in found if q.kind == "money"]
    rest = re.sub(_SOFT, " ", text, flags=re.IGNORECASE)
    return (
        len(prices) == 1
        and len(found) > 2
        and re.search(_COST, text, re.IGNORECASE) is not None
        and not _ABOUT_DATA.search(rest)
    )


def read(text: str, language: Language) -> Reading | None:
    """The reading that fits best, or None where the text asks for no sum."""
    return _read(text, language, date.today())


@lru_cache(maxsize=512)
def _read(text: str, language: Language, today: date) -> Reading | None:
    """Kept for the day, since a thread reads its earlier questions again at every turn, and some speak of today."""
    if len(text) > _LONGEST or not re.search(
        r"[\d일이삼사오육칠팔구십백천만두세네한열오늘하둘셋넷섯곱덟홉물른흔쉰순든一二三四五六七八九十百千两今]|[a-z]",
        text,
        re.I,
    ):
        return None
    best = _best(text.strip(), language)
    if best is None and (figures := in_figures(text.strip())) != text.strip():
        best = _best(figures, language)
    if best and _ABOUT_DATA.search(text) and not (best.fit >= _SURE and _asks_a_cost(text)):
        return Reading(min(best.fit, 0.2), best.plan, best.missing)
    return best


def _best(text: str, language: Language) -> Reading | None:
    question = Question(text, language)
    best: Reading | None = None
    whole = False
    for recognise in RECOGNISERS:
        try:
            reading = recognise(question)
            if reading and reading.plan:
                reading.plan.values()
                # Half a story understood gives a wrong number: better none.
                chosen = recognise in _WHOLE or reading.chooses
                if not chosen and (leaves_out(question, reading.plan) or ignores_words(question, reading.plan)):
                    continue
                if reading.chooses and leaves_out_a_repeated(question, reading.plan):
                    continue
                if recognise in _PRICED and per_unit.contradicts(question):
                    continue
        except (Unanswerable, RecursionError, OverflowError):
            continue
        if reading and (best is None or reading.fit > best.fit):
            best, whole = reading, recognise in _WHOLE
    return best if whole else _by_units(question, best)


def _by_units(question: Question, best: Reading | None) -> Reading | None:
    """The reading, unless the units of the numbers say that it joins them wrongly."""
    try:
        reading = per_unit.recognise(question)
        if reading is None or reading.plan is None or leaves_out(question, reading.plan):
            return best
        if ignores_words(question, reading.plan):
            return best
        right = reading.plan.values()["result"]
        # “2시간 30분” and 2.5 hours are the same.
        assert isinstance(right, Fraction)
        if best and best.plan and {right * 60, right, right / 60} & set(best.plan.values().values()):
            return best
    except (Unanswerable, RecursionError, OverflowError):
        return best
    return reading


__all__ = ["Question", "Reading", "read"]
