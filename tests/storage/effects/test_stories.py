"""User stories."""

import msgspec
import pytest
from sqlalchemy import insert

from canvas.board import limits
from canvas.board.changes import StoryAdd, StoryDelete, StoryEdit, StoryRestore
from canvas.board.notes import NoteDelete
from stepstones.workshop import Story
from storage.tables import stories
from tests.storage.sample import NOW, Sample

ADD = StoryAdd(story="s1", stone="teams", role="kassa", want="een seintje", benefit="ik bel", source="Als kassa …")


def test_a_story_is_kept_as_it_was_told(shop: Sample) -> None:
    anna = shop.person("Anna")
    shop.do(anna, ADD)
    told = Story("s1", "teams", "kassa", "een seintje", "ik bel", None, "Als kassa …", anna.person, NOW)
    assert shop.session().stories == (told,)


def test_a_story_from_a_note_stays_linked_to_it(shop: Sample) -> None:
    note = shop.note(shop.lead)
    shop.do(shop.lead, StoryAdd(story="s1", stone="teams", role="", want="een seintje", note=note))
    shop.do(shop.lead, NoteDelete(note=note))
    assert shop.session().stories[0].note == note


def test_the_note_of_a_story_must_be_there(shop: Sample) -> None:
    assert shop.refused(shop.lead, StoryAdd(story="s1", stone=None, role="", want="x", note="none")) == "note_gone"


def test_the_parts_of_a_story_change_one_by_one(shop: Sample) -> None:
    shop.do(shop.lead, ADD)
    shop.do(shop.lead, StoryEdit(story="s1", benefit="ik mail", stone=None))
    found = shop.session().stories[0]
    assert (found.role, found.want, found.benefit, found.stone) == ("kassa", "een seintje", "ik mail", None)


@pytest.mark.parametrize("edit", [StoryEdit(story="s1", want="x"), StoryDelete(story="s1")])
def test_a_deleted_story_is_gone(shop: Sample, edit: StoryEdit | StoryDelete) -> None:
    assert shop.refused(shop.lead, edit) == "story_gone"
    shop.do(shop.lead, ADD)
    shop.do(shop.lead, StoryDelete(story="s1"))
    assert shop.refused(shop.lead, edit) == "story_gone"
    assert shop.refused(shop.lead, ADD) == "story_exists"


def test_a_story_comes_back_from_the_trash_whole(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    assert shop.refused(anna, StoryRestore(story="s1")) == "story_gone"
    shop.do(anna, ADD)
    then = shop.session().stories
    shop.do(anna, StoryDelete(story="s1"))
    assert shop.refused(bram, StoryRestore(story="s1")) == "not_yours"
    record = shop.do(anna, StoryRestore(story="s1")).record
    assert shop.session().stories == then
    whole = msgspec.to_builtins(then[0])
    assert record
    assert {"story": whole.pop("id"), **whole}.items() <= msgspec.json.decode(record).items()
    shop.do(anna, StoryRestore(story="s1"))


def test_a_story_is_told_at_one_of_the_ten_stones_or_in_general(shop: Sample) -> None:
    assert shop.refused(shop.lead, StoryAdd(story="s1", stone="framing", role="", want="x")) == "unknown_stone"
    assert shop.refused(shop.lead, StoryAdd(story="s1", stone="parking", role="", want="x")) == "unknown_stone"
    shop.do(shop.lead, ADD)
    assert shop.refused(shop.lead, StoryEdit(story="s1", stone="nowhere")) == "unknown_stone"


def test_a_workshop_holds_two_thousand_stories(shop: Sample) -> None:
    same = {"workshop": shop.id, "role": "", "want": "x", "benefit": "", "source": "", "created": NOW}
    rows = [{**same, "id": f"s{i}"} for i in range(2, 2 + limits.STORIES_PER_WORKSHOP)]
    shop.ledger.write(lambda connection: connection.execute(insert(stories), rows))
    assert shop.refused(shop.lead, ADD) == "stories_full"
    shop.do(shop.lead, StoryDelete(story="s2"))
    shop.do(shop.lead, ADD)
    assert shop.refused(shop.lead, StoryRestore(story="s2")) == "stories_full"
    shop.do(shop.lead, StoryRestore(story="s1"))


def test_a_story_that_who_leads_deleted_only_who_leads_brings_back(shop: Sample) -> None:
    anna = shop.person("Anna")
    shop.do(anna, ADD)
    shop.do(shop.lead, StoryDelete(story="s1"))
    assert shop.refused(anna, StoryRestore(story="s1")) == "facilitator_only"
    shop.do(shop.lead, StoryRestore(story="s1"))
    shop.do(anna, StoryDelete(story="s1"))
    shop.do(anna, StoryRestore(story="s1"))
    assert [story.id for story in shop.session().stories] == ["s1"]
