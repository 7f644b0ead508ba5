"""Titles of slides: an insight as one short sentence that carries its number."""

from .facts import Insight
from .ground import Ground
from .names import english_label
from .phrases import PERIOD_KEYS, of_whom, safe, season_name, zh_sentence
from .words import capital, period_text, with_particle


def slide_title(insight: Insight, ground: Ground) -> str:
    """The insight as a sentence for the head of a slide, with placeholders."""
    n = {key: "{" + value + "}" for key, value in insight.names.items()}
    p = {key: period_text(value, ground.language) for key, value in insight.names.items() if key in PERIOD_KEYS}
    if ground.language == "zh":
        return zh_sentence(insight, ground, safe(ground.named(insight.series)), safe(ground.label), n, p).rstrip("。")
    made = _ko(insight, ground, n, p) if ground.language == "ko" else _en(insight, ground, n, p)
    return made if made.startswith("{") else capital(made)


def _ko(i: Insight, g: Ground, n: dict[str, str], p: dict[str, str]) -> str:
    name, label = safe(g.named(i.series)), safe(g.label)
    of = of_whom(name, label, g)
    other = safe(i.names.get("other", ""))
    season = season_name(i.names["season"], "ko") if "season" in i.names else ""
    match i.kind:
        case "rise" | "fall" | "gain" | "loss":
            verb = {"rise": "늘었습니다", "fall": "줄었습니다", "gain": "올랐습니다", "loss": "내렸습니다"}[i.kind]
            return f"{with_particle(of, '이가')} {p['start']} 이후 {n['size']} {verb}"
        case "total_rise" | "total_fall":
            verb = "늘었습니다" if i.kind == "total_rise" else "줄었습니다"
            return f"전체 {with_particle(label, '이가')} {p['start']} 이후 {n['size']} {verb}"
        case "positive" | "negative":
            side = "플러스" if i.kind == "positive" else "마이너스"
            return f"{with_particle(of, '이가')} {p['when']}부터 {side}로 돌아섰습니다"
        case "trough":
            return f"{with_particle(of, '은는')} {p['turn']} {n['b']}까지 내려간 뒤 {n['size']} 올랐습니다"
        case "peak":
            return f"{with_particle(of, '은는')} {p['turn']} {n['b']}까지 오른 뒤 {n['size']} 내렸습니다"
        case "share_up" | "share_down":
            verb = "커졌습니다" if i.kind == "share_up" else "작아졌습니다"
            return f"{with_particle(name, '이가')} 차지하는 비중이 {n['a']}에서 {n['b']}까지 {verb}"
        case "overtakes":
            start = f"{with_particle(name, '이가')} {p['when']}부터 {with_particle(other, '을를')} 앞질러"
            return f"{start} {p['last']}에는 {n['times']}에 이릅니다"
        case "season":
            return f"해마다 {season}의 {with_particle(label, '이가')} 추세보다 평균 {n['size']} 높습니다"
        case "seasons":
            quiet = season_name(i.names["other"], "ko")
            return f"여러 해의 평균 {with_particle(label, '은는')} {season}에 {n['a']}, {quiet}에 {n['b']}입니다"
        case "cycle":
            return f"{with_particle(label, '은는')} {season}에 가장 높아 평균 {n['a']}입니다"
        case "outlier":
            return f"{p['when']} {with_particle(of, '은는')} {n['a']}, 앞뒤 평균 {n['b']}에서 크게 벗어났습니다"
        case "gap":
            return f"{with_particle(of, '은는')} {other}의 {n['times']}입니다"
        case "lead":
            return f"{with_particle(name, '이가')} 전체 {label}의 {n['share']}를 차지합니다"
        case "top_two":
            pair = f"{with_particle(safe(i.names['one']), '과와')} {safe(i.names['two'])}"
            return f"{pair} 둘이 전체 {label}의 {n['share']}를 차지합니다"
        case "above":
            return f"평균 {label} {n['mean']}보다 높은 곳은 {i.names['of']}곳 가운데 {n['count']}곳입니다"
        case "last" | "behind":
            return f"{with_particle(of, '은는')} {n['b']}, 가장 낮은 값입니다"
        case "order":
            return f"{with_particle(label, '이가')} 가장 높은 것은 {safe(i.names['one'])}, {n['a']}입니다"
        case "weekday":
            return f"하루 평균 {with_particle(label, '은는')} {i.names['one']}에 {n['a']}, 가장 높은 값입니다"
        case "weekend":
            return f"{i.names['one']} 하루 평균 {with_particle(label, '은는')} {i.names['two']}의 {n['times']}입니다"
        case "later_up" | "later_down":
            verb = "늘었습니다" if i.kind == "later_up" else "줄었습니다"
            return f"뒤 절반의 평균 {with_particle(label, '이가')} 앞 절반보다 {n['size']} {verb}"
        case "step_up" | "step_down":
            verb = "늘었습니다" if i.kind == "step_up" else "줄었습니다"
            return f"{with_particle(label, '이가')} {p['end']}에 {n['size']} {verb}"
        case "steady":
            return f"{p['end']} {with_particle(label, '은는')} {n['b']}, {p['start']}과 거의 같습니다"
    return f"{with_particle(of, '은는')} {p['high']} {n['a']}에서 가장 높았습니다"


def _en(i: Insight, g: Ground, n: dict[str, str], p: dict[str, str]) -> str:
    name, low = safe(g.named(i.series)), english_label(safe(g.label))
    of = of_whom(name, low, g)
    other = safe(i.names.get("other", ""))
    season = season_name(i.names["season"], "en") if "season" in i.names else ""
    match i.kind:
        case "rise" | "fall" | "gain" | "loss":
            verb = {"rise": "grown", "fall": "fallen", "gain": "risen by", "loss": "fallen by"}[i.kind]
            return f"{of} has {verb} {n['size']} since {p['start']}"
        case "total_rise" | "total_fall":
            return f"total {low} has {'grown' if i.kind == 'total_rise' else 'fallen'} {n['size']} since {p['start']}"
        case "positive" | "negative":
            return f"{of} has been {i.kind} since {p['when']} and stands at {n['b']}"
        case "trough":
            return f"{of} fell to {n['b']} in {p['turn']} and has risen {n['size']} since"
        case "peak":
            return f"{of} peaked at {n['b']} in {p['turn']} and has fallen {n['size']} since"
        case "share_up" | "share_down":
            return f"{name} now makes up {n['b']} of {low}, {'up' if i.kind == 'share_up' else 'down'} from {n['a']}"
        case "overtakes":
            return f"{name} overtook {other} in {p['when']} and now has {n['times']} its {low}"
        case "season":
            return f"every year {season} brings {low} {n['size']} above trend"
        case "seasons":
            quiet = season_name(i.names["other"], "en")
            return f"{low} averages {n['a']} in {season} and {n['b']} in {quiet}"
        case "cycle":
            return f"{season} has the highest {low}, {n['a']} on average"
        case "outlier":
            return f"{of} of {n['a']} in {p['when']} is far from the {n['b']} around it"
        case "gap":
            return f"{name} has {n['times']} the {low} of {other}"
        case "lead":
            return f"{name} makes up {n['share']} of {low}"
        case "top_two":
            return f"{safe(i.names['one'])} and {safe(i.names['two'])} together make up {n['share']} of {low}"
        case "above":
            return f"{n['count']} of {i.names['of']} lie above the mean {low} of {n['mean']}"
        case "last" | "behind":
            return f"{name} is last, with {low} of {n['b']}"
        case "order":
            return f"{safe(i.names['one'])} has the highest {low}, {n['a']}"
        case "weekday":
            return f"{i.names['one']} has the highest {low}, {n['a']} on an average day"
        case "weekend":
            return f"an average {i.names['one']} day has {n['times']} the {low} of a {i.names['two']}".replace(
                "weekday day", "weekday"
            )
        case "later_up" | "later_down":
            return f"average {low} {'rose' if i.kind == 'later_up' else 'fell'} {n['size']} in the second half"
        case "step_up" | "step_down":
            return f"{low} {'rose' if i.kind == 'step_up' else 'fell'} by {n['size']} in {p['end']}"
        case "steady":
            return f"{of} of {n['b']} in {p['end']} is close to that of {p['start']}"
    return f"{of} was highest in {p['high']}, at {n['a']}"
