"""The few fixed words of a deck, by language; English where a language is not known."""

import re
from dataclasses import dataclass

TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_REGIONS = {"ko": "ko-KR", "en": "en-US", "zh": "zh-CN", "ja": "ja-JP"}


@dataclass(frozen=True)
class Wording:
    """Fixed labels. Those with braces are formats."""

    so_what: str
    ask: str
    numbers_from: str
    number_line: str
    rows: str
    chart_data: str
    table_data: str
    no_numbers: str
    unit: str
    picture: str
    line: str
    column: str
    stacked: str
    table: str
    series: str
    from_to: str
    last: str
    millions: str
    millions_of: str


_WORDINGS = {
    "ko": Wording(
        so_what="그래서:",
        ask="결정 요청",
        numbers_from="숫자가 나온 곳",
        number_line="{text}: {formula}",
        rows="행: {rows}",
        chart_data="차트의 값은 차트 안의 통합 문서에 있습니다(차트를 오른쪽 단추로 누르고 데이터 편집).",
        table_data="표의 숫자가 나온 곳: {origin}",
        no_numbers="이 슬라이드에는 데이터에서 계산한 숫자가 없습니다.",
        unit="단위: {unit}",
        picture="표지 그림: {title}",
        line="꺾은선 차트",
        column="막대 차트",
        stacked="누적 막대 차트",
        table="표: {title}",
        series="계열: {names}",
        from_to="{first}부터 {last}까지",
        last="마지막 값: {values}",
        millions="백만",
        millions_of="백만",
    ),
    "en": Wording(
        so_what="So what:",
        ask="Decision needed",
        numbers_from="Where each number comes from",
        number_line="{text}: {formula}",
        rows="rows: {rows}",
        chart_data="The chart's values are in the workbook inside it (right-click the chart, Edit Data).",
        table_data="Where the numbers of the table come from: {origin}",
        no_numbers="This slide holds no number computed from the data.",
        unit="Unit: {unit}",
        picture="Cover picture: {title}",
        line="Line chart",
        column="Column chart",
        stacked="Stacked column chart",
        table="Table: {title}",
        series="Series: {names}",
        from_to="{first} to {last}",
        last="Last values: {values}",
        millions="M",
        millions_of="million",
    ),
    "zh": Wording(
        so_what="因此：",
        ask="需要决定",
        numbers_from="数字的来源",
        number_line="{text}：{formula}",
        rows="行：{rows}",
        chart_data="图表的数值在图表内的工作簿中（右键单击图表，编辑数据）。",
        table_data="表中数字的来源：{origin}",
        no_numbers="本页没有由数据计算的数字。",
        unit="单位：{unit}",
        picture="封面图片：{title}",
        line="折线图",
        column="柱形图",
        stacked="堆积柱形图",
        table="表：{title}",
        series="系列：{names}",
        from_to="{first} 至 {last}",
        last="最后的值：{values}",
        millions="百万",
        millions_of="百万",
    ),
}


def wording(language: str) -> Wording:
    """The words for a language tag such as `ko` or `en-GB`."""
    return _WORDINGS.get(language.split("-")[0].lower(), _WORDINGS["en"])


def full_tag(language: str) -> str:
    """The tag with a region, as Office writes it: `ko` becomes `ko-KR`."""
    return _REGIONS.get(language.lower(), language)


def other_tag(language: str) -> str:
    """The language of the second script on a slide: English beside an East Asian language, Korean beside English."""
    return "en-US" if language.split("-")[0].lower() in ("ko", "zh", "ja") else "ko-KR"
