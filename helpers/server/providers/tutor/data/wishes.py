"""What a sentence asks for, as far as it can be told without a table: the kind of chart, the grain, the operation."""

import re
from dataclasses import dataclass
from functools import lru_cache

_CHARTS = {
    "histogram": r"히스토그램|histogram|直方图",
    "scatter": r"산점도|산포도|scatter|散点图",
    "heatmap": r"히트\s?맵|열지도|heat\s?map|热力图",
    "pie": r"원\s?그래프|원형\s?(그래프|차트)|파이(?!썬)|도넛|\bpie\b|donut|doughnut|饼图",
    "stacked": r"누적\s?(막대|세로|바)|쌓은|쌓아|stack|堆叠|堆积",
    "area": r"영역\s?(그래프|차트)|면적\s?(그래프|차트)|\barea (chart|plot|graph)|\bstacked area\b|누적\s?영역|面积图",
    "bar": r"막대|바\s?차트|\bbar\b|\bbars\b|column chart|柱状图|条形图",
    "line": r"선\s?그래프|꺾은\s?선|선\s?차트|(?<!온)(?<!프)라인|\bline\b|\blines\b|折线|线图|추이\s?그래프",
    "auto": r"그래프|차트|시각화|그려|도표|"
    r"(?<!summarize the )(?<!summarise the )(?<!explain the )\bplot|"
    r"\bchart|\bgraph|visuali[sz]|\bdraw|图表|画图|可视化|作图|绘制|画",
}
_GRAINS = {
    "day": r"(?<!요)일별|하루\s?(?:에\s?)?평균|일일\s?평균|哪一?天|"
    r"일간|(?<=[가-힣]) 날(?=[은이의에](?![가-힣])|[?？]|$)|(?<!요)일\s?평균|날짜별|\bdaily\b|"
    r"\b(?:by|per|each|every) (day|date)\b|\b(which|what) (day|date)\b|"
    r"(어느|어떤|무슨) 날|하루 중|(상위|하위)\s?\d+\s?일|\b(top|best|worst|bottom|highest|lowest|"
    r"busiest)\s(\w+\s)?days\b|每天|每日|按日",
    "week": r"(?<![가-힣])주별|주간|매주|주마다|\bweekly\b|\b(?:by|per|each|every|which|what) week\b|每周(?!几)|按周",
    "month": r"월별|월간|(?<=[가-힣]) 달(?=[은이의에](?![가-힣])|[?？]|$)|(?:어느|어떤|무슨) 달|몇 월에|"
    r"월\s?평균|매월|달마다|\bmonth(ly|s)?\b|每月|按月|月度|哪个?月",
    "quarter": r"분기|\bquarter(ly|s)?\b|季度",
    "year": r"연\s?평균|(?<=[가-힣]) 해(?=[는가의에](?![가-힣])|[?？]|$)|연도|년도|연간|매년|해마다|연별|"
    r"년별|\byear(ly|s)?\b|\bannual|每年|按年|年度|哪一?年",
}
_OPERATIONS = {
    "duplicates": r"중복(?!\s?(?:제거|을? 빼|없이))|\bduplicat(?:e|es|ed)\b|重复(?!使用)",
    "missing": r"\b(?:have|has|had|with) no [a-z]+(?= *[?.]?$)|"
    r"결측|빈\s?(값|칸|셀)|누락|missing|\bnull|\bnan\b|empty (cells|values)|缺失",
    "outliers": r"이상치|이상값|튀는 값|outlier|anomal|unusual|异常",
    "correlation": r"상관|correlat|relationship between|相关",
    "describe": r"(파일|데이터|자료|표)\s?(에는?|안에는?|속에는?)\s?(무엇|뭐|뭘|어떤|무슨)[^.?]{0,12}(들어|있|담)|"
    r"(열|컬럼|칸)(이|은)?\s?(모두 |총 )?몇|몇\s?개의?\s?(열|컬럼)|how many columns|"
    r"(파일|데이터|자료|표)[을를]?\s?(좀\s)?(분석|살펴|알아)|"
    r"analy[sz]e (this|the|my|our|it)\b( \w+)?( (file|data|dataset|table))?\s*[.!]?$|"
    r"어떤 (데이터|자료|파일|열|컬럼)|무슨 (데이터|열)|요약\s?통계|기술\s?통계|데이터(를|"
    r"에 대해)? (설명|요약|소개|살펴)|"
    r"구조|몇 (행|줄)|파일(을|에 대해)? (설명|요약|살펴)|열(을|의| 이름)|컬럼|describe|"
    r"overview|what('s| is) in (the|this)|"
    r"summary stat|which columns|what columns|summari[sz]e (the|this) (data|file|table)|描述|概览|有哪些列",
    "forecast": r"예측|전망치|예상(?!보다|외|치 못)|내다보|\bforecast|\bpredict|\bproject(ed|ion|ions)\b|extrapolat|"
    r"(will|would|going to) .{0,40}\b(next|in 20\d\d|future)|(next|future) (year|quarter|month|week)s?\b|"
    r"(다음|내년|향후|앞으로).{0,12}(될까|얼마|어떻게 될|매출|판매|값)|내년|预测|预计|明年|下个?(月|季度|年)",
    "cagr": r"연평균\s?(성장률|증가율|복합)|\bcagr\b|compound annual|年均复合|复合增长",
    "moving": r"이동\s?평균|(moving|rolling) (average|mean)|移动平均|滑动平均",
    "growth": r"\b(?:did|does|has|have)\b[^.?]{0,40}\b(?:grow|grown|increased?|declined?|shrink|shrunk)\b|"
    r"\bby (?:how much|how many|what) percent|(성장|증가|감소|변화)(폭|세)?(이|가)\s(가장|제일)|"
    r"(가장|제일)[^.]{0,14}(성장|증가|늘|감소|줄|떨어)|\bgrew\b|\bgrown\b|grow(s|ing)? (the )?(most|fastest)|"
    r"(increased|rose|fell|declined|dropped|shrank) (the )?(most|fastest)|增长最|成长最|"
    r"성장률|증가율|증감률|변화율|감소율|증감|얼마나 (늘|줄|성장|변|증가|감소|올|떨어)|"
    r"몇\s?(%|퍼센트|프로)\s?(나\s)?(늘|줄|성장|증가|감소|올|떨어|변)|"
    r"how much (did|has|have) .{0,40}\b(grow|grown|increased?|risen?|fallen?|changed?|declined?|dropped?|"
    r"rise|fall|drop)\b|growth|percent(age)? "
    r"change|\byoy\b|\bqoq\b|\bmom\b|增长率|增速|(增长|增加|下降|减少)了(多少)?|涨了|跌了",
    "cumulative": r"누적(?!\s?(막대|세로|바|영역|그래프|차트))|cumulative|running total|累计",
    "share": (
        r"비중|점유율|구성비|몇 (퍼센트|%)를? 차지|차지|몇 (퍼센트|프로)|\bshare\b|proportion|"
        r"(what|which) percent|percent(age)? of|% of|占比|份额|比重"
    ),
    "distribution": r"분포|distribution of|how .* distributed|分布",
}
_AGGREGATES = {
    "std": r"표준\s?편차|standard deviation|\bstd(ev)?\b|标准差",
    "median": r"중앙값|중위|median|中位",
    "mean": r"(?<!이동)(?<!이동 )(?<!연)평균(?! 이동)|(?<!moving )(?<!rolling )average|"
    r"(?<!moving )(?<!rolling )\bmean\b|"
    r"\bavg\b|(?<!移动)平均|연평균(?!\s?(성장|증가|복합))",
    "count": (
        r"건수|횟수|몇 (건|명|개|회|편|곳)|행 수|"
        r"how many [a-z]+ (are|were) (there|in|listed)|\bcount\b|number of (rows|records|entries)|how "
        r"many (rows|records|entries)|\bcounts\b|次数"
    ),
    "max": r"最[高大多](?:的)?[一-鿿# ]{2,6}(?:是|为)?多少|최고\s?[가-힣# ]{1,6}(?:은|는)\s?(?:얼마|몇)|"
    r"최댓값|최대값|최고값|최고치|\bmaximum\b|\bmax\b|最大值",
    "min": r"最[低小少](?:的)?[一-鿿# ]{2,6}(?:是|为)?多少|최저\s?[가-힣# ]{1,6}(?:은|는)\s?(?:얼마|몇)|"
    r"최솟값|최소값|최저값|최저치|\bminimum\b|\bmin\b|最小值",
    "sum": r"합계|총합|합산|총|\btotals?\b|\bsum\b|总和|合计|总",
}
_HIGHEST = (
    r"(가장|제일) (?:[가-힣]+(?:이|가) )?(높|큰|크|많|잘|좋|긴|길|오래)|최고|1위|상위|highest|largest|"
    r"biggest|\bbest\b|most|\btop\b|hottest|warmest|fastest|(가장|제일) (더운|더웠|비싼|비쌌|빠)|最高|"
    r"最大|最多|前"
)
_LOWEST = (
    r"(가장|제일) (?:[가-힣]+(?:이|가) )?(낮|작|적|짧|안|나쁜|못|추운|추웠|싼|저렴)|"
    r"(가장|제일) 많이 (줄|감소|떨어|하락)|최저|하위|꼴찌|"
    r"lowest|smallest|\bworst\b|least|\bfewest\b|\bbottom\b|coldest|cheapest|"
    r"(fell|declined|dropped|shrank) (the )?most|最低|最小|最少"
)
_UPWARDS = (
    r"(낮은|작은|적은|싼|짧은)\s?(것부터|순)|오름차순|\bascending|"
    r"\blow(?:est)? to high|small(?:est)? to large|从低到高|从小到大|升序"
)
_RANK = (
    r"순위|(높은|큰|많은|낮은|작은|적은|비싼|싼|긴|짧은)\s?순|[내림오름]{2}차순|정렬|랭킹|\b(de|a)scending\b|\brank|\bsort|排名|排序|"
    + _HIGHEST
    + "|"
    + _LOWEST
)
_CONTINUES = (
    r"이번에|방금|이번엔|아까|같은|그\s?(그래프|차트|표|결과)|다시|바꿔|바꾸|대신|\bnow\b|"
    r"(?<![가-힣])[그이]\s?(중|가운데|안)(에서|에)?(?![가-힣])|(?<![가-힣])그\s?(해|때|기간|연도|분기|달)(?![가-힣]{2})|거기서|"
    r"\bsame\b|\b(that|this|those|these) (chart|plot|graph|table|result|year|quarter|month|period)s?\b|"
    r"\b(of|among|from) (those|these|them)\b|\binstead\b|其中|那(一)?年|那个(季度|月)|"
    r"^\s*(?:and|or)\s(?:the\s|its\s)?(?:minimum|maximum|min|max|mean|average|median|total|lowest|highest)\b|"
    r"^\s*(?:그럼|그러면)?\s?(?:최솟값|최댓값|최소값|최대값|평균|중앙값|합계)[은는도]?\s?\??\s*$|"
    r"^那?(?:最小值|最大值|平均值?|中位数|总和|总计)呢|"
    r"this time|\bchange\b.*(to|into)|\bmake it\b|这次|刚才|换成|改成"
)
# What narrows the last result, or only this request where it is complete by itself.
_NARROWS = r"\bonly\b|만 (보여|그려|다시|골라)|만\s*[.!]?$"
_ANALYSIS = (
    r"분석|계산|구해|구하|비교|추이|얼마|요약|집계|보여|정리|알려|차이|어느|어떤|무엇|몇|팔[렸린]|"
    r"analy[sz]|calculat|comput|compare|trend|how much|how many|"
    r"show|what (is|was|were|are)|which|list|difference|find|tell me|give me|分析|计算|比较|多少|趋势|哪个|显示"
)


_AVERAGE_OF_PERIODS = (
    r"\d+\s?(?:개년|년)(?:간|간의)?\s?평균(?!\s?(?:성장|증가))|\d+[- ]year (?:average|mean)|"
    r"(average|mean|avg) (quarterly|monthly|yearly|annual|daily)|(quarterly|monthly|"
    r"yearly|annual|daily) (average|mean)|"
    r"(what|how much)\b.*\b(average|mean)\b.*\bper (quarter|month|year|day)\b|(월|분기|연|일)당 평균|"
    r"(?<![\d요])(?<!\d )(월|분기|연|일|하루에?|일일)\s?평균|평균 (분기|월|연|일)(간|별)?\s|"
    r"平均每(一?个)?(天|日|周|月|季度|年)|每(一?个)?(天|日|周|月|季度|年)的?平均|(?<!年)(日|月|季|年)均(?!增)"
)


_TABLE = r"구하|구해|계산|합계|(?<![가-힣])표(로|를|도|와)?(?![가-힣])|calculat|comput|\btables?\b|\btotals?\b|计算|表"
_ONE_NUMBER = (
    r"얼마|몇|how much|how many|多少|"
    r"what('s| is| was| are| were)?\s(the\s|our\s|its\s)?(overall\s)?"
    r"(total|sum|average|mean|median|maximum|minimum|max|min)\b"
)
_EVERYTHING = (
    r"전체 기간|모든 (기간|연도|해|분기|달)|전 기간|all (the )?(years|periods|quarters|months|time)\b|全部(时间|年份)"
)


# What a sentence turns down: "누적 말고", "not stacked", "instead of a pie chart".
_REJECTED = re.compile(
    r"(?<!\S)\S+(?:\s(?:그래프|차트|막대|계열))?(?:은|는|이|가)?\s(?:말고|대신에?|아니라|아닌)(?=\s|,)|"
    r"\b(?:not|instead of|rather than)\s(?:a\s|an\s|the\s)?(?:pie|bar|line|stacked|area|scatter|heat ?map|histogram)s?"
    r"(?:\s(?:chart|plot|graph)s?)?\b|(?:不要|而不是|不用)\S{2,4}图",
    re.I,
)


@dataclass(frozen=True)
class Wish:
    """A reading of one sentence. Empty and None where it says nothing of the kind."""

    text: str
    chart: str | None
    grains: tuple[str, ...]
    operation: str | None
    aggregate: str | None
    ranks: bool
    ascending: bool
    limit: int | None
    yearly_change: bool
    title: str | None
    continues: bool
    narrows: bool
    wants_table: bool
    averages_periods: bool
    compares: bool
    one_number: bool
    everything: bool
    nth: int | None = None
    window: int | None = None
    aggregates: tuple[str, ...] = ()

    @property
    def analyses(self) -> float:
        """How much it sounds like work on a table, 0 to 1, before any name of the table is compared."""
        score = 0.0
        score += 0.55 if self.chart else 0.0
        score += 0.35 if self.operation else 0.0
        score += 0.25 if self.grains else 0.0
        score += 0.2 if self.ranks or self.aggregate else 0.0
        score += 0.2 if re.search(r"추이|흐름|trend|\bchanged?\b|over time|evol|趋势|变化", self.text, re.I) else 0.0
        score += 0.15 if re.search(_ANALYSIS, self.text, re.I) else 0.0
        return min(score, 0.9)


@lru_cache(maxsize=512)
def wish_in(text: str) -> Wish:
    """Read a sentence."""
    title = title_in(text)
    said = text.replace(title, " ") if title else text
    bare = _REJECTED.sub(" ", said)
    charts = [kind for kind, pattern in _CHARTS.items() if re.search(pattern, bare, re.I)]
    if "stacked" in charts and "area" in charts:
        charts.remove("stacked")  # areas are stacked anyway
    grains = wish_grains(bare)
    operations = [name for name, pattern in _OPERATIONS.items() if re.search(pattern, bare, re.I)]
    if charts and charts[0] in ("pie", "stacked") and operations and operations[0] == "cumulative":
        operations.pop(0)
    ascending = bool(re.search(rf"{_LOWEST}|{_UPWARDS}", bare, re.I))
    aggregates = tuple(name for name, pattern in _AGGREGATES.items() if re.search(pattern, bare, re.I))
    nth = _nth(bare)
    return Wish(
        text=text,
        chart=charts[0] if charts else None,
        grains=grains,
        operation=operations[0] if operations else None,
        aggregate=next(iter(aggregates), None),
        ranks=(bool(re.search(_RANK, bare, re.I)) and not _asks_extreme(bare, aggregates)) or nth is not None,
        ascending=ascending,
        limit=_limit(bare),
        yearly_change=bool(re.search(r"전년|작년 대비|\byoy\b|year.over.year|previous year|同比", bare, re.I)),
        title=title,
        continues=bool(re.search(_CONTINUES, said, re.I)),
        narrows=bool(re.search(_NARROWS, said, re.I)),
        averages_periods=bool(re.search(_AVERAGE_OF_PERIODS, bare, re.I)),
        compares=bool(
            re.search(
                r"비교|차이|격차|difference|\bgap\b|변화|변했|바뀌|compar|chang|versus|\bvs\b|between|比较|变化",
                bare,
                re.I,
            )
        ),
        wants_table=bool(re.search(_TABLE, bare, re.I)),
        one_number=bool(re.search(_ONE_NUMBER, bare, re.I)) and not charts and not grains,
        everything=bool(re.search(_EVERYTHING, bare, re.I)),
        nth=nth,
        window=_window(bare),
        aggregates=aggregates,
    )


def _asks_extreme(text: str, aggregates: tuple[str, ...]) -> bool:
    """True for the highest value itself, and not for what or when it was."""
    return bool({"max", "min"} & set(aggregates)) and not re.search(
        r"어느|어떤|언제|누가|누구|무엇|\bwhich\b|\bwhen\b|\bwho\b|哪|谁", text, re.I
    )


_ORDINALS = {
    "두": 2, "둘": 2, "세": 3, "셋": 3, "네": 4, "넷": 4, "다섯": 5, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
    "二": 2, "三": 3, "四": 4, "五": 5,
}  # fmt: skip


def _nth(text: str) -> int | None:
    """The place in a ranking that is asked for: 2 of "두 번째로 많이", "the second largest"; None for the first."""
    words = "|".join(_ORDINALS)
    degree = (
        r"highest|lowest|largest|smallest|biggest|best|worst|most|least|fewest|busiest|longest|shortest|cheapest|oldest"
    )
    found = re.search(
        rf"(\d+|{words})\s?(?:번\s?째|째)로?\s?(?:[가-힣]{{1,8}}\s?){{0,2}}(?:많|높|큰|크|적|낮|작|비싼|싼|길|짧|잘|오래|인기)|(?<!\d)(\d)위(?!까지|권)|"
        rf"\b({words}|\d+(?:nd|rd|th))[- ](?:{degree})|第({words}|\d)(?:高|多|大|低|少|小)",
        text,
        re.I,
    )
    if not found:
        return None
    word = next(group for group in found.groups() if group).lower()
    number = _ORDINALS.get(word) or int(re.sub(r"\D", "", word))
    return number if 1 < number <= 20 else None


def _window(text: str) -> int | None:
    """How many periods a moving average spans; None where the sentence says nothing of it."""
    found = re.search(
        r"(\d+)\s?[-]?\s?(?:일|주|개월|달|개 ?월|분기|년|개|기간|days?|weeks?|months?|quarters?|years?|"
        r"periods?|points?|天|日|个月|周|期)?"
        r"(?:짜리|간|의|치)?[\s-]{0,2}(?:단순\s?|centered |simple )?(?:이동\s?평균|moving|rolling|移动平均|滑动平均)|"
        r"(?:window|창|구간|기간)(?: of|은|을|:)?\s(\d+)",
        text,
        re.I,
    )
    return int(found[1] or found[2]) if found else None


def wish_grains(text: str) -> tuple[str, ...]:
    """The grains that a sentence asks for, from fine to coarse."""
    return tuple(grain for grain, pattern in _GRAINS.items() if _asks_grain(grain, pattern, text))


def title_in(text: str) -> str | None:
    """A title given in quotes next to the word title, or None."""
    quote = r"[\"“'‘「《](?P<t>[^\"”'’」》]{2,80})[\"”'’」》]"
    for pattern in (
        rf"(제목|타이틀|title|标题)[^\"“'‘「《.]{{0,20}}{quote}",
        rf"{quote}\s*(이?라는|을|를|으로|로|as)?\s*(the\s)?(제목|title|标题)",
    ):
        if found := re.search(pattern, text, re.I):
            return found["t"].strip()
    # Without quotes only where it closes the sentence and says no more than what is to stand there.
    for pattern in (_CLOSING_TITLE, _CALLED):
        if (found := re.search(pattern, text, re.I)) and not re.search(_NO_TITLE, found["t"]):
            return found["t"].strip()
    return None


_CLOSING_TITLE = (
    r"(?:제목|타이틀)은\s(?P<t>[^\"“'‘,.!?]{2,40}?)\s?"
    r"(?:(?:이?라고|으로|로)\s(?:해|달아|붙여|적어|써)\S{0,5})?[.!]?\s*$"
)
_CALLED = r"\b(?:titled|entitled)\s(?P<t>[^\"“'‘,.!?]{2,60}?)[.!]?\s*$"
_NO_TITLE = (
    r"게$|줘|주세요|없|빼|말고|한국어|영어|중국어|한글|결론|인사이트|핵심|내용|담|같은|그대로|굵|"
    r"뭐|무엇|알아서|네가|해|써|지어"
)


def _asks_grain(grain: str, pattern: str, text: str) -> bool:
    """A grain is asked for by "분기별" or "by quarter", not by "4분기" or "last year", which choose periods."""
    if grain == "quarter":
        text = re.sub(
            r"[1-4]\s?분기(?!별)|(first|second|third|fourth|last|1st|2nd|3rd|4th) quarter|[第1-4一二三四]季度",
            " ",
            text,
            flags=re.I,
        )
    if grain == "day":
        text = re.sub(r"하루 중(?:에)?\s?(?:몇 시|언제|어느 시)", " ", text)
    if grain == "year":
        text = re.sub(r"across (all |the )*years|all (the )?years", " ", text, flags=re.I)
        text = re.sub(
            r"(last|first|this|previous|final|past|financial|over|over-) ?-?year(?!ly)|year.over.year|전년도?",
            " ",
            text,
            flags=re.I,
        )
    return bool(re.search(pattern, text, re.I))


def _limit(text: str) -> int | None:
    numerals = {
        "한": 1,
        "하나": 1,
        "두": 2,
        "세": 3,
        "네": 4,
        "다섯": 5,
        "three": 3,
        "two": 2,
        "four": 4,
        "five": 5,
        "ten": 10,
    }
    found = re.search(
        r"(?:상위|하위|top|bottom|前|best|worst|highest|lowest|largest|smallest)\s*(\d+|two|"
        r"three|four|five|ten|[두세네]|다섯)",
        text,
        re.I,
    )
    found = found or re.search(
        r"(\d+|two|three|four|five|ten) (?:best|worst|highest|lowest|largest|smallest|biggest)", text, re.I
    )
    found = found or re.search(r"(\d+)\s*(?:곳|개(?!월| ?분기)|건|명|위까지)", text)
    if not found:
        return None
    word = found.group(1).lower()
    return int(word) if word.isdigit() else numerals.get(word)
