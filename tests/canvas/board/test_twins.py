"""The browser's tables are the twins of ours; node reads the one, we the other."""

import json
import re
import subprocess
import typing

import pytest
from msgspec import NODEFAULT, structs

from canvas.board import changes, limits
from canvas.board.change import Change, kind_of
from scripts import programs

SCRIPT = """
import * as limits from "./canvas/static/limits.js";
import { KINDS } from "./canvas/static/changes.js";
const plain = (value) => (value instanceof RegExp ? value.source : value);
const table = Object.fromEntries(Object.entries(limits).map(([name, value]) => [name, plain(value)]));
console.log(JSON.stringify({ limits: table, kinds: KINDS }));
"""


@pytest.fixture(scope="module")
def browser(pytestconfig: pytest.Config) -> dict[str, dict[str, typing.Any]]:
    node = programs.node()
    assert node, "Node is not installed: run make test"
    command = [node, "--no-warnings", "--input-type=module", "--eval", SCRIPT]
    done = subprocess.run(command, cwd=pytestconfig.rootpath, capture_output=True, text=True, check=True, timeout=60)
    read: dict[str, dict[str, typing.Any]] = json.loads(done.stdout)
    return read


def test_limits_have_the_same_names_and_figures(browser: dict[str, dict[str, typing.Any]]) -> None:
    ours = {name: value for name, value in vars(limits).items() if re.fullmatch("[A-Z_]+", name)}
    theirs = {
        name: value
        for name, value in browser["limits"].items()
        if not name.startswith("NOTE_W") and name != "NOTE_HEIGHT"
    }
    assert theirs == ours | {"COLOURS": list(limits.COLOURS), "ONE_LINE": list(limits.ONE_LINE)}


def test_changes_have_the_same_kinds_and_fields(browser: dict[str, dict[str, typing.Any]]) -> None:
    kinds = [kind for kind in vars(changes).values() if isinstance(kind, type) and issubclass(kind, Change)]
    ours = {}
    for kind in kinds:
        if kind is Change:
            continue
        fields = structs.fields(kind)
        ours[kind_of(kind)] = (  # type: ignore[arg-type]
            {field.name for field in fields if field.default is NODEFAULT},
            {field.name for field in fields if field.default is not NODEFAULT},
        )
    theirs = {}
    for kind_name, text in browser["kinds"].items():
        needed, _, optional = text.partition("|")
        theirs[kind_name] = (set(needed.split()), set(optional.split()))
    assert theirs == ours
