"""The words of insights and titles. A sentence holds `{fact_id}` where a number belongs; nothing is written in by hand."""

import re

from .answers import period_text, with_particle
from .facts import Ground, Insight, is_business
from .names import concept_of

_SEASONS = {"Q1": "1분기", "Q2": "2분기", "Q3": "3분기", "Q4": "4분기"}


def sentence(insight: Insight, ground: Ground, words: int | None = None) -> str:
    """The insight as one sentence with placeholders.

    With `words` it leaves out what follows from the number where it comes nearer to that length without.
    """
    base = _base(insight, ground)
    full = _join(base, _so_what(insight, ground), ground.language)
    if words is None:
        return full
    return min((base, full), key=lambda text: abs(len(text.split()) - words))


def title(insight: Insight, ground: Ground) -> str:
    """The insight as a short headline with placeholders."""
    made = _titles(ground.language, insight, ground)
    return made[:1].upper() + made[1:] if not made.startswith("{") else made


def pair_title(rise: Insight, fall: Insight, ground: Ground) -> str:
    """One headline for what grows and what shrinks."""
    up, down = ground.named(rise.series), ground.named(fall.series)
    a, b = "{" + rise.names["size"] + "}", "{" + fall.names["size"] + "}"
    return {
        "ko": f"{up} {a} 증가, {down} {b} 감소",
        "en": f"{_safe(up)} {ground.label.lower()} up {a}, {_safe(down)} down {b}",
        "zh": f"{up}{ground.label}增长{a}，{down}下降{b}",
    }[ground.language]


def fill(text: str, texts: dict[str, str]) -> str:
    """The sentence with its numbers."""
    return re.sub(r"\{(\w+)\}", lambda found: texts.get(found[1], found[0]), text).replace("{{", "{").replace("}}", "}")


def _safe(name: str) -> str:
    return name.replace("{", "{{").replace("}", "}}")


def _join(base: str, tail: str, language: str) -> str:
    if not tail:
        return base
    if language == "ko":
        return _ko_join(base, tail)
    if language == "zh":
        return f"{base.rstrip('。')}，{tail}"
    return f"{base.rstrip('.')}, {tail}"


def _ko_join(base: str, tail: str) -> str:
    """One Korean sentence of two: "늘었습니다." and "…만합니다." become "늘었으므로 …만합니다." """
    joined = {
        "늘었습니다.": "늘었으므로",
        "줄었습니다.": "줄었으므로",
        "커졌습니다.": "커졌으므로",
        "작아졌습니다.": "작아졌으므로",
        "돌아섰습니다.": "돌아섰으므로",
        "꺾였습니다.": "꺾였으므로",
        "앞섰습니다.": "앞섰으므로",
        "높습니다.": "높으므로",
        "입니다.": "이므로",
        "차지합니다.": "차지하므로",
    }
    for end, link in joined.items():
        if base.endswith(end):
            return f"{base[: -len(end)]}{link} {tail}"
    return f"{base[:-1]}. {tail}"


def _base(i: Insight, g: Ground) -> str:
    name = _safe(g.named(i.series))
    label = _safe(g.label)
    n = {key: "{" + value + "}" for key, value in i.names.items()}
    p = {key: period_text(value, g.language) for key, value in i.names.items() if key in _PERIODS}
    maker = {"ko": _ko, "en": _en, "zh": _zh}[g.language]
    return maker(i, g, name, label, n, p)


_PERIODS = ("start", "end", "first", "turn", "last", "when", "high", "low")


def _ko(i: Insight, g: Ground, name: str, label: str, n: dict[str, str], p: dict[str, str]) -> str:
    of = label if g.single else f"{name}의 {label}"
    topic = with_particle(of, "은는")
    match i.kind:
        case "rise" | "fall":
            verb = "늘었습니다." if i.kind == "rise" else "줄었습니다."
            return f"{topic} {p['start']} {n['a']}에서 {p['end']} {n['b']}까지 {n['size']} {verb}"
        case "total_rise" | "total_fall":
            verb = "늘었습니다." if i.kind == "total_rise" else "줄었습니다."
            return f"전체 {with_particle(label, '은는')} {p['start']} {n['a']}에서 {p['end']} {n['b']}까지 {n['size']} {verb}"
        case "trough":
            return f"{topic} {p['first']} {n['a']}에서 {p['turn']} {n['b']}까지 내려간 뒤 {p['last']} {n['c']}까지 {n['size']} 오르며 돌아섰습니다."
        case "peak":
            return f"{topic} {p['first']} {n['a']}에서 {p['turn']} {n['b']}까지 오른 뒤 {p['last']} {n['c']}까지 {n['size']} 내려 꺾였습니다."
        case "share_up" | "share_down":
            verb = "커졌습니다." if i.kind == "share_up" else "작아졌습니다."
            return f"전체 {label}에서 {with_particle(name, '이가')} 차지하는 비중은 {p['start']} {n['a']}에서 {p['end']} {n['b']}까지 {verb}"
        case "overtakes":
            other = with_particle(_safe(i.names["other"]), "을를")
            return f"{with_particle(name, '은는')} {p['when']}부터 {label}에서 {other} 앞질러 {p['last']} {n['a']} 대 {n['b']}({n['times']})로 앞섰습니다."
        case "season":
            return f"해마다 {_season(i.names['season'], 'ko')}의 {with_particle(label, '이가')} 앞뒤 추세보다 평균 {n['size']} 높습니다."
        case "outlier":
            way = "높습니다." if i.names["up"] else "낮습니다."
            return f"{p['when']} {with_particle(of, '은는')} {n['a']}, 바로 앞뒤의 평균 {n['b']}보다 눈에 띄게 {way}"
        case "gap":
            when = f"{p['end']} " if i.names["end"] else ""
            return f"{when}{of} {n['a']}, {_safe(i.names['other'])} {n['b']}의 {n['times']}입니다."
        case "lead":
            return f"{with_particle(name, '은는')} {label} {n['a']}, 전체의 {n['share']}를 차지합니다."
        case "top_two":
            return f"{with_particle(_safe(i.names['one']), '과와')} {_safe(i.names['two'])} 둘이 전체 {label}의 {n['share']}를 차지합니다."
        case "above":
            return f"평균 {label} {n['mean']}보다 높은 곳은 {i.names['of']}곳 가운데 {n['count']}곳({_safe(i.names['which'])})입니다."
        case "last":
            return f"{with_particle(name, '은는')} {label} {n['b']}, 평균 {n['mean']}에 견주어 가장 낮은 값입니다."
    return f"{topic} {p['high']} {n['a']}에서 가장 높고 {p['low']} {n['b']}에서 가장 낮은 값입니다."


def _en(i: Insight, g: Ground, name: str, label: str, n: dict[str, str], p: dict[str, str]) -> str:
    low = label if label.isupper() else label.lower()
    of = low[:1].upper() + low[1:] if g.single else f"{name} {low}"
    match i.kind:
        case "rise" | "fall":
            return f"{of} {'grew' if i.kind == 'rise' else 'fell'} {n['size']} from {n['a']} in {p['start']} to {n['b']} in {p['end']}."
        case "total_rise" | "total_fall":
            verb = "grew" if i.kind == "total_rise" else "fell"
            return f"Total {low} {verb} {n['size']} from {n['a']} in {p['start']} to {n['b']} in {p['end']}."
        case "trough":
            return f"{of} fell from {n['a']} in {p['first']} to {n['b']} in {p['turn']}, then turned and rose {n['size']} to {n['c']} in {p['last']}."
        case "peak":
            return f"{of} rose from {n['a']} in {p['first']} to {n['b']} in {p['turn']}, then turned and fell {n['size']} to {n['c']} in {p['last']}."
        case "share_up" | "share_down":
            verb = "grew" if i.kind == "share_up" else "shrank"
            return f"The share of {name} in {low} {verb} from {n['a']} in {p['start']} to {n['b']} in {p['end']}."
        case "overtakes":
            return f"{name} overtook {_safe(i.names['other'])} in {low} from {p['when']} on, and reached {n['a']} against {n['b']} in {p['last']}."
        case "season":
            return f"Every year {low} in {_season(i.names['season'], 'en')} stands on average {n['size']} above the trend around it."
        case "outlier":
            way = "above" if i.names["up"] else "below"
            return f"{of} of {n['a']} in {p['when']} stands far {way} {n['b']}, the mean of its neighbours."
        case "gap":
            when = f" in {p['end']}" if i.names["end"] else ""
            return f"{of}{when} is {n['a']}, {n['times']} that of {_safe(i.names['other'])} ({n['b']})."
        case "lead":
            return f"{name} leads with {low} of {n['a']}, {n['share']} of the whole."
        case "top_two":
            return f"{_safe(i.names['one'])} and {_safe(i.names['two'])} together make up {n['share']} of all {low}."
        case "above":
            return (
                f"{n['count']} of {i.names['of']} ({_safe(i.names['which'])}) lie above the mean {low} of {n['mean']}."
            )
        case "last":
            return f"{name} is last with {low} of {n['b']}, against a mean of {n['mean']}."
    return f"{of} was highest in {p['high']} with {n['a']} and lowest in {p['low']} with {n['b']}."


def _zh(i: Insight, g: Ground, name: str, label: str, n: dict[str, str], p: dict[str, str]) -> str:
    of = label if g.single else f"{name}的{label}"
    match i.kind:
        case "rise" | "fall":
            return f"{of}从{p['start']}的{n['a']}到{p['end']}的{n['b']}，{'增长' if i.kind == 'rise' else '下降'}了{n['size']}。"
        case "total_rise" | "total_fall":
            return f"总{label}从{p['start']}的{n['a']}到{p['end']}的{n['b']}，{'增长' if i.kind == 'total_rise' else '下降'}了{n['size']}。"
        case "trough":
            return (
                f"{of}从{p['first']}的{n['a']}降至{p['turn']}的{n['b']}，随后回升{n['size']}，{p['last']}达到{n['c']}。"
            )
        case "peak":
            return (
                f"{of}从{p['first']}的{n['a']}升至{p['turn']}的{n['b']}，随后回落{n['size']}，{p['last']}为{n['c']}。"
            )
        case "share_up" | "share_down":
            return f"{name}在{label}中的占比从{p['start']}的{n['a']}{'升' if i.kind == 'share_up' else '降'}至{p['end']}的{n['b']}。"
        case "overtakes":
            return f"{name}自{p['when']}起在{label}上超过{_safe(i.names['other'])}，{p['last']}为{n['a']}对{n['b']}。"
        case "season":
            return f"每年{_season(i.names['season'], 'zh')}的{label}平均高出趋势{n['size']}。"
        case "outlier":
            return f"{p['when']}{of}为{n['a']}，明显{'高' if i.names['up'] else '低'}于前后平均值{n['b']}。"
        case "gap":
            return f"{p['end'] if i.names['end'] else ''}{of}为{n['a']}，是{_safe(i.names['other'])}（{n['b']}）的{n['times']}。"
        case "lead":
            return f"{name}的{label}为{n['a']}，占总体的{n['share']}。"
        case "top_two":
            return f"{_safe(i.names['one'])}和{_safe(i.names['two'])}合计占{label}的{n['share']}。"
        case "above":
            return f"{i.names['of']}个中有{n['count']}个（{_safe(i.names['which'])}）高于平均{label}{n['mean']}。"
        case "last":
            return f"{name}的{label}为{n['b']}，在平均值{n['mean']}之下，排在最后。"
    return f"{of}在{p['high']}最高，为{n['a']}；在{p['low']}最低，为{n['b']}。"


def _season(season: str, language: str) -> str:
    if season.startswith("Q"):
        return {"ko": f"{season[1]}분기", "en": season, "zh": f"{season[1]}季度"}[language]
    month = int(season)
    english = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
    return {"ko": f"{month}월", "en": english[month - 1], "zh": f"{month}月"}[language]


def _so_what(i: Insight, g: Ground) -> str:
    """What follows from it, as advice that stays within what the data say."""
    if is_business(g.label):
        mood = "good"
    else:
        mood = "bad" if concept_of(g.label) == "cost" else "plain"
    table = _SO_WHAT[g.language]
    kind = {"total_rise": "rise", "total_fall": "fall"}.get(i.kind, i.kind)
    return table.get((kind, mood)) or table.get((kind, "plain"), "")


_SO_WHAT = {
    "ko": {
        ("rise", "good"): "다음 예산은 이 성장을 이어 가는 데 먼저 쓸 만합니다.",
        ("rise", "bad"): "무엇이 늘렸는지 먼저 따져 볼 만합니다.",
        ("rise", "plain"): "이 흐름이 이어질지 지켜볼 만합니다.",
        ("fall", "good"): "계속할지, 고쳐서 다시 낼지 정할 때입니다.",
        ("fall", "bad"): "절약한 방법을 다른 곳에도 적용해 볼 만합니다.",
        ("fall", "plain"): "원인을 먼저 살펴볼 만합니다.",
        ("trough", "plain"): "이 반등이 이어지는지 다음 두 기간을 확인해야 합니다.",
        ("peak", "plain"): "무엇이 달라졌는지 그 시점부터 살펴봐야 합니다.",
        ("share_up", "plain"): "전체가 이 한 항목에 점점 더 기대고 있음을 염두에 두어야 합니다.",
        ("share_down", "plain"): "자원을 나누는 비율도 다시 볼 때입니다.",
        ("overtakes", "plain"): "계획의 기준을 새 선두에 맞출 때입니다.",
        ("season", "plain"): "준비는 그 앞 시기에 마쳐야 합니다.",
        ("outlier", "plain"): "입력 오류인지 실제 사건인지 먼저 확인해야 합니다.",
        ("gap", "plain"): "이 차이를 만든 원인을 살펴볼 만합니다.",
        ("lead", "plain"): "이곳의 변화가 전체를 좌우합니다.",
        ("top_two", "plain"): "두 곳에 기대는 정도를 염두에 두어야 합니다.",
        ("last", "plain"): "이유를 먼저 살펴볼 만합니다.",
    },
    "en": {
        ("rise", "good"): "so the next budget is best spent on keeping this growth going.",
        ("rise", "bad"): "so it is worth finding out first what drove it.",
        ("rise", "plain"): "so it is worth watching whether this goes on.",
        ("fall", "good"): "so it is time to decide between mending it and leaving it.",
        ("fall", "bad"): "so what saved money here may be worth trying elsewhere.",
        ("fall", "plain"): "so its cause is worth a look first.",
        ("trough", "plain"): "so the next two periods will show whether the recovery holds.",
        ("peak", "plain"): "so it is worth asking what changed at that time.",
        ("share_up", "plain"): "so the whole depends more and more on it.",
        ("share_down", "plain"): "so the way resources are divided deserves another look.",
        ("overtakes", "plain"): "so plans should now start from the new leader.",
        ("season", "plain"): "so preparations have to be finished in the period before.",
        ("outlier", "plain"): "so check first whether it is an error or a real event.",
        ("gap", "plain"): "so what makes this difference is worth a look.",
        ("lead", "plain"): "so any change there moves the whole.",
        ("top_two", "plain"): "so the whole leans heavily on these two.",
        ("last", "plain"): "so its reasons are worth a look first.",
    },
    "zh": {
        ("rise", "good"): "下一笔预算宜优先用于保持这一增长。",
        ("rise", "plain"): "值得关注这一趋势能否持续。",
        ("fall", "plain"): "应先查明原因。",
        ("trough", "plain"): "需观察回升能否持续。",
        ("peak", "plain"): "应查明当时发生了什么变化。",
        ("overtakes", "plain"): "计划应以新的领先者为准。",
        ("season", "plain"): "准备工作应在此前完成。",
        ("outlier", "plain"): "应先确认是错误还是真实事件。",
    },
}


def _titles(language: str, i: Insight, g: Ground) -> str:
    name, label = _safe(g.named(i.series)), _safe(g.label)
    low = label if label.isupper() else label.lower()
    n = {key: "{" + value + "}" for key, value in i.names.items()}
    p = {key: period_text(value, language) for key, value in i.names.items() if key in _PERIODS}
    ko = label if g.single or name == label else f"{name} {label}"
    en = low if g.single or name == label else f"{name} {low}"
    other = _safe(i.names.get("other", ""))
    made = {
        "rise": (
            f"{ko}, {p.get('start')} 이후 {n.get('size')} 증가",
            f"{en} up {n.get('size')} since {p.get('start')}",
        ),
        "fall": (
            f"{ko}, {p.get('start')} 이후 {n.get('size')} 감소",
            f"{en} down {n.get('size')} since {p.get('start')}",
        ),
        "total_rise": (
            f"전체 {label}, {p.get('start')} 이후 {n.get('size')} 증가",
            f"total {low} up {n.get('size')} since {p.get('start')}",
        ),
        "total_fall": (
            f"전체 {label}, {p.get('start')} 이후 {n.get('size')} 감소",
            f"total {low} down {n.get('size')} since {p.get('start')}",
        ),
        "trough": (f"{ko}, {p.get('turn')}를 바닥으로 반등", f"{en} turned up after {p.get('turn')}"),
        "peak": (
            f"{ko}, {p.get('turn')} 정점 뒤 {n.get('size')} 하락",
            f"{en} down {n.get('size')} from its {p.get('turn')} peak",
        ),
        "share_up": (
            f"{name} 비중, {n.get('a')}에서 {n.get('b')}까지 확대",
            f"{name} share grew from {n.get('a')} to {n.get('b')}",
        ),
        "share_down": (
            f"{name} 비중, {n.get('a')}에서 {n.get('b')}까지 축소",
            f"{name} share shrank from {n.get('a')} to {n.get('b')}",
        ),
        "overtakes": (f"{name}, {p.get('when')} {other} 추월", f"{name} overtakes {other} in {p.get('when')}"),
        "season": (
            f"해마다 {_season_or(i, 'ko')} {label} {n.get('size')} 높아",
            f"{_season_or(i, 'en')} {low} runs {n.get('size')} above trend",
        ),
        "outlier": (
            f"{p.get('when')} {ko} {n.get('a')}, 평소와 다른 값",
            f"unusual {en} of {n.get('a')} in {p.get('when')}",
        ),
        "gap": (f"{name}, {other}의 {n.get('times')}", f"{name}: {n.get('times')} the {low} of {other}"),
        "lead": (f"{name}, 전체 {label}의 {n.get('share')}", f"{name} makes up {n.get('share')} of {low}"),
        "top_two": (
            f"{_safe(i.names.get('one', ''))}·{_safe(i.names.get('two', ''))}, 전체 {label}의 {n.get('share')}",
            f"two of them make {n.get('share')} of {low}",
        ),
        "range": (f"{ko}, {p.get('high')} {n.get('a')} 최고", f"{en} peaked at {n.get('a')} in {p.get('high')}"),
        "last": (f"{name}, {label} 가장 낮은 {n.get('b')}", f"{name} is last with {low} of {n.get('b')}"),
        "above": (
            f"평균 이상은 {i.names.get('of')}곳 가운데 {n.get('count')}곳",
            f"{n.get('count')} of {i.names.get('of')} above the mean",
        ),
    }[i.kind]
    if language == "zh":
        return _zh(i, g, name, label, n, p).rstrip("。")
    return made[0 if language == "ko" else 1]


def _season_or(i: Insight, language: str) -> str:
    return _season(i.names["season"], language) if "season" in i.names else ""
