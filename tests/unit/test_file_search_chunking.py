"""Documents are cut where they have seams, and nothing of them is lost or told twice."""

import random
from itertools import pairwise

import pytest

from helpers.server.tools.file_search import Chunking
from helpers.server.tools.file_search.chunking import chunk, render, without_overlap
from helpers.server.tools.file_search.filters import compile_filter
from helpers.server.tools.file_search.lexical import terms
from helpers.server.tools.file_search.passages import PASSAGE_TOKENS, pack
from helpers.server.tools.file_search.ranking import best_chunks
from helpers.server.tools.file_search.sentences import sentences
from helpers.server.tools.file_search.shapes import Block
from helpers.server.tools.file_search.tokens import count_tokens

KOREAN = "배송은 이틀이 걸립니다. 제주는 하루 더 걸립니다! 궁금한 점이 있나요? 언제든지 물어 주세요."
ENGLISH = "Delivery takes two days. The islands take one more! Any questions? Ask us at any time."


def document(paragraphs: int, seed: int = 1) -> str:
    dice = random.Random(seed)
    words = [*KOREAN.split(), *ENGLISH.split()]
    return "\n\n".join(
        " ".join(dice.choices(words, k=dice.randrange(3, 90))) + f" end{number}." for number in range(paragraphs)
    )


def blocks(text: str) -> list[Block]:
    return [Block(paragraph) for paragraph in text.split("\n\n")]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The quick brown fox jumps over the lazy dog near the river bank.", 13, 15),
        ("안녕하세요", 4, 6),
        ("1234567", 3, 3),
        ("", 0, 0),
    ],
)
def test_tokens_are_estimated(text: str, low: int, high: int) -> None:
    assert low <= count_tokens(text) <= high


@pytest.mark.parametrize("text", [KOREAN, ENGLISH])
def test_sentences_end_where_they_end(text: str) -> None:
    assert len(sentences(text)) == 4
    assert " ".join(sentences(text)) == text


def test_decimals_and_short_words_do_not_end_a_sentence() -> None:
    assert sentences("It grew by 3.5 percent in 2024.") == ["It grew by 3.5 percent in 2024."]
    assert sentences("1. Open the lid and wait.") == ["1. Open the lid and wait."]
    assert sentences("네. 이틀이 걸립니다.") == ["네. 이틀이 걸립니다."]


def test_chinese_sentences_need_no_space_between_them() -> None:
    assert sentences("我们七天内退款。其他情况请联系客服。") == ["我们七天内退款。", "其他情况请联系客服。"]


def test_a_hard_wrapped_paragraph_is_not_cut_at_its_lines() -> None:
    wrapped = (
        "This paragraph was wrapped by an editor at a\nfixed width, and so its sentence goes on over\nthree lines."
    )
    assert len(sentences(wrapped)) == 1
    assert sentences("short line one\nshort line two") == ["short line one", "short line two"]


def test_text_without_any_seam_is_cut_all_the_same() -> None:
    for text in ("x" * 5000, "가" * 5000, "word " * 2000):
        assert "".join("".join(sentences(text)).split()) == "".join(text.split())
        assert max(map(len, sentences(text))) <= 300


@pytest.mark.parametrize("chunking", [Chunking(), Chunking(100, 50), Chunking(100, 0), Chunking(4096, 2048)])
def test_chunks_keep_their_size_and_overlap(chunking: Chunking) -> None:
    passages = pack(blocks(document(60)), chunking)
    ranges = chunk(passages, chunking)
    assert max(passage.tokens for passage in passages) <= min(PASSAGE_TOKENS, chunking.max_tokens // 2)
    assert {number for first, stop in ranges for number in range(first, stop)} == set(range(len(passages)))
    for first, stop in ranges:
        assert sum(passage.tokens for passage in passages[first:stop]) <= chunking.max_tokens
    for (_, stop), (first, _) in pairwise(ranges):
        shared = sum(passage.tokens for passage in passages[first:stop])
        assert shared <= chunking.overlap_tokens
        # What is left of the overlap is less than one passage.
        assert shared + passages[first - 1].tokens > chunking.overlap_tokens


def test_nothing_is_lost_and_nothing_told_twice() -> None:
    text = document(40)
    chunking = Chunking(200, 100)
    passages = pack(blocks(text), chunking)
    assert "\n\n".join(without_overlap(passages, 200)).split() == text.split()
    assert render(passages) == text


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    passages = pack([Block(" ".join([ENGLISH] * 20))], Chunking())
    assert all(passage.text.rstrip().endswith((".", "!", "?")) for passage in passages)
    assert render(passages) == " ".join([ENGLISH] * 20)


def test_small_blocks_are_packed_together_but_not_across_headings_and_pages() -> None:
    packed = pack(
        [
            Block("one", place="line 1"),
            Block("two", place="line 3", glue="\n"),
            Block("three", ("# A",)),
            Block("four", ("# A",), "page 1"),
            Block("five", ("# A",), "page 2"),
        ],
        Chunking(),
    )
    assert [(passage.text, passage.place) for passage in packed] == [
        ("one\ntwo", "line 1"),
        ("three", ""),
        ("four", "page 1"),
        ("five", "page 2"),
    ]


def test_every_chunk_begins_with_the_headings_and_header_row_that_it_stands_under() -> None:
    rows = [
        Block(f"rose {number} | {number}", ("# Shop", "## Prices", "item | price"), glue="\n") for number in range(80)
    ]
    chunking = Chunking(100, 0)
    passages = pack([Block("Welcome.", ("# Shop",)), *rows], chunking)
    texts = [render(passages[first:stop]) for first, stop in chunk(passages, chunking)]
    assert texts[0].startswith("# Shop\nWelcome.\n\n## Prices\nitem | price\nrose 0 | 0\n")
    assert all(text.startswith("# Shop\n## Prices\nitem | price\nrose") for text in texts[1:])
    whole = "\n".join(without_overlap(passages, 100))
    assert whole.count("item | price") == 1


def test_a_result_is_scored_by_what_it_adds() -> None:
    # Chunks 0 and 1 overlap in passage 1, chunks 1 and 2 in passage 2.
    scores = {0: {0: 0.1, 1: 0.9}, 1: {1: 0.9, 2: 0.5}, 2: {2: 0.5, 3: 0.4}}
    assert list(best_chunks(scores, 10)) == [(0, 0.9), (1, 0.5), (2, 0.4)]
    assert list(best_chunks(scores, 1)) == [(0, 0.9)]


def test_korean_stems_are_found_whatever_ending_they_carry() -> None:
    assert set(terms("환불은")) & set(terms("환불을")) == {"환불"}
    assert terms("Café_№5 책 ＡＢＣ") == ["café", "no5", "책", "abc"]
    assert terms("退货政策") == ["退货", "货政", "政策"]


ATTRIBUTES = {"year": 2024, "name": "b", "draft": True, "rate": 1.0}


@pytest.mark.parametrize(
    ("kind", "key", "value", "passes"),
    [
        ("eq", "year", 2024, True),
        ("eq", "year", 2024.0, True),
        ("eq", "year", "2024", False),
        ("eq", "draft", True, True),
        ("eq", "rate", True, False),
        ("eq", "absent", 1, False),
        ("ne", "year", 2023, True),
        ("ne", "absent", 1, True),
        ("gt", "year", 2023.5, True),
        ("gt", "year", 2024, False),
        ("gte", "year", 2024, True),
        ("lt", "name", "c", True),
        ("lt", "name", 3, False),
        ("lte", "absent", 3, False),
        ("gt", "draft", 0, False),
        ("in", "name", ["a", "b"], True),
        ("in", "absent", ["a"], False),
        ("in", "year", [], False),
        ("nin", "name", ["a"], True),
        ("nin", "absent", ["a"], True),
        ("nin", "year", [2024], False),
    ],
)
def test_comparisons(kind: str, key: str, value: object, passes: bool) -> None:
    assert compile_filter({"type": kind, "key": key, "value": value})(ATTRIBUTES) is passes


def test_filters_nest() -> None:
    year, name = {"type": "gte", "key": "year", "value": 2025}, {"type": "eq", "key": "name", "value": "b"}
    assert compile_filter({"type": "or", "filters": [year, {"type": "and", "filters": [name, name]}]})(ATTRIBUTES)
    assert not compile_filter({"type": "and", "filters": [year, name]})(ATTRIBUTES)


def nested(depth: int) -> dict:
    return {"type": "and", "filters": [nested(depth - 1)]} if depth else {"type": "eq", "key": "a", "value": 1}


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        {"type": "like", "key": "a", "value": 1},
        {"type": "eq", "value": 1},
        {"type": "eq", "key": "a"},
        {"type": "eq", "key": "a", "value": [1]},
        {"type": "eq", "key": "a", "value": None},
        {"type": "in", "key": "a", "value": "b"},
        {"type": "in", "key": "a", "value": [None]},
        {"type": "gt", "key": "a", "value": True},
        {"type": "and", "filters": []},
        {"type": "or"},
        nested(100),
    ],
)
def test_wrong_filters_are_refused_in_plain_words(wrong: object) -> None:
    with pytest.raises(ValueError, match="ilter"):
        compile_filter(wrong)
