"""Korean text in charts, whatever font family the code asks for."""

import functools
from typing import Any

_MOST_REMEMBERED = 1000
_GENERIC = ("font.family", "font.sans-serif", "font.serif", "font.monospace", "font.cursive", "font.fantasy")


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
    choose_family = properties.set_family

    @functools.wraps(choose_family)
    def set_family(self: Any, family: Any) -> None:
        choose_family(self, family)
        # Here, and not where families are asked for: that happens hundreds of times in a chart.
        chosen = self.get_family()
        if added := [one for one in fallbacks if one not in chosen]:
            choose_family(self, [*chosen, *added])

    properties.set_family = properties.set_name = set_family
    if hasattr(font_manager.FontManager, "_find_fonts_by_props"):
        _remember_fonts(font_manager.FontManager, matplotlib.rcParams)


def _remember_fonts(manager: Any, settings: Any) -> None:
    """Have the fonts of a text looked up once, and not for each of its families at each of a hundred measurings.

    That is an eighth of the time of a small chart.
    """
    look_up = manager._find_fonts_by_props
    known: dict[Any, list[Any]] = {}

    @functools.wraps(look_up)
    def find(self: Any, prop: Any, *args: Any, **kwargs: Any) -> list[Any]:
        asked = (hash(prop), args, *kwargs.items(), id(self), len(self.ttflist))
        key = (*asked, *(tuple(settings[name]) for name in _GENERIC))
        if key not in known:
            if len(known) >= _MOST_REMEMBERED:
                known.clear()
            known[key] = look_up(self, prop, *args, **kwargs)
        return list(known[key])

    manager._find_fonts_by_props = find
