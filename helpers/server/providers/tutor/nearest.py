"""What the notebooks have nearest to a question that no skill is sure of: a guess, said before the tutor gives up."""

from collections.abc import Sequence

from .beyond import kind_of
from .chapter import perhaps_in, prose_answer
from .form import form_of
from .skill import Action, Language, Say, Situation

_GUESS: dict[Language, str] = {
    "ko": "물으신 것이 이것인지 확실하지 않지만, 노트북에서 가장 가까운 곳입니다.",
    "en": "I am not sure that this is what you ask, but it is what the notebooks have nearest to it.",
    "zh": "不确定这是否就是您要问的，不过笔记本中最接近的内容如下。",
}
_ELSE: dict[Language, str] = {
    "ko": "찾으시는 것이 아니라면 다른 말로 물어봐 주세요. 저는 언어 모델이 아니라 규칙으로 움직이는 오프라인 "
    "튜터라서, 그 밖의 질문에는 답할 수 없습니다. 실제 모델을 연결하는 방법은 노트북 `00_start_here`에 있습니다.",
    "en": "If it is not, please put it in other words. I am the offline tutor: rules, not a language model, and cannot "
    "answer what lies beyond; notebook `00_start_here` shows how to connect a live model.",
    "zh": "如果不是，请换一种说法。我是依靠规则的离线导师，不是语言模型，其他问题无法回答；"
    "连接真实模型的方法见笔记本 `00_start_here`。",
}


class Nearest:
    """Not found by itself, unlike the skills: it is asked where none of them fits."""

    name = "nearest"

    def fit(self, situation: Situation) -> float:
        question = situation.question.strip()
        if situation.files or kind_of(question, anything=True):
            return 0.0
        return perhaps_in(question)

    def step(self, situation: Situation) -> Sequence[Action]:
        form = form_of(situation)
        told = prose_answer(situation.question.strip(), form.language) or ""
        return [Say(form.text("\n\n".join([_GUESS[form.language], told, _ELSE[form.language]])))]


NEAREST = Nearest()
