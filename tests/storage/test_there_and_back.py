"""Whatever the ledger lets in goes out as an archive and comes in again with nothing lost."""

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from canvas.board import bonds, changes, leading, limits, people
from canvas.board import notes as note_changes
from canvas.board.change import Change
from canvas.board.errors import BadMessage
from canvas.board.messages import change
from exports import archive
from stepstones.errors import Refused
from stepstones.maturity import QUESTIONS
from stepstones.rules import HOUSE, Actor
from stepstones.stones import STONES
from stepstones.workshop import FRAMING, RELATIONS, Picture
from storage import founding
from storage.ledger import Ledger, Request
from tests.exports.any_session import png
from tests.storage.sample import Sample, fresh_id
from tests.storage.test_founding import content_of

Kind = type[Change]
texts = st.text(max_size=20) | st.sampled_from(["Anna", "anna", "Ann\u200ba", "\uf0b7", "een\r\ntwee", "x" * 61, "😀"])
notes, stories = (
    st.sampled_from(["n1", "n2", "n/3", '"', "n5", "n6", "n7", "n8"]),
    st.sampled_from(["s1", "s2", "s3", "s4"]),
)
stones = st.sampled_from(["teams", "goals", "channels", "parking"])
clusters, links, comments = (st.sampled_from([f"{kind}1", f"{kind}2"]) for kind in ("c", "l", "k"))
questions = st.sampled_from([None, None, None, None, "teams.contact", "goals.values"])
places = st.integers(-limits.COORDINATE, limits.COORDINATE)
LOOK: dict[str, st.SearchStrategy[Any]] = {
    "colour": st.sampled_from(limits.COLOURS), "x": places, "y": places, "size": st.sampled_from(limits.SIZES),
    "cluster": st.sampled_from([None, None, None, None, "c1"]),
}  # fmt: skip


def fields(**strategies: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(strategies)


def some(
    required: dict[str, st.SearchStrategy[Any]], **optional: st.SearchStrategy[Any]
) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(required, optional=optional)


ASKED: dict[Kind, st.SearchStrategy[dict[str, Any]]] = {
    note_changes.NoteAdd: some({"note": notes, "stone": stones, "text": texts}, question=questions, behalf=texts,
                               **LOOK),
    note_changes.NoteEdit: some({"note": notes}, text=texts, question=questions, behalf=texts, stone=stones, **LOOK),
    note_changes.NotesAdd: fields(stone=stones,
                                  notes=st.lists(some({"note": notes, "text": texts}, **LOOK), max_size=3)),
    note_changes.NotesEdit: fields(edits=st.lists(some({"note": notes}, stone=stones, **LOOK), max_size=3)),
    note_changes.NotesDelete: fields(notes=st.lists(notes, max_size=3)),
    note_changes.NotesRestore: fields(notes=st.lists(notes, max_size=3)),
    bonds.ClusterAdd: fields(cluster=clusters, stone=st.just("teams"), title=st.just("Balie"),
                             notes=st.lists(notes, min_size=2, max_size=5)),
    bonds.ClusterEdit: some({"cluster": clusters}, title=texts, collapsed=st.booleans()),
    bonds.ClusterMove: fields(cluster=clusters, dx=st.integers(-9, 9), dy=places),
    bonds.ClusterDelete: fields(cluster=clusters),
    bonds.LinkAdd: fields(link=links, start=notes, end=notes, word=texts),
    bonds.LinkEdit: fields(link=links, word=texts),
    bonds.LinkDelete: fields(link=links),
    bonds.ReactionSet: fields(note=notes, sign=st.sampled_from(limits.SIGNS), on=st.booleans()),
    bonds.CommentAdd: fields(comment=comments, note=notes, text=texts),
    bonds.CommentDelete: fields(comment=comments),
    bonds.SnapshotRestore: fields(snapshot=st.just("the last")),
    note_changes.NoteDelete: fields(note=notes),
    note_changes.NoteRestore: fields(note=notes),
    note_changes.SketchSave: fields(note=notes, stone=stones, text=texts, question=questions),
    changes.StoryAdd: fields(story=stories, stone=st.none() | stones, role=texts, want=texts, benefit=texts,
                             note=st.none() | notes, source=texts),
    changes.StoryEdit: some({"story": stories}, role=texts, want=texts, benefit=texts, stone=st.none() | stones),
    changes.StoryDelete: fields(story=stories),
    changes.ScoreSet: fields(question=st.sampled_from(QUESTIONS), score=st.none() | st.integers(1, 5), remark=texts),
    leading.RoomMove: fields(stone=st.sampled_from([*STONES, FRAMING]), question=questions),
    leading.StoneFinish: fields(stone=st.sampled_from(STONES), finished=st.booleans()),
    changes.WorkshopEdit: some({}, legend=st.dictionaries(st.sampled_from(limits.COLOURS), texts),
                               cursors=st.sampled_from(["auto", "on", "off"]), title=texts,
                               organisation=texts, relations=st.lists(st.sampled_from(RELATIONS)),
                               language=st.sampled_from(["nl", "en"]), door_open=st.booleans()),
    people.PersonJoin: fields(name=texts, role=st.sampled_from(["participant", "participant", "facilitator"])),
    people.PersonRename: fields(name=texts),
    people.PersonRemove: fields(),
    changes.CodeRenew: fields(),
}  # fmt: skip
OFTEN: tuple[Kind, ...] = (
    note_changes.NoteAdd,
    note_changes.NotesAdd,
    bonds.ClusterAdd,
    bonds.LinkAdd,
    note_changes.SketchSave,
    changes.StoryAdd,
    people.PersonJoin,
)
KINDS: list[Kind] = [*ASKED, *OFTEN, *OFTEN]
steps = st.sampled_from(KINDS).flatmap(lambda kind: st.tuples(st.just(kind), ASKED[kind], st.integers(0, 9)))


class Walk:
    """One workshop that is worked in; `who` picks who acts, or is acted upon."""

    def __init__(self, shop: Sample, tick: Callable[[int], None]) -> None:
        self.shop, self.tick = shop, tick
        self.actors = [shop.lead]

    def step(self, kind: Kind, asked: dict[str, Any], who: int) -> None:
        """Ask for a change as a page or a socket would; a refusal is an answer too."""
        actor = HOUSE if who == 9 else self.actors[who % len(self.actors)]
        picture = self._picture(asked) if kind is note_changes.SketchSave else None
        if kind in (people.PersonRename, people.PersonRemove):
            asked = asked | {"person": self.actors[who % len(self.actors)].person}
        if kind is people.PersonJoin:
            actor, asked = HOUSE, asked | {"person": fresh_id()}
        if kind is people.PersonRemove:
            actor = self.shop.lead
        if kind is bonds.SnapshotRestore:
            asked = {"snapshot": self._last_snapshot()}
        self.tick(who % 3)
        try:
            made = change(kind, **asked)
            self.shop.ledger.submit(Request(self.shop.id, fresh_id(), made, actor, picture))
        except (BadMessage, Refused) as refused:
            event(refused.reason)
            return
        event(f"made {kind.__name__}")
        self._remember(made)

    def _last_snapshot(self) -> str:
        """Of those there are, or none."""
        rows = self.shop.everything()["snapshots"]
        return str(rows[-1][1]) if rows else "none"

    def _picture(self, asked: dict[str, Any]) -> Picture:
        wide = len(asked["text"]) + 1
        picture = Picture(fresh_id(), png(wide, 7), "image/png", '{"objects": ["\\""]}', wide, 7)
        asked |= {"picture": picture.id, "width": picture.width, "height": picture.height}
        return picture

    def _remember(self, made: Change) -> None:
        if isinstance(made, people.PersonJoin):
            self.actors.append(Actor(made.person, made.role))
        if isinstance(made, people.PersonRemove):
            self.actors = [actor for actor in self.actors if actor.person != made.person]


@given(taken=st.lists(steps, min_size=8, max_size=50))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_workshop_of_any_changes_comes_back_the_same(
    ledger: Ledger,
    clock: list[int],
    taken: list[tuple[Kind, dict[str, Any], int]],
) -> None:
    def tick(milliseconds: int) -> None:
        clock[0] += milliseconds

    walk = Walk(Sample(ledger), tick)
    for note in ("n1", "n2", "n5", "n6"):
        walk.shop.note(walk.shop.lead, note=note, stone="teams")
    walk.shop.do(walk.shop.lead, bonds.ClusterAdd(cluster="c1", stone="teams", title="Balie", notes=["n1", "n2"]))
    for kind, asked, who in taken:
        walk.step(kind, asked, who)
    session = walk.shop.session()
    event(f"{len(session.notes)} notes, {len(session.pictures)} sketches, {len(session.stories)} stories")
    written = archive.write(session)
    again = imported(ledger, written).session()
    assert content_of(again) == content_of(session)
    assert archive.write(again) == written


def imported(ledger: Ledger, written: bytes) -> Sample:
    """The new workshop that an archive makes."""
    session = archive.read(written)
    founded = ledger.write(lambda c: founding.found_from(c, session, ledger.now(), facilitator="Begeleider"))
    shop = Sample(ledger)
    shop.id, shop.founded, shop.lead = founded.workshop, founded, founded.facilitator.actor
    return shop


def test_what_was_changed_after_an_import_comes_back_too(ledger: Ledger) -> None:
    shop = imported(ledger, archive.EXAMPLE.read_bytes())
    anna = shop.person("Anna")
    shop.do(anna, note_changes.NoteEdit(note=shop.note(anna, text="Nieuw"), x=-5))
    shop.do(shop.lead, note_changes.NoteDelete(note=shop.session().notes[0].id))
    written = archive.write(shop.session())
    assert archive.write(imported(ledger, written).session()) == written
