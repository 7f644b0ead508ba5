"""Two things that are to be compared: two files, or two matters that the files speak of."""

import re

_KO = re.compile(
    r"(?P<a>[^,?]+?)(?:와|과|랑|이랑|하고|,)\s+(?P<b>[^,?]+?)(?:(?:의|은|는|이|가|에서)\s+(?P<aspect>[^?]+?))?(?:을|"
    r"를|이|가|은|는|의)?\s*"
    r"(?:서로\s*)?(?:비교|차이|다른 ?점|어떻게 다|뭐가 다|무엇이 다|공통점)"
)
_EN = re.compile(
    r"(?:compare|differences?(?: in (?P<aspect0>.+?))? between|in common between|how (?:do|does|is|are)) "
    r"(?P<a>.+?)(?:,| and| with| to| versus| vs\.?| differ from| different from) (?P<b>.+?)"
    r"(?:(?: in terms of| with regard to| regarding| concerning| differ(?: in)?) ?(?P<aspect>.+))?[?.!]*$",
    re.I,
)
_VERSUS = re.compile(r"(?P<a>.+?)\s+(?:vs\.?|versus)\s+(?P<b>.+?)[?.!]*$", re.I)
_ZH = re.compile(r"(?:比较)?(?P<a>.+?)(?:和|与|跟)(?P<b>.+?)(?:的(?P<aspect>.+?))?(?:有什么)?(?:区别|不同|比较|$)")
_NEITHER = re.compile(
    r"^(?:두|이|그|the two|both|these|those|两)\s?(?:문서|파일|자료|documents?|files?|个?文[件档])?$", re.I
)


def sides(text: str) -> tuple[str, str, str] | None:
    """(one, other, aspect) of a comparison, the aspect mostly empty; None where the two are not named."""
    for pattern in (_KO, _EN, _VERSUS, _ZH):
        match = pattern.search(text.strip())
        if not match:
            continue
        groups = match.groupdict()
        one, other = groups["a"].strip(), groups["b"].strip()
        aspect = (groups.get("aspect") or groups.get("aspect0") or "").strip(" ?.")
        if shared := re.match(r"(?:the )?(?P<aspect>.+?) (?:of|for|in) (?P<thing>.+)$", one, re.I):
            aspect, one = aspect or shared["aspect"], shared["thing"]
        if one and other and not _NEITHER.match(one):
            return one, other, aspect
    return None
