"""A programme as a file: there and back, and whatever else somebody may choose by mistake or on purpose."""

import json
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.board.change import Change
from exports.programme_file import MOST_BYTES, ProgrammeFile, changes, read, write
from stepstones.errors import Refused
from stepstones.planning import proposal
from stepstones.programme import OwnQuestion, Script, Step, StoneSettings
from stepstones.workshop import Session
from tests.exports import sessions
from tests.storage.sample import Sample

ASKED = OwnQuestion("own.q", "Wat mag het kosten?", ("Abonnement?",))
OWN = StoneSettings("own.price", name="Prijs", lead="Wat kost het?", questions=(ASKED,), prompts={"own.q": ("Los?",)})
RENAMED = StoneSettings("teams", name="Ploegen", prompts={"teams.contact": ("De kassa",)})
STEPS = (
    *proposal()[:3],
    Step("s-own", "stone", "own.price", 25),
    Step("b", "break", None, 5),
    Step("t", "stone", "teams", 9),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def prepared() -> Session:
    empty = sessions.empty()
    stones = (OWN, RENAMED, StoneSettings("goals", locked=True), StoneSettings("own.unused", name="Ongebruikt"))
    shop = replace(empty.workshop, programme=STEPS)
    return replace(empty, workshop=shop, stones=stones, scripts=(Script("b", "Koffie op tijd"),))


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        read(data)
    return caught.value.reason


def outcome(data: bytes) -> str:
    try:
        return "read" if isinstance(read(data), ProgrammeFile) else "strange"
    except Refused as error:
        return error.reason


def carried_out(shop: Sample, made: list[Change]) -> Session:
    for change in made:
        shop.do(shop.lead, change)
    return shop.session()


@pytest.mark.parametrize("private", [True, False])
def test_a_programme_comes_back_as_it_was(shop: Sample, private: bool) -> None:
    file = read(write(prepared(), private=private))
    for _ in range(2):  # a second time it is there already
        found = carried_out(shop, changes(file, shop.session()))
        texts = {one.stone: replace(one, locked=False) for one in found.stones}
        assert found.workshop.programme == STEPS
        assert texts == {"own.price": OWN, "teams": RENAMED}
        assert found.scripts == ((Script("b", "Koffie op tijd"),) if private else ())


def test_private_notes_are_not_in_the_file_unless_they_are_asked_for() -> None:
    assert b"Koffie" not in write(prepared(), private=False)
    assert b"Koffie" in write(prepared(), private=True)


def test_only_texts_of_stones_are_in_it_and_no_session() -> None:
    kept = json.loads(write(prepared(), private=True))
    assert set(kept) == {"format", "version", "steps", "stones", "notes"}
    assert [stone["stone"] for stone in kept["stones"]] == ["own.price", "teams"]


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"format": "x"}', b"[" * 100_000])
def test_what_is_no_programme_is_unknown(data: bytes) -> None:
    assert refused(data) == "programme_unknown"


def test_a_file_may_be_too_large_or_from_tomorrow() -> None:
    assert refused(b" " * (MOST_BYTES + 1)) == "file_too_large"
    newer = json.loads(write(prepared(), private=False)) | {"version": 2, "more": 1}
    assert refused(json.dumps(newer).encode()) == "programme_newer"


def altered(path: list[Any], value: object) -> bytes:
    plain = json.loads(write(prepared(), private=True))
    at = plain
    for part in path[:-1]:
        at = at[part]
    at[path[-1]] = value
    return json.dumps(plain).encode()


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (["steps", 1, "minutes"], -5, "steps[1].minutes"),
        (["steps", 0, "kind"], "lunch", "steps[0].kind"),
        (["steps"], [], None),
        (["stones", 0, "name"], "x" * 41, "stones[0].name"),
        (["stones", 0, "questions", 0, "id"], "teams.contact", "stones[0].questions[0].id"),
        (["surprise"], 1, "format"),
    ],
)
def test_what_does_not_fit_is_named_by_its_place(path: list[Any], value: object, place: str | None) -> None:
    if place is None:
        assert read(altered(path, value)).steps == []
        return
    with pytest.raises(Refused) as caught:
        read(altered(path, value))
    assert (caught.value.reason, caught.value.values) == ("programme_wrong", {"place": place})


@pytest.mark.parametrize("value", ["", "a\u202eb"])
def test_a_stone_of_ones_own_has_a_name_that_can_be_kept(value: str) -> None:
    file = read(altered(["stones", 0, "name"], value))
    with pytest.raises(Refused) as caught:
        changes(file, sessions.empty())
    assert (caught.value.reason, caught.value.values) == ("programme_wrong", {"place": "stones[0]"})


@given(JSON)
def test_whatever_stands_in_a_file_it_is_read_or_refused(plain: object) -> None:
    framed = {"format": "stepping-stones programme", "version": 1, "steps": plain}
    for data in (plain, framed, framed | {"steps": [], "stones": plain}, framed | {"steps": [], "notes": plain}):
        assert outcome(msgspec.json.encode(data)) in ("read", "programme_unknown", "programme_wrong", "programme_newer")


@given(st.binary(max_size=200))
def test_no_bytes_break_it(data: bytes) -> None:
    assert refused(data) == "programme_unknown"
