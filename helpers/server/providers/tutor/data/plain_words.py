"""Words of requests that are no names of anything in a table, though they stand where a name could."""

_ASIAN = """
가을 가장 각각 각국 각종 같은 개월 겨울 결과 결국 고객 관련 관점 구간 구분 그것 그래프 그러면 그럼 그리고 그중
기간 기존 기준 기타 나머지 날짜 남학생 내년 내부 누구 누적 다른 다시 다음 단계 단위 단점 당일 대략 대비 대표
대한 데이터 도서 동시 또한 마지막 막대 매년 매월 먼저 모두 모든 무슨 무엇 문제점 번째 변화 보통 분포 비교 비율
비중 사람 상반기 상위 새벽 성과 세부 소비 손님 수치 순위 시간 시사점 시점 신규 실제 아니라 아침 어느 어디 어떤
언제 얼마 여러 여름 여부 여학생 역시 연간 연도 연령대 예상 오전 오후 올해 외부 요일 우리 월간 응답자 이것 이름
이번 이전 이제 이중 인사이트 일반 일부 일일 자료 작년 장비 장점 저녁 전국 전반 전반기 전부 전체 제목 제일 종류
주간 주말 주요 준비 즉시 지난 직원 차이점 차트 초기 초점 최고 최근 최대 최소 최저 최종 추이 파일 평균 평일 평점
표시 하루 하반기 하위 학생 합계 항목 해당 현재 혹시 환자 회사 회원 효과 흐름 一共 今年 全部 公司 去年 各个 哪个
总共 我们 所有 数据 整体 文件 每个 这个 那个
"""
_ENGLISH = """
a about addition again all also an analyse analyze and answer any anything apr april are as ascending ask at
aug august autumn average best better between both break bring but by calculate can case category chart check
chinese combined company compare comparison compute contrast could count create csv cumulative current daily
data day days dec december descending describe detail details did difference display distribution do does draw
each easy english entire estimate evaluate every everything examine excel expected explain explore fact fall
feb february fewest figure file final find first for forecast friday from full general generate get give good
graph great gross group groups growth had half has have hello help hey hi high higher highest highlight
histogram how i identify if in include insights is it its jan january json jul july jun june just kindly korean
last latest least let lets line list look low lower lowest make many mar march max maximum may mean median min
mind minimum monday month monthly more most much my name net next nov november now number oct october of on one
only or order our outline over overall pandas past pdf per percent percentage pie please plot png powerpoint
pptx predict print proportion provide python quarter quarterly quick rank ranking rate ratio report return
running same saturday scatter select sentences sep sept september share show simple since smallest so some sort
spring stacked still sum summarise summarize summary summer sunday table tell thanks that the their them then
there these they this those thursday time times top total trend tuesday typical up use usual visualise
visualize was we wednesday week weekly were what whats when where which while who whole why winter with within
without words work worst would xlsx year yearly yes you your yoy
"""
PLAIN_WORDS = frozenset(_ASIAN.split())
PLAIN_ENGLISH = frozenset(_ENGLISH.split())
