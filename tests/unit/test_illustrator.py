import io
import subprocess
import sys
import time
from functools import cache

import numpy as np
import pytest
from PIL import Image

from helpers.server.tools.illustrator import draw, revise, words
from helpers.server.tools.illustrator.explain import _LOOKS
from helpers.server.tools.illustrator.reading import read
from helpers.server.tools.illustrator.scene import plan

CHAPTER = "데이터 분석과 인공지능으로 성장하는 출판사의 미래를 표현한, 해 뜨는 언덕과 꽃이 있는 그림"


@cache
def pixels(prompt: str, **options) -> np.ndarray:
    options = {"width": 256, "height": 256} | options
    return np.asarray(Image.open(io.BytesIO(draw(prompt, **options))).convert("RGB")).astype(float)


def saturation(picture: np.ndarray) -> float:
    return float((picture.max(axis=2) - picture.min(axis=2)).mean())


@pytest.mark.parametrize(
    ("prompt", "motifs"),
    [
        (CHAPTER, {"network", "growth", "books", "sun", "sunrise", "hills", "flowers"}),
        (
            "a flower shop company aiming for growth in the future, sunrise, path",
            {"flowers", "shop", "growth", "sunrise", "path"},
        ),
        ("밤바다 위의 도시", {"night", "sea", "city"}),
        ("사람들이 책을 읽는 도서관", {"people", "books", "reading", "library"}),
        ("눈 덮인 산과 오두막", {"snow", "mountain", "house"}),
        ("一家花店在日出时的小路", {"flowers", "shop", "sunrise", "path"}),
        ("Employees in an OFFICE, rainy day", {"people", "office", "rain"}),
        ("가을 숲길을 걷는 가족", {"autumn", "forest", "path", "people"}),
    ],
)
def test_motifs_are_read_in_three_languages(prompt: str, motifs: set[str]) -> None:
    assert set(read(prompt).motifs) == motifs


@pytest.mark.parametrize(
    "prompt",
    [
        "나를 이해하는 특별한 산책",
        "새로운 아이디어와 도시락",
        "매출 없이 두 배, 한 달 만에",
        "불꽃놀이와 손길",
        "a starting point for treatment and shopping lists",
        "고객 없는 이야기",
    ],
)
def test_words_that_only_contain_a_motif_do_not_count(prompt: str) -> None:
    assert not read(prompt).motifs


def test_what_is_refused_is_not_drawn() -> None:
    for prompt in ("사람 없는 도시", "a city without people", "没有人的城市"):
        reading = read(prompt)
        assert set(reading.motifs) == {"city"} and reading.unwanted == {"people"}, prompt
    assert "people" in revise("a city without people").split("Left out as asked")[1]


@pytest.mark.parametrize("language", [words.KOREAN, words.ENGLISH, words.CHINESE])
def test_each_language_names_every_motif_and_each_can_be_explained(language: dict[str, str]) -> None:
    assert set(language) == set(_LOOKS) == set(words.ENGLISH)
    assert len(language) >= 13


@pytest.mark.parametrize("motif", sorted(_LOOKS))
def test_every_motif_changes_the_picture(motif: str) -> None:
    word = {"moon": "moonlight", "network": "data"}.get(motif, motif)
    ground = "sea" if motif == "hills" else "hills"
    assert np.abs(pixels(f"{ground} {word}") - pixels(ground)).mean() > 0.15


def test_the_same_arguments_give_the_same_bytes_in_another_process_too() -> None:
    code = (
        "import hashlib, sys; from helpers.server.tools.illustrator import draw;"
        f"sys.stdout.write(hashlib.sha256(draw({CHAPTER!r}, width=200, height=120, quality='hd')).hexdigest())"
    )
    digests = {
        subprocess.run([sys.executable, "-X", "utf8", "-c", code], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    }
    assert len(digests) == 1 and len(digests.pop()) == 64


def test_vivid_and_natural_differ_in_saturation_and_contrast() -> None:
    for prompt in (CHAPTER, "밤바다 위의 도시", "something that nobody can draw"):
        vivid, natural = pixels(prompt, style="vivid"), pixels(prompt, style="natural")
        assert saturation(vivid) > 1.4 * saturation(natural)
        assert vivid.std() > 1.1 * natural.std()


def test_hd_has_more_detail_than_standard() -> None:
    def detail(picture: np.ndarray) -> float:
        """How much neighbours differ, beyond the grain."""
        grey = picture.mean(axis=2)
        return float((np.abs(np.diff(grey, axis=1)) > 12).mean())

    for prompt in (CHAPTER, "a library", "night sky with stars over a city"):
        plain = pixels(prompt, width=512, height=512)
        fine = pixels(prompt, width=512, height=512, quality="hd")
        assert detail(fine) > 1.03 * detail(plain), prompt
        assert np.abs(fine - plain).mean() > 1


@pytest.mark.parametrize("size", [(1024, 1024), (1792, 1024), (1024, 1792), (256, 256), (37, 500), (1, 1)])
def test_any_size_is_drawn_exactly(size: tuple[int, int]) -> None:
    image = Image.open(io.BytesIO(draw("sunset, people, tree", width=size[0], height=size[1])))
    assert (image.format, image.size) == ("PNG", size)


def test_a_picture_without_area_is_refused_in_plain_words() -> None:
    with pytest.raises(ValueError, match="at least one pixel"):
        draw("x", width=0)


def test_a_large_cover_in_hd_takes_little_time() -> None:
    prompt = CHAPTER + ", 밤, 가게, 사람들, 숲, 길, 마을"
    draw(prompt, width=64, height=64)
    best = min(_seconds(prompt) for _ in range(2))
    # 1.5 s is the aim; a busy machine gets twice that.
    assert best < 3.0


def _seconds(prompt: str) -> float:
    start = time.process_time()
    draw(prompt, width=1792, height=1024, quality="hd")
    return time.process_time() - start


def test_a_prompt_without_known_things_gets_an_abstract_picture_of_its_own_and_says_so() -> None:
    one, other = pixels("the taste of trust"), pixels("the taste of doubt")
    assert np.abs(one - other).mean() > 5
    text = revise("the taste of trust")
    assert "abstract" in text and "trust" in text


def test_the_revised_prompt_is_honest_in_the_language_of_the_prompt() -> None:
    korean = revise("무지개 우산을 쓴 고양이")
    assert "오프라인 일러스트" in korean and "이미지 모델이 아니라" in korean
    drawn, not_drawn = korean.split("그릴 줄 몰라")
    assert "무지개" in drawn and "우산" in not_drawn and "고양이" in not_drawn
    english = revise("a cat on a path", quality="hd", style="natural")
    assert "not by an image model" in english and "cat" in english.split("left aside")[1]
    assert "muted" in english and "fine detail" in english
    assert "离线插画" in revise("海边的城市")


def test_what_has_no_place_in_the_scene_is_said() -> None:
    reading = read("a path in a library")
    scene = plan(reading, rich=False, vivid=True)
    assert scene.left_out == {"path"}
    assert "without a place in this scene: path" in revise("a path in a library")


@pytest.mark.parametrize(
    ("prompt", "people"),
    [("a reader", 1), ("남자와 나무", 1), ("a couple", 2), ("readers", 4), ("직원들", 4), ("사람들", 4)],
)
def test_one_person_is_not_drawn_as_a_crowd(prompt: str, people: int) -> None:
    assert plan(read(prompt), rich=False, vivid=True).crowd == people


def test_there_are_at_least_three_palettes_for_each_time_and_prompts_use_them() -> None:
    names = {plan(read(f"hills, day {number}, sunny"), rich=False, vivid=True).palette.name for number in range(40)}
    assert len(names) >= 3


def test_importing_the_package_loads_neither_numpy_nor_pillow() -> None:
    code = "import sys, helpers.server.tools.illustrator; sys.exit('numpy' in sys.modules or 'PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
