"""Words that are values: options of an enumeration, languages and currencies."""

import re

# One line a meaning; the words of a line can stand for each other when an option of an enumeration is looked for.
_SAME = """
celsius, 섭씨, 摄氏, 摄氏度, °c, ℃, c, metric, centigrade
fahrenheit, 화씨, 华氏, 华氏度, °f, ℉, f, imperial
kelvin, 켈빈, 开尔文
living room, 거실, 客厅, lounge
bedroom, 침실, 안방, 卧室
kitchen, 주방, 부엌, 厨房
bathroom, 욕실, 화장실, 浴室, 卫生间
study, office, 서재, 사무실, 书房, 办公室
garage, 차고, 车库
garden, 정원, 花园, yard
hallway, 복도, 현관, entrance, 走廊
kids room, children's room, 아이방, 아이 방, 儿童房
dining room, 식당, 餐厅
low, 낮음, 낮은, 낮게, 낮춰, 약하게, 약, 低, minor
normal, medium, 보통, 중간, 중, 中, 普通, moderate, standard, 표준
high, 높음, 높은, 높게, 강하게, 강, 高, urgent, 긴급, 급한, 급해, 紧急, important, 중요, critical, asap
low, 느긋하게, 천천히
economy, 이코노미, 일반석, 经济舱, coach
business, 비즈니스, 비즈니스석, 商务舱, 商务
first, 퍼스트, 일등석, 头等舱, first class
annual, 연차, 年假, annual leave, vacation, paid leave, 유급
sick, 병가, 病假, sick leave
half day, 반차, 半天, half-day
maternity, 출산, 출산휴가, 产假
unpaid, 무급, 无薪
checking, 입출금, 입출금통장, 보통예금, 当座, 活期, current account
savings, 저축, 예금, 적금, 储蓄, saving
credit, credit card, 신용카드, 信用卡, credit_card
debit, debit card, 체크카드, 借记卡
cash, 현금, 现金
bank transfer, 계좌이체, 银行转账, transfer
electronics, 전자, 전자제품, 전자기기, 电子, 电子产品, electronic
clothing, 의류, 옷, 衣服, 服装, clothes, fashion
food, 식품, 음식, 食品, grocery, groceries
books, 도서, 책, 图书, book
toys, 장난감, 완구, 玩具
furniture, 가구, 家具
sports, 스포츠, 운동, 体育
beauty, 뷰티, 화장품, 美妆
math, mathematics, 수학, 数学, maths
science, 과학, 科学
english, 영어, 英语, 英文, en, eng
korean, 한국어, 국어, 韩语, 韩文, ko, kor
chinese, 중국어, 中文, 汉语, zh, chi
japanese, 일본어, 日语, 日文, ja, jpn
french, 프랑스어, 불어, 法语, fr
german, 독일어, 德语, de
spanish, 스페인어, 西班牙语, es
italian, 이탈리아어, 意大利语, it
russian, 러시아어, 俄语, ru
vietnamese, 베트남어, 越南语, vi
history, 역사, 국사, 历史
music, 음악, 音乐
art, 미술, 美术
physics, 물리, 物理
chemistry, 화학, 化学
biology, 생물, 生物
geography, 지리, 地理
monday, mon, 월요일, 周一, 星期一
tuesday, tue, tues, 화요일, 周二, 星期二
wednesday, wed, 수요일, 周三, 星期三
thursday, thu, thur, thurs, 목요일, 周四, 星期四
friday, fri, 금요일, 周五, 星期五
saturday, sat, 토요일, 周六, 星期六
sunday, sun, 일요일, 周日, 星期日, 星期天
daily, every day, 매일, 하루, 일일, 每天, 每日, day
weekly, every week, 매주, 일주일, 주간, 每周, week
monthly, every month, 매달, 매월, 每月, month, 월별, 월간
yearly, annually, every year, 매년, 每年, year, annual, 연간, 연도별
quarterly, 분기, 분기별, 每季度, quarter
hourly, 매시간, 시간별, 每小时
red, 빨강, 빨간, 빨간색, 빨강색, 红, 红色
blue, 파랑, 파란, 파란색, 蓝, 蓝色
green, 그린, 초록, 초록색, 녹색, 绿, 绿色
yellow, 노랑, 노란, 노란색, 黄, 黄色
white, 하양, 흰, 흰색, 하얀, 白, 白色
black, 검정, 검은, 검은색, 검정색, 黑, 黑色
orange, 주황, 주황색, 橙色
purple, 보라, 보라색, 紫色
pink, 분홍, 분홍색, 핑크, 粉色
gray, grey, 회색, 灰色
small, s, 작은, 소형, 스몰, 小, 小号
medium, m, 중형, 미디엄, 中号
large, l, big, 큰, 대형, 라지, 大, 大号
extra large, xl, 특대, 加大
male, man, men, 남자, 남성, 男
female, woman, women, 여자, 여성, 女
single, 싱글, 1인실, 单人
double, 더블, 2인실, 双人
twin, 트윈, 双床
suite, 스위트, 套房
ascending, asc, 오름차순, 升序, cheapest, lowest first, 낮은 순, 싼 순
descending, desc, 내림차순, 降序, highest first, 높은 순, 비싼 순
newest, latest, recent, 최신, 최신순, 最新
oldest, 오래된, 오래된순, 最早
cheap, 저렴, 싼, 便宜, budget
car, driving, drive, 자동차, 차로, 운전, 开车, 驾车
walking, walk, on foot, 도보, 걸어, 걸어서, 步行, 走路
transit, public transport, 대중교통, 公共交通
bicycling, cycling, bike, bicycle, 자전거, 骑车, 自行车
bus, 버스, 公交
train, 기차, 열차, 火车
subway, metro, 지하철, 地铁
pending, waiting, 대기, 대기중, 待处理
processing, in progress, ongoing, 진행, 진행중, 처리중, 进行中
shipped, 배송중, 발송, 已发货
delivered, 배송완료, 已送达
completed, complete, done, finished, 완료, 완료된, 끝난, 已完成
cancelled, canceled, 취소, 취소된, 已取消
active, 활성, 사용중, 启用
inactive, 비활성, 停用
open, 열린, 미해결, 未解决
closed, 닫힌, 해결된, 已关闭
morning, 아침, 오전, 早上, 上午
afternoon, 오후, 下午
evening, 저녁, 晚上
night, 밤, 夜晚, overnight
breakfast, 아침식사, 조식, 早餐
lunch, 점심, 중식, 午餐
dinner, 저녁식사, 석식, 晚餐, supper
vegetarian, 채식, 素食
vegan, 비건, 纯素
spicy, 매운, 매콤한, 辣
kilometers, km, 킬로미터, 公里, kilometer, kilometres
miles, mi, mile, 마일, 英里
meters, m, 미터, 米, meter
kg, kilograms, 킬로그램, 公斤
pounds, lb, lbs, 파운드, 磅
express, 특급, 빠른, 급행, 加急, fast, priority
standard, regular, 일반, 普通
economy shipping, 저렴한
on, 켜, 켜기, 켜줘, 켜고, 켜짐, turn on, switch on, 打开, 开
off, 꺼, 끄기, 꺼줘, 끄고, 꺼짐, turn off, switch off, 关闭, 关
up, increase, raise, 올려, 올리기, 높여, 提高, 上调
down, decrease, lower, 내려, 내리기, 낮춰, 降低, 下调
internal medicine, 내과, 内科
dentistry, dental, dentist, 치과, 牙科
ophthalmology, eye, 안과, 眼科
dermatology, skin, 피부과, 皮肤科
pediatrics, 소아과, 소아청소년과, 儿科
orthopedics, 정형외과, 骨科
ent, 이비인후과, 耳鼻喉科
action, 액션, 动作
comedy, 코미디, 喜剧
drama, 드라마, 剧情
horror, 공포, 恐怖
romance, 로맨스, 멜로, 爱情
thriller, 스릴러, 惊悚
animation, 애니메이션, 애니, 动画
jazz, 재즈, 爵士
classical, 클래식, 古典
rock, 록, 락, 摇滚
pop, 팝, 流行
korean food, 한식, 韩餐
chinese food, 중식, 中餐
japanese food, 일식, 日料
western food, 양식, 西餐
bug, 버그, 缺陷
feature, 기능, 功能
question, 질문, 문의, 咨询
billing, 결제, 청구, 账单
technical, 기술, 技术
aisle, 통로, 통로석, 过道
window, 창가, 창가석, 靠窗
spring, 봄, 봄학기, 春
summer, 여름, 여름학기, 夏
fall, autumn, 가을, 가을학기, 秋
winter, 겨울, 겨울학기, 冬
q1, 1분기, 일사분기, 第一季度, first quarter
q2, 2분기, 이사분기, 第二季度, second quarter
q3, 3분기, 삼사분기, 第三季度, third quarter
q4, 4분기, 사사분기, 第四季度, fourth quarter
theft, stolen, stole, steal, 도난, 도둑, 훔쳐, 훔친, 盗窃, 被盗, 被偷, 偷
water damage, burst pipe, flood, flooding, leak, 누수, 침수, 물이 새, 물에 젖, 水灾, 漏水
fire, burned, burnt, 화재, 불이 나, 불이 났, 불에 탔, 火灾, 着火
accident, crash, collision, 사고, 충돌, 事故, 车祸
breakdown, broke down, 고장, 故障
pharmacy, chemist, drugstore, 약국, 药店, 药房
cafe, café, coffee shop, coffee house, 카페, 커피숍, 咖啡馆, 咖啡店
petrol station, gas station, filling station, 주유소, 加油站
atm, cash machine, 현금인출기, 현금 인출기, 取款机
supermarket, grocery store, 마트, 슈퍼, 슈퍼마켓, 超市
convenience store, 편의점, 便利店
restaurant, 식당, 음식점, 맛집, 레스토랑, 餐厅, 饭店
hospital, clinic, 병원, 의원, 医院
bank, 은행, 银行
hotel, 호텔, 酒店
park, 공원, 公园
museum, 박물관, 미술관, 博物馆
school, 학교, 学校
police, police station, 경찰, 경찰서, 警察
toilet, restroom, washroom, 화장실, 洗手间
charging station, 충전소, 充电站
tolls, toll, toll roads, 통행료, 유료 도로, 유료도로, 收费公路, 收费站
ferries, ferry, 배편, 페리, 轮渡
highways, highway, motorway, motorways, freeway, 고속도로, 高速公路
donation, donated, 기부, 기부금, 捐款
equipment, 장비, 비품, 设备
flat tyre, flat tire, puncture, punctured, 펑크, 爆胎
shirt, shirts, 셔츠, 衬衫
coat, 코트, 외투, 大衣
blanket, duvet, 이불, 담요, 被子
extra legroom, legroom, 다리 공간, 넓은 좌석, 腿部空间
error, 에러, 오류, 错误, errors
warning, 경고, warn, 警告
info, 정보성, information, 信息
debug, 디버그, 调试
running, run, ran, 달리기, 달렸, 뛰었, 조깅, jogging, jogged, 跑步
cycling, biking, cycled, biked, 사이클, 자전거, 骑行
swimming, swim, swam, 수영, 游泳
yoga, 요가, 瑜伽
walking, walked, walk, 걷기, 걸었, 산책, 散步
hiking, hike, hiked, 등산, 登山
compact, 소형차, 경차, 小型车, compact car
sedan, 세단, 중형차, 轿车
suv, 에스유브이, 越野车
van, 승합차, 밴, 面包车
open at night, 심야, 야간, 밤에 여는, 밤에 하는, 24시간, night
open now, 지금 연, 지금 여는, 영업 중, 지금 하는, 营业中
duplex, double sided, two sided, both sides, 양면, 双面
color, colour, 컬러, 彩色, in color, in colour
insured, 보험 들, 보험에 들, 保险
won, 성사, 수주, 成交, 赢单
lost, 실주, 무산, 놓쳤, 丢单
negotiation, 협상, 협의, 谈判, negotiating
prospect, 가망, 잠재, 潜在
quiet, 조용, 저소음, 정숙, 静音, 安静, silent
turbo, 강력, 터보, 强力, powerful
deposit, 입금, 存入, deposits, incoming
withdrawal, 출금, 인출, 取款, withdrawals, outgoing
water ml, water, 물, 水, 饮水
steps, 걸음, 걸음 수, 걸음수, 步数, 步
calories, 칼로리, 열량, 卡路里, calorie
sleep hours, 수면, 수면 시간, 睡眠, sleep
fixed, 해결됨, 해결된, 고쳤, 已修复, resolved
duplicate, 중복, 重复
closed, 닫힌, 종료된, 마감된, 已关闭
pending, 대기 중, 보류, 待处理, waiting
approved, 승인된, 승인, 已批准
rejected, 반려, 거절, 拒绝
breakfast, 조식, 아침 식사, 아침 포함, 早餐
pool, swimming pool, 수영장, 泳池, 游泳池
parking, 주차, 주차장, 停车, 停车场
gym, 헬스장, 피트니스, 健身房
terrace, 테라스, 露台, outdoor, 야외, 야외석
indoor, 실내, 室内, inside
italian, 이탈리아 음식, 이탈리안, 이탈리아, 意大利菜
korean, 한식, 한국 음식, 韩餐
japanese, 일식, 일본 음식, 日料
chinese, 중식, 중국집, 중국 음식, 中餐
french, 프렌치, 프랑스 음식
thai, 태국 음식, 泰国菜
vegetarian, 채식, 素食, 비건, vegan
referral, 소개로, 지인 소개, 介绍
event, 박람회, 전시회, 행사, 展会, trade fair
travel, 출장, 교통비, 出差, 差旅
meals, 식비, 식대, 餐费, meal
training, 교육, 培训
formal, 격식, 존댓말, 공손, 정중, 正式, polite
informal, 반말, 편한 말투, casual, 非正式
one way, 편도, 单程
round trip, 왕복, 往返, return trip
pickup, 포장, 방문 수령, 自取, pick up, takeaway
morning, 아침, 오전, 上午
afternoon, 오후, 下午
evening, 저녁, 晚上
available only, available, 빌릴 수 있, 대출 가능, 대출할 수 있, 이용 가능, 구할 수 있, 可借, 有空
hot, 뜨거운, 따뜻한, 핫, 热
iced, ice, cold, 차가운, 아이스, 冰
"""
CURRENCIES: dict[str, tuple[str, ...]] = {
    "KRW": ("krw", "won", "korean won", "원화", "원", "韩元", "韩币"),
    "USD": ("usd", "us dollars", "us dollar", "dollars", "dollar", "달러", "미국 달러", "미화", "美元", "美金"),
    "EUR": ("eur", "euros", "euro", "유로", "유로화", "欧元"),
    "JPY": ("jpy", "japanese yen", "yen", "엔화", "엔", "日元", "日币"),
    "CNY": ("cny", "rmb", "yuan", "renminbi", "위안", "위안화", "人民币"),
    "GBP": ("gbp", "british pounds", "pounds sterling", "pound sterling", "파운드화", "파운드", "pounds", "英镑"),
    "AUD": ("aud", "australian dollars", "australian dollar", "호주 달러", "澳元"),
    "CAD": ("cad", "canadian dollars", "canadian dollar", "캐나다 달러", "加元"),
    "CHF": ("chf", "swiss francs", "swiss franc", "스위스 프랑", "프랑", "瑞士法郎"),
    "HKD": ("hkd", "hong kong dollars", "홍콩 달러", "港币", "港元"),
    "SGD": ("sgd", "singapore dollars", "싱가포르 달러", "新加坡元"),
    "TWD": ("twd", "taiwan dollars", "대만 달러", "新台币", "台币"),
    "THB": ("thb", "baht", "thai baht", "바트", "泰铢"),
    "VND": ("vnd", "dong", "베트남 동", "越南盾"),
    "INR": ("inr", "rupees", "rupee", "루피", "卢比"),
    "MXN": ("mxn", "mexican pesos", "pesos", "peso", "페소", "比索"),
    "BRL": ("brl", "reais", "brazilian reais", "헤알", "雷亚尔"),
}


def groups(lines: str, between: str) -> tuple[tuple[str, ...], ...]:
    """The words of each entry of a list that is written in rows."""
    entries = re.sub(r"\n +", " ", lines.strip()).replace("\n", between).split(between)
    return tuple(tuple(word.strip() for word in entry.split(",")) for entry in entries)


SAME: tuple[frozenset[str], ...] = tuple(frozenset(group) for group in groups(_SAME.lower(), "\n"))
