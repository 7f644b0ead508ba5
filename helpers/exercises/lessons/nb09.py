"""Notebook 09: file search."""

from types import SimpleNamespace
from typing import Any

from ..exercise import Choice, Exercise, NotYet, Question, Words

_KINDS = ("policy", "guide", "minutes", "prices")
_MOST_TOKENS = 200
# Two searches; the first passage of each comes from the same document.
_CITED = (
    ("【1:0†a.md】", "file-a"),
    ("【1:0†a.md】", "file-a"),
    ("【1:1†b.md】", "file-b"),
    ("【2:0†a.md】", "file-a"),
)


def _lets_in(given: Any) -> None:
    through = {kind for kind in _KINDS if _passes(given, kind)}
    if "minutes" in through:
        raise NotYet(
            "회의록이 아직 걸러지지 않습니다.",
            "The minutes still get through.",
        )
    lost = len(_KINDS) - 1 - len(through)
    if lost:
        raise NotYet(
            f"회의록은 빠졌지만, 나와야 할 문서의 종류도 {lost}개 빠졌습니다.",
            f"The minutes are kept out, but so {'is 1 kind' if lost == 1 else f'are {lost} kinds'} of document "
            "that should be found.",
        )


def _passes(given: Any, kind: str) -> bool:
    """Whether a file of this kind gets through a filter. NotYet for a filter that no search would take."""
    how = given["type"]
    if how in ("and", "or"):
        return (all if how == "and" else any)([_passes(one, kind) for one in given["filters"]])
    if how not in ("eq", "ne", "in", "nin"):
        raise NotYet(f"{how!r}(으)로는 이름을 비교할 수 없습니다.", f"Names are not compared by {how!r}.")
    if given["key"] != "kind":
        raise NotYet(
            f"파일에는 {given['key']!r}(이)라는 속성이 없습니다.", f"The files have no attribute {given['key']!r}."
        )
    value = given["value"]
    if isinstance(value, str) == (how in ("in", "nin")):
        raise NotYet(
            "eq와 ne는 값 하나와, in과 nin은 값의 목록과 비교합니다.",
            "eq and ne compare with one value, in and nin with a list of values.",
        )
    return (kind == value if how in ("eq", "ne") else kind in value) == (how in ("eq", "in"))


def _overlaps(strategy: Any) -> None:
    if strategy["type"] != "static":
        raise NotYet(
            "auto는 크기를 저장소에 맡깁니다. 크기를 정하려면 static이어야 합니다.",
            "auto leaves the size to the store. To choose it yourself you need static.",
        )
    sizes = strategy["static"]
    size, overlap = sizes["max_chunk_size_tokens"], sizes["chunk_overlap_tokens"]
    if overlap is ...:
        raise NotYet(
            "겹치는 토큰의 수가 아직 비어 있습니다.", "The number of tokens that overlap has not been filled in."
        )
    if size != _MOST_TOKENS:
        raise NotYet(
            f"조각의 크기는 {_MOST_TOKENS}토큰이어야 하는데 {size}토큰입니다.",
            f"A chunk is to have {_MOST_TOKENS} tokens, and here it has {size}.",
        )
    if overlap > size / 2:
        raise NotYet(
            f"{overlap}토큰은 너무 많아서 서버가 400 오류로 거절합니다.",
            f"{overlap} tokens are too many: the server would refuse them with error 400.",
        )
    if overlap < size / 2:
        raise NotYet(f"{overlap}토큰보다 더 겹칠 수 있습니다.", f"More than {overlap} tokens can overlap.")


def _numbers(numbered: Any) -> None:
    shown, sources = numbered(_answer())
    if "【" in shown:
        raise NotYet("글에 【】 표식이 남아 있습니다.", "Markers are left in the text: 【】.")
    if len(sources) != len(set(sources)):
        raise NotYet("같은 문서가 목록에 두 번 이상 들어 있습니다.", "The same document is in the list more than once.")
    if set(sources) != {"file-a", "file-b"}:
        raise NotYet("인용한 문서가 목록에서 빠졌습니다.", "A document that is cited is missing from the list.")
    wanted = " ".join(f"문장 [{sources.index(file_id) + 1}]" for _, file_id in _CITED)
    if shown != wanted:
        raise NotYet(
            "목록은 맞지만, 글 속의 번호가 문서의 순서와 맞지 않습니다.",
            "The list is right, but the numbers in the text do not fit the order of the documents.",
        )


def _answer() -> Any:
    notes = [
        SimpleNamespace(type="file_citation", text=text, file_citation=SimpleNamespace(file_id=file_id))
        for text, file_id in _CITED
    ]
    return SimpleNamespace(value=" ".join(f"문장 {text}" for text, _ in _CITED), annotations=notes)


EXERCISES = (
    Exercise(
        "09-1",
        _lets_in,
        Words(
            "회의록만 빠지고 나머지 문서는 모두 찾을 수 있습니다.",
            "The minutes are kept out, and all other documents can be found.",
        ),
        (
            Words(
                "7절의 거르개는 type, key, value 세 칸이었습니다.",
                "The filters of section 7 had three entries: type, key and value.",
            ),
            Words(
                "비교의 이름 가운데 '같지 않다(not equal)'를 찾으세요.",
                "Among the names of comparisons, look for 'not equal'.",
            ),
        ),
        Words(
            "type, key, value가 든 딕셔너리이거나 그것들을 묶은 것이어야 합니다.",
            "A dictionary with type, key and value is expected, or several of them joined.",
        ),
    ),
    Exercise(
        "09-2",
        _overlaps,
        Words(
            "겹침은 조각 크기의 절반까지 허락됩니다.",
            "Up to half of a chunk may overlap.",
        ),
        (
            Words(
                "8절의 오류 메시지 두 개 가운데 겹침을 말하는 쪽을 읽어 보세요.",
                "Section 8 shows two error messages. Read the one about the overlap.",
            ),
            Words("max_chunk_size_tokens의 절반을 계산하세요.", "Work out half of max_chunk_size_tokens."),
        ),
        Words(
            "static 안에 두 가지 크기가 적힌 chunking_strategy여야 합니다.",
            "A chunking_strategy with two sizes inside static is expected.",
        ),
    ),
    Exercise(
        "09-3",
        _numbers,
        Words(
            "문서마다 번호가 하나이고, 글과 목록의 번호가 맞습니다.",
            "Each document has one number, and text and list agree.",
        ),
        (
            Words(
                "목록에 더하기 전에, 이미 들어 있는지 물어볼 수 있습니다.",
                "Before you append to the list, you can ask whether it is there already.",
            ),
            Words("if source not in sources: 로 시작하세요.", "Begin with: if source not in sources:"),
        ),
        Words(
            "함수 numbered 자체를 넘겨주세요. 글과 목록, 두 가지를 돌려주어야 합니다.",
            "Hand over the function numbered itself. It returns two things, text and list.",
        ),
    ),
)

QUIZ = (
    Question(
        "09-q1",
        Words(
            "저장소의 status가 completed입니다. 무엇을 뜻합니까?",
            "A vector store's status is completed. What does that mean?",
        ),
        (
            Choice(
                Words("넣은 파일을 모두 읽었다", "All files in it have been read"),
                Words(
                    "실패한 파일이 있어도 completed가 됩니다. file_counts.failed를 보아야 합니다.",
                    "It is completed with failed files too. Look at file_counts.failed.",
                ),
            ),
            Choice(
                Words("넣는 일이 모두 끝났다", "Nothing is being added any more"),
                Words(
                    "끝난 것 가운데 몇 개가 실패했는지는 file_counts에 있습니다.",
                    "How many of them failed is in file_counts.",
                ),
                right=True,
            ),
            Choice(
                Words("어시스턴트에 연결되었다", "It is connected to an assistant"),
                Words(
                    "연결은 어시스턴트의 tool_resources에 적는 일이고, 저장소의 상태와는 관계가 없습니다.",
                    "That is written into the assistant's tool_resources, and has no part in the store's status.",
                ),
            ),
        ),
    ),
    Question(
        "09-q2",
        Words(
            "답에 【4:0†price_list.md】가 섞여 있습니다. 어떻게 다루는 것이 좋습니까?",
            "【4:0†price_list.md】 stands in an answer. What is best done with it?",
        ),
        (
            Choice(
                Words("정규식으로 지운다", "Remove it with a regular expression"),
                Words(
                    "글은 깨끗해지지만, 어느 문서에서 온 답인지도 사라집니다.",
                    "That leaves a clean text, and nobody knows any more which document it comes from.",
                ),
            ),
            Choice(
                Words("그대로 보여 준다", "Show it as it is"),
                Words(
                    "읽는 사람은 두 번호가 무엇인지 알 수 없습니다.",
                    "Those who read it cannot know what the two numbers mean.",
                ),
            ),
            Choice(
                Words("file_citation 주석으로 찾아 각주로 바꾼다", "Turn it into a footnote by its file_citation"),
                Words(
                    "주석의 file_id가 근거가 된 문서를 알려 줍니다.",
                    "The annotation's file_id tells which document it rests on.",
                ),
                right=True,
            ),
        ),
    ),
    Question(
        "09-q3",
        Words(
            "답이 틀렸습니다. 실행 단계를 보니 맞는 조각이 1등으로 뽑혀 있습니다. 무엇부터 고칩니까?",
            "An answer is wrong, and the run steps show the right passage in first place. What do you mend first?",
        ),
        (
            Choice(
                Words("조각의 크기", "The size of the chunks"),
                Words(
                    "크기는 찾는 일에 영향을 줍니다. 찾는 일은 이미 잘 되었습니다.",
                    "The size has to do with finding, and it was found.",
                ),
            ),
            Choice(
                Words("지침이나 모델", "The instructions, or the model"),
                Words(
                    "조각을 받고도 틀렸으니, 읽고 답하는 쪽의 문제입니다.",
                    "It had the passage and still went wrong: the trouble is in reading and answering.",
                ),
                right=True,
            ),
            Choice(
                Words("expires_after", "expires_after"),
                Words(
                    "만료된 저장소라면 실행이 실패하거나 조각이 아예 없었을 것입니다.",
                    "With an expired store the run would have failed, or there would be no passage at all.",
                ),
            ),
        ),
    ),
)
