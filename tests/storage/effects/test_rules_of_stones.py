"""Rules, conclusions and texts of stones, and stones of a facilitator's own."""

import msgspec
import pytest

from canvas.board import limits
from canvas.board.leading import NewQuestion, StoneAdd, StoneEdit
from stepstones.programme import OwnQuestion, StoneSettings
from tests.storage.sample import Sample

QUESTION = NewQuestion(id="own.q1", text="Wie belt ons?", prompts=["vrienden", "scholen"])


def settings_of(shop: Sample, stone: str) -> StoneSettings:
    return next(found for found in shop.session().stones if found.stone == stone)


def test_what_is_set_for_a_stone_changes_one_by_one(shop: Sample) -> None:
    for edit in (
        StoneEdit(stone="teams", locked=True, writing="private"),
        StoneEdit(stone="teams", moving=True),
        StoneEdit(stone="teams", locked=False, editing=True, conclusion="Eén balie"),
        StoneEdit(stone="teams", name="Mensen", lead="Wie doet wat?", questions=[QUESTION]),
        StoneEdit(stone="teams", prompts={"own.q1": ["de pers"]}),
    ):
        shop.do(shop.lead, edit)
    assert settings_of(shop, "teams") == StoneSettings(
        "teams",
        locked=False,
        writing="private",
        moving=True,
        editing=True,
        conclusion="Eén balie",
        name="Mensen",
        lead="Wie doet wat?",
        questions=(OwnQuestion("own.q1", "Wie belt ons?", ("vrienden", "scholen")),),
        prompts={"own.q1": ("de pers",)},
    )


def test_the_parking_lot_has_rules_too(shop: Sample) -> None:
    shop.do(shop.lead, StoneEdit(stone="parking", locked=True))
    assert settings_of(shop, "parking").locked


def test_a_stone_of_ones_own_is_added_once_and_can_be_changed(shop: Sample) -> None:
    new = StoneAdd(stone="own.press", name="Pers", lead="Wie schrijft over ons?", questions=[QUESTION])
    shop.do(shop.lead, new)
    assert shop.refused(shop.lead, new) == "stone_exists"
    shop.do(shop.lead, StoneEdit(stone="own.press", locked=True))
    made = settings_of(shop, "own.press")
    assert (made.name, made.locked, [question.id for question in made.questions]) == ("Pers", True, ["own.q1"])


def test_there_is_room_for_so_many_stones(shop: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "STONES", 11)
    shop.do(shop.lead, StoneEdit(stone="parking", moving=True))
    shop.do(shop.lead, StoneAdd(stone="own.press", name="Pers"))
    assert shop.refused(shop.lead, StoneAdd(stone="own.radio", name="Radio")) == "stones_full"


@pytest.mark.parametrize("stone", ["nowhere", "framing", "own.nowhere", "break"])
def test_only_a_stone_that_is_there_has_rules(shop: Sample, stone: str) -> None:
    assert shop.refused(shop.lead, StoneEdit(stone=stone, locked=True)) == "unknown_stone"


def test_the_prompts_of_a_question_go_with_it(shop: Sample) -> None:
    prompts = {"own.q1": ["de pers"], "teams.contact": ["de kassa"]}
    shop.do(shop.lead, StoneEdit(stone="teams", questions=[QUESTION], prompts=prompts))
    same = shop.do(shop.lead, StoneEdit(stone="teams", questions=[QUESTION], name="Mensen"))
    gone = shop.do(shop.lead, StoneEdit(stone="teams", questions=[]))
    assert settings_of(shop, "teams").prompts == {"teams.contact": ("de kassa",)}
    told = [msgspec.json.decode(made.record or b"").get("prompts") for made in (same, gone)]
    assert told == [None, {"teams.contact": ["de kassa"]}]
    left = {name: list(texts) for name, texts in settings_of(shop, "teams").prompts.items()}
    shop.do(shop.lead, StoneEdit(stone="teams", prompts=left))


def test_prompts_stand_under_a_question_of_their_stone(shop: Sample) -> None:
    elsewhere = StoneEdit(stone="teams", prompts={"channels.ways": ["web"]})
    assert shop.refused(shop.lead, elsewhere) == "unknown_question"


def test_only_who_leads_sets_rules(shop: Sample) -> None:
    anna = shop.person("Anna")
    assert shop.refused(anna, StoneEdit(stone="teams", locked=True)) == "facilitator_only"
    assert shop.refused(anna, StoneAdd(stone="own.press", name="Pers")) == "facilitator_only"
