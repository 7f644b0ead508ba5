"""Finding the columns and categories of a table in a sentence, in Korean, English or Chinese."""

import re
from collections.abc import Iterable, Sequence

# Words that mean the same thing. The first of each language is the usual one.
CONCEPTS: dict[str, list[str]] = {
    "profit": ["이익", "순이익", "profit", "earnings", "利润", "gewinn"],
    "margin": ["이익률", "마진율", "마진", "margin", "利润率"],
    "revenue": [
        "매출",
        "매출액",
        "판매액",
        "판매금액",
        "판매 금액",
        "revenue",
        "sales",
        "turnover",
        "销售额",
        "营收",
        "收入",
        "umsatz",
    ],
    "cost": [
        "비용",
        "원가",
        "지출",
        "cost",
        "costs",
        "expense",
        "expenses",
        "spend",
        "spending",
        "成本",
        "费用",
        "kosten",
    ],
    "quantity": ["수량", "판매량", "판매수", "개수", "quantity", "units", "volume", "qty", "数量", "销量", "menge"],
    "price": ["가격", "단가", "price", "prices", "价格", "preis"],
    "customers": ["고객", "고객수", "손님", "customers", "customer", "clients", "buyers", "客户"],
    "orders": ["주문", "주문수", "orders", "order", "订单"],
    "visitors": ["방문자", "방문", "visitors", "visits", "traffic", "sessions", "访客"],
    "budget": ["예산", "budget", "预算"],
    "salary": ["급여", "연봉", "임금", "salary", "wage", "pay", "工资"],
    "temperature": ["기온", "온도", "temperature", "temp", "气温", "温度"],
    "rain": ["강수량", "강우량", "rainfall", "rain", "precipitation", "降水量"],
    "energy": ["전력", "에너지", "사용량", "energy", "electricity", "consumption", "kwh", "用电量"],
    "population": ["인구", "population", "人口"],
    "score": ["점수", "성적", "score", "scores", "grade", "grades", "mark", "marks", "分数", "成绩"],
    "rating": ["평점", "별점", "rating", "ratings", "评分"],
    "age": ["나이", "연령", "age", "年龄"],
    "product": ["제품", "상품", "품목", "product", "products", "item", "items", "sku", "产品", "商品"],
    "channel": ["채널", "유통", "경로", "channel", "channels", "distribution channel", "distribution channels", "渠道"],
    "region": ["지역", "권역", "region", "regions", "area", "areas", "地区", "区域"],
    "city": ["도시", "city", "cities", "城市"],
    "country": ["국가", "나라", "country", "countries", "国家"],
    "store": ["매장", "지점", "점포", "가게", "store", "stores", "shop", "shops", "branch", "branches", "门店"],
    "department": ["부서", "팀", "department", "departments", "team", "teams", "部门"],
    "category": [
        "카테고리",
        "분류",
        "범주",
        "종류",
        "category",
        "categories",
        "segment",
        "segments",
        "type",
        "types",
        "类别",
        "种类",
    ],
    "brand": ["브랜드", "brand", "brands", "品牌"],
    "person": ["담당자", "직원", "사원", "employee", "employees", "salesperson", "rep", "员工"],
    "gender": ["성별", "gender", "sex", "性别"],
    "subject": ["과목", "subject", "subjects", "科目"],
    "class": ["반", "학급", "class", "classes", "班级"],
    "site": ["관측소", "station", "stations", "site", "sites", "站点"],
}
_PARTICLES = r"(?:별로|별|에서는|에서|에게|으로|로|이랑|하고|보다|까지|부터|마다|만|은|는|이|가|을|를|의|와|과|도|에|,|\.|\?|!|\)|$|\s|:|·|/|-)"


def core(name: str) -> str:
    """A column's name without its unit, underscores and case: "매출(만원)" is "매출", "unit_price" is "unit price"."""
    return re.sub(r"[_\s]+", " ", re.sub(r"[\(\[（].*?[\)\]）]", "", name)).strip().casefold() or name.casefold()


def unit_of(name: str) -> str | None:
    """The unit in a column's name: "만원" of "매출(만원)", "USD" of "revenue_usd"; None where none is given."""
    if found := re.search(r"[\(\[（]\s*(?:단위\s*[:：]?\s*)?(.{1,12}?)\s*[\)\]）]", name):
        return found.group(1)
    found = re.search(r"[_\s](usd|eur|krw|kwh|mwh|kg|km|mm|cm|ms|pct)$", name, re.I)
    return None if not found else {"pct": "%"}.get(found.group(1).lower(), found.group(1))


def concept_of(name: str) -> str | None:
    """The concept that a column's name speaks of, by its longest known word; None for "장미" or "Tablet"."""
    text = core(name)
    compact = text.replace(" ", "")
    best = (0, None)
    for concept, words in CONCEPTS.items():
        for word in words:
            known = word.replace(" ", "")
            fits = known in compact if not word.isascii() and len(known) > 1 else _whole_word(word, text)
            if fits and len(known) > best[0]:
                best = (len(known), concept)  # type: ignore[assignment]
    return best[1]


def find(text: str, name: str) -> int:
    """Where a sentence names something literally (-1 for nowhere); case, spaces and Korean particles do not matter."""
    known = core(name)
    if not known:
        return -1
    folded = text.casefold()
    if known.isascii():
        return _whole_word(known, folded, position=True)
    pattern = r"\s?".join(re.escape(letter) for letter in known.replace(" ", ""))
    tail = "" if len(known) > 1 else _PARTICLES
    head = "" if len(known) > 1 else r"(?<![가-힣一-鿿])"
    found = re.search(head + pattern + tail, folded)
    return found.start() if found else -1


def named(text: str, names: Iterable[str]) -> list[str]:
    """The names that a sentence mentions literally, in the order of the sentence; the longest wins where they overlap."""
    spans: list[tuple[int, int, str]] = []
    rest = text
    for name in sorted(names, key=lambda n: -len(core(n))):
        place = find(rest, name)
        if place >= 0 and not (core(name).isdigit()):
            length = len(core(name))
            spans.append((place, length, name))
            rest = rest[:place] + "\x00" * length + rest[place + length :]
    return [name for _, _, name in sorted(spans)]


def meant(text: str, names: Sequence[str]) -> list[str]:
    """The columns that a sentence means: named literally, else by a word for the same concept ("sales" for 매출)."""
    literal = named(text, names)
    places = {name: find(text, name) for name in literal}
    taken = {concept_of(name) for name in literal}
    for concept, words in CONCEPTS.items():
        candidates = [name for name in names if concept_of(name) == concept and name not in places]
        if not candidates or concept in taken:
            continue
        place = mention(text, words)
        if place >= 0:
            places[min(candidates, key=len)] = place
    return sorted(places, key=lambda name: places[name])


def mentioned_concepts(text: str) -> list[str]:
    """The concepts that a sentence speaks of, in its order. "이익률" is margin and not also profit."""
    places: dict[str, tuple[int, int]] = {}
    for concept, words in CONCEPTS.items():
        for word in words:
            place = mention(text, [word])
            if place >= 0 and (concept not in places or len(word) > places[concept][1]):
                places[concept] = (place, len(word))
    inside = {
        a
        for a, (start, length) in places.items()
        for b, (other, longer) in places.items()
        if a != b and other <= start and start + length <= other + longer and longer > length
    }
    return [c for c in sorted(places, key=lambda concept: places[concept]) if c not in inside]


def mention(text: str, words: Sequence[str]) -> int:
    """Where the first of these words stands in a sentence; -1 for nowhere."""
    places = [place for word in words if (place := find(text, word)) >= 0]
    return min(places, default=-1)


def _whole_word(word: str, text: str, position: bool = False) -> int:
    """1 (or the place) where a Latin word stands in the text by itself, Korean particles allowed; 0 or -1 else."""
    if word.isascii():
        found = re.search(
            rf"(?<![a-z0-9]){re.escape(word).replace(chr(92) + ' ', '[ _-]?')}(?![a-z0-9])", text.casefold()
        )
    else:
        found = re.search(rf"(?<![가-힣一-鿿]){re.escape(word)}{_PARTICLES}", text.casefold())
    if position:
        return found.start() if found else -1
    return int(bool(found))
