"""Dividing people into groups."""

from typing import Any

import msgspec
import pytest

from canvas.board.notes import NoteDelete
from canvas.board.people import GroupEdit, GroupsSet, PersonRemove, PersonSeat, Seats
from stepstones.rules import Actor
from stepstones.workshop import Group
from storage.tables import workshops
from tests.storage.sample import NOW, Sample


def id_of(actor: Actor) -> str:
    return actor.person or ""


def divide(shop: Sample, *tables: Seats) -> dict[str, Any]:
    made = shop.do(shop.lead, GroupsSet(groups=list(tables)))
    record: dict[str, Any] = msgspec.json.decode(made.record or b"")
    return record


def seats(shop: Sample) -> dict[str, str | None]:
    return {person.name: person.group for person in shop.session().people if not person.removed}


def test_people_are_divided_and_who_is_named_nowhere_sits_in_none(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    divide(shop, Seats("a", "Groep 1", None, [id_of(anna)]), Seats("b", "Groep 2", "teams", [id_of(bram)]))
    assert shop.session().groups == (Group("a", "Groep 1", None, NOW), Group("b", "Groep 2", "teams", NOW + 1))
    assert seats(shop) == {"Begeleider": None, "Anna": "a", "Bram": "b"}
    divide(shop, Seats("a", "Tafel 1", None, [id_of(bram)]))
    assert [group.name for group in shop.session().groups] == ["Tafel 1"]
    assert seats(shop) == {"Begeleider": None, "Anna": None, "Bram": "a"}


def test_who_left_meanwhile_is_passed_over_and_nobody_sits_twice(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    shop.do(shop.lead, PersonRemove(person=id_of(bram)))
    record = divide(shop, Seats("a", "1", None, [id_of(anna), id_of(bram)]), Seats("b", "2", None, [id_of(anna)]))
    assert [told["people"] for told in record["groups"]] == [[], [id_of(anna)]]
    assert seats(shop) == {"Begeleider": None, "Anna": "b"}


def test_groups_that_are_dissolved_keep_their_names_for_what_was_written(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    divide(shop, Seats("a", "Groep 1", None, [id_of(anna)]), Seats("b", "Groep 2", None, [id_of(bram)]))
    for person in (anna, bram):
        shop.note(person)
    divide(shop)
    now = shop.session()
    assert (now.groups, [group.name for group in now.dissolved]) == ((), ["Groep 1", "Groep 2"])
    divide(shop, Seats("a", "Weer"))
    assert [group.name for group in shop.session().groups] == ["Weer"]


def test_a_group_that_is_dissolved_no_longer_reports_back(shop: Sample) -> None:
    divide(shop, Seats("a", "Groep 1"))
    shop.ledger.write(lambda connection: connection.execute(workshops.update().values(presenting="a")))
    divide(shop, Seats("a", "Groep 1"), Seats("b", "Groep 2"))
    assert shop.session().workshop.presenting == "a"
    divide(shop, Seats("b", "Groep 2"))
    assert shop.session().workshop.presenting is None


def test_a_group_gets_another_name_and_a_stone_of_its_own_or_none(shop: Sample) -> None:
    divide(shop, Seats("a", "Groep 1"))
    shop.do(shop.lead, GroupEdit(group="a", name="Balie", stone="teams"))
    assert shop.session().groups == (Group("a", "Balie", "teams", NOW),)
    shop.do(shop.lead, GroupEdit(group="a", stone=None))
    assert shop.session().groups == (Group("a", "Balie", None, NOW),)


def test_a_latecomer_gets_a_seat_and_may_change_it(shop: Sample) -> None:
    divide(shop, Seats("a", "Groep 1"))
    anna = shop.person("Anna")
    for group in ("a", None):
        shop.do(shop.lead, PersonSeat(person=id_of(anna), group=group))
        assert shop.who(anna.person).group == group


def test_groups_that_nothing_names_are_forgotten_and_the_others_kept(shop: Sample) -> None:
    anna = shop.person("Anna")
    divide(shop, Seats("a", "Groep 1", None, [id_of(anna)]), Seats("b", "Groep 2"))
    note = shop.note(anna)
    shop.do(anna, NoteDelete(note))
    assert divide(shop, Seats("c", "Groep 3"))["forgotten"] == ["b"]
    for number in range(5):
        divide(shop, Seats(f"n{number}", "Weer"))
    assert [group.id for group in shop.session().dissolved] == ["a"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (GroupsSet(groups=[Seats("a", "1"), Seats("a", "2")]), "group_exists"),
        (GroupsSet(groups=[Seats("a", "1", "nowhere")]), "unknown_stone"),
        (GroupEdit(group="x", name="Weg"), "group_gone"),
        (GroupEdit(group="g", stone="nowhere"), "unknown_stone"),
        (PersonSeat(person="nobody", group="g"), "person_gone"),
    ],
)
def test_groups_that_cannot_be_are_refused_and_only_who_leads_divides(shop: Sample, change: Any, reason: str) -> None:
    divide(shop, Seats("g", "Groep"))
    assert shop.refused(shop.lead, change) == reason
    assert shop.refused(shop.person("Anna"), change) == "facilitator_only"


def test_nobody_sits_in_a_group_that_is_dissolved(shop: Sample) -> None:
    divide(shop, Seats("a", "Groep 1"))
    divide(shop)
    anna = shop.person("Anna")
    assert shop.refused(shop.lead, PersonSeat(person=id_of(anna), group="a")) == "group_gone"
    assert shop.refused(shop.lead, GroupEdit(group="a", name="Weer")) == "group_gone"
