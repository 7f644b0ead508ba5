"""Two kinds of creatures (or vehicles) in one place: so many heads, so many legs (or wheels), how many of each?"""

import re
from fractions import Fraction

from ..plan import Given, Step
from ..wording import with_unit
from .phrases import Label, several
from .question import Question, Reading

# The word for one kind, in each language, and the legs or wheels that each has.
_KINDS = [
    (r"닭|chickens?|hens?|鸡", 2),
    (r"토끼|rabbits?|bunn(?:y|ies)|兔子?", 4),
    (r"(?<![가-힣])학(?=과|이|은|\s)|두루미|cranes?|鹤", 2),
    (r"거북이?|turtles?|tortoises?|龟", 4),
    (r"오리|ducks?|鸭子?", 2),
    (r"돼지|pigs?|猪", 4),
    (r"(?<![가-힣])소(?=와|가|는|\s)|cows?|牛", 4),
    (r"양(?=과|이|은)|sheep|羊", 4),
    (r"강아지|(?<![가-힣])개와|dogs?|狗", 4),
    (r"자동차|승용차|\bcars?|汽车|轿车", 4),
    (r"오토바이|motor(?:cycles?|bikes?)|摩托车", 2),
    (r"세발자전거|tricycles?|三轮车", 3),
    (r"(?<!세발)자전거|(?<!tri)(?<!motor)bi(?:cycles?|kes?)|自行车", 2),
]
_LEGS = r"다리|바퀴|\blegs?\b|\bwheels?\b|\bfeet\b|腿|脚|轮"


def recognise(question: Question) -> Reading | None:
    """So many heads and so many legs of two known kinds, or None."""
    kinds = [(match, legs) for words, legs in _KINDS if (match := re.search(words, question.text, re.IGNORECASE))]
    numbers = [q for q in question.quantities if q.value not in {1, 2} or q.kind == "plain"]
    if len(kinds) != 2 or len(numbers) != 2 or not question.has(_LEGS) or not question.asks:
        return None
    kinds.sort(key=lambda kind: kind[0].start())
    (first, few), (second, many) = kinds
    place = re.search(_LEGS, question.text, re.IGNORECASE)
    if few == many or place is None:
        return None
    legs = min(numbers, key=lambda q: min(abs(q.start - place.end()), abs(place.start() - q.end)))
    heads = next(q for q in numbers if q is not legs)
    count = (legs.value - many * heads.value) / (few - many)
    if not 0 <= count <= heads.value or count.denominator != 1:
        return None
    givens = [Given("heads", heads.value, heads.text.strip()), Given("legs", legs.value, legs.text.strip())]
    steps = [
        Step("first", f"(legs - {many} * heads) / ({few} - {many})"),
        Step("second", "heads - first"),
    ]
    unit = question.pick(heads.label or "", "", heads.label or "")

    def shown(value: Fraction) -> str:
        return with_unit(value, unit, question.language)

    results = [(step.name, _name(match), shown) for step, match in zip(steps, (first, second), strict=True)]
    return Reading(0.93, several(question, givens, steps, results))


def _name(match: re.Match[str]) -> Label:
    word = match[0].lower()
    return word, f"the number of {word if word.endswith(('s', 'p')) else word + 's'}", word
