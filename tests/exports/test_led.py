"""How a session was led comes in as the ledger would have made it, or is refused with its place."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from canvas.board import limits
from exports import archive
from exports.errors import ArchiveError
from tests.exports.test_archive import EXAMPLE

WRONG, EMPTY, DOUBLE, LOST, FULL = (f"archive_{reason}" for reason in ("wrong", "empty", "double", "lost", "full"))
Change = Callable[[Any], None]
STONE: dict[str, Any] = {
    "stone": "own.kaarten", "locked": False, "writing": "open", "moving": False, "editing": False, "conclusion": "",
    "name": "Kaarten", "lead": "", "questions": [{"id": "own.wie", "text": "Wie belt er", "prompts": []}],
    "prompts": {"own.wie": ["En wie niet"]},
}  # fmt: skip
VOTE: dict[str, Any] = {
    "id": "v1", "title": "", "stones": ["teams", "own.kaarten"], "notes": None, "dots": 3, "each": 2, "hidden": True,
    "closed": None, "created": 1, "voters": 0,
}  # fmt: skip
ACTION: dict[str, Any] = {
    "id": "a1", "what": "Bellen", "who": "", "due": "2027-01-31", "status": "open", "stone": "own.kaarten",
    "note": "gone", "author": None, "created": 1,
}  # fmt: skip


def led() -> Any:
    """The example, led with one of everything."""
    whole = msgspec.json.decode(EXAMPLE)
    for row in (*whole["notes"], *whole["people"]):
        row["group"] = None
    note, other, person = whole["notes"][0], whole["notes"][1], whole["people"][0]
    note.update(stone="own.kaarten", question="own.wie", cluster=None, group="g1")
    other.update(audience="author", cluster=None)
    whole["workshop"]["programme"] = [{"step": "s1", "kind": "stone", "stone": "own.kaarten", "minutes": 20}]
    person.update(group="g1", word="moedig")
    return whole | {
        "stones": [STONE], "groups": [{"id": "g1", "name": "Tafel 1", "stone": "own.kaarten", "created": 1}],
        "votes": [VOTE], "dots": [{"vote": "v1", "note": note["id"], "person": person["id"], "count": 2}],
        "actions": [ACTION], "scripts": [{"step": "s1", "text": "Rustig"}],
        **{name: [] for name in ("links", "reactions", "comments")},
    }  # fmt: skip


def put(*path: str | int, to: object) -> Change:
    def change(whole: Any) -> None:
        for step in path[:-1]:
            whole = whole[step]
        whole[path[-1]] = to

    return change


def again(name: str, /, **others: object) -> Change:
    return lambda whole: whole[name].append({**whole[name][0], **others})


def hiding(whole: Any) -> None:
    """The note at which the dots lie is hidden."""
    whole["notes"][0].update(audience="author")


def poll(**fields: object) -> Change:
    """The vote is a poll."""
    return lambda whole: whole["votes"][0].update({"stones": [], "each": 1, "answers": ["Ja", "Nee"], **fields})


FAULTS: dict[str, tuple[Change, str, str]] = {
    "a stone of no method and of nobody": (put("stones", 0, "stone", to="nowhere"), WRONG, "stones[0].stone"),
    "a stone of one's own without a name": (put("stones", 0, "name", to=""), EMPTY, "stones[0].name"),
    "two stones of one id": (again("stones"), DOUBLE, "stones[1].stone"),
    "a question that asks nothing": (
        put("stones", 0, "questions", 0, "text", to=" "),
        EMPTY,
        "stones[0].questions[0].text",
    ),
    "a question of two stones": (
        again("stones", stone="own.b", prompts={}),
        WRONG,
        "stones[1].questions",
    ),
    "prompts of no question": (put("stones", 0, "prompts", to={"own.x": ["y"]}), WRONG, "stones[0].prompts"),
    "a prompt that hides something": (
        put("stones", 0, "prompts", "own.wie", 0, to="a\u202eb"),
        WRONG,
        "stones[0].prompts.own.wie[0]",
    ),
    "a conclusion of odd signs": (put("stones", 0, "conclusion", to="a\x00"), WRONG, "stones[0].conclusion"),
    "a step at no stone": (put("workshop", "programme", 0, "stone", to="no"), WRONG, "workshop.programme[0].stone"),
    "a break at a stone": (put("workshop", "programme", 0, "kind", to="break"), WRONG, "workshop.programme[0].stone"),
    "a step in the parking lot": (
        put("workshop", "programme", 0, "stone", to="parking"),
        WRONG,
        "workshop.programme[0].stone",
    ),
    "a script of no step": (put("scripts", 0, "step", to="s9"), LOST, "scripts[0].step"),
    "an empty script": (put("scripts", 0, "text", to=""), EMPTY, "scripts[0].text"),
    "a group that is and is not": (lambda whole: whole.update(dissolved=whole["groups"]), WRONG, "dissolved[0].id"),
    "two groups of one id": (again("groups"), DOUBLE, "groups[1].id"),
    "a group at no stone": (put("groups", 0, "stone", to="no"), WRONG, "groups[0].stone"),
    "somebody in no group that is there": (put("people", 0, "group", to="g9"), LOST, "people[0].group"),
    "a note of no group that is there": (put("notes", 0, "group", to="g9"), LOST, "notes[0].group"),
    "a word of two lines": (put("people", 0, "word", to="a\nb"), WRONG, "people[0].word"),
    "a vote about no stone": (put("votes", 0, "stones", to=["no"]), WRONG, "votes[0].stones"),
    "more dots at a note than a vote has": (put("votes", 0, "each", to=4), WRONG, "votes[0].each"),
    "two votes that run": (again("votes", id="v2"), DOUBLE, "votes[1].closed"),
    "dots of no vote": (put("dots", 0, "vote", to="v9"), LOST, "dots[0].vote"),
    "dots at no note": (put("dots", 0, "note", to="n9"), LOST, "dots[0].note"),
    "dots of nobody who was there": (put("dots", 0, "person", to="p9"), LOST, "dots[0].person"),
    "dots at a hidden note": (hiding, LOST, "dots[0].note"),
    "dots twice at one note": (again("dots"), DOUBLE, "dots[1]"),
    "more dots than one may put there": (put("dots", 0, "count", to=3), FULL, "dots[0]"),
    "a poll at a stone": (put("votes", 0, "answers", to=["Ja", "Nee"]), WRONG, "votes[0].stones"),
    "a vote about nothing": (put("votes", 0, "stones", to=[]), WRONG, "votes[0].stones"),
    "a poll over notes": (poll(notes=["n1"]), WRONG, "votes[0].answers"),
    "a poll with an answer that says nothing": (poll(answers=["Ja", ""]), EMPTY, "votes[0].answers[1]"),
    "a poll with an answer of odd signs": (poll(answers=["Ja", "a\x00"]), WRONG, "votes[0].answers[1]"),
    "dots at no answer": (poll(), LOST, "dots[0].note"),
    "an action that is nothing": (put("actions", 0, "what", to=""), EMPTY, "actions[0].what"),
    "an action of two lines": (put("actions", 0, "what", to="a\nb"), WRONG, "actions[0].what"),
    "an action of no stone": (put("actions", 0, "stone", to="no"), WRONG, "actions[0].stone"),
    "an action on no day": (put("actions", 0, "due", to="2027-02-30"), WRONG, "actions[0].due"),
    "an action in no state": (put("actions", 0, "status", to="later"), WRONG, "actions[0].status"),
    "two actions of one id": (again("actions"), DOUBLE, "actions[1].id"),
    "an action by nobody who was there": (put("actions", 0, "author", to="p9"), LOST, "actions[0].author"),
    "a note that nobody sees": (put("notes", 1, "author", to=None), WRONG, "notes[1].audience"),
    "a nameless note with a name": (put("notes", 0, "anonymous", to=True), WRONG, "notes[0].author"),
    "an unknown writing": (put("stones", 0, "writing", to="loud"), WRONG, "stones[0].writing"),
}


def test_what_is_led_comes_in_whole() -> None:
    session = archive.read(msgspec.json.encode(led()))
    assert archive.read(archive.write(session)) == session
    assert session.actions[0].note == "gone"


def test_a_group_can_work_at_the_parking_lot() -> None:
    whole = led()
    put("groups", 0, "stone", to="parking")(whole)
    assert archive.read(msgspec.json.encode(whole)).groups[0].stone == "parking"


@pytest.mark.parametrize(("change", "reason", "place"), FAULTS.values(), ids=FAULTS)
def test_what_does_not_fit_is_refused_with_its_place(change: Change, reason: str, place: str) -> None:
    whole = msgspec.json.decode(msgspec.json.encode(led()))
    change(whole)
    with pytest.raises(ArchiveError) as caught:
        archive.read(msgspec.json.encode(whole))
    assert (caught.value.reason, caught.value.values["place"]) == (reason, place)


def test_there_are_no_more_actions_than_fit() -> None:
    whole = led()
    whole["actions"] = [ACTION | {"id": f"a{number}"} for number in range(limits.ACTIONS_PER_WORKSHOP + 1)]
    with pytest.raises(ArchiveError) as caught:
        archive.read(msgspec.json.encode(whole))
    assert (caught.value.reason, caught.value.values["place"]) == (FULL, "actions[500]")


def test_in_the_archive_of_who_leads_the_dots_of_a_note_are_those_of_the_room() -> None:
    whole = led()
    whole["dots"][0].update(person="", count=900)
    assert archive.read(msgspec.json.encode(whole)).dots[0].count == 900
