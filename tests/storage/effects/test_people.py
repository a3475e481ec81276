"""Comings and goings, standing and names."""

from typing import Any

import msgspec
import pytest
from sqlalchemy import insert

from canvas.board import limits
from canvas.board.changes import CodeRenew, WorkshopEdit
from canvas.board.leading import WordSet
from canvas.board.people import PersonJoin, PersonLead, PersonMerge, PersonMute, PersonRemove, PersonRename
from stepstones.rules import HOUSE, Actor
from storage import access, joining, secret
from storage.access import Membership
from storage.tables import people
from tests.storage.sample import NOW, Sample, fresh_id

DEVICE = "the device of Anna, of 32 signs."


def known(shop: Sample, device: str) -> Membership | None:
    with shop.ledger.database.reading() as connection:
        return access.of_device(connection, device, shop.id)


def told(committed: Any) -> dict[str, Any]:
    record: dict[str, Any] = msgspec.json.decode(committed.record or b"")
    return record


def id_of(actor: Actor) -> str:
    return actor.person or ""


def leader(shop: Sample, name: str = "Cato") -> Actor:
    """One more who leads."""
    person = shop.person(name)
    shop.do(shop.lead, PersonLead(person=id_of(person), leads=True))
    return Actor(person.person, "facilitator")


def test_two_people_of_one_name_are_told_apart(shop: Sample) -> None:
    names = [shop.who(shop.person("Anna").person).name for _ in range(3)]
    assert names == ["Anna", "Anna 2", "Anna 3"]


@pytest.mark.parametrize(
    "same",
    [
        "anna", "ANNA", "A\u200bnna", "An\u00adna", "Anna\u2060", "\uff21\uff4e\uff4e\uff41", "\U0001d400nna",
        "A\ufe0fnna", "\u3164Anna", "Anna\u00a0",
    ],
)  # fmt: skip
def test_a_name_that_looks_like_another_gets_a_number(shop: Sample, same: str) -> None:
    shop.person("Anna")
    name = shop.who(shop.person(same).person).name
    assert name.endswith(" 2")
    assert shop.who(shop.person("Anna").person).name == "Anna 3"


def test_spaces_of_other_widths_tell_nobody_apart(shop: Sample) -> None:
    shop.person("Anna de Vries")
    assert shop.who(shop.person("Anna \u2003de\u00a0 Vries").person).name.endswith(" 2")
    assert shop.who(shop.person("Anna de Vriès").person).name == "Anna de Vriès"


def test_a_long_name_that_is_taken_stays_within_the_limit(shop: Sample) -> None:
    names = [shop.who(shop.person("A" * limits.NAME).person).name for _ in range(2)]
    assert names[0] != names[1]
    assert all(len(name) <= limits.NAME for name in names)


def test_who_takes_the_name_of_another_gets_a_number_too(shop: Sample) -> None:
    shop.person("Anna")
    bram = shop.person("Bram")
    made = shop.do(bram, PersonRename(person=bram.person or "", name="Anna"))
    assert shop.who(bram.person).name == "Anna 2"
    assert msgspec.json.decode(made.record or b"")["name"] == "Anna 2"


def test_ones_own_name_can_be_kept(shop: Sample) -> None:
    anna = shop.person("Anna")
    shop.do(anna, PersonRename(person=anna.person or "", name="Anna"))
    assert shop.who(anna.person).name == "Anna"


def test_a_workshop_holds_five_hundred_people_those_shown_out_not_counted(shop: Sample) -> None:
    same = {"workshop": shop.id, "role": "participant", "joined": NOW}
    rows = [{**same, "id": f"p{i}", "name": "Allemaal Anna"} for i in range(limits.PEOPLE_PER_WORKSHOP - 2)]
    shop.ledger.write(lambda connection: connection.execute(insert(people), rows))
    last = shop.person("Bram")
    one_more = PersonJoin(person=fresh_id(), name="Cato", role="participant")
    assert shop.refused(HOUSE, one_more) == "workshop_full"
    shop.do(shop.lead, PersonRemove(person=last.person or ""))
    shop.do(HOUSE, one_more)


def test_names_of_who_was_shown_out_are_kept_to_a_limit(shop: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PEOPLE_EVER", 3)
    for name in ("Anna", "Bram"):
        shop.do(shop.lead, PersonRemove(person=shop.person(name).person or ""))
    one_more = PersonJoin(person=fresh_id(), name="Cato", role="participant")
    assert shop.refused(HOUSE, one_more) == "workshop_full"


def test_who_is_shown_out_is_forgotten_but_for_their_name(shop: Sample) -> None:
    anna = shop.person("Anna")
    note = shop.note(anna)
    member = Membership(shop.id, "participant", anna.person)
    shop.ledger.write(lambda connection: access.remember(connection, "the device of Anna", member, NOW))
    token = shop.ledger.write(lambda connection: access.give_token(connection, member, NOW))
    code = shop.ledger.write(lambda connection: access.give_resume_code(connection, shop.id, anna.person or ""))
    shop.do(shop.lead, PersonRemove(person=anna.person or ""))
    with shop.ledger.database.reading() as connection:
        assert access.of_device(connection, "the device of Anna", shop.id) is None
        assert access.of_token(connection, token, NOW) is None
        assert access.by_resume_code(connection, code) is None
    left = shop.everything()
    assert (left["memberships"], left["tokens"]) == ([], [])
    assert secret.hashed(code) not in repr(left)
    assert shop.who(anna.person).removed
    assert shop.look(note).author == anna.person
    assert shop.refused(shop.lead, PersonRemove(person=anna.person or "")) == "person_gone"
    assert shop.refused(shop.lead, PersonRename(person=anna.person or "", name="Weg")) == "person_gone"


def test_who_is_shown_out_leaves_no_word_on_the_wall(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    for person in (anna, bram):
        shop.do(person, WordSet(word="Scheldwoord"))
    shop.do(shop.lead, PersonRemove(person=id_of(anna)))
    assert [shop.who(person.person).word for person in (anna, bram)] == ["", "Scheldwoord"]


def test_who_is_shown_out_cannot_return_with_the_code_they_know(shop: Sample) -> None:
    anna = joining.join(shop.ledger, shop.id, "Anna", device=DEVICE)
    joining.knock(shop.ledger, "her other browser", shop.founded.code)
    made = told(shop.do(shop.lead, PersonRemove(person=anna.person or "")))
    code = shop.session().workshop.code
    assert made["code"] == code != shop.founded.code
    with shop.ledger.database.reading() as connection:
        assert access.by_code(connection, shop.founded.code) is None
    assert (known(shop, DEVICE), known(shop, "her other browser")) == (None, None)


def test_a_new_code_stands_before_who_knocked_with_the_old_one_and_gave_no_name(shop: Sample) -> None:
    joining.knock(shop.ledger, DEVICE, shop.founded.code)
    shop.do(shop.lead, CodeRenew())
    assert known(shop, DEVICE) is None


def test_who_led_and_is_shown_out_cannot_return_with_the_keys_they_know(shop: Sample) -> None:
    cato = leader(shop)
    keys = {door: shop.ledger.write(lambda c, d=door: access.renew_key(c, shop.id, d)) for door in access.KEYS}  # type: ignore[misc]
    for door, key in keys.items():
        joining.open_with_key(shop.ledger, DEVICE, door, key)
    joining.lead_as(shop.ledger, shop.id, id_of(cato), device=DEVICE)
    shop.do(shop.lead, PersonRemove(person=id_of(cato)))
    with shop.ledger.database.reading() as connection:
        assert [access.by_key(connection, door, key) for door, key in keys.items()] == [None, None, None]
    assert known(shop, DEVICE) is None


def test_showing_out_a_participant_leaves_the_keys_as_they_are(shop: Sample) -> None:
    shop.do(shop.lead, PersonRemove(person=id_of(shop.person("Anna"))))
    with shop.ledger.database.reading() as connection:
        assert access.by_key(connection, "facilitator", shop.founded.facilitator_key) == shop.id


def test_a_facilitator_comes_in_also_through_a_closed_door(shop: Sample) -> None:
    shop.do(shop.lead, WorkshopEdit(door_open=False))
    shop.do(HOUSE, PersonJoin(person="cato", name="Cato", role="facilitator"))
    assert shop.who("cato").role == "facilitator"


def test_somebody_may_only_look_until_they_may_write_again(shop: Sample) -> None:
    anna = shop.person("Anna")
    for muted in (True, False):
        shop.do(shop.lead, PersonMute(person=id_of(anna), muted=muted))
        assert shop.who(anna.person).muted is muted


def test_who_leads_always_writes(shop: Sample) -> None:
    cato = leader(shop)
    assert shop.refused(shop.lead, PersonMute(person=id_of(cato), muted=True)) == "facilitator_writes"


def test_who_is_asked_to_lead_may_write_again(shop: Sample) -> None:
    anna = shop.person("Anna")
    shop.do(shop.lead, PersonMute(person=id_of(anna), muted=True))
    shop.do(shop.lead, PersonLead(person=id_of(anna), leads=True))
    assert not shop.who(anna.person).muted


def test_who_leads_from_now_on_leads_on_all_their_devices(shop: Sample) -> None:
    anna = joining.join(shop.ledger, shop.id, "Anna", device=DEVICE)
    person = anna.person or ""
    for leads, role in ((True, "facilitator"), (False, "participant")):
        shop.do(shop.lead, PersonLead(person=person, leads=leads))
        assert shop.who(person).role == role
        assert known(shop, DEVICE) == Membership(shop.id, role, person)
        assert [row[2] for row in shop.everything()["memberships"]] == [role]


def test_somebody_always_leads(shop: Sample) -> None:
    assert shop.refused(shop.lead, PersonLead(person=id_of(shop.lead), leads=False)) == "last_facilitator"
    assert shop.refused(HOUSE, PersonRemove(person=id_of(shop.lead))) == "last_facilitator"
    cato = leader(shop)
    shop.do(shop.lead, PersonLead(person=id_of(shop.lead), leads=False))
    assert shop.refused(cato, PersonLead(person=id_of(cato), leads=False)) == "last_facilitator"


def test_a_device_that_is_two_people_stays_who_leads(shop: Sample) -> None:
    anna = joining.join(shop.ledger, shop.id, "Anna", device=DEVICE)
    joining.open_with_key(shop.ledger, DEVICE, "facilitator", shop.founded.facilitator_key)
    joining.lead_as(shop.ledger, shop.id, id_of(shop.lead), device=DEVICE)
    shop.do(shop.lead, PersonLead(person=anna.person or "", leads=True))
    assert known(shop, DEVICE) == shop.founded.facilitator


@pytest.mark.parametrize(
    "change",
    [
        PersonMute(person="x", muted=True), PersonLead(person="x", leads=True), PersonMerge(person="x", into="y"),
        PersonRemove(person="x"),
    ],
)  # fmt: skip
def test_participants_decide_nothing_about_others(shop: Sample, change: Any) -> None:
    assert shop.refused(shop.person("Anna"), change) == "facilitator_only"
    assert shop.refused(shop.lead, change) == "person_gone"
