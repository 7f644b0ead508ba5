"""Words that documents use for the same thing, in Korean, English and Chinese.

A question seldom uses the very word of the document (반품, 환불; fee, price), and a question in one language never does
that of a document in another. A line holds words of one meaning; an underscore joins the words of a phrase.
"""

import re
from functools import cache, lru_cache

from .stems import english_stem

_GROUPS = """
환불 반품 refund return money_back 退款 退货
교환 exchange replacement swap 换货
보증 워런티 warranty guarantee 保修
배송 배달 발송 shipping delivery ship deliver dispatch 配送 发货 运送
배송비 배송료 운송비 shipping_fee shipping_cost delivery_fee 运费
요금 가격 비용 금액 값 단가 price cost fee charge rate 价格 费用
할인 discount 折扣
결제 지불 지급 납부 payment pay 付款 支付
수수료 위약금 fee penalty charge commission 手续费 违约金
급여 월급 연봉 임금 salary wage pay compensation 工资
휴가 연차 휴일 leave vacation holiday time_off pto 假期 休假
육아휴직 출산휴가 parental_leave maternity 产假
재택 원격 재택근무 원격근무 remote telework work_from_home home_office 远程
출근 근무 업무 work working office 上班 工作
근무시간 영업시간 운영시간 business_hours opening_hours working_hours 营业时间
회의 미팅 meeting 会议
불참 불참자 결석 absent apologies absence excused 缺席
참석자 참가자 attendee participant attending present 与会者
담당 담당자 책임자 owner responsible charge lead manager 负责人
이사회 board 董事会
안건 의제 agenda topic 议程
결정 의결 decision decide agree agreed approve 决定
계약 약정 contract agreement 合同
해지 종료 취소 해약 termination terminate cancel cancellation end 终止 取消
기간 period term duration 期限
기한 마감 마감일 납기 deadline due due_date 截止
시작 개시 출시 start begin launch commence 开始
만료 끝 expire expiry expiration 到期
연장 갱신 extend extension renewal renew 续约
비밀 기밀 confidential confidentiality secret 保密
당사자 갑 을 party parties client contractor 甲方 乙方
배터리 전지 battery 电池
충전 충전시간 charge charging 充电
무게 중량 weight weigh 重量
크기 치수 size dimension 尺寸
색 색상 색깔 color colour 颜色
소음 noise sound 噪音
방수 waterproof water_resistant 防水
청소 세척 세탁 clean cleaning wash 清洁
고장 오류 문제 에러 fault error problem trouble issue malfunction 故障
수리 수선 고치 고쳐 서비스 as repair service fix 维修
설치 조립 install installation assembly setup 安装
안전 주의 경고 safety caution warning 安全 注意
온도 temperature 温度
습도 humidity 湿度
재료 준비물 원료 ingredient material 材料
조리 요리 굽 끓 cook bake boil recipe 烹饪
오븐 oven 烤箱
설탕 sugar 糖
소금 salt 盐
밀가루 flour 面粉
버터 butter 黄油
계란 달걀 egg 鸡蛋
물 water 水
우유 milk 牛奶
인분 serving portion 份
회원 멤버 고객 사용자 member customer user 会员 客户
가입 등록 sign_up register registration join enroll 注册
탈퇴 해지 withdraw withdrawal unsubscribe delete_account 注销
비밀번호 암호 password passcode 密码
계정 account 账户
이메일 메일 email mail 邮箱
전화 전화번호 연락처 phone telephone call contact 电话
주소 위치 장소 address location place venue 地址 地点
예산 budget 预算
매출 수익 sales revenue income 销售额
이익 profit 利润
직원 사원 근로자 임직원 employee staff worker 员工
회사 기업 company firm employer 公司
사장 대표 대표이사 ceo president 总裁
팀장 manager lead leader 经理
학생 student 学生
교사 선생님 teacher 老师
연구 실험 조사 research study experiment trial survey 研究 实验
결과 result finding outcome 结果
참가 피험자 subject participant volunteer 参与者
방법 절차 method procedure process way step 方法 步骤
목적 목표 purpose goal objective aim 目的
한계 limitation limit 局限
결론 conclusion conclude 结论
증가 늘 상승 increase rise grow 增加
감소 줄 하락 decrease decline fall drop reduce 减少
허용 허락 가능 allow permit 允许
금지 불가 prohibit forbid ban 禁止
필수 필요 의무 required mandatory require 必须
무료 공짜 free 免费
보관 저장 보존 store storage keep 保存
개인정보 privacy personal_data personal_information 隐私
포인트 적립금 적립 point reward 积分
쿠폰 coupon voucher 优惠券
손해 배상 손해배상 damages compensation liability 赔偿
보고 보고서 report 报告
승인 결재 approval approve 批准
교육 훈련 training education course 培训
출장 business_trip travel 出差
여행 travel trip 旅行
경비 지출 expense 开支
보험 insurance 保险
임대료 월세 집세 차임 rent 房租
보증금 deposit 押金
임대 임차 lease 租
지원 지원금 후원 fund sponsor grant 资助
점심 식사 식대 lunch meal 午餐
주차 parking 停车
강아지 개 반려견 반려동물 애완동물 dog puppy pet 狗 宠物
고양이 반려동물 애완동물 cat pet 猫
아이 어린이 아동 child kid children 儿童
형제 자매 언니 누나 오빠 동생 sister brother sibling
어머니 엄마 mother mom mum 母亲
아버지 아빠 father dad 父亲
할머니 grandmother grandma 奶奶
할아버지 grandfather grandpa 爷爷
집 house home 家
마을 village town 村
바다 sea ocean 海
산 mountain 山
등대 lighthouse 灯塔
배 선박 boat ship 船
책 도서 book 书
도서관 library 图书馆
대출 빌리 borrow loan lend 借
연체 overdue late 逾期
벌금 과태료 fine penalty 罚款
이름 name 名字
나이 age old 年龄
제조 생산 manufacture produce make 制造
최대 상한 max maximum most limit 最大 最多 上限 至多
최소 min minimum least 最小 最低 至少
하루 매일 day daily 每天
일주일 주 매주 week weekly 周
월 매월 개월 month monthly 月
연간 년 year annual 年
이유 원인 reason cause 原因
차이 차이점 difference 区别
장점 advantage benefit 优点
단점 disadvantage drawback 缺点
버튼 단추 button 按钮
화면 screen display 屏幕
필터 filter 滤网 过滤器
먼지 dust 灰尘
행사 프로그램 이벤트 일정 event programme program session schedule 活动 节目
강연 강의 특강 lecture talk keynote 讲座
공연 무대 연주 performance show concert 演出
입장료 입장권 관람료 티켓 표 admission ticket entrance_fee 门票
청소년 십대 teenager teen youth 青少年
어른 성인 adult 成人
면접 인터뷰 interview 面试
지원 지원서 신청 접수 apply application 申请
자격 요건 조건 자격요건 requirement qualification condition 要求 条件
급여 봉급 보수 salary pay wage 薪资
혜택 복지 제공 benefit offer perk 福利
이사 이주 이전 move moving relocation relocate 搬家
자동차 차량 차 car vehicle 汽车
의장 좌장 위원장 chair chairperson 主席
서기 기록자 minutes secretary 记录
과제 할일 업무 작업 task action_item todo assignment 任务
계약금 선금 advance down_payment 定金
캠프 camp 营
문의 질문 물어보 ask inquiry enquiry inquire contact question 咨询
자전거 bike bicycle cycle 自行车
정류소 정류장 station stop 站
층 floor 楼
방 호실 room 房间
출발 떠나 depart departure leave 出发
도착 arrive arrival 到达
데려 데려오 동반 출입 입장 반입 bring enter 携带
타 탑승 승차 board take 乘坐
사용법 이용법 방법 how_to usage 用法
뜻 의미 mean meaning 意思
버전 판 version release 版本
출시 배포 공개 release publish launch 发布 推出 上线
공간 용량 저장공간 space storage room 空间
기능 feature function 功能
수정 고친 fix bug 修复
지원 support 支持
내보내 저장 export 导出
앱 어플 애플리케이션 app application program 应用
서류 문서 paper document certificate 材料 证件
의료 의료비 병원비 치료비 medical hospital 医疗
청구 청구하 claim 索赔 理赔
도난 도둑 훔치 steal stolen theft 盗窃 被盗
분실 분실물 유실물 잃어버리 lose lost loss 丢失 遗失
항공기 비행기 항공편 flight plane airplane 航班 飞机
지연 늦 연착 연착되 delay late 延误
보장 보상 cover coverage covered 保障 承保
보험료 premium 保费
한도 limit cap maximum 限额
학기 term semester 学期
방학 vacation holiday break half-term 假期
소식지 소식 newsletter news 通讯
소풍 견학 현장학습 trip excursion outing 郊游
도시락 lunch packed_lunch 便当
체육대회 운동회 sports_day 运动会
동아리 클럽 club 社团
운영체제 플랫폼 platform system 平台 系统
업데이트 갱신 업그레이드 update upgrade 更新 升级
백업 backup back_up 备份
첨부 첨부파일 attachment attached 附件
동기화 sync synchronize 同步
편집 edit editing 编辑
규칙 규정 수칙 rule regulation 规则 规定
지키 지켜 준수 follow observe comply obey 遵守
나무 tree 树
심지 심는 심어 심기 plant grow 种
쓰레기 waste trash rubbish garbage 垃圾
도구 공구 tool 工具
빌리 빌려 대여 borrow lend rent 借 租
정원 텃밭 밭 구획 garden plot allotment 花园
비 rain 雨
눈 snow 雪
빨간 빨강 적색 red 红
파란 파랑 청색 blue 蓝
초록 녹색 green 绿
노란 노랑 yellow 黄
"""


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _GROUPS.strip().splitlines():
        words = [entry.replace("_", " ") for entry in line.split()]
        for word in words:
            stem = stemmed(word)
            found[stem] = tuple(dict.fromkeys([*found.get(stem, ()), *(other for other in words if other != word)]))
    return found


def synonyms_of(stem: str) -> tuple[str, ...]:
    """Words and phrases that may stand in a document instead of this one."""
    return _groups().get(stem, ())


def chinese_words() -> frozenset[str]:
    """All Chinese words of two letters or more that have words of the same meaning."""
    return frozenset(word for word in _groups() if re.fullmatch(r"[\u3400-\u9fff]{2,}", word))


@lru_cache(16384)
def stemmed(phrase: str) -> str:
    """A phrase with its English words as stems."""
    return " ".join(english_stem(word) if word.isascii() else word for word in phrase.split())
