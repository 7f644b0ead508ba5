"""A calculation that can be done in two ways with the same result: as Python for the code interpreter, or here.

The steps are small expressions over named values. They are written by the tutor, never taken from the reader's text,
and are evaluated node by node, with exact fractions.
"""

import ast
import calendar
import math
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from statistics import median

from .wording import number

Value = Fraction | date | tuple[Fraction, ...]
Values = Mapping[str, Value]

# A power beyond this many bits is refused, so that no question can keep the tutor busy.
_MOST_BITS = 4000


class Unanswerable(Exception):
    """The calculation has no result: a division by zero, the root of a negative number, a number that is too big."""


@dataclass(frozen=True)
class Given:
    """A named number of the question; `note` says in the reader's language what it is."""

    name: str
    value: Value
    note: str = ""


@dataclass(frozen=True)
class Step:
    """`name = expression`; `note` says what it is."""

    name: str
    expression: str
    note: str = ""


def joined(*sentences: str) -> str:
    """Sentences in a row; Chinese ones without a space between them."""
    return " ".join(filter(None, sentences)).replace("。 ", "。")


@dataclass(frozen=True)
class Answer:
    """The result alone, a sentence with it, how it came about, and what was assumed (or an empty string)."""

    value: str
    sentence: str
    working: str = ""
    note: str = ""

    @property
    def text(self) -> str:
        """The whole answer."""
        return joined(self.sentence, self.working, self.note)


@dataclass(frozen=True)
class Plan:
    """Givens, steps, which of them are the result, and how to put that in words."""

    givens: tuple[Given, ...]
    steps: tuple[Step, ...]
    results: tuple[str, ...]
    phrase: Callable[[Values], Answer]

    def values(self) -> dict[str, Value]:
        """Every named value. Raises Unanswerable."""
        known: dict[str, Value] = {given.name: given.value for given in self.givens}
        for step in self.steps:
            known[step.name] = evaluate(step.expression, known)
        return known

    def code(self) -> str:
        """The same calculation as a Python program that prints one result a line."""
        known = self.values()
        lines = [f"{given.name} = {_literal(given.value)}{_comment(given.note)}" for given in self.givens]
        lines += [f"{step.name} = {step.expression}{_comment(step.note)}" for step in self.steps]
        names = " ".join(lines)
        imports = []
        if re.search(r"\b(?:date|timedelta)\(", names):
            imports.append("from datetime import date, timedelta")
        if "median(" in names:
            imports.append("from statistics import median")
        functions = sorted(set(re.findall(r"\b(sqrt|factorial|gcd|lcm)\(", names)))
        if functions:
            imports.append(f"from math import {', '.join(functions)}")
        if "add_months(" in names:
            imports.insert(0, "import calendar")
            lines.insert(0, _ADD_MONTHS)
        shown = [_printed(name, known[name]) for name in self.results]
        return "\n".join([*imports, *([""] if imports else []), *lines, *(f"print({name})" for name in shown)]) + "\n"

    def read(self, logs: str) -> dict[str, Value] | None:
        """The results as the program printed them; None where the logs do not hold them."""
        lines = [line.strip() for line in logs.splitlines() if line.strip()][-len(self.results) :]
        if len(lines) < len(self.results):
            return None
        try:
            return {name: _parse(line) for name, line in zip(self.results, lines, strict=True)}
        except ValueError:
            return None

    def worked(self, values: Values, step: Step) -> str:
        """The step with figures in place of names: `5,000 × (1 + 0.2)`."""
        if re.fullmatch(r"sum\(\w+\)", step.expression):
            return _reduced("sum", values.get(step.expression[4:-1]))[1:-1]
        text = re.sub(r"\b(sum|len)\((\w+)\)", lambda match: _reduced(match[1], values.get(match[2])), step.expression)
        text = text.replace(" ** ", "^").replace(" * ", " × ").replace(" / ", " ÷ ").replace(" - ", " − ")
        return re.sub(r"[a-z_]\w*(?!\w*\()", lambda match: _shown(values.get(match[0]), match[0]), text)


_ADD_MONTHS = '''def add_months(day, months):
    """The same day so many months later, or the last day of a shorter month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))

'''


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _reduced(function: str, items: Value | None) -> str:
    """`sum` and `len` of a list, spelt out."""
    assert isinstance(items, tuple)
    return str(len(items)) if function == "len" else f"({' + '.join(_shown(item, '') for item in items)})"


def _printed(name: str, value: Value) -> str:
    """A result without the noise of floating point: about ten significant figures."""
    if not isinstance(value, Fraction):
        return name
    return f"round({name}, {max(2, 11 - len(str(abs(int(value)))))})"


def _comment(note: str) -> str:
    return f"  # {' '.join(note.split())}" if note else ""


def _shown(value: Value | None, name: str) -> str:
    if isinstance(value, tuple):
        return ", ".join(number(item) for item in value)
    if isinstance(value, date):
        return value.isoformat()
    if value is None:
        return name
    return f"({number(value)})" if value < 0 else number(value, 6)


def _literal(value: Value) -> str:
    if isinstance(value, date):
        return f"date({value.year}, {value.month}, {value.day})"
    if isinstance(value, tuple):
        return f"[{', '.join(_literal(item) for item in value)}]"
    if value.denominator == 1:
        return f"{value.numerator:_}" if abs(value.numerator) >= 10000 else str(value.numerator)
    decimal = number(value, 12).replace(",", "")
    return decimal if Fraction(decimal) == value else f"{value.numerator} / {value.denominator}"


def _parse(line: str) -> Value:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", line):
        return date.fromisoformat(line)
    return Fraction(line)


_BINARY: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Mod: lambda left, right: Fraction(left % right),
    ast.FloorDiv: lambda left, right: Fraction(left // right),
}


def evaluate(expression: str, known: Values) -> Value:
    """The value of an expression that the tutor wrote. Raises Unanswerable."""
    try:
        return _value(ast.parse(expression, mode="eval").body, known)
    except (ZeroDivisionError, OverflowError, ValueError) as problem:
        raise Unanswerable(str(problem)) from problem


def _value(node: ast.expr, known: Values) -> Value:
    match node:
        case ast.Constant(value=int() | float()):
            return Fraction(str(node.value))
        case ast.Name(id=name):
            return known[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_fraction(operand, known)
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            return _power(_fraction(left, known), _fraction(right, known))
        case ast.BinOp(
            left=left, op=ast.Add() | ast.Sub() as op, right=ast.Call(func=ast.Name(id="timedelta")) as span
        ):
            day, days = _value(left, known), _fraction(span.keywords[0].value, known)
            if not isinstance(day, date):
                raise Unanswerable("no date")
            return day + timedelta(days=int(days)) * (1 if isinstance(op, ast.Add) else -1)
        case ast.BinOp(left=left, op=op, right=right):
            first, second = _value(left, known), _value(right, known)
            if isinstance(first, date) or isinstance(second, date):
                raise Unanswerable("a date in a sum")
            if isinstance(first, tuple) or isinstance(second, tuple):
                raise Unanswerable("a list in a sum")
            return _BINARY[type(op)](first, second)
        case ast.Attribute(value=ast.BinOp(left=later, op=ast.Sub(), right=earlier), attr="days"):
            end, start = _value(later, known), _value(earlier, known)
            if not isinstance(end, date) or not isinstance(start, date):
                raise Unanswerable("no date")
            return Fraction((end - start).days)
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return _call(name, [_value(argument, known) for argument in arguments])
    raise Unanswerable(ast.dump(node))


def _fraction(node: ast.expr, known: Values) -> Fraction:
    value = _value(node, known)
    if not isinstance(value, Fraction):
        raise Unanswerable("no number")
    return value


def _power(base: Fraction, exponent: Fraction) -> Fraction:
    if exponent.denominator != 1:
        if base < 0:
            raise Unanswerable("the root of a negative number")
        return Fraction(str(round(float(base) ** float(exponent), 12)))
    size = max(base.numerator.bit_length(), base.denominator.bit_length())
    if size * abs(exponent) > _MOST_BITS:
        raise Unanswerable("too big")
    return base ** int(exponent)


def _root(value: Fraction) -> Fraction:
    if value < 0:
        raise Unanswerable("the root of a negative number")
    above, below = math.isqrt(value.numerator), math.isqrt(value.denominator)
    if above**2 == value.numerator and below**2 == value.denominator:
        return Fraction(above, below)
    return Fraction(str(math.sqrt(value)))


def _call(name: str, arguments: list[Value]) -> Value:
    match name, arguments:
        case "add_months", [date() as day, Fraction() as months]:
            return add_months(day, int(months))
        case "sqrt", [Fraction() as value]:
            return _root(value)
        case "abs", [Fraction() as value]:
            return abs(value)
        case "factorial", [Fraction() as value] if value.denominator == 1 and 0 <= value <= 300:
            return Fraction(math.factorial(int(value)))
        case "sum", [tuple() as items]:
            return sum(items, Fraction(0))
        case "len", [tuple() as items]:
            return Fraction(len(items))
        case "median", [tuple() as items] if items:
            return median(items)
        case "max", [tuple() as items]:
            return max(items)
        case "min", [tuple() as items]:
            return min(items)
        case "gcd", [Fraction() as first, Fraction() as second]:
            return Fraction(math.gcd(int(first), int(second)))
        case "lcm", [Fraction() as first, Fraction() as second]:
            return Fraction(math.lcm(int(first), int(second)))
    raise Unanswerable(name)
