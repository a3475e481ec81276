"""Drawing by hand: streamlit-drawable-canvas, wrapped in this one place.

It draws by mouse or finger only; so every sketch has a title in words.
"""

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st
from PIL import Image, UnidentifiedImageError

from canvas.backdrops import Paper, Thing, own
from canvas.board import limits
from canvas.board.drawings import check_drawing, check_size
from canvas.board.errors import BadMessage

PENS = {"ink": "#1F2D36", "water": "#2C6472", "amber": "#A66F0A", "red": "#B0526A"}
WIDTHS = {"thin": 2, "medium": 5, "thick": 12}
LETTERS = 20
"""Their height; as the widths of pens in pixels of the screen."""
PAPER = "#FFFFFF"
# The surface's own toolbar speaks English, has a button that nobody needs here, and is shown as small as the paper is.
# It comes when the surface does, so it is waited for. And a text counts only once its writer presses Escape or points
# elsewhere on the paper: whoever goes on to save it has left it just as well.
DRESSING = """
const leave = ({ target }) => setTimeout(() => {
  if (target.localName !== "textarea" || target.getRootNode().activeElement === target) return;
  const escape = new KeyboardEvent("keydown", { key: "Escape" });
  Object.defineProperty(escape, "keyCode", { value: 27 });
  target.dispatchEvent(escape);
}, 50);

export default function ({ data }) {
  const dress = () => {
    const hosts = [...document.querySelectorAll(".st-key-sketch-paper *")];
    const bar = hosts.map((host) => host.shadowRoot?.querySelector(".dc-toolbar")).find(Boolean);
    if (!bar?.querySelector("button")) return false;
    bar.style.zoom = data.zoom;
    bar.getRootNode().addEventListener("focusout", leave);
    for (const button of bar.querySelectorAll("button")) {
      const word = data.words[button.title];
      if (word) { button.title = word; button.setAttribute("aria-label", word); }
      if (word === "") button.style.display = "none";
    }
    return true;
  };
  const waiting = setInterval(() => { if (dress()) clearInterval(waiting); }, 50);
  return () => clearInterval(waiting);
}
"""
_dress = st.components.v2.component("stepping_stones_drawing_tools", js=DRESSING)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What was drawn: the picture (PNG), the strokes that can be drawn on (JSON), and its size in pixels."""

    png: bytes
    strokes: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Hand:
    """What one draws with."""

    tool: str
    pen: str
    thickness: str


def sketch(
    hand: Hand, paper: Paper, *, key: str, behind: list[Thing], before: Drawing | None, words: Mapping[str, str]
) -> Drawing | None:
    """Show the drawing surface; gives what is on it, or None while nobody drew; raises BadMessage on what is none.

    What stands `behind` is the backdrop of a new sketch; `words` are those of the surface's toolbar, by its own ones.
    """
    from streamlit_drawable_canvas import st_canvas  # registers itself with a running server, so not before

    with st.container(key="sketch-paper", gap=None):
        # The surface shows each pixel of its paper as one; so the page does the rest, and the pen comes along.
        st.html(f"<style>.st-key-sketch-paper {{ zoom: {paper.scale:.4f} }}</style>")
        result = st_canvas(
            stroke_width=round(paper.shown(WIDTHS[hand.thickness])),
            stroke_color=PENS[hand.pen],
            fill_color=PENS[hand.pen] if hand.tool == "text" else "rgba(255, 255, 255, 0)",
            background_color=PAPER,
            drawing_mode=hand.tool,
            initial_drawing=json.loads(before.strokes) if before else {"objects": behind},
            width=paper.width,
            height=paper.height,
            return_image_data=True,
            font_size=round(paper.shown(LETTERS)),
            key=key,
        )
        # Where the paper is shown small there are fingers, for which the buttons are half as large again.
        zoom = paper.shown(1.5) if paper.is_narrow else paper.shown(1)
        _dress(key=f"{key}-tools", data={"of": key, "zoom": round(zoom, 3), "words": dict(words)})
    strokes: dict[str, Any] | None = result.json_data
    if not strokes or not own(strokes.get("objects") or [], behind):
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
