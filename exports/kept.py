"""The workshop as an archive keeps it: whole, but without what belongs to this moment or to notes in the trash."""

from dataclasses import replace

from stepstones.content import content
from stepstones.programme import StoneSettings
from stepstones.walk import is_own
from stepstones.workshop import Note, Person, Session, Workshop


def kept(session: Session) -> Session:
    """Return the workshop as an archive tells it: nothing in it names what is not there."""
    living = {note.id for note in session.notes}
    polls = {vote.id for vote in session.votes if vote.answers is not None}
    put = [one for one in session.dots if one.note in living or one.vote in polls]
    groups = {group.id for group in session.groups}
    named = {note.group for note in session.notes}
    dissolved = tuple(group for group in session.dissolved if group.id in named)
    tables = groups | {group.id for group in dissolved}
    asked = questions(session.stones)
    return replace(
        session,
        workshop=_at_rest(session.workshop, asked),
        people=tuple(_seated(person, groups) for person in session.people),
        notes=tuple(_named(note, tables, asked) for note in session.notes),
        links=tuple(link for link in session.links if {link.start, link.end} <= living),
        reactions=tuple(reaction for reaction in session.reactions if reaction.note in living),
        comments=tuple(comment for comment in session.comments if comment.note in living),
        stones=tuple(sorted(filter(_says_something, map(_asking, session.stones)), key=lambda one: one.stone)),
        dissolved=dissolved,
        dots=tuple(sorted(put, key=lambda one: (one.vote, one.note, one.person))),
        scripts=tuple(sorted(session.scripts, key=lambda script: script.step)),
    )


def questions(stones: tuple[StoneSettings, ...]) -> dict[str, set[str]]:
    """Return what can be asked at each stone: the method's questions, and those that were added."""
    asked = {stone.id: {question.id for question in stone.questions} for stone in content("nl").stones}
    for one in stones:
        asked.setdefault(one.stone, set()).update(question.id for question in one.questions)
    return asked


def _at_rest(shop: Workshop, asked: dict[str, set[str]]) -> Workshop:
    question = shop.question if shop.question in asked.get(shop.stone, ()) else None
    moment = {"arrived": None, "step": None, "spotlight": None, "presenting": None, "timer": None}
    return replace(shop, question=question, together=False, address="", **moment)  # type: ignore[arg-type]


def _seated(person: Person, groups: set[str]) -> Person:
    return replace(person, ready=False, group=person.group if person.group in groups else None)


def _named(note: Note, groups: set[str], asked: dict[str, set[str]]) -> Note:
    question = note.question if note.question in asked.get(note.stone, ()) else None
    return replace(note, question=question, group=note.group if note.group in groups else None)


def _asking(settings: StoneSettings) -> StoneSettings:
    """Prompts of a question that is no longer asked stay behind."""
    asked = questions((settings,))[settings.stone]
    return replace(settings, prompts={id: texts for id, texts in settings.prompts.items() if id in asked})


def _says_something(settings: StoneSettings) -> bool:
    """One of one's own is only there because it says so."""
    return is_own(settings.stone) or settings != StoneSettings(settings.stone)
