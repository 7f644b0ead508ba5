"""Remembers what was told and asked in the thread, and says the last answer again or shorter."""

import re
from collections.abc import Sequence
from functools import partial

from ...base import Message
from ..form import form_of
from ..form_wishes import is_standing
from ..listed import items_in
from ..notes import corrects, is_asking, notes_in, sentences, states_a_number, tells, wishes
from ..recall import Recall, recall
from ..skill import Action, Language, Say, Situation, language_of
from ..wording import particle

_LONGEST_NOTE = 300
_LONGEST_STATEMENT = 120
# What was said, and not what is.
_REFERS = re.compile(r"[라다]고 ?(?:했|말했)|기억|\bdid i\b|\bremember\b|\bi (?:said|told)\b|我说|记得", re.IGNORECASE)

_AS_WISHED = (
    "알겠습니다. 앞으로 그렇게 답하겠습니다.",
    "All right, I will answer that way from now on.",
    "好的，以后我会这样回答。",
)
_KEEP = re.compile(r"기억|알겠|\b(?:remember|ok(?:ay)?|right|got it|all right)\b|记住|好吗", re.IGNORECASE)


class Conversation:
    """States facts only from the thread's own messages; what it has not been told it says so."""

    name = "conversation"

    def fit(self, situation: Situation) -> float:
        found = _recalled(situation)
        if found:
            # With files at hand, “our revenue” is more likely to be in them than to have been told.
            in_files = situation.files and found.kind == "told" and not (found.note or found.about)
            return 0.3 if in_files and not _REFERS.search(situation.question) else found.sure
        asks = any(is_asking(part) and not _KEEP.search(part) for part in sentences(situation.question))
        # What the message tells is remembered in any case; what it asks is left to whoever can answer it.
        told = not asks and (notes_in(situation.question) or tells(situation.question))
        if is_standing(situation.question):
            return 0.5
        if (told or corrects(situation.question)) and len(situation.question) < _LONGEST_NOTE:
            return 0.5
        states = states_a_number(situation.question) or _lists(situation.question)
        return 0.35 if states and not situation.files and len(situation.question) < _LONGEST_STATEMENT else 0.0

    def step(self, situation: Situation) -> Sequence[Action]:
        form = form_of(situation)
        found = _recalled(situation)
        if found is None and is_standing(situation.question):
            return [Say(form.text(_pick(form.language, *_AS_WISHED)))]
        if found is None:
            return [Say(form.text(_acknowledged(situation.question, form.language)))]
        if found.kind in {"again", "shorter", "answered_last", "answered_first"}:
            answer = _first_answer(situation) if found.kind == "answered_first" else _last_answer(situation)
            return [Say(_first_sentence(answer) if found.kind == "shorter" else answer)]
        value = found.note.value if found.note else found.quote or ", ".join(found.items)
        return [Say(form.text(_answer(found, situation, form.language), value))]


def _lists(question: str) -> bool:
    """True for one sentence that only lists things (“We could meet on Monday, Wednesday or Friday.”)."""
    parts = sentences(question)
    return len(parts) == 1 and not wishes(question) and not is_asking(question) and len(items_in(question)) > 2


def _recalled(situation: Situation) -> Recall | None:
    return recall(situation.question, _asked(situation), bool(_last_answer(situation)))


def _asked(situation: Situation) -> list[str]:
    return [item.text for item in situation.before if isinstance(item, Message) and item.role == "user"]


def _last_answer(situation: Situation) -> str:
    said = [item.text for item in situation.before if isinstance(item, Message) and item.role == "assistant"]
    return said[-1] if said else ""


def _first_answer(situation: Situation) -> str:
    """The last words of the first turn: what stood before them announced a tool call."""
    first = ""
    asked = False
    for item in situation.before:
        if isinstance(item, Message) and item.role == "user":
            if asked and first:
                break
            asked = True
        elif isinstance(item, Message):
            first = item.text
    return first


def _first_sentence(text: str) -> str:
    line = next((line for line in text.splitlines() if line.strip()), text)
    return re.split(r"(?<=[다요야어]\.)\s|(?<=[a-z)%\d]\.)\s(?=[A-Z])|(?<=[。！？!?])\s?(?=\S)", line.strip())[0]


def _answer(found: Recall, situation: Situation, language: Language) -> str:
    asked = _asked(situation)
    say = partial(_pick, language)
    if found.kind == "told":
        return _told(found, language)
    if not asked:
        return say(
            "이 스레드에서 받은 첫 메시지라서, 앞서 물어보신 것이 없습니다.",
            "This is your first message in this thread; there is nothing before it.",
            "这是本线程的第一条消息，之前没有提问。",
        )
    if found.kind == "asked_first":
        return say(
            f"처음에는 “{asked[0]}”라고 하셨습니다.", f"First you wrote: “{asked[0]}”", f"您最先说的是：“{asked[0]}”"
        )
    if found.kind == "asked_last":
        return say(f"방금 “{asked[-1]}”라고 하셨습니다.", f"You wrote: “{asked[-1]}”", f"您刚才说的是：“{asked[-1]}”")
    listed = "\n".join(f"{number}. {text}" for number, text in enumerate(asked, 1))
    return say(
        f"지금까지 {len(asked)}번 말씀하셨습니다.\n{listed}",
        f"So far you have written {len(asked)} message{'s' * (len(asked) > 1)}:\n{listed}",
        f"到目前为止您说过 {len(asked)} 条：\n{listed}",
    )


def _told(found: Recall, language: Language) -> str:
    note = found.note
    if found.items and not found.about:
        item = found.items[0]
        return _pick(language, f"{particle(item, '이었/였')}습니다.", f"That was {item}.", f"是{item}。")
    if found.items:
        number, listed = len(found.items), ", ".join(found.items)
        return _pick(
            language,
            f"모두 {number}입니다: {listed}.",
            f"You told me of {number}: {listed}.",
            f"您说过 {number} 个：{listed}。",
        )
    if found.quote:
        return _pick(
            language,
            f"“{found.quote}”라고 하셨습니다.",
            f"You told me: “{found.quote}”",
            f"您说过：“{found.quote}”",
        )
    if note is None:
        if found.about == "name":
            return _pick(
                language,
                "아직 이름을 알려 주지 않으셨습니다. 알려 주시면 이 스레드에서 기억하겠습니다.",
                "You have not told me your name yet; tell me, and I will remember it in this thread.",
                "您还没有告诉我名字。告诉我之后，我会在本线程中记住。",
            )
        return _pick(
            language,
            "그것은 이 스레드에서 아직 듣지 못했습니다. 알려 주시면 기억하겠습니다.",
            "You have not told me that in this thread yet; tell me, and I will remember it.",
            "这一点您在本线程中还没有告诉我。告诉我之后我会记住。",
        )
    if note.topic == "name":
        return _pick(
            language,
            f"{particle(note.value, '이라고/라고')} 하셨습니다.",
            f"Your name is {note.value}.",
            f"您的名字是{note.value}。",
        )
    if note.language != language or not language_of(note.key):
        return _pick(
            language, f"“{note.value}”라고 하셨습니다.", f"You told me: {note.value}.", f"您说过：{note.value}。"
        )
    return _pick(
        language,
        f"{particle(_turned(note.key), '은/는')} {particle(note.value, '이라고/라고')} 하셨습니다.",
        f"You told me that {_turned(note.key)} {'are' if note.key.split()[-1].endswith('s') else 'is'} {note.value}.",
        f"您说过，{_turned(note.key)}是{note.value}。",
    )


def _turned(key: str) -> str:
    """Said back: “my budget” becomes “your budget”, “제 가게” loses its 제."""
    text = re.sub(r"^(?:제|내|저의|나의|우리|저희)\s+", "", key)
    text = re.sub(r"^my\b", "your", text, flags=re.IGNORECASE)
    text = re.sub(r"^our\b", "your", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:The|This)\b", lambda match: match[0].lower(), text)
    return re.sub(r"^我(们?)", "您", text)


def _acknowledged(question: str, language: Language) -> str:
    notes = notes_in(question)
    listed = "; ".join(f"{_turned(note.key)} = {note.value}" for note in notes)
    # Where the notes hold only a part of what was told, all of it is said back.
    if not notes or len(notes) < len(re.split(r",|，|(?<=고) |\band\b", question)):
        listed = f"“{' '.join(part.strip() for part in sentences(question))}”"
    return _pick(
        language, f"기억해 두겠습니다. ({listed})", f"I will remember that ({listed}).", f"我记住了（{listed}）。"
    )


def _pick(language: Language, ko: str, en: str, zh: str) -> str:
    return {"ko": ko, "en": en, "zh": zh}[language]


SKILL = Conversation()
