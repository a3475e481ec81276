"""The four sketches of the example workshop."""

from collections.abc import Callable
from itertools import pairwise

from scripts.lettering import Point
from scripts.pen import AMBER, INK, RED, WATER, Pen

EASE = [(0.12, 0.02), (0.3, 0.2), (0.5, 0.5), (0.7, 0.8), (0.88, 0.98), (1, 1)]
BARREL = [(240, 92), (262, 160), (284, 228), (304, 296), (322, 364), (330, 432)]
"""The left side of the funnel, at the lines between its layers."""
MIDDLE = 360


def persona() -> Pen:
    """Greet, who has been a friend of the theatre for years."""
    pen = Pen("greet")
    pen.write(36, 52, "Greet, 67", 3.6, WATER)
    pen.write(300, 50, "vriend sinds 2011", 2.4)
    _face(pen)
    _sayings(pen)
    pen.arrow([(236, 190), (266, 170), (296, 152)], AMBER)
    pen.write(36, 444, "belt liever dan dat zij mailt", 2.2)
    pen.stroke([(34, 456), (120, 459), (250, 454), (382, 458)], AMBER)
    return pen


def _face(pen: Pen) -> None:
    pen.loop(150, 210, 74, 92)
    pen.stroke([(78, 196), (84, 140), (116, 104), (156, 98), (200, 112), (220, 150), (223, 198)], width=5)
    pen.stroke([(92, 168), (112, 132), (150, 122), (190, 134), (210, 170)], width=4)
    for x in (120, 178):
        pen.loop(x, 200, 22, 19, WATER)
        pen.loop(x, 201, 4, 4)
    pen.stroke([(142, 199), (149, 194), (157, 199)], WATER)
    pen.stroke([(148, 214), (142, 238), (154, 240)])
    pen.stroke([(118, 262), (134, 276), (160, 278), (182, 262)], RED, 4)
    pen.stroke([(118, 302), (112, 330), (66, 350), (44, 400)])
    pen.stroke([(182, 302), (190, 330), (236, 350), (258, 400)])
    pen.stroke([(112, 330), (136, 350), (166, 350), (190, 330)], AMBER, 5)


def _sayings(pen: Pen) -> None:
    pen.stroke([(304, 84), (300, 180), (306, 260), (480, 264), (690, 258), (694, 170), (688, 82), (500, 80), (304, 84)])
    lines = ["komt 9 keer per jaar", "altijd met haar zus", "leest de brief, niet de mail", "gaf vorig jaar 150 euro"]
    for row, text in enumerate(lines):
        pen.stroke([(322, 112 + row * 40), (330, 111 + row * 40)], AMBER, 6, shake=0.6)
        pen.write(344, 118 + row * 40, text, 2.2)
    pen.write(304, 310, "wil: gekend worden", 2.6, WATER)
    pen.write(304, 354, "wil niet: weer een wachtwoord", 2.6, RED)
    pen.write(304, 398, "kent ons via: de bibliotheek", 2.2)


MOMENTS: list[tuple[int, int, str, str]] = [
    (84, 216, "affiche op", "de markt"),
    (176, 168, "vriendin", "wil mee"),
    (268, 268, "account", "maken"),
    (360, 336, "verkeerde", "deur"),
    (456, 148, "het licht", "gaat uit"),
    (552, 120, "soep in", "de foyer"),
    (648, 322, "zes weken", "niets"),
]
"""Where a moment lies, the higher the happier, and its two lines of text."""


def journey() -> Pen:
    """The first visit of somebody new, with its ups and downs."""
    pen = Pen("noor")
    pen.write(32, 46, "Noor, 34: het eerste bezoek", 3.2, WATER)
    pen.line((44, 238), (700, 238), "#A9B7AE", 2)
    _mood(pen, 26, 120, happy=True)
    _mood(pen, 26, 340, happy=False)
    pen.stroke(_ups_and_downs(), WATER, 4)
    for moment in MOMENTS:
        _moment(pen, moment)
    pen.loop(360, 336, 30, 26, RED)
    pen.arrow([(470, 300), (430, 312), (398, 328)], RED)
    pen.write(478, 290, "hier iemand", 2, RED)
    pen.write(478, 314, "neerzetten", 2, RED)
    pen.write(552, 96, "blijft hangen", 2, AMBER, middle=True)
    return pen


def _ups_and_downs() -> list[Point]:
    """A line through all moments: level at each of them, steep between."""
    line: list[Point] = [MOMENTS[0][:2]]
    for (x0, y0, *_), (x1, y1, *_) in pairwise(MOMENTS):
        line += [(x0 + (x1 - x0) * part, y0 + (y1 - y0) * rise) for part, rise in EASE]
    return line


def _moment(pen: Pen, moment: tuple[int, int, str, str]) -> None:
    x, y, first, second = moment
    pen.loop(x, y, 8, 8, RED if y > 238 else WATER, 5)
    pen.line((x, 392), (x, 402), INK, 2)
    pen.write(x, 426, first, 1.9, middle=True)
    pen.write(x, 452, second, 1.9, middle=True)


def _mood(pen: Pen, x: float, y: float, happy: bool) -> None:
    pen.loop(x, y, 17, 17)
    for eye in (x - 6, x + 6):
        pen.stroke([(eye, y - 6), (eye, y - 3)], shake=0.3)
    bend = 9 if happy else 2
    pen.stroke([(x - 8, y + 11 - bend), (x, y + 2 + bend), (x + 8, y + 11 - bend)], shake=0.5)


LAYERS: list[tuple[str, str, str]] = [
    ("130.000", "woont in de buurt", "mogelijk"),
    ("40.000", "kent ons", "geïnteresseerd"),
    ("16.000", "kocht een kaartje", "klant"),
    ("4.800", "kwam terug", "vaste klant"),
    ("640", "werd vriend", "vriend"),
]


def funnel() -> Pen:
    """From who lives near to who becomes a friend, and where people leave."""
    pen = Pen("trechter")
    pen.write(32, 46, "Van voorbijganger tot vriend", 3.2, WATER)
    pen.stroke(BARREL, width=4)
    pen.stroke([(2 * MIDDLE - x, y) for x, y in BARREL], width=4)
    pen.stroke([(240, 92), (300, 84), (360, 82), (430, 86), (480, 92)])
    pen.stroke([(240, 92), (300, 102), (360, 104), (430, 100), (480, 92)])
    for (x, y), (number, who, name) in zip(BARREL[:-1], LAYERS, strict=True):
        pen.write(MIDDLE, y + 48, number, 2.4, WATER, middle=True)
        pen.write(500, y + 46, who, 2)
        pen.write(40, y + 46, name, 2, AMBER)
        pen.stroke([(x + 18, y + 66), (MIDDLE, y + 72), (2 * MIDDLE - x - 18, y + 66)], "#A9B7AE", 2)
    pen.write(492, 456, "58 per jaar weg", 2.2, RED)
    pen.arrow([(400, 420), (436, 444), (482, 450)], RED)
    pen.write(40, 456, "71 per jaar erbij", 2.2, WATER)
    pen.arrow([(254, 450), (292, 442), (318, 418)], WATER)
    return pen


BOXES: dict[str, tuple[int, int, str, str]] = {
    "till": (40, 90, "kassa", "Ahmed"),
    "letter": (500, 90, "nieuwsbrief", "Sanne"),
    "friends": (40, 330, "Excel", "vrienden, Pieter"),
    "books": (500, 330, "boekhouding", "Hilde"),
}
"""The systems of the map: their place, name and owner."""


def systems() -> Pen:
    """Which system feeds which, and where people type things over."""
    pen = Pen("kaart")
    pen.write(32, 46, "Waar wij overtypen", 3.2, WATER)
    for x, y, name, owner in BOXES.values():
        pen.box(x, y, 180, 84, fill="#DCE9EA")
        pen.write(x + 90, y + 40, name, 2.5, middle=True)
        pen.write(x + 90, y + 68, owner, 1.7, WATER, middle=True)
    _retyping(pen)
    pen.loop(300, 218, 70, 40, AMBER, 4)
    pen.write(300, 214, "dezelfde", 2, middle=True)
    pen.write(300, 240, "Greet?", 2, middle=True)
    pen.write(40, 464, "rood: met de hand", 2, RED)
    pen.write(420, 464, "geen enkele koppeling", 2)
    return pen


def _retyping(pen: Pen) -> None:
    pen.arrow([(228, 122), (300, 110), (400, 112), (490, 124)], RED)
    pen.write(360, 98, "elke maand", 1.9, RED, middle=True)
    pen.arrow([(110, 184), (102, 240), (108, 318)], RED)
    pen.write(124, 262, "pasjes", 1.9, RED)
    pen.arrow([(228, 384), (310, 398), (410, 396), (490, 384)], RED)
    pen.write(360, 424, "contributie", 1.9, RED, middle=True)
    pen.arrow([(228, 336), (340, 322), (450, 240), (504, 182)], RED)
    pen.arrow([(590, 322), (598, 260), (590, 186)], RED)
    pen.write(608, 262, "giften", 1.9, RED)


SKETCHES: dict[str, Callable[[], Pen]] = {"persona": persona, "journey": journey, "funnel": funnel, "systems": systems}
