"""Finding the columns and categories of a table in a sentence, in Korean, English or Chinese."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

# Words that mean the same thing. The first of each language is the usual one.
CONCEPTS: dict[str, list[str]] = {
    "profit": ["이익", "순이익", "순수익", "net income", "net profit", "profit", "earnings", "利润", "gewinn"],
    "margin": ["이익률", "마진율", "마진", "margin", "利润率"],
    "revenue": [
        "매출",
        "매출액",
        "판매액",
        "판매금액",
        "판매 금액",
        "revenue",
        "income",
        "수입",
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
    "price": ["가격", "단가", "price", "prices", "cheapest", "expensive", "비싼", "저렴한", "价格", "preis"],
    "customers": ["고객", "고객수", "손님", "customers", "customer", "clients", "buyers", "客户"],
    "orders": ["주문", "주문수", "orders", "order", "订单"],
    "visitors": ["방문자", "방문", "visitors", "visits", "traffic", "sessions", "访客"],
    "budget": ["예산", "budget", "预算"],
    "salary": ["급여", "연봉", "임금", "salary", "wage", "pay", "工资"],
    "temperature": [
        "기온",
        "온도",
        "temperature",
        "temp",
        "coldest",
        "hottest",
        "warmest",
        "더운",
        "추운",
        "气温",
        "温度",
    ],
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
        "kategorie",
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
    "building": ["건물", "시설", "building", "buildings", "facility", "facilities", "建筑"],
    "subject": ["과목", "subject", "subjects", "科目"],
    "class": ["반", "학급", "class", "classes", "班级"],
    "site": ["관측소", "station", "stations", "site", "sites", "站点"],
}
# Categories that are often written in another language than the question.
_TRANSLATED: tuple[frozenset[str], ...] = (
    frozenset({"online", "온라인", "线上", "网店"}),
    frozenset({"offline", "오프라인", "线下"}),
    frozenset({"shop", "shops", "store", "stores", "매장", "门店"}),
    frozenset({"partner", "partners", "파트너", "제휴", "제휴사", "合作伙伴"}),
    frozenset({"mobile", "app", "모바일", "앱", "移动"}),
    frozenset({"wholesale", "도매", "批发"}),
    frozenset({"retail", "소매", "零售"}),
    frozenset({"direct", "직영", "직판", "直营"}),
)
_PARTICLES = (
    r"(?:별로|별|에서는|에서|에게|으로|로|이랑|하고|보다|까지|부터|마다|만|은|는|이|가|을|"
    r"를|의|와|과|도|에|,|\.|\?|!|\)|$|\s|:|·|/|-)"
)


def core(name: str) -> str:
    """A column's name without its unit, underscores and case: "매출(만원)" is "매출", "unit_price" is "unit price"."""
    name = re.sub(r"^(\w+\.)+(?=\w)", "", name)
    return re.sub(r"[_\s]+", " ", re.sub(r"[\(\[（].*?[\)\]）]", "", name)).strip().casefold() or name.casefold()


def _words_of(name: str) -> list[str]:
    return [word for word in re.split(r"[^a-z0-9가-힣一-鿿]+", core(name)) if len(word) >= (4 if word.isascii() else 2)]


def nearly_named(text: str, names: Sequence[str]) -> list[str]:
    """Names that a sentence gives only in part ("water" for water_m3) or with a slip of the pen ("reveneu")."""
    found = []
    said = [word for word in re.split(r"[^a-z0-9가-힣一-鿿]+", text.casefold()) if word]
    for name in names:
        others = {word for other in names if other != name for word in _words_of(other)}
        own = [word for word in _words_of(name) if word not in others]
        if any(find(text, word) >= 0 for word in own) or any(
            len(word) >= 5 and word.isascii() and SequenceMatcher(None, word, heard).ratio() >= 0.84
            for word in own
            for heard in said
        ):
            found.append(name)
    return found


def unit_of(name: str) -> str | None:
    """The unit in a column's name: "만원" of "매출(만원)", "USD" of "revenue_usd"; None where none is given."""
    if found := re.search(r"[\(\[（]\s*(?:단위\s*[:：]?\s*)?(.{1,12}?)\s*[\)\]）]", name):
        return found.group(1)
    found = re.search(r"[_\s](usd|eur|krw|kwh|mwh|kg|km|mm|cm|ms|pct)$", name, re.I)
    if concept_of(name) == "temperature" and (degrees := re.search(r"[_\s]([cf])$", name, re.I)):
        return "°" + degrees.group(1).upper()
    return None if not found else {"pct": "%"}.get(found.group(1).lower(), found.group(1))


def english_label(name: str) -> str:
    """A name inside an English sentence: "Revenue" becomes "revenue"; Umsatz and KPI keep their case."""
    words = {word for known in CONCEPTS.values() for word in known if word.isascii()} - {
        "umsatz",
        "kosten",
        "gewinn",
        "preis",
    }
    return name.lower() if name.lower() in words or all(part in words for part in name.lower().split()) else name


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
    """The names that a sentence mentions literally, in its order; of overlapping ones the longest."""
    spans: list[tuple[int, int, str]] = []
    rest = text
    for name in sorted(names, key=lambda n: -len(core(n))):
        place = find(rest, name)
        if place >= 0 and not (core(name).isdigit()):
            length = len(core(name))
            spans.append((place, length, name))
            rest = rest[:place] + "\x00" * length + rest[place + length :]
    return [name for _, _, name in sorted(spans)]


def named_values(text: str, values: Sequence[str]) -> list[str]:
    """The categories that a sentence mentions, also those that it translates ("온라인" for Online), in its order."""
    found = {value: find(text, value) for value in named(text, values)}
    for value in values:
        same = next((words for words in _TRANSLATED if core(value) in words), frozenset())
        place = mention(text, sorted(same - {core(value)}))
        if value not in found and place >= 0:
            found[value] = place
    return sorted(found, key=lambda value: found[value])


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
    if not places:
        return nearly_named(text, names)
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
            rf"(?<![a-z0-9]){re.escape(word).replace(chr(92) + ' ', '[ _-]?')}(?:s|es)?(?![a-z0-9])", text.casefold()
        )
    else:
        found = re.search(rf"(?<![가-힣一-鿿]){re.escape(word)}{_PARTICLES}", text.casefold())
    if position:
        return found.start() if found else -1
    return int(bool(found))


def core_name(name: str) -> str:
    """A column's name as words, without its unit: "net_income" is "net income", "매출(만원)" is "매출"."""
    bare = re.sub(r"\s*[\(\[（].*?[\)\]）]", "", re.sub(r"^(\w+\.)+(?=\w)", "", name)).strip()
    unit = unit_of(name)
    if unit and not bare.isupper():
        bare = re.sub(rf"[_\s]{re.escape(unit.strip('°'))}$", "", bare, flags=re.I)
    return bare.replace("_", " ").strip() or name
