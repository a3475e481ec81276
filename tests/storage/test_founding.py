"""How a workshop begins and ends: empty, from an archive, twice; and purged without a trace."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from canvas.board import limits
from canvas.board.actions import ActionAdd
from canvas.board.bonds import ClusterAdd, CommentAdd, LinkAdd, ReactionSet
from canvas.board.changes import ScoreSet, StoryAdd, WorkshopEdit
from canvas.board.leading import NewQuestion, SessionBegin, StoneAdd, StoneEdit, StoneFinish, WordSet
from canvas.board.notes import NoteEdit
from canvas.board.people import GroupsSet, Seats
from canvas.board.programme import NewStep, ProgrammeSet, ScriptSet
from canvas.board.votes import DotsSet, VoteOpen
from exports import archive
from exports.kept import kept
from stepstones.workshop import Session
from storage import access, founding, reading, retention
from storage.access import Membership
from storage.founding import Founded
from storage.ledger import Ledger
from tests.storage.effects.test_sketches import save
from tests.storage.sample import NOW, Sample, drawing

DAY = 24 * 60 * 60 * 1000


def import_(ledger: Ledger, session: Session) -> Founded:
    return ledger.write(lambda c: founding.found_from(c, session, ledger.now(), facilitator="Begeleider"))


def session_of(ledger: Ledger, workshop: str) -> Session:
    with ledger.database.reading() as connection:
        return reading.session(connection, workshop, with_pictures=True)


def content_of(session: Session) -> Session:
    """What an archive carries over: everything but what belongs to this installation."""
    whole = kept(session)
    shop = replace(whole.workshop, id="", code="", delete_after=datetime.max.date(), door_open=True)
    return replace(whole, seq=0, workshop=shop)


def lead_all_of_it(shop: Sample, note: str) -> None:
    """What only a session that is led has."""
    own = NewQuestion(id="own.q", text="Wie belt er", prompts=["En wie niet"])
    shop.do(shop.lead, StoneAdd(stone="own.kaarten", name="Kaarten", questions=[own]))
    shop.do(shop.lead, StoneEdit(stone="teams", locked=True, conclusion="Eén loket", prompts={"teams.contact": ["x"]}))
    steps = [NewStep("s1", "framing", 10), NewStep("s2", "stone", 20, "own.kaarten")]
    shop.do(shop.lead, ProgrammeSet(steps=steps))
    shop.do(shop.lead, ScriptSet(step="s2", text="Rustig aan"))
    seats = [Seats(group="g1", name="Tafel 1", stone="own.kaarten", people=[str(shop.lead.person)])]
    shop.do(shop.lead, GroupsSet(groups=seats))
    shop.note(shop.lead)
    shop.do(shop.lead, VoteOpen(vote="v1", stones=["teams"], dots=3, each=2, title="Eerst"))
    shop.do(shop.lead, DotsSet(vote="v1", note=note, count=2))
    shop.do(shop.lead, ActionAdd(action="a1", what="Bellen", who="Anna", due="2027-01-31", note=note))
    shop.do(shop.lead, WordSet(word="moedig"))
    shop.do(shop.lead, SessionBegin())
    shop.do(shop.lead, WorkshopEdit(authors="groups"))


def test_a_new_workshop_is_empty_open_and_kept_for_a_year(shop: Sample) -> None:
    session = shop.session()
    assert (session.seq, session.notes, session.stories, session.scores) == (0, (), (), ())
    assert [(person.name, person.role) for person in session.people] == [("Begeleider", "facilitator")]
    assert session.workshop.door_open
    assert session.workshop.delete_after == datetime.fromtimestamp(NOW / 1000, UTC).date() + timedelta(days=365)
    assert session.workshop.stone == "framing"


def test_the_example_comes_in_with_nothing_lost(ledger: Ledger) -> None:
    example = archive.read(archive.EXAMPLE.read_bytes())
    founded = import_(ledger, example)
    assert content_of(session_of(ledger, founded.workshop)) == content_of(example)
    assert archive.read(archive.write(session_of(ledger, founded.workshop))) == example


def test_a_workshop_that_was_worked_in_goes_out_and_comes_in_the_same(shop: Sample) -> None:
    anna = shop.person("Anna")
    note = shop.note(anna, text="Balie\nen telefoon", question="teams.contact", colour="teal", x=-5, y=7)
    shop.do(anna, NoteEdit(note=note, x=40))
    shop.do(anna, StoryAdd(story="s1", stone="teams", role="kassa", want="een seintje", note=note, source="Als …"))
    shop.do(shop.lead, ScoreSet(question="vision", score=None, remark="Nog niet"))
    shop.do(shop.lead, StoneFinish(stone="teams", finished=True))
    png = archive.read(archive.EXAMPLE.read_bytes()).pictures
    picture = replace(next(iter(png.values())), id="p1")
    other = shop.note(anna, size="large", behalf="Greet", stone="parking")
    shop.do(anna, LinkAdd(link="l1", start=note, end=other, word="later"))
    shop.do(anna, ClusterAdd(cluster="c1", stone="teams", title="Balie", notes=[note, shop.note(anna)]))
    shop.do(anna, ReactionSet(note=note, sign="heart", on=True))
    shop.do(anna, CommentAdd(comment="k1", note=note, text="Mooi"))
    shop.do(shop.lead, WorkshopEdit(legend={"teal": "Idee"}, cursors="off"))
    sketch = save("n2", "p1", width=picture.width, height=picture.height)
    shop.do(anna, sketch, picture=picture)
    lead_all_of_it(shop, note)
    before = shop.session()
    founded = import_(shop.ledger, archive.read(archive.write(before)))
    assert content_of(session_of(shop.ledger, founded.workshop)) == content_of(before)


def test_importing_twice_makes_two_workshops_that_do_not_touch(ledger: Ledger) -> None:
    example = archive.read(archive.EXAMPLE.read_bytes())
    one, two = import_(ledger, example), import_(ledger, example)
    assert len({one.workshop, two.workshop}) == len({one.code, two.code}) == 2
    assert one.facilitator_key != two.facilitator_key
    before = session_of(ledger, two.workshop)
    Sample.note(_in(ledger, one), one.facilitator.actor)
    assert session_of(ledger, two.workshop) == before


def _in(ledger: Ledger, founded: Founded) -> Sample:
    sample = Sample(ledger)
    sample.id, sample.founded, sample.lead = founded.workshop, founded, founded.facilitator.actor
    return sample


def test_who_led_the_archive_leads_the_import_and_nobody_else_comes_along(ledger: Ledger) -> None:
    example = archive.read(archive.EXAMPLE.read_bytes())
    founded = import_(ledger, example)
    leader = next(person for person in example.people if person.role == "facilitator")
    assert founded.facilitator == Membership(founded.workshop, "facilitator", leader.id)
    everything = _in(ledger, founded).everything()
    assert everything["memberships"] == everything["tokens"] == everything["changes"] == []


def test_an_archive_without_a_leader_gets_one(ledger: Ledger) -> None:
    example = archive.read(archive.EXAMPLE.read_bytes())
    people = tuple(person for person in example.people if person.role != "facilitator")
    known = {person.id for person in people}
    notes = tuple(note for note in example.notes if note.author in known)
    founded = import_(ledger, replace(example, people=people, notes=notes, stories=()))
    found = session_of(ledger, founded.workshop).people
    assert [person.id for person in found if person.role == "facilitator"] == [founded.facilitator.person]


def test_the_leader_that_an_archive_gets_has_a_name_of_their_own(ledger: Ledger) -> None:
    example = archive.read(archive.EXAMPLE.read_bytes())
    people = tuple(replace(person, role="participant") for person in example.people)
    people = (replace(people[0], name="begeleider"), *people[1:])
    names = [
        person.name for person in session_of(ledger, import_(ledger, replace(example, people=people)).workshop).people
    ]
    assert sorted(name for name in names if "egeleider" in name) == ["Begeleider 2", "begeleider"]


def test_notes_that_lie_too_high_are_laid_lower_in_the_same_order(ledger: Ledger) -> None:
    example = archive.read(archive.EXAMPLE.read_bytes())
    notes = tuple(replace(note, z=limits.LAYER - (note.z * 37) % 101) for note in example.notes)
    imported = _in(ledger, import_(ledger, replace(example, notes=notes)))
    order = [note.id for note in sorted(notes, key=lambda note: note.z)]
    assert [note.id for note in sorted(imported.session().notes, key=lambda note: note.z)] == order
    new = imported.look(imported.note(imported.lead))
    assert max(note.z for note in imported.session().notes if note.id != new.id) < new.z < limits.LAYER // 2


def test_in_an_import_what_is_new_or_moved_lies_on_top(ledger: Ledger) -> None:
    example = archive.read(archive.EXAMPLE.read_bytes())
    imported = _in(ledger, import_(ledger, example))
    highest = max(note.z for note in example.notes)
    new = imported.look(imported.note(imported.lead))
    assert new.z > highest
    lowest = min(example.notes, key=lambda note: note.z)
    imported.do(imported.lead, NoteEdit(note=lowest.id, x=1))
    assert imported.look(lowest.id).z > new.z


def test_in_an_import_a_new_note_covers_no_other(ledger: Ledger) -> None:
    imported = _in(ledger, import_(ledger, archive.read(archive.EXAMPLE.read_bytes())))
    new = imported.look(imported.note(imported.lead, stone="teams"))
    others = [note for note in imported.session().notes if note.stone == "teams" and note.id != new.id]
    assert others
    assert not [note for note in others if abs(note.x - new.x) < 110 and abs(note.y - new.y) < 75]


def test_a_purge_deletes_what_is_past_its_date_from_every_table(shop: Sample, clock: list[int]) -> None:
    other = Sample(shop.ledger)
    other.note(other.lead)
    before = other.session()
    anna = shop.person("Anna")
    member = Membership(shop.id, "participant", anna.person)
    shop.ledger.write(lambda c: access.remember(c, "a device", member, NOW))
    shop.ledger.write(lambda c: access.give_token(c, member, NOW))
    shop.do(anna, save("n1", "p1"), picture=drawing("p1"))
    shop.do(anna, StoryAdd(story="s1", stone=None, role="", want="x"))
    shop.do(shop.lead, ScoreSet(question="vision", score=1))
    shop.do(anna, ClusterAdd(cluster="c1", stone="teams", title="Balie", notes=[shop.note(anna), shop.note(anna)]))
    shop.do(anna, LinkAdd(link="l1", start="n1", end=shop.note(anna)))
    shop.do(anna, ReactionSet(note="n1", sign="heart", on=True))
    shop.do(anna, CommentAdd(comment="k1", note="n1", text="Mooi"))
    shop.do(shop.lead, StoneFinish(stone="teams", finished=True))
    lead_all_of_it(shop, "n1")
    today = datetime.fromtimestamp(NOW / 1000, UTC).date()
    shop.do(shop.lead, WorkshopEdit(delete_after=today.isoformat()))
    everything = {name: rows for name, rows in shop.everything().items() if name != "heartbeats"}  # of no workshop
    assert all(any(shop.id in row for row in rows) for rows in everything.values())
    assert retention.purge(shop.ledger) == []
    clock[0] += DAY
    assert retention.purge(shop.ledger) == [shop.id]
    assert not [name for name, rows in shop.everything().items() if any(shop.id in row for row in rows)]
    assert other.session() == before


def test_a_purge_of_nothing_is_nothing(shop: Sample) -> None:
    assert retention.purge(shop.ledger) == []
