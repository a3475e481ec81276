"""What docs/protocol.md tells who writes a client is what the code does."""

import dataclasses
import re
from pathlib import Path
from typing import Any, get_args

import pytest

import settings
from canvas.board import limits
from canvas.board.changes import BySocket, KeyRenew
from canvas.board.fields import Relation
from canvas.board.notes import PictureAdd, SketchSave
from canvas.board.people import PersonJoin
from canvas.board.places import SIZES
from canvas.live import routes as live
from canvas.live.frames import PARTS
from i18n import LANGUAGES
from sentences import SENTENCES
from services import services
from stepstones.closing import Action, Status
from stepstones.maturity import QUESTIONS
from stepstones.programme import Kind, Step, StoneSettings, Writing
from stepstones.stones import PARKING, STONES, STOPS
from stepstones.voting import Vote
from stepstones.workshop import (
    FRAMING,
    Audience,
    Authors,
    Cluster,
    Comment,
    Cursors,
    Group,
    Link,
    Note,
    Person,
    Reaction,
    Role,
    Score,
    Story,
    Timer,
    Workshop,
)
from storage.heartbeat import Fault
from tests.canvas.board.examples import FIELDS
from tests.storage.sample import url_of
from web import api, drawings, pictures, reports, suggestions
from web.problem import STATUS

PROTOCOL = (Path(__file__).parent.parent / "docs" / "protocol.md").read_text("utf-8")
RECORDS = (
    Note, Cluster, Link, Reaction, Comment, Story, Person, Score, Workshop, Group, Timer, StoneSettings, Vote, Action,
    Step,
)  # fmt: skip
REASONS = PROTOCOL.partition("## Reason codes")[2]
NAMED = re.compile(r"`([^`]+)`")
NAMED_FIELD = re.compile(r'"(\w+)"')


def rows(text: str) -> list[list[str]]:
    """The cells of every row of the tables in a text, without their headings."""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if not line.startswith("| ---")]


def listed(name: str) -> list[str]:
    """What stands in the closed list of this name."""
    (found,) = re.findall(rf"^- {name}: `([^`]+)`", PROTOCOL, re.MULTILINE)
    return str(found).split()


def is_of_a_field(reason: str) -> bool:
    """Is this the sentence that a field has of its own, for a reason that is there without it?"""
    return any(reason == f"{other}_{field}" for other in SENTENCES for field in FIELDS)


def test_every_reason_is_listed_once_and_no_other() -> None:
    told = [NAMED.fullmatch(row[0]) for row in rows(REASONS) if row[0] != "reason"]
    names = [name[1] for name in told if name]
    assert sorted(names) == sorted(reason for reason in SENTENCES if not is_of_a_field(reason))
    assert len(names) == len(told)


def test_every_reason_has_the_status_that_it_is_answered_with() -> None:
    told = {row[0].strip("`"): row[1] for row in rows(REASONS) if row[0] != "reason"}
    assert {reason: told[reason] for reason in STATUS} == {reason: str(status) for reason, status in STATUS.items()}
    assert {status for reason, status in told.items() if reason not in STATUS} == {"", "400"}


def test_every_limit_is_listed_with_its_figure() -> None:
    text = PROTOCOL.partition("## Limits")[2].partition("## Reason codes")[0]
    told = {row[0].strip("`"): int(row[1].replace(",", "")) for row in rows(text) if row[0] != "limit"}
    assert told == {name: value for name, value in vars(limits).items() if name.isupper() and isinstance(value, int)}
    assert {reason for row in rows(text)[1:] for reason in NAMED.findall(row[3])} <= set(SENTENCES)


def test_the_closed_lists_are_whole() -> None:
    assert listed("Colours") == list(limits.COLOURS)
    assert listed("Sizes") == list(limits.SIZES)
    assert listed("Signs") == list(limits.SIGNS)
    assert listed("Cursors") == list(get_args(Cursors))
    assert listed("Authors") == list(get_args(Authors))
    assert listed("Writing") == list(get_args(Writing))
    assert listed("Audiences") == list(get_args(Audience))
    assert listed("Stops") == list(STOPS)
    assert listed("Kinds of steps") == list(get_args(Kind))
    assert listed("Status of an action") == list(get_args(Status))
    assert listed("Stones") == list(STONES)
    assert f"on `{PARKING}`, the parking lot" in PROTOCOL
    assert f"`{FRAMING}` for the room" in PROTOCOL
    assert listed("Questions that are scored") == list(QUESTIONS)
    assert listed("Relations") == list(get_args(Relation))
    assert listed("Languages") == list(LANGUAGES)
    assert sorted(listed("Roles")) == sorted(get_args(Role))


def test_sizes_are_told_in_pixels_of_the_board() -> None:
    (told,) = re.findall(r"^- Sizes: .*on the board (.*) pixels", PROTOCOL, re.MULTILINE)
    assert [tuple(map(int, pair)) for pair in re.findall(r"(\d+) × (\d+)", told)] == list(SIZES.values())


@pytest.mark.parametrize("record", RECORDS, ids=lambda kind: kind.__name__)
def test_every_record_is_told_with_all_its_fields(record: type[Any]) -> None:
    told = [NAMED_FIELD.findall(fields) for fields in re.findall(r"`\{((?:\"\w+\",?\s*)+)\}`", PROTOCOL)]
    assert sorted(field.name for field in dataclasses.fields(record)) in [sorted(fields) for fields in told]


def test_the_snapshot_is_told_with_all_its_parts() -> None:
    (told,) = re.findall(r"`(\{\"type\": \"snapshot\".*?\})` \|", PROTOCOL)
    own = {"you", "mine", "dots", "scripts", "online", "now"}
    assert {"type", "workshop", "finished", *own, *PARTS} == set(re.findall(r'[{,] ?"(\w+)": ', told)) - {
        "person", "role",
    }  # fmt: skip


def test_every_field_of_a_change_is_named_in_its_row() -> None:
    text = PROTOCOL.partition("### Kinds of changes")[2].partition("## ")[0]
    told = {name: set(NAMED.findall(row[1])) for row in rows(text)[1:] for name in NAMED.findall(row[0])}
    for kind in (*get_args(BySocket), PersonJoin, KeyRenew, SketchSave):
        assert set(kind.__struct_fields__) - told[kind.__struct_config__.tag] == set(), kind


def test_every_kind_of_change_has_a_row() -> None:
    kinds = {kind.__struct_config__.tag for kind in (*get_args(BySocket), PersonJoin, KeyRenew, SketchSave, PictureAdd)}
    text = PROTOCOL.partition("### Kinds of changes")[2].partition("## ")[0]
    assert {name for row in rows(text)[1:] for name in NAMED.findall(row[0])} == kinds


def test_every_address_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for path in addresses(monkeypatch, url_of(tmp_path)):
        assert re.sub(r"\{(\w+)\}", r"<\1>", path.replace("{workshop}", "<id>")) in PROTOCOL


def addresses(monkeypatch: pytest.MonkeyPatch, database_url: str) -> list[str]:
    """The paths of the interface for programs."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    settings.settings.cache_clear()
    house = services.__wrapped__()
    house.ledger.close()
    house.database.close()
    settings.settings.cache_clear()
    ours = api, reports, suggestions, pictures, drawings
    parts = *(part.routes(house) for part in ours), live.routes(house.hub)
    paths = [getattr(at, "path", "") for part in parts for at in part]
    return [path for path in paths if path.startswith(("/api/", "/ws/")) and "{rest" not in path]


def test_close_codes_and_what_a_watcher_reads_are_told() -> None:
    closing = {row[0].split()[0] for row in rows(PROTOCOL.partition("### When it closes")[2].partition("###")[0])}
    assert {str(live.CLOSE_POLICY), str(live.CLOSE_TOO_LARGE)} <= closing
    faults = {name for part in get_args(Fault) for name in (get_args(part) or (part,))}
    assert [fault for fault in (*faults, "hub_failed") if f"`{fault}`" not in PROTOCOL] == []
