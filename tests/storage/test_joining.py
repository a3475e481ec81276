"""Coming in: by code and name, by key, by resume code."""

import pytest
from sqlalchemy import update

from canvas.board.changes import WorkshopEdit
from canvas.board.errors import BadMessage
from canvas.board.people import PersonRemove
from stepstones.errors import Refused
from storage import access, joining
from storage.access import Membership
from storage.ledger import Ledger
from storage.tables import people
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
        assert opened.person is None
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
    with pytest.raises(Refused, match="wrong_code"):
        joining.knock(shop.ledger, DEVICE, shop.founded.code)
    assert joining.knock(shop.ledger, DEVICE, shop.session().workshop.code).person is None


def with_key(shop: Sample, device: str = DEVICE) -> Membership:
    return joining.open_with_key(shop.ledger, device, "facilitator", shop.founded.facilitator_key)


def test_who_comes_with_the_key_leads_under_a_name_of_their_own(shop: Sample) -> None:
    assert with_key(shop) == Membership(shop.id, "facilitator", None)
    cato = joining.lead(shop.ledger, shop.id, "Cato", device=DEVICE)
    assert in_(shop.ledger, DEVICE, shop.id) == cato == with_key(shop)
    assert (shop.who(cato.person).name, shop.who(cato.person).role) == ("Cato", "facilitator")


def test_who_leads_already_goes_on_on_a_device_that_nobody_knew(shop: Sample) -> None:
    with_key(shop)
    with shop.ledger.database.reading() as connection:
        assert access.leaders(connection, shop.id) == {shop.lead.person: "Begeleider"}
    assert joining.lead_as(shop.ledger, shop.id, shop.lead.person or "", device=DEVICE) == shop.founded.facilitator
    assert in_(shop.ledger, DEVICE, shop.id) == shop.founded.facilitator


def test_a_participant_who_brings_the_key_may_lead_as_who_they_are(shop: Sample) -> None:
    anna = joining.join(shop.ledger, shop.id, "Anna", device=DEVICE)
    with_key(shop)
    with shop.ledger.database.reading() as connection:
        assert access.participant(connection, DEVICE, shop.id) == (anna.person, "Anna")
    led = joining.lead_as(shop.ledger, shop.id, anna.person or "", device=DEVICE)
    assert led == in_(shop.ledger, DEVICE, shop.id) == Membership(shop.id, "facilitator", anna.person)
    assert shop.who(anna.person).role == "facilitator"


def test_the_key_makes_nobody_another_participant(shop: Sample) -> None:
    bram = shop.person("Bram")
    with_key(shop)
    with pytest.raises(Refused, match="person_gone"):
        joining.lead_as(shop.ledger, shop.id, bram.person or "", device=DEVICE)


def test_nobody_leads_without_the_key(shop: Sample) -> None:
    joining.knock(shop.ledger, DEVICE, shop.founded.code)
    before = shop.everything()
    with pytest.raises(Refused, match="not_a_member"):
        joining.lead(shop.ledger, shop.id, "Cato", device=DEVICE)
    with pytest.raises(Refused, match="not_a_member"):
        joining.lead_as(shop.ledger, shop.id, shop.lead.person or "", device=DEVICE)
    assert shop.everything() == before


def test_a_renewed_key_ends_what_the_old_one_began(shop: Sample) -> None:
    with_key(shop)
    shop.ledger.write(lambda connection: access.renew_key(connection, shop.id, "facilitator"))
    assert in_(shop.ledger, DEVICE, shop.id) is None


def test_who_was_let_lead_or_no_longer_leads_is_so_on_a_device_that_was_known(shop: Sample) -> None:
    anna = joining.join(shop.ledger, shop.id, "Anna", device=DEVICE)
    shop.ledger.write(lambda c: c.execute(update(people).where(people.c.id == anna.person).values(role="facilitator")))
    assert in_(shop.ledger, DEVICE, shop.id) == Membership(shop.id, "facilitator", anna.person)
