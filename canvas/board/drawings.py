"""What the drawing of a sketch must be, wherever it comes in: from the drawing surface, a page or an archive."""

import struct
from typing import Any

import msgspec

from canvas.board import limits
from canvas.board.errors import BadMessage

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
"""How every PNG begins; its width and height follow."""
MEGABYTE = 1024 * 1024
_object = msgspec.json.Decoder(dict[str, Any]).decode


def check_drawing(png: bytes, strokes: str, width: int, height: int) -> None:
    """Raise BadMessage unless this is a PNG of that size and strokes that can be drawn on, both within their limits."""
    check_size(len(png), len(strokes))
    sides = struct.unpack(">II", png[len(PNG) : len(PNG) + 8]) if png.startswith(PNG) and len(png) > 24 else (0, 0)
    if sides != (width, height) or not 1 <= min(sides) <= max(sides) <= limits.PICTURE_SIDE:
        raise BadMessage("not_a_picture")
    if not _are_strokes(strokes):
        raise BadMessage("not_a_picture")


def check_size(png: int, strokes: int) -> None:
    """Raise BadMessage when a picture or its strokes are of more bytes than a sketch may have."""
    if png > limits.PICTURE_BYTES or strokes > limits.STROKES_BYTES:
        raise BadMessage("sketch_too_large")


def _are_strokes(strokes: str) -> bool:
    """A JSON object in ASCII, so that its length is its size everywhere."""
    try:
        return strokes.isascii() and isinstance(_object(strokes), dict)
    except (msgspec.MsgspecError, RecursionError):
        return False
