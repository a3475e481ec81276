"""Drawing by hand: streamlit-drawable-canvas, wrapped in this one place.

Its toolbar speaks English only, and it draws by mouse or finger only; so every sketch has a title in words.
"""

import io
import json
from dataclasses import dataclass
from typing import Any

from PIL import Image, UnidentifiedImageError

from canvas.board import limits
from canvas.board.drawings import check_drawing, check_size
from canvas.board.errors import BadMessage

PENS = {"ink": "#1F2D36", "water": "#2C6472", "amber": "#A66F0A", "red": "#B0526A"}
WIDTHS = {"thin": 2, "medium": 5, "thick": 12}
PAPER = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Drawing:
    """What was drawn: the picture (PNG), the strokes that can be drawn on (JSON), and its size in pixels."""

    png: bytes
    strokes: str
    width: int
    height: int


def sketch(
    *, key: str, width: int, height: int, pen: str, thickness: str, tool: str, before: Drawing | None = None
) -> Drawing | None:
    """Show the drawing surface; gives what is on it, or None while it is empty; raises BadMessage on what is none."""
    from streamlit_drawable_canvas import st_canvas  # registers itself with a running server, so not before

    result = st_canvas(
        stroke_width=WIDTHS[thickness],
        stroke_color=PENS[pen],
        fill_color="rgba(255, 255, 255, 0)",
        background_color=PAPER,
        drawing_mode=tool,
        initial_drawing=json.loads(before.strokes) if before else None,
        width=before.width if before else width,
        height=before.height if before else height,
        return_image_data=True,
        key=key,
    )
    strokes: dict[str, Any] | None = result.json_data
    if not strokes or not strokes.get("objects"):
        return None
    # After opening a drawing there is no picture until the first stroke: the kept one still holds.
    png = result.image_bytes or (before.png if before else b"")
    return drawing(png, strokes) if png else None


def drawing(png: bytes, strokes: dict[str, Any]) -> Drawing:
    """The picture on paper, without anything a browser may have added to it; raises BadMessage on what is no sketch."""
    kept = json.dumps(strokes, separators=(",", ":"))
    check_size(len(png), len(kept))
    try:
        paper = _on_paper(png)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        raise BadMessage("not_a_picture") from None
    plain = io.BytesIO()
    paper.save(plain, "PNG", optimize=True)
    check_drawing(plain.getvalue(), kept, *paper.size)
    return Drawing(plain.getvalue(), kept, *paper.size)


def _on_paper(png: bytes) -> Image.Image:
    with Image.open(io.BytesIO(png), formats=["PNG"]) as image:
        # Before anything is unpacked: a small file can hold a picture of gigabytes.
        if max(image.size) > limits.PICTURE_SIDE:
            raise BadMessage("not_a_picture")
        paper = Image.new("RGB", image.size, PAPER)
        paper.paste(image, mask=image.convert("RGBA").getchannel("A"))
    return paper
