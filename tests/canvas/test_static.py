"""What browsers load of the room: small enough for a slow network, and each drawing has its name."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

STATIC = Path(__file__).parents[2] / "canvas" / "static"
GOAL = 200_000
"""Bytes of scripts and styles as written, comments and types in them included."""
REACHED = 511_500
"""What all of them take now; this figure only ever goes down, until it is the goal."""
BEFORE_THE_BOARD = 290_600
"""What of them comes before one can write on the board; on its way to the same goal."""
STATIC_IMPORT = re.compile(r'^import .* from "\./(\w+\.js)";$', re.MULTILINE)
STYLES = re.compile(r"const STYLES = \[(.*)\];")
LATE = re.compile(r"const NAMES = \[(.*)\];")
STONES = 10
LISTING_NOTES = ("card.js", "list.js", "search.js", "lead/writing.js")
"""What shows words of notes that not everybody sees."""
NAMES_KEPT = ["lead/merging.js"]
"""What asks for names past `room.shown`: to guess who is who, not to show them."""


def test_scripts_and_styles_together_do_not_grow() -> None:
    total = sum(path.stat().st_size for path in STATIC.rglob("*") if path.suffix in (".js", ".css"))
    assert max(GOAL, total) <= REACHED


def test_what_is_loaded_before_one_can_write_on_the_board_stays_small() -> None:
    assert max(GOAL, sum(map(size, before_the_board()))) <= BEFORE_THE_BOARD


def test_what_comes_late_is_not_loaded_before_and_opens_something() -> None:
    names = [f"{name}.js" for name in listed(LATE, "later.js")]
    assert names
    assert before_the_board().isdisjoint({*names, "wall/wall.js"})
    assert [name for name in names if "function open(" not in text(name)] == []


def test_each_icon_that_the_checker_knows_is_drawn_and_the_other_way_round() -> None:
    names = re.search(r"type IconName =([^;]*);", text("types.d.ts"))
    assert names
    assert sorted(re.findall(r'"([^"]+)"', names[1])) == drawn("icons.svg")


def test_the_path_is_drawn_for_every_stone() -> None:
    assert drawn("water.svg") == sorted(["bank", "river", *(f"stone-{number + 1}" for number in range(STONES))])


@pytest.mark.parametrize("name", LISTING_NOTES)
def test_what_lists_hidden_notes_takes_them_off_a_screen_that_is_shared(name: str) -> None:
    assert '"data-private"' in text(name)


def test_names_come_from_what_is_shown_so_that_a_shared_screen_shows_none() -> None:
    past = re.compile(r"session\.(?:shown|truth)\.people")
    found = [
        path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*.js") if past.search(path.read_text("utf-8"))
    ]
    assert found == NAMES_KEPT


def before_the_board() -> set[str]:
    """The scripts that room.js and the screen need, and the style sheets."""
    found: set[str] = set()
    waiting = ["room.js", "screen.js"]
    while waiting:
        script = waiting.pop()
        if script not in found:
            found.add(script)
            waiting += STATIC_IMPORT.findall(text(script))
    return found | set(listed(STYLES, "room.js"))


def listed(names: re.Pattern[str], file: str) -> list[str]:
    """The names in a list of a script."""
    found = names.search(text(file))
    assert found
    return re.findall(r'"([^"]+)"', found[1])


def text(file: str) -> str:
    """What stands in a file."""
    return (STATIC / file).read_text("utf-8")


def size(file: str) -> int:
    """How many bytes a file takes."""
    return (STATIC / file).stat().st_size


def drawn(file: str) -> list[str]:
    """The names of the drawings in a file."""
    return sorted(part.attrib["id"] for part in ElementTree.parse(STATIC / file).iter() if "id" in part.attrib)
