"""Answers from the reader's files: searches them, picks the sentences that answer, and cites each.

It can quote, list, count on what a text says, and put two texts side by side. It cannot translate or reword, and says
nothing that does not stand in the files.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ...base import Message, SearchCall
from ..chapter import lookup, matter_answer, matter_in
from ..courtesy import courtesy_in
from ..form import form_of
from ..notes import notes_in
from ..passages.asking import asked, is_asking
from ..passages.finding import answer, is_enough
from ..passages.picking import Picked
from ..passages.searches import Task, first_queries, other_queries, tasks_of
from ..passages.telling import told
from ..prose.topics import course_words
from ..recall import recall
from ..skill import Action, Language, Say, SearchFiles, Situation

_FILES = re.compile(
    r"문서|파일|자료|첨부|매뉴얼|설명서|정책|규정|약관|계약서|회의록|보고서|논문|기사|본문|원문|"
    r"\b(?:documents?|docs?|files?|attach\w+|manual|handbook|guideline|policy|policies|contract|agreement|minutes|"
    r"report|paper|article|transcript|according to|quote|cite)\b|文件|文档|手册|合同|报告",
    re.IGNORECASE,
)
# Who asks what the files say is not answered from the notebooks.
_IN_THE_FILES = re.compile(
    r"(?:파일|문서|자료)(?:들)?(?:에서|에는|에 따르면|에)\s|\b(?:in|from|according to) (?:the|my|our|this|these|those) "
    r"(?:\w+ )?(?:files?|documents?)\b|(?:文件|文档)(?:中|里)",
    re.IGNORECASE,
)
_TABLE_FILE = re.compile(r"\.(?:csv|tsv|xlsx?)$", re.IGNORECASE)


_NOT_IN_FILES: dict[Language, str] = {
    "ko": "파일에서는 찾지 못했습니다. 이 과정의 노트북에는 이렇게 쓰여 있습니다.",
    "en": "I do not find this in the files. The notebooks of this course say:",
    "zh": "在文件中没有找到。本课程的说明是：",
}


class Search:
    """Made for any question that is put to an assistant with file search, unless another skill fits it better."""

    name = "search"

    def fit(self, situation: Situation) -> float:
        question = situation.question.strip()
        if not situation.request.has_tool("file_search") or not re.search(r"\w", question):
            return 0.0
        if courtesy_in(question):
            return 0.0
        if notes_in(question) and not is_asking(question):
            return 0.35
        past = recall(question, _asked_before(situation), bool(situation.before))
        if past and (past.kind != "told" or past.note or past.about) and not _FILES.search(question):
            return 0.4
        if _FILES.search(question) or asked(question).names:
            return 0.86
        # A table at hand makes it likely that a question about numbers is one for the code interpreter.
        has_table = situation.can_run_code and any(_TABLE_FILE.search(file.filename) for file in situation.files)
        if has_table:
            return 0.55
        # “How many days a week” is a sum only to somebody who has no documents.
        plain = not re.search(r"\d", question) and not situation.request.has_tool("function")
        return 0.92 if plain else 0.74

    def step(self, situation: Situation) -> Sequence[Action]:
        tasks = tasks_of(situation.question, _asked_before(situation))
        searched = {call.query: call for call in situation.done if isinstance(call, SearchCall)}
        missing = [query for task in tasks for query in first_queries(task) if query not in searched]
        if missing:
            return [SearchFiles(query) for query in dict.fromkeys(missing)]
        answers = _answers(tasks, [_calls(searched, first_queries(task)) for task in tasks])
        again = [
            query
            for task, found in zip(tasks, answers, strict=True)
            if not is_enough(found)
            for query in other_queries(task)
            if query not in searched
        ]
        if again and any(call.passages for call in searched.values()):
            return [SearchFiles(query) for query in dict.fromkeys(again)]
        if again or not all(map(is_enough, answers)):
            every = [_calls(searched, [*first_queries(task), *other_queries(task)]) for task in tasks]
            fuller = _answers(tasks, every)
            answers = [found if is_enough(found) else more for found, more in zip(answers, fuller, strict=True)]
        form = form_of(situation)
        if not any(map(is_enough, answers)) and (known := _in_notebooks(situation.question, form.language)):
            return [Say(form.text(f"{_NOT_IN_FILES[form.language]}\n\n{known}"))]
        looked = dict.fromkeys(passage.filename for call in searched.values() for passage in call.passages)
        picked = [one for found in answers for one in found]
        return [Say(form.data(told(picked, form, list(looked), list(searched))))]


def _answers(tasks: Sequence[Task], calls: Sequence[Sequence[SearchCall]]) -> list[list[Picked]]:
    """The answers to all parts; one that goes on with the part before is looked for in the same file first."""
    found: list[list[Picked]] = []
    for task, searched in zip(tasks, calls, strict=True):
        files = {one.file_id for picked in found[-1] for one in picked.sentences} if found and task.before else set()
        near = answer(task, _only(searched, files)) if files else []
        found.append(near if is_enough(near) else answer(task, searched))
    return found


def _only(calls: Sequence[SearchCall], files: set[str]) -> list[SearchCall]:
    """The same searches; what other files say is left empty, so that each passage keeps its number."""
    return [
        replace(
            call,
            passages=tuple(one if one.file_id in files else replace(one, text="", score=0.0) for one in call.passages),
        )
        for call in calls
    ]


def _in_notebooks(question: str, language: Language) -> str | None:
    """What the notebooks of the course say, where the question is about the course and not about the files."""
    found = lookup(question)
    if _IN_THE_FILES.search(question) or course_words(question) < 1:
        return None
    return matter_answer(question, language) if matter_in(question, found) else None


def _asked_before(situation: Situation) -> list[str]:
    return [item.text for item in situation.before if isinstance(item, Message) and item.role == "user"]


def _calls(searched: dict[str, SearchCall], queries: Sequence[str]) -> list[SearchCall]:
    return [searched[query] for query in queries if query in searched]


SKILL = Search()
