"""A workshop as far as somebody may see it."""

from canvas.board.bonds import CommentAdd, LinkAdd, ReactionSet
from canvas.board.votes import DotsSet, VoteClose, VoteOpen
from stepstones.seen import EVERYBODY, hidden_from, seen_by
from stepstones.voting import ROOM, Dots
from stepstones.workshop import Note
from tests.storage.conftest import clock, database, ledger, shop
from tests.storage.effects.test_reveal import write_so
from tests.storage.sample import Sample
from tests.storage.test_history import hide

__all__ = ["clock", "database", "ledger", "shop"]


def test_what_is_hidden_is_left_out_with_all_that_hangs_at_it(shop: Sample) -> None:
    anna = shop.person("Anna")
    one, two = shop.note(anna), shop.note(shop.lead)
    shop.do(anna, LinkAdd(link="l", start=one, end=two))
    shop.do(anna, ReactionSet(note=one, sign="heart", on=True))
    shop.do(anna, CommentAdd(comment="c", note=one, text="Ja"))
    hide(shop, one)
    whole = shop.session()
    assert (len(whole.links), len(whole.reactions), len(whole.comments)) == (1, 1, 1)
    seen = seen_by(whole, EVERYBODY)
    assert [note.id for note in seen.notes] == [two]
    assert (seen.links, seen.reactions, seen.comments) == ((), (), ())
    assert [note.id for note in seen_by(whole, anna).notes] == [note.id for note in whole.notes]
    assert [hidden_from(whole, actor) for actor in (anna, shop.lead, EVERYBODY)] == [0, 1, 1]


def test_of_what_waits_to_be_let_in_who_leads_sees_all(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    write_so(shop, "moderated")
    note: Note = shop.look(shop.note(anna))
    seen = {actor: seen_by(shop.session(), actor).notes for actor in (anna, bram, shop.lead, EVERYBODY)}
    assert seen == {anna: (note,), bram: (), shop.lead: (note,), EVERYBODY: ()}


def test_of_dots_everybody_sees_how_many_there_are_once_that_is_no_secret(shop: Sample) -> None:
    anna, bram, note = shop.person("Anna"), shop.person("Bram"), shop.note(shop.lead)
    shop.note(shop.lead)
    for vote, hidden in (("v1", True), ("v2", False)):
        shop.do(shop.lead, VoteOpen(vote=vote, stones=["teams"], dots=3, each=3, title="Eerst", hidden=hidden))
        shop.do(anna, DotsSet(vote=vote, note=note, count=2))
        shop.do(bram, DotsSet(vote=vote, note=note, count=1))
        told = seen_by(shop.session(), EVERYBODY).dots
        assert (Dots(vote, note, ROOM, 3) in told) is not hidden
        shop.do(shop.lead, VoteClose(vote=vote))
        assert Dots(vote, note, ROOM, 3) in seen_by(shop.session(), shop.lead).dots
