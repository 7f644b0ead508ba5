"""Puts a scene together, from the farthest thing to the nearest."""

from . import land, objects, people, plants, rooms, sky, town
from .abstract import abstract
from .canvas import Canvas
from .scene import Scene


def compose(canvas: Canvas, scene: Scene) -> None:
    """Paint the whole scene."""
    if scene.ground == "abstract":
        abstract(canvas, scene)
        return
    if scene.room:
        _view(canvas, scene, canvas.height * 0.60)
        if scene.room == "office":
            rooms.office(canvas, scene, growth="growth" in scene.has)
        else:
            rooms.library(canvas, scene)
        return
    horizon = canvas.height * (0.56 if canvas.width > canvas.height else 0.58)
    _view(canvas, scene, horizon)
    if scene.ground == "sea":
        _by_the_sea(canvas, scene, horizon)
    else:
        _on_land(canvas, scene, horizon)
    _weather(canvas, scene)


def _weather(canvas: Canvas, scene: Scene) -> None:
    if "rain" in scene.has:
        sky.rain(canvas, scene)
    if "snow" in scene.has and scene.season == "winter":
        sky.snowfall(canvas, scene)


def _view(canvas: Canvas, scene: Scene, horizon: float) -> None:
    """Everything that is far away."""
    sky.sky(canvas, scene, horizon)
    sky.clouds(canvas, scene, horizon)
    if "network" in scene.has:
        sky.network(canvas, scene, horizon)
    backdrop = scene.ground == "hills" and scene.dice("backdrop").random() < 0.6
    if "mountain" in scene.has or (backdrop and not (scene.has | scene.without) & {"city", "mountain"}):
        land.mountains(canvas, scene, horizon)
    if "city" in scene.has or scene.room == "office":
        town.skyline(canvas, scene, horizon + canvas.stage * (0.0 if scene.ground == "sea" else 0.06))
    if scene.room:
        if scene.ground == "sea":
            land.sea(canvas, scene, horizon)
        else:
            lines = land.hills(canvas, scene, horizon)
            if not scene.without & {"tree", "forest"}:
                plants.woods(canvas, scene, lines)
        _weather(canvas, scene)
    if "balloon" in scene.has:
        sky.balloons(canvas, scene, horizon)
    fair = not scene.dark and scene.season != "winter" and not scene.has & {"rain", "city"}
    if "birds" in scene.has or (fair and "birds" not in scene.without):
        sky.birds(canvas, scene, horizon)


def _by_the_sea(canvas: Canvas, scene: Scene, horizon: float) -> None:
    s, m = canvas.stage, canvas.middle
    land.sea(canvas, scene, horizon)
    if "city" in scene.has and scene.time in ("night", "sunset"):
        town.reflections(canvas, scene, horizon)
    deep = canvas.height - horizon
    if "boat" in scene.has or not scene.has & {"city", "shop", "growth"}:
        town.boat(canvas, scene, m - s * 0.24, horizon + deep * 0.28, s * 0.15)
        town.boat(canvas, scene, m + s * 0.30, horizon + deep * 0.12, s * 0.06)
    line = land.shore(canvas, scene, canvas.height - deep * (0.30 if scene.has & _STANDING else 0.10))
    _undergrowth(canvas, scene, line)
    _things(canvas, scene, [line, line, line, line], canvas.height - deep * 0.30)


def _on_land(canvas: Canvas, scene: Scene, horizon: float) -> None:
    lines = land.hills(canvas, scene, horizon)
    if "river" in scene.has:
        land.river(canvas, scene, horizon)
        if "boat" in scene.has:
            town.boat(
                canvas,
                scene,
                canvas.middle - canvas.stage * 0.2,
                horizon + (canvas.height - horizon) * 0.40,
                canvas.stage * 0.12,
            )
    if not scene.without & {"tree", "forest"}:
        plants.woods(canvas, scene, lines)
    _undergrowth(canvas, scene, lines[3])
    if "path" in scene.has:
        land.path(canvas, scene, horizon, lines)
    _things(canvas, scene, lines, lines[3](canvas.middle))


def _undergrowth(canvas: Canvas, scene: Scene, line: land.Ridge) -> None:
    plants.grass(canvas, scene, line)
    if "flowers" in scene.has:
        plants.meadow(canvas, scene, line)


_STANDING = frozenset({"shop", "house", "growth", "people", "books", "tree", "forest", "hills", "flowers", "path"})


def _things(canvas: Canvas, scene: Scene, lines: list[land.Ridge], front: float) -> None:
    """What stands on the ground. The large things share the width: the middle of the picture outlasts any cropping."""
    s, m, has = canvas.stage, canvas.middle, scene.has
    tall = canvas.height > canvas.width * 1.2
    # How far from the middle the two things stand that share it: a crop to three quarters of the height keeps both.
    aside = 0.20
    shop, chart = "shop" in has, "growth" in has
    middle_line, ground = lines[2], canvas.height - front
    if "house" in has:
        for number, (dx, size) in enumerate(((-0.42, 0.10),) if shop else ((0.30, 0.16), (0.12, 0.11), (-0.38, 0.12))):
            x = m + dx * scene.hand * s
            town.house(canvas, scene, f"house{number}", x, middle_line(x) + s * 0.025, s * size, 0.08)
    plants.great_trees(canvas, scene, lines[3])
    if shop:
        dx = -aside if has & {"growth", "path", "people"} else -0.10
        town.shop(canvas, scene, m + dx * scene.hand * s, front + s * 0.055, s * (0.33 if chart else 0.40))
    if chart:
        dx = aside if has & {"shop", "books", "people", "path", "tree"} else 0.0
        objects.chart(canvas, scene, m + dx * scene.hand * s, front + s * 0.045, s * 0.32)
    stack = "books" in has and not shop and not ("reading" in has and scene.crowd < 3)
    if stack:
        dx = -aside if chart or has & {"people", "path"} else 0.16 if "tree" in has else 0.0
        objects.books(canvas, scene, m + dx * scene.hand * s, front + ground * 0.42, s * 0.30)
    if has & {"people", "reading"}:
        # Beside one other thing, or in front of two.
        other = shop or stack
        crowded = other or chart
        dx = 0.0 if other == chart else aside if other else -aside
        people.group(
            canvas,
            scene,
            m + dx * scene.hand * s,
            front + ground * (0.35 if tall else 0.50),
            s * (0.25 if crowded else 0.30),
            s * (0.075 if crowded else 0.105),
        )
    if "flowers" in has:
        plants.flowers(canvas, scene)
    if scene.season == "autumn" and not scene.without & {"tree", "forest"}:
        plants.falling_leaves(canvas, scene)
