"""How the example was led: its programme, conclusions, tables, vote, actions and words, as theater.toml has them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from stepstones.closing import Action
from stepstones.planning import proposal
from stepstones.programme import Script, StoneSettings
from stepstones.voting import Dots, Vote
from stepstones.workshop import Group, Note, Session

VOTE = "vote-1"
MINUTE = 60_000
Texts = dict[str, Any]


def led(texts: Texts, session: Session) -> Session:
    """Return the session with all that a facilitator made of it."""
    notes, last = session.notes, session.notes[-1].created + 30 * MINUTE
    tables = {person: f"table-{n}" for n, people in enumerate(texts["tables"].values(), 1) for person in people}
    words = texts["words"]
    return replace(
        session,
        workshop=replace(session.workshop, programme=proposal()),
        people=tuple(replace(p, group=tables.get(p.id), word=words.get(p.id, "")) for p in session.people),
        notes=tuple(replace(note, group=tables.get(note.author or "")) for note in notes),
        stones=tuple(StoneSettings(stone, conclusion=said) for stone, said in sorted(texts["conclusions"].items())),
        groups=tuple(Group(f"table-{n}", name, None, session.workshop.created) for n, name in _tables(texts)),
        votes=(_vote(texts["vote"], last),),
        dots=tuple(sorted(_dots(texts["vote"]["given"], notes), key=lambda dots: (dots.note, dots.person))),
        actions=tuple(_action(number, row, notes, last) for number, row in enumerate(texts["actions"], 1)),
        scripts=tuple(Script(step, text) for step, text in sorted(texts["scripts"].items())),
    )


def _tables(texts: Texts) -> Iterator[tuple[int, str]]:
    return enumerate(texts["tables"], 1)


def _vote(row: Texts, moment: int) -> Vote:
    voters = len({person for people in row["given"].values() for person in people})
    rules = row["dots"], row["each"], True
    return Vote(VOTE, row["title"], tuple(row["stones"]), None, *rules, moment + 4 * MINUTE, moment, voters)


def _dots(given: dict[str, list[str]], notes: Sequence[Note]) -> Iterator[Dots]:
    for text, people in given.items():
        note = named(text, notes).id
        yield from (Dots(VOTE, note, person, many) for person, many in Counter(people).items())


def _action(number: int, row: Texts, notes: Sequence[Note], moment: int) -> Action:
    note = named(row["note"], notes) if "note" in row else None
    stone = note.stone if note else row.get("stone")
    due, status = str(row.get("due", "")), row.get("status", "open")
    origin = stone, note.id if note else None
    return Action(f"action-{number}", row["what"], row["who"], due, status, *origin, "marijke", moment + number)


def named(text: str, notes: Sequence[Note]) -> Note:
    """The one note that begins like this."""
    [note] = [note for note in notes if note.text.startswith(text)]
    return note
