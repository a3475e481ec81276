"""Pictures in a line of text, each with a description for who cannot see it."""

import io

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.oxml.shape import CT_Inline
from docx.parts.document import DocumentPart
from docx.shared import Emu
from PIL import Image, ImageChops

from exports.errors import PictureError
from exports.oxml.element import Element, element

_LONGEST = 1_600
_PAPER = (255, 255, 255)
_ROOM = 24
"""Pixels of paper kept around a drawing."""
_LINE = f"""<a:ln {nsdecls("a")} w="6350"><a:solidFill><a:srgbClr val="BFD3D6"/></a:solidFill></a:ln>"""


def paper(image: bytes) -> bytes:
    """Return the picture on white paper without its empty margins, and not too large.

    Raises PictureError for what is no picture.
    """
    drawing = _opened(image)
    flat = Image.new("RGB", drawing.size, _PAPER)
    flat.paste(drawing, mask=drawing.getchannel("A"))
    out = io.BytesIO()
    _trimmed(flat).save(out, "PNG", dpi=(150, 150))
    return out.getvalue()


def _opened(image: bytes) -> Image.Image:
    try:
        with Image.open(io.BytesIO(image)) as opened:
            opened.thumbnail((_LONGEST, _LONGEST))
            return opened.convert("RGBA")
    # Pillow says all of these of a broken file.
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise PictureError(f"a drawing of {len(image)} bytes cannot be read: {error}") from error


def _trimmed(flat: Image.Image) -> Image.Image:
    drawn = ImageChops.difference(flat, Image.new("RGB", flat.size, _PAPER)).getbbox()
    if drawn is None:
        return flat
    left, upper, right, lower = drawn
    return flat.crop(
        (max(left - _ROOM, 0), max(upper - _ROOM, 0), min(right + _ROOM, flat.width), min(lower + _ROOM, flat.height))
    )


def framed(made: Element) -> Element:
    """Return the run of a picture with a thin line around it."""
    for shape in made.iter("{*}spPr"):
        shape.append(parse_xml(_LINE))
    return made


def picture(part: DocumentPart, image: bytes, alt: str, number: int, widest: int, highest: int) -> Element:
    """Return a run with the picture, as large as fits in `widest` by `highest` but never blown up."""
    relation, kept = part.get_or_add_image(io.BytesIO(image))
    scale = min(1.0, widest / kept.width, highest / kept.height)
    width, height = Emu(int(kept.width * scale)), Emu(int(kept.height * scale))
    inline = CT_Inline.new_pic_inline(number, relation, f"picture{number}.png", width, height)
    inline.docPr.set("descr", alt)
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    return element("r", element("drawing", inline))
