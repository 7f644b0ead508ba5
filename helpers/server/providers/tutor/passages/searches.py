"""What to search for: a question's own words, those it leans on, and other words where these find nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ..skill import language_of
from .asking import Part, asked
from .leaning import leaned_on, wants_more, wants_source
from .needed import labels
from .sides import sides
from .synonyms import synonyms_of
from .words import Term, question_terms

_SUMMARIZING = re.compile(
    r"(?:\S+ )?(?:요약|간추|정리)\S*|(?:핵심|주요|중요한)\s?(?:내용|사항|요점|포인트)?\S*|개요\S*|요점\S*|"
    r"전체(?:적으로|를|적인)?|무슨 내용\S*|어떤 내용\S*|"
    r"내용(?:을|이|은)?|무엇에 (?:관한|대한)|뭐에 (?:관한|대한)|"
    r"(?:이|그|각|두|모든)?\s?(?:문서|파일|자료|텍스트|글)(?:들)?(?:을|를|의|은|는|이|가)?(?=\s|$)|"
    r"\b(?:summari[sz]e|summary|overview|main|key|points?|ideas?|takeaways?|topics?|gist|document|file|text|paper|"
    r"this|the|of|about|whole|entire|each|both|all|in|what|is|are|does|say|give|me|a|an|please|brief|short|findings?|"
    r"it)\b|"
    r"总结|概括|摘要|要点|主要内容|这[份个]|文件|文档|一下",
    re.IGNORECASE,
)
_LONGEST = 300
_FEW_TERMS = 2
# “it”, “그것”: what the question before was about.
_POINTS_BACK = re.compile(r"\b(?:it|they|them)\b|(?<![가-힣])(?:그것|그걸|그거|그건)|它", re.IGNORECASE)
_NAMES_ITS_OWN = re.compile(r"[가-힣](?:은|는|이|가|에서|에)\s")
_EVERYTHING = re.compile(
    r"모두|전부|빠짐없이|모조리|하나도|\b(?:all|everything|each|every|complete(?:ly)?)\b|全部|所有|都", re.IGNORECASE
)


@dataclass(frozen=True)
class Task:
    """One thing to find out. `borrowed` are words of earlier questions; `files` names that the question gives.

    `subject` is what the question before was about, where this one goes on with it (“did we decide to raise
    it?”), `before` the part before this one, which may have to be read with it, and `trouble` says that a state of
    things is told and asked what to do about it. A `compare` has two `sides` with the aspect in `part.about`; a
    `summary` has what is to be summarised in `topic`.
    """

    part: Part
    borrowed: str = ""
    background: str = ""
    files: tuple[str, ...] = ()
    count: int | None = None
    sides: tuple[str, ...] = ()
    topic: str = ""
    wish: Literal["", "more", "source"] = ""
    subject: str = ""
    before: str = ""
    trouble: bool = False


def tasks_of(question: str, earlier: Sequence[str]) -> list[Task]:
    """Everything that a question asks for."""
    message = asked(question)
    borrowed = leaned_on(question, earlier)
    wish: Literal["", "more", "source"] = ""
    if borrowed and wants_more(question):
        wish = "more"
    elif wants_source(question):
        wish = "source"
    tasks: list[Task] = []
    for part in _without_bare_orders(message.parts):
        subject, background = "", message.background
        own = {term.text for term in question_terms(part.about)}
        if tasks and own <= labels(part.wanted):
            # “How many left, and why?”
            part = replace(part, about=f"{part.about} {tasks[-1].part.about}")
        elif tasks and _goes_on(part):
            subject = _subject(tasks[-1].part.about)
        elif message.background and len(question_terms(part.about)) < _FEW_TERMS:
            # “My plant hangs its head. What can I do?”: what is told is what is asked about.
            part, background = replace(part, about=f"{message.background} {part.about}"), ""
        if part.kind == "compare" and (two := sides(part.about)):
            tasks.append(Task(part, borrowed, files=message.names, count=message.count, sides=two[:2], topic=two[2]))
        elif part.kind == "compare" and len(message.names) == 2:
            tasks.append(Task(part, borrowed, files=message.names, count=message.count, sides=message.names))
        elif part.kind == "summary":
            topic = re.sub(r"\s+", " ", _SUMMARIZING.sub(" ", part.about)).strip(" ,.?!")
            tasks.append(Task(part, borrowed, files=message.names, count=message.count, topic=topic))
        else:
            trouble = part.kind == "how" and background != message.background
            tasks.append(
                Task(
                    *(part, borrowed, background, message.names, message.count),
                    wish=wish,
                    subject=subject,
                    # “Who answers questions, and what is the phone number?”
                    before=tasks[-1].part.about if tasks and len(own) <= _FEW_TERMS and not subject else "",
                    trouble=trouble,
                )
            )
    return tasks


def _without_bare_orders(parts: Sequence[Part]) -> list[Part]:
    """The parts, those that only say how much is wanted (“모두 알려 주세요.”) joined to the one before."""
    kept: list[Part] = []
    for part in parts:
        if kept and not question_terms(part.about) and _EVERYTHING.search(part.text) and kept[-1].kind != "summary":
            kept[-1] = replace(kept[-1], kind="list")
        else:
            kept.append(part)
    return kept


def _goes_on(part: Part) -> bool:
    """True for “and did we decide to raise it?”, “값을 올리기로 했나요?”: its subject stands in the part before."""
    bare = part.kind == "yesno" and not _NAMES_ITS_OWN.search(part.about) and language_of(part.about) == "ko"
    return bool(_POINTS_BACK.search(part.about)) or bare


def _subject(about: str) -> str:
    """The nouns of a question, which the next one calls “it”."""
    return " ".join(term.said for term in question_terms(about) if not term.verb)


def first_queries(task: Task) -> list[str]:
    """The searches to begin with."""
    if task.sides:
        return [_query(side, task.topic) for side in task.sides]
    if task.part.kind == "summary":
        return [_query(task.topic, task.borrowed) or _query(*task.files) or task.part.about]
    own = "" if task.borrowed and (task.wish == "more" or not question_terms(task.part.about)) else task.part.about
    return [_query(own, task.subject, task.borrowed, task.background)]


def other_queries(task: Task) -> list[str]:
    """Searches in other words, for where the first found nothing good: the bare nouns, then what they may be called."""
    if task.sides:
        return []
    terms = question_terms(f"{task.part.about} {task.subject} {task.borrowed}")
    bare = [term.said for term in terms]
    other = [_otherwise(term) for term in terms]
    queries = [_query(*words) for words in (bare, other) if words]
    return [query for query in dict.fromkeys(queries) if query not in first_queries(task)]


def _otherwise(term: Term) -> str:
    """What a document in another language may call the same, or another author; else the word itself."""
    others = synonyms_of(term.text)
    foreign = [other for other in others if other.isascii() != term.text.isascii()]
    return (foreign or others or (term.said,))[0]


def _query(*words: str) -> str:
    return re.sub(r"\s+", " ", " ".join(filter(None, words))).strip()[:_LONGEST]
