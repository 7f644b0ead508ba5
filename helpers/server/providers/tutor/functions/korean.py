"""Korean words and what hangs on them: a noun and its particle, and whether a word is rather a verb."""

import re

from ..wording import has_final
from .lexicon import listed
from .places_lexicon import PLACES

# A particle and the word that an English preposition would be. Longest first.
_PARTICLES: tuple[tuple[str, str], ...] = (
    ("이라고는", "named"),
    ("에서부터", "from"),
    ("으로부터", "from"),
    ("한테서", "from"),
    ("에게서", "from"),
    ("이라는", "named"),
    ("이라고", "named"),
    ("이란", "named"),
    ("라는", "named"),
    ("라고", "named"),
    ("에서는", "from"),
    ("에서", "from"),
    ("에게", "to"),
    ("한테", "to"),
    ("으로는", "to"),
    ("으로", "to"),
    ("까지", "to"),
    ("부터", "from"),
    ("행", "to"),
    ("이랑", "and"),
    ("하고", "and"),
    ("랑", "and"),
    ("과", "and"),
    ("와", "and"),
    ("은요", "topic"),
    ("는요", "topic"),
    ("에는", "at"),
    ("에도", "at"),
    ("에", "at"),
    ("께", "to"),
    ("로", "to"),
    ("의", "of"),
    ("을", "object"),
    ("를", "object"),
    ("은", "topic"),
    ("는", "topic"),
    ("이", "subject"),
    ("가", "subject"),
    ("도", "also"),
    ("만", "only"),
    ("인데요", "is"),
    ("인데", "is"),
    ("이야", "is"),
    ("이에요", "is"),
    ("예요", "is"),
    ("입니다", "is"),
    ("이고", "is"),
    ("이요", "is"),
    ("야", "is"),
    ("요", "is"),
)
_AFTER_CONSONANT = {
    "은",
    "을",
    "이",
    "과",
    "으로",
    "이랑",
    "이야",
    "이에요",
    "이라는",
    "이라고",
    "이란",
    "은요",
    "이고",
    "이요",
}
_AFTER_VOWEL = {"는", "를", "가", "와", "로", "랑", "야", "예요", "라는", "라고", "는요", "요"}
# Endings of verbs and of whole requests.
_VERBAL = re.compile(
    r"(?:줘|줘요|주세요|주십시오|줄래|줄래요|주실래요|주실|주라|주고|주겠어|다오|할래|할까|할까요|합니다|해요|"
    r"해라|하자|할게|하고|하면|하면서|하는|했어|했는데|했던|"
    r"인가요|인지|인데|일까|일까요|입니까|습니까|습니다|나요|가요|까요|세요|어요|아요|네요|군요|어때|어때요|"
    r"어떤가요|어떻습니까|어떠니|"
    r"싶어|싶어요|싶습니다|싶은데|있어|있어요|있나요|있니|있는|있고|있으면|있게|있도록|없게|없도록|없어|없어요|없는|없고|없이|"
    r"남아|남아서|남았고|돼|되나요|되나|"
    r"될까|된다|됐어|한다|간다|온다|왔어|갔어|"
    r"봐|봐줘|볼래|보고|알려|이야기해|얘기해|보여|찾아|맞춰|부탁해|부탁해요|부탁드려요|부탁드립니다|바랍니다|하려고|하려면|"
    r"려고|려면|거야|건가요|는지|은데|는데|니다|"
    r"켜|꺼|다고|자고|냐고|해서|하게|하도록|켜고|끄고|잡고|열고|닫고|틀고|넣고|빼고|가는|오는|사는|떠나는|"
    r"출발하는|도착하는|"
    r"이하|이상|미만|초과)$"
)
_STOP = frozenset(
    listed(
        "좀 제발 지금 현재 오늘 내일 어제 모레 글피 다음 이번 지난 저번 매일 얼마 얼마나 얼마야 얼마예요 "
        "얼마인가요 얼마지 몇 무슨 어떤 어느 어디 어디야 누구 언제 뭐 뭐야 무엇 왜 "
        "것만 것을 것이 것은 것도 것들 거만 게 건 같이 함께 서로 "
        "그 이 저 그것 이것 그거 이거 거기 여기 저기 나 내 나의 나는 내가 저 제 저는 제가 저의 우리 우리의 저희 너 "
        "네 당신 그리고 그런데 그럼 그러면 그래서 또 또는 혹은 및 "
        "다시 한번 각각 모두 전부 하나 하나만 둘 것 거 수 때 동안 안 못 더 가장 제일 약 정도 대해 대한 대해서 관한 "
        "관련 위해 위한 있는 없는 같은 부탁 빨리 얼른 바로 당장 아까 방금 "
        "사이 중 간 씩 네 예 응 음 아 저기요 혹시 만약 이제 그냥 기준 기준으로 결과 정보 목록 이름 내용 제목 어때 "
        "요즘 최근 쯤 경 상태 현황 차이 합계 평균 비교 총합 총액 기온차 누가 어디가 며칠 몇일 몇시 몇개 "
        "며칠이나 누구한테 시간 시각 방법 더 덜 이상 이하"
    )
)


# Nouns that end like a noun with its particle.
_WHOLE = frozenset(
    listed(
        "회의 강의 문의 논의 합의 주의 동의 예의 건의 사과 결과 효과 학과 교과 통과 경과 도로 진로 경로 회로 "
        "피로 위로 미로 "
        "아이 나이 차이 종이 고양이 호랑이 어린이 놀이 높이 길이 넓이 오이 떡볶이 목걸이 휴가 평가 물가 주가 "
        "국가 작가 화가 "
        "추가 증가 시가 전문가 여가 정도 제도 속도 온도 습도 지도 인도 각도 태도 기도 파도 포도 철도 수도 독도 "
        "강도 용도 "
        "한도 마을 가을 노을 겨울 오늘은 우유 두유 석유 이유 자유 필요 중요 주요 수요 월요 분야 이야 여행 은행 "
        "진행 비행 "
        "유행 실행 요리사와 기와 이하 가요 동요 만 도시 메모 여름 이름 구름"
    )
)


def base_of(eojeol: str) -> tuple[str, str]:
    """A word without its particle, and what the particle says (`from`, `to`, ...); an empty string for none."""
    if eojeol.casefold() in PLACES or eojeol in _STOP or eojeol in _WHOLE:
        return eojeol, ""
    for particle, role in _PARTICLES:
        base = eojeol[: -len(particle)]
        if not eojeol.endswith(particle) or not base:
            continue
        if len(base) == 1 and "가" <= base <= "힣" and len(particle) == 1 and particle not in "을를은는에의":
            continue
        final = has_final(base)
        liquid = particle == "로" and "가" <= base[-1] <= "힣" and (ord(base[-1]) - ord("가")) % 28 == 8
        if (particle in _AFTER_CONSONANT and final is False) or (particle in _AFTER_VOWEL and final and not liquid):
            continue
        if particle in {"도", "만", "이", "가", "과", "행", "야", "요"} and len(base) < 2 and base not in PLACES:
            continue
        return base, role
    return eojeol, ""


def base_before(eojeol: str, following: str) -> tuple[str, str]:
    """As `base_of`, with a look at what follows: “몬스테라는 매일” is 몬스테라 with 는, “봄이라는 노래” a name."""
    base, role = base_of(eojeol)
    if role == "named" and eojeol == f"{base}라는" and not _NAMED_NOUN.match(following):
        return f"{base}라", "topic"
    return base, role


_NAMED_NOUN = re.compile(
    r"\s*(?:이름|제목|책|노래|곡|앨범|영화|사람|친구|회사|가게|식당|카페|호텔|도시|곳|것|거|말|단어|문장|메시지|내용|"
    r"문자|메모|일정|회의|행사|파일|폴더|문서|할 ?일|목록|프로젝트|팀|그룹|모임|방|제품|상품|코드|태그|라벨|키워드|"
    r"주제|과목|수업|강의)"
)


def is_verbal(eojeol: str) -> bool:
    """True for a word that ends like a verb or a request."""
    return bool(_VERBAL.search(eojeol)) and eojeol.casefold() not in PLACES


def is_stop(word: str) -> bool:
    """True for a word without a meaning of its own."""
    return word in _STOP


_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함"
    "변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국"
)


def looks_korean(name: str) -> bool:
    """True for a Korean personal name: a usual surname and a given name of two syllables."""
    return re.fullmatch(rf"[{_SURNAMES}]\s?[가-힣]{{2}}", name) is not None


def particle_role(word: str) -> str | None:
    """What a particle that stands alone (behind a Latin word) says; None for any other word."""
    return dict(_PARTICLES).get(word)
