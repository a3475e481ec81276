"""What the drawing surface hands over is checked before it is unpacked."""

import io

import pytest
from PIL import Image

from canvas.board import limits
from canvas.board.errors import BadMessage
from canvas.sketches import drawing


def png(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGBA", (width, height), (0, 0, 0, 0)).save(file, "PNG")
    return file.getvalue()


def test_a_drawing_lies_on_paper() -> None:
    made = drawing(png(20, 10), {"objects": [1]})
    assert (made.width, made.height, made.strokes) == (20, 10, '{"objects":[1]}')
    with Image.open(io.BytesIO(made.png)) as image:
        assert image.getpixel((3, 3)) == (255, 255, 255)


@pytest.mark.parametrize("data", [png(limits.PICTURE_SIDE + 1, 1), b"", b"GIF89a", png(9, 9)[:40]])
def test_what_is_no_sketch_is_refused(data: bytes) -> None:
    with pytest.raises(BadMessage, match="not_a_picture"):
        drawing(data, {"objects": []})


def test_strokes_have_a_limit() -> None:
    with pytest.raises(BadMessage, match="sketch_too_large"):
        drawing(png(9, 9), {"objects": ["x" * limits.STROKES_BYTES]})


def test_strokes_that_are_no_text_are_refused() -> None:
    with pytest.raises(BadMessage, match="not_a_picture"):
        drawing(png(9, 9), {"objects": [float("nan")]})
