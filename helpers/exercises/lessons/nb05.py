"""Notebook 05: add messages."""

from typing import Any

from ..exercise import Choice, Exercise, NotYet, Question, Words


def _text_and_picture(parts: Any) -> None:
    kinds = [part.get("type") if isinstance(part, dict) else None for part in parts]
    if "image_url" in kinds:
        raise NotYet(
            "링크가 아니라 올려 둔 파일의 ID를 쓰는 조각으로 실어 보세요.",
            "Use the part that takes the ID of an uploaded file, not a link.",
        )
    if kinds.count("image_file") != 1 or kinds[0] != "text" or len(kinds) != 2:
        raise NotYet(
            "조각 두 개, 곧 글 하나와 올린 그림 하나가 차례로 있어야 합니다.",
            "There should be two parts: a text, then an uploaded picture.",
        )
    picture = parts[1].get("image_file")
    if not isinstance(picture, dict) or not str(picture.get("file_id", "")).startswith("file-"):
        raise NotYet(
            "그림 조각 안에 파일의 ID가 없습니다. 파일 객체가 아니라 그 id를 적어야 합니다.",
            "The picture part holds no file ID. It takes the id of the file, not the file object.",
        )


def _all_pages(collected: Any) -> None:
    collected = list(collected)
    different = len(set(collected))
    if len(collected) > different:
        raise NotYet(
            f"{len(collected)}개를 모았지만 서로 다른 것은 {different}개입니다. 다음 쪽이 어디에서 시작해야 할까요?",
            f"{len(collected)} were collected, {different} of them different. Where must the next page begin?",
        )
    if len(collected) < 25:
        raise NotYet(
            f"{len(collected)}개만 모았습니다. 건너뛴 메모가 있습니다.",
            f"Only {len(collected)} were collected. Some notes were skipped.",
        )
    numbers = [int("".join(filter(str.isdigit, text))) for text in collected]
    if numbers != list(range(1, 26)):
        raise NotYet("25개를 모았지만 순서가 다릅니다.", "There are 25, but in another order.")


EXERCISES = (
    Exercise(
        "05-1",
        _text_and_picture,
        Words("글과 그림이 한 메시지에 실립니다.", "Words and picture travel in one message."),
        (
            Words(
                "3절의 마지막 코드에서 그림 조각의 모양을 보세요.",
                "Section 3's last cell shows what a picture part looks like.",
            ),
            Words(
                "조각의 type은 image_file이고, 안에 file_id가 들어갑니다.",
                "Its type is image_file, and inside is a file_id.",
            ),
        ),
        Words("parts 목록을 넘겨주세요.", "Hand over the list parts."),
    ),
    Exercise(
        "05-2",
        _all_pages,
        Words("25개를 겹치거나 빠뜨리지 않고 모았습니다.", "You collected all 25, none twice and none missing."),
        (
            Words("after는 '이 ID 다음부터'라는 뜻입니다.", "after means: from behind this ID on."),
            Words(
                "한 쪽의 첫 메모가 아니라 마지막 메모의 ID가 필요합니다.",
                "It takes the ID of a page's last note, not of its first.",
            ),
        ),
        Words("collected 목록을 넘겨주세요.", "Hand over the list collected."),
    ),
)

QUIZ = (
    Question(
        "05-q1",
        Words(
            "messages.create를 불렀더니 status가 completed입니다. 무슨 뜻입니까?",
            "messages.create returns the status completed. What does it mean?",
        ),
        (
            Choice(
                Words("답이 왔다", "The answer is there"),
                Words(
                    "답은 실행을 만들어야 옵니다. 1초를 기다려도 오지 않았습니다.",
                    "Answers take a run. After a second of waiting there was none.",
                ),
            ),
            Choice(
                Words("메시지를 다 적었다", "The message is written"),
                Words(
                    "적는 것과 답하게 하는 것은 서로 다른 일입니다.",
                    "To write, and to have it answered, are two things.",
                ),
                right=True,
            ),
            Choice(
                Words("스레드가 끝났다", "The thread is finished"),
                Words(
                    "스레드에는 끝이라는 상태가 없습니다. 언제든 이어 적습니다.",
                    "Threads have no end: you can always go on.",
                ),
            ),
        ),
    ),
    Question(
        "05-q2",
        Words(
            "messages.list(...).data에 메시지가 20개뿐입니다. 왜입니까?",
            "messages.list(...).data holds only 20 messages. Why?",
        ),
        (
            Choice(
                Words("한 쪽만 읽었다", "Only one page was read"),
                Words(
                    ".data 없이 for로 돌면 SDK가 다음 쪽을 이어서 가져옵니다.",
                    "Loop over the list itself, without .data, and the SDK fetches the next pages.",
                ),
                right=True,
            ),
            Choice(
                Words("스레드에는 20개까지만 적을 수 있다", "A thread takes 20 messages at most"),
                Words("10만 개까지 적을 수 있습니다.", "It takes up to 100,000."),
            ),
            Choice(
                Words("오래된 것은 지워졌다", "Older ones were deleted"),
                Words("지워지지 않았습니다. 다음 쪽에 있습니다.", "They are still there, on the next page."),
            ),
        ),
    ),
    Question(
        "05-q3",
        Words(
            "CSV 파일을 어시스턴트가 코드로 분석하게 하려면 어디에 싣습니까?",
            "A CSV file is to be analysed with code. Where does it go?",
        ),
        (
            Choice(
                Words("content의 image_file 조각", "An image_file part of content"),
                Words("그것은 모델이 볼 그림의 자리입니다.", "That is the place of pictures for the model to look at."),
            ),
            Choice(
                Words("file_ids 인수", "The argument file_ids"),
                Words("v1의 인수입니다. v2에서 없어졌습니다.", "That was v1; it is gone since v2."),
            ),
            Choice(
                Words("attachments에 도구와 함께", "attachments, together with the tool"),
                Words(
                    "첨부한 파일은 스레드의 tool_resources에도 등록됩니다.",
                    "The file is noted in the thread's tool_resources too.",
                ),
                right=True,
            ),
        ),
    ),
)
