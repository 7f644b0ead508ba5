"""What is taken off a question before a search: the politeness around it, and nothing of the question itself."""

import pytest

from helpers.server.tools.file_search import rewrite


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("Hello! Could you please tell me how long I can return a product?", "how long I can return a product?"),
        ("I'd like to know about the refund period, please.", "the refund period"),
        ("Excuse me, I was wondering if dogs are allowed.", "dogs are allowed."),
        ("Can you find the office address? Thanks", "the office address?"),
        ("안녕하세요. 혹시 환불 기간에 대해서 좀 알려 주세요. 감사합니다!", "환불 기간"),
        ("연차 신청 방법을 설명해 줘요~", "연차 신청 방법"),
        ("휴가가 며칠인지 궁금합니다", "휴가가 며칠인지"),
        ("two   lines\nof a question", "two lines of a question"),
    ],
)
def test_the_frame_goes(asked: str, left: str) -> None:
    assert rewrite(asked) == left


@pytest.mark.parametrize(
    "question",
    [
        "Is the shop open on Sunday?",
        "About us page",
        "So what?",
        "Help page for us",
        "환불 안내 방법",
        "알려진 문제",
        "please",
    ],
)
def test_a_question_without_a_frame_stays(question: str) -> None:
    assert rewrite(question) == question


@pytest.mark.parametrize("asked", ["Could you please tell me?", "알려 주세요", "Hello!", "?", " "])
def test_something_is_always_left_to_search_for(asked: str) -> None:
    left = rewrite(asked)
    assert left == asked.strip() or any(letter.isalnum() for letter in left)


def test_a_question_as_long_as_a_page_stays() -> None:
    asked = "Could you please tell me " + "about the refund period and " * 50
    assert rewrite(asked) == asked.strip()
