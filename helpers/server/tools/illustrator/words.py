"""The words by which a prompt names a motif, in Korean, English and Chinese.

Each is a regular expression. In the Korean lists a word that begins with `_` must stand alone (a particle may follow),
because short nouns are parts of many other words: 해 is the sun, 이해 is understanding.
"""

import re

KOREAN: dict[str, str] = {
    "sunrise": (
        "일출 해돋이 해맞이 새벽 아침 동틀 여명 (?<![가-힣])해[가이]?\\s?뜨[는고]? 떠오르는\\s?(?:해|태양) "
        "(?:해|태양)[가이]?\\s?떠오르[는고]?"
    ),
    "sunset": "일몰 (?<![가-힣])해[가이]?\\s?(?:지는|지고|질\\s) 노을 석양 저녁 해질녘 황혼",
    "night": "밤하늘 밤바다 _밤 한밤 달밤 야경 _별 별빛 별들 은하수 심야",
    "moon": "_달 달빛 달밤 보름달 초승달 둥근\\s?달",
    "sun": "_해 태양 햇살 햇빛 햇볕 맑은\\s?날",
    "clouds": "구름",
    "sea": "바다 해변 바닷가 파도 해안 항구 _섬",
    "river": "_강 강물 강변 호수 연못 시냇물 개울 _물가",
    "hills": "언덕 들판 초원 _들 벌판 풀밭 잔디 목장 동산",
    "mountain": "_산 산맥 설산 산봉우리 산꼭대기 산\\s?정상 봉우리 등산",
    "path": "_길 오솔길 꽃길 산책로 [가-힣]{1,4}(?<![손눈불])길(?:을|이|은|과|에|로|의|위)?(?![가-힣]) 도로 여정",
    "flowers": "_꽃 (?<![불눈])꽃[가-힣]{0,4} [가-힣]{1,4}(?<![불눈])꽃 튤립 장미 해바라기 정원 화원 화단 벚꽃 라벤더",
    "shop": "가게 상점 매장 꽃집 꽃가게 서점 책방 카페 빵집 식당 편의점 시장\\s?골목 점포 출판사\\s?건물",
    "house": "_집 _집들 주택 오두막 시골집 _마을",
    "city": "도시(?!락) 도심 빌딩 고층 스카이라인 서울 뉴욕 시내 번화가 건물",
    "tree": "나무 가로수 뿌리",
    "forest": "_숲 숲속 숲길 산림 수풀 밀림",
    "autumn": "가을 단풍 낙엽 은행잎",
    "spring": "_봄 봄날 봄바람 벚꽃 새싹 따뜻한\\s?봄",
    "summer": "여름",
    "snow": (
        "겨울 설원 설경 설산 함박눈 눈꽃 눈사람 (?<![가-힣])눈[이]?\\s?(?:내리는|내린|덮인|덮힌|오는|쌓인|온) "
        "크리스마스"
    ),
    "rain": "_비 봄비 가을비 빗속 빗방울 장마 소나기 (?<![가-힣])비[가]?\\s?(?:내리는|오는)",
    "rainbow": "무지개",
    "office": "사무실 오피스 회의 책상 업무 직장 사무\\s?공간 근무",
    "library": "도서관 서재 열람실 책장 서가",
    "books": "_책 책들 도서 독서 출판사 출판 서점 책방 교과서",
    "growth": "성장[가-힣]{0,4} 상승 증가 그래프 차트 막대 매출 실적 도약 발전 번창",
    "people": (
        "사람 인물 직원 고객 독자 가족 _아이 아이들 학생 남자 여자 _팀 팀원 동료 연인 커플 친구 군중 소녀 소년 "
        "할머니 할아버지 사장님? _대표 선생님"
    ),
    "reading": "읽[가-힣]? 독서 _독자",
    "network": "인공지능 _AI 데이터 디지털 네트워크 연결망 회로 머신러닝 딥러닝 알고리즘 첨단 _기술",
    "boat": "(?<![가-힣])배[를가]?\\s?(?:타|띄|떠) _배 돛단배 요트 보트 항해",
    "birds": "_새 새들 갈매기 철새 비둘기",
    "balloon": "열기구 기구를\\s?타 풍선",
}

ENGLISH: dict[str, str] = {
    "sunrise": "sunrise dawn daybreak morning rising\\s+sun sun\\s+(?:is\\s+)?(?:rising|rises)",
    "sunset": "sunset dusk evening twilight setting\\s+sun sun\\s+(?:is\\s+)?(?:setting|sets)",
    "night": "night nights nighttime midnight starry stars star night\\s?sky galaxy",
    "moon": "moon moonlight moonlit",
    "sun": "sun sunny sunshine sunlight",
    "clouds": "cloud clouds cloudy",
    "sea": "sea ocean beach coast seaside shore wave waves harbou?r island islands",
    "river": "river lake pond stream",
    "hills": "hill hills hilly meadow meadows field fields grass countryside pasture valley landscape",
    "mountain": "mountain mountains peak peaks summit alps alpine",
    "path": "path paths road roads trail pathway lane journey way\\s+forward walkway",
    "flowers": (
        "flower flowers floral blossom blossoms blooming bloom tulips? roses? sunflowers? garden gardens "
        "bouquets? daisies lavender florist"
    ),
    "shop": ("shop shops store stores storefront boutique bakery caf[eé] restaurant florist bookstore bookshop market"),
    "house": "house houses home cottage village cabin",
    "city": "city cities skyline downtown skyscrapers? urban buildings? town metropolis towers? seoul",
    "tree": "tree trees oak roots",
    "forest": "forest forests woods woodland jungle",
    "autumn": "autumn autumnal fall\\s+(?:leaves|season|colou?rs|foliage) foliage maple in\\s+(?:the\\s+)?fall",
    "spring": "spring springtime cherry\\s+blossoms?",
    "summer": "summer summertime",
    "snow": "snow snowy snowing winter wintry snowman christmas",
    "rain": "rain rainy raining drizzle",
    "rainbow": "rainbow rainbows",
    "office": "office offices workplace desk desks meeting coworking workspace boardroom",
    "library": "library libraries bookshelf bookshelves reading\\s+room",
    "books": "book books publisher publishing reading textbooks? bookstore bookshop novels?",
    "growth": (
        "growth grow grows growing charts? graphs? rising\\s+(?:bars?|sales|revenue) profits? sales revenue "
        "progress increase success"
    ),
    "people": (
        "people person man woman men women team teams family families child children kids? employees? staff "
        "customers? students? readers? couples? girls? boys? crowd friends? colleagues? workers? owner "
        "teacher leader"
    ),
    "reading": "read reads reading readers?",
    "network": (
        "ai artificial\\s+intelligence data digital network networks circuits? machine\\s+learning "
        "algorithms? technology"
    ),
    "boat": "boat boats ship ships sailboat sailing yacht",
    "birds": "bird birds seagulls? doves?",
    "balloon": "(?:hot[\\s-]air\\s+)?balloons?",
}

CHINESE: dict[str, str] = {
    "sunrise": "日出 朝阳 黎明 清晨 早晨 旭日",
    "sunset": "日落 黄昏 夕阳 晚霞 傍晚",
    "night": "夜 星空 星星 繁星 银河",
    "moon": "月亮 月光 明月",
    "sun": "太阳 阳光",
    "clouds": "云",
    "sea": "海 沙滩 海浪 岛",
    "river": "河 湖 江",
    "hills": "山丘 丘陵 草地 田野 草原 山坡",
    "mountain": "山(?![丘坡]) 高峰",
    "path": "小路 道路 路(?!灯) 之路",
    "flowers": "花",
    "shop": "店 商铺 咖啡馆",
    "house": "房子 房屋 村庄 家园",
    "city": "城市 都市 大楼 摩天 天际线 建筑",
    "tree": "树(?!林) 大树",
    "forest": "森林 树林",
    "autumn": "秋 枫叶 落叶",
    "spring": "春",
    "summer": "夏",
    "snow": "雪 冬",
    "rain": "雨",
    "rainbow": "彩虹",
    "office": "办公室 会议 办公",
    "library": "图书馆 书房 书架",
    "books": "书(?!记) 出版 阅读",
    "growth": "增长 成长 上升 图表 业绩 销售 发展",
    "people": "人(?!工) 团队 员工 客户 家庭 孩子 学生 朋友",
    "reading": "读 看书",
    "network": "人工智能 数据 数字 科技 网络 机器学习",
    "boat": "船 帆",
    "birds": "鸟 海鸥",
    "balloon": "热气球 气球",
}

# Words of `people` that mean one or two of them; all others mean several.
ONE_PERSON = re.compile(
    r"^(?:person|man|woman|child|kid|boy|girl|employee|customer|student|reader|friend|colleague|worker|owner|teacher"
    r"|leader|인물|아이|남자|여자|소녀|소년|할머니|할아버지|사장님?|대표|선생님)$",
    re.IGNORECASE,
)
TWO_PEOPLE = re.compile("^(?:couples?|연인|커플)$", re.IGNORECASE)

# Words about the picture or the wish, not about things in it: they are not counted among what was not drawn.
_KOREAN_STOP = (
    "그림 이미지 사진 일러스트 일러스트레이션 삽화 표지 배경 장면 모습 풍경 스타일 느낌 분위기 구도 색감 색 글자 "
    "텍스트 문자 위 아래 앞 뒤 옆 속 안 밖 사이 가운데 중앙 곳 것 수 때 한 두 세 여러 모든 큰 작은 그리고 또는 "
    "하나 정도 함께 같은 아주 매우 표현 주제 요소 포함 제목 슬라이드 발표 자료 프레젠테이션 가로 세로 화면 우리 "
    "나 저 그 이 더 잘 다양 중심 용 형태 방식 대해 배"
)
_ENGLISH_STOP = (
    "a an the and or of in on at to for with without by from into over under above below near through across "
    "against between behind beside around along toward towards up down out is are be being been it its this that "
    "these those there their his her our your my we i you they he she as so very more most some any all each both "
    "no not one two three four five many few several lot picture image photo photograph illustration drawing "
    "painting art artwork style styled scene background cover slide title deck presentation flat vector modern "
    "minimal minimalist simple clean beautiful bright warm cool soft calm vivid natural colorful colourful colors "
    "colours color colour text words letters wide view showing shows show depicting depicts representing "
    "represents symbolizing expressing please draw create make generate paint design aiming aims aim which who "
    "whose where when while like such big small large little tall new old young high quality detailed realistic "
    "professional business abstract concept mood atmosphere inspired inspiring optimistic hopeful elegant "
    "digital-art standing walking sitting running looking holding going using wearing full other another just "
    "only has have having can will would should do does did get gets set sets"
)
_CHINESE_STOP = (
    "的 一幅 一张 画 图 图片 插画 和 与 在 上 下 里 中 有 是 了 着 为 以 及 表现 表达 风格 背景 封面 一个 一片 请"
)

KOREAN_STOP = frozenset(_KOREAN_STOP.split())
ENGLISH_STOP = frozenset(_ENGLISH_STOP.split())
CHINESE_STOP = frozenset(_CHINESE_STOP.split())
