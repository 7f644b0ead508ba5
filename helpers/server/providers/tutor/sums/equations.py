"""Equations in one unknown, of the first and second degree: “3x + 5 = 20”, “x² − 5x + 6 = 0”."""

import re
from fractions import Fraction

from ..plan import Answer, Given, Plan, Step, Values
from ..wording import is_rounded, number
from .phrases import fraction
from .question import Question, Reading

_EQUATION = re.compile(r"[\d\s()+\-*/^.,²a-z×·−÷]*=[\d\s()+\-*/^.,²a-z×·−÷]*", re.IGNORECASE)
_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|([a-z])|(\*\*|[-+*/^()]))", re.IGNORECASE)

Polynomial = dict[int, Fraction]


def recognise(question: Question) -> Reading | None:
    """An equation in one unknown, or None."""
    text = question.text.replace("`", " ").replace("$", " ").replace("\\", " ")
    for match in _EQUATION.finditer(text):
        sides = _sides(match[0])
        if sides is None:
            continue
        left, right, letter = sides
        polynomial = _add(left, right, -1)
        return _solved(question, polynomial, letter, _tidy(match[0], letter))
    return None


def _sides(written: str) -> tuple[Polynomial, Polynomial, str] | None:
    """Both sides as polynomials. Words around the equation are cut away from its ends."""
    words = re.sub(r"\b[a-z]{2,}\b", "\n", written, flags=re.IGNORECASE)
    line = next((part for part in words.split("\n") if "=" in part), "")
    line = re.sub(r"[×·]", "*", line.replace("−", "-").replace("÷", "/").replace("²", "^2"))
    line = re.sub(r",(?=\d{3}\b)", "", line).strip(" .,")
    line = re.sub(r"^[a-z]\s+(?=[-\d(a-z])", "", line)
    if line.count("=") != 1:
        return None
    letters = {letter.lower() for letter in re.findall("[a-z]", line, re.IGNORECASE)}
    if len(letters) != 1:
        return None
    try:
        left, right = (_Parser(side).whole() for side in line.split("="))
    except (ValueError, ZeroDivisionError, RecursionError):
        return None
    return left, right, letters.pop()


class _Parser:
    """Sums, products, powers and brackets of numbers and one letter, as a polynomial of degree two at most."""

    def __init__(self, text: str) -> None:
        self.tokens: list[str] = []
        position = 0
        text = text.strip()
        while position < len(text):
            match = _TOKEN.match(text, position)
            if match is None:
                raise ValueError(text)
            self.tokens.append(next(group for group in match.groups() if group))
            position = match.end()
        if not self.tokens or len(self.tokens) > 60:
            raise ValueError(text)
        self.at = 0

    def whole(self) -> Polynomial:
        result = self._sum()
        if self.at != len(self.tokens):
            raise ValueError
        return result

    def _next(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def _sum(self) -> Polynomial:
        sign = 1
        while self._next() in {"+", "-"}:
            sign *= -1 if self._next() == "-" else 1
            self.at += 1
        result = _add({}, self._product(), sign)
        while self._next() in {"+", "-"}:
            sign = 1 if self._next() == "+" else -1
            self.at += 1
            result = _add(result, self._product(), sign)
        return result

    def _product(self) -> Polynomial:
        result = self._factor()
        while True:
            token = self._next()
            if token in {"*", "/"}:
                self.at += 1
                factor = self._factor()
                if token == "/":
                    if set(factor) - {0}:
                        raise ValueError
                    factor = {0: 1 / factor.get(0, Fraction(0))}
                result = _times(result, factor)
            elif token and (token == "(" or token.isalpha()):
                result = _times(result, self._factor())
            else:
                return result

    def _factor(self) -> Polynomial:
        token = self._next()
        self.at += 1
        if token == "-":
            return _add({}, self._factor(), -1)
        if token == "(":
            base = self._sum()
            if self._next() != ")":
                raise ValueError
            self.at += 1
        elif token.isalpha():
            base = {1: Fraction(1)}
        elif token and token[0].isdigit():
            base = {0: Fraction(token)}
        else:
            raise ValueError
        if self._next() in {"^", "**"}:
            self.at += 1
            power = self._next()
            self.at += 1
            if power not in {"1", "2"}:
                raise ValueError
            base = base if power == "1" else _times(base, base)
        return base


def _add(first: Polynomial, second: Polynomial, sign: int) -> Polynomial:
    total = {
        power: first.get(power, Fraction(0)) + sign * second.get(power, Fraction(0)) for power in {*first, *second}
    }
    return {power: coefficient for power, coefficient in total.items() if coefficient}


def _times(first: Polynomial, second: Polynomial) -> Polynomial:
    result: Polynomial = {}
    for one, left in first.items():
        for other, right in second.items():
            if one + other > 2:
                raise ValueError
            result = _add(result, {one + other: left * right}, 1)
    return result


def _tidy(written: str, letter: str) -> str:
    line = re.sub(r"\b[a-z]{2,}\b", "\n", written, flags=re.IGNORECASE)
    line = next(part for part in line.split("\n") if "=" in part)
    line = re.sub(r"^\s*[a-z]\s+(?=[-\d(a-z])", "", line)
    return re.sub(r"\s+", " ", line).strip(" .,")


def _solved(question: Question, polynomial: Polynomial, letter: str, written: str) -> Reading:
    a, b, c = (polynomial.get(power, Fraction(0)) for power in (2, 1, 0))
    if not a and not b:
        always = not c
        return Reading(
            0.85,
            missing=question.pick(
                f"{written}: {letter}에 어떤 수를 넣어도 {'성립합니다' if always else '성립하지 않습니다'}.",
                f"{written} holds for {'every' if always else 'no'} value of {letter}.",
                f"{written}：{letter} 取{'任何值都' if always else '任何值都不'}成立。",
            ),
        )
    if not a:
        steps: tuple[Step, ...] = (Step(letter if letter not in "ab" else "solution", "-b / a"),)
        givens: tuple[Given, ...] = (Given("a", b, f"{letter}"), Given("b", c))
    else:
        discriminant = b * b - 4 * a * c
        if discriminant < 0:
            return Reading(
                0.85,
                missing=question.pick(
                    f"{written}: 판별식이 {number(discriminant)}로 음수라서 실수 해가 없습니다.",
                    f"{written} has no real solution: its discriminant is {number(discriminant)}.",
                    f"{written} 没有实数解：判别式为 {number(discriminant)}。",
                ),
            )
        givens = (Given("a", a, f"{letter}²"), Given("b", b, letter), Given("c", c))
        steps = (Step("discriminant", "b ** 2 - 4 * a * c"), Step("solution_1", "(-b - sqrt(discriminant)) / (2 * a)"))
        if discriminant:
            steps = (*steps, Step("solution_2", "(-b + sqrt(discriminant)) / (2 * a)"))
    results = tuple(step.name for step in steps if step.name != "discriminant")

    def phrase(values: Values) -> Answer:
        roots = sorted(fraction(values, name) for name in results)
        about = any(is_rounded(root, number(root)) for root in roots)
        shown = [f"{letter} {'≈' if is_rounded(root, number(root)) else '='} {number(root)}" for root in roots]
        value = question.pick(" 또는 ", " or ", " 或 ").join(shown)
        sentence = question.pick(
            f"{written}의 해는 {value}입니다.", f"The solution of {written} is {value}.", f"{written} 的解是 {value}。"
        )
        if a:
            worked = f"{plan.worked(values, steps[0])} = {number(fraction(values, 'discriminant'))}"
            working = question.pick(f"판별식: {worked}.", f"Discriminant: {worked}.", f"判别式：{worked}。")
        else:
            moved = f"{_coefficient(b)}{letter} = {number(-c)}"
            working = question.pick(
                f"식을 정리하면 {moved}이고, 양변을 {number(b)}{'로' if _ends_open(b) else '으로'} 나눕니다.",
                f"Rearranged it is {moved}; then both sides are divided by {number(b)}.",
                f"整理得 {moved}，再两边除以 {number(b)}。",
            )
            if b == 1:
                working = question.pick(
                    "상수를 한쪽으로 옮겨 얻었습니다.", "The constants were moved to one side.", "移项即得。"
                )
        exact = roots[0] if len(roots) == 1 else None
        if exact is not None and about and not a and exact.denominator < 1000:
            value = f"{letter} = {exact.numerator}/{exact.denominator}"
        return Answer(value, sentence, working)

    plan = Plan(givens, steps, results, phrase)
    return Reading(0.95, plan)


def _coefficient(value: Fraction) -> str:
    return "" if value == 1 else "-" if value == -1 else number(value)


def _ends_open(value: Fraction) -> bool:
    return number(value)[-1] in "1245789"
