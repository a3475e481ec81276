"""Drawing by hand: streamlit-drawable-canvas, wrapped in this one place.

Its toolbar speaks English only, and it draws by mouse or finger only; so every sketch has a title in words.
"""

import io
import json
from dataclasses import dataclass
from typing import Any

from PIL import Image

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
    """Show the drawing surface; gives what is on it, or None while it is empty."""
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
    return _drawing(png, strokes) if png else None


def _drawing(png: bytes, strokes: dict[str, Any]) -> Drawing:
    """The picture on paper, without anything a browser may have added to it."""
    with Image.open(io.BytesIO(png), formats=["PNG"]) as image:
        paper = Image.new("RGB", image.size, PAPER)
        paper.paste(image, mask=image.convert("RGBA").getchannel("A"))
    plain = io.BytesIO()
    paper.save(plain, "PNG", optimize=True)
    return Drawing(plain.getvalue(), json.dumps(strokes, separators=(",", ":")), *paper.size)
