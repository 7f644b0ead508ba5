"""Words that say nothing about what a question is about."""

_KOREAN = """
무엇 무엇인 뭔가 뭔지 무언가 무엇인지 뭐 뭔 뭐야 뭐예 뭘 무슨 어떤 어떻 어떻게 어떡 어느 어디 언제 누구 누가 왜
얼마 얼마나 몇 며칠 몇개 몇가 몇명 몇일 알려 알려줘 알려주세 말해 말해줘 설명 설명해 찾아 찾아줘 보여 보여줘
주세 주세요 줘 주 주시 해 해주 해줘 부탁 부탁해 궁금 궁금해 궁금합 궁금한 있 있는 있나 있습 있어 있을 없 없는
없나 없습 하 하는 되 되는 된 할 수 것 거 게 건 걸 때 이 그 저 이것 그것 저것 여기 거기 및 또 또는 혹은 그리고
그럼 그러면 그런데 그래서 하지만 대해 대해서 대한 관해 관한 관하 대하 따르 따라 따르면 위해 위한 통해 경우 혹시
만약 만일 정말 좀 더 가장 제일 모두 전부 다 각 각각 우리 저희 제 내 나 너 당신 인가 인지 입니 이에 예 네 아니 같
같은 중 안 못 문서 파일 자료 첨부 업로드 올린 내용 적혀 적힌 쓰여 나와 나온 나오 답 답해 대답 질문 정도 가지
종류 알 알고 싶 싶어 싶은 싶습 사람 무언 해당 관련 자세 자세히 다시 한번 번째 은 는 의 에 를 을 가 도 로 와 과
요 거죠 건가 가능한 어때 뭐라 언급 까지 부터 동안 데 완전히 걸려 걸리 걸립 이야기 말 되나 드나 드는 드 들 받을
받 하려 쓰 쓴 쓸 맞 맞나 맞는 확인 확인해 처럼 라고 이라 라는 하면 되면 먼저 방금 얘기 이야기해 통틀
단순히 그냥 그저 단지
"""
_ENGLISH = """
a about above according after all also am an and any anything are as ask at be because been being below between
both but by can could did do does doing done document documents doc docs down during each else ever every
explain few file files find first for from further get give given gives got had has have having he her here hers
him his how however i if in into is isn it its itself just know let like list long look many may me mention
mentioned mentions might more most much must my myself need no nor not now of off on once one only or other our
ours out over own please quote really regarding said same say says shall she should show so some someone
something state stated states still such summarize tell text than that the their theirs them then there these
they thing things this those through to too under until up upload uploaded us use used very want was we were
what whats when where whether which while who whom whose why will with within would written yes yet you your
yours s t d ll ve re m attached attachment based content contents answer question exactly take takes took make
made simply merely
"""
_CHINESE = """
为什么 什么时候 时候 告诉我 请告诉我 多长时间 什么 多少 多大 多高 多重 多远 能否 是否 能不能 会不会 需要
要做 应该 怎样 几个人 几人 哪些 哪个 哪里 怎么 如何 请问 告诉 文件 文档 吗 呢 的 了 是 在 有 和 与
可以 几个 何时 多久 多长 几天 谁
"""
_GENERIC = """
규정 정책 약관 조항 부분 항목 문구 기간 정보 사항 경우 상황 방식 polici rul section claus regulation part detail
information provision guidelin number 번호 new 새로운 회사 company compani
"""

# Words that only make a sentence a question, or stand in every text.
EMPTY = {"ko": frozenset(_KOREAN.split()), "en": frozenset(_ENGLISH.split()), "zh": frozenset(_CHINESE.split())}
# Stems of words that name a piece of a document rather than a matter.
GENERIC = frozenset(_GENERIC.split())

_NUMBERS = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
# English numbers in letters, as figures.
NUMBERS = {word: str(number) for number, word in enumerate(_NUMBERS.split(), 2)} | {
    "twenty": "20",
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "ninety": "90",
    "hundred": "100",
}
