"""People, drawn without faces: standing, walking, or sitting with a book."""

import math
import random
from dataclasses import dataclass

from .canvas import Canvas, Point, smooth
from .colours import Colour, darker, hex_colours, lighter
from .palettes import HAIR, SKIN
from .scene import Scene

_TROUSERS = hex_colours("2C3A5E 4B4453 3B5249 5B4B49 27405A")


@dataclass(frozen=True)
class Looks:
    """One person's colours and cut of hair (0 short, 1 bob, 2 bun, 3 long)."""

    skin: Colour
    hair: Colour
    top: Colour
    legs: Colour
    cut: int
    skirt: bool


def looks(scene: Scene, name: str) -> Looks:
    """The looks of one of several people. Its last letter is a number: neighbours get different clothes and hair."""
    dice: random.Random = scene.dice(name)
    first = scene.dice("clothes").randrange(60)
    number = first + int(name[-1])
    cut = (number * 3 + first // 7) % 4
    return Looks(
        skin=scene.lit(dice.choice(SKIN)),
        hair=scene.lit(dice.choice(HAIR)),
        top=scene.lit(scene.accents[number % 6]),
        legs=scene.lit(_TROUSERS[number % len(_TROUSERS)]),
        cut=cut,
        skirt=cut > 1 and dice.random() < 0.75,
    )


def standing(
    canvas: Canvas, scene: Scene, name: str, x: float, foot: float, height: float, walk: float = 0.0, holds: str = ""
) -> None:
    """A person whose feet are at `foot`. `walk` is the stride (0 stands); `holds`: "book", "flowers" or nothing."""
    who, h = looks(scene, name), height
    hip, shoulder = foot - h * 0.48, foot - h * 0.815
    canvas.ellipse(x + h * 0.05, foot, h * 0.17, h * 0.022, darker(scene.palette.hills[-1], 0.5), 0.35)
    for side in (-1, 1):
        step = side * (0.045 + walk * 0.11) * h
        knee = (x + side * h * 0.045 + walk * h * 0.035, foot - h * 0.25)
        end = (x + step, foot - h * 0.02 - (h * 0.02 if walk and side < 0 else 0))
        canvas.stroke(
            [(x + side * h * 0.038, hip), knee, end], h * 0.068, who.legs if side > 0 else darker(who.legs, 0.15)
        )
        canvas.box(
            end[0] - h * 0.035,
            end[1] - h * 0.012,
            end[0] + h * 0.055,
            end[1] + h * 0.022,
            darker(who.legs, 0.5),
            round_=h * 0.02,
        )
    if who.cut == 3:
        _back_hair(canvas, who, x, shoulder, h)
    arm = h * 0.046
    hands: list[Point] = []
    for side in (-1, 1):
        swing = -side * walk * h * 0.10
        root = (x + side * h * 0.086, shoulder + h * 0.03)
        elbow = (x + side * h * 0.122 + swing * 0.4, shoulder + h * 0.175)
        hand = (x + side * h * 0.122 + swing, shoulder + h * 0.32)
        if holds:
            elbow, hand = (
                (x + side * h * 0.125, shoulder + h * 0.18),
                (x + side * h * 0.05 + h * 0.06, shoulder + h * 0.19),
            )
        hands.append(hand)
        if side < 0 or not holds:
            canvas.ellipse(*hand, arm * 0.56, arm * 0.62, who.skin)
            sleeve = (hand[0] + (elbow[0] - hand[0]) * 0.12, hand[1] + (elbow[1] - hand[1]) * 0.12)
            canvas.stroke(smooth([root, elbow, sleeve], 4), arm, darker(who.top, 0.16))
    _neck(canvas, who, x, shoulder, h)
    if who.skirt:
        torso = [(-0.078, 0.0), (-0.058, 0.20), (-0.135, 0.50), (0.135, 0.50), (0.058, 0.20), (0.078, 0.0)]
    else:
        torso = [(-0.088, 0.0), (-0.074, 0.20), (-0.082, 0.365), (0.082, 0.365), (0.074, 0.20), (0.088, 0.0)]
    body = [(x + px * h, shoulder + h * 0.03 + py * h) for px, py in torso]
    canvas.box(x - h * 0.099, shoulder - h * 0.014, x + h * 0.099, shoulder + h * 0.09, who.top, round_=h * 0.042)
    canvas.faded_polygon(body, (who.top, darker(who.top, 0.14)))
    canvas.polygon(
        [(x - h * 0.036, shoulder - h * 0.016), (x + h * 0.036, shoulder - h * 0.016), (x, shoulder + h * 0.05)],
        who.skin,
    )
    if not who.skirt:
        canvas.box(x - h * 0.082, shoulder + h * 0.375, x + h * 0.082, shoulder + h * 0.397, darker(who.top, 0.3))
    _head(canvas, who, x, shoulder, h)
    if holds:
        hand = hands[1]
        _held(canvas, scene, holds, hand, h)
        canvas.ellipse(*hand, arm * 0.6, arm * 0.6, who.skin)
        bend = [
            (x + h * 0.086, shoulder + h * 0.03),
            (x + h * 0.125, shoulder + h * 0.18),
            (hand[0] + h * 0.012, hand[1]),
        ]
        canvas.stroke(smooth(bend, 4), arm, darker(who.top, 0.1))


def sitting(canvas: Canvas, scene: Scene, name: str, x: float, seat: float, height: float, facing: int = 1) -> None:
    """A person seen from the side who sits at the height `seat` and reads; `facing` 1 looks right, -1 left."""
    who, h, f = looks(scene, name), height, facing
    shoulder = seat - h * 0.34
    if who.cut == 3:
        _back_hair(canvas, who, x - f * h * 0.02, shoulder, h)
    for shade, dx in ((0.18, 0.03), (0.0, 0.0)):
        knee = (x + f * h * (0.25 + dx), seat - h * 0.015)
        foot = (x + f * h * (0.27 + dx * 2.5), seat + h * 0.24)
        canvas.stroke([(x, seat - h * 0.02), knee, foot], h * 0.078, darker(who.legs, shade))
        canvas.box(
            foot[0] - h * 0.03,
            foot[1] - h * 0.015,
            foot[0] + h * 0.055,
            foot[1] + h * 0.028,
            darker(who.legs, 0.5),
            round_=h * 0.02,
        )
    torso = smooth(
        [
            (x - h * 0.10, seat + h * 0.02),
            (x - h * 0.115, seat - h * 0.18),
            (x - f * h * 0.01 - h * 0.085, shoulder),
            (x - f * h * 0.01 + h * 0.085, shoulder),
            (x + h * 0.10, seat - h * 0.18),
            (x + h * 0.10, seat + h * 0.02),
        ],
        6,
    )
    _neck(canvas, who, x + f * h * 0.012, shoulder, h)
    canvas.faded_polygon(torso, (lighter(who.top, 0.06), darker(who.top, 0.12)))
    _head(canvas, who, x + f * h * 0.02, shoulder - h * 0.005, h)
    hand = (x + f * h * 0.20, seat - h * 0.17)
    book_(
        canvas,
        hand[0] + f * h * 0.05,
        hand[1],
        h * 0.105,
        scene.lit(scene.accents[0]),
        scene.lit(hex_colours("FBF6EA")[0]),
    )
    canvas.stroke(
        [(x, shoulder + h * 0.05), (x + f * h * 0.05, seat - h * 0.13), hand], h * 0.055, darker(who.top, 0.16)
    )
    canvas.ellipse(*hand, h * 0.03, h * 0.03, who.skin)


def _head(canvas: Canvas, who: Looks, x: float, shoulder: float, h: float) -> None:
    r = h * 0.063
    y = shoulder - h * 0.098
    if who.cut == 1:
        canvas.box(x - r * 1.18, y - r * 0.7, x + r * 1.18, y + r * 1.05, who.hair, round_=r * 0.7)
    if who.cut == 2:
        canvas.ellipse(x, y - r * 1.25, r * 0.52, r * 0.5, who.hair)
    canvas.ellipse(x, y, r, r * 1.1, who.skin)
    canvas.slice(x, y - r * 0.10, r * 1.10, r * 1.12, 172, 368, who.hair)
    fringe = smooth(
        [
            (x - r * 1.05, y - r * 0.18),
            (x - r * 0.2, y - r * 0.30),
            (x + r * 0.5, y - r * 0.52),
            (x + r * 1.05, y - r * 0.10),
            (x + r * 0.9, y - r * 0.75),
            (x, y - r * 1.15),
            (x - r * 0.9, y - r * 0.75),
        ],
        5,
    )
    canvas.polygon(fringe, who.hair)


def _neck(canvas: Canvas, who: Looks, x: float, shoulder: float, h: float) -> None:
    canvas.stroke([(x, shoulder + h * 0.012), (x, shoulder - h * 0.06)], h * 0.046, darker(who.skin, 0.14))


def _back_hair(canvas: Canvas, who: Looks, x: float, shoulder: float, h: float) -> None:
    canvas.box(x - h * 0.078, shoulder - h * 0.15, x + h * 0.078, shoulder + h * 0.10, who.hair, round_=h * 0.05)


def _held(canvas: Canvas, scene: Scene, what: str, hand: Point, h: float) -> None:
    x, y = hand
    if what == "book":
        book_(
            canvas,
            x + h * 0.02,
            y - h * 0.01,
            h * 0.10,
            scene.lit(scene.accents[0]),
            scene.lit(hex_colours("FBF6EA")[0]),
        )
        return
    green = scene.lit(hex_colours("3F8F63")[0])
    for k in range(5):
        angle = math.radians(-130 + 20 * k)
        tip = (x + math.cos(angle) * h * 0.13, y + math.sin(angle) * h * 0.13)
        canvas.stroke([hand, tip], h * 0.012, green)
        canvas.ellipse(*tip, h * 0.034, h * 0.032, scene.lit(scene.accents[k % 5]))
        canvas.ellipse(*tip, h * 0.012, h * 0.012, scene.lit(scene.accents[5]))


def book_(canvas: Canvas, x: float, y: float, size: float, cover: Colour, page: Colour) -> None:
    """An open book held up, from a little above."""
    for side in (-1, 1):
        canvas.polygon(
            [
                (x, y + size * 0.34),
                (x + side * size * 1.04, y + size * 0.14),
                (x + side * size * 1.0, y - size * 0.62),
                (x, y - size * 0.40),
            ],
            cover,
        )
        canvas.polygon(
            [
                (x, y + size * 0.24),
                (x + side * size * 0.94, y + size * 0.06),
                (x + side * size * 0.92, y - size * 0.62),
                (x, y - size * 0.42),
            ],
            page if side < 0 else darker(page, 0.07),
        )


def group(canvas: Canvas, scene: Scene, x: float, foot: float, height: float, spread: float) -> None:
    """The scene's people near each other, the outer ones a step behind; one or two readers sit on a bench."""
    if "reading" in scene.has and scene.crowd < 3:
        _bench(canvas, scene, x, foot - height * 0.25, height)
        for number in range(scene.crowd):
            side = 1 if scene.crowd == 1 else 1 - 2 * number
            sitting(
                canvas,
                scene,
                f"person{number}",
                x - side * spread * 0.9 * (scene.crowd - 1),
                foot - height * 0.27,
                height,
                side,
            )
        return
    holds = ("", "book" if scene.has & {"books", "reading"} else "", "flowers" if "flowers" in scene.has else "", "")
    places = {1: ((1, 0.0),), 2: ((1, -0.5), (2, 0.5)), 4: ((0, -1.35), (3, 1.4), (1, -0.42), (2, 0.5))}[scene.crowd]
    for number, dx in places:
        back = number in (0, 3)
        size = height * (0.93, 1.0, 0.96, 0.9)[number]
        step = foot - (height * 0.05 if back else 0)
        standing(canvas, scene, f"person{number}", x + dx * spread, step, size, 0.55 if back else 0.0, holds[number])


def _bench(canvas: Canvas, scene: Scene, x: float, seat: float, h: float) -> None:
    wood = scene.lit(hex_colours("9C6B46")[0])
    for side in (-1, 1):
        canvas.box(
            x + side * h * 0.46 - h * 0.02,
            seat - h * 0.2,
            x + side * h * 0.46 + h * 0.02,
            seat + h * 0.25,
            darker(wood, 0.5),
        )
    for up in (0.08, 0.17):
        canvas.box(
            x - h * 0.55, seat - h * (up + 0.06), x + h * 0.55, seat - h * up, darker(wood, 0.12), round_=h * 0.01
        )
    canvas.box(x - h * 0.58, seat, x + h * 0.58, seat + h * 0.045, wood, round_=h * 0.012)
