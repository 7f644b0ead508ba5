"""What the course's own things are called in Korean, English and Chinese."""

from functools import cache

from ..passages.stems import english_stem
from ..passages.words import Term, question_terms

_SAME = """
실행 run 런 运行
스레드 쓰레드 thread 线程
어시스턴트 도우미 assistant 助手
메시지 메세지 message 消息
지침 지시문 instructions instruction 指令
도구 tool 工具
상태 status state 状态
폴링 poll polling 轮询
함수 function 函数
주석 annotation 注释
인용 citation cite 引用
그림 이미지 picture image 图片
첨부 attachment attach 附件
단계 step 步骤
종료 shut shutdown 중단 꺼졌 꺼진 닫 discontinued 关闭
취소 cancel cancelled 取消
만료 expired expire 过期
실패 failed fail 失败
완료 completed complete 完成
미완성 incomplete 未完成
대기 queued queue wait 排队
잠기 잠깁 잠금 locked lock 锁
중복 duplicate same again 여러 重复
재사용 다시 reuse again 复用
기억 문맥 맥락 context remember 上下文
삭제 지우 delete 删除
수정 바꾸 변경 update change 修改
목록 list 列表
역할 role 角色
크기 size 尺寸
품질 화질 quality 质量
스타일 화풍 style 风格
저장 save 保存
내려받 다운로드 download 下载
오류 에러 error 错误
토큰 token 令牌
한도 제한 limit 限制
서버 server 服务器
튜터 tutor 导师
차이 difference different
슬라이드 발표 프레젠테이션 deck slide presentation 幻灯片
대신 대체 후속 successor instead replace 代替
덮어쓰 override
시간 timeout time
"""


# “How does polling work?” is not about work.
_OF_COURSE = """
work mean happen notebook chapter api 노트북 장 동작 작동 의미 뜻 문제 값 매개변수
"""
_EMPTY = frozenset(_OF_COURSE.split())


@cache
def _same() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _SAME.strip().splitlines():
        words = [english_stem(word) if word.isascii() else word for word in line.split()]
        for word in words:
            found[word] = tuple(dict.fromkeys([*found.get(word, ()), *(other for other in words if other != word)]))
    return found


def course_terms(question: str) -> list[Term]:
    """The words of a question with what the course calls the same; the general glossary would mislead here."""
    return [
        Term(term.text, term.said, term.weight, _same().get(term.text, ()))
        for term in question_terms(question)
        if term.text not in _EMPTY
    ]
