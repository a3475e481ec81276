"""Pictures of notes as drawings show them: opened, and no larger than can be seen."""

from io import BytesIO

from PIL import Image

_SHARP = 3
"""Pixels of a picture for each of the board: it is looked at closely, or on a projector."""
_BROKEN = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)


def opened(image: bytes, width: float, height: float) -> Image.Image | None:
    """Return the picture, for a place of this size; None where it cannot be read: no drawing may fail on it."""
    size = int(width * _SHARP), int(height * _SHARP)
    try:
        with Image.open(BytesIO(image), formats=["PNG", "JPEG"]) as found:
            kind = found.format
            found.draft("RGB", size)
            found.thumbnail(size)
            made = found.convert("RGB" if kind == "JPEG" else "RGBA")
            made.format = kind
            return made
    except _BROKEN:
        return None
