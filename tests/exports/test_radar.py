import io

import pytest
from PIL import Image

from exports.path import path
from exports.radar import radar

PAPER = (255, 255, 255)


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


@pytest.mark.parametrize("count", [3, 7, 10])
def test_the_labels_of_a_radar_are_not_cut_off(count: int) -> None:
    picture = opened(radar(("Vrijwilligersbeheer van het hele theater $a$",) * count, (5,) * count))
    edge = [picture.getpixel((x, y)) for x in range(picture.width) for y in (0, picture.height - 1)]
    edge += [picture.getpixel((x, y)) for y in range(picture.height) for x in (0, picture.width - 1)]
    assert set(edge) == {PAPER}


def test_the_path_shows_which_stones_are_done() -> None:
    none, all_ten = opened(path((False,) * 10)), opened(path((True,) * 10))
    assert none.size == all_ten.size
    assert none.tobytes() != all_ten.tobytes()
