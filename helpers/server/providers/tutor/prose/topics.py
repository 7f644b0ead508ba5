"""Is a question about the course rather than about a reader's files?

Some words hardly mean anything else (thread, kernel, vector store); others do only in company (message, picture, run).
"""

import re

_OWN = re.compile(
    r"어시스턴트|스레드|쓰레드|커널|폴링|샌드박스|벡터 ?(?:저장소|스토어)|청크|코드 ?(?:인터프리터|해석기)|"
    r"파일 ?검색|함수 ?호출|"
    r"스트리밍|메타데이터|실행 ?단계|튜터|내장 ?서버|플레이그라운드|오픈 ?ai|프롬프트|(?:이|본) ?(?:수업|과정|"
    r"강의|실습|"
    r"노트북|워크숍|자료)|주피터|"
    r"\bassistants?\b|\bthreads?\b|\bapis?\b|\bsdk\b|\bopenai\b|\bsandbox\b|\bkernel\b|\bjupyter\w*|\bpolling\b|"
    r"\btokens?\b|"
    r"\bvector stores?\b|\bchunk\w*|\bcode interpreter\b|\bfile search\b|\bfunction call\w*|\bstreaming\b|"
    r"\bmetadata\b|"
    r"\brun steps?\b|\bresponses api\b|\bdall|\bplayground\b|\bpython-pptx\b|\bofflin\w+ (?:tutor|painter)\b|"
    r"\b(?:this|these|the) (?:course|workshop|notebooks?)\b",
    re.IGNORECASE,
)
_SHARED = re.compile(
    r"실행|메시지|메세지|그림|이미지|함수|도구|모델|파일|코드|링크|키(?=[가는를도 ?])|지침|상태|오류|에러|목록|"
    r"반복문|루프|첨부|"
    r"내려받|다운로드|올리|올린|업로드|그래프|차트|슬라이드|발표 ?자료|제목|인사이트|역할|서버|"
    r"셀(?=[을를은이 ])|크기|품질|화질|조각|"
    r"취소|만료|대화|파이썬|파워포인트|프로그램|경고|인용|주석|노트북|토큰|글(?=[만은을이자])|답(?=[을은이만 ])|"
    r"주소|ID|아이디|"
    r"\bruns?\b|\bran\b|\bmessages?\b|\bpictures?\b|\bimages?\b|\bfunctions?\b|\btools?\b|\bmodels?\b|"
    r"\bfiles?\b|\bcode\b|"
    r"\blinks?\b|\bkeys?\b|\binstructions?\b|\bstatus\b|\berrors?\b|\bexception\b|\blists?\b|\bloops?\b|\battach\w*|"
    r"\bdownload\w*|\bupload\w*|\bcharts?\b|\bslides?\b|\bdeck\b|\bpptx\b|\binsights?\b|\brole\b|\bserver\b|"
    r"\bcells?\b|"
    r"\bsize\b|\bquality\b|\bcancel\w*|\bexpire\w*|\bpython\b|\bprogram\b|\bwarnings?\b|\bcitations?\b|"
    r"\bannotations?\b|"
    r"\bnotebooks?\b|\bprompts?\b|\bevents?\b|\bsearch\w*|\bids?\b|\bwhile\b|\burls?\b|\bpoll\b|\bconversations?\b|"
    r"\b\w+Error\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"(?<=[A-Za-z0-9_])(?=[가-힣])|(?<=[가-힣])(?=[A-Za-z])")


def course_words(question: str) -> float:
    """How many words of the course a question has: 1 for each that is its own, half for each that it shares."""
    question = _SPLIT.sub(" ", question)
    own = {match.group().lower() for match in _OWN.finditer(question)}
    rest = _OWN.sub(" ", question)
    shared = {match.group().lower() for match in _SHARED.finditer(rest)}
    return len(own) + 0.5 * len(shared)
