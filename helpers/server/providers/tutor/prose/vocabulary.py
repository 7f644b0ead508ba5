"""What the course's own things are called in Korean, English and Chinese."""

import re
from functools import cache

from ..passages.stems import english_stem, opened
from ..passages.words import Term, question_terms

_SAME = """
실행 run 런 ran running 运行
실행하 execute run 돌리 execut
스레드 쓰레드 thread 线程
어시스턴트 도우미 assistant 助手
메시지 메세지 message 消息
지침 지시문 instructions instruction 指令
도구 tool 工具
상태 status state 状态
폴링 poll polling 轮询
함수 function 函数
주석 annotation 注释
인용 citation cite 출처 근거 source 引用
그림 이미지 사진 picture image 图片
첨부 붙이 attachment attach 附件 附加
단계 step 步骤
종료 shut shutdown 중단 꺼졌 꺼진 닫 discontinued 关闭
취소 cancel cancelled 거두 取消
만료 expired expire 过期
실패 failed fail 失败
완료 completed complete 끝났 끝난 끝 ended finished done 完成 结束
미완성 incomplete 未完成
대기 queued queue wait 排队
기다리 wait 기다
잠기 잠깁 잠금 locked lock 锁
중복 duplicate identical same again more_and_more share_a_name copy twin 쌓이 똑같 같은_이름 이름이_같 重复
재사용 다시 reuse again 复用
기억 문맥 맥락 context remember memory 上下文
삭제 지우 delete remove 删除
수정 바꾸 바꿀 변경 고치 고쳐 edit update change rewrite 修改
목록 list 列表
역할 role 角色
크기 size 尺寸
품질 화질 quality 质量
스타일 화풍 style 风格
저장 save keep store 保存 보관 적어
내려받 다운로드 download 下载
올리 업로드 upload 上传
오류 에러 error exception 错误
토큰 token 令牌
한도 제한 limit 限制
서버 server 服务器
튜터 tutor 导师
차이 difference different 区别
슬라이드 발표 프레젠테이션 deck slide presentation pptx 파워포인트 powerpoint 幻灯片
대신 대체 후속 successor instead replace 이어받 代替
덮어쓰 override
시간 timeout time
반복 반복문 루프 loop while lap 돌면 되풀이
영원 forever endless never_end
링크 주소 url link address 链接 网址
눌러 누르 클릭 click press
열리 열려 열기 열어 open 打开
비용 값 가격 요금 비싸 비싼 price cost expensive pay 费用
무료 free 공짜
키 key 密钥
인터넷 internet network 네트워크
오프라인 offline
커널 kernel 内核
셀 cell
재시작 restart 重启
초기화 되돌리 처음 reset start_over beginning scratch afresh
글 글자 텍스트 text word 文字
조각 part piece block
꺼내 꺼내려 추출 get take read extract
계산 compute calculate sum computed
확인 검산 verify check trust
지어내 지어냈 made_up invent hallucinate
순서 정렬 order sort
쪽 페이지 page paging
최신 새것 최근 latest newest recent
가로 wide landscape
세로 tall upright portrait
정사각 square
선명 vivid
자연 natural
보내 돌려보내 제출 send submit hand give
연결 connect
경고 warning deprecation
나누 나눠 쪼개 split cut divide chunk 청크 切分
종류 형식 유형 type kind format
인수 매개변수 인자 파라미터 argument parameter value
이벤트 사건 event
스트리밍 스트림 실시간 stream 流式
옮기 옮겨 이전 마이그레이션 전환 move migrate carry 迁移
대화 conversation chat dialogue 对话
제목 title
인사이트 통찰 insight
그래프 차트 chart plot graph
코드 code python 파이썬 代码
프로그램 program 앱 app 程序
질문 물어 ask question
파일 file 文件
문서 document 文档
답 answer reply 回答
내용 content
결과 output result 结果
돌려보내 제출 submit send hand_back
인수 매개변수 argument parameter
없어지 사라지 사라졌 gone disappear vanish
잃어버 잃은 lose lost
추가 더하 add put append 적기 적은 write 보내
요구 필요 required need necessary cannot_do_without
계속 이어 go_on continue again 다시 resume
공유 같이 share carry_on another
비교 compare 比较
어울 fit suit
오래 asc oldest
최신순 newest 새것
믿 trust check verify
예시 example
만들 생성 create make
선언 declare declaration
두 two 2 twice
세 three 3
한 one 1
최대 많아도 most maximum max up_to
빈 비어 empty
이름 name 名字
모델 model 模型
대시보드 dashboard
놀이터 플레이그라운드 playground
벡터 vector 向量
검색 search 찾 find 搜索
읽 read
"""


# “How does polling work?” is not about work.
_EMPTY = frozenset(["work", "mean", "happen", "동작", "작동", "의미", "뜻"])
# Names of code, such as `runs.list` and `create_once`.
_CODE = re.compile(r"[A-Za-z]\w*?[._]\w*[A-Za-z]", re.ASCII)


@cache
def _groups() -> dict[str, tuple[int, ...]]:
    """The lines of the table that a stem stands in."""
    found: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(_SAME.strip().splitlines()):
        for word in line.split():
            stem = english_stem(word) if word.isascii() else word
            found[stem] = (*found.get(stem, ()), number)
    return found


# In a question about somebody's files these say nothing (see `passages.stopwords`); in one about the course they do.
_MEANT = re.compile(
    r"첨부|파일|업로드|올리|올린|질문|문서|답(?=[은이을만에])|"
    r"\b(?:files?|attach(?:ed|ing|ment|ments)?|upload(?:ed|ing|s)?|contents?|documents?|answers?|questions?|"
    r"state)\b",
    re.IGNORECASE,
)


def meanings(text: str) -> dict[str, float]:
    """What a text is about, as tokens with their weights; words of one meaning share a token in all languages.

    The tokens of a word that the course has no other name for are its stem, or its pairs of syllables; names of code
    are tokens too.
    """
    found: dict[str, float] = {}
    for term in _terms(text):
        groups = _groups().get(term.text) or _groups().get(term.text.removesuffix("들"), ())
        tokens = [f"#{group}" for group in groups] or _tokens(term.text)
        weight = term.weight if groups else term.weight * len(tokens) ** -0.5
        for token in tokens:
            found[token] = max(found.get(token, 0.0), weight)
    return found | {name.lower(): 1.0 for name in _CODE.findall(text)}


def _terms(text: str) -> list[Term]:
    found = {term.text: term for term in question_terms(text) if term.text not in _EMPTY}
    for match in _MEANT.finditer(text):
        stem = english_stem(match.group().lower())
        found.setdefault(stem, Term(stem, stem))
    return list(found.values())


def _tokens(word: str) -> list[str]:
    """The pairs of syllables of a Korean word, without what endings change (그리, 그릴); else the word."""
    if not "가" <= word[0] <= "힣" or len(word) == 1:
        return [word]
    loose = "".join(map(opened, word))
    return [loose[place : place + 2] for place in range(len(word) - 1)]
