"""How a session was led, in an archive: programme, stones, groups, votes and actions that fit together."""

from collections import Counter
from collections.abc import Hashable, Sequence

from canvas.board import limits
from canvas.board.actions import is_due
from exports.form import Archive
from exports.led_rows import DotsRow, StoneRow, VoteRow
from exports.verdicts import fit, full, lost, must, once, say
from stepstones.content import content
from stepstones.stones import BOARDS, PARKING, STONES
from stepstones.voting import ROOM, places
from stepstones.walk import is_own


def check_led(archive: Archive) -> None:
    """Raise ArchiveError at the first place that the ledger would not have made."""
    _check_stones(archive.stones)
    _check_programme(archive)
    _check_groups(archive)
    _check_votes(archive)
    _check_dots(archive)
    _check_actions(archive)


def boards(archive: Archive) -> tuple[str, ...]:
    """Return where notes can lie: the ten stones, those of one's own and the parking lot."""
    return (*BOARDS, *(row.stone for row in archive.stones if is_own(row.stone)))


def asked(archive: Archive, stone: str) -> set[str]:
    """Return the ids of what can be asked at a stone."""
    found = {question.id for row in archive.stones if row.stone == stone for question in row.questions}
    return found | ({question.id for question in content("nl").stone(stone).questions} if stone in STONES else set())


def _check_stones(stones: Sequence[StoneRow]) -> None:
    once("stones[{}].stone", [row.stone for row in stones])
    for number, row in enumerate(stones):
        _check_stone(row, f"stones[{number}]")
    own = [f"stones[{number}]" for number, row in enumerate(stones) if is_own(row.stone)]
    fit(own, limits.STONES - len(STONES))
    asked_before: set[str] = set()
    for number, row in enumerate(stones):
        ids = [question.id for question in row.questions]
        once(f"stones[{number}].questions[{{}}].id", ids)
        must(asked_before.isdisjoint(ids), f"stones[{number}].questions", "asks what another stone does")
        asked_before.update(ids)


def _check_stone(row: StoneRow, place: str) -> None:
    must(row.stone in BOARDS or is_own(row.stone), f"{place}.stone", "is no stone")
    if is_own(row.stone):
        say(row.name, f"{place}.name")
    known = {question.id for question in row.questions}
    if row.stone in STONES:
        known |= {question.id for question in content("nl").stone(row.stone).questions}
    for question in row.prompts:
        must(question in known, f"{place}.prompts", f"is for no question of {row.stone}")


def _check_programme(archive: Archive) -> None:
    steps = archive.workshop.programme
    once("workshop.programme[{}].step", [step.step for step in steps])
    walked = set(boards(archive)) - {PARKING}
    for number, step in enumerate(steps):
        fits = step.stone in walked if step.kind == "stone" else step.stone is None
        must(fits, f"workshop.programme[{number}].stone", "is no stone")
    once("scripts[{}].step", [script.step for script in archive.scripts])
    known = {step.step for step in steps}
    for number, script in enumerate(archive.scripts):
        say(script.text, f"scripts[{number}].text")
        if script.step not in known:
            lost(f"scripts[{number}].step")


def _check_groups(archive: Archive) -> None:
    once("groups[{}].id", [group.id for group in archive.groups])
    once("dissolved[{}].id", [group.id for group in archive.dissolved])
    fit([f"groups[{number}]" for number in range(len(archive.groups))], limits.GROUPS)
    places = boards(archive)
    for number, group in enumerate(archive.groups):
        must(group.stone is None or group.stone in places, f"groups[{number}].stone", "is no stone")
    known = {group.id for group in archive.groups}
    for number, group in enumerate(archive.dissolved):
        must(group.id not in known, f"dissolved[{number}].id", "is a group still")
    once_known = known | {group.id for group in archive.dissolved}
    seated = [
        ("people", [row.group for row in archive.people], known),
        ("notes", [row.group for row in archive.notes], once_known),
    ]
    for name, tables, there in seated:
        for number, table in enumerate(tables):
            if table is not None and table not in there:
                lost(f"{name}[{number}].group")


def _check_votes(archive: Archive) -> None:
    once("votes[{}].id", [vote.id for vote in archive.votes])
    fit([f"votes[{number}]" for number in range(len(archive.votes))], limits.VOTES_PER_WORKSHOP)
    known = set(boards(archive))
    for number, vote in enumerate(archive.votes):
        _check_vote(vote, f"votes[{number}]", known)
    running: list[Hashable] = [number if vote.closed is not None else None for number, vote in enumerate(archive.votes)]
    once("votes[{}].closed", running)


def _check_vote(vote: VoteRow, place: str, known: set[str]) -> None:
    must(set(vote.stones) <= known, f"{place}.stones", "is no stone")
    must(vote.each <= vote.dots, f"{place}.each", "is more than there are dots")
    must(bool(vote.stones) == (vote.answers is None), f"{place}.stones", "does not fit the answers")
    must(vote.answers is None or (vote.notes is None and vote.each == 1), f"{place}.answers", "are not of a poll")


def _check_dots(archive: Archive) -> None:
    """What a person has at a note and in a vote keeps to the vote; those of the room do not."""
    votes = {vote.id: vote for vote in archive.votes}
    notes, people = (
        {note.id for note in archive.notes if note.audience == "all"},
        {ROOM, *(person.id for person in archive.people)},
    )
    once("dots[{}]", [(row.vote, row.note, row.person) for row in archive.dots])
    given: Counter[tuple[str, str]] = Counter()
    answers = {vote.id: set(places(vote.answers)) for vote in archive.votes if vote.answers is not None}
    for number, row in enumerate(archive.dots):
        for name, known in (("vote", votes), ("note", answers.get(row.vote, notes)), ("person", people)):
            if getattr(row, name) not in known:
                lost(f"dots[{number}].{name}")
        given[row.vote, row.person] += row.count
        _check_count(row, given[row.vote, row.person], votes[row.vote], f"dots[{number}]")
    fit([f"dots[{number}]" for number in range(len(archive.dots))], limits.DOTS_PER_WORKSHOP)


def _check_count(row: DotsRow, given: int, vote: VoteRow, place: str) -> None:
    # Two devices of one person may have become one after a vote was closed, with the dots of both.
    if row.person == ROOM or vote.closed is not None:
        return
    if row.count > vote.each or given > vote.dots:
        full(place, str(vote.each if row.count > vote.each else vote.dots))


def _check_actions(archive: Archive) -> None:
    once("actions[{}].id", [action.id for action in archive.actions])
    known = boards(archive)
    for number, action in enumerate(archive.actions):
        must(action.stone is None or action.stone in known, f"actions[{number}].stone", "is no stone")
        must(is_due(action.due), f"actions[{number}].due", "is no day")
    fit([f"actions[{number}]" for number in range(len(archive.actions))], limits.ACTIONS_PER_WORKSHOP)
