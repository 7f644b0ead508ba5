"""When a sentence asks for a number of rows ("number of visits"), and when for the total of several columns."""

import re
from collections.abc import Sequence

from .names import concept_of, core, core_name, is_subject, meant, mentioned_concepts, named
from .tables import Table

# Words that stand for the rows of almost any table.
_ROWS = (
    r"거래|예약|방문|주문|리뷰|후기|응답|응답자|기록|행|사례|사건|건|records?|rows?|entries|entry|cases?|transactions?|"
    r"요청|로그|접속|호출|경기|시합|항공편|requests?|hits?|calls?|logins?|matches|games?|flights?|trips?|比赛|航班|场|请求|"
    r"bookings?|visits?|orders?|tickets?|events?|responses?|respondents?|people|observations?|readings?|记录|订单|笔|评论|reviews?"
)
_COUNTED = (
    r"([가-힣]{1,8}?)(?:의)?\s?(?:건수|횟수|수)(?=[가은는이를의로도]|\s|[,?.]|$)",
    r"([가-힣]{2,8}?)(?:이|가|은|는)\s?(?:\S+로\s)?(?:가장\s|제일\s)?(?:많|적)",
    r"([가-힣]{2,8}?)(?:은|는|이|가)?\s?(?:모두\s|총\s)?몇\s?(?:건|번|회|개|명)",
    r"([가-힣]{2,8}?)\s?(?:비중|비율|분포|점유율)",
    r"\b(?:number|count|amount) of (?:the |all )?([a-z]+)",
    r"\bhow many (?:of the |different )?([a-z]+)",
    r"\b(?:most|fewest|least|more|fewer) ([a-z]+)",
    r"\b(?:heat ?map|chart|plot|graph|bars?|histogram) of (?:the )?(?:number of )?([a-z]+)",
    r"\b(?:share|distribution|percentage|proportion|breakdown|split) of (?:the |all )?([a-z]+)",
    r"([一-鿿]{2,4}?)(?:数量|次数|数)",
    r"(?:[的各，]|^)([一-鿿]{2,3})(?:数量|次数|数)(?![据学字])",
    r"(?:的|^)([一-鿿]{2,3})(?:一共|总共)?有(?:多少|几)",
    r"(?:多少|几)(?:场|条|笔|行|次|件|份|单|趟|班)(?:的)?([一-鿿]{2,4})",
    r"^\W*(?:the |number of )?([a-z]+) (?:per|by|each|every|a|for each) [a-z]+",
    r"\b(?:plot|show|chart|draw|graph|count)(?: me| us)?(?: the| all)? ([a-z]+) (?:per|by|each|every|for each) [a-z]+",
    r"(?:별|마다)\s([가-힣]{2,6}?)(?:을|를)?\s?(?:추이|흐름|그래프|막대|선 ?그래프|차트)",
)
_TOGETHER = (
    r"더한|더하면|합친|합치면|합산|합한|의\s?합(?!계|산|니)|\bplus\b|\bcombined\b|\btogether\b|\bboth\b|"
    r"\bsum of\b.{1,40}\band\b|(?<=[\w)])\s\+\s|之和|加上"
)
_TOTAL_SCORE = r"총점|(?:점수|성적)\s?(?:총합|합계|합)|합계 점수|\btotal (?:scores?|marks?|points)|总分"
_MEAN_SCORE = r"평균\s?(?:점수|성적|점)|(?:점수|성적)\s?평균|(?:average|mean) (?:scores?|marks?|grades?)|平均分"


def counts_rows(text: str, table: Table) -> bool:
    """True where a sentence counts the things that the rows of a long table are."""
    if table.series or table.period_columns:
        return False
    if re.search(r"(?:별|마다|의)\s?인원", text) and not any("인원" in core(name) for name in table.measures):
        return True
    for pattern in _COUNTED:
        for found in re.finditer(pattern, text, re.I):
            if names_row(found[1], table):
                return True
    return False


def names_row(noun: str, table: Table) -> bool:
    """True for what the rows are called: by a general word, in the file's name, or in the name of a key or date."""
    if named(noun, table.measures) or noun.casefold() in map(core, table.groups):
        return False
    if re.fullmatch(_ROWS, noun, re.I):
        return not any(concept_of(name) in mentioned_concepts(noun) for name in table.measures)
    if meant(noun, table.measures):
        return False
    keys = [c.name for c in table.columns if c.distinct == table.rows and c.name.strip() not in table.measures]
    keys += [*table.labels, *(table.periods.columns if table.periods else ())]
    words = re.sub(r"\.\w+$", "", table.reading.filename), *keys
    stem = re.sub(r"(?:ies|s)$", "", noun.casefold()) if noun.isascii() else re.sub(r"(?<=..)[자객]$", "", noun)
    known = " ".join(core(word) for word in words)
    return len(stem) >= (4 if stem.isascii() else 2) and stem in known and concept_of(noun) != "revenue"


def row_names(table: Table) -> tuple[str, ...]:
    """The columns of text that name each single row: students, films, cities of a short table."""
    single = (c.name.strip() for c in table.columns if c.kind == "text" and c.distinct == table.rows > 1)
    return table.labels or tuple(name for name in single if name in table.categories)


def row_total(text: str, table: Table, said: Sequence[str]) -> tuple[tuple[str, ...], str, str] | None:
    """(measures, rowsum or rowmean, name) where columns are added up (or averaged) within each row; else None."""
    subjects = tuple(m for m in table.measures if is_subject(m))
    if len(subjects) > 1 and len(said) < 2:
        if found := re.search(_TOTAL_SCORE, text, re.I):
            return subjects, "rowsum", found[0]
        by_row = bool(row_names(table)) and re.search(
            r"학생|이름|사람|누구|누가|\bwho\b|student|pupil|person|学生|谁", text, re.I
        )
        if by_row and (found := re.search(_MEAN_SCORE, text, re.I)) and not said:
            return subjects, "rowmean", found[0]
    if not re.search(_TOGETHER, text, re.I):
        return None
    if both := re.search(r"\bboth (?:the )?([a-z]+?)s\b", text, re.I):
        said = [m for m in table.measures if both[1].casefold() in core(m).split()] or said
    if len(said) < 2:
        return None
    return tuple(said), "rowsum", " + ".join(core_name(name) for name in said)


def asks_kinds(text: str, table: Table) -> str:
    """The category whose different values are counted: "how many doctors", "상품은 몇 종류"; empty for none."""
    for name in named(text, table.categories) or [
        g for g in table.categories if concept_of(g) in mentioned_concepts(text)
    ]:
        word = re.escape(core(name))
        if re.search(
            rf"how many (?:different |distinct |unique )?{word}e?s?\b(?! (?:did|had|were sold))|"
            rf"number of (?:different|distinct|unique) {word}|"
            rf"{word}\S{{0,2}}\s?(?:모두\s|총\s|전부\s)?몇\s?(?:종류|가지|개|명|곳)|{word}(?:의)?\s?(?:종류|가짓수)\s?수|"
            rf"서로 다른 {word}|多少(?:个|种|家)?(?:不同的)?{word}",
            text,
            re.I,
        ):
            return name
    return ""
