"""Written sums: “(12+8)*3/4”, “2의 10제곱”, “루트 144”, “17 mod 5”, “3 더하기 4”, “5!”."""

import re
from fractions import Fraction

from ..plan import Answer, Plan, Step, Unanswerable, Values
from ..quantities import quantities
from ..wording import is_rounded, number
from .phrases import fraction
from .question import Question, Reading

# Words for operators become signs; the order matters (longer phrases first).
_N = r"(\d[\d,]*(?:\.\d+)?|\))"
_REWRITES = [
    # Only inside a longer sum: a percentage by itself is read with its words, in another module.
    (
        rf"(?:{_N} ?(?:%|percent|퍼센트|프로) of {_N}|{_N}\s?의 {_N}\s?(?:%|퍼센트|프로))"
        r"(?=\s*(?:[+\-*/×÷]|plus|minus|times|divided|에다? \d|에서 \d))",
        "share",
    ),
    (r"\\times|\\cdot", "*"),
    (r"\\div", "/"),
    (r"[×✕⋅∙·](?=\s*[\d(√])|[xX](?=\s*\d)(?<=[\d\s)][xX])", "*"),
    (r"÷", "/"),
    (r"[−–](?=\s*[\d(])", "-"),
    (r"²", "**2"),
    (r"³", "**3"),
    (r"\^", "**"),
    (rf"{_N}\s?의 제곱근|{_N}\s?的平方根|(?:루트|√|根号)\s?{_N}|(?:the )?square root of {_N}", "sqrt"),
    (
        rf"{_N}\s?의 (\d+)\s?(?:제곱|승)|{_N}\s?的\s?(\d+)\s?次方|"
        rf"{_N} (?:to the (?:power of )?|raised to (?:the (?:power of )?)?)(\d+)(?:th|st|nd|rd)?(?: power)?",
        "power",
    ),
    (rf"{_N}\s?의 제곱|{_N}\s?제곱|{_N} squared|{_N}\s?的平方", "square"),
    (rf"{_N}\s?의 세제곱|{_N}\s?세제곱|{_N} cubed|{_N}\s?的立方", "cube"),
    (rf"{_N}\s?(?:의 )?팩토리얼|{_N}\s?의 계승|factorial of {_N}|{_N} factorial|{_N}\s?的阶乘|{_N}!(?!=)", "factorial"),
    (
        r"(?<=[\d)])\s?(?:에|에다|에다가)?\s?(?:더하기|플러스)\s?(?=[\d(])|(?<=[\d)]) plus (?=[\d(])|"
        r"(?<=[\d)])\s?加上?\s?(?=[\d(])",
        "+",
    ),
    (r"(?<=[\d)])\s?(?:빼기|마이너스)\s?(?=[\d(])|(?<=[\d)]) minus (?=[\d(])|(?<=[\d)])\s?减去?\s?(?=[\d(])", "-"),
    (
        r"(?<=[\d)])\s?(?:곱하기|곱)\s?(?=[\d(])|(?<=[\d)]) (?:times|multiplied by) (?=[\d(])|"
        r"(?<=[\d)])\s?乘以?\s?(?=[\d(])",
        "*",
    ),
    (
        r"(?<=[\d)])\s?(?:나누기|나눗셈)\s?(?=[\d(])|(?<=[\d)]) (?:divided by|over) (?=[\d(])|"
        r"(?<=[\d)])\s?除以\s?(?=[\d(])",
        "/",
    ),
    (rf"\b(add) {_N} (?:to|and) {_N}|\b(subtract|take) {_N} from {_N}|\b(multiply|divide) {_N} by {_N}", "command"),
    (r"(?<=[\d)]) (?:and )?(?:then )?(add|subtract|take away|multiply(?: it)? by|divide(?: it)? by) (?=[\d(])", "then"),
    (rf"{_N}에(?:서|다|다가)? {_N}[을를] (더하|빼|곱하)(?:면|고|세요|기)?", "ko-verb"),
    (rf"{_N}[을를] {_N}(?:으로|로) (나누)(?:면|고|세요|기)?(?: 나머지)?", "ko-verb"),
    (rf"{_N}[와과] {_N}[을를] (더하|곱하)(?:면|고|세요|기)?", "ko-verb"),
    (rf"{_N}[와과] {_N}의 (합|곱|차)", "ko-verb"),
    (r"(?<=\d)\s?(?:mod|modulo|%)\s?(?=\d)", "%"),
    (
        rf"{_N}[을를] {_N}(?:으로|로) 나눈 나머지|"
        rf"remainder (?:of|when) {_N} (?:is )?divided by {_N}|{_N}\s?除以\s?{_N}\s?的余数",
        "remainder",
    ),
]
_VERBS = {"더하": "+", "합": "+", "빼": "-", "차": "-", "곱하": "*", "곱": "*", "나누": "/"}
_COMMANDS = {"add": "+", "subtract": "-", "take": "-", "multiply": "*", "divide": "/"}
_SIGNS = r"[\d\s()+\-*/%.,]"
_EXPRESSION = re.compile(rf"(?:sqrt\(|factorial\(|[\d(.\-]){_SIGNS}*(?:(?:sqrt\(|factorial\(){_SIGNS}*)*")
# A fraction with a larger denominator says less than its decimals.
_LARGEST_DENOMINATOR = 1000
# What may stand around a written sum without making it something else.
_FILLER = re.compile(
    r"계산(?:기)?|해\s?줘|해\s?주세요|해\s?주실래요|해\s?줄래|하세요|해\s?봐|하면|값|답|결과|정답|"
    r"얼마\w*|몇\w*|알려|주세요|줘|구해|구하\w*|무엇|뭐\w*|"
    r"입니까|인가요|예요|이에요|인지|이야|일까요?|되나요|됩니까|될까요?|은|는|을|를|이|가|의|좀|다음|"
    r"식|수식|으로|로|코드|파이썬|"
    r"\b(?:what(?:'s| is| does)?|is|equals?|the|calculate|compute|evaluate|solve|please|can you|"
    r"could you|find|result|value|answer|of|"
    r"how much|tell me|work out|for me|me|with|using|python|code|run|to|a|expression|following|do|sum|hey|hi)\b|"
    r"等于|多少|计算|算|一下|请|是|结果|的|几|帮我|[?？=.!,:;“”\"'`~。，：！\s]",
    re.IGNORECASE,
)


def recognise(question: Question) -> Reading | None:
    """A sum that is written out, with nothing else of weight in the question; or None."""
    text = _rewritten(question.text.replace("`", " ").replace("$", " "))
    best = max((m for m in _EXPRESSION.finditer(text)), key=lambda m: len(m[0].strip()), default=None)
    if best is None:
        return None
    expression = best[0].strip().rstrip(".,= ")
    expression = re.sub(r",(?=\d{3}\b)", "", expression)
    operators = re.findall(r"\*\*|//|[+\-*/%]|sqrt|factorial", expression.lstrip("-"))
    if not operators or not _looks_like_a_sum(expression):
        return None
    rest = text[: best.start()] + " " + text[best.end() :]
    left = _FILLER.sub(" ", rest).strip()
    if left or quantities(rest):
        return None
    shown = _shown(expression)
    try:
        plan = _plan(question, expression, shown)
        plan.values()
    except (Unanswerable, SyntaxError, KeyError, RecursionError, MemoryError):
        return _refusal(question, expression, shown)
    return Reading(0.9, plan)


def _looks_like_a_sum(expression: str) -> bool:
    """Not a date, a range of years, a version or a telephone number."""
    if re.fullmatch(r"\d{2,4}\s?-\s?\d{1,4}(?:\s?-\s?\d{1,4})*", expression) and re.search(
        r"-0|^0|^\d{4}-\d{4}", expression
    ):
        return False
    return expression.count("(") == expression.count(")") and not re.search(r"\d\s+\d|,", expression)


def _rewritten(text: str) -> str:
    for pattern, sign in _REWRITES:
        text = re.sub(pattern, lambda match, sign=sign: _sign(match, sign), text, flags=re.IGNORECASE)  # type: ignore[misc]
    return text


def _sign(match: re.Match[str], sign: str) -> str:
    parts = [group for group in match.groups() if group]
    if sign in {"sqrt", "factorial"}:
        return match[0] if parts[0] == ")" else f"{sign}({parts[0]})"
    if sign == "command":
        verb, first, second = parts[0].lower(), parts[1], parts[2]
        if verb in {"subtract", "take"}:
            first, second = second, first
        return f"{first}{_COMMANDS[verb]}{second}"
    if sign == "then":
        return _COMMANDS[parts[0].lower().split()[0]]
    if sign == "power":
        return f"{parts[0]}**{parts[1]}"
    if sign == "share":
        rate, whole = parts if re.search("% ?of|percent of", match[0], re.IGNORECASE) else parts[::-1]
        return f"({rate}/100*{whole})"
    if sign in {"square", "cube"}:
        return f"{parts[0]}**{2 if sign == 'square' else 3}"
    if sign == "remainder":
        return f"{parts[0]}%{parts[1]}"
    if sign == "ko-verb":
        operator = "%" if "나머지" in match[0] else _VERBS[parts[2]]
        return f"{parts[0]}{operator}{parts[1]} "
    return sign


def _shown(expression: str) -> str:
    text = re.sub(r"\s*\*\*\s*", "^", expression)
    text = re.sub(r"\s*\*\s*", " × ", text)
    text = re.sub(r"\s*/\s*", " ÷ ", text)
    text = re.sub(r"(?<=[\d)])\s*([+%])\s*", r" \1 ", text)
    text = re.sub(r"(?<=[\d)])\s*-\s*", " − ", text)
    return re.sub(r"sqrt\(([\d.]+)\)", r"√\1", re.sub(r"factorial\((\d+)\)", r"\1!", text))


def _plan(question: Question, expression: str, shown: str) -> Plan:
    step = Step("result", re.sub(r"(?<=[\d)])\s*(\*\*|[+\-*/%])\s*", r" \1 ", expression))

    def phrase(values: Values) -> Answer:
        result = fraction(values, "result")
        value = figures(result)
        equals = "≈" if is_rounded(result, value) else "="
        if (
            equals == "≈"
            and 1 < result.denominator <= _LARGEST_DENOMINATOR
            and re.fullmatch(r"[\d\s()+\-*/]+", expression)
        ):
            equals = f"= {result.numerator}/{result.denominator} ≈"
        return Answer(
            value,
            question.pick(
                f"{shown} {equals} {value}입니다.", f"{shown} {equals} {value}.", f"{shown} {equals} {value}。"
            ),
        )

    return Plan((), (step,), ("result",), phrase)


def figures(value: Fraction) -> str:
    """A number of any size: very long ones as a power of ten."""
    if abs(value) >= 10**24:
        digits = str(abs(int(value)))
        return f"{'-' if value < 0 else ''}{digits[0]}.{digits[1:7]} × 10^{len(digits) - 1}"
    return number(value)


def _refusal(question: Question, expression: str, shown: str) -> Reading | None:
    if re.search(r"[/%]\s*\(?0+(?:\.0+)?\)?(?![\d.])", expression):
        return Reading(
            0.8,
            missing=question.pick(
                f"{shown}: 0으로 나눌 수 없어서 값이 없습니다.",
                f"{shown} has no value: nothing can be divided by zero.",
                f"{shown} 没有值：不能除以 0。",
            ),
        )
    if "**" in expression or "factorial" in expression:
        return Reading(
            0.6,
            missing=question.pick(
                "결과가 너무 커서 여기서 계산하지 않습니다. 더 작은 수로 물어봐 주세요.",
                "The result is too big to be worked out here; please ask with smaller numbers.",
                "结果太大，无法在此计算，请换小一些的数。",
            ),
        )
    return None
