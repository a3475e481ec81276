"""Clients that come back: who follows the log has what the rows hold, and what is resent is made once."""

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from canvas.board import bonds, limits
from canvas.board.change import Change
from canvas.board.leading import StoneFinish
from canvas.board.notes import (
    NewNote,
    NoteAdd,
    NoteDelete,
    NoteEdit,
    NoteRestore,
    NotesAdd,
    NotesDelete,
    NotesEdit,
    NotesRestore,
    NoteValues,
)
from stepstones.errors import Refused
from stepstones.rules import Actor
from storage.ledger import Ledger, Request
from tests.storage.effects.test_notes import fill
from tests.storage.mirror import Mirror
from tests.storage.sample import Sample, fresh_id

notes = st.sampled_from([f"n{number}" for number in range(7)])
clusters, links, comments = (st.sampled_from([f"{kind}1", f"{kind}2"]) for kind in "klo")
stones = st.sampled_from(["teams", "teams", "goals", "parking"])
texts = st.sampled_from(["Balie", "Avond", "Codes"])
maybe: Callable[[Any], Any] = lambda values: st.none() | values  # noqa: E731
numbers = st.integers(-500, 500)
several = st.lists(notes, min_size=1, max_size=5)
LOOKS: dict[str, Any] = {
    "colour": st.sampled_from(limits.COLOURS), "size": st.sampled_from(limits.SIZES), "x": numbers, "y": numbers,
    "cluster": maybe(clusters), "question": st.sampled_from([None, "teams.contact"]),
}  # fmt: skip


def some(kind: type[Any], needed: dict[str, Any], **optional: Any) -> Any:
    return st.fixed_dictionaries(needed, optional=optional).map(lambda fields: kind(**fields))


CHANGES = st.one_of(
    some(NoteAdd, {"note": notes, "stone": stones, "text": texts}, behalf=texts, **LOOKS),
    some(NoteEdit, {"note": notes}, text=texts, stone=stones, behalf=texts, **LOOKS),
    some(NoteDelete, {"note": notes}),
    some(NoteRestore, {"note": notes}),
    some(NotesAdd, {"stone": stones, "notes": st.lists(some(NewNote, {"note": notes, "text": texts}, **LOOKS),
                                                       min_size=1, max_size=4, unique_by=lambda new: new.note)}),
    some(NotesEdit, {"edits": st.lists(some(NoteValues, {"note": notes}, stone=stones, **LOOKS), min_size=1)}),
    some(NotesDelete, {"notes": several}),
    some(NotesRestore, {"notes": several}),
    some(bonds.ClusterAdd, {"cluster": clusters, "stone": stones, "title": texts, "notes": several}),
    some(bonds.ClusterEdit, {"cluster": clusters}, title=texts, collapsed=st.booleans()),
    some(bonds.ClusterMove, {"cluster": clusters, "dx": numbers, "dy": numbers}),
    some(bonds.ClusterDelete, {"cluster": clusters}),
    some(bonds.LinkAdd, {"link": links, "start": notes, "end": notes}, word=texts),
    some(bonds.LinkEdit, {"link": links, "word": texts}),
    some(bonds.LinkDelete, {"link": links}),
    some(bonds.ReactionSet, {"note": notes, "sign": st.sampled_from(limits.SIGNS), "on": st.booleans()}),
    some(bonds.CommentAdd, {"comment": comments, "note": notes, "text": texts}),
    some(bonds.CommentDelete, {"comment": comments}),
    some(StoneFinish, {"stone": st.sampled_from(["teams", "goals"]), "finished": st.just(True)}),
    st.just("restore"),
)  # fmt: skip


def last_snapshot(shop: Sample) -> str:
    """The oldest snapshot that is kept."""
    rows = shop.everything()["snapshots"]
    return next((row[1] for row in rows if row[0] == shop.id), "none")


def begun(ledger: Ledger) -> Sample:
    """A workshop with some notes."""
    shop = Sample(ledger)
    shop.do(shop.lead, NotesAdd(stone="teams", notes=[NewNote(note=f"n{number}", text="Balie") for number in range(4)]))
    return shop


@given(asked=st.lists(CHANGES, min_size=1, max_size=25))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_who_follows_the_log_from_anywhere_has_what_the_rows_hold(ledger: Ledger, asked: list[Any]) -> None:
    shop = begun(ledger)
    mirrors = [Mirror(shop.session())]
    for change in asked:
        try:
            shop.do(shop.lead, bonds.SnapshotRestore(last_snapshot(shop)) if change == "restore" else change)
        except Refused:
            continue
        mirrors.append(Mirror(shop.session()))
    log, now = shop.log(), Mirror(shop.session()).everything()
    for mirror in mirrors:
        assert mirror.follow(log).everything() == now
    assert mirrors[0].follow(log).everything() == now


@given(asked=st.lists(CHANGES.filter(lambda change: change != "restore"), min_size=1, max_size=12), seed=st.integers())
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_resent_in_any_order_is_made_once(ledger: Ledger, asked: list[Change], seed: int) -> None:
    shop = begun(ledger)
    made: dict[str, int] = {}
    for number, change in enumerate(asked):
        try:
            made[f"c{number}"] = shop.do(shop.lead, change, f"c{number}").seq
        except Refused:
            continue
    before = shop.everything()
    resent = [id for id in made for _ in range(2)]
    random.Random(seed).shuffle(resent)
    for id in resent:
        again = shop.do(shop.lead, asked[int(id[1:])], id)
        assert (again.seq, again.record) == (made[id], None)
    assert shop.everything() == before


def test_an_old_id_with_something_else_in_it_is_acknowledged_and_not_made(shop: Sample) -> None:
    made = shop.do(shop.lead, NoteAdd(note="n1", stone="teams", text="Balie"), "c1")
    before = shop.everything()
    for change in (NoteDelete(note="n1"), NotesAdd(stone="goals", notes=[NewNote(note="n2", text="x")])):
        again = shop.do(shop.lead, change, "c1")
        assert (again.seq, again.record) == (made.seq, None)
    assert shop.everything() == before


def test_what_was_refused_can_be_asked_again_under_its_id_when_there_is_room(shop: Sample) -> None:
    fill(shop, "teams", limits.NOTES_PER_STONE)
    add = NotesAdd(stone="teams", notes=[NewNote(note="n1", text="x")])
    assert shop.refused(shop.lead, add, id="c1") == "stone_full"
    shop.do(shop.lead, NoteDelete(note="teams0"))
    assert shop.do(shop.lead, add, "c1").record
    assert shop.do(shop.lead, add, "c1").record is None


def test_replaying_a_whole_day_into_what_became_of_it_changes_nothing(shop: Sample) -> None:
    steps: list[Change] = [
        NotesAdd(stone="teams", notes=[NewNote(note=id, text="x") for id in "abc"]),
        NotesEdit(edits=[NoteValues(note="a", stone="parking"), NoteValues(note="b", x=4)]),
        bonds.ClusterAdd(cluster="k1", stone="teams", title="Samen", notes=["b", "c"]),
        NotesDelete(notes=["a", "b"]),
        NotesRestore(notes=["b"]),
        bonds.ClusterDelete(cluster="k1"),
    ]
    ids = [fresh_id() for _ in steps]
    for _ in range(3):
        for id, change in zip(ids, steps, strict=True):
            shop.do(shop.lead, change, id)
    assert [seq for seq, *_ in shop.log()] == list(range(1, len(steps) + 1))
    assert {(note.id, note.x) for note in shop.session().notes} == {("b", 4), ("c", 440)}


@pytest.mark.parametrize("kind", ["alone", "together"])
def test_two_people_delete_and_edit_at_once_and_nothing_breaks(shop: Sample, kind: str) -> None:
    anna = shop.person("Anna")
    ids = [shop.note(anna) for _ in range(12)]
    start = Mirror(shop.session())
    edits: list[Change] = [NoteEdit(note=id, x=7) for id in ids]
    deletes: list[Change] = [NoteDelete(note=id) for id in ids]
    if kind == "together":
        edits = [NotesEdit(edits=[NoteValues(note=id, x=step) for id in ids]) for step in range(6)]
        deletes = [NotesDelete(notes=ids[:step]) for step in (2, 4, 8, 12, 12)]

    def ask(work: tuple[Actor, list[Change]]) -> list[str]:
        return [become(shop, work[0], change) for change in work[1]]

    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(ask, [(anna, edits), (shop.lead, deletes)]))
    assert set().union(*both) <= {"made", "note_gone"}
    assert shop.session().notes == ()
    assert start.follow(shop.log()).everything() == Mirror(shop.session()).everything()


def become(shop: Sample, actor: Actor, change: Change) -> str:
    """What became of it."""
    try:
        shop.ledger.submit(Request(shop.id, fresh_id(), change, actor))
    except Refused as refused:
        return refused.reason
    return "made"
