"""Links: arrows from note to note."""

import msgspec
import pytest
from sqlalchemy import insert

from canvas.board import limits
from canvas.board.bonds import LinkAdd, LinkDelete, LinkEdit
from canvas.board.change import Change
from canvas.board.notes import NoteDelete, NoteRestore
from stepstones.workshop import Link
from storage.tables import links
from tests.storage.effects.test_notes import fill
from tests.storage.sample import NOW, Sample


def test_everybody_links_any_two_notes_also_of_two_boards(shop: Sample) -> None:
    anna = shop.person("Anna")
    start, end = shop.note(shop.lead), shop.note(shop.lead, stone="goals")
    made = shop.do(anna, LinkAdd(link="l1", start=start, end=end, word="leidt tot"))
    assert shop.session().links == (Link("l1", start, end, "leidt tot", anna.person, NOW),)
    assert made.record
    record = msgspec.json.decode(made.record)
    assert (record["author"], record["created"]) == (anna.person, NOW)


def test_a_note_is_not_linked_to_itself_or_to_what_is_gone(shop: Sample) -> None:
    start, end = shop.note(shop.lead), shop.note(shop.lead)
    assert shop.refused(shop.lead, LinkAdd(link="l1", start=start, end=start)) == "link_to_itself"
    assert shop.refused(shop.lead, LinkAdd(link="l1", start=start, end="nothing")) == "note_gone"
    shop.do(shop.lead, NoteDelete(note=end))
    assert shop.refused(shop.lead, LinkAdd(link="l1", start=end, end=start)) == "note_gone"


def test_two_notes_are_linked_once_whichever_way(shop: Sample) -> None:
    start, end, other = shop.note(shop.lead), shop.note(shop.lead), shop.note(shop.lead)
    shop.do(shop.lead, LinkAdd(link="l1", start=start, end=end))
    for change in (
        LinkAdd(link="l2", start=start, end=end),
        LinkAdd(link="l2", start=end, end=start),
        LinkAdd(link="l1", start=start, end=other),
    ):
        assert shop.refused(shop.lead, change) == "link_exists"
    shop.do(shop.lead, LinkAdd(link="l2", start=end, end=other))


def test_a_link_waits_for_a_note_that_comes_back(shop: Sample) -> None:
    start, end = shop.note(shop.lead), shop.note(shop.lead)
    shop.do(shop.lead, LinkAdd(link="l1", start=start, end=end))
    shop.do(shop.lead, NoteDelete(note=end))
    shop.do(shop.lead, NoteRestore(note=end))
    assert [link.id for link in shop.session().links] == ["l1"]


def test_a_link_gets_another_word_and_goes(shop: Sample) -> None:
    start, end = shop.note(shop.lead), shop.note(shop.lead)
    shop.do(shop.lead, LinkAdd(link="l1", start=start, end=end))
    shop.do(shop.lead, LinkEdit(link="l1", word="want"))
    assert shop.session().links[0].word == "want"
    gone = shop.do(shop.lead, LinkDelete(link="l1"))
    assert shop.session().links == ()
    assert gone.record
    record = msgspec.json.decode(gone.record)
    assert (record["start"], record["end"], record["word"]) == (start, end, "want")


@pytest.mark.parametrize(
    "change", [LinkEdit(link="l1", word="x"), LinkDelete(link="l1")], ids=lambda c: type(c).__name__
)
def test_a_link_is_its_authors_and_the_facilitators(shop: Sample, change: Change) -> None:
    assert shop.refused(shop.lead, change) == "link_gone"
    anna, bram = shop.person("Anna"), shop.person("Bram")
    shop.do(anna, LinkAdd(link="l1", start=shop.note(bram), end=shop.note(bram)))
    assert shop.refused(bram, change) == "not_yours"
    shop.do(shop.lead, change)


def test_a_workshop_holds_two_thousand_links(shop: Sample) -> None:
    add = LinkAdd(link="l1", start=shop.note(shop.lead), end=shop.note(shop.lead))
    same = {"workshop": shop.id, "start": add.start, "word": "", "created": NOW}
    rows = [{**same, "id": f"many-{i}", "end": f"goals{i}"} for i in range(limits.LINKS_PER_WORKSHOP)]
    fill(shop, "goals", limits.LINKS_PER_WORKSHOP)
    shop.ledger.write(lambda connection: connection.execute(insert(links), rows))
    assert shop.refused(shop.lead, add) == "links_full"
    shop.do(shop.lead, LinkDelete(link="many-7"))
    shop.do(shop.lead, add)


def test_links_of_notes_in_the_trash_make_room_when_there_is_none(
    shop: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "LINKS_PER_WORKSHOP", 2)
    one, two, three, gone = (shop.note(shop.lead) for _ in range(4))
    shop.do(shop.lead, LinkAdd(link="l1", start=one, end=gone))
    shop.do(shop.lead, LinkAdd(link="l2", start=one, end=two))
    shop.do(shop.lead, NoteDelete(note=gone))
    shop.do(shop.lead, LinkAdd(link="l3", start=one, end=three))
    assert {link.id for link in shop.session().links} == {"l2", "l3"}
    assert shop.refused(shop.lead, LinkAdd(link="l4", start=two, end=three)) == "links_full"
