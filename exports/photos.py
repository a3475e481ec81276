"""Pictures of notes as drawings show them: opened, on white paper, and no larger than can be seen."""

from io import BytesIO

from PIL import Image

_SHARP = 2.5
"""Pixels of a picture for each of the board: it is looked at closely, or on a projector."""
_BROKEN = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)


def opened(image: bytes, width: float, height: float) -> Image.Image | None:
    """Return the picture, for a place of this size; None where it cannot be read: no drawing may fail on it."""
    size = int(width * _SHARP), int(height * _SHARP)
    try:
        with Image.open(BytesIO(image), formats=["PNG", "JPEG"]) as found:
            kind = found.format
            found.draft("RGB", size)
            made = _on_paper(_smaller(found, size))
    except _BROKEN:
        return None
    made.format = kind
    return made


def _smaller(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Halved and halved again first: that is much faster, and nobody sees it."""
    times = int(min(image.width / size[0], image.height / size[1]))
    plain = image if image.mode in ("RGB", "RGBA", "L") else image.convert("RGBA")
    made = plain.reduce(times) if times > 1 else plain.copy()
    made.thumbnail(size)
    return made


def _on_paper(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image.convert("RGB")
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image)
    return paper
