"""Notebook 12: pictures with DALL·E 3."""

from pathlib import Path
from typing import Any

from ..exercise import Choice, Exercise, NotYet, Question, Words

_SIZES = {"1024x1024", "1792x1024", "1024x1792"}
_NEWER_SIZES = {"1024x1024", "1536x1024", "1024x1536", "auto"}


def _is_tall(size: Any) -> None:
    if size not in _SIZES:
        raise NotYet(
            "DALL·E 3가 받지 않는 크기입니다. 4절의 세 가지 가운데 고르세요.",
            "DALL·E 3 does not take this size. Choose one of the three of section 4.",
        )
    width, height = map(int, size.split("x"))
    if width == height:
        raise NotYet("정사각형입니다. 세로가 더 길어야 합니다.", "That is a square. It has to be taller than wide.")
    if width > height:
        raise NotYet(
            "가로가 더 깁니다. 앞의 수가 가로입니다.", "That is wider than tall: the first number is the width."
        )


def _two_files(paths: Any) -> None:
    first, second = (Path(path) for path in paths)
    if not (first.is_file() and second.is_file()):
        raise NotYet(
            "파일이 없습니다. 받은 그림을 저장했나요?", "There is no file. Did you save the picture that you got?"
        )
    if first == second:
        raise NotYet(
            "두 그림이 같은 파일에 저장되었습니다. 번호를 이름에 썼나요?",
            "Both pictures went into one file. Is the number part of its name?",
        )
    if first.read_bytes() == second.read_bytes():
        raise NotYet("두 파일이 같습니다. 함수가 받은 prompt를 썼나요?", "Both files are alike. Is prompt used at all?")
    if not all(path.read_bytes().startswith(b"\x89PNG") for path in (first, second)):
        raise NotYet(
            "그림 파일이 아닙니다. 그림의 save를 쓰세요.", "These are no pictures. Use the picture's own save."
        )


def _fits_the_newer_model(wish: Any) -> None:
    if "response_format" in wish:
        raise NotYet(
            "새 모델은 언제나 b64_json으로 돌려줍니다. 그렇다면 청할 필요가 없는 것이 남아 있습니다.",
            "The newer model always answers b64_json, so something need not be asked for any more.",
        )
    if "style" in wish:
        raise NotYet("style은 없어졌습니다. 분위기는 말로 적습니다.", "style is gone: say the mood in words.")
    if wish.get("quality", "auto") not in ("low", "medium", "high", "auto"):
        raise NotYet(
            "quality의 값이 예전 것입니다. 8절의 표를 보세요.",
            "This quality is the old one. See the table of section 8.",
        )
    if wish.get("size", "auto") not in _NEWER_SIZES:
        raise NotYet(
            "긴 그림의 크기가 바뀌었습니다. 8절의 표를 보세요.",
            "The long sizes have changed. See the table of section 8.",
        )
    if not wish.get("prompt"):
        raise NotYet("무엇을 그릴지(prompt)는 남겨 두세요.", "Leave the prompt in: it says what to draw.")


EXERCISES = (
    Exercise(
        "12-1",
        _is_tall,
        Words(
            "세로가 더 깁니다. 표지의 한쪽을 채울 수 있습니다.",
            "It is taller than wide, and fills one side of a cover.",
        ),
        (
            Words("앞의 수가 가로, 뒤의 수가 세로입니다.", "The first number is the width, the second the height."),
            Words(
                "세 크기 가운데 뒤의 수가 더 큰 것은 하나뿐입니다.",
                "In only one of the three the second number is larger.",
            ),
        ),
        Words('"1024x1024" 같은 문자열이어야 합니다.', 'A string such as "1024x1024" is expected.'),
    ),
    Exercise(
        "12-2",
        _two_files,
        Words("받은 그림을 이름을 붙여 남겼습니다.", "You kept each picture under a name of its own."),
        (
            Words("paint(prompt)는 그림을 돌려줍니다.", "paint(prompt) gives you a picture."),
            Words(
                "그림의 save에 path를 넘기면 저장됩니다. 한 줄로 이어 쓸 수 있습니다.",
                "Hand path to the picture's save; both fit on one line.",
            ),
        ),
        Words("save_idea가 돌려준 두 경로를 넘겨주세요.", "Hand over the two paths that save_idea returns."),
    ),
    Exercise(
        "12-3",
        _fits_the_newer_model,
        Words(
            "DALL·E 3용 호출을 오늘의 이미지 모델이 받는 호출로 옮겼습니다.",
            "You moved a call for DALL·E 3 to one that today's picture models take.",
        ),
        (
            Words("8절의 표를 한 줄씩 따라가며 지우거나 바꾸세요.", "Go through the table of section 8, line by line."),
            Words("지울 것이 둘, 값을 바꿀 것이 둘입니다.", "Two things go, and two get another value."),
        ),
        Words("wish 사전(dict)을 넘겨주세요.", "Hand over the dict wish."),
    ),
)

QUIZ = (
    Question(
        "12-q1",
        Words(
            "images.generate가 준 url을 발표 자료에 링크로 넣었습니다. 내일은 어떻게 됩니까?",
            "You put the url of a picture into a deck. What happens tomorrow?",
        ),
        (
            Choice(
                Words("그림이 보이지 않는다", "The picture is gone"),
                Words(
                    "주소는 60분 뒤에 닫힙니다. 남길 그림은 내려받아 넣습니다.",
                    "The link lives for 60 minutes. Download what you want to keep.",
                ),
                right=True,
            ),
            Choice(
                Words("그대로 보인다", "It is still there"),
                Words("주소는 60분만 살아 있습니다.", "The link lives for 60 minutes only."),
            ),
            Choice(
                Words("다른 그림으로 바뀐다", "It has become another picture"),
                Words(
                    "주소 뒤의 그림은 바뀌지 않습니다. 사라질 뿐입니다.",
                    "What a link leads to does not change. It ends.",
                ),
            ),
        ),
    ),
    Question(
        "12-q2",
        Words("revised_prompt는 무엇에 쓸모가 있습니까?", "What is revised_prompt good for?"),
        (
            Choice(
                Words("그림의 크기를 알 수 있다", "It tells the size of the picture"),
                Words(
                    "크기는 size로 정하고 그림에서 읽습니다.", "You choose the size, and can read it off the picture."
                ),
            ),
            Choice(
                Words("내 말이 어떻게 읽혔는지 알 수 있다", "It tells how my words were read"),
                Words(
                    "그림이 기대와 다를 때 가장 먼저 읽어 볼 것입니다.",
                    "Read it first when a picture is not what you expected.",
                ),
                right=True,
            ),
            Choice(
                Words("다음 요청에 꼭 넣어야 한다", "The next request needs it"),
                Words(
                    "요청은 저마다 독립입니다. 다시 넣지 않아도 됩니다.",
                    "Each request stands alone; nothing has to be repeated.",
                ),
            ),
        ),
    ),
    Question(
        "12-q3",
        Words("DALL·E 3에게 그림 네 장을 받으려면 어떻게 합니까?", "How did you get four pictures from DALL·E 3?"),
        (
            Choice(
                Words("n=4", "n=4"),
                Words(
                    "n은 1만 받습니다. 실수해 보기에서 400 오류를 보았습니다.",
                    "n takes nothing but 1: you saw the error 400 above.",
                ),
            ),
            Choice(
                Words("size를 네 배로", "Four times the size"),
                Words(
                    "크기는 세 가지뿐이고, 그림은 여전히 한 장입니다.",
                    "There are three sizes only, and still one picture.",
                ),
            ),
            Choice(
                Words("네 번 부른다", "Four calls"),
                Words(
                    "요청 하나에 그림 하나입니다. 말을 조금씩 바꾸면 고르기도 좋습니다.",
                    "One request, one picture; vary the words a little, and you can choose.",
                ),
                right=True,
            ),
        ),
    ),
)
