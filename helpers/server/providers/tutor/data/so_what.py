"""What follows from an insight, as advice that stays within what the data say."""

from .facts import Insight
from .ground import Ground
from .names import concept_of


def so_what(i: Insight, g: Ground) -> str:
    """What follows from it, as advice that stays within what the data say."""
    bad = concept_of(g.label) == "cost"
    mood = "good" if is_business(g.label) else "bad" if bad else "plain"
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
        ("season", "good"): "준비는 그 앞 시기에 마쳐야 합니다.",
        ("season", "plain"): "계획에는 이 계절 차이를 넣어야 합니다.",
        ("positive", "good"): "다음은 이 흐름을 지키는 일입니다.",
        ("negative", "good"): "원인부터 찾아야 합니다.",
        ("gain", "plain"): "이 흐름이 이어질지 지켜볼 만합니다.",
        ("loss", "plain"): "원인을 먼저 살펴볼 만합니다.",
        ("seasons", "plain"): "계획에는 이 계절 차이를 넣어야 합니다.",
        ("cycle", "plain"): "계획에는 이 계절 차이를 넣어야 합니다.",
        ("outlier", "plain"): "입력 오류인지 실제 사건인지 먼저 확인해야 합니다.",
        ("gap", "plain"): "이 차이를 만든 원인을 살펴볼 만합니다.",
        ("lead", "plain"): "이곳의 변화가 전체를 좌우합니다.",
        ("top_two", "plain"): "두 곳에 기대는 정도를 염두에 두어야 합니다.",
        ("last", "plain"): "이유를 먼저 살펴볼 만합니다.",
        ("behind", "plain"): "이유를 먼저 살펴볼 만합니다.",
        ("weekday", "plain"): "요일에 맞추어 준비할 만합니다.",
        ("weekend", "plain"): "계획에는 이 차이를 넣어야 합니다.",
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
        ("season", "good"): "so preparations have to be finished in the period before.",
        ("season", "plain"): "so plans should allow for this season.",
        ("positive", "good"): "so the next task is to keep it there.",
        ("negative", "good"): "so its cause has to be found first.",
        ("gain", "plain"): "so it is worth watching whether this goes on.",
        ("loss", "plain"): "so its cause is worth a look first.",
        ("seasons", "plain"): "so plans should allow for this season.",
        ("cycle", "plain"): "so plans should allow for this season.",
        ("outlier", "plain"): "so check first whether it is an error or a real event.",
        ("gap", "plain"): "so what makes this difference is worth a look.",
        ("lead", "plain"): "so any change there moves the whole.",
        ("top_two", "plain"): "so the whole leans heavily on these two.",
        ("last", "plain"): "so its reasons are worth a look first.",
        ("behind", "plain"): "so its reasons are worth a look first.",
        ("weekday", "plain"): "so preparations should follow the days of the week.",
        ("weekend", "plain"): "so plans should allow for this difference.",
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


def is_business(label: str) -> bool:
    """True where more of it is better for a firm: revenue, profit, customers."""
    return concept_of(label) in ("revenue", "profit", "quantity", "customers", "orders", "visitors", "margin")
