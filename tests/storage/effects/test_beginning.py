"""When a session begins: with its button, or else with the first step that people are taken along."""

from canvas.board.leading import RoomMove, SessionBegin
from canvas.board.people import PersonRemove
from tests.storage.effects.test_leading import PROGRAMME, did, now, put
from tests.storage.sample import NOW, Sample


def test_with_the_session_the_time_begins_where_the_room_is(shop: Sample, clock: list[int]) -> None:
    put(shop, programme=PROGRAMME.decode())
    told = did(shop, SessionBegin())
    assert (told["step"], told["arrived"]) == ("s1", NOW)
    clock[0] = NOW + 60_000
    assert did(shop, SessionBegin()).keys().isdisjoint({"step", "arrived"})
    assert (now(shop).step, now(shop).arrived) == ("s1", NOW)


def test_the_first_step_begins_the_session_where_nobody_pressed_the_button(shop: Sample, clock: list[int]) -> None:
    shop.person("Anna")
    assert "begun" not in did(shop, RoomMove(stone="framing", together=True))
    clock[0] = NOW + 60_000
    assert did(shop, RoomMove(stone="teams"))["begun"] == NOW + 60_000
    clock[0] = NOW + 120_000
    assert "begun" not in did(shop, RoomMove(stone="channels"))
    assert now(shop).begun == NOW + 60_000


def test_who_looks_around_before_anybody_came_only_prepares(shop: Sample) -> None:
    anna = shop.person("Anna")
    shop.do(shop.lead, PersonRemove(person=str(anna.person)))
    assert "begun" not in did(shop, RoomMove(stone="teams"))
    assert now(shop).begun is None
