"""What requests and functions are about: general concepts by their English, Korean and Chinese words.

One line a concept, as in `lexicon`.
"""

from .lexicon import concepts

# What a request is about.
_THINGS = """
weather: weather, climate, 날씨, 기상, 天气, 气象
temperature: temperature, degree, thermostat, warm, cold, hot, cool, 온도, 기온, 몇 도, 난방, 냉방, 따뜻, 추워,
  더워, 춥, 덥, 气温, 温度, 多少度, 几度
rain: rain, umbrella, precipitation, snow, 비가, 우산, 강수, 강수량, 눈이, 비 와, 비 올, 下雨, 雨伞, 降水
probability: probability, likelihood, chance, odds, 확률, 가능성, 概率, 可能性
humidity: humidity, 습도, 湿度
moisture: moisture, dry, damp, 수분, 건조한, 건조해, 말랐, 메말, 촉촉, 湿润, 干燥, 水分
wind: wind, 바람, 풍속, 风速
condition: condition, sky, description, 날씨 상태, 状况
air_quality: air quality, pollution, fine dust, aqi, 미세먼지, 공기질, 대기질, 대기 질, 空气质量, 雾霾
forecast: forecast, outlook, 예보, 预报
earthquake: earthquake, 지진, 地震
stock: stock, share price, ticker, 주가, 주식, 증시, 股价, 股票
price: price, cost, fee, fare, quote, charge, how much, 가격, 요금, 비용, 값, 얼마, 시세, 价格, 多少钱, 费用, 报价
currency: currency, exchange rate, fx, forex, dollar, euro, won, yen, yuan, usd, eur, krw, jpy, cny, gbp, 환율,
  환전, 통화, 원화, 달러, 유로, 엔화, 위안, 엔으로, 汇率, 货币, 美元, 欧元, 人民币, 日元, 韩元
money: money, cash, fund, 돈, 현금, 자금, 钱, 资金
amount: amount, sum, 금액, 액수, 金额
discount: discount, coupon, promo, promotion, voucher, 할인, 쿠폰, 프로모션, 折扣, 优惠, 优惠券
tip: tip, gratuity, 팁, 小费
tax: tax, vat, 세금, 부가세, 소득세, 税, 增值税
salary: salary, wage, payroll, pay slip, payslip, 월급, 급여, 연봉, 임금, 工资, 薪水, 薪资
loan: loan, 빌리, 빌려, 갚, mortgage, borrow, principal, lending, 대출, 융자, 원금, 贷款, 借款
interest: interest, interest rate, apr, 이자, 이율, 금리, 利率, 利息
payment: payment, installment, bill, pay, 결제, 지불, 납부, 상환, 청구서, 요금, 付款, 支付, 账单
invoice: invoice, receipt, 송장, 인보이스, 영수증, 세금계산서, 发票, 收据
budget: budget, spending, expense, expenditure, 예산, 지출, 경비, 支出, 预算, 费用
account: account, 계좌, 계정, 账户, 账号
balance: balance, 잔액, 잔고, 남은 돈, 余额
savings: savings, saving, 저축, 적금, 예금, 储蓄
checking: checking, 입출금, 당좌, 보통예금, 活期
card: card, credit card, 카드, 卡片, 信用卡
opening_hours: opening hours, opening times, business hours, closing time, you open, it open, they open, open until,
  open on, open today, open tomorrow, you closed, it closed, 영업시간, 영업 시간, 운영시간, 운영 시간, 개관, 휴관,
  휴무일, 문 여, 문을 여, 문 열어, 문을 열어, 문 닫, 문을 닫, 营业时间, 开放时间, 开门, 关门, 几点开, 几点关
mileage: mileage, odometer, drove, driven, 주행거리, 주행 거리, 里程
insurance: insurance, policy, premium, 보험, 보험료, 保险
claim: claim, 청구, 理赔
crypto: crypto, cryptocurrency, bitcoin, ethereum, coin, 비트코인, 암호화폐, 코인, 이더리움, 比特币, 加密货币
order: order, purchase, 주문, 订单
product: product, item, goods, merchandise, catalog, catalogue, 상품, 제품, 물건, 商品, 产品, 货品
inventory: inventory, stock level, in stock, availability, available, quantity on hand, 재고, 품절, 库存, 存货
cart: cart, basket, 장바구니, 购物车
warehouse: warehouse, 창고, 仓库
category: category, type, kind, genre, 종류, 분류, 카테고리, 장르, 类别, 种类, 类型
customer: customer, client, buyer, 고객, 손님, 구매자, 客户, 顾客
refund: refund, reimburse, return, money back, 환불, 반품, 退款, 退货
delivery: delivery, shipping, shipment, ship, 배송, 배달, 택배, 发货, 配送, 快递
track: track, trace, where is, where, 추적, 어디까지, 어디쯤, 위치 조회, 跟踪, 追踪, 到哪
parcel: parcel, package, 소포, 택배, 包裹
status: status, state, progress, 상태, 현황, 진행, 状态, 进度
ticket: ticket, issue, incident, 티켓, 표를, 문의, 票, 工单
complaint: complaint, problem, trouble, 불만, 문제, 고장, 장애, 投诉, 问题, 故障
support: support, helpdesk, help desk, 고객센터, 고객지원, 상담, 客服, 支持
priority: priority, urgency, importance, urgent, 우선순위, 중요도, 긴급, 급한, 优先级, 紧急
email: email, e-mail, mail, inbox, 이메일, 메일, 받은편지함, 邮件, 邮箱, 电子邮件
message: message, sms, text message, chat, 메시지, 문자, 쪽지, 카톡, 消息, 短信
call: call, phone, dial, telephone, 전화, 통화해, 电话, 打电话
contact: contact, address book, 연락처, 주소록, 联系人, 联系方式
notification: notification, alert, notify, 알림, 통지, 通知
calendar: calendar, schedule, agenda, event, 일정, 캘린더, 달력, 스케줄, 日程, 日历, 行程
meeting: meeting, conference, event, appointment, 회의, 미팅, 모임, 면담, 会议, 开会, 会面
appointment: appointment, 예약, 진료, 预约, 挂号
reminder: reminder, remind, 라고 알려, 다고 알려, 라고 말해, 리마인더, 상기, 알려 달라고, 알림, 提醒
alarm: alarm, wake, wake up, 알람, 깨워, 기상, 闹钟, 叫醒, 叫我起床
timer: timer, countdown, 타이머, 计时器, 倒计时
todo: todo, to-do, task, to do, chore, 할 일, 할일, 업무, 태스크, 작업, 待办, 任务
note: note, memo, 메모, 노트, 笔记, 备忘
project: project, 프로젝트, 项目
deadline: deadline, due, due date, 마감, 기한, 까지, 截止, 期限
hotel: hotel, accommodation, lodging, inn, hostel, 호텔, 숙소, 숙박, 펜션, 酒店, 住宿, 宾馆
room: room, 방, 객실, 방을, 房间, 客房
flight: flight, airline, airplane, plane, fly, airfare, 항공, 항공편, 항공권, 비행기, 비행편, 航班, 飞机, 机票
airport: airport, 공항, 机场
train: train, railway, rail, ktx, 기차, 열차, 철도, 火车, 高铁, 列车
bus: bus, coach, 버스, 公交, 巴士, 公交车
subway: subway, metro, 지하철, 전철, 地铁
taxi: taxi, cab, ride, uber, 택시, 出租车, 打车
car: car, vehicle, rental car, automobile, 자동차, 차량, 렌터카, 렌트카, 승용차,
  소형차, 중형차, 대형차, 경차, 汽车, 租车, 车辆
parking: parking, park, 주차, 주차장, 停车
traffic: traffic, congestion, 교통, 교통량, 정체, 交通, 路况
route: route, direction, navigate, navigation, way to, 경로, 길찾기, 길 찾, 가는 길, 路线, 导航
distance: distance, how far, 거리, 얼마나 멀, 몇 km, 距离, 多远
station: station, stop, terminal, 역, 정류장, 터미널, 车站, 站
trip: trip, travel, journey, tour, itinerary, vacation trip, 여행, 관광, 旅行, 旅游
visa: visa, 비자, 签证
map: map, location, place, near, nearby, 지도, 근처, 주변, 위치, 장소, 地图, 附近, 位置
address: address, 주소, 地址
restaurant: restaurant, diner, cafe, dining, eatery, 식당, 음식점, 레스토랑, 맛집, 카페, 餐厅, 饭店, 餐馆
table: table, seat, seating, 테이블, 자리, 좌석, 桌子, 座位
food: food, meal, dish, menu, cuisine, lunch, dinner, breakfast, 음식, 메뉴, 요리, 식사, 점심, 저녁, 배달음식,
  食物, 菜, 菜单, 美食, 外卖
recipe: recipe, cook, cooking, 레시피, 조리법, 요리법, 만드는 법, 食谱, 菜谱, 做法
ingredient: ingredient, 재료, 食材
nutrition: nutrition, calorie, nutrient, 칼로리, 영양, 열량, 卡路里, 热量, 营养
movie: movie, film, cinema, theater, screening, showtime, 영화, 상영, 극장, 영화관, 电影, 影院
concert: concert, show, performance, 공연, 콘서트, 연주회, 演唱会, 演出
music: music, song, track, tune, artist, band, playlist, album, 음악, 노래, 곡, 가수, 플레이리스트, 앨범, 音乐, 歌,
  재생 목록, 재생목록,
  歌曲, 歌手
volume: volume, loudness, 음량, 볼륨, 소리, 音量
news: news, headline, 뉴스, 기사, 소식, 新闻
book: book, novel, 책, 도서, 소설, 书, 图书, 小说
library: library, 도서관, 대출, 图书馆
author: author, writer, written by, 작가, 저자, 지은이, 글쓴이, 作者
school: school, university, college, 학교, 대학, 학원, 学校, 大学
student: student, pupil, 학생, 학번, 学生, 学号
teacher: teacher, professor, instructor, tutor, trainer, teach, taught, 선생님, 교수, 교사, 강사, 트레이너,
  가르치, 가르쳐, 老师, 教授, 教练
class: class, classroom, 학급, 반 학생, 班级, 班
course: course, lecture, lesson, curriculum, 강의, 수업, 강좌, 과목, 课程, 课
grade: grade, score, mark, gpa, result, 성적, 점수, 학점, 成绩, 分数
exam: exam, test, quiz, 시험, 퀴즈, 考试, 测验
homework: homework, assignment, 숙제, 과제, 作业
attendance: attendance, absence, 출석, 출결, 결석, 出勤, 考勤
subject_school: subject, 과목, 科目
employee: employee, staff, worker, personnel, colleague, 직원, 사원, 임직원, 员工, 职员
department: department, division, team, 부서, 팀, 진료과, 部门, 科室
manager: manager, boss, supervisor, 관리자, 상사, 매니저, 팀장, 经理, 主管
vacation: vacation, leave, holiday, day off, time off, pto, 휴가, 연차, 휴무, 请假, 假期, 年假, 休假
remaining: remaining, left, rest, 남은, 잔여, 남았, 剩余, 剩下, 还有
candidate: candidate, applicant, resume, hire, hiring, recruitment, 지원자, 채용, 이력서, 候选人, 招聘, 简历
hospital: hospital, clinic, 병원, 의원, 医院, 诊所
doctor: doctor, physician, 의사, 医生
patient: patient, 환자, 患者, 病人
medicine: medicine, medication, drug, prescription, pill, pharmacy, 약, 약품, 처방, 복용, 약국, 药, 药品, 处方, 药店
blood_pressure: blood pressure, systolic, diastolic, 혈압, 수축기, 이완기, 血压
pulse: pulse, heart rate, bpm, 맥박, 심박, 심박수, 心率, 脉搏
weight: weight, weigh, body weight, 몸무게, 체중, 무게, 体重, 重量
height: height, tall, 키, 신장, 身高, 高度
bmi: bmi, body mass index, body mass, 체질량, 비만도, 体质指数
exercise: exercise, workout, fitness, training, gym, run, walk, 운동, 헬스, 달리기, 걷기, 锻炼, 健身, 跑步
sleep: sleep, 수면, 잠, 睡眠
step_count: step, 걸음, 걸음수, 步数
light: light, lamp, lighting, bulb, 조명, 불을, 불, 전등, 램프, 灯, 灯光, 照明
brightness: brightness, dim, 밝기, 亮度
air_conditioner: air conditioner, ac, aircon, 에어컨, 空调
heater: heater, heating, 히터, 보일러, 난방, 暖气
door: door, gate, 문을, 현관, 도어, 门
window: window, curtain, blind, 창문, 커튼, 블라인드, 窗户, 窗帘
device: device, appliance, machine, equipment, 기기, 장치, 장비, 设备, 电器
vacuum: vacuum, robot vacuum, clean, cleaner, 청소기, 청소, 扫地机器人, 吸尘器, 打扫
tv: tv, television, channel, 티비, 텔레비전, 채널, 电视, 频道
speaker: speaker, 스피커, 音箱
camera: camera, 카메라, 摄像头
population: population, inhabitant, resident, how many people live, 인구, 人口
capital: capital, 수도, 首都
country: country, nation, 나라, 국가, 国家
city: city, town, 도시, 城市
timezone: timezone, time zone, local time, current time, what time, 시간대, 현지 시각, 현지 시간, 몇 시, 时区,
  当地时间, 几点
date_thing: date, day, 날짜, 일자, 日期
time_thing: time, hour, clock, 시각, 시간, 时间
holiday_public: public holiday, national holiday, 공휴일, 법정공휴일, 节假日
definition: definition, define, meaning, dictionary, 뜻, 의미, 사전, 정의, 词典, 意思, 定义
synonym: synonym, 동의어, 유의어, 同义词
language: language, 언어, 语言
document: document, file, report, 문서, 파일, 보고서, 서류, 文档, 文件, 报告
summary: summary, summarize, summarise, 요약, 摘要, 总结
contract: contract, agreement, 계약, 계약서, 合同
user: user, member, profile, 사용자, 회원, 유저, 프로필, 用户, 会员
password: password, passcode, 비밀번호, 암호, 密码
login: login, log in, sign in, 로그인, 登录
server: server, host, instance, 서버, 服务器
database: database, db, sql, 데이터베이스, 数据库
website: website, site, webpage, url, web page, 웹사이트, 홈페이지, 网站, 网页
unit_conversion: unit, measurement, 단위, 单位
random: random, dice, lottery, 무작위, 난수, 주사위, 추첨, 제비, 随机, 骰子
number_thing: number, figure, 숫자, 번호, 数字, 号码
color: color, colour, 색, 색상, 색깔, 颜色
size: size, 사이즈, 크기, 치수, 尺寸, 尺码
pet: pet, dog, cat, puppy, 반려동물, 강아지, 고양이, 애완, 宠物, 狗, 猫
plant: plant, garden, watering, water, 식물, 화분, 물주기, 물 줘, 물 주, 물을 줘, 물을 주, 정원, 植物, 浇水, 花园
flower: flower, bouquet, florist, 꽃, 꽃다발, 花, 花束, 鲜花
gift: gift, present, 선물, 礼物
job: job, vacancy, career, 일자리, 구인, 채용공고, 工作, 职位
house: house, apartment, property, real estate, rent, flat, 부동산, 아파트, 집값, 월세, 전세, 房子, 公寓, 房产, 租房
game: game, match, fixture, 경기, 게임, 시합, 比赛, 游戏
team_sport: league, standings, sports, 리그, 순위, 구단, 联赛, 球队, 排名
sales: sales, revenue, turnover, 매출, 판매, 판매량, 销售, 销售额, 营收
profit: profit, margin, income, earnings, 이익, 수익, 순이익, 利润, 收益
report: report, dashboard, statistics, 보고서, 리포트, 통계, 报表, 统计
rating: rating, review, star, 평점, 별점, 리뷰, 후기, 评分, 评论
electricity: electricity, power, energy, kwh, 전기, 전력, 전기요금, 에너지, 电力, 电费, 用电
water_use: water usage, water bill, 수도요금, 수도 사용량, 水费, 用水
fuel: fuel, gas station, gasoline, petrol, gas price, 주유, 주유소, 휘발유, 경유, 기름값, 加油, 油价, 汽油
emission: emission, carbon, co2, footprint, 탄소, 배출량, 碳排放
qr: qr code, qr, barcode, qr코드, 바코드, 二维码, 条形码
image_thing: image, picture, photo, 이미지, 사진, 그림, 图片, 照片
video: video, clip, youtube, 동영상, 비디오, 영상, 유튜브, 视频
expression: expression, equation, formula, 수식, 식을, 方程, 表达式, 公式
donation: donation, donate, charity, 기부, 후원, 捐款, 捐赠
vote: vote, poll, survey, 투표, 설문, 投票, 问卷
event_thing: event, festival, 행사, 축제, 이벤트, 活动, 节日
coach_seat: aisle, window seat, 통로, 창가
laundry: laundry, washing machine, 세탁, 빨래, 세탁기, 洗衣, 洗衣机
repair: repair, fix, puncture, broken, service request, maintenance, 수리, 고쳐, 정비, 점검, 维修, 修理, 保养
bike: bike, bicycle, scooter, 자전거, 킥보드, 따릉이, 自行车, 单车
sunrise: sunrise, sunset, 일출, 일몰, 해돋이, 해 뜨, 해 지, 日出, 日落
horoscope: horoscope, zodiac, fortune, 운세, 별자리, 星座, 运势
service_thing: service, microservice, 서비스, 服务
log_thing: logs, log file, error log, 로그, 日志
version: version, release, 버전, 版本
lost_thing: lost property, lost and found, 분실물, 失物
ratio: percentage, proportion, share of, open rate, click rate, success rate, conversion rate, 비율, 퍼센트, 比例, 比率
newsletter: newsletter, mailing, 뉴스레터, 소식지, 电子报
pickup: pick up, pickup, collect, collection, 수거, 픽업, 取件, 上门
drop_off: drop off, bring in, bring it in, hand in, 맡기, 맡길, 送修
notice: notice, announcement, 공지, 안내문, 가정통신문, 通知, 公告
delay: delay, delayed, late, 지연, 늦, 연착, 晚点, 延误
goal: goal, target, objective, 목표, 目标
sensor: sensor, 센서, 传感器
threshold: threshold, 임계값, 기준값, 경보 기준, 阈值
deal: deal, opportunity, 거래 건, 거래를, 거래의, 商机
lead: sales lead, lead, 잠재 고객, 리드, 线索
stage: stage, phase, 단계, 阶段
transaction: transaction, 거래 내역, 거래내역, 입금 내역, 출금 내역, 입출금 내역, 交易记录, 明细
source_code: source code, code base, codebase, repository, 소스 코드, 코드에서, 코드베이스, 저장소, 代码
commit: commit, 커밋, 提交记录
scene: scene, 장면, 모드, 场景, 模式
waitlist: waitlist, waiting list, 대기자, 대기 명단, 候补
shift: shift, roster, 근무표, 근무를, 근무 일정, 교대, 근무조, 班次, 排班
overtime: overtime, 초과근무, 초과 근무, 야근, 加班
printer: printer, 프린터, 打印机
backup: backup, 백업, 备份
membership: membership, 회원권, 멤버십, 会员卡
slot: slot, time slot, 빈 시간, 비는 시간, 빈자리, 空闲, 空档
history_thing: history, past values, 이력, 기록을, 历史
joke: joke, fun fact, 농담, 유머, 笑话
quote_thing: quotation, famous quote, 명언, 名言
"""
THINGS = concepts(_THINGS)

# A question about the first may be meant for a function about the second.
RELATED: dict[str, tuple[str, ...]] = {
    "temperature": ("weather",),
    "rain": ("weather", "forecast"),
    "humidity": ("weather",),
    "wind": ("weather",),
    "forecast": ("weather",),
    "weather": ("forecast", "temperature"),
    "delivery": ("parcel", "order", "track"),
    "track": ("parcel", "order", "delivery"),
    "parcel": ("delivery",),
    "appointment": ("meeting", "calendar"),
    "meeting": ("calendar", "appointment"),
    "calendar": ("meeting", "reminder"),
    "todo": ("reminder", "note"),
    "reminder": ("todo", "calendar", "alarm"),
    "currency": ("money", "convert"),
    "money": ("transfer", "currency"),
    "inventory": ("product", "warehouse"),
    "product": ("inventory",),
    "flight": ("trip",),
    "hotel": ("trip",),
    "air_conditioner": ("device", "temperature"),
    "heater": ("device", "temperature"),
    "tv": ("device",),
    "vacuum": ("device",),
    "grade": ("exam",),
    "exam": ("grade",),
    "food": ("restaurant", "recipe"),
    "restaurant": ("food", "table"),
    "recipe": ("food",),
    "medicine": ("doctor",),
    "hospital": ("doctor", "appointment"),
    "doctor": ("appointment", "hospital"),
    "complaint": ("ticket", "support"),
    "invoice": ("payment",),
    "payment": ("invoice",),
    "bus": ("route",),
    "subway": ("route",),
    "train": ("route", "ticket"),
    "distance": ("route",),
    "traffic": ("route",),
    "exercise": ("step_count",),
    "vacation": ("remaining",),
    "remaining": ("stock", "inventory"),
    "library": ("book",),
    "author": ("book",),
    "course": ("class",),
    "class": ("course",),
}
