"""What a hostile participant with a client of their own does not get over the socket, whatever they do."""

import json

import pytest

from canvas.board.leading import NotesReveal, ReadySet, StoneEdit
from canvas.board.notes import NoteAdd
from canvas.board.people import GroupsSet, Seats
from canvas.board.programme import NewStep, ProgrammeSet, ScriptSet
from canvas.board.votes import VoteOpen
from canvas.live.news import News
from stepstones.log import Record
from stepstones.rules import HOUSE, Actor
from storage.book import Committed
from storage.ledger import Outcome, Request
from tests.canvas.live.cast import (
    SECRET,
    TEXT,
    Cast,
    doing,
    hidden,
    last_counts,
    readers_of,
    said,
    ways_in,
)
from tests.storage.sample import fresh_id
from tests.web.serving import Serving


def test_what_is_written_unseen_is_read_by_nobody_else_not_even_who_leads(serving: Serving) -> None:
    cast = Cast(serving, "private")
    before = cast.bram.seq
    note = cast.writes()
    assert {who for who, client in cast.others.items() if TEXT in said(client) or note in said(client)} == set()
    for hello in ways_in(before):
        assert readers_of(cast, TEXT, **hello) == readers_of(cast, note, **hello) == set()
        assert TEXT in cast.again("anna", **hello).text
    assert [mine["id"] for mine in cast.again("anna").snapshot["mine"]] == [note]


def test_what_waits_to_be_let_in_is_read_by_who_leads_and_who_wrote_it(serving: Serving) -> None:
    cast = Cast(serving, "moderated")
    before = cast.bram.seq
    note = cast.writes()
    assert {who for who, client in cast.others.items() if TEXT in said(client)} == {"lead"}
    for hello in ways_in(before):
        assert readers_of(cast, TEXT, **hello) == {"lead"}
    assert [mine["id"] for mine in cast.again("lead").snapshot["mine"]] == [note]
    assert cast.again("bram").snapshot["mine"] == []


def test_nobody_learns_who_wrote_a_note_without_a_name(serving: Serving) -> None:
    cast = Cast(serving, "anonymous")
    before, note = cast.bram.seq, fresh_id()
    do = {"kind": "note.add", "note": note, "stone": "teams", "text": TEXT}
    moved = {"kind": "note.edit", "note": note, "x": 9}
    for id, change in (("own", do), ("later", moved)):
        cast.anna.say({"type": "change", "id": id, "do": change, "proofs": {note: SECRET}})
    told = [[client.hear_change() for _ in range(2)] for client in (cast.anna, *cast.others.values())]
    assert [[(change["id"], change["by"]) for change in heard] for heard in told] == [
        [("own", None), ("later", None)]
    ] * 5
    assert cast.anna.person not in json.dumps(told)
    for who in cast.others:
        [found] = cast.again(who).snapshot["notes"]
        assert (found["author"], found["group"], found["anonymous"]) == (None, None, True)
        for hello in ways_in(before):
            come = cast.again(who, **hello)
            assert SECRET not in come.text
            assert {change["by"] for change in come.changes if change.get("note") == note} <= {None}


def test_a_change_of_what_is_hidden_is_heard_by_nobody_else(serving: Serving) -> None:
    cast = Cast(serving, "private")
    note = cast.writes()
    for fields in ({"kind": "note.edit", "text": TEXT + "!"}, {"kind": "note.delete"}, {"kind": "note.restore"}):
        id = fresh_id()
        cast.anna.say({"type": "change", "id": id, "do": {**fields, "note": note}})
        assert cast.anna.hear_change()["id"] == id
    assert all(note not in said(client) for client in cast.others.values())


def test_a_reveal_brings_the_notes_whole_to_all_also_to_who_was_away(serving: Serving) -> None:
    cast = Cast(serving, "private")
    cast.writes()
    before = cast.bram.seq
    cast.shop.do(cast.shop.lead, NotesReveal(stone="teams"))
    for client in cast.others.values():
        [note] = client.hear_change()["notes"]
        assert (note["text"], note["audience"], note["author"]) == (TEXT, "all", cast.anna.person)
    for hello in ways_in(before):
        assert readers_of(cast, TEXT, **hello) == set(cast.others)
    assert cast.again("bram").snapshot["mine"] == []


@pytest.mark.parametrize("writing", ["private", "anonymous"])
def test_nobody_sees_who_types_points_or_drags_where_people_write_unseen(serving: Serving, writing: str) -> None:
    cast = Cast(serving)
    open_note = cast.writes()
    cast.shop.do(cast.shop.lead, StoneEdit(stone="teams", writing=writing))  # type: ignore[arg-type]
    drag = {"notes": [open_note], "dx": 1, "dy": 1}
    for typing in (open_note, "a-new-one"):
        cast.anna.say(
            {"type": "presence", "stone": "teams", "typing": typing, "drag": drag, "cursor": {"x": 1, "y": 2}}
        )
        shown = doing(cast.bram, cast.anna, "teams")
        assert (shown["typing"], shown["drag"], shown["cursor"]) == (None, None, None)
        cast.anna.say({"type": "presence", "stone": "goals", "typing": typing[::-1]})
        doing(cast.bram, cast.anna, "goals")


def test_what_somebody_does_to_a_hidden_note_is_not_shown(serving: Serving) -> None:
    cast = Cast(serving, "private")
    note = cast.writes()
    cast.shop.do(cast.shop.lead, StoneEdit(stone="teams", writing="open", moving=True, editing=True))
    drag = {"notes": [note], "dx": 1, "dy": 1}
    cast.anna.say({"type": "presence", "stone": "teams", "typing": note, "drag": drag, "cursor": {"x": 1, "y": 2}})
    shown = doing(cast.bram, cast.anna, "teams")
    assert (shown["typing"], shown["drag"], shown["cursor"]) == (None, None, {"x": 1, "y": 2})
    assert note not in said(cast.bram)
    cast.shop.do(cast.shop.lead, NotesReveal(stone="teams"))
    cast.anna.say({"type": "presence", "stone": "goals"})
    doing(cast.bram, cast.anna, "goals")
    cast.anna.say({"type": "presence", "stone": "teams", "typing": note, "drag": drag})
    assert doing(cast.bram, cast.anna, "teams")["typing"] == note


def test_everybody_knows_how_many_notes_are_hidden_and_only_who_leads_whose(serving: Serving) -> None:
    cast = Cast(serving)
    cast.shop.do(cast.shop.lead, GroupsSet(groups=[Seats(group="g1", name="Tafel", people=[cast.anna.person])]))
    cast.shop.do(cast.shop.lead, StoneEdit(stone="teams", writing="private"))
    cast.writes()
    cast.writes()
    for who in ("bram", "wall", "reader"):
        assert hidden(cast.others[who], 2) == last_counts(cast.again(who)) == {"type": "hidden", "stones": {"teams": 2}}
    for counts in (hidden(cast.lead, 2), last_counts(cast.again("lead"))):
        assert counts
        assert (counts["people"], counts["groups"]) == ({cast.anna.person: 2}, {"g1": 2})
    cast.shop.do(cast.shop.lead, NotesReveal(stone="teams"))
    assert hidden(cast.bram, 0)["stones"] == {}
    assert last_counts(cast.again("bram")) is None


def test_notes_without_a_name_count_for_nobody(serving: Serving) -> None:
    cast = Cast(serving, "anonymous")
    note = fresh_id()
    do = {"kind": "note.add", "note": note, "stone": "teams", "text": TEXT}
    cast.anna.say({"type": "change", "id": "own", "do": do, "proofs": {note: SECRET}})
    cast.anna.hear_change()
    cast.shop.do(cast.shop.lead, StoneEdit(stone="goals", writing="private"))
    cast.shop.do(Actor(cast.bram.person, "participant"), NoteAdd(note="b", stone="goals", text="Van Bram"))
    assert hidden(cast.lead, 1)["people"] == {cast.bram.person: 1}


def test_nobody_sees_the_dots_of_another(serving: Serving) -> None:
    cast = Cast(serving)
    note = cast.writes()
    cast.shop.note(cast.shop.lead)
    cast.shop.do(cast.shop.lead, VoteOpen(vote="v1", stones=["teams"], dots=3, each=3, title="Eerst"))
    for client in cast.others.values():
        said(client)
    before = cast.bram.seq
    id = cast.anna.ask("dots.set", vote="v1", note=note, count=3)
    while cast.anna.hear_change()["id"] != id:
        pass
    assert all("dots.set" not in said(client) for client in cast.others.values())
    for who in cast.others:
        assert cast.again(who).snapshot["dots"] == []
    for hello in ways_in(before):
        assert readers_of(cast, "dots.set", **hello) == set()
    assert [one["count"] for one in cast.again("anna").snapshot["dots"]] == [3]


def test_what_facilitators_note_for_themselves_is_theirs(serving: Serving) -> None:
    cast = Cast(serving)
    cast.shop.do(cast.shop.lead, ProgrammeSet(steps=[NewStep(step="s1", kind="break", minutes=5)]))
    before = cast.bram.hear_change()["seq"]
    cast.shop.do(cast.shop.lead, ScriptSet(step="s1", text=TEXT))
    assert TEXT not in said(cast.anna)
    assert {who for who, client in cast.others.items() if TEXT in said(client)} == {"lead"}
    for hello in ways_in(before):
        assert readers_of(cast, TEXT, **hello) == {"lead"}
    assert [one["text"] for one in cast.again("lead").snapshot["scripts"]] == [TEXT]
    assert all(cast.again(who).snapshot["scripts"] == [] for who in ("anna", "bram", "wall", "reader"))


def test_who_asked_is_answered_also_where_what_was_made_is_not_for_them(serving: Serving) -> None:
    cast = Cast(serving)
    hub, seq = serving.hub, cast.bram.seq + 1
    [bram] = [member for member in hub.rooms[cast.shop.id].members if member.person == cast.bram.person]
    asked = Request(cast.shop.id, "asked", ReadySet(on=True), bram.actor, origin=bram)
    made = Committed(seq, json.dumps({"seq": seq, "text": TEXT}).encode(), "author", cast.anna.person)
    hub.hear([Outcome(asked, made)])
    assert cast.bram.hear() == {"type": "ack", "id": "asked", "seq": seq}
    assert TEXT not in said(cast.bram)
    assert TEXT in said(cast.anna)


def test_all_who_may_hear_the_same_get_the_very_same_frames() -> None:
    open_, kept = Record(1, b'{"seq":1}'), Record(2, b'{"seq":2}', "author", "anna")
    people = [Actor(name, "participant") for name in ("anna", "bram", "cato")]
    news = News([open_])
    assert len({id(news.frames_for(actor)[0]) for actor in (*people, HOUSE, Actor(None, "projector"))}) == 1
    news = News([open_, kept])
    anna, bram, cato = (news.frames_for(actor) for actor in people)
    assert bram is cato
    assert [json.loads(*told)["seq"] for told in (anna, bram)] == [2, 1]
    assert News([kept]).frames_for(people[1]) == []
