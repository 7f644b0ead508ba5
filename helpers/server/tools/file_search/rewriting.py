"""A question as a search query: without the words around it that say only that somebody asks, and how politely.

The question itself stays whole. To leave only its content words finds less: on the tuning half of the labelled set the
right passage then came later, as the vectors are those of sentences.
"""

import re

_LONGEST = 1000  # characters: over more the patterns below would take seconds, and nobody frames a page with politeness
_ASKING = "tell|show|give|explain|describe|find|teach|help"
_GREETING = re.compile(
    r"(?:(?:hi|hello|hey|dear \w+|excuse me|sorry|please|kindly)\b|(?:so|well|ok|okay)(?=[,.!:;])"
    r"|안녕하세요|안녕|저기요?\b|혹시|실례지만|죄송하지만)[\s,.!~:;]*",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"""(?:
    (?:can|could|would|will)\ you(?:\ please|\ kindly)?\ (?:{_ASKING}|look\ up)\b(?:\ (?:to\ )?(?:me|us)\b)?
    | (?:{_ASKING})\ (?:to\ )?(?:me|us)\b
    | (?:i|we)(?:'d|\ would)\ like\ to\ (?:know|ask|find\ out|understand)\b
    | (?:i|we)\ (?:want|need|wish)\ to\ (?:know|ask|find\ out|understand)\b
    | (?:i'm|i\ am|we're|we\ are|i\ was)\ (?:just\ )?wondering\b
    | (?:do|would)\ you\ (?:happen\ to\ )?know\b
    )(?:\ (?:to\ )?(?:understand|know|find\ out)\b)?[\s,:]*(?:(?:about|if|whether)\s+)?""",
    re.IGNORECASE | re.VERBOSE,
)
_AFTER = re.compile(
    r"""(?:
    [\s,]+(?:please|thanks|thank\ you(?:\ very\ much)?|thx)
    | (?:을|를|이|가|은|는|에)?\s*(?:대해서?|대하여|관해서?|관하여)?\s*(?:좀|꼭)?\s*
      (?:알려|말해|설명해|가르쳐|찾아|보여|답해)\s*
      (?:줘요?|주세요|주실래요|주시겠어요|주십시오|주시길|주실\ 수\ 있나요|줄래요?|줄\ 수\ 있어요?|달라고)
    | (?:을|를|이|가|은|는|에)?\s*(?:대해서?|대하여|관해서?|관하여)?\s*
      (?:궁금(?:해요?|합니다|한데요?)|알고\ 싶(?:어요?|습니다|은데요?))
    | [\s,]+(?:부탁(?:해요?|드려요|드립니다|합니다)|감사합니다|고맙습니다|고마워요?)
    )[\s.!?~…。！？]*$""",
    re.IGNORECASE | re.VERBOSE,
)


def rewrite(question: str) -> str:
    """The question without its frame, on one line; with it where nothing else would be left, or where the question is
    as long as a page."""
    asked = " ".join(question.split())
    while len(asked) <= _LONGEST:
        shorter = asked
        for frame in (_GREETING, _BEFORE):
            if found := frame.match(shorter):
                shorter = shorter[found.end() :]
        shorter = _AFTER.sub("", shorter).strip()
        if shorter == asked or not re.search(r"\w", shorter):
            break
        asked = shorter
    return asked
