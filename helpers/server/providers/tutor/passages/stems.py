"""Words without their endings, in Korean and English."""

import re
from functools import lru_cache

_PARTICLES = re.compile(
    r"(?:에서는|에게서|으로는|이라는|이란|까지는|부터는|에서의|에서|에게|으로|까지|부터|보다|처럼|마다|이나|라는|"
    r"이라도|조차|밖에|한테|"
    r"은요|는요|은|는|이|가|을|를|의|에|도|만|와|과|로|나|란|랑|께|요)$"
)
_ENDINGS = re.compile(
    r"(?:하셨습니까|하였습니까|했습니까|되었습니까|됐습니까|하십니까|합니까|됩니까|습니까|입니까|십니까|했나요|"
    r"됐나요|되었나요|하나요|되나요|인가요|"
    r"한가요|은가요|는가요|던가요|ㄴ가요|졌나요|았나요|었나요|였나요|렸나요|나요|할까요|될까요|을까요|까요|하였나|"
    r"했나|했어요?|됐어요?|하는지|되는지|인지|는지|한지|은지|하려면|으려면|려면|하면|되면|"
    r"으면|라면|이면|면|하는|되는|하고|되고|하여|해서|돼서|해야|어야|아야|해도|어도|아도|하기|되기|하게|되게|합니다|"
    r"됩니다|입니다|습니다|"
    r"한다|된다|이다|해요|돼요|이에요|예요|인데요?|한|된|할|될|함|됨|해|하지|되지|지요|죠|하던|하였던|했던|하신|하실|"
    r"이었던|였던)$"
)


# Nouns that end like a noun with its particle.
_NOUNS = (
    "회의 강의 문의 논의 합의 주의 동의 건의 예의 정의 심의 상의 편의 평가 휴가 물가 작가 국가 전문가 나이 차이 종이 "
    "높이 길이 넓이 놀이 고양이 어린이 제도 속도 온도 습도 지도 정도 한도 용도 포도 수도 강도 결과 효과 학과 통과 경과 "
    "도로 진로 경로 통로 마을 가을 겨울 여름"
)
_WHOLE = frozenset(_NOUNS.split())


def korean_stem(word: str) -> tuple[str, bool]:
    """A word without its particle or ending, empty where it was nothing else, and whether it had an ending."""
    cut = _ENDINGS.sub("", word)
    if not cut:
        return "", True
    if cut != word:
        return cut, not re.match(r"하|되|합|됩|했|됐|한|된|할|될|함|됨|해|돼|이", word[len(cut) :])
    if len(word) > 1:
        for turn in range(2):
            if word in _WHOLE:
                break
            cut = _PARTICLES.sub("", word)
            # 온도는 is 온도 and a particle; what is left of it is a word.
            if turn and len(cut) < 2 and not word.endswith("에"):
                break
            if len(cut) < 2 and len(word) < 3 and cut and not re.search(r"(?:은|는|을|를|의|에|도|로)$", word):
                break
            if not cut:
                break
            word = cut
    return word, False


@lru_cache(16384)
def english_stem(word: str) -> str:
    """A word without its most usual endings: refunds, refunded and refunding become refund."""
    word = re.sub(r"['’]s?$", "", word)
    for endings in ((("ies", "y"), ("sses", "ss"), ("s", "")), (("ing", ""), ("edly", ""), ("ed", ""))):
        for ending, rest in endings:
            stem = word[: -len(ending)] + rest
            if word.endswith(ending) and len(stem) > 2 and not word.endswith(("ss", "us", "is")):
                if ending in ("ing", "ed") and len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
                    stem = stem[:-1]
                word = stem
                break
    return word.removesuffix("e") if len(word) > 4 else word


def opened(letter: str) -> str:
    """A syllable without the final consonant that an ending puts there: 립 (걸립니다) is 리 (걸리나요)."""
    if not "가" <= letter <= "힣":
        return letter
    code = ord(letter) - ord("가")
    return chr(ord(letter) - code % 28) if code % 28 in (4, 8, 17, 20) else letter
