"""Drawings look as the room does: its colours, its sizes of type, and the frames of its clusters."""

import re
from pathlib import Path

import pytest

from exports import board_drawing, fitting, palette

STATIC = Path(__file__).parent.parent.parent / "canvas" / "static"


def read(name: str) -> str:
    return (STATIC / name).read_text("utf-8")


def test_colours_are_those_of_the_room_in_daylight() -> None:
    daylight = read("room.css").partition('[data-theme="dark"]')[0]
    told = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", daylight))
    ours = {name.lower().replace("_", "-"): value for name, value in vars(palette).items() if name.isupper()}
    notes = ours.pop("notes")
    assert isinstance(notes, dict)
    assert {name: told[name] for name in notes} == notes
    assert {name: told[name] for name in ours if name in told} == {n: v for n, v in ours.items() if n in told}
    assert {"paper", "panel", "ink", "soft", "deep", "note-ink"} <= ours.keys() & told.keys()


def test_type_on_notes_has_the_steps_of_the_room() -> None:
    rows = re.findall(r"(\w+): \{ width: (\d+), steps: \[(\[.*?\])\] \}", read("fitting.js"))
    told = {size: (int(wide), tuple(_steps(steps))) for size, wide, steps in rows}
    assert told == fitting.STEPS


def _steps(text: str) -> list[tuple[int, ...]]:
    return [tuple(map(int, step.split(","))) for step in re.findall(r"\[([\d, ]+)\]", text)]


@pytest.mark.parametrize("name", ["SIDE", "HEAD"])
def test_frames_of_clusters_are_those_of_the_room(name: str) -> None:
    (told,) = re.findall(rf"^const {name} = (\d+);", read("clusters.js"), re.MULTILINE)
    assert getattr(board_drawing, name) == int(told)


def test_a_folded_cluster_is_as_large_as_in_the_room() -> None:
    (told,) = re.findall(r"^const FOLDED = \{ width: (\d+), height: (\d+) \};", read("clusters.js"), re.MULTILINE)
    assert tuple(map(int, told)) == board_drawing.FOLDED
