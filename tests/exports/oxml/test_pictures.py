import io

import pytest
from PIL import Image

from exports.errors import PictureError
from exports.oxml.pictures import paper


def png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def test_a_drawing_on_nothing_comes_on_white_paper() -> None:
    drawn = Image.new("RGBA", (40, 30), (0, 0, 0, 0))
    drawn.putpixel((20, 15), (10, 20, 30, 255))
    result = Image.open(io.BytesIO(paper(png(drawn))))
    assert result.mode == "RGB"
    assert result.getpixel((0, 0)) == (255, 255, 255)


def test_a_large_drawing_becomes_modest() -> None:
    result = Image.open(io.BytesIO(paper(png(Image.new("RGB", (5_000, 100), "black")))))
    assert result.size == (1_600, 32)


def test_an_empty_drawing_stays_a_sheet() -> None:
    result = Image.open(io.BytesIO(paper(png(Image.new("RGBA", (600, 400), (0, 0, 0, 0))))))
    assert result.size == (600, 400)


@pytest.mark.parametrize("data", [b"", b"<html>", png(Image.new("RGB", (600, 400), "black"))[:60]])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(PictureError, match=f"{len(data)} bytes"):
        paper(data)
