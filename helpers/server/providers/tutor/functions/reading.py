"""A request taken apart once for one function: everything in it that could be an argument."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from ..quantities import Quantity
from .amounts import figures_in
from .chunks import Chunk, Span, chunks_in, grouped, masked, quotes_in
from .lexicon import READING
from .moments import Moment, dates_in, months_in, times_in
from .places_lexicon import PLACES
from .schema import Function
from .spans import TimeSpan, spans_in
from .values_lexicon import CURRENCIES
from .words import ACTIONS, terms

# A candidate: values, start, end, score, and whether the value can hardly mean another thing.
Fields = tuple[tuple[Any, ...], int, int, float, bool]

_EMAIL = re.compile(r"[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_URL = re.compile(
    r"https?://[^\s\"'<>)가-힣]+|\bwww\.[^\s\"'<>)가-힣]+|(?<![@\w.])[a-z0-9-]+\.(?:com|net|org|io|kr|co\.kr|"
    r"dev)(?:/[^\s가-힣]*)?(?![\w@])",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![A-Za-z0-9-])(?:\+\d{1,3}[ -]?)?\(?0?\d{1,3}\)?[ -]\d{3,4}[ -]\d{4}(?![A-Za-z0-9-])|"
    r"(?<!\d)01[016-9]\d{7,8}(?!\d)"
)
# A file by its name, with folders or without.
FILE = re.compile(
    r"(?<![\w./@-])(?:[\w.-]+/)*[\w-]+\.(?:pdf|docx?|pptx?|xlsx?|csv|tsv|txt|md|json|ya?ml|xml|html?|png|jpe?g|gif|svg|mp[34]|"
    r"zip|py|js|ts|java|go|rs|rb|c|cpp|h|sh|sql|ipynb|log|conf|toml)(?![A-Za-z0-9_])",
    re.IGNORECASE | re.ASCII,
)
_PLATE = re.compile(
    r"(?<![A-Za-z0-9-])(?:[A-Z]{1,3}-[A-Z]{1,2}[ -]?\d{1,4}[EH]?|[A-Z]{2}\d{2} ?[A-Z]{3}|"
    r"[A-Z]{2,3}[ -]\d{3,4}|\d{3}-[A-Z]{3})"
    r"(?![A-Za-z0-9-])|(?<!\d)\d{2,3}[가-힣] ?\d{4}(?!\d)|[\u4e00-\u9fff][A-Z][·-]?[A-Z0-9]{5,6}(?![A-Z0-9])"
)
# A street and its number, with what follows it of the same address.
_ADDRESS = re.compile(
    r"[가-힣]{1,8}(?:대로|로|길)(?:\s?\d+(?:번?길))?\s?\d+(?:-\d+)?(?!\d|\s?[월일시분원개명])(?:,?\s\d+(?:층|호|동))*|"
    r"\b\d{1,5} (?:[A-Z][\w'’]+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Square)\b\.?|"
    r"[\u4e00-\u9fff]{2,6}[路街道]\s?\d+号"
)
_CODE = re.compile(
    r"(?<![A-Za-z0-9@./-])(?:"
    r"v\d+(?:\.\d+)+(?:-[a-z]+\d*)?|v?\d+\.\d+\.\d+(?!\.?\d)|"
    r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|"
    r"[A-Za-z]{1,10}[_-](?=[A-Za-z0-9_-]*\d)[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*|"
    r"[A-Z]{1,6}\d{2,}[A-Z0-9]*(?:-[A-Z0-9]+)*|[A-Z]{1,6}\d[A-Z0-9]*(?:-[A-Z0-9]+)+|(?!ID |NO |PIN )[A-Z]{1,3} ?\d{3,}|"
    r"\d+[A-Z][A-Z0-9]*\d*|\d{1,4}-[A-Z](?![A-Za-z0-9])|\d{2,}(?:-\d{2,})+|\d{4}(?: \d{4}){1,4}|#?\d{3,}|#\d+)"
    r"(?![A-Za-z0-9_]|[.,]\d|:\d)",
)


@dataclass(frozen=True)
class Found:
    """A value and where it stands."""

    value: str
    start: int
    end: int


class Reading:
    """The request `text`; places count in it. `function` says which words only name what is wanted."""

    def __init__(self, text: str, today: date | None, function: Function) -> None:
        self.text = text
        self.today = today
        self.function = function

    @cached_property
    def quotes(self) -> tuple[Chunk, ...]:
        return quotes_in(self.text)

    @cached_property
    def unquoted(self) -> str:
        return masked(self.text, [(quote.start, quote.end) for quote in self.quotes])

    @cached_property
    def emails(self) -> tuple[Found, ...]:
        return tuple(Found(match[0].rstrip("."), *match.span()) for match in _EMAIL.finditer(self.unquoted))

    @cached_property
    def urls(self) -> tuple[Found, ...]:
        text = masked(self.unquoted, [(one.start, one.end) for one in self.emails])
        return tuple(Found(match[0].rstrip(".,?!"), *match.span()) for match in _URL.finditer(text))

    @cached_property
    def phones(self) -> tuple[Found, ...]:
        return tuple(Found(match[0], *match.span()) for match in _PHONE.finditer(self.unquoted))

    @cached_property
    def file_names(self) -> tuple[Found, ...]:
        text = masked(self.unquoted, [(one.start, one.end) for one in (*self.emails, *self.urls)])
        return tuple(Found(match[0], *match.span()) for match in FILE.finditer(text))

    @cached_property
    def addresses(self) -> tuple[Found, ...]:
        """Streets with their numbers."""
        return tuple(Found(match[0], *match.span()) for match in _ADDRESS.finditer(self.unquoted))

    @cached_property
    def plates(self) -> tuple[Found, ...]:
        """Number plates of cars."""
        return tuple(Found(match[0], *match.span()) for match in _PLATE.finditer(self.unquoted))

    @cached_property
    def _addressed(self) -> str:
        spans = [(one.start, one.end) for one in (*self.emails, *self.urls, *self.addresses, *self.file_names)]
        return masked(self.unquoted, spans)

    @cached_property
    def dates(self) -> tuple[Moment, ...]:
        return dates_in(self._addressed, self.today)

    @cached_property
    def times(self) -> tuple[Moment, ...]:
        return times_in(masked(self._addressed, [(one.start, one.end) for one in self.dates]))

    @cached_property
    def months(self) -> tuple[Moment, ...]:
        return months_in(masked(self._addressed, [(one.start, one.end) for one in self.dates]), self.today)

    @cached_property
    def spans(self) -> tuple[TimeSpan, ...]:
        """Weeks, months and years."""
        return spans_in(masked(self._addressed, [(one.start, one.end) for one in self.dates]), self.today)

    @cached_property
    def _undated(self) -> str:
        return masked(self._addressed, [(one.start, one.end) for one in (*self.dates, *self.times)])

    @cached_property
    def codes(self) -> tuple[Found, ...]:
        money = [(one.start, one.end) for one in self.figures if one.kind != "plain"]
        money += [(one.start, one.end) for one in self.phones]
        text = masked(self._undated, money)
        return tuple(Found(match[0].lstrip("#"), *match.span()) for match in _CODE.finditer(text))

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        coded = [match.span() for match in _CODE.finditer(self._undated) if not match[0].isdigit()]
        coded += [(one.start, one.end) for one in self.phones]
        return figures_in(masked(self._undated, coded))

    @cached_property
    def currencies(self) -> tuple[Found, ...]:
        """Every currency that is named, by its code."""
        found = [Found(one.unit, one.start, one.end) for one in self.figures if one.kind == "money"]
        rest = masked(self._undated, [(one.start, one.end) for one in found])
        for code, names in CURRENCIES.items():
            for name in names:
                if len(name) > 1 or not name.isascii():
                    before, behind = (
                        (r"\b", r"\b")
                        if name.isascii()
                        else (
                            r"(?<![가-힣])" if len(name) == 1 else "",
                            r"(?=\W|$|으?로|을|를|에서|은|는)" if len(name) == 1 else "",
                        )
                    )
                    found += [
                        Found(code, *match.span())
                        for match in re.finditer(before + re.escape(name) + behind, rest, re.IGNORECASE)
                    ]
        found.sort(key=lambda one: (one.start, -one.end))
        kept: list[Found] = []
        for one in found:
            if not kept or one.start >= kept[-1].end:
                kept.append(one)
        return tuple(kept)

    @cached_property
    def typed(self) -> list[Span]:
        """Where something with a type of its own stands."""
        found: list[Found | Chunk | Moment | Quantity] = [*self.quotes, *self.emails, *self.urls, *self.phones]
        found += [*self.addresses, *self.file_names]
        found += [*self.dates, *self.times, *self.codes, *self.figures]
        return [(one.start, one.end) for one in found]

    @cached_property
    def narrow(self) -> list[tuple[Chunk, ...]]:
        """Names, apart from the words that say what is wanted."""
        function = self.function
        keys = function.name_keys | function.described_keys | function.parameter_keys
        spans = [
            (term.start, term.end)
            for term in terms(self.text)
            if (term.keys & keys or term.keys <= ACTIONS) and self.text[term.start : term.end].casefold() not in PLACES
        ]
        text = masked(self.text, [*self.typed, *spans])
        return grouped(self.text, [_name_alone(chunk) for chunk in chunks_in(text)])

    @cached_property
    def wide(self) -> list[tuple[Chunk, ...]]:
        """Names with all the words around them that may belong to them."""
        deeds = self.function.actions
        spans = [
            (term.start, term.end)
            for place, term in enumerate(terms(self.text))
            if term.keys <= READING.keys() or (term.keys & ACTIONS and (place == 0 or term.keys <= deeds))
        ]
        return grouped(self.text, chunks_in(masked(self.text, [*self.typed, *spans])))


def _name_alone(chunk: Chunk) -> Chunk:
    """“Samsung trading”: a name in capitals ends where small letters begin."""
    named = re.match(r"(?:[A-Z][\w.'’&-]*\s)*[A-Z][\w.'’&-]*(?=(?:\s[a-z]+)+$)", chunk.text)
    if not named or re.search(r"\s(?:of|the|de|le|la|van|von|and)\s", chunk.text):
        return chunk
    return replace(chunk, text=named[0], end=chunk.start + named.end())
