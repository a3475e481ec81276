"""Who is shown out, leads from now on or no longer, or is one with another: what they get, and what they do not."""

import json

from canvas.board.notes import NoteAdd
from canvas.board.people import PersonLead, PersonMerge, PersonRemove
from stepstones.rules import Actor
from tests.canvas.live.cast import (
    TEXT,
    Cast,
)
from tests.web.serving import Serving


def test_who_only_reads_is_not_told_the_new_code_that_comes_as_somebody_is_shown_out(serving: Serving) -> None:
    cast = Cast(serving)
    before = cast.reader.seq
    cast.shop.do(cast.shop.lead, PersonRemove(person=cast.anna.person))
    renewed = cast.bram.hear_change()
    assert len(renewed["code"]) == 6
    assert cast.reader.hear_change() == renewed | {"code": ""}
    assert renewed["code"] not in cast.again("reader", since=before).text


def test_who_is_shown_out_is_out_at_once(serving: Serving) -> None:
    cast = Cast(serving)
    cast.shop.do(cast.shop.lead, PersonRemove(person=cast.anna.person))
    code, told = cast.anna.ended()
    assert (code, told[-1]["reason"]) == (1008, "removed")


def test_who_is_shown_out_is_not_told_the_code_with_which_they_could_come_back(serving: Serving) -> None:
    cast = Cast(serving)
    cast.shop.do(cast.shop.lead, PersonRemove(person=cast.anna.person))
    assert cast.bram.hear_change()["code"] not in json.dumps(cast.anna.ended())


def test_who_leads_from_now_on_comes_back_as_that(serving: Serving) -> None:
    cast = Cast(serving, "moderated")
    cast.shop.do(Actor(cast.bram.person, "participant"), NoteAdd(note="b", stone="teams", text=TEXT))
    cast.shop.do(cast.shop.lead, PersonLead(person=cast.anna.person, leads=True))
    code, told = cast.anna.ended()
    assert (code, [one for one in told if one["type"] == "bye"]) == (1008, [])
    back = cast.again("anna", since=cast.anna.seq, you={"person": cast.anna.person, "role": "participant"})
    assert back.snapshot["you"] == {"person": cast.anna.person, "role": "facilitator"}
    assert [note["text"] for note in back.snapshot["mine"]] == [TEXT]


def test_who_no_longer_leads_hears_nothing_more_of_what_is_for_who_leads(serving: Serving) -> None:
    cast = Cast(serving, "moderated")
    cast.shop.do(cast.shop.lead, PersonLead(person=cast.anna.person, leads=True))
    anna = cast.again("anna").client
    cast.shop.do(cast.shop.lead, PersonLead(person=cast.anna.person, leads=False))
    cast.shop.do(Actor(cast.bram.person, "participant"), NoteAdd(note="b", stone="teams", text=TEXT))
    _, told = anna.ended()
    assert TEXT not in json.dumps(told)
    back = cast.again("anna", since=anna.seq)
    assert back.snapshot["you"]["role"] == "participant"
    assert TEXT not in back.text


def test_two_that_are_one_come_back_with_all_that_is_theirs(serving: Serving) -> None:
    cast = Cast(serving, "moderated")
    note, before = cast.writes(), cast.bram.seq
    cast.shop.do(cast.shop.lead, PersonMerge(person=cast.anna.person, into=cast.bram.person))
    for client in (cast.anna, cast.bram):
        code, told = client.ended()
        assert (code, [one for one in told if one["type"] == "bye"]) == (1008, [])
    for who in ("anna", "bram"):
        back = cast.again(who, since=before)
        assert back.snapshot["you"]["person"] == cast.bram.person
        assert [mine["id"] for mine in back.snapshot["mine"]] == [note]
    assert all(TEXT not in cast.again(who).text for who in ("wall", "reader"))


def test_who_has_it_as_somebody_else_gets_it_all(serving: Serving) -> None:
    cast = Cast(serving)
    you = {"person": cast.bram.person, "role": "participant"}
    assert cast.again("bram", since=cast.bram.seq, you=you).messages[0]["type"] == "changes"
    for other in ({"person": cast.anna.person, "role": "participant"}, you | {"role": "facilitator"}, {}):
        assert cast.again("bram", since=cast.bram.seq, you=other).messages[0]["type"] == "snapshot"
