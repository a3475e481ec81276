"""Where the room is, what everybody looks at, who is done, and stones that are finished."""

from typing import Any

import msgspec
import pytest
from sqlalchemy import insert, update

from canvas.board.change import Change
from canvas.board.leading import (
    GroupPresent,
    ReadySet,
    RoomMove,
    SessionBegin,
    SessionClose,
    SessionReopen,
    SpotlightSet,
    StoneFinish,
    TimerStart,
)
from canvas.board.notes import NoteDelete
from canvas.board.people import GroupsSet
from canvas.board.votes import DotsSet, VoteOpen
from stepstones.rules import HOUSE, Actor
from stepstones.stones import STOPS
from stepstones.workshop import Workshop
from storage.tables import groups, notes, workshops
from tests.storage.sample import NOW, Sample

PROGRAMME = (
    b'[{"step":"s1","kind":"framing","stone":null,"minutes":10},{"step":"s2","kind":"stone","stone":"teams","minutes":20},'
    b'{"step":"s3","kind":"break","stone":null,"minutes":15},{"step":"s4","kind":"stone","stone":"teams","minutes":20}]'
)


@pytest.fixture
def later(shop: Sample, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Lets time pass: so many milliseconds after the beginning."""
    return lambda ms: monkeypatch.setattr(shop.ledger, "now", lambda: NOW + ms)


def did(shop: Sample, change: Change, actor: Actor | None = None) -> dict[str, Any]:
    """The record of a change."""
    made = shop.do(actor or shop.lead, change)
    record: dict[str, Any] = msgspec.json.decode(made.record or b"")
    return record


def now(shop: Sample) -> Workshop:
    return shop.session().workshop


def put(shop: Sample, **values: object) -> None:
    """Write into the row of the workshop, as others do it."""
    shop.ledger.write(lambda c: c.execute(update(workshops).where(workshops.c.id == shop.id).values(values)))


def table(shop: Sample, group: str, stone: str | None = None) -> None:
    """A group."""
    row = {"workshop": shop.id, "id": group, "name": "Balie", "stone": stone, "created": NOW}
    shop.ledger.write(lambda c: c.execute(insert(groups).values(row)))


def test_the_room_goes_to_a_stone_a_question_and_back_to_the_bank(shop: Sample) -> None:
    for stone, question in (("channels", "channels.ways"), ("teams", None), ("framing", None), ("parking", None)):
        shop.do(shop.lead, RoomMove(stone=stone, question=question))
        assert (now(shop).stone, now(shop).question) == (stone, question)


@pytest.mark.parametrize("stop", STOPS)
def test_the_room_goes_where_no_notes_lie(shop: Sample, stop: str) -> None:
    shop.do(shop.lead, RoomMove(stone=stop))
    assert now(shop).stone == stop
    assert shop.refused(shop.lead, RoomMove(stone=stop, question="teams.contact")) == "unknown_question"


@pytest.mark.parametrize(
    ("stone", "question", "reason"),
    [
        ("nowhere", None, "unknown_stone"),
        ("own.unheard-of", None, "unknown_stone"),
        ("teams", "channels.ways", "unknown_question"),
        ("framing", "channels.ways", "unknown_question"),
    ],
)
def test_the_room_stays_on_the_path(shop: Sample, stone: str, question: str | None, reason: str) -> None:
    assert shop.refused(shop.lead, RoomMove(stone=stone, question=question)) == reason


def test_what_belonged_to_where_the_room_was_goes_out_when_it_moves(shop: Sample, later: Any) -> None:
    anna = shop.person("Anna")
    table(shop, "g1")
    shop.do(shop.lead, RoomMove(stone="teams"))
    for change in (SpotlightSet(note=shop.note(anna)), GroupPresent(group="g1")):
        shop.do(shop.lead, change)
    shop.do(anna, ReadySet(on=True))
    later(60_000)
    told = did(shop, RoomMove(stone="channels"))
    assert {name: told[name] for name in ("spotlight", "presenting", "ready", "arrived")} == {
        "spotlight": None, "presenting": None, "ready": False, "arrived": NOW + 60_000,
    }  # fmt: skip
    assert (now(shop).spotlight, now(shop).presenting, now(shop).arrived) == (None, None, NOW + 60_000)
    assert not shop.who(anna.person).ready


def test_who_calls_everybody_where_the_room_is_puts_nothing_out(shop: Sample, later: Any) -> None:
    anna = shop.person("Anna")
    note = shop.note(anna)
    shop.do(shop.lead, RoomMove(stone="teams"))
    shop.do(shop.lead, SpotlightSet(note=note))
    shop.do(anna, ReadySet(on=True))
    later(60_000)
    told = did(shop, RoomMove(stone="teams", together=True))
    assert told.keys().isdisjoint({"spotlight", "presenting", "ready"})
    assert (now(shop).together, now(shop).spotlight, now(shop).arrived) == (True, note, NOW)
    assert shop.who(anna.person).ready


def test_another_question_of_a_stone_does_not_set_back_the_time_there(shop: Sample, later: Any) -> None:
    shop.do(shop.lead, RoomMove(stone="channels"))
    later(60_000)
    assert did(shop, RoomMove(stone="channels", question="channels.ways"))["arrived"] == NOW
    assert now(shop).arrived == NOW


def test_everybody_stays_together_until_they_are_let_go(shop: Sample) -> None:
    for move, together in (
        (RoomMove(stone="teams"), False),
        (RoomMove(stone="teams", together=True), True),
        (RoomMove(stone="channels"), True),
        (RoomMove(stone="channels", together=False), False),
    ):
        shop.do(shop.lead, move)
        assert now(shop).together == together


def test_groups_that_worked_apart_come_along_when_everybody_is_called(shop: Sample) -> None:
    table(shop, "g1", "channels")
    table(shop, "g2")
    table(shop, "g3", "market")
    assert "groups" not in did(shop, RoomMove(stone="teams"))
    assert did(shop, RoomMove(stone="teams", together=True))["groups"] == ["g1", "g3"]
    assert {group.stone for group in shop.session().groups} == {None}


def test_the_room_knows_where_it_is_in_the_programme(shop: Sample) -> None:
    put(shop, programme=PROGRAMME.decode())
    for move, step in (
        (RoomMove(stone="framing"), "s1"),
        (RoomMove(stone="teams"), "s2"),
        (RoomMove(stone="parking"), "s2"),
        (RoomMove(stone="break"), "s3"),
        (RoomMove(stone="teams", step="s4"), "s4"),
        (RoomMove(stone="teams", question="teams.contact"), "s4"),
        (RoomMove(stone="channels", step="gone"), "s4"),
        (RoomMove(stone="channels", step=None), None),
    ):
        assert did(shop, move)["step"] == step
        assert now(shop).step == step


def test_without_a_programme_there_is_no_step(shop: Sample) -> None:
    put(shop, step="of another programme")
    assert did(shop, RoomMove(stone="teams"))["step"] is None


def test_time_that_is_up_goes_when_the_room_moves_and_time_that_runs_goes_along(shop: Sample, later: Any) -> None:
    shop.do(shop.lead, TimerStart(seconds=60))
    later(59_000)
    assert "timer" not in did(shop, RoomMove(stone="teams"))
    assert now(shop).timer
    later(60_000)
    assert did(shop, RoomMove(stone="channels"))["timer"] is None
    assert now(shop).timer is None


def test_a_session_begins_once(shop: Sample, later: Any) -> None:
    assert now(shop).begun is None
    assert did(shop, SessionBegin())["begun"] == NOW
    later(1000)
    assert did(shop, SessionBegin())["begun"] == NOW
    assert now(shop).begun == NOW


def test_a_closed_session_holds_nobody_and_nothing_runs_in_it(shop: Sample) -> None:
    for change in (
        RoomMove(stone="teams", together=True),
        TimerStart(seconds=60),
        SpotlightSet(note=shop.note(shop.lead)),
    ):
        shop.do(shop.lead, change)
    told = did(shop, SessionClose())
    assert (told["closed"], told["timer"], told["together"], told["spotlight"]) == (NOW, None, False, None)
    closed = now(shop)
    assert (closed.closed, closed.timer, closed.together, closed.spotlight) == (NOW, None, False, None)


def test_a_closed_session_goes_on_when_it_is_reopened(shop: Sample) -> None:
    shop.do(shop.lead, SessionClose())
    shop.do(shop.lead, SessionReopen())
    assert now(shop).closed is None


def test_everybody_looks_at_a_note_that_is_there_for_everybody(shop: Sample) -> None:
    anna = shop.person("Anna")
    note, gone, waits, unseen = (shop.note(anna) for _ in range(4))
    shop.do(anna, NoteDelete(note=gone))
    for hidden, audience in ((waits, "facilitators"), (unseen, "author")):
        shop.ledger.write(lambda c: c.execute(update(notes).where(notes.c.id == hidden).values(audience=audience)))  # noqa: B023
    shop.do(shop.lead, SpotlightSet(note=note))
    assert now(shop).spotlight == note
    assert shop.refused(shop.lead, SpotlightSet(note=gone)) == "note_gone"
    assert shop.refused(shop.lead, SpotlightSet(note=waits)) == "still_hidden"
    assert shop.refused(shop.lead, SpotlightSet(note=unseen)) == "note_gone"
    shop.do(shop.lead, SpotlightSet(note=None))
    assert now(shop).spotlight is None


def test_a_vote_that_runs_ends_with_the_session_and_stays_closed_when_it_goes_on(shop: Sample) -> None:
    anna, note = shop.person("Anna"), shop.note(shop.lead)
    shop.note(shop.lead)
    shop.do(shop.lead, VoteOpen(vote="v", title="", stones=["teams"], dots=3, each=3))
    shop.do(anna, DotsSet(vote="v", note=note, count=2))
    record = msgspec.json.decode(shop.do(shop.lead, SessionClose()).record or b"")
    assert record["ended"] == {"vote": "v", "tally": {note: 2}, "voters": 1}
    shop.do(shop.lead, SessionReopen())
    [vote] = shop.session().votes
    assert (vote.closed, vote.voters) == (NOW, 1)
    assert shop.refused(anna, DotsSet(vote="v", note=note, count=1)) == "vote_closed"


def test_a_group_reports_back(shop: Sample) -> None:
    table(shop, "g1")
    shop.do(shop.lead, GroupPresent(group="g1"))
    assert now(shop).presenting == "g1"
    assert shop.refused(shop.lead, GroupPresent(group="g2")) == "group_gone"
    shop.do(shop.lead, GroupPresent(group=None))
    assert now(shop).presenting is None


def test_a_group_that_is_no_longer_one_does_not_report_back(shop: Sample) -> None:
    table(shop, "g1")
    shop.do(shop.lead, GroupsSet(groups=[]))
    assert shop.refused(shop.lead, GroupPresent(group="g1")) == "group_gone"


def test_everybody_says_for_themselves_that_they_are_done(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    shop.do(anna, ReadySet(on=True))
    assert (shop.who(anna.person).ready, shop.who(bram.person).ready) == (True, False)
    shop.do(anna, ReadySet(on=False))
    assert not shop.who(anna.person).ready
    assert shop.refused(HOUSE, ReadySet(on=True)) == "read_only"


def test_a_stone_is_finished_and_opened_again(shop: Sample) -> None:
    shop.do(shop.lead, StoneFinish(stone="teams", finished=True))
    assert shop.session().finished == {"teams"}
    shop.do(shop.lead, StoneFinish(stone="teams", finished=False))
    assert shop.session().finished == set()
    assert shop.refused(shop.lead, StoneFinish(stone="framing", finished=True)) == "unknown_stone"
    assert shop.refused(shop.lead, StoneFinish(stone="parking", finished=True)) == "unknown_stone"


def test_a_stone_is_finished_with_a_conclusion_that_stays_until_there_is_another(shop: Sample) -> None:
    for change, conclusion in (
        (StoneFinish(stone="teams", finished=True, conclusion="Wij bellen terug."), "Wij bellen terug."),
        (StoneFinish(stone="teams", finished=False), "Wij bellen terug."),
        (StoneFinish(stone="teams", finished=True), "Wij bellen terug."),
        (StoneFinish(stone="teams", finished=True, conclusion=""), ""),
    ):
        shop.do(shop.lead, change)
        assert concluded(shop) == conclusion


def concluded(shop: Sample) -> str:
    return next((kept.conclusion for kept in shop.session().stones if kept.stone == "teams"), "")
