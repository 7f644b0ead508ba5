"""Greetings, thanks, who the tutor is, its role, and short answers about the chapter and the API."""

from collections.abc import Sequence

from ...base import Message
from ..chapter import Entry, lookup, matter_answer, matter_in
from ..courtesy import courtesy_in
from ..form import form_of
from ..limits import LIMITS
from ..role import Role, role_of
from ..skill import Action, Language, Say, Situation

_ABILITIES: dict[Language, str] = {
    "ko": (
        "이런 일을 할 수 있습니다.\n"
        "- 가격, 비율, 이자, 단위, 날짜, 방정식 계산: “원가 5,000원에 마진 20%를 붙이면 얼마인가요?”\n"
        "- 표 파일(CSV, Excel, JSON) 분석, 차트, 인사이트, 제목, PowerPoint 슬라이드\n"
        "- 대화에서 들은 것을 기억하고, 이 장과 Assistants API에 관한 질문에 답하기: “실행(run)이 뭔가요?”"
    ),
    "en": (
        "This is what I can do:\n"
        "- sums with prices, percentages, interest, units, dates, equations: “A bouquet costs 5 dollars; "
        "what is the price with a 20% markup?”\n"
        "- analysis of a table (CSV, Excel, JSON), charts, insights, titles and PowerPoint slides\n"
        "- remembering what you tell me, and answering questions about this chapter and the Assistants "
        "API: “What is a run?”"
    ),
    "zh": (
        "我可以做这些事：\n"
        "- 价格、百分比、利息、单位、日期、方程的计算：“进价 5 元，加价 20%，售价是多少？”\n"
        "- 表格文件（CSV、Excel、JSON）分析、图表、洞察、标题和 PowerPoint 幻灯片\n"
        "- 记住您说过的内容，并回答关于本章和 Assistants API 的问题：“什么是运行（run）？”"
    ),
}


class About:
    """Answers about itself and about what is taught here."""

    name = "about"

    def fit(self, situation: Situation) -> float:
        question = situation.question.strip()
        found = lookup(question)
        if _is_about_itself(question, found, situation):
            return 0.75
        sure = matter_in(question, found)
        # With files at hand, a question is more likely to be about them; the search falls back on the notebooks.
        if (situation.files or _has_documents(situation)) and not found:
            return min(sure, 0.4)
        return min(sure, 0.7) if situation.request.has_tool("file_search") else sure

    def step(self, situation: Situation) -> Sequence[Action]:
        form = form_of(situation)
        question = situation.question.strip()
        found = lookup(question)
        if _is_about_itself(question, found, situation):
            role = role_of(situation.request.instructions)
            return [Say(form.text(_about_itself(courtesy_in(question), role, form.language)))]
        text = matter_answer(question, form.language)
        return [Say(form.text(text))] if text else LIMITS.step(situation)


def _has_documents(situation: Situation) -> bool:
    """True where files came along with a message, to be read as they are."""
    return any(isinstance(item, Message) and item.documents for item in situation.request.items)


def _is_about_itself(question: str, found: tuple[Entry, float] | None, situation: Situation) -> bool:
    """True for a greeting, a question about the tutor and the like, unless it is rather about a matter of the API."""
    kind = courtesy_in(question)
    if found and kind in {"can", "role"} and (found[0].strong or not situation.request.instructions.strip()):
        return False
    return bool(kind)


_WORDS: dict[str, dict[Language, str]] = {
    "thanks": {
        "ko": "천만에요. 더 궁금한 것이 있으면 물어보세요.",
        "en": "You are welcome. Ask me whenever you need more.",
        "zh": "不客气，还有问题随时问我。",
    },
    "bye": {
        "ko": "안녕히 가세요. 스레드의 ID가 있으면 다음에 이어서 이야기할 수 있습니다.",
        "en": "Goodbye. With the thread's ID we can go on from here next time.",
        "zh": "再见。凭线程 ID，下次可以接着聊。",
    },
    "no role": {
        "ko": "받은 지침이 없어 따로 맡은 역할이 없습니다.",
        "en": "I was given no instructions, so I have no particular role.",
        "zh": "我没有收到指令，因此没有特定角色。",
    },
    "role": {
        "ko": "제가 받은 지침의 핵심은 다음과 같습니다: “{sentence}”",
        "en": "In short, I was told: “{sentence}”",
        "zh": "我收到的指令要点是：“{sentence}”",
    },
    "greeting": {
        "ko": (
            "안녕하세요! 저는 {me}입니다. {rules} 규칙으로 움직이며, 가격과 비율 계산, 표 파일 분석과 차트, "
            "인사이트와 슬라이드를 맡습니다. 무엇을 도와드릴까요?"
        ),
        "en": (
            "Hello! I am {me}. {rules} made of rules, and I do sums with prices and percentages, analysis and charts "
            "of tables, insights and slides. How can I help?"
        ),
        "zh": (
            "您好！我是{me}。{rules}依靠规则，可以做价格与百分比计算、表格分析与图表、洞察和幻灯片。有什么可以帮您？"
        ),
    },
    "who": {
        "ko": "저는 {me}입니다. {rules} 규칙으로 움직이므로, 같은 질문에는 늘 같은 답을 합니다.",
        "en": "I am {me}. {rules} made of rules, so the same question always gets the same answer.",
        "zh": "我是{me}。{rules}依靠规则，同样的问题总是得到同样的回答。",
    },
    "rules": {
        "ko": "언어 모델이 아니라",
        "en": "I am not a language model but",
        "zh": "我不是语言模型，而是",
    },
    "rules in a role": {
        "ko": "이 역할로 답하는 것은 오프라인 튜터이고, 언어 모델이 아니라",
        "en": "The offline tutor plays this part; it is not a language model but",
        "zh": "由离线导师担任这一角色，它不是语言模型，而是",
    },
    "me": {"ko": "이 자료의 오프라인 튜터", "en": "the offline tutor of this workshop", "zh": "本教程的离线导师"},
}


def _about_itself(kind: str, role: Role | None, language: Language) -> str:
    if kind == "role" and role is None:
        kind = "no role"
    name = role.name if role and role.language == language else ""
    me = (f"your {name}" if language == "en" else name) if name else _WORDS["me"][language]
    if kind == "can":
        lead = {"ko": f"저는 {me}입니다. ", "en": f"I am {me}. ", "zh": f"我是{me}。"}[language]
        return (lead if name else "") + _ABILITIES[language]
    rules = _WORDS["rules in a role" if name else "rules"][language]
    return _WORDS[kind][language].format(me=me, rules=rules, sentence=role.sentence if role else "")


SKILL = About()
