"""Notebook 14: the assistant makes a deck."""

import io
from typing import Any

from ..exercise import Choice, Exercise, NotYet, Question, Words


def _without_alt(find: Any) -> None:
    deck = _three_slides()
    found = list(find(deck))
    if found == [1, 2]:
        raise NotYet(
            "그림이 있는 슬라이드가 모두 걸립니다. 대체 텍스트가 있는 그림은 빼야 합니다.",
            "Every slide with a picture is caught. A picture that has its text is well.",
        )
    if found == [1]:
        raise NotYet(
            "거꾸로입니다. 대체 텍스트가 있는 쪽을 돌려주고 있습니다.",
            "It is the other way round: this is the slide whose picture has its text.",
        )
    if found == [2, 3]:
        raise NotYet(
            "글상자까지 걸립니다. 글상자는 글이 곧 내용이므로 대체 텍스트가 필요 없습니다.",
            "A text box is caught too. It needs no alternative text, since its text can be read as it is.",
        )
    if found == [1, 2, 3]:
        raise NotYet("모든 슬라이드가 걸립니다.", "Every slide is caught.")
    if found != [2]:
        raise NotYet(
            f"{found}이(가) 나왔습니다. 그림에 설명이 없는 슬라이드의 번호만, 1부터 세어 돌려주어야 합니다.",
            f"It gives {found}. Expected are the numbers, from 1, of the slides whose picture has no text.",
        )


def _three_slides() -> Any:
    """A picture with its text, a picture without, and a box of text."""
    from PIL import Image
    from pptx import Presentation

    png = io.BytesIO()
    Image.new("RGB", (8, 8), "#0F766E").save(png, "PNG")
    deck: Any = Presentation()
    for text in ("a green square", "", None):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        if text is None:
            slide.shapes.add_textbox(0, 0, 914400, 914400).text_frame.text = "words"
        else:
            picture = slide.shapes.add_picture(png, 0, 0)
            picture._element.xpath(".//p:cNvPr")[0].set("descr", text)
    return deck


def _retitled(retitle: Any) -> None:
    from pptx import Presentation

    deck: Any = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    frame = slide.shapes.title.text_frame
    frame.text = "16,081"
    mark = frame.paragraphs[0].runs[0]._r.get_or_add_rPr()
    mark.set("lang", "ko-KR")
    retitle(slide, "22.9%")
    if frame.text == "16,081":
        raise NotYet("제목이 그대로입니다.", "The title has not changed.")
    if frame.text != "22.9%":
        raise NotYet(
            f"제목이 “{frame.text}”이(가) 되었습니다. 새 글만 남아야 합니다.",
            f"The title has become “{frame.text}”. Only the new words should be left.",
        )
    runs = frame.paragraphs[0].runs
    if len(frame.paragraphs) != 1 or not runs or runs[0]._r.rPr is None or runs[0]._r.rPr.get("lang") != "ko-KR":
        raise NotYet(
            "글은 바뀌었지만 언어 표시가 사라졌습니다. 더 안쪽에 있는 것의 글을 바꾸어야 합니다.",
            "The words have changed, but their language is no longer marked. Go further in before you change them.",
        )


def _slides_with_wrong_numbers(find: Any) -> None:
    from ...deck.checks.report import Finding, Report

    def finding(check: str, slide: int | None, ok: bool) -> Finding:
        return Finding(check, check, slide, ok)

    well = list(find(Report([finding("numbers", None, True)])))
    found = list(find(Report([finding("numbers", n, False) for n in (5, 2, 5)] + [finding("alt_text", 1, False)])))
    if found == [1, 2, 5]:
        raise NotYet(
            "숫자와 상관없는 검사까지 걸립니다. 검사의 이름도 물어야 합니다.",
            "Checks that have nothing to do with numbers are caught too. Ask for the name of the check as well.",
        )
    if found == [2, 5] and well:
        raise NotYet(
            "숫자가 모두 맞은 보고서에서도 무언가가 걸립니다. 통과한 검사는 빼야 합니다.",
            "Something is caught where all numbers are right. Leave out a check that passed.",
        )
    if not found:
        raise NotYet("틀린 숫자가 있는데 아무것도 걸리지 않습니다.", "There are wrong numbers, and none is caught.")
    if found != [2, 5]:
        raise NotYet(
            f"{found}이(가) 나왔습니다. 숫자가 틀린 슬라이드는 2쪽과 5쪽이었습니다.",
            f"It gives {found}, while the numbers are wrong on slides 2 and 5.",
        )


EXERCISES = (
    Exercise(
        "14-1",
        _without_alt,
        Words(
            "설명이 없는 그림만 찾았습니다. 화면을 소리로 듣는 사람에게는 이 글이 그림입니다.",
            "Only pictures without text are found. To those who listen to slides, that text is the picture.",
        ),
        (
            Words(
                "alt_text(shape)는 글이 없으면 빈 문자열을 돌려줍니다.",
                "alt_text(shape) is an empty string where there is none.",
            ),
            Words(
                "빈 문자열인지 묻는 가장 짧은 말은 not입니다.", "The shortest way to ask for an empty string is not."
            ),
        ),
        Words("발표 자료를 받아 번호를 돌려주는 함수를 넘겨주세요.", "Hand over a function from a deck to numbers."),
    ),
    Exercise(
        "14-2",
        _retitled,
        Words(
            "글만 바뀌고 언어와 모양은 그대로입니다.",
            "Only the words have changed; their language and form are as before.",
        ),
        (
            Words(
                "글은 개체, 글틀(text_frame), 문단(paragraphs), 런(runs) 순서로 안에 들어 있습니다.",
                "Words lie in a shape, in its text_frame, in its paragraphs, in their runs.",
            ),
            Words(
                "9절에서 카드의 숫자를 바꿀 때 어디까지 들어갔는지 보세요.",
                "See how far in step 9 went to change the number of a card.",
            ),
        ),
        Words(
            "place에는 글을 담는 개체가 와야 합니다. 아직 ...이거나 text를 바꿀 수 없는 것입니다.",
            "place has to be something that holds text. It is still the ..., or its text cannot be changed.",
        ),
    ),
    Exercise(
        "14-3",
        _slides_with_wrong_numbers,
        Words("가장 먼저 고칠 슬라이드를 코드로 골랐습니다.", "Your code picks the slides to mend first."),
        (
            Words(
                "결과마다 check(검사의 짧은 이름)와 ok(통과했는지)가 있습니다.",
                "Each finding has check (the short name) and ok (whether it passed).",
            ),
            Words("두 조건을 and로 이으세요.", "Join two conditions with and."),
        ),
        Words("보고서를 받아 번호를 돌려주는 함수를 넘겨주세요.", "Hand over a function from a report to numbers."),
    ),
)

QUIZ = (
    Question(
        "14-q1",
        Words(
            "답에 있는 sandbox:/mnt/data/deck.pptx 파일은 어떻게 내려받습니까?",
            "How do you download sandbox:/mnt/data/deck.pptx of an answer?",
        ),
        (
            Choice(
                Words("주소를 브라우저에 붙여 넣는다", "Paste the address into a browser"),
                Words(
                    "sandbox는 코드 인터프리터 안의 폴더를 가리킬 뿐, 밖에서는 주소가 아닙니다.",
                    "sandbox points into the code interpreter's folder. Outside it is no address.",
                ),
            ),
            Choice(
                Words(
                    "주석의 file_path.file_id로 files.content를 부른다",
                    "files.content with the annotation's file_path.file_id",
                ),
                Words(
                    "주석이 글 속의 링크와 파일 ID를 이어 줍니다.",
                    "The annotation joins the link in the text to the ID of the file.",
                ),
                right=True,
            ),
            Choice(
                Words("/mnt/data/deck.pptx를 open으로 연다", "open /mnt/data/deck.pptx"),
                Words(
                    "그 폴더는 코드 인터프리터에만 있습니다. 여러분의 컴퓨터에는 없습니다.",
                    "That folder exists for the code interpreter only, and not on your computer.",
                ),
            ),
        ),
    ),
    Question(
        "14-q2",
        Words("검사가 모두 초록이면 무엇을 믿어도 됩니까?", "All checks are green. What may you rely on?"),
        (
            Choice(
                Words("제안대로 하면 매출이 는다", "That sales grow if the proposal is followed"),
                Words(
                    "앞일과 원인은 데이터에 없습니다. 검사기도 그것은 판단하지 않습니다.",
                    "Neither the future nor the causes are in the data, and the checker judges neither.",
                ),
            ),
            Choice(
                Words("자료의 숫자가 데이터에서 나왔다", "That the numbers in the deck come from the data"),
                Words(
                    "숫자, 방향, 차트의 값을 데이터와 하나하나 맞추었습니다. 해석은 사람이 봅니다.",
                    "Numbers, directions and charts were held against the data. What they mean is for people to judge.",
                ),
                right=True,
            ),
            Choice(
                Words("데이터에 잘못이 없다", "That there is no mistake in the data"),
                Words(
                    "검사기는 데이터를 옳다고 여기고 견줍니다. 데이터가 틀리면 자료도 똑같이 틀립니다.",
                    "The checker takes the data as right. Where they are wrong, the deck is wrong in the same way.",
                ),
            ),
        ),
    ),
    Question(
        "14-q3",
        Words(
            "발표 자료의 그래프를 그림(PNG)이 아니라 차트 개체로 넣으면 무엇이 좋습니까?",
            "What is gained by a native chart in place of a picture (PNG) of one?",
        ),
        (
            Choice(
                Words("파일이 언제나 더 작다", "The file is always smaller"),
                Words(
                    "차트 안에는 통합 문서가 들어 있습니다. 크기가 이유는 아닙니다.",
                    "A chart holds a workbook. Its size is not the reason.",
                ),
            ),
            Choice(
                Words("코드 인터프리터 없이도 만들 수 있다", "It needs no code interpreter"),
                Words(
                    "차트 개체도 python-pptx 코드가 만듭니다. 그 코드는 코드 인터프리터에서 실행되었습니다.",
                    "python-pptx makes it too, and that ran in the code interpreter.",
                ),
            ),
            Choice(
                Words(
                    "값을 꺼내 데이터와 견주고, 나중에 고칠 수 있다",
                    "Its values can be compared with the data, and edited",
                ),
                Words(
                    "8절의 검사가 그래프의 값까지 맞춘 것도 그래서 가능했습니다.",
                    "That is how the checks of step 8 could compare even the values in the charts.",
                ),
                right=True,
            ),
        ),
    ),
)
