"""What a picture must be, wherever it comes in: drawn on the drawing surface, brought along, or in an archive."""

import struct
from typing import Any

import msgspec

from canvas.board import limits
from canvas.board.errors import BadMessage

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
"""How every PNG begins; its width and height follow."""
JPEG = b"\xff\xd8\xff"
"""How every JPEG begins."""
MEGABYTE = 1024 * 1024
_object = msgspec.json.Decoder(dict[str, Any]).decode


def check_drawing(png: bytes, strokes: str, width: int, height: int) -> None:
    """Raise BadMessage unless this is a PNG of that size and strokes that can be drawn on, both within their limits."""
    check_size(len(png), len(strokes))
    if not _is_png(png, width, height) or not _are_strokes(strokes):
        raise BadMessage("not_a_picture")


def check_photograph(image: bytes, type: str, strokes: str, width: int, height: int) -> None:
    """Raise BadMessage unless this is a PNG of that size or begins as a JPEG, within its limits; it has no strokes."""
    if len(image) > limits.PICTURE_BYTES:
        raise BadMessage("picture_too_large")
    fits = 1 <= min(width, height) <= max(width, height) <= limits.PICTURE_SIDE
    is_photograph = fits and image.startswith(JPEG) if type == "image/jpeg" else _is_png(image, width, height)
    if strokes or type not in ("image/png", "image/jpeg") or not is_photograph:
        raise BadMessage("not_a_picture")


def check_size(png: int, strokes: int) -> None:
    """Raise BadMessage when a picture or its strokes are of more bytes than a sketch may have."""
    if png > limits.PICTURE_BYTES or strokes > limits.STROKES_BYTES:
        raise BadMessage("sketch_too_large")


def _is_png(image: bytes, width: int, height: int) -> bool:
    """Does it say that it is a PNG of this size, which can be shown?"""
    if not image.startswith(PNG) or len(image) <= len(PNG) + 8:
        return False
    sides = struct.unpack(">II", image[len(PNG) : len(PNG) + 8])
    return sides == (width, height) and 1 <= min(sides) <= max(sides) <= limits.PICTURE_SIDE


def _are_strokes(strokes: str) -> bool:
    """A JSON object in ASCII, so that its length is its size everywhere."""
    try:
        return strokes.isascii() and isinstance(_object(strokes), dict)
    except (msgspec.MsgspecError, RecursionError):
        return False
