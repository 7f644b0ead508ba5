"""The words that go with a picture: what was understood, how it was drawn, and what was not."""

from collections.abc import Mapping

from .reading import Language, Reading
from .scene import Scene

# How each motif looks, as a noun phrase in Korean, English and Chinese.
_LOOKS: dict[str, tuple[str, str, str]] = {
    "sunrise": ("지평선에 떠오르는 해와 햇살", "a sun rising over the horizon, with rays", "地平线上升起的太阳与光芒"),
    "sunset": ("지평선에 걸린 저녁 해와 노을빛", "an evening sun on the horizon", "地平线上的夕阳与晚霞"),
    "night": ("별이 있는 밤하늘과 달", "a night sky with stars and a moon", "有星星和月亮的夜空"),
    "moon": ("둥근 달", "a full moon", "圆月"),
    "sun": ("해", "a sun", "太阳"),
    "clouds": ("뭉게구름", "heaped clouds", "云朵"),
    "sea": ("물결과 반짝임이 있는 바다", "a sea with waves and reflections", "波光粼粼的大海"),
    "river": ("언덕 사이의 호수", "a lake between the hills", "山丘间的湖水"),
    "hills": ("겹겹의 언덕", "layers of hills", "层层山丘"),
    "mountain": ("눈 덮인 봉우리들", "snow-capped peaks", "积雪的山峰"),
    "path": ("굽이진 길", "a winding path", "蜿蜒的小路"),
    "flowers": ("앞쪽의 꽃들", "flowers in front", "前景中的花"),
    "shop": ("줄무늬 차양이 있는 가게", "a shop with a striped awning", "带条纹遮阳棚的店铺"),
    "house": ("박공지붕 집들", "houses with pitched roofs", "尖顶小屋"),
    "city": ("고층 건물의 윤곽", "a skyline of towers", "高楼天际线"),
    "tree": ("큰 나무", "a large tree", "一棵大树"),
    "forest": ("숲", "a forest", "森林"),
    "autumn": ("가을 색과 낙엽", "autumn colours and falling leaves", "秋色与落叶"),
    "spring": ("봄 색과 분홍 나무", "spring colours and pink trees", "春色与粉色树木"),
    "summer": ("여름의 초록", "summer greens", "夏日的绿色"),
    "snow": ("눈 내리는 겨울", "winter with falling snow", "飘雪的冬天"),
    "rain": ("빗줄기", "rain", "雨"),
    "rainbow": ("무지개", "a rainbow", "彩虹"),
    "office": ("창이 넓은 사무실", "an office with wide windows", "有大窗的办公室"),
    "library": ("책장이 높은 도서관", "a library with high shelves", "书架高耸的图书馆"),
    "books": ("책", "books", "书"),
    "growth": ("올라가는 막대그래프와 화살표", "rising bars with an arrow", "上升的柱状图与箭头"),
    "people": ("얼굴을 그리지 않은 사람들", "people without drawn faces", "不画面容的人物"),
    "reading": ("책을 든 사람", "people holding books", "拿着书的人"),
    "network": ("하늘에 이어진 빛의 점들", "points of light joined across the sky", "空中相连的光点"),
    "boat": ("돛단배", "sailing boats", "帆船"),
    "birds": ("새 떼", "a flock of birds", "鸟群"),
    "balloon": ("열기구", "hot air balloons", "热气球"),
}

_TIMES = {
    "dawn": ("새벽", "dawn", "清晨"),
    "day": ("낮", "day", "白天"),
    "sunset": ("저녁", "evening", "傍晚"),
    "night": ("밤", "night", "夜晚"),
}
_SEASONS = {
    "spring": ("봄", "spring", "春"),
    "summer": ("여름", "summer", "夏"),
    "autumn": ("가을", "autumn", "秋"),
    "winter": ("겨울", "winter", "冬"),
}
_VIVID = ("진한 색과 강한 빛", "deep colours and strong light", "浓烈的色彩与光线")
_NATURAL = ("차분한 색과 부드러운 빛", "muted colours and soft light", "柔和的色彩与光线")
_FINE = ("촘촘한 묘사", "fine detail", "细节丰富")
_PLAIN = ("단순한 묘사", "plain detail", "细节简洁")

_SENTENCES: dict[Language, dict[str, str]] = {
    "ko": {
        "head": "오프라인 일러스트입니다. 이미지 모델이 아니라 규칙이 프롬프트의 낱말을 보고 그렸습니다.",
        "known": "알아보고 그린 것: {}.",
        "none": "알아본 사물이 없어 색띠와 원으로 된 추상 구성을 그렸습니다.",
        "mood": "장면: {time}, {season}, {style}, {quality}.",
        "abstract": "표현: {style}, {quality}.",
        "left": "알아보았지만 이 장면에 넣지 못한 것: {}.",
        "without": "빼 달라고 해서 그리지 않은 것: {}.",
        "unknown": "그릴 줄 몰라 반영하지 못한 말: {}.",
        "pair": "‘{}’ → {}",
    },
    "en": {
        "head": "Offline illustration: drawn by rules from the words of the prompt, not by an image model.",
        "known": "Recognised and drawn: {}.",
        "none": "Nothing that it can draw was named, so it is an abstract composition of ribbons and a disc.",
        "mood": "Scene: {time}, {season}, {style}, {quality}.",
        "abstract": "Treatment: {style}, {quality}.",
        "left": "Recognised, but without a place in this scene: {}.",
        "without": "Left out as asked: {}.",
        "unknown": "Words that it cannot draw, and left aside: {}.",
        "pair": "“{}” → {}",
    },
    "zh": {
        "head": "离线插画：由规则根据提示词绘制，并非图像模型。",
        "known": "识别并绘制：{}。",
        "none": "没有识别出可绘制的事物，因此画了由色带和圆组成的抽象构图。",
        "mood": "场景：{time}，{season}，{style}，{quality}。",
        "abstract": "表现：{style}，{quality}。",
        "left": "已识别但未放入此场景：{}。",
        "without": "按要求未画：{}。",
        "unknown": "不会画、未采用的词：{}。",
        "pair": "“{}” → {}",
    },
}


def explain(reading: Reading, scene: Scene) -> str:
    """A few sentences in the language of the prompt."""
    language = reading.language
    at = ("ko", "en", "zh").index(language)
    say = _SENTENCES[language]
    drawn = {motif: word for motif, word in reading.motifs.items() if motif not in scene.left_out}
    left = {motif: word for motif, word in reading.motifs.items() if motif in scene.left_out}
    lines = [say["head"]]
    lines.append(say["known"].format(_pairs(drawn, say["pair"], at)) if drawn else say["none"])
    mood = "mood" if drawn else "abstract"
    lines.append(
        say[mood].format(
            time=_TIMES[scene.time][at],
            season=_SEASONS[scene.season][at],
            style=(_VIVID if scene.vivid else _NATURAL)[at],
            quality=(_FINE if scene.rich else _PLAIN)[at],
        )
    )
    if left:
        lines.append(say["left"].format(", ".join(left.values())))
    if reading.unwanted:
        lines.append(say["without"].format(", ".join(_LOOKS[motif][at] for motif in sorted(reading.unwanted))))
    if reading.unknown:
        lines.append(say["unknown"].format(", ".join(reading.unknown)))
    return ("" if language == "zh" else " ").join(lines)


def _pairs(drawn: Mapping[str, str], form: str, at: int) -> str:
    return ", ".join(form.format(word, _LOOKS[motif][at]) for motif, word in drawn.items())
