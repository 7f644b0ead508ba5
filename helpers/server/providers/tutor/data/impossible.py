"""What cannot be answered from a table as it was asked, said plainly before anything is computed in its place."""

import re

from ..skill import Language
from .forecast import asked_grain_ahead
from .names import core_name
from .periods import GRAIN_NAMES, GRAINS
from .tables import Table
from .unknown_names import Unknown, unknown_name
from .what_if import cannot_suppose
from .wishes import wish_in
from .words import with_particle

_MOST_NAMES = 12
_NO_SUCH = (
    r"(?<![\d.~–-])(\d{1,3})\s?월(?!세|급|드)(?!별)",
    r"(?<![\d.])(\d{1,2})\s?月(?!份?以)",
)
_NO_SUCH_QUARTER = r"(?<![\d.])([05-9])\s?(?:사)?분기|\bQ([05-9])\b|第([05-9五六七八九])季度"


def refusal(text: str, table: Table, language: Language) -> str:
    """Why a question cannot be answered, with what there is instead; empty where it can."""
    if period := _no_such_period(text):
        return {
            "ko": f"{with_particle(period, '은는')} 없는 기간입니다. 달은 1월부터 12월까지, 분기는 1분기부터 "
            "4분기까지 있습니다. 기간을 고쳐 다시 물어봐 주세요.",
            "en": f"There is no “{period}”: months run from 1 to 12 and quarters from 1 to 4. "
            "Please ask again with another period.",
            "zh": f"不存在“{period}”：月份为1至12月，季度为1至4季度。请更正后再问。",
        }[language]
    if grain := _too_fine_a_forecast(text, table):
        return _no_forecast(grain, table, language)
    wish = wish_in(text)
    numbers = table.series or table.measures
    if (wish.operation == "correlation" or wish.chart == "scatter") and len(numbers) == 1:
        name = core_name(numbers[0])
        return {
            "ko": f"상관이나 산점도에는 숫자 열이 두 개 있어야 하는데, 이 표에는 {name} 하나뿐입니다.",
            "en": f"A correlation or scatter plot takes two columns of numbers, and this table has only {name}.",
            "zh": f"相关分析或散点图需要两个数值列，而此表只有{name}。",
        }[language]
    if no := cannot_suppose(text, table, language):
        return no
    unknown = unknown_name(text, table)
    return _no_such_name(unknown, table, language) if unknown else ""


def _no_such_period(text: str) -> str:
    """ "13월", "5분기", "2024-13": a month or quarter that no calendar has; empty for none."""
    for pattern in _NO_SUCH:
        for found in re.finditer(pattern, text):
            if not 1 <= int(found[1]) <= 12:
                return found[0].strip()
    if quarter := re.search(_NO_SUCH_QUARTER, text, re.I):
        return quarter[0].strip()
    written = re.search(r"(?<![\d-])(?:19|20)(\d{2})[-/.](1[3-9]|[2-9]\d)(?![\d/.-])", text)
    # 2023-24 is a season, and 2020-25 a span of years.
    return written[0] if written and int(written[2]) <= int(written[1]) else ""


def _too_fine_a_forecast(text: str, table: Table) -> str:
    """The grain of "next month" where the table holds only quarters or years; empty where it can be had."""
    if wish_in(text).operation != "forecast" or not table.periods or table.periods.kind == "label":
        return ""
    ahead = asked_grain_ahead(text) or ""
    finest = table.periods.grains()[0]
    return ahead if ahead and GRAINS.index(ahead) < GRAINS.index(finest) else ""


def _no_forecast(grain: str, table: Table, language: Language) -> str:
    assert table.periods
    names = GRAIN_NAMES[language]
    wanted, had = names[grain], names[table.periods.grains()[0]]
    return {
        "ko": f"이 표에서 가장 잘게 나뉜 기간은 {had}라서 {wanted} 단위로는 예측할 수 없습니다. "
        f"“다음 {had}를 예측해 줘”처럼 물어보시면 직선 추세로 셈해 드립니다.",
        "en": f"The finest period in this table is the {had}, so I cannot forecast by {wanted}. "
        f"Ask for the next {had} and I will draw out a straight trend.",
        "zh": f"此表最细的时间单位是{had}，无法按{wanted}预测。可以让我预测下一个{had}。",
    }[language]


def _no_such_name(unknown: Unknown, table: Table, language: Language) -> str:
    word = unknown.word
    groups = [unknown.group] if unknown.group else list(table.groups[:3])
    there = "; ".join(f"{core_name(group)}: {_names(group, table)}" for group in groups)
    if not unknown.group:
        measures = ", ".join(core_name(name) for name in (table.series or table.measures)[:8])
        there += {"ko": f"; 숫자: {measures}", "en": f"; numbers: {measures}", "zh": f"；数值：{measures}"}[language]
    where = core_name(unknown.group)
    return {
        "ko": f"이 파일에는 “{word}”에 해당하는 값이 없어서 답할 수 없습니다. 들어 있는 이름은 이렇습니다. {there}",
        "en": f"The file has no “{word}”{f' in {where}' if where else ''}, so I cannot answer that. It holds {there}.",
        "zh": f"文件中没有“{word}”，无法回答。已有的名称：{there}。",
    }[language]


def _names(group: str, table: Table) -> str:
    values = table.values(group)
    return ", ".join(values[:_MOST_NAMES]) + (" …" if len(values) > _MOST_NAMES else "")
