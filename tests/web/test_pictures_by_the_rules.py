"""Bringing pictures where people write without a name, let in, or not at all."""

from typing import Any

import pytest

from canvas.board.leading import StoneEdit
from tests.web.serving import Serving, error
from tests.web.test_pictures import bring, worker  # noqa: F401


@pytest.mark.usefixtures("worker")
def test_one_without_a_name_comes_with_its_secret_in_a_header(serving: Serving) -> None:
    shop, anna, bram = serving.shop, serving.join("Anna"), serving.join("Bram")
    shop.do(shop.lead, StoneEdit(stone="teams", writing="anonymous"))
    secret = {"Note-Proof": "a-secret-of-more-than-20-signs"}
    assert error(bring(serving, anna["token"])) == (400, "proof_missing")
    assert error(bring(serving, anna["token"], headers={"Note-Proof": "short"})) == (400, "malformed")
    first = bring(serving, anna["token"], headers=secret)
    assert bring(serving, anna["token"], headers=secret).json() == first.json()
    assert error(bring(serving, bram["token"])) == (409, "note_exists")
    assert (shop.look("n1").author, shop.look("n1").anonymous) == (None, True)
    assert anna["participant"].encode() not in shop.log()[-1].json


@pytest.mark.usefixtures("worker")
@pytest.mark.parametrize("rule", [{"locked": True}, {"writing": "moderated"}])
def test_where_people_may_not_write_freely_a_picture_is_refused_or_waits(
    serving: Serving, rule: dict[str, Any]
) -> None:
    shop, anna = serving.shop, serving.join("Anna")
    shop.do(shop.lead, StoneEdit(stone="teams", **rule))
    answer = bring(serving, anna["token"])
    if "locked" in rule:
        assert error(answer) == (403, "stone_locked")
    else:
        assert shop.look(answer.json()["note"]).audience == "facilitators"
