"""Places of the world by their English, Korean and Chinese names."""

from .values_lexicon import groups

# English, Korean, Chinese; for countries the two-letter code stands last.
_CITIES = """
Seoul, 서울, 首尔; Busan, 부산, 釜山; Incheon, 인천, 仁川; Daegu, 대구, 大邱; Daejeon, 대전, 大田; Gwangju, 광주, 光州
Ulsan, 울산, 蔚山; Sejong, 세종, 世宗; Suwon, 수원, 水原; Jeju, 제주, 济州; Jeju, 제주도, 济州岛
Gangneung, 강릉, 江陵
Jeonju, 전주, 全州; Gyeongju, 경주, 庆州; Chuncheon, 춘천, 春川; Yeosu, 여수, 丽水; Sokcho, 속초, 束草
Pohang, 포항, 浦项
Tokyo, 도쿄, 东京; Osaka, 오사카, 大阪; Kyoto, 교토, 京都; Fukuoka, 후쿠오카, 福冈; Sapporo, 삿포로, 札幌
Nagoya, 나고야, 名古屋
Beijing, 베이징, 北京; Shanghai, 상하이, 上海; Guangzhou, 광저우, 广州; Shenzhen, 선전, 深圳; Hangzhou, 항저우, 杭州
Chengdu, 청두, 成都; Nanjing, 난징, 南京; Xi'an, 시안, 西安; Wuhan, 우한, 武汉; Tianjin, 톈진, 天津
Chongqing, 충칭, 重庆
Hong Kong, 홍콩, 香港; Taipei, 타이베이, 台北; Macau, 마카오, 澳门; Singapore, 싱가포르, 新加坡; Bangkok, 방콕, 曼谷
Hanoi, 하노이, 河内; Ho Chi Minh City, 호찌민, 胡志明市; Da Nang, 다낭, 岘港; Manila, 마닐라, 马尼拉
Jakarta, 자카르타, 雅加达
Kuala Lumpur, 쿠알라룸푸르, 吉隆坡; Delhi, 델리, 德里; Mumbai, 뭄바이, 孟买; Dubai, 두바이, 迪拜
Istanbul, 이스탄불, 伊斯坦布尔
London, 런던, 伦敦; Paris, 파리, 巴黎; Berlin, 베를린, 柏林; Munich, 뮌헨, 慕尼黑; Frankfurt, 프랑크푸르트, 法兰克福
Rome, 로마, 罗马; Milan, 밀라노, 米兰; Madrid, 마드리드, 马德里; Barcelona, 바르셀로나, 巴塞罗那
Lisbon, 리스본, 里斯本
Amsterdam, 암스테르담, 阿姆斯特丹; Brussels, 브뤼셀, 布鲁塞尔; Vienna, 빈, 维也纳; Zurich, 취리히, 苏黎世
Prague, 프라하, 布拉格
Stockholm, 스톡홀름, 斯德哥尔摩; Copenhagen, 코펜하겐, 哥本哈根; Oslo, 오슬로, 奥斯陆; Helsinki, 헬싱키, 赫尔辛基
Dublin, 더블린, 都柏林
Moscow, 모스크바, 莫斯科; Warsaw, 바르샤바, 华沙; Budapest, 부다페스트, 布达佩斯; Athens, 아테네, 雅典
Cairo, 카이로, 开罗
New York, 뉴욕, 纽约; Los Angeles, 로스앤젤레스, 洛杉矶; San Francisco, 샌프란시스코, 旧金山; Chicago, 시카고, 芝加哥
Boston, 보스턴, 波士顿; Seattle, 시애틀, 西雅图; Washington, 워싱턴, 华盛顿; Las Vegas, 라스베이거스, 拉斯维加斯
Miami, 마이애미, 迈阿密
Toronto, 토론토, 多伦多; Vancouver, 밴쿠버, 温哥华; Mexico City, 멕시코시티, 墨西哥城; Sao Paulo, 상파울루, 圣保罗
Sydney, 시드니, 悉尼; Melbourne, 멜버른, 墨尔本; Auckland, 오클랜드, 奥克兰; Nairobi, 나이로비, 内罗毕
Cape Town, 케이프타운, 开普敦
Gyeonggi-do, 경기도, 京畿道; Gangwon-do, 강원도, 江原道; Ulleungdo, 울릉도, 郁陵岛; Gapyeong, 가평, 加平
"""
_COUNTRIES = """
South Korea, 한국, 韩国, KR; South Korea, 대한민국, 大韩民国, KR; Korea, 한국, 韩国, KR; Japan, 일본, 日本, JP
China, 중국, 中国, CN
United States, 미국, 美国, US; USA, 미국, 美国, US; United Kingdom, 영국, 英国, GB; UK, 영국, 英国, GB
France, 프랑스, 法国, FR
Germany, 독일, 德国, DE; Italy, 이탈리아, 意大利, IT; Spain, 스페인, 西班牙, ES; Portugal, 포르투갈, 葡萄牙, PT
Brazil, 브라질, 巴西, BR
Canada, 캐나다, 加拿大, CA; Australia, 호주, 澳大利亚, AU; New Zealand, 뉴질랜드, 新西兰, NZ; India, 인도, 印度, IN
Vietnam, 베트남, 越南, VN; Thailand, 태국, 泰国, TH; Indonesia, 인도네시아, 印度尼西亚, ID
Malaysia, 말레이시아, 马来西亚, MY
Philippines, 필리핀, 菲律宾, PH; Taiwan, 대만, 台湾, TW; Russia, 러시아, 俄罗斯, RU; Mexico, 멕시코, 墨西哥, MX
Netherlands, 네덜란드, 荷兰, NL; Belgium, 벨기에, 比利时, BE; Switzerland, 스위스, 瑞士, CH
Austria, 오스트리아, 奥地利, AT
Sweden, 스웨덴, 瑞典, SE; Norway, 노르웨이, 挪威, NO; Denmark, 덴마크, 丹麦, DK; Finland, 핀란드, 芬兰, FI
Poland, 폴란드, 波兰, PL
Greece, 그리스, 希腊, GR; Turkey, 튀르키예, 土耳其, TR; Egypt, 이집트, 埃及, EG
South Africa, 남아프리카공화국, 南非, ZA
Argentina, 아르헨티나, 阿根廷, AR; Chile, 칠레, 智利, CL; Peru, 페루, 秘鲁, PE; Kenya, 케냐, 肯尼亚, KE
Ireland, 아일랜드, 爱尔兰, IE
Saudi Arabia, 사우디아라비아, 沙特阿拉伯, SA; Israel, 이스라엘, 以色列, IL; Ukraine, 우크라이나, 乌克兰, UA
Mongolia, 몽골, 蒙古, MN
"""


# Where temperatures are told in Fahrenheit.
FAHRENHEIT = frozenset(
    {"new york", "los angeles", "san francisco", "chicago", "boston", "seattle", "washington", "las vegas", "miami"}
)
CITIES = groups(_CITIES, ";")
COUNTRIES = groups(_COUNTRIES, ";")
PLACES: dict[str, tuple[str, ...]] = {
    name.casefold(): names for names in (*COUNTRIES, *CITIES) for name in (*names[:2], names[2])
}
