"""Reactions and comments: what people leave at a note."""

import msgspec
from sqlalchemy import insert

from canvas.board import limits
from canvas.board.bonds import CommentAdd, CommentDelete, ReactionSet
from canvas.board.notes import NoteDelete
from stepstones.rules import HOUSE
from stepstones.workshop import Comment, Reaction
from storage.tables import comments, reactions
from tests.storage.sample import NOW, Sample


def test_people_put_signs_at_any_note_and_take_their_own_away(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    note = shop.note(shop.lead)
    for actor in (anna, anna, bram):
        shop.do(actor, ReactionSet(note=note, sign="heart", on=True))
    shop.do(anna, ReactionSet(note=note, sign="star", on=True))
    for _ in range(2):
        shop.do(anna, ReactionSet(note=note, sign="heart", on=False))
    left = {Reaction(note, bram.person or "", "heart"), Reaction(note, anna.person or "", "star")}
    assert set(shop.session().reactions) == left


def test_a_sign_needs_a_note_and_somebody(shop: Sample) -> None:
    note = shop.note(shop.lead)
    assert shop.refused(HOUSE, ReactionSet(note=note, sign="heart", on=True)) == "read_only"
    shop.do(shop.lead, NoteDelete(note=note))
    assert shop.refused(shop.lead, ReactionSet(note=note, sign="heart", on=True)) == "note_gone"


def test_a_workshop_holds_twenty_thousand_signs(shop: Sample) -> None:
    note = shop.note(shop.lead)
    same = {"workshop": shop.id, "person": "x", "sign": "heart"}
    rows = [{**same, "note": f"n{i}"} for i in range(limits.REACTIONS_PER_WORKSHOP - 1)]
    shop.ledger.write(lambda connection: connection.execute(insert(reactions), rows))
    shop.do(shop.lead, ReactionSet(note=note, sign="heart", on=True))
    assert shop.refused(shop.lead, ReactionSet(note=note, sign="star", on=True)) == "reactions_full"
    shop.do(shop.lead, ReactionSet(note=note, sign="heart", on=True))
    shop.do(shop.lead, ReactionSet(note=note, sign="heart", on=False))
    shop.do(shop.lead, ReactionSet(note=note, sign="star", on=True))


def test_everybody_comments_on_a_note(shop: Sample) -> None:
    anna = shop.person("Anna")
    note = shop.note(shop.lead)
    made = shop.do(anna, CommentAdd(comment="c1", note=note, text="Wie bedoel je?"))
    assert shop.session().comments == (Comment("c1", note, "Wie bedoel je?", anna.person, NOW),)
    assert made.record
    record = msgspec.json.decode(made.record)
    assert (record["author"], record["created"]) == (anna.person, NOW)
    assert shop.refused(anna, CommentAdd(comment="c1", note=note, text="Nog eens")) == "comment_exists"
    shop.do(shop.lead, NoteDelete(note=note))
    assert shop.refused(anna, CommentAdd(comment="c2", note=note, text="x")) == "note_gone"


def test_a_comment_is_its_authors_and_the_facilitators(shop: Sample) -> None:
    assert shop.refused(shop.lead, CommentDelete(comment="c1")) == "comment_gone"
    anna, bram = shop.person("Anna"), shop.person("Bram")
    note = shop.note(bram)
    for comment in ("c1", "c2"):
        shop.do(anna, CommentAdd(comment=comment, note=note, text="x"))
    assert shop.refused(bram, CommentDelete(comment="c1")) == "not_yours"
    gone = shop.do(anna, CommentDelete(comment="c1"))
    assert gone.record
    assert msgspec.json.decode(gone.record)["note"] == note
    shop.do(shop.lead, CommentDelete(comment="c2"))
    assert shop.session().comments == ()


def test_a_workshop_holds_five_thousand_comments(shop: Sample) -> None:
    note = shop.note(shop.lead)
    same = {"workshop": shop.id, "note": note, "text": "x", "created": NOW}
    rows = [{**same, "id": f"many-{i}"} for i in range(limits.COMMENTS_PER_WORKSHOP)]
    shop.ledger.write(lambda connection: connection.execute(insert(comments), rows))
    add = CommentAdd(comment="c1", note=note, text="x")
    assert shop.refused(shop.lead, add) == "comments_full"
    shop.do(shop.lead, CommentDelete(comment="many-7"))
    shop.do(shop.lead, add)
