"""Answers from the files that came along with a message to be read, as `search` does from those that it searches."""

import re
from collections.abc import Sequence

from ...base import Message, SearchCall
from ..courtesy import courtesy_in
from ..form import form_of
from ..passages.asking import asked
from ..passages.finding import answer
from ..passages.searches import tasks_of
from ..passages.telling import told
from ..skill import Action, Say, Situation

_FILES = re.compile(
    r"문서|파일|자료|첨부|내용|요약|정리|본문|글|\b(?:documents?|files?|attach\w+|summar\w+|texts?|this|it|says?)\b|"
    r"文件|文档|内容|总结",
    re.IGNORECASE,
)
_TABLE = re.compile(r"\.(?:csv|tsv|xlsx?)$", re.IGNORECASE)
_CONTENTS = re.compile(
    r"(?:무엇|뭐|뭘|어떤 내용|무슨 내용)[가-힣]{0,3}\s?(?:있|들어|담|쓰여|적혀|나와|인가|예요|이야|야)|"
    r"무슨 (?:파일|문서|글)|"
    r"\bwhat(?:'s| is| does)?\b.{0,20}\b(?:in|about|contain|say)\b.{0,12}\b(?:this|the|it|file|document)?\b|"
    r"(?:写了|有)(?:什么|些什么)|什么内容",
    re.IGNORECASE,
)
_SUMMARY = {"ko": "이 문서의 내용을 요약해 주세요.", "en": "Summarise this document.", "zh": "总结这份文件的内容。"}


class Documents:
    """Made for a question that comes with a text to read. Tables are for the code interpreter, where it is on."""

    name = "documents"

    def fit(self, situation: Situation) -> float:
        messages = _messages(situation)
        if not any(message.documents for message in messages) or courtesy_in(situation.question):
            return 0.0
        tables = all(_TABLE.search(piece.filename) for message in messages for piece in message.documents)
        if tables:
            return 0.0 if situation.can_run_code else 0.4
        if messages[-1].documents:
            return 0.85
        return 0.85 if _FILES.search(situation.question) or asked(situation.question).names else 0.5

    def step(self, situation: Situation) -> Sequence[Action]:
        messages = _messages(situation)
        pieces = tuple(piece for message in messages for piece in message.documents)
        form = form_of(situation)
        question = situation.question
        if not re.search(r"\w", question) or (_CONTENTS.search(question) and not _specific(question)):
            question = _SUMMARY[form.language]
        # Nothing was searched, so that no citation must find a search under this number.
        read = [SearchCall("document", len(situation.request.items), question, pieces)]
        answers = [found for task in tasks_of(question, _asked(messages)) for found in answer(task, read)]
        looked = list(dict.fromkeys(piece.filename for piece in pieces))
        return [Say(form.data(told(answers, form, looked, [question])))]


def _specific(question: str) -> bool:
    """True where a question about what stands in a file says which part of it is meant."""
    return len(re.findall(r"\w+", _CONTENTS.sub("", _FILES.sub("", question)))) > 4


def _messages(situation: Situation) -> list[Message]:
    return [item for item in situation.request.items if isinstance(item, Message) and item.role == "user"]


def _asked(messages: Sequence[Message]) -> list[str]:
    return [message.text for message in messages[:-1]]


SKILL = Documents()
