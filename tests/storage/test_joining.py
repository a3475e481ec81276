"""Coming in: by code and name, by key, by resume code."""

import pytest

from canvas.board.changes import WorkshopEdit
from canvas.board.errors import BadMessage
from canvas.board.people import PersonRemove
from stepstones.errors import Refused
from storage import access, joining
from storage.access import Membership
from storage.ledger import Ledger
from tests.storage.sample import Sample

DEVICE = "the device of Anna, of 32 signs."


def in_(ledger: Ledger, device: str, workshop: str) -> Membership | None:
    with ledger.database.reading() as connection:
        return access.of_device(connection, device, workshop)


def test_who_knocks_with_the_code_may_give_a_name(shop: Sample) -> None:
    knocked = joining.knock(shop.ledger, DEVICE, shop.founded.code)
    assert knocked == in_(shop.ledger, DEVICE, shop.id) == Membership(shop.id, "participant", None)
    joined = joining.join(shop.ledger, shop.id, "  Anna\x00 ", device=DEVICE)
    assert joined == in_(shop.ledger, DEVICE, shop.id)
    assert shop.who(joined.person).name == "Anna"


def test_who_knocks_again_is_still_who_they_were(shop: Sample) -> None:
    joined = joining.join(shop.ledger, shop.id, "Anna", device=DEVICE)
    assert joining.knock(shop.ledger, DEVICE, shop.founded.code) == joined
    assert len(shop.session().people) == 2


def test_a_wrong_code_opens_nothing(shop: Sample) -> None:
    with pytest.raises(Refused, match="wrong_code"):
        joining.knock(shop.ledger, DEVICE, "AAAAAA")
    assert in_(shop.ledger, DEVICE, shop.id) is None


def test_a_closed_door_keeps_newcomers_out_but_not_who_is_in(shop: Sample) -> None:
    joined = joining.join(shop.ledger, shop.id, "Anna", device=DEVICE)
    shop.do(shop.lead, WorkshopEdit(door_open=False))
    with pytest.raises(Refused, match="door_closed"):
        joining.knock(shop.ledger, "another device", shop.founded.code)
    assert in_(shop.ledger, "another device", shop.id) is None
    assert joining.knock(shop.ledger, DEVICE, shop.founded.code) == joined


def test_a_door_that_closes_between_the_code_and_the_name_lets_nobody_in(shop: Sample) -> None:
    joining.knock(shop.ledger, DEVICE, shop.founded.code)
    shop.do(shop.lead, WorkshopEdit(door_open=False))
    before = shop.everything()
    with pytest.raises(Refused, match="door_closed"):
        joining.join(shop.ledger, shop.id, "Anna", device=DEVICE)
    with pytest.raises(Refused, match="door_closed"):
        joining.join_without_device(shop.ledger, shop.id, "Anna")
    assert shop.everything() == before
    shop.do(shop.lead, WorkshopEdit(door_open=True))
    assert joining.join(shop.ledger, shop.id, "Anna", device=DEVICE) == in_(shop.ledger, DEVICE, shop.id)


@pytest.mark.parametrize(
    ("name", "reason"), [("", "empty"), (" \x00\n", "empty"), ("\u200b", "empty"), ("A" * 61, "too_long")]
)
def test_a_name_must_be_one(shop: Sample, name: str, reason: str) -> None:
    before = shop.everything()
    with pytest.raises(BadMessage, match=reason):
        joining.join(shop.ledger, shop.id, name, device=DEVICE)
    assert shop.everything() == before


def test_who_cannot_come_in_leaves_no_device_behind(shop: Sample) -> None:
    with pytest.raises(Refused, match="workshop_gone"):
        joining.join(shop.ledger, "none", "Anna", device=DEVICE)
    assert in_(shop.ledger, DEVICE, "none") is None


def test_each_key_gives_its_role(shop: Sample) -> None:
    for door in access.KEYS:
        key = shop.ledger.write(lambda c, d=door: access.renew_key(c, shop.id, d))  # type: ignore[misc]
        opened = joining.open_with_key(shop.ledger, f"device for {door}", door, key)
        assert (opened.workshop, opened.role) == (shop.id, door)
        assert opened.person == (shop.lead.person if door == "facilitator" else None)
        assert in_(shop.ledger, f"device for {door}", shop.id) == opened


def test_a_key_that_opens_nothing_is_refused(shop: Sample) -> None:
    with pytest.raises(Refused, match="wrong_code"):
        joining.open_with_key(shop.ledger, DEVICE, "facilitator", "guessed")


def test_a_resume_code_works_once_also_while_the_door_is_closed(shop: Sample) -> None:
    anna = shop.person("Anna")
    code = shop.ledger.write(lambda c: access.give_resume_code(c, shop.id, anna.person or ""))
    shop.do(shop.lead, WorkshopEdit(door_open=False))
    assert joining.resume(shop.ledger, DEVICE, code).person == anna.person
    with pytest.raises(Refused, match="wrong_code"):
        joining.resume(shop.ledger, "another device", code)


def test_who_was_shown_out_may_knock_again_as_somebody_new(shop: Sample) -> None:
    joined = joining.join(shop.ledger, shop.id, "Anna", device=DEVICE)
    shop.do(shop.lead, PersonRemove(person=joined.person or ""))
    assert joining.knock(shop.ledger, DEVICE, shop.founded.code).person is None
