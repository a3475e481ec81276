"""The browser's tables are the twins of ours; node reads the one, we the other."""

import json
import re
import subprocess
import typing
from typing import Any

import pytest

from canvas.board import bonds, changes, fields, limits, notes, people, places
from canvas.board.change import Change
from scripts import programs

SCRIPT = """
import * as limits from "./canvas/static/limits.js";
import { KINDS } from "./canvas/static/changes.js";
import { boxOf, freePlace } from "./canvas/static/places.js";
const plain = (value) => (value instanceof RegExp ? value.source : value);
const lying = JSON.parse(process.argv[1]);
const table = Object.fromEntries(Object.entries(limits).map(([name, value]) => [name, plain(value)]));
const boxes = Object.fromEntries(limits.SIZES.map((size) => [size, boxOf({ x: 0, y: 0, size })]));
const free = lying.map((notes) => freePlace(notes));
console.log(JSON.stringify({ limits: table, kinds: [...KINDS], boxes, free }));
"""
LYING: list[list[tuple[int, int, str]]] = [
    [],
    [(0, 0, "large")],
    [(300, 0, "large"), (0, 0, "small")],
    [(-199, -129, "medium"), (221, 0, "small"), (439, 131, "large")],
    [(column * 180 - 90, row * 120 - 60, limits.SIZES[(column + row) % 3]) for column in range(7) for row in range(6)],
]
"""Boards on which a new note goes somewhere."""


@pytest.fixture(scope="module")
def browser(pytestconfig: pytest.Config) -> dict[str, Any]:
    node = programs.node()
    assert node, "Node is not installed: run make test"
    lying = json.dumps([[dict(zip(("x", "y", "size"), note, strict=True)) for note in notes] for notes in LYING])
    command = [node, "--no-warnings", "--input-type=module", "--eval", SCRIPT, lying]
    done = subprocess.run(command, cwd=pytestconfig.rootpath, capture_output=True, text=True, check=True, timeout=60)
    read: dict[str, Any] = json.loads(done.stdout)
    return read


def test_the_limits_that_browsers_know_have_the_same_figures(browser: dict[str, Any]) -> None:
    ours = {name: value for name, value in vars(limits).items() if re.fullmatch("[A-Z_]+", name)}
    lists = {name: list(value) for name, value in ours.items() if isinstance(value, tuple)}
    theirs = {name: value for name, value in browser["limits"].items() if name not in ("NOTE_WIDTH", "NOTE_HEIGHT")}
    assert theirs == {name: (ours | lists).get(name) for name in theirs}


def test_closed_lists_are_what_the_fields_take() -> None:
    assert (typing.get_args(fields.Size), typing.get_args(fields.Sign)) == (limits.SIZES, limits.SIGNS)
    assert typing.get_args(fields.Colour) == limits.COLOURS


def test_changes_have_the_same_kinds(browser: dict[str, Any]) -> None:
    everything = {**vars(bonds), **vars(notes), **vars(changes), **vars(people)}.values()
    kinds = {kind for kind in everything if isinstance(kind, type) and issubclass(kind, Change) and kind is not Change}
    assert sorted(browser["kinds"]) == sorted(str(kind.__struct_config__.tag) for kind in kinds)


def test_notes_are_as_large_there_as_here(browser: dict[str, Any]) -> None:
    theirs = {size: (box["width"], box["height"]) for size, box in browser["boxes"].items()}
    assert theirs == places.SIZES == {size: places.SIZES[size] for size in limits.SIZES}
    assert (browser["limits"]["NOTE_WIDTH"], browser["limits"]["NOTE_HEIGHT"]) == places.SIZES["medium"]


def test_a_new_note_gets_the_same_place_there_as_here(browser: dict[str, Any]) -> None:
    ours = [places.free_places(0, ["medium"], places.Taken(lying))[0][0] for lying in LYING]
    assert [(place["x"], place["y"]) for place in browser["free"]] == ours
