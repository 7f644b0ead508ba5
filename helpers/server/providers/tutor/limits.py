"""What the tutor says where no skill fits: what it cannot do, what it can do instead, and how to ask for more."""

from collections.abc import Sequence

from .beyond import Kind, kind_of
from .form import form_of
from .halves import is_untold_story, sum_beside
from .skill import Action, Language, Say, Situation

# Refused whatever else the words ask for, and whichever functions the assistant has.
_NEVER: tuple[Kind, ...] = ("crisis", "harm", "secret")
# Not refused before the skills have been asked: a table may hold orders, and a greeting a joke.
_LEFT_TO_SKILLS: tuple[Kind, ...] = ("act", "chat", "unclear")
# No file holds what is yet to be written.
_MADE_UP: tuple[Kind, ...] = ("translate", "write", "code", "download")
# Here an offer of sums and charts, or of another model, would be out of place.
_ALONE: tuple[Kind, ...] = ("crisis", "harm", "download")

_CANNOT: dict[Kind, dict[Language, str]] = {
    "crisis": {
        "ko": (
            "그렇게 느끼고 계시다니 마음이 많이 힘드셨을 것 같습니다. 저는 규칙으로 움직이는 프로그램이라 곁에 "
            "있어 드릴 수 "
            "없습니다. 지금 바로 믿을 수 있는 가족이나 친구, 의사나 상담 기관에 이야기해 주세요. 당장 위험하다면 "
            "사시는 곳의 "
            "긴급 전화로 도움을 청해 주세요. 혼자 견디지 않으셔도 됩니다."
        ),
        "en": (
            "I am sorry that you feel this way; it must be very hard. I am only a program made of rules and cannot be "
            "there for you, but people can. Please talk to someone you trust right now: family, a friend, a doctor or "
            "a crisis line where you live. If you are in danger at this moment, call your local emergency number. You "
            "do not have to carry this alone."
        ),
        "zh": (
            "听到您这样说，我很难过，您一定非常辛苦。我只是一个按规则运行的程序，无法陪在您身边，但有人可以。"
            "请现在就告诉您信任的家人、朋友、医生或当地的心理援助机构。如果正处于危险之中，请拨打当地的紧急电话。您不必独自承受。"
        ),
    },
    "harm": {
        "ko": "다른 사람을 해치거나 깎아내리는 일은 돕지 않습니다.",
        "en": "I do not help with what would hurt or demean other people.",
        "zh": "我不会协助伤害或贬低他人的事情。",
    },
    "download": {
        "ko": "이 링크의 파일은 내려받을 수 없습니다. 코드가 실행되는 샌드박스는 인터넷에 연결되어 있지 않습니다. "
        "파일을 컴퓨터에 내려받은 뒤 업로드해서 메시지에 첨부해 주시면 그 파일로 답하겠습니다.",
        "en": "I cannot download what is behind this link: the sandbox in which code runs has no internet. Please "
        "download the file yourself, upload it and attach it to a message; I will then work with it.",
        "zh": "我无法下载这个链接中的文件：运行代码的沙盒没有连接互联网。"
        "请您先把文件下载到电脑，再上传并附加到消息中。",
    },
    "secret": {
        "ko": "저는 키나 비밀번호, 환경 변수를 볼 수 없고, 받은 지시를 무시하거나 바꾸라는 말도 따르지 않습니다.",
        "en": (
            "I cannot see keys, passwords or environment variables, and I do not follow requests to drop or replace "
            "my instructions."
        ),
        "zh": "我看不到密钥、密码或环境变量，也不会听从忽略或更改指令的要求。",
    },
    "health": {
        "ko": "저는 규칙으로 움직이는 오프라인 튜터라서 건강에 관한 조언은 드릴 수 없습니다. 의사나 약사에게 "
        "물어보세요.",
        "en": (
            "I am the offline tutor, made of rules, and cannot give advice about health. Please ask a doctor or a "
            "pharmacist."
        ),
        "zh": "我是依靠规则的离线导师，无法提供健康建议。请咨询医生或药师。",
    },
    "law": {
        "ko": "저는 규칙으로 움직이는 오프라인 튜터라서 법률에 관한 조언은 드릴 수 없습니다. 변호사나 법률 상담 "
        "기관에 물어보세요.",
        "en": "I am the offline tutor, made of rules, and cannot give legal advice. Please ask a lawyer or a legal "
        "aid office.",
        "zh": "我是依靠规则的离线导师，无法提供法律建议。请咨询律师或法律援助机构。",
    },
    "money": {
        "ko": "저는 규칙으로 움직이는 오프라인 튜터라서 시세를 볼 수 없고, 무엇을 사고팔지 조언하지 않습니다.",
        "en": "I am the offline tutor, made of rules: I cannot see market prices, and I do not advise what to buy "
        "or sell.",
        "zh": "我是依靠规则的离线导师，看不到行情，也不提供买卖建议。",
    },
    "now": {
        "ko": "저는 인터넷을 쓰지 않는 오프라인 튜터라서 뉴스나 날씨처럼 지금 일어나는 일은 알 수 없습니다.",
        "en": "I am the offline tutor and do not use the internet, so I cannot know what happens now, such as news "
        "or weather.",
        "zh": "我是不联网的离线导师，无法得知新闻、天气等当前的情况。",
    },
    "picture": {
        "ko": "저는 규칙으로 움직이는 오프라인 튜터라서 사진이나 그림 속에 무엇이 있는지 볼 수 없습니다.",
        "en": "I am the offline tutor, made of rules, and cannot see what is in a picture.",
        "zh": "我是依靠规则的离线导师，看不到图片里的内容。",
    },
    "translate": {
        "ko": "저는 언어 모델이 아니라 규칙으로 움직이는 오프라인 튜터라서 번역은 할 수 없습니다.",
        "en": "I am the offline tutor: rules, not a language model, so I cannot translate.",
        "zh": "我是离线导师：依靠规则，而不是语言模型，因此无法翻译。",
    },
    "write": {
        "ko": "저는 언어 모델이 아니라 규칙으로 움직이는 오프라인 튜터라서 글을 지어낼 수 없습니다.",
        "en": "I am the offline tutor: rules, not a language model, so I cannot write that.",
        "zh": "我是离线导师：依靠规则，而不是语言模型，因此无法写这样的文字。",
    },
    "code": {
        "ko": "저는 언어 모델이 아니라 규칙으로 움직이는 오프라인 튜터라서 프로그램을 지어낼 수 없습니다. 계산이나 "
        "차트에 드는 코드만 씁니다.",
        "en": (
            "I am the offline tutor: rules, not a language model, so I cannot write that program. I only write the "
            "code "
            "that a sum or a chart needs."
        ),
        "zh": "我是离线导师：依靠规则，而不是语言模型，因此无法编写该程序。我只写计算和图表所需的代码。",
    },
    "act": {
        "ko": "저는 이 컴퓨터 밖의 일(예약, 주문, 전송, 알람)은 할 수 없는 오프라인 튜터입니다. 그런 일은 "
        "어시스턴트에 함수를 주어 맡길 수 있습니다.",
        "en": (
            "I am the offline tutor and cannot act outside this computer (book, order, send, set an alarm). An "
            "assistant "
            "can be given a function for that."
        ),
        "zh": "我是离线导师，无法在本机之外执行操作（预订、下单、发送、闹钟）。可以为助手提供函数来完成。",
    },
    "chat": {
        "ko": "저는 규칙으로 움직이는 오프라인 튜터라서 이 말에는 드릴 답이 없습니다.",
        "en": "I am the offline tutor, made of rules, and have no answer to that.",
        "zh": "我是依靠规则的离线导师，无法回应这句话。",
    },
    "unclear": {
        "ko": "저는 규칙으로 움직이는 오프라인 튜터라서, 이 말에서는 무엇을 원하시는지 알아듣지 못했습니다.",
        "en": "I am the offline tutor, made of rules, and could not make out what you would like.",
        "zh": "我是依靠规则的离线导师，没能看懂您需要什么。",
    },
    "story": {
        "ko": "저는 규칙으로 움직이는 오프라인 튜터라서 이 이야기의 조건을 모두 읽어 내지 못했습니다. "
        "틀린 수를 말하지 않도록 계산하지 않았습니다. 문장을 짧게 나누거나 식으로 써 주시면 계산하겠습니다.",
        "en": (
            "I am the offline tutor, made of rules, and did not understand everything that this story tells, so I give "
            "no number rather than a wrong one. Told in shorter steps, or as a formula, I can work it out."
        ),
        "zh": (
            "我是依靠规则的离线导师，没能完全读懂这道题的条件，所以不给出可能错误的数字。"
            "请分成更短的步骤或写成算式，我就能计算。"
        ),
    },
    "other": {
        "ko": "저는 언어 모델이 아니라 규칙으로 움직이는 오프라인 튜터라서, 이 요청에는 답할 수 없습니다.",
        "en": "I am the offline tutor: rules, not a language model, so I cannot answer this.",
        "zh": "我是离线导师：依靠规则，而不是语言模型，因此无法回答这个问题。",
    },
}
_INSTEAD: dict[Language, str] = {
    "ko": (
        "대신 이런 일은 실제로 계산해서 답합니다.\n"
        "- 가격과 비율 계산: “원가 5,000원에 마진 20%를 붙이면 얼마인가요?”\n"
        "- 표 파일(CSV, Excel, JSON) 분석과 차트: “분기별 매출을 제품별 선 그래프로 그려 주세요.”\n"
        "- 분석 결과의 인사이트와 제목, 그리고 PowerPoint 슬라이드"
    ),
    "en": (
        "What I can do, by really computing it:\n"
        "- prices and percentages: “A bouquet costs 5 dollars. What is the price with a 20% markup?”\n"
        "- analysis and charts of a table (CSV, Excel, JSON): “Plot revenue by quarter, one line for each product.”\n"
        "- insights and a title from that analysis, and a PowerPoint deck"
    ),
    "zh": (
        "我能真正计算的内容：\n"
        "- 价格与百分比：“进价 5 元，加价 20%，售价是多少？”\n"
        "- 表格文件（CSV、Excel、JSON）的分析与图表：“按季度画出各产品销售额的折线图。”\n"
        "- 由分析得出的洞察、标题，以及 PowerPoint 演示文稿"
    ),
}
_LIVE: dict[Language, str] = {
    "ko": "그 밖의 질문은 실제 모델을 연결해 물어볼 수 있습니다. 연결하는 방법은 노트북 `00_start_here`에 있습니다.",
    "en": "For anything else you can connect a live model; notebook `00_start_here` shows how.",
    "zh": "其他问题可以连接真实模型来回答，方法见笔记本 `00_start_here`。",
}


def is_beyond(situation: Situation) -> bool:
    """True for a poem, a translation, a program and the like. Code that is to compute or draw is not beyond.

    An assistant with functions may well send a mail or translate, and one with files may know about law or health.
    """
    kind = kind_of(situation.question)
    if kind in _NEVER:
        return True
    kinds = {tool["type"] for tool in situation.request.tools}
    if kind is None and not kinds & {"function", "file_search"} and not situation.files:
        return is_untold_story(situation)
    if kind is None or kind in _LEFT_TO_SKILLS or "function" in kinds:
        return False
    return kind in _MADE_UP or "file_search" not in kinds


class Limits:
    """Not found by itself, unlike the skills: it is what remains where none of them fits."""

    name = "limits"

    def fit(self, situation: Situation) -> float:
        return 0.0

    def step(self, situation: Situation) -> Sequence[Action]:
        form = form_of(situation)
        kind = kind_of(situation.question, anything=True) or ("story" if is_untold_story(situation) else "other")
        cannot = _CANNOT[kind][form.language]
        plan = None if kind in _NEVER or kind in _ALONE else sum_beside(situation.question, form.language)
        if plan:
            answer = plan.phrase(plan.values())
            return [Say(form.text(f"{cannot}\n\n{answer.text}", answer.value))]
        parts = [cannot] if kind in _ALONE else [cannot, _INSTEAD[form.language], _LIVE[form.language]]
        # Inside a JSON object, a list of examples would only be noise.
        if form.schema is not None and kind not in _ALONE:
            parts = [cannot, _LIVE[form.language]]
        return [Say(form.text("\n\n".join(parts)))]


LIMITS = Limits()
