"""The programme, what facilitators note for themselves, and stones of their own."""

from dataclasses import asdict

import msgspec
import pytest

from canvas.board import limits
from canvas.board.leading import NewQuestion, RoomMove, StoneAdd, StoneFinish
from canvas.board.notes import NewNote, NoteAdd, NotesAdd
from canvas.board.programme import NewStep, ProgrammeSet, ScriptSet
from stepstones.planning import proposal
from stepstones.programme import OwnQuestion, Script, StoneSettings
from tests.storage.sample import Sample

PRICE = "own.price"
ASKED = NewQuestion("own.q1", "Wat mag het kosten?", ["Denk aan abonnementen"])


@pytest.fixture
def steps() -> list[NewStep]:
    return [msgspec.convert(asdict(step), NewStep) for step in proposal()]


def test_the_programme_is_kept_in_its_order(shop: Sample, steps: list[NewStep]) -> None:
    shop.do(shop.lead, ProgrammeSet(steps=steps))
    assert shop.session().workshop.programme == proposal()


@pytest.mark.parametrize(
    "step",
    [
        NewStep("x", "stone", 10),
        NewStep("x", "stone", 10, "own.nowhere"),
        NewStep("x", "stone", 10, "parking"),
        NewStep("x", "break", 10, "teams"),
    ],
)
def test_a_step_names_a_stone_that_is_there_or_none(shop: Sample, step: NewStep) -> None:
    assert shop.refused(shop.lead, ProgrammeSet(steps=[step])) == "unknown_stone"


def test_no_two_steps_have_one_id(shop: Sample, steps: list[NewStep]) -> None:
    assert shop.refused(shop.lead, ProgrammeSet(steps=[*steps, steps[0]])) == "step_exists"


def test_participants_set_neither_programme_nor_script_nor_stones(shop: Sample, steps: list[NewStep]) -> None:
    anna = shop.person("Anna")
    for change in (ProgrammeSet(steps=steps), ScriptSet(step="teams", text="x"), StoneAdd(stone=PRICE, name="Prijs")):
        assert shop.refused(anna, change) == "facilitator_only"


def test_what_facilitators_note_is_heard_by_them_alone(shop: Sample, steps: list[NewStep]) -> None:
    shop.do(shop.lead, ProgrammeSet(steps=steps))
    made = shop.do(shop.lead, ScriptSet(step="teams", text="Vraag de kassa"))
    assert made.audience == "facilitators" == shop.log()[-1].audience
    assert shop.session().scripts == (Script("teams", "Vraag de kassa"),)
    shop.do(shop.lead, ScriptSet(step="teams", text=""))
    assert shop.session().scripts == ()


def test_notes_of_a_step_need_the_step_and_go_with_it(shop: Sample, steps: list[NewStep]) -> None:
    assert shop.refused(shop.lead, ScriptSet(step="teams", text="x")) == "step_gone"
    shop.do(shop.lead, ProgrammeSet(steps=steps))
    for step in ("teams", "goals"):
        shop.do(shop.lead, ScriptSet(step=step, text=step))
    shop.do(shop.lead, ProgrammeSet(steps=[step for step in steps if step.step != "teams"]))
    assert shop.session().scripts == (Script("goals", "goals"),)


def test_a_stone_of_ones_own_takes_notes_the_room_and_steps(shop: Sample) -> None:
    shop.do(shop.lead, StoneAdd(stone=PRICE, name="Prijs", lead="Wat kost het?", questions=[ASKED]))
    note = shop.note(shop.person("Anna"), stone=PRICE, question=ASKED.id)
    shop.do(shop.lead, NotesAdd(stone=PRICE, notes=[NewNote(note="n2", text="Gratis", question=ASKED.id)]))
    shop.do(shop.lead, RoomMove(stone=PRICE, question=ASKED.id))
    shop.do(shop.lead, StoneFinish(stone=PRICE, finished=True))
    shop.do(shop.lead, ProgrammeSet(steps=[NewStep("s", "stone", 10, PRICE)]))
    session = shop.session()
    own = StoneSettings(PRICE, name="Prijs", lead="Wat kost het?", questions=(_plain(ASKED),))
    assert own in session.stones
    assert (shop.look(note).stone, session.workshop.stone, set(session.finished)) == (PRICE, PRICE, {PRICE})


def test_a_private_note_that_somebody_else_changed_meanwhile_is_not_overwritten(
    shop: Sample, steps: list[NewStep]
) -> None:
    shop.do(shop.lead, ProgrammeSet(steps=steps))
    step = steps[0].step
    shop.do(shop.lead, ScriptSet(step=step, text="Welkom", was=""))
    assert shop.refused(shop.lead, ScriptSet(step=step, text="Hallo", was="")) == "changed_meanwhile"
    shop.do(shop.lead, ScriptSet(step=step, text="Welkom", was=""))
    shop.do(shop.lead, ScriptSet(step=step, text="", was="Welkom"))
    assert shop.refused(shop.lead, ScriptSet(step=step, text="Hallo", was="Welkom")) == "changed_meanwhile"
    shop.do(shop.lead, ScriptSet(step=step, text="Hallo"))
    assert [script.text for script in shop.session().scripts] == ["Hallo"]


def test_where_no_stone_was_made_nothing_lies(shop: Sample) -> None:
    assert shop.refused(shop.lead, NoteAdd(note="n", stone=PRICE, text="x")) == "unknown_stone"
    assert shop.refused(shop.lead, RoomMove(stone=PRICE)) == "unknown_stone"
    shop.do(shop.lead, StoneAdd(stone=PRICE, name="Prijs", questions=[ASKED]))
    for stone, question in ((PRICE, "own.q2"), ("teams", ASKED.id), (PRICE, "teams.contact"), ("parking", ASKED.id)):
        change = NoteAdd(note="n", stone=stone, text="x", question=question)
        assert shop.refused(shop.lead, change) == "unknown_question"


@pytest.mark.parametrize("stop", ["break", "index", "stories", "closing"])
def test_the_room_can_be_at_a_stop_where_no_notes_lie(shop: Sample, stop: str) -> None:
    shop.do(shop.lead, RoomMove(stone=stop))
    assert shop.session().workshop.stone == stop
    assert shop.refused(shop.lead, RoomMove(stone=stop, question="teams.contact")) == "unknown_question"
    assert shop.refused(shop.lead, NoteAdd(note="n", stone=stop, text="x")) == "unknown_stone"
    assert shop.refused(shop.lead, StoneFinish(stone=stop, finished=True)) == "unknown_stone"


def test_a_stone_or_question_is_there_once(shop: Sample) -> None:
    shop.do(shop.lead, StoneAdd(stone=PRICE, name="Prijs", questions=[ASKED]))
    assert shop.refused(shop.lead, StoneAdd(stone=PRICE, name="Nog eens")) == "stone_exists"
    for questions in ([ASKED], [NewQuestion("own.q2", "a"), NewQuestion("own.q2", "b")]):
        other = StoneAdd(stone="own.other", name="Ander", questions=questions)
        assert shop.refused(shop.lead, other) == "question_exists"


def test_there_is_room_for_so_many_stones(shop: Sample) -> None:
    for number in range(limits.STONES - 10):
        shop.do(shop.lead, StoneAdd(stone=f"own.{number}", name="Steen"))
    assert shop.refused(shop.lead, StoneAdd(stone="own.more", name="Steen")) == "stones_full"


def _plain(question: NewQuestion) -> OwnQuestion:
    return OwnQuestion(question.id, question.text, tuple(question.prompts))
