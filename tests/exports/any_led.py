"""How sessions of all kinds were led: programme, stones, groups, votes and actions that fit together."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from canvas.board import limits
from exports.kept import questions
from stepstones.closing import Action
from stepstones.programme import OwnQuestion, Script, Step, StoneSettings
from stepstones.stones import BOARDS, PARKING, STONES
from stepstones.voting import ROOM, Dots, Vote
from stepstones.workshop import Group, Note, Session

OWN = ("own.kaarten", "own.x-1")
ids = st.from_regex(r"\A[!-~]{1,64}\Z")
moments = st.integers(0, 4_000_000_000_000)


@st.composite
def led(draw: st.DrawFn, session: Session, sayings: st.SearchStrategy[str]) -> Session:
    """The session, led by somebody."""
    stones = draw(_stones(sayings))
    walked = [stone for stone in (*STONES, *(one.stone for one in stones)) if stone != PARKING]
    programme = draw(st.lists(_steps(walked), max_size=4, unique_by=lambda step: step.step))
    groups = draw(st.lists(_groups(walked, sayings), max_size=3, unique_by=lambda group: group.id))
    steps = [step.step for step in programme]
    scripts = st.builds(Script, st.sampled_from(steps or [""]), sayings)
    votes = draw(_votes([*BOARDS, *(one.stone for one in stones if one.stone not in BOARDS)], sayings))
    seats = st.sampled_from([None, *(group.id for group in groups)])
    notes = tuple(draw(_seen(note, seats)) for note in session.notes)
    seen = replace(session, notes=notes)
    begun = draw(st.none() | moments)
    return replace(
        _without_ties_to_hidden(seen),
        workshop=replace(
            session.workshop, programme=tuple(programme), begun=begun, closed=draw(st.none() | moments),
            authors=draw(st.sampled_from(["people", "groups", "nobody"])),
        ),
        people=tuple(replace(p, group=draw(seats), word=draw(sayings | st.just("")), muted=draw(st.booleans()))
                     for p in session.people),
        stones=stones, groups=tuple(groups), votes=tuple(votes), dots=draw(_dots(votes, seen)),
        scripts=tuple(sorted(draw(st.lists(scripts, max_size=3, unique_by=lambda script: script.step)),
                             key=lambda script: script.step)) if steps else (),
        actions=tuple(draw(st.lists(_actions(session, sayings), max_size=3, unique_by=lambda action: action.id))),
    )  # fmt: skip


@st.composite
def _stones(draw: st.DrawFn, sayings: st.SearchStrategy[str]) -> tuple[StoneSettings, ...]:
    found = [draw(_settings(stone, sayings)) for stone in sorted(draw(st.sets(st.sampled_from([*OWN, *BOARDS]))))]
    return tuple(one for one in found if one.stone in OWN or one != StoneSettings(one.stone))


@st.composite
def _settings(draw: st.DrawFn, stone: str, sayings: st.SearchStrategy[str]) -> StoneSettings:
    texts, rules = st.lists(sayings, max_size=2).map(tuple), st.booleans()
    asked = (OwnQuestion(f"own.q-{stone.removeprefix('own.')}", draw(sayings), draw(texts)),) if draw(rules) else ()
    known = sorted(questions((StoneSettings(stone, questions=asked),))[stone])
    more = st.lists(sayings, min_size=1, max_size=2).map(tuple)
    prompts = draw(st.dictionaries(st.sampled_from(known), more, max_size=min(2, len(known)))) if known else {}
    name = draw(sayings.map(lambda text: text[: limits.STONE_NAME].strip() or "x"))
    return StoneSettings(
        stone, draw(rules), draw(st.sampled_from(["open", "private", "moderated", "anonymous"])), draw(rules),
        draw(rules), draw(sayings | st.just("")), name, draw(sayings | st.just("")), asked, prompts,
    )  # fmt: skip


def _steps(walked: list[str]) -> st.SearchStrategy[Step]:
    minutes = st.integers(0, limits.STEP_MINUTES)
    kinds = st.sampled_from(["framing", "break", "index", "stories", "closing"])
    return st.builds(Step, ids, st.just("stone"), st.sampled_from(walked), minutes) | st.builds(
        Step, ids, kinds, st.none(), minutes
    )


def _groups(walked: list[str], sayings: st.SearchStrategy[str]) -> st.SearchStrategy[Group]:
    return st.builds(Group, ids, sayings, st.none() | st.sampled_from(walked), moments)


@st.composite
def _votes(draw: st.DrawFn, boards: list[str], sayings: st.SearchStrategy[str]) -> list[Vote]:
    """At most the last one runs still."""
    stones = st.lists(st.sampled_from(boards), min_size=1, max_size=3).map(tuple)
    notes = st.none() | st.lists(ids, max_size=3).map(tuple)
    few = st.integers(1, 3)
    made = st.builds(
        Vote, ids, sayings | st.just(""), stones, notes, st.integers(3, 20), few, st.booleans(), moments, moments,
        st.integers(0, 9),
    )  # fmt: skip
    said = sayings.map(lambda text: text[: limits.ANSWER].strip() or "x")
    answers = st.lists(said, min_size=2, max_size=limits.ANSWERS).map(tuple)
    polls = st.builds(replace, made, stones=st.just(()), notes=st.none(), each=st.just(1), answers=answers)
    found = draw(st.lists(made | polls, max_size=3, unique_by=lambda vote: vote.id))
    return [replace(vote, closed=None) if vote is found[-1] and draw(st.booleans()) else vote for vote in found]


@st.composite
def _dots(draw: st.DrawFn, votes: list[Vote], session: Session) -> tuple[Dots, ...]:
    """One each, so that nobody has too many."""
    seen = [note.id for note in session.notes if note.audience == "all"]
    people = [ROOM, *(person.id for person in session.people)]
    places = {vote.id: seen[:1] if vote.answers is None else ["1"] for vote in votes}
    every = [Dots(vote, note, person, 1) for vote, there in places.items() for note in there for person in people]
    given = draw(st.sets(st.sampled_from(every))) if every else set()
    return tuple(sorted(given, key=lambda one: (one.vote, one.note, one.person)))


def _actions(session: Session, sayings: st.SearchStrategy[str]) -> st.SearchStrategy[Action]:
    authors = st.sampled_from([None, *(person.id for person in session.people)])
    due = st.just("") | st.dates().map(lambda day: f"{day:%Y-%m-%d}".rjust(10, "0"))
    status = st.sampled_from(["open", "doing", "done"])
    return st.builds(
        Action, ids, sayings, sayings | st.just(""), due, status, st.none() | st.sampled_from(BOARDS),
        st.none() | ids, authors, moments,
    )  # fmt: skip


@st.composite
def _seen(draw: st.DrawFn, note: Note, seats: st.SearchStrategy[str | None]) -> Note:
    """Seen by all, still hidden, or nobody's."""
    ways: list[Any] = ["all", "anonymous", *(["author", "facilitators"] if note.author is not None else [])]
    way = draw(st.sampled_from(ways))
    if way == "anonymous":
        return replace(note, author=None, anonymous=True)
    if way != "all":
        note = replace(note, audience=way, cluster=None)
    return replace(note, group=draw(seats))


def _without_ties_to_hidden(session: Session) -> Session:
    seen = {note.id for note in session.notes if note.audience == "all"}
    return replace(
        session,
        links=tuple(link for link in session.links if {link.start, link.end} <= seen),
        reactions=tuple(one for one in session.reactions if one.note in seen),
        comments=tuple(one for one in session.comments if one.note in seen),
    )
