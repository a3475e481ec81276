"""Drawings of boards as files, in one call each, for the worker."""

from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from typing import Literal

from exports.board_drawing import board_drawing
from exports.drawing import Drawing
from exports.overview_drawing import overview_drawing
from exports.plain import cleaned
from exports.png import png
from exports.svg import svg
from i18n import translator
from stepstones.content import content
from stepstones.workshop import Session

Kind = Literal["svg", "png"]
MOST_PICTURES = 150
"""Unpacking more would keep everybody waiting; the others show their title only."""
_PRINTERS: dict[Kind, Callable[[Drawing], bytes]] = {"svg": svg, "png": png}


def board(session: Session, stone: str, chosen: frozenset[str] | None, kind: Kind) -> bytes:
    """Return the board of a stone, or the chosen notes of it, in the workshop's own language."""
    language = session.workshop.language
    session = replace(session, pictures=dict(islice(session.pictures.items(), MOST_PICTURES)))
    return _PRINTERS[kind](board_drawing(cleaned(session), stone, content(language), translator(language), chosen))


def overview(session: Session, kind: Kind) -> bytes:
    """Return all stones in one picture, in the workshop's own language."""
    language = session.workshop.language
    return _PRINTERS[kind](overview_drawing(cleaned(session), content(language), translator(language)))
