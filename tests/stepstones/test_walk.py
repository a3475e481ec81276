"""What is walked in a session: the method's stones, as a facilitator arranged and renamed them."""

from dataclasses import replace
from datetime import date

from stepstones.content import content
from stepstones.programme import OwnQuestion, Step, StoneSettings
from stepstones.stones import STONES
from stepstones.walk import boards, every_stone, walked
from stepstones.workshop import Note, Session, Workshop

METHOD = content("nl")
SHOP = Workshop("w", "T", "O", frozenset(), "nl", "ABCDEF", 0, date(2027, 1, 1))
SESSION = Session(0, SHOP, frozenset(), (), (), (), ())
OWN = StoneSettings(
    "own.price", name="Prijs", lead="Wat kost het?", questions=(OwnQuestion("own.q", "Hoeveel?", ("p",)),)
)


def at(*stones: str) -> tuple[Step, ...]:
    return (Step("b", "break", None, 10), *(Step(stone, "stone", stone, 10) for stone in stones))


def note(stone: str) -> Note:
    return Note("n", stone, None, "x", "yellow", 0, 0, 0, None, 0)


def test_without_a_programme_the_ten_are_walked_as_they_are() -> None:
    assert walked(METHOD, SESSION) == METHOD


def test_without_a_programme_stones_of_ones_own_come_after_the_ten() -> None:
    found = walked(METHOD, replace(SESSION, stones=(OWN,)))
    assert boards(found) == (*STONES, "own.price", "parking")


def test_a_programme_gives_the_stones_and_their_order_each_once() -> None:
    shop = replace(SHOP, programme=at("goals", "own.price", "teams", "goals", "own.gone"))
    found = walked(METHOD, replace(SESSION, workshop=shop, stones=(OWN,)))
    assert [(stone.number, stone.id) for stone in found.stones] == [(1, "goals"), (2, "own.price"), (3, "teams")]


def test_what_was_left_out_comes_after_them_where_notes_lie() -> None:
    shop = replace(SHOP, programme=at("goals"))
    found = walked(METHOD, replace(SESSION, workshop=shop, notes=(note("teams"), note("parking"))))
    assert boards(found) == ("goals", "teams", "parking")


def test_what_the_team_concluded_beside_the_programme_is_not_lost() -> None:
    shop = replace(SHOP, programme=at("goals"))
    settings = StoneSettings("teams", conclusion="Eén balie"), StoneSettings("market", locked=True)
    assert boards(walked(METHOD, replace(SESSION, workshop=shop, stones=settings))) == ("goals", "teams", "parking")


def test_a_programme_without_stones_leaves_all_of_them() -> None:
    assert walked(METHOD, replace(SESSION, workshop=replace(SHOP, programme=at()))) == METHOD


def test_names_leads_questions_and_prompts_lie_over_those_of_the_method() -> None:
    first = METHOD.stone("teams").questions[0]
    more: dict[str, tuple[str, ...]] = {first.id: ("Denk aan de kassa",), "own.q1": ("Nog een",)}
    changed = StoneSettings(
        "teams", name="Ploegen", questions=(OwnQuestion("own.q1", "Wie nog?", ("x",)),), prompts=more
    )
    found = every_stone(METHOD, [changed, StoneSettings("parking"), StoneSettings("market")])
    teams = found.stone("teams")
    assert (teams.name, teams.lead, teams.number) == ("Ploegen", METHOD.stone("teams").lead, 6)
    assert [prompt.text for prompt in teams.questions[0].prompts][-1] == "Denk aan de kassa"
    assert len(teams.questions[0].prompts) == len(first.prompts) + 1
    assert [prompt.text for prompt in teams.questions[-1].prompts] == ["x", "Nog een"]
    assert found.stone("market") == METHOD.stone("market")
    assert len(found.stones) == len(STONES)


def test_a_stone_of_ones_own_is_a_stone_like_any_other() -> None:
    found = every_stone(METHOD, [OWN]).stone("own.price")
    assert (found.name, found.lead, found.number, found.questions[0].text) == ("Prijs", "Wat kost het?", 11, "Hoeveel?")
