import pytest

from canvas.board.changes import ScoreSet
from canvas.board.messages import change
from sentences import sentence
from services import services
from stepstones.maturity import asked_questions
from stepstones.rules import HOUSE
from stepstones.workshop import Score
from storage import secret
from storage.founding import Founded
from storage.ledger import Request
from tests.app_pages.browser import Browser, kept
from tests.app_pages.conftest import Open

ASKED = asked_questions(["donors"])


def score(founded: Founded, question: str, points: int | None, remark: str = "") -> None:
    """Somebody else, at another laptop."""
    asked = change(ScoreSet, question=question, score=points, remark=remark)
    services().ledger.submit(Request(founded.workshop, secret.id(), asked, HOUSE))


def scores(founded: Founded) -> dict[str, Score]:
    return {score.question: score for score in kept(founded.workshop).scores}


@pytest.fixture
def page(facilitator: Browser, founded: Founded) -> Browser:
    facilitator.open("maturity", w=founded.workshop)
    return facilitator


def give(browser: Browser, question: str, points: int | None) -> None:
    browser.page.segmented_control(key=f"score-{question}").set_value(points)
    browser.run()


def explain(browser: Browser, question: str, remark: str) -> None:
    browser.page.text_area(key=f"remark-{question}").set_value(remark)
    browser.run()


def test_a_score_is_kept_at_once(page: Browser, founded: Founded) -> None:
    give(page, "vision", 4)
    assert scores(founded) == {"vision": Score("vision", 4, "")}


def test_a_score_can_be_taken_back(page: Browser, founded: Founded) -> None:
    give(page, "vision", 4)
    give(page, "vision", None)
    assert scores(founded) == {"vision": Score("vision", None, "")}


def test_a_remark_is_kept_beside_its_score(page: Browser, founded: Founded) -> None:
    give(page, "vision", 4)
    explain(page, "vision", " het **jaarplan** ")
    assert scores(founded) == {"vision": Score("vision", 4, "het **jaarplan**")}
    assert page.run().text_area(key="remark-vision").value == "het **jaarplan**"


def test_a_remark_that_is_too_long_is_told_and_not_lost(page: Browser, founded: Founded) -> None:
    explain(page, "vision", "x" * 2001)
    assert page.problems == [sentence("too_long", "nl", {"limit": 2000})]
    assert page.page.text_area(key="remark-vision").value == "x" * 2001
    assert scores(founded) == {}


def test_two_facilitators_do_not_overwrite_what_they_did_not_touch(page: Browser, founded: Founded) -> None:
    score(founded, "vision", 2, "van de ander")
    score(founded, "use", 5)
    give(page, "vision", 3)
    assert scores(founded) == {"vision": Score("vision", 3, "van de ander"), "use": Score("use", 5, "")}


def test_what_another_facilitator_scores_appears(page: Browser, founded: Founded) -> None:
    score(founded, "vision", 2, "van de ander")
    page.run()
    assert page.page.segmented_control(key="score-vision").value == 2
    assert page.page.text_area(key="remark-vision").value == "van de ander"
    assert page.page.header[0].value == "1 van 8 beantwoord"


def test_a_click_that_is_on_its_way_is_not_overwritten_by_what_the_page_showed_already(page: Browser) -> None:
    give(page, "vision", 3)
    assert not page.page.segmented_control(key="score-data_management").proto.set_value


def test_the_later_of_two_scores_for_one_question_holds(page: Browser, founded: Founded) -> None:
    score(founded, "vision", 2)
    give(page, "vision", 5)
    assert scores(founded)["vision"].score == 5


def test_no_level_before_eight_in_ten_are_answered(page: Browser, founded: Founded) -> None:
    for question in ASKED[:6]:
        score(founded, question, 3)
    page.run()
    assert page.page.header[0].value == "6 van 8 beantwoord"
    assert not page.page.metric


def test_score_level_and_next_step_appear_with_enough_answers(page: Browser, founded: Founded) -> None:
    for question, points in zip(ASKED[:7], (3, 3, 3, 3, 3, 3, 4), strict=True):
        score(founded, question, points)
    page.run()
    assert [metric.value for metric in page.page.metric] == ["3,1", "Gestroomlijnd"]
    assert "**De volgende stap:**" in page.words


def test_scores_are_told_in_a_table_lowest_first(page: Browser, founded: Founded) -> None:
    score(founded, "vision", 4, "<b>plan</b>")
    score(founded, "use", 1)
    page.run()
    table = page.page.table[0].value
    assert table.values.tolist() == [
        ["Gebruik in de praktijk", "1", ""],
        ["Visie en strategie", "4", r"\<b\>plan\<\/b\>"],
    ]


def test_a_question_that_does_not_apply_is_not_asked(page: Browser) -> None:
    keys = {control.key for control in page.page.segmented_control}
    assert keys == {f"score-{question}" for question in ASKED}


@pytest.mark.parametrize("role", ["participant", "reader"])
def test_others_see_the_scores_and_cannot_change_them(member: Open, founded: Founded, role: str) -> None:
    score(founded, "vision", 4, "het jaarplan")
    browser = member(role)
    browser.open("maturity", w=founded.workshop)
    assert "**4** van 5" in browser.words
    assert "het jaarplan" in browser.words
    assert not browser.page.segmented_control
    assert not browser.page.text_area


def test_a_stranger_is_sent_home(stranger: Browser, founded: Founded) -> None:
    stranger.open("maturity", w=founded.workshop)
    assert stranger.problems == [sentence("not_a_member", "nl")]
