"""The page on which a facilitator prepares the programme."""

import json

import pytest

from app_pages import recipe
from app_pages.stepping import asked
from app_pages.visitor import Guest
from canvas.board.leading import StoneEdit
from canvas.board.messages import change
from canvas.board.notes import NoteAdd, NoteEdit
from canvas.board.programme import ProgrammeSet, ScriptSet
from exports import programme_file
from sentences import sentence
from services import Services, services
from stepstones.errors import Refused
from stepstones.planning import HALF_DAY, lasting, proposal, total
from stepstones.programme import OwnQuestion, Step
from stepstones.rules import HOUSE
from storage import secret
from storage.founding import Founded
from storage.ledger import Request
from tests.app_pages.browser import Browser, kept
from tests.app_pages.conftest import Open


@pytest.fixture
def page(facilitator: Browser, founded: Founded) -> Browser:
    facilitator.open("programme", w=founded.workshop)
    return facilitator


@pytest.fixture
def planned(page: Browser) -> Browser:
    page.press("propose")
    return page


def steps(founded: Founded) -> tuple[Step, ...]:
    return kept(founded.workshop).workshop.programme


def ids(founded: Founded) -> list[str]:
    return [step.step for step in steps(founded)]


def test_one_begins_with_the_proposal_for_half_a_day(page: Browser, founded: Founded) -> None:
    assert "Nog geen programma" in page.words
    page.press("propose")
    assert steps(founded) == proposal()
    assert "**4 uur**" in page.words
    assert "Precies een dagdeel" in page.words
    assert "`9:00` **Start**" in page.words
    assert "Eindigt om 13:00" in page.words


def test_steps_move_up_and_down_and_leave(planned: Browser, founded: Founded) -> None:
    planned.press("up-proposition")
    assert ids(founded)[:4] == ["framing", "proposition", "segment", "content"]
    planned.press("down-framing")
    assert ids(founded)[:2] == ["proposition", "framing"]
    assert planned.page.button(key="up-proposition").disabled
    planned.press("out-market")
    assert "market" not in ids(founded)
    assert "10 minuten van een dagdeel zijn over" in planned.words


def test_minutes_are_kept_as_soon_as_they_change(planned: Browser, founded: Founded) -> None:
    planned.page.number_input(key="minutes-teams").set_value(45)
    planned.run()
    assert total(steps(founded)) == HALF_DAY + 30
    assert "30 minuten langer dan een dagdeel" in planned.words


def test_two_facilitators_do_not_undo_what_the_other_did(planned: Browser, member: Open, founded: Founded) -> None:
    other = member("facilitator", "another-device")
    other.open("programme", w=founded.workshop)
    other.press("out-market")
    planned.press("down-framing")
    assert "market" not in ids(founded)
    assert ids(founded)[1] == "framing"
    planned.page.number_input(key="minutes-teams").set_value(45)
    planned.run()
    assert total(steps(founded)) == HALF_DAY - 10 + 30


def test_what_is_not_in_it_can_be_added(planned: Browser, founded: Founded) -> None:
    planned.press("out-market")
    planned.page.selectbox(key="add-what").set_value("market")
    planned.run()
    planned.press("add-step")
    assert [step.stone for step in steps(founded)].count("market") == 1
    planned.press("add-step")
    assert [step.kind for step in steps(founded)].count("break") == 3


def test_a_stone_of_ones_own_joins_the_programme(planned: Browser, founded: Founded) -> None:
    planned.page.text_input(key="own-name-0").set_value("Prijs")
    planned.page.text_input(key="own-lead-0").set_value("Wat kost het?")
    planned.press("make-stone")
    session = kept(founded.workshop)
    own = next(one for one in session.stones if one.stone.startswith("own."))
    assert (own.name, own.lead) == ("Prijs", "Wat kost het?")
    assert own.stone in [step.stone for step in steps(founded)]
    assert "**Prijs**" in planned.words


def test_a_stone_without_a_name_is_not_made(planned: Browser, founded: Founded) -> None:
    planned.press("make-stone")
    assert planned.problems
    assert steps(founded) == proposal()


def test_a_stone_of_ones_own_is_deleted_while_nothing_lies_there(planned: Browser, founded: Founded) -> None:
    planned.page.text_input(key="own-name-0").set_value("Prijs")
    planned.press("make-stone")
    (own,) = [one.stone for one in kept(founded.workshop).stones if one.stone.startswith("own.")]
    services().ledger.submit(
        Request(founded.workshop, secret.id(), NoteAdd(note="n", stone=own, text="Tien euro"), HOUSE)
    )
    planned.press(f"really-{own}")
    assert "uit het programma" in " ".join(planned.problems)
    services().ledger.submit(Request(founded.workshop, secret.id(), NoteEdit(note="n", stone="teams"), HOUSE))
    planned.press(f"really-{own}")
    assert planned.problems == []
    assert kept(founded.workshop).stones == ()
    assert steps(founded) == proposal()
    assert "**Prijs**" not in planned.words


def test_a_step_has_private_notes_and_a_stone_its_own_texts(planned: Browser, founded: Founded) -> None:
    planned.press("open-teams")
    planned.page.text_area(key="script-teams").set_value("Vraag de kassa")
    planned.page.text_input(key="stone-teams-name").set_value("Ploegen")
    planned.page.text_area(key="stone-teams-questions").set_value("Wie ontbreekt?\n\nWie belt er?")
    planned.page.text_area(key="prompts-teams-teams.contact").set_value("De kassa")
    planned.press("save-step")
    session = kept(founded.workshop)
    teams = next(one for one in session.stones if one.stone == "teams")
    assert [script.text for script in session.scripts] == ["Vraag de kassa"]
    assert (teams.name, [question.text for question in teams.questions]) == (
        "Ploegen",
        ["Wie ontbreekt?", "Wie belt er?"],
    )
    assert teams.prompts == {"teams.contact": ("De kassa",)}
    assert "**Ploegen**" in planned.words
    assert "2 eigen vragen, privénotities" in planned.words


def test_a_question_can_go_while_prompts_of_others_change(planned: Browser, house: Services, founded: Founded) -> None:
    questions = [{"id": "own.q", "text": "Wie *belt* er?"}]
    before = change(StoneEdit, stone="teams", questions=questions, prompts={"own.q": ["En wie niet?"]})
    house.ledger.submit(Request(founded.workshop, secret.id(), before, founded.facilitator.actor))
    planned.press("open-teams")
    assert planned.page.text_area(key="prompts-teams-own.q").label == r"Wie \*belt\* er\?"
    planned.page.text_area(key="stone-teams-questions").set_value("")
    planned.page.text_area(key="prompts-teams-teams.contact").set_value("De kassa")
    planned.press("save-step")
    teams = next(one for one in kept(founded.workshop).stones if one.stone == "teams")
    assert (teams.questions, teams.prompts) == ((), {"teams.contact": ("De kassa",)})


def test_private_notes_that_somebody_else_changed_meanwhile_are_shown_before_they_are_saved_over(
    planned: Browser, founded: Founded
) -> None:
    planned.press("open-teams")
    theirs = ScriptSet(step="teams", text="Vraag de directie")
    services().ledger.submit(Request(founded.workshop, secret.id(), theirs, HOUSE))
    planned.page.text_area(key="script-teams").set_value("Vraag de kassa")
    planned.press("save-step")
    assert planned.problems == [sentence("changed_meanwhile", "nl")]
    assert "Vraag de directie" in planned.words
    planned.press("save-step")
    assert [script.text for script in kept(founded.workshop).scripts] == ["Vraag de kassa"]


def test_a_question_that_was_reworded_keeps_its_notes() -> None:
    before = (OwnQuestion("own.a", "Wie?", ("x",)), OwnQuestion("own.b", "Wat?"))
    seen = ["Wie?", "Wat?"]
    found = asked(["Wie belt?", "Wat?", "Waar?"], before, seen)
    assert [question["id"] for question in found[:2]] == ["own.a", "own.b"]
    assert found[0]["prompts"] == ["x"]
    assert found[2]["id"] not in ("own.a", "own.b")
    assert [question["id"] for question in asked(["Wat?", "Wie?"], before, seen)] == ["own.b", "own.a"]
    assert asked([], before, seen) == []


def test_a_question_that_another_facilitator_asked_meanwhile_stays(
    planned: Browser, house: Services, founded: Founded
) -> None:
    planned.press("open-teams")
    theirs = change(StoneEdit, stone="teams", questions=[{"id": "own.theirs", "text": "Wie nog?"}])
    house.ledger.submit(Request(founded.workshop, secret.id(), theirs, founded.facilitator.actor))
    planned.page.text_area(key="stone-teams-questions").set_value("Wie belt er?")
    planned.press("save-step")
    teams = next(one for one in kept(founded.workshop).stones if one.stone == "teams")
    assert [question.text for question in teams.questions] == ["Wie belt er?", "Wie nog?"]


@pytest.mark.usefixtures("planned")
def test_a_programme_that_was_saved_is_loaded_again(house: Services, founded: Founded) -> None:
    data = programme_file.write(kept(founded.workshop), private=True)
    guest = Guest(kept(founded.workshop).workshop, founded.facilitator.actor)
    emptied = Request(founded.workshop, secret.id(), ProgrammeSet(steps=[]), guest.actor)
    house.ledger.submit(emptied)
    assert recipe.load(guest, kept(founded.workshop), data)
    assert steps(founded) == proposal()


@pytest.mark.usefixtures("planned")
def test_a_file_that_does_not_fit_changes_nothing(founded: Founded) -> None:
    longer = json.loads(programme_file.write(kept(founded.workshop), private=False))
    longer["stones"] = [{"stone": "own.new", "name": "Nieuw"}]
    longer["steps"][1]["stone"] = "own.gone"
    guest = Guest(kept(founded.workshop).workshop, founded.facilitator.actor)
    with pytest.raises(Refused) as caught:
        recipe.load(guest, kept(founded.workshop), json.dumps(longer).encode())
    assert caught.value.reason == "unknown_stone"
    assert steps(founded) == proposal()
    assert not [one for one in kept(founded.workshop).stones if one.stone == "own.new"]


def test_a_programme_is_saved_with_a_title(planned: Browser) -> None:
    assert planned.page.get("download_button")


def test_who_does_not_lead_is_sent_home(member: Open, founded: Founded) -> None:
    bram = member("participant")
    bram.open("programme", w=founded.workshop)
    assert "Alleen de facilitator kan dit doen." in bram.problems


def test_the_settings_and_the_ready_page_lead_here(facilitator: Browser, founded: Founded) -> None:
    for query in ({}, {"new": "1"}):
        facilitator.open("settings", w=founded.workshop, **query)
        assert "Programma voorbereiden" in [link.proto.label for link in facilitator.page.get("page_link")]


def test_lasting_changes_one_step() -> None:
    assert total(lasting(proposal(), "gone", 3)) == HALF_DAY
