"""What a request that no rule can answer is about, so that the refusal fits it."""

import re
from typing import Literal

Kind = Literal[
    "crisis",
    "harm",
    "secret",
    "download",
    "health",
    "law",
    "money",
    "now",
    "picture",
    "translate",
    "write",
    "code",
    "act",
    "chat",
    "story",
    "unclear",
    "other",
]

# The first that matches counts.
_KINDS: list[tuple[Kind, str]] = [
    (
        "crisis",
        r"죽고\s?싶|자살|자해|살고\s?싶지\s?않|살기\s?싫|목숨을 끊|\bkill myself\b|\bsuicid|\bself[- ]harm|"
        r"\bhurt(?:ing)? myself\b|"
        r"\bend my life\b|\bwant to die\b|\b(?:don't|do not) want to live\b|不想活|自杀|自残|想死|轻生",
    ),
    (
        "harm",
        r"(?:폭탄|폭발물|총기|마약|독극물|악성\s?코드|바이러스 프로그램)(?:을|를)?\s?(?:만드는|제조|만들|구하는)|"
        r"해킹(?:하는|해)|"
        r"\b(?:make|build|create|write|synthesi[sz]e)\b.{0,20}\b(?:bombs?|explosives?|weapons?|malware|ransomware|"
        r"meth)\b|"
        r"\bhack into\b|\b(?:inferior|subhuman)\b|(?:외국인|여자|남자|흑인|유대인|장애인|이슬람|"
        r"동성애자)\S{0,4}\s.{0,14}"
        r"(?:나쁘다|열등|혐오|쫓아)|"
        r"(?:制造|制作|做)(?:炸弹|毒品|武器)|劣等",
    ),
    (
        "secret",
        r"\b(?:show|reveal|print|tell|give|what(?:'s| is) (?:your|the)|send|leak|dump|expose)\b.{0,30}\b(?:api|"
        r"secret|access|private)[ _-]?keys?\b|"
        r"(?:api|비밀|암호)\s?키.{0,12}(?:알려|보여|출력|뭐|무엇|말해|내놔|공개)|"
        r"\b(?:show|reveal|print|repeat|output|dump|leak|tell me)\b.{0,24}\b(?:system|hidden|initial|"
        r"secret) prompts?\b|"
        r"(?:시스템|숨겨진|비밀) ?프롬프트.{0,16}(?:출력|보여|알려|공개|말해|내놔|적어)|(?:输出|显示|告诉|"
        r"给我看?).{0,8}系统提示|"
        r"\bos\.environ\b|\bgetenv\b|\benvironment variables?\b|환경\s?변수|/etc/passwd|"
        r"\b(?:ignore|disregard|forget|bypass|override)\b.{0,30}\b(?:instructions?|rules|prompts?|guidelines|above)\b|"
        r"(?:지시|명령|규칙|프롬프트|지침)\S{0,4}\s?(?:모두\s|전부\s|다\s)?(?:무시|잊어)|\bjailbreak|\byou are "
        r"(?:now )?DAN\b|"
        r"\bdeveloper mode\b|관리자 모드|\brepeat (?:all |the )?(?:words|text|everything) above\b|"
        r"\bpasswords?\b.{0,30}\b(?:server|stored|admin|root)\b|\"role\"\s?:\s?\"system\"|"
        r"(?:忽略|无视|忘记).{0,10}(?:指令|指示|规则|提示)|(?:告诉|显示|给).{0,8}密钥|环境变量",
    ),
    (
        "download",
        r"(?:https?://|www\.)\S+.{0,60}(?:내려\s?받|다운\s?(?:로드|받)|가져와|가져다|불러와|불러들|읽어|열어|분석|"
        r"그려|요약)|"
        r"\b(?:download|fetch|load|read|open|import|analy[sz]e|plot|summari[sz]e|scrape|"
        r"crawl)\b.{0,60}(?:https?://|www\.)|"
        r"(?:https?://|www\.)\S+.{0,60}\b(?:download|fetch|analy[sz]e|plot|load|read|summari[sz]e)|"
        r"(?:下载|读取|打开|分析).{0,30}https?://|https?://\S+.{0,30}(?:下载|读取|分析)",
    ),
    (
        "health",
        r"(?:어떤|무슨) 약(?:을|이)?.{0,8}(?:먹|좋|복용)|약을? (?:먹어|복용해)|몇 알|진단해 ?[줘주]|"
        r"(?:머리|배|가슴|허리|목)(?:이|가) (?:너무 |많이 |계속 )?아[프파픈]|"
        r"\b(?:what|which) (?:medicine|medication|drug|pill)s? should\b|\bshould i take\b|\bi have (?:an? )?(?:\w+ "
        r")?(?:pain|fever|headache|"
        r"rash|cough)\b|\bdiagnose me\b|吃什么药|我(?:头|肚子|胸口)?(?:疼|痛|发烧)",
    ),
    (
        "law",
        r"(?:소송|고소|이혼)(?:을|은|를)?\s?(?:\S+\s)?(?:하려면|할 수|하나요|해야|걸|당했|어떻게)|변호사|법률 "
        r"?(?:상담|조언)|합법인가|불법인가|"
        r"\b(?:can|should|how do) i sue\b|\blegal (?:advice|rights)\b|\bis it (?:il)?legal\b|起诉|律师|违法吗",
    ),
    (
        "money",
        r"(?:주식|코인|비트코인|이더리움|부동산|펀드|종목)\S{0,3}\s?(?:\S+\s)?(?:사도|살까|팔까|사야|팔아야|추천|"
        r"오를|전망|투자해도)|"
        r"비트코인.{0,10}(?:오를|내릴|시세)|\b(?:should|which|what|good)\b.{0,24}\b(?:stocks?|crypto|shares|"
        r"bitcoin)\b.{0,12}\bbuy\b|"
        r"\b(?:which|what|good) (?:stocks?|crypto|shares)\b.{0,12}\b(?:buy|invest|good|rise|up)\b|\bprice of "
        r"(?:bitcoin|ethereum|gold)\b|"
        r"\bshould i\b.{0,16}\b(?:buy|sell|invest)\b|(?:股票|比特币|基金).{0,8}(?:买|卖|涨|推荐)",
    ),
    (
        "now",
        r"(?:오늘|내일|지금|현재|이번 주).{0,12}(?:뉴스|날씨|미세먼지|주가)|뉴스 (?:알려|요약|보여)|날씨(?:가|는)? "
        r"?(?:어때|알려)|"
        r"\b(?:today|tomorrow|right now|current|latest|this week)\b.{0,24}\b(?:news|weather|forecast|traffic)\b|"
        r"\b(?:news|weather|forecast)\b.{0,24}\b(?:today|tomorrow|now|this week)\b|"
        r"(?:今天|明天|现在|最新).{0,10}(?:天气|新闻|股价)",
    ),
    (
        "picture",
        r"(?:이|그|첨부한|올린) ?(?:사진|그림|이미지)(?:에|을|를|은|는|속).{0,14}(?:보여|보이|뭐|무엇|설명|묘사|있)|"
        r"\b(?:describe|what(?:'s| is| do you see)|who is|identify)\b.{0,16}\b(?:in )?(?:the|this|my) (?:image|"
        r"picture|photo)\b|"
        r"(?:这|那)张(?:图|照片|图片)",
    ),
    (
        "translate",
        r"번역|\btranslat|翻译|\b(?:say|how do you say)\b.{1,40}\bin (?:french|german|spanish|japanese|italian)\b",
    ),
    (
        "write",
        r"(?:(?:^|\s)시|하이쿠|소설|수필|에세이|가사|노래|이메일|메일|편지|자소서|자기소개서|독후감|대본|원고|일기|"
        r"동화|연설문|축사|논문|"
        r"농담|이야기|속담|보도자료)(?:를|을|도)?\s?(?:\d*\S{0,6}\s)?(?:하나\s|한 편\s)?(?:써|쓰|작성|지어|만들|해 "
        r"?[줘주]|들려)|"
        r"\b(?:write|compose|draft|tell|make up)\b.{0,40}\b(?:poem|haiku|essay|story|novel|song|lyrics|e-?mail|"
        r"letter|speech|joke|tale|"
        r"script for|blog post|cover letter|paragraphs?)\b|"
        r"(?:写|讲|编).{0,6}(?:诗|文章|小说|邮件|信|故事|笑话|作文)",
    ),
    (
        "code",
        r"(?:퀵소트|정렬 알고리즘|함수|프로그램|알고리즘|스크립트|쿼리|웹 ?사이트|홈페이지|게임|앱)(?:를|"
        r"을)?\s?(?:하나\s)?"
        r"(?:짜|작성|만들|구현|코딩)|(?:코드|파이썬|자바)\S*\s(?:\S+\s)?짜\s?(?:줘|주|봐)|"
        r"\b(?:write|create|code|build|make)\b.{0,30}\b(?:function|program|script|class|algorithm|(?:sql )?query|"
        r"quicksort|code|app|website)\b|"
        r"\bimplement\b.{0,30}\b(?:in|with) (?:python|java|c\b)|写(?:一?[首篇封个段])?(?:程序|代码|函数|脚本)|"
        r"^\s*(?:SELECT\b.*\bFROM|DROP TABLE|DELETE FROM|INSERT INTO)\b|^\s*<\w+[^>]*>|^\s*(?:sudo|rm|curl|chmod) ",
    ),
    (
        "act",
        r"(?:주문|예약|예매|배달|결제)(?:을|를)?\s?(?:좀\s)?해 ?[줘주]|알람.{0,10}(?:맞춰|설정|울려)|"
        r"타이머.{0,10}(?:맞춰|설정)|"
        r"(?:문자|메일|이메일|카톡)(?:을|를)? ?(?:보내|전송)|전화(?:를)? ?(?:걸어|해 ?줘)|음악(?:을)? ?(?:틀어|재생)|"
        r"^(?:please )?(?:book|order|reserve|buy me|call|text|set (?:an?|the) (?:alarm|timer|reminder)|remind me|"
        r"play)\b|"
        r"\bsend (?:an? )?(?:e-?mail|message|text)\b|订(?:票|餐|酒店)|发(?:邮件|短信)|定闹钟",
    ),
    (
        "chat",
        r"바보|멍청|쓸모\s?없|꺼져|닥쳐|시발|씨발|병신|사귈|사랑해|심심|\b(?:stupid|useless|idiot|dumb|fuck|shit|"
        r"hate you|shut up|love (?:me|you))\b|"
        r"[笨蠢]|滚开|你爱我",
    ),
]
_WORDLESS = re.compile(
    r"[\W_ㄱ-ㅎㅏ-ㅣ]*|(?:asdf|qwer|zxcv|lorem ipsum|null|undefined|nan|test)\b.*|\d[\d\s.e]*|[a-z]",
    re.IGNORECASE | re.DOTALL,
)
# Code and words that are for a sum or a chart are within reach, whatever they are called.
_WITHIN = re.compile(
    r"그려|그래프|차트|계산|구해|분석|평균|합계|슬라이드|\bplot|\bchart|\bgraph|\bcalculate|\bcompute|\banaly[sz]e|"
    r"\baverage|\btotal\b|"
    r"\bslides?\b|画图|图表|计算|分析",
    re.IGNORECASE,
)
_REACH = 2000


def kind_of(text: str, *, anything: bool = False) -> Kind | None:
    """What the text asks for that no rule can do; None where it asks for nothing of that kind.

    A wish for a sum or a chart beside it makes it a wish that is within reach, unless `anything` of the kind counts.
    """
    beginning = text[:_REACH]
    if _WORDLESS.fullmatch(beginning.strip()):
        return "unclear"
    for kind, pattern in _KINDS:
        if re.search(pattern, beginning, re.IGNORECASE):
            if not anything and kind not in {"crisis", "harm", "secret", "download"} and _WITHIN.search(beginning):
                return None
            return kind
    return None
