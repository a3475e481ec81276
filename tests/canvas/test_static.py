"""What browsers load of the room: small enough for a slow network, and each drawing has its name."""

import re
from pathlib import Path
from xml.etree import ElementTree

STATIC = Path(__file__).parents[2] / "canvas" / "static"
MOST_BYTES = 200_000
STONES = 10


def test_scripts_and_styles_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in STATIC.rglob("*") if path.suffix in (".js", ".css")) < MOST_BYTES


def test_each_icon_that_the_checker_knows_is_drawn_and_the_other_way_round() -> None:
    names = re.search(r"type IconName =([^;]*);", (STATIC / "types.d.ts").read_text("utf-8"))
    assert names
    assert sorted(re.findall(r'"([^"]+)"', names[1])) == drawn("icons.svg")


def test_the_path_is_drawn_for_every_stone() -> None:
    assert drawn("water.svg") == sorted(["bank", "river", *(f"stone-{number + 1}" for number in range(STONES))])


def drawn(file: str) -> list[str]:
    """The names of the drawings in a file."""
    return sorted(part.attrib["id"] for part in ElementTree.parse(STATIC / file).iter() if "id" in part.attrib)
