"""A picture as somebody brings it, made fit for a board: upright, not too large, and with nothing told beside it.

It is a stranger's file: only the worker process opens it, by what is in it, and it is measured before it is unpacked.
"""

import io
import struct
import warnings
import zlib
from contextlib import suppress

from PIL import Image, ImageChops, ImageCms

from canvas.board import limits
from canvas.board.errors import BadMessage
from stepstones.workshop import Picture, PictureType

KINDS = ("PNG", "JPEG", "WEBP", "GIF")
FEW_COLOURS = 4_096
"""A drawing or a screen has hardly more; its edges and letters stay crisp in a PNG."""
WORTH_IT = 2
"""A PNG may be so many times as large as the JPEG would be."""
LARGE = 1024 * 1024
"""Bytes above which a PNG makes do with the 256 colours of a palette."""
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # fmt: skip
"""By how a camera was held, as EXIF numbers it, what puts its picture upright."""
_BROKEN = (OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, struct.error, zlib.error)
"""Pillow says all of these of a broken file."""


def photograph(data: bytes, id: str) -> Picture | str:
    """The picture in a file, fit for a board; or the reason code why there is none."""
    try:
        with warnings.catch_warnings(action="ignore"):  # Pillow's doubts about a file help nobody here
            image = _opened(data)
            return _fit(image, id)
    except BadMessage as bad:
        return bad.reason
    except _BROKEN:
        return "not_a_picture"


def _opened(data: bytes) -> Image.Image:
    """The picture, measured but not unpacked: a small file can hold a picture of gigabytes."""
    if len(data) > limits.PICTURE_BYTES:
        raise BadMessage("picture_too_large")
    try:
        image = Image.open(io.BytesIO(data), formats=KINDS)
    except Image.DecompressionBombError:
        raise BadMessage("picture_too_large") from None
    if image.width * image.height > limits.PHOTOGRAPH_PIXELS:
        raise BadMessage("picture_too_large")
    return image


def _fit(image: Image.Image, id: str) -> Picture:
    lossy, turn = image.format in ("JPEG", "MPO"), _turn(image)
    shown = _in_screen_colours(_small(image))
    if turn is not None:
        shown = shown.transpose(turn)
    shown.info.clear()  # the rest of what the file told, which would be written again
    kept, type = _written(shown, lossy)
    return Picture(id, kept, type, "", *shown.size)


def _turn(image: Image.Image) -> Image.Transpose | None:
    try:
        return _TURNS.get(image.getexif().get(_ORIENTATION, 1))
    except _BROKEN:  # of what is told beside it only; the picture may be whole
        return None


def _small(image: Image.Image) -> Image.Image:
    """The first picture of the file with all its colours, in no more pixels than are shown."""
    side = limits.PICTURE_SIDE
    image.draft(None, (2 * side, 2 * side))
    image.load()
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):
        image = image.point(lambda value: value / 256).convert("L")
    elif image.has_transparency_data:
        image = image if image.mode == "RGBA" else image.convert("RGBA")
    elif image.mode not in ("L", "RGB", "CMYK"):
        image = image.convert("RGB")
    image.thumbnail((side, side), Image.Resampling.LANCZOS)
    image.info = {"icc_profile": profile} if profile else {}
    return image


def _in_screen_colours(image: Image.Image) -> Image.Image:
    """The same colours as a screen without a profile shows; opaque where nothing shines through."""
    mode = "RGBA" if image.mode == "RGBA" and image.getchannel("A").getextrema() != (255, 255) else "RGB"
    if profile := image.info.get("icc_profile"):
        with suppress(ImageCms.PyCMSError, OSError):  # it may be broken, or of another kind of picture
            own, out = ImageCms.ImageCmsProfile(io.BytesIO(profile)), "RGBA" if image.mode == "RGBA" else "RGB"
            image = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode=out) or image
    return image.convert(mode)


def _written(image: Image.Image, lossy: bool) -> tuple[bytes, PictureType]:
    """As a PNG what shines through or has few colours, as a JPEG what a camera makes."""
    if image.mode == "RGBA":
        return _png(image), "image/png"
    photo = _saved(image, "JPEG", quality=85, progressive=True, optimize=True)
    if lossy or image.getcolors(FEW_COLOURS) is None:
        return photo, "image/jpeg"
    drawing = _png(image)
    return (drawing, "image/png") if len(drawing) <= WORTH_IT * len(photo) else (photo, "image/jpeg")


def _png(image: Image.Image) -> bytes:
    """With a palette where it holds all the colours, or where the file would be large."""
    if image.getcolors(256):
        few = image.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        if _are_equal(few.convert(image.mode), image):
            return _saved(few, "PNG", optimize=True)
    full = _saved(image, "PNG", optimize=True)
    return full if len(full) <= LARGE else _saved(image.quantize(256, Image.Quantize.FASTOCTREE), "PNG", optimize=True)


def _are_equal(one: Image.Image, other: Image.Image) -> bool:
    return not any(ImageChops.difference(one, other).tobytes())


def _saved(image: Image.Image, kind: str, **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()
