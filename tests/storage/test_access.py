"""Devices, keys, codes and tokens."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection, update

from canvas.board.changes import CodeRenew
from storage import access, secret
from storage.access import TOKEN_LIFE, Membership
from storage.ledger import Ledger
from storage.tables import workshops
from tests.storage.sample import NOW, Sample, found

T = TypeVar("T")
DEVICE = "the device of Anna, of 32 signs."


def read(ledger: Ledger, ask: Callable[[Connection], T]) -> T:
    with ledger.database.reading() as connection:
        return ask(connection)


def member(shop: Sample, name: str = "Anna") -> Membership:
    return Membership(shop.id, "participant", shop.person(name).person)


def remember(shop: Sample, who: Membership, device: str = DEVICE) -> None:
    shop.ledger.write(lambda c: access.remember(c, device, who, shop.ledger.now()))


def test_a_device_is_recognised(shop: Sample) -> None:
    anna = member(shop)
    remember(shop, anna)
    assert read(shop.ledger, lambda c: access.of_device(c, DEVICE, shop.id)) == anna
    assert read(shop.ledger, lambda c: access.of_device(c, "another", shop.id)) is None
    assert read(shop.ledger, lambda c: access.of_device(c, DEVICE, "another")) is None


def test_of_several_roles_a_device_has_the_strongest(shop: Sample) -> None:
    for who in (
        Membership(shop.id, "reader", None), Membership(shop.id, "projector", None),
        member(shop), shop.founded.facilitator,
    ):  # fmt: skip
        remember(shop, who)
        assert read(shop.ledger, lambda c: access.of_device(c, DEVICE, shop.id)) == who


def test_the_workshops_of_a_device_the_latest_first(shop: Sample, clock: list[int]) -> None:
    other = found(shop.ledger, "De tweede")
    remember(shop, member(shop))
    clock[0] += 1
    remember(shop, other.facilitator)
    remember(shop, Membership(other.workshop, "projector", None))
    mine = read(shop.ledger, lambda c: access.workshops_of(c, DEVICE))
    assert [(found.title, role) for found, role in mine] == [
        ("De tweede", "facilitator"), ("De vaste bezoeker in beeld", "participant"),
    ]  # fmt: skip


def test_a_code_is_found_however_it_is_typed(shop: Sample) -> None:
    code = shop.founded.code
    for typed in (code, code.lower(), f" {code[:3]} {code[3:]} ", f"{code[:3]}-{code[3:]}"):
        opened = read(shop.ledger, lambda c, typed=typed: access.by_code(c, typed))  # type: ignore[misc]
        assert opened is not None
        assert opened.id == shop.id
    assert read(shop.ledger, lambda c: access.by_code(c, "")) is None


def test_a_key_opens_its_own_door_only_until_it_is_renewed(shop: Sample) -> None:
    first = shop.founded.facilitator_key
    assert read(shop.ledger, lambda c: access.by_key(c, "facilitator", first)) == shop.id
    assert read(shop.ledger, lambda c: access.by_key(c, "projector", first)) is None
    second = shop.ledger.write(lambda c: access.renew_key(c, shop.id, "facilitator"))
    assert read(shop.ledger, lambda c: access.by_key(c, "facilitator", first)) is None
    assert read(shop.ledger, lambda c: access.by_key(c, "facilitator", second)) == shop.id


def test_a_token_speaks_for_twelve_hours(shop: Sample) -> None:
    anna = member(shop)
    token = shop.ledger.write(lambda c: access.give_token(c, anna, NOW))
    assert read(shop.ledger, lambda c: access.of_token(c, token, NOW + TOKEN_LIFE - 1)) == anna
    assert read(shop.ledger, lambda c: access.of_token(c, token, NOW + TOKEN_LIFE)) is None
    assert read(shop.ledger, lambda c: access.of_token(c, token + "x", NOW)) is None
    assert TOKEN_LIFE == 12 * 60 * 60 * 1000


def test_expired_tokens_are_swept_away(shop: Sample) -> None:
    anna = member(shop)
    shop.ledger.write(lambda c: access.give_token(c, anna, NOW))
    shop.ledger.write(lambda c: access.give_token(c, anna, NOW + TOKEN_LIFE))
    assert len(shop.everything()["tokens"]) == 1


def test_a_resume_code_makes_one_device_that_person_once(shop: Sample) -> None:
    anna = member(shop)
    code = shop.ledger.write(lambda c: access.give_resume_code(c, shop.id, anna.person or ""))
    typed = f"{code[:3].lower()} {code[3:6]}-{code[6:]}"
    assert shop.ledger.write(lambda c: access.resume(c, DEVICE, typed, NOW)) == anna
    assert shop.ledger.write(lambda c: access.resume(c, "another", code, NOW)) is None
    assert read(shop.ledger, lambda c: access.of_device(c, DEVICE, shop.id)) == anna
    assert read(shop.ledger, lambda c: access.of_device(c, "another", shop.id)) is None


def test_a_newer_resume_code_ends_the_earlier_one(shop: Sample) -> None:
    person = member(shop).person or ""
    first, second = (shop.ledger.write(lambda c: access.give_resume_code(c, shop.id, person)) for _ in range(2))
    assert shop.ledger.write(lambda c: access.resume(c, DEVICE, first, NOW)) is None
    assert shop.ledger.write(lambda c: access.resume(c, DEVICE, second, NOW))


def test_who_takes_over_another_person_is_that_person_from_then_on(shop: Sample) -> None:
    anna, bram = member(shop), member(shop, "Bram")
    remember(shop, bram)
    code = shop.ledger.write(lambda c: access.give_resume_code(c, shop.id, anna.person or ""))
    shop.ledger.write(lambda c: access.resume(c, DEVICE, code, NOW))
    assert read(shop.ledger, lambda c: access.of_device(c, DEVICE, shop.id)) == anna


def test_no_secret_stands_in_any_table_nor_in_the_log(shop: Sample) -> None:
    anna = member(shop)
    remember(shop, anna)
    secrets = [DEVICE, shop.founded.facilitator_key]
    secrets.append(shop.ledger.write(lambda c: access.give_token(c, anna, NOW)))
    secrets.append(shop.ledger.write(lambda c: access.give_resume_code(c, shop.id, anna.person or "")))
    secrets += [shop.ledger.write(lambda c, d=door: access.renew_key(c, shop.id, d)) for door in access.KEYS]  # type: ignore[misc]
    shop.do(shop.lead, CodeRenew())
    everything = repr(shop.everything())
    assert not [known for known in secrets if known in everything]
    assert secret.hashed(DEVICE) in everything


def test_codes_have_no_signs_that_are_confused() -> None:
    codes = [secret.join_code() + secret.resume_code() for _ in range(200)]
    assert not set("".join(codes)) & set("IOSZ0125")
    assert {len(code) for code in codes} == {15}
    assert len(secret.SIGNS) == len(set(secret.SIGNS)) == 28


def test_a_closed_door_is_told_apart_from_a_wrong_code(shop: Sample) -> None:
    shop.ledger.write(lambda c: c.execute(update(workshops).values(door_open=False)))
    opened = read(shop.ledger, lambda c: access.by_code(c, shop.founded.code))
    assert opened is not None
    assert not opened.door_open
