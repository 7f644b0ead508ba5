"""The words of insights. A sentence holds `{fact_id}` where a number belongs; nothing is written in by hand."""

import re

from .facts import Insight
from .ground import Ground
from .names import english_label
from .so_what import so_what
from .words import capital, period_text, with_particle


def sentence(insight: Insight, ground: Ground, words: int | None = None) -> str:
    """The insight as one sentence with placeholders.

    With `words` it leaves out what follows from the number where it comes nearer to that length without.
    """
    base = base_sentence(insight, ground)
    full = _join(base, so_what(insight, ground), ground.language)
    if words is None:
        return full
    return min((base, full), key=lambda text: abs(len(text.split()) - words))


def fill(text: str, texts: dict[str, str]) -> str:
    """The sentence with its numbers."""
    return re.sub(r"\{(\w+)\}", lambda found: texts.get(found[1], found[0]), text).replace("{{", "{").replace("}}", "}")


def safe(name: str) -> str:
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
        "올랐습니다.": "올랐으므로",
        "내렸습니다.": "내렸으므로",
        "왔습니다.": "왔으므로",
        "앞섰습니다.": "앞섰으므로",
        "높습니다.": "높으므로",
        "입니다.": "이므로",
        "차지합니다.": "차지하므로",
    }
    for end, link in joined.items():
        if base.endswith(end):
            return f"{base[: -len(end)]}{link} {tail}"
    return f"{base[:-1]}. {tail}"


def base_sentence(i: Insight, g: Ground) -> str:
    name = safe(g.named(i.series))
    label = safe(g.label)
    n = {key: "{" + value + "}" for key, value in i.names.items()}
    p = {key: period_text(value, g.language) for key, value in i.names.items() if key in PERIOD_KEYS}
    maker = {"ko": _ko, "en": _en, "zh": zh_sentence}[g.language]
    return maker(i, g, name, label, n, p)


def of_whom(name: str, label: str, g: Ground) -> str:
    """What is measured of whom: "홍차의 매출", "Online revenue"; a name that says it already stays as it is."""
    if g.single or name.casefold() == label.casefold():
        return label
    if re.search(rf"(^|\s){re.escape(label)}$", name, re.I):
        return name
    return f"{name}의 {label}" if g.language == "ko" else f"{name} {label}"


PERIOD_KEYS = ("start", "end", "first", "turn", "last", "when", "high", "low")


def _ko(i: Insight, g: Ground, name: str, label: str, n: dict[str, str], p: dict[str, str]) -> str:
    of = of_whom(name, label, g)
    topic = with_particle(of, "은는")
    match i.kind:
        case "rise" | "fall":
            verb = "늘었습니다." if i.kind == "rise" else "줄었습니다."
            return f"{topic} {p['start']} {n['a']}에서 {p['end']} {n['b']}까지 {n['size']} {verb}"
        case "total_rise" | "total_fall":
            verb = "늘었습니다." if i.kind == "total_rise" else "줄었습니다."
            return (
                f"전체 {with_particle(label, '은는')} {p['start']} {n['a']}에서 {p['end']} "
                f"{n['b']}까지 {n['size']} {verb}"
            )
        case "gain" | "loss":
            verb = "올랐습니다." if i.kind == "gain" else "내렸습니다."
            return f"{topic} {p['start']} {n['a']}에서 {p['end']} {n['b']}까지 {n['size']} {verb}"
        case "positive" | "negative":
            side = "플러스" if i.kind == "positive" else "마이너스"
            start = f"{topic} {p['first']} {n['a']}에서 시작해"
            return f"{start} {p['when']}부터 {side}로 돌아서 {p['last']} {n['b']}까지 왔습니다."
        case "trough":
            return (
                f"{topic} {p['first']} {n['a']}에서 {p['turn']} {n['b']}까지 내려간 뒤 {p['last']} "
                f"{n['c']}까지 {n['size']} 오르며 돌아섰습니다."
            )
        case "peak":
            return (
                f"{topic} {p['first']} {n['a']}에서 {p['turn']} {n['b']}까지 오른 뒤 {p['last']} "
                f"{n['c']}까지 {n['size']} 내려 꺾였습니다."
            )
        case "share_up" | "share_down":
            verb = "커졌습니다." if i.kind == "share_up" else "작아졌습니다."
            return (
                f"전체 {label}에서 {with_particle(name, '이가')} 차지하는 비중은 {p['start']} "
                f"{n['a']}에서 {p['end']} {n['b']}까지 {verb}"
            )
        case "overtakes":
            other = with_particle(safe(i.names["other"]), "을를")
            return (
                f"{with_particle(name, '은는')} {p['when']}부터 {label}에서 {other} 앞질러 "
                f"{p['last']} {n['a']} 대 {n['b']}({n['times']})로 앞섰습니다."
            )
        case "season":
            return (
                f"해마다 {season_name(i.names['season'], 'ko')}의 {with_particle(label, '이가')} 앞뒤 "
                f"추세보다 평균 {n['size']} 높습니다."
            )
        case "seasons":
            high, low = (season_name(i.names[key], "ko") for key in ("season", "other"))
            return f"여러 해의 평균 {with_particle(label, '은는')} {high}에 {n['a']}, {low}에 {n['b']}입니다."
        case "cycle":
            high, low = (season_name(i.names[key], "ko") for key in ("season", "other"))
            return (
                f"여러 해의 평균 {with_particle(label, '은는')} {high}에 {n['a']}, {low}에 {n['b']}, "
                f"각각 가장 높고 가장 낮은 값입니다."
            )
        case "outlier":
            way = "높습니다." if i.names["up"] else "낮습니다."
            return f"{p['when']} {with_particle(of, '은는')} {n['a']}, 바로 앞뒤의 평균 {n['b']}보다 눈에 띄게 {way}"
        case "gap":
            when = f"{p['end']} " if i.names["end"] else ""
            return f"{when}{of} {n['a']}, {safe(i.names['other'])} {n['b']}의 {n['times']}입니다."
        case "lead":
            return f"{with_particle(name, '은는')} {label} {n['a']}, 전체의 {n['share']}를 차지합니다."
        case "top_two":
            return (
                f"{with_particle(safe(i.names['one']), '과와')} {safe(i.names['two'])} 둘이 전체 "
                f"{label}의 {n['share']}를 차지합니다."
            )
        case "above":
            return (
                f"평균 {label} {n['mean']}보다 높은 곳은 {i.names['of']}곳 가운데 "
                f"{n['count']}곳({safe(i.names['which'])})입니다."
            )
        case "behind":
            return (
                f"{with_particle(name, '은는')} {label} {n['b']}, 가장 높은 {safe(i.names['other'])}({n['a']})보다 "
                f"{n['size']} 낮은 값입니다."
            )
        case "order":
            one, two, three = (safe(i.names[key]) for key in ("one", "two", "three"))
            return f"{with_particle(label, '이가')} 높은 순서는 {one} {n['a']}, {two} {n['b']}, {three} {n['c']}입니다."
        case "weekday":
            return (
                f"하루 평균 {with_particle(label, '은는')} {i.names['one']}에 {n['a']}, {i.names['two']}에 "
                f"{n['b']}, 각각 가장 높고 가장 낮은 값입니다."
            )
        case "weekend":
            return (
                f"하루 평균 {with_particle(label, '은는')} {i.names['one']} {n['a']}, {i.names['two']} {n['b']}의 "
                f"{n['times']}입니다."
            )
        case "later_up" | "later_down":
            verb = "늘었습니다." if i.kind == "later_up" else "줄었습니다."
            return (
                f"평균 {with_particle(label, '은는')} 앞 절반({p['start']}~{p['first']}) {n['a']}에서 "
                f"뒤 절반({p['when']}~{p['last']}) {n['b']}까지 {n['size']} {verb}"
            )
        case "step_up" | "step_down":
            most = f"{with_particle(label, '이가')} 가장 크게 {'늘어난' if i.kind == 'step_up' else '줄어든'} 때"
            course = f"{p['start']} {n['a']}에서 {p['end']} {n['b']}까지"
            return f"{with_particle(most, '은는')} {course}, {n['size']} 차이입니다."
        case "steady":
            return f"{topic} {p['start']} {n['a']}, {p['end']} {n['b']}, {n['change']} 변화로 거의 그대로입니다."
        case "last":
            return f"{with_particle(name, '은는')} {label} {n['b']}, 평균 {n['mean']}에 견주어 가장 낮은 값입니다."
    return f"{topic} {p['high']} {n['a']}에서 가장 높고 {p['low']} {n['b']}에서 가장 낮은 값입니다."


def _en(i: Insight, g: Ground, name: str, label: str, n: dict[str, str], p: dict[str, str]) -> str:
    low = english_label(label)
    of = of_whom(name, low, g)
    of = capital(of)
    match i.kind:
        case "rise" | "fall":
            return (
                f"{of} {'grew' if i.kind == 'rise' else 'fell'} {n['size']} from {n['a']} in "
                f"{p['start']} to {n['b']} in {p['end']}."
            )
        case "total_rise" | "total_fall":
            verb = "grew" if i.kind == "total_rise" else "fell"
            return f"Total {low} {verb} {n['size']} from {n['a']} in {p['start']} to {n['b']} in {p['end']}."
        case "gain" | "loss":
            verb = "rose" if i.kind == "gain" else "fell"
            return f"{of} {verb} by {n['size']} from {n['a']} in {p['start']} to {n['b']} in {p['end']}."
        case "positive" | "negative":
            start = f"{of} turned {i.kind} in {p['when']} and stayed so"
            return f"{start}, from {n['a']} in {p['first']} to {n['b']} in {p['last']}."
        case "trough":
            return (
                f"{of} fell from {n['a']} in {p['first']} to {n['b']} in {p['turn']}, then turned and "
                f"rose {n['size']} to {n['c']} in {p['last']}."
            )
        case "peak":
            return (
                f"{of} rose from {n['a']} in {p['first']} to {n['b']} in {p['turn']}, then turned and "
                f"fell {n['size']} to {n['c']} in {p['last']}."
            )
        case "share_up" | "share_down":
            verb = "grew" if i.kind == "share_up" else "shrank"
            return f"The share of {name} in {low} {verb} from {n['a']} in {p['start']} to {n['b']} in {p['end']}."
        case "overtakes":
            return (
                f"{name} overtook {safe(i.names['other'])} in {low} from {p['when']} on, and reached "
                f"{n['a']} against {n['b']} in {p['last']}."
            )
        case "season":
            return (
                f"Every year {season_name(i.names['season'], 'en')} brings {low} on average "
                f"{n['size']} above the trend around it."
            )
        case "seasons":
            high, quiet = (season_name(i.names[key], "en") for key in ("season", "other"))
            return f"Over the years {low} averaged {n['a']} in {high} but {n['b']} in {quiet}."
        case "cycle":
            high, coldest = (season_name(i.names[key], "en") for key in ("season", "other"))
            text = f"Over the years {high} has the highest {low}, {n['a']} on average"
            return f"{text}, and {coldest} the lowest, {n['b']}."
        case "outlier":
            way = "above" if i.names["up"] else "below"
            return f"{of} of {n['a']} in {p['when']} stands far {way} {n['b']}, the mean of its neighbours."
        case "gap":
            when = f" in {p['end']}" if i.names["end"] else ""
            return f"{of}{when} is {n['a']}, {n['times']} that of {safe(i.names['other'])} ({n['b']})."
        case "lead":
            return f"{name} leads with {low} of {n['a']}, {n['share']} of the whole."
        case "top_two":
            return f"{safe(i.names['one'])} and {safe(i.names['two'])} together make up {n['share']} of all {low}."
        case "above":
            return (
                f"{n['count']} of {i.names['of']} ({safe(i.names['which'])}) lie above the mean {low} of {n['mean']}."
            )
        case "behind":
            return f"{name} has {low} of {n['b']}, {n['size']} below {safe(i.names['other'])}, the highest ({n['a']})."
        case "order":
            one, two, three = (safe(i.names[key]) for key in ("one", "two", "three"))
            return f"By {low} the order is {one} ({n['a']}), {two} ({n['b']}), {three} ({n['c']})."
        case "weekday":
            text = f"{i.names['one']} has the highest {low} of an average week, {n['a']} a day"
            return f"{text}, and {i.names['two']} the lowest, {n['b']}."
        case "weekend":
            one, two = (f"{i.names[key]} day" if i.names[key] == "weekend" else i.names[key] for key in ("one", "two"))
            return f"An average {one} has {low} of {n['a']}, {n['times']} that of a {two} ({n['b']})."
        case "later_up" | "later_down":
            way = "rose" if i.kind == "later_up" else "fell"
            text = f"Average {low} {way} {n['size']} from {n['a']} in the first half ({p['start']} to {p['first']})"
            return f"{text} to {n['b']} in the second ({p['when']} to {p['last']})."
        case "step_up" | "step_down":
            way = "rise" if i.kind == "step_up" else "fall"
            text = f"The largest {way} in {low} came between {p['start']} ({n['a']}) and {p['end']} ({n['b']})"
            return f"{text}, a step of {n['size']}."
        case "steady":
            return f"{of} hardly changed, {n['a']} in {p['start']} and {n['b']} in {p['end']} ({n['change']})."
        case "last":
            return f"{name} is last with {low} of {n['b']}, against a mean of {n['mean']}."
    return f"{of} was highest in {p['high']} with {n['a']} and lowest in {p['low']} with {n['b']}."


def zh_sentence(i: Insight, g: Ground, name: str, label: str, n: dict[str, str], p: dict[str, str]) -> str:
    of = label if g.single else f"{name}的{label}"
    match i.kind:
        case "rise" | "fall":
            return (
                f"{of}从{p['start']}的{n['a']}到{p['end']}的{n['b']}，"
                f"{'增长' if i.kind == 'rise' else '下降'}了{n['size']}。"
            )
        case "total_rise" | "total_fall":
            return (
                f"总{label}从{p['start']}的{n['a']}到{p['end']}的{n['b']}，"
                f"{'增长' if i.kind == 'total_rise' else '下降'}了{n['size']}。"
            )
        case "gain" | "loss":
            return (
                f"{of}从{p['start']}的{n['a']}到{p['end']}的{n['b']}，"
                f"{'上升' if i.kind == 'gain' else '下降'}{n['size']}。"
            )
        case "positive" | "negative":
            side = "正" if i.kind == "positive" else "负"
            return f"{of}从{p['first']}的{n['a']}起，自{p['when']}转{side}，{p['last']}为{n['b']}。"
        case "trough":
            return (
                f"{of}从{p['first']}的{n['a']}降至{p['turn']}的{n['b']}，随后回升{n['size']}，{p['last']}达到{n['c']}。"
            )
        case "peak":
            return (
                f"{of}从{p['first']}的{n['a']}升至{p['turn']}的{n['b']}，随后回落{n['size']}，{p['last']}为{n['c']}。"
            )
        case "share_up" | "share_down":
            verb = "升" if i.kind == "share_up" else "降"
            return f"{name}在{label}中的占比从{p['start']}的{n['a']}{verb}至{p['end']}的{n['b']}。"
        case "overtakes":
            return f"{name}自{p['when']}起在{label}上超过{safe(i.names['other'])}，{p['last']}为{n['a']}对{n['b']}。"
        case "season":
            return f"每年{season_name(i.names['season'], 'zh')}的{label}平均高出趋势{n['size']}。"
        case "seasons":
            high, low = (season_name(i.names[key], "zh") for key in ("season", "other"))
            return f"历年{label}平均在{high}为{n['a']}，在{low}为{n['b']}。"
        case "cycle":
            high, low = (season_name(i.names[key], "zh") for key in ("season", "other"))
            return f"历年{label}在{high}最高，平均{n['a']}；在{low}最低，平均{n['b']}。"
        case "outlier":
            return f"{p['when']}{of}为{n['a']}，明显{'高' if i.names['up'] else '低'}于前后平均值{n['b']}。"
        case "gap":
            return (
                f"{p['end'] if i.names['end'] else ''}{of}为{n['a']}，"
                f"是{safe(i.names['other'])}（{n['b']}）的{n['times']}。"
            )
        case "lead":
            return f"{name}的{label}为{n['a']}，占总体的{n['share']}。"
        case "top_two":
            return f"{safe(i.names['one'])}和{safe(i.names['two'])}合计占{label}的{n['share']}。"
        case "above":
            return f"{i.names['of']}个中有{n['count']}个（{safe(i.names['which'])}）高于平均{label}{n['mean']}。"
        case "behind":
            return f"{name}的{label}为{n['b']}，比最高的{safe(i.names['other'])}（{n['a']}）低{n['size']}。"
        case "order":
            one, two, three = (safe(i.names[key]) for key in ("one", "two", "three"))
            return f"按{label}由高到低为{one}（{n['a']}）、{two}（{n['b']}）、{three}（{n['c']}）。"
        case "weekday":
            return f"日均{label}在{i.names['one']}最高，为{n['a']}；在{i.names['two']}最低，为{n['b']}。"
        case "weekend":
            return f"{i.names['one']}日均{label}为{n['a']}，是{i.names['two']}（{n['b']}）的{n['times']}。"
        case "later_up" | "later_down":
            way = "上升" if i.kind == "later_up" else "下降"
            text = f"平均{label}从前半段（{p['start']}至{p['first']}）的{n['a']}"
            return f"{text}{way}{n['size']}，后半段（{p['when']}至{p['last']}）为{n['b']}。"
        case "step_up" | "step_down":
            way = "增幅" if i.kind == "step_up" else "降幅"
            text = f"{label}最大的{way}出现在{p['start']}（{n['a']}）到{p['end']}（{n['b']}）"
            return f"{text}，相差{n['size']}。"
        case "steady":
            return f"{of}几乎不变：{p['start']}{n['a']}，{p['end']}{n['b']}（{n['change']}）。"
        case "last":
            return f"{name}的{label}为{n['b']}，在平均值{n['mean']}之下，排在最后。"
    return f"{of}在{p['high']}最高，为{n['a']}；在{p['low']}最低，为{n['b']}。"


def season_name(season: str, language: str) -> str:
    if season.startswith("Q"):
        return {"ko": f"{season[1]}분기", "en": season, "zh": f"{season[1]}季度"}[language]
    month = int(season)
    english = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    return {"ko": f"{month}월", "en": english[month - 1], "zh": f"{month}月"}[language]
