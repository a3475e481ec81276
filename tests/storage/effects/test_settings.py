"""Scores and settings."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from canvas.board.changes import CodeRenew, ScoreSet, WorkshopEdit
from stepstones.workshop import Score
from storage import access
from tests.storage.sample import NOW, Sample

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
