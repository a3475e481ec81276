"""Scores, settings and people."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from sqlalchemy import insert

from canvas.board import limits
from canvas.board.changes import CodeRenew, ScoreSet, WorkshopEdit
from canvas.board.people import PersonJoin, PersonRemove, PersonRename
from stepstones.rules import HOUSE
from stepstones.workshop import Score
from storage import access, secret
from storage.access import Membership
from storage.tables import people
from tests.storage.sample import NOW, Sample, fresh_id

TODAY = datetime.fromtimestamp(NOW / 1000, UTC).date()


def test_a_score_is_given_changed_and_taken_back_with_its_remark(shop: Sample) -> None:
    for score in (2, 4, None):
        shop.do(shop.lead, ScoreSet(question="vision", score=score, remark=f"Het is {score}"))
        assert shop.session().scores == (Score("vision", score, f"Het is {score}"),)
    assert shop.refused(shop.lead, ScoreSet(question="weather", score=3)) == "unknown_question"


def test_settings_change_one_by_one(shop: Sample) -> None:
    day = TODAY + timedelta(days=30)
    for edit in (
        WorkshopEdit(title="Relaties op orde"),
        WorkshopEdit(relations=["volunteers", "donors", "donors"]),
        WorkshopEdit(language="en", door_open=False),
        WorkshopEdit(delete_after=day.isoformat()),
    ):
        shop.do(shop.lead, edit)
    now = shop.session().workshop
    assert (now.title, now.organisation) == ("Relaties op orde", "Theater De Brug")
    assert now.relations == {"volunteers", "donors"}
    assert (now.language, now.door_open, now.delete_after) == ("en", False, day)


@pytest.mark.parametrize(
    "day",
    ["2026-02-30", "2026-13-01", "0000-01-01", (TODAY - timedelta(days=1)).isoformat(), "2032-01-01", "9999-12-31"],
)
def test_a_date_of_deletion_lies_within_five_years(shop: Sample, day: str) -> None:
    assert shop.refused(shop.lead, WorkshopEdit(delete_after=day)) == "bad_date"


def test_today_is_a_date_of_deletion(shop: Sample) -> None:
    shop.do(shop.lead, WorkshopEdit(delete_after=TODAY.isoformat()))
    assert shop.session().workshop.delete_after == TODAY


def test_a_renewed_code_replaces_the_old_one(shop: Sample) -> None:
    made = shop.do(shop.lead, CodeRenew())
    code = shop.session().workshop.code
    assert code != shop.founded.code
    assert msgspec.json.decode(made.record or b"")["code"] == code
    with shop.ledger.database.reading() as connection:
        assert access.by_code(connection, shop.founded.code) is None
        assert access.by_code(connection, code)


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
