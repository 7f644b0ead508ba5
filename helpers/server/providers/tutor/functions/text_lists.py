"""Candidates for parameters that take a list of texts, among them lists of what is not wanted (“without garlic”)."""

import re
from collections.abc import Iterator

from .chunks import Chunk
from .labels import label
from .reading import Fields, Reading
from .roles import role_of
from .schema import Parameter
from .scores import score_person, score_place, score_thing
from .things_lexicon import THINGS
from .words import ACTIONS, keys_of


def text_lists(reading: Reading, parameter: Parameter, items: Parameter) -> Iterator[Fields]:
    """The candidates of a parameter that takes a list of strings."""
    told = Parameter(parameter.name, "string", f"{parameter.description} {items.description}")
    emails = reading.emails
    if emails and re.search(r"mail|메일|邮|attendee|participant|recipient|참석|수신", told.told):
        yield ([one.value for one in emails],), emails[0].start, emails[-1].end, 0.95, True
    role = role_of(told)
    if role == "email" and not re.search(r"name|이름|姓名", told.told):
        return
    if role in {"time", "date"}:
        moments = reading.times if role == "time" else reading.dates
        if moments:
            yield ([one.value for one in moments],), moments[0].start, moments[-1].end, 1.0, True
        return
    for place, quote in enumerate(reading.quotes):
        if place and label(reading, told, quote.start, quote.end) > 0:
            # “a survey 'Lunch' with the questions 'How was it?' and 'Why?'”
            behind = reading.quotes[place:]
            yield ([one.text for one in behind],), behind[0].start, behind[-1].end, 1.1, True
    if len(reading.quotes) > 1:
        yield ([quote.text for quote in reading.quotes],), reading.quotes[0].start, reading.quotes[-1].end, 0.9, True
    scorer = (
        score_person
        if role in {"person", "email"}
        else score_place
        if role in {"place", "origin", "destination"}
        else score_thing
    )
    codes = list(reading.codes) if role == "id" else []
    if codes:
        yield ([one.value for one in codes],), codes[0].start, codes[-1].end, 0.85, True
    chunks = reading.narrow if role in {"person", "email", "place"} else reading.wide
    excludes = bool(_EXCLUDES.search(told.told))
    own = reading.function.name_keys | reading.function.described_keys
    for whole in chunks:
        group = whole
        if scorer is score_person and len(whole) > 1 and _is_thing(whole[-1], reading):
            # “영희, 철수와 신제품 회의”: the last of these is nobody.
            group = whole[:-1]
        if excludes != _left_out(reading, group):
            continue
        known = keys_of(reading.text[group[0].start : group[-1].end])
        score = (
            0.3 * excludes
            - 0.25 * (bool(known) and known <= own | ACTIONS)
            + 0.2 * (len(group) > 2)
            + max(scorer(chunk) for chunk in group)
            + 0.15 * (len(group) > 1)
            + 0.4 * label(reading, told, group[0].start, group[-1].end)
        )
        yield ([chunk.text for chunk in group],), group[0].start, group[-1].end, score, False


# A list of what is not wanted, and how a text says that something is not.
_EXCLUDES = re.compile(
    r"\bexclud|\bwithout\b|\bavoid|\bomit|\bexcept|\ballerg|\bunwanted\b|빼야|빼는|뺄|제외|없이|못 먹|알레르기|"
    r"不含|排除|忌口|除外",
    re.IGNORECASE,
)
_OUT_BEFORE = re.compile(
    r"(?:\b(?:without|except(?: for)?|excluding|no|not|avoid(?:ing)?|allergic to)\s(?:any\s|the\s)?|"
    r"不要|不含|不加|除了)$",
    re.IGNORECASE,
)
_OUT_BEHIND = re.compile(r"(?:은|는|을|를|만|이|가)?\s?(?:빼고|빼 ?줘|빼 ?주|없이|제외|말고|안 들어|못 먹|알레르기)")


def _left_out(reading: Reading, group: tuple[Chunk, ...]) -> bool:
    """“without garlic”, “마늘은 빼고”."""
    return bool(_OUT_BEFORE.search(reading.text[: group[0].start]) or _OUT_BEHIND.match(reading.text[group[-1].end :]))


def _is_thing(chunk: Chunk, reading: Reading) -> bool:
    following = reading.text[chunk.end : chunk.end + 6].split()
    return len(chunk.text.split()) > 1 or bool(following and keys_of(following[0]) & THINGS.keys())
