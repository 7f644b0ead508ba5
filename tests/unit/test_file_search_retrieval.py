"""Does file search find the right passage? Judged on the half of the labelled set that nothing was tuned on."""

import asyncio
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from helpers.server.embeddings import encode
from helpers.server.tools.file_search import Chunking, Hit, SearchIndex
from helpers.server.tools.file_search.lexical import TOKENIZER, terms
from helpers.server.tools.file_search.ranking import SENTENCE, closer_look

DATA = Path(__file__).parents[1] / "data" / "retrieval"
KINDS = ("ko", "en", "cross")
Ranks = dict[str, list[int]]  # by kind of question: at which place the right passage came
Search = Callable[..., list[Hit]]


def rows(name: str) -> list[dict]:
    return [json.loads(line) for line in (DATA / name).open(encoding="utf-8")]


PASSAGES = [passage for passage in rows("passages.jsonl") if passage["half"] == "both"]
QUESTIONS = [question for question in rows("questions.jsonl") if question["half"] == "judging"]
JOINED = 4  # passages of the tuning half that make a longer document


def ranks_of(order: Callable[[str], list[str]]) -> Ranks:
    """Where the right passage stands in the order that is given for each question; behind all where it is missing."""
    ranks: Ranks = {kind: [] for kind in KINDS}
    for question in QUESTIONS:
        found = order(question["question"])
        place = found.index(question["passage"]) + 1 if question["passage"] in found else len(PASSAGES)
        ranks[question["kind"]].append(place)
    return ranks


def top(ranks: Ranks, kind: str, places: int) -> float:
    return sum(place <= places for place in ranks[kind]) / len(ranks[kind])


def reciprocal(ranks: Ranks, kind: str) -> float:
    return sum(1 / place for place in ranks[kind]) / len(ranks[kind])


def bm25(tokenizer: str, words: Callable[[str], list[str]]) -> Callable[[str], list[str]]:
    db = sqlite3.connect(":memory:")
    db.execute(f"CREATE VIRTUAL TABLE words USING fts5 (id UNINDEXED, text, tokenize = '{tokenizer}')")
    db.executemany("INSERT INTO words VALUES (?, ?)", [(one["id"], " ".join(words(one["text"]))) for one in PASSAGES])

    def order(question: str) -> list[str]:
        query = " OR ".join(f'"{word}"' for word in words(question))
        return [row[0] for row in db.execute("SELECT id FROM words WHERE words MATCH ? ORDER BY rank", (query,))]

    return order


def embeddings_alone() -> Callable[[str], list[str]]:
    vectors = encode([one["text"] for one in PASSAGES])

    def order(question: str) -> list[str]:
        return [PASSAGES[at]["id"] for at in np.argsort(-(vectors @ encode([question])[0]), kind="stable")]

    return order


@contextmanager
def searching(folder: Path, documents: dict[str, str]) -> Iterator[Search]:
    """Searches of a store that holds these documents, texts by ID. Their attribute `n` counts them."""
    with asyncio.Runner() as loop:

        async def make() -> SearchIndex:
            index = SearchIndex(folder / "index")
            for number, (file_id, text) in enumerate(documents.items()):
                path = folder / f"{number}.txt"
                path.write_text(text, encoding="utf-8")
                await index.add(
                    "vs", file_id, filename=path.name, path=path, chunking=Chunking(), attributes={"n": number}
                )
            return index

        index = loop.run(make())
        yield lambda question, **options: loop.run(index.search(["vs"], [question], limit=50, **options))
        loop.run(index.close())


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    """Searches a store that holds every passage as a document of its own."""
    with searching(tmp_path_factory.mktemp("retrieval"), {one["id"]: one["text"] for one in PASSAGES}) as search:
        yield search


@pytest.fixture(scope="module")
def measured(ours: Search) -> dict[str, Ranks]:
    return {
        "ours": ranks_of(lambda question: [hit.file_id for hit in ours(question)]),
        "BM25": ranks_of(bm25("unicode61", lambda text: re.findall(r"\w+", text))),
        "BM25 on pairs of letters": ranks_of(bm25(TOKENIZER, terms)),
        "embeddings alone": ranks_of(embeddings_alone()),
    }


def test_figures(measured: dict[str, Ranks], capsys: pytest.CaptureFixture[str]) -> None:
    """Shown with `-s` or where something fails."""
    with capsys.disabled():
        print()
        for name, ranks in measured.items():
            cells = [f"{k} {top(ranks, k, 1):.2f} {top(ranks, k, 3):.2f} {reciprocal(ranks, k):.2f}" for k in KINDS]
            print(f"{name:26}" + "   ".join(cells))


@pytest.mark.parametrize("kind", KINDS)
def test_the_right_passage_is_among_the_first_three(measured: dict[str, Ranks], kind: str) -> None:
    assert top(measured["ours"], kind, 3) > 0.8


@pytest.mark.parametrize("other", ["BM25", "BM25 on pairs of letters", "embeddings alone"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_simpler_is_better(measured: dict[str, Ranks], kind: str, other: str) -> None:
    for places in (1, 3):
        assert top(measured["ours"], kind, places) >= top(measured[other], kind, places)
    assert reciprocal(measured["ours"], kind) >= reciprocal(measured[other], kind)


@pytest.mark.parametrize("other", ["BM25", "BM25 on pairs of letters", "embeddings alone"])
def test_nothing_simpler_is_better_in_all(measured: dict[str, Ranks], other: str) -> None:
    for measure in (lambda ranks, kind: top(ranks, kind, 3), reciprocal):
        ours, theirs = (sum(measure(measured[name], kind) for kind in KINDS) for name in ("ours", other))
        assert ours > theirs


def test_a_name_or_a_number_alone_finds_its_passage(ours: Search) -> None:
    for query, passage in (("E4", "en-11"), ("Cas9", "en-19"), ("내용증명", "ko-23"), ("월평 포구", "ko-24")):
        assert ours(query)[0].file_id == passage, query


def test_scores_fall_from_hit_to_hit_and_lie_between_0_and_1(ours: Search) -> None:
    scores = [hit.score for hit in ours("반품 배송비는 누가 내나요?")]
    assert scores == sorted(scores, reverse=True)
    assert 0.9 < scores[0] <= 1
    assert 0 <= scores[-1] < 0.1


def test_a_threshold_leaves_out_what_is_below_it(ours: Search) -> None:
    everything = ours("black hole")
    some = ours("black hole", score_threshold=0.5)
    assert 0 < len(some) < len(everything)
    assert some == [hit for hit in everything if hit.score >= 0.5]


def test_a_filter_leaves_out_files_before_the_limit_is_counted(ours: Search) -> None:
    hits = ours("black hole", filters={"type": "lt", "key": "n", "value": 3})
    assert {hit.attributes["n"] for hit in hits} == {0, 1, 2}


def test_longer_documents_are_found_by_what_a_few_of_their_sentences_say(tmp_path: Path) -> None:
    passages = [one for one in rows("passages.jsonl") if one["half"] == "tuning"]
    groups = [
        same[start : start + JOINED]
        for language in ("ko", "en")
        for same in [[one for one in passages if one["language"] == language]]
        for start in range(0, len(same), JOINED)
    ]
    documents = {str(number): " ".join(one["text"] for one in group) for number, group in enumerate(groups)}
    place = {one["id"]: str(number) for number, group in enumerate(groups) for one in group}
    asked = [one for one in rows("questions.jsonl") if one["passage"] in place]
    right = {"auto": 0, "none": 0}
    with searching(tmp_path, documents) as search:
        for ranker in right:
            right[ranker] = sum(
                search(one["question"], ranker=ranker)[0].file_id == place[one["passage"]] for one in asked
            )
    assert right["auto"] / len(asked) > 0.7
    assert right["auto"] > right["none"]


def test_a_passage_of_one_or_two_sentences_is_taken_as_a_whole() -> None:
    vectors = np.eye(3, 512, dtype=np.float32)
    question = np.array([0.8, 0.6, 0], np.float32)
    cosines = closer_look(np.array([0.3, 0.4], np.float32), question, vectors, np.array([1, 2]))
    assert cosines == pytest.approx([0.3, 0.4])


def test_a_longer_passage_comes_nearer_by_its_best_sentence_and_its_best_pair() -> None:
    vectors = np.eye(4, 512, dtype=np.float32)
    question = np.array([0.8, 0.6, 0, 0], np.float32)
    (nearer,) = closer_look(np.array([0.2], np.float32), question, vectors, np.array([4]))
    pair = (0.8 + 0.6) / np.sqrt(2)
    assert nearer == pytest.approx(0.5 * 0.2 + 0.5 * (SENTENCE * 0.8 + (1 - SENTENCE) * pair))


def test_two_passages_make_no_pair() -> None:
    vectors = np.eye(6, 512, dtype=np.float32)
    question = np.array([0, 0, 0.7, 0.7, 0, 0], np.float32)  # the last sentence of one and the first of the other
    cosines = closer_look(np.zeros(2, np.float32), question, vectors, np.array([3, 3]))
    assert cosines == pytest.approx([(1 / 3) * (SENTENCE * 0.7 + (1 - SENTENCE) * 0.7 / np.sqrt(2))] * 2)
