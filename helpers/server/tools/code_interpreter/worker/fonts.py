"""Korean text in charts, whatever font family the code asks for."""

from typing import Any


def use_korean_font(font_manager: Any) -> None:
    """Make the bundled font matplotlib's default, and what it falls back to behind every other choice.

    Code that was written elsewhere asks for `Malgun Gothic`, `NanumGothic` or `AppleGothic`, or with a style goes back
    to DejaVu Sans; without this its Korean would come out as empty boxes, under a page of warnings.
    """
    import matplotlib

    from helpers.fonts import use_in_matplotlib

    use_in_matplotlib()
    fallbacks = tuple(matplotlib.rcParams["font.family"])
    properties = font_manager.FontProperties
    chosen_family = properties.get_family

    def get_family(self: Any) -> list[str]:
        chosen = chosen_family(self)
        return [*chosen, *(family for family in fallbacks if family not in chosen)]

    properties.get_family = get_family
