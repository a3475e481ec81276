"""What goes to whom: who only reads is not told the code."""

import json

from canvas.board.changes import CodeRenew, WorkshopEdit
from storage import access
from tests.web.client import Client
from tests.web.serving import Serving


def reader(serving: Serving) -> Client:
    key = serving.ledger.write(lambda c: access.renew_key(c, serving.shop.id, "reader"))
    return serving.socket(device=serving.device(f"/r/{key}"))


def test_who_only_reads_is_not_told_how_others_come_in(serving: Serving) -> None:
    reading, anna = reader(serving), serving.member("Anna")
    reading.hello()
    assert reading.snapshot["you"]["role"] == "reader"
    assert reading.snapshot["workshop"] == anna.snapshot["workshop"] | {"code": ""}
    serving.shop.do(serving.shop.lead, CodeRenew())
    renewed = anna.hear_change()
    assert len(renewed["code"]) == 6
    assert reading.hear_change() == renewed | {"code": ""}
    again = reader(serving)
    greeting = again.hello(since=renewed["seq"] - 1)
    assert [change["code"] for change in greeting["changes"]] == [""]
    fresh = reader(serving)
    fresh.hello()
    assert renewed["code"] not in json.dumps(fresh.snapshot)


def test_the_shared_screen_shows_the_code(serving: Serving) -> None:
    wall = serving.socket(device=serving.leading_device())
    wall.hello(view="projector")
    assert wall.snapshot["workshop"]["code"] == serving.shop.founded.code


def test_relations_come_in_one_order_whatever_the_order_in_which_they_were_chosen(serving: Serving) -> None:
    mixed = WorkshopEdit(relations=["volunteers", "donors", "members", "donors"])
    serving.shop.do(serving.shop.lead, mixed)
    anna = serving.member("Anna")
    address, key = f"/api/workshops/{serving.shop.id}/snapshot", {"Authorization": f"Bearer {anna.token}"}
    answers = [anna.snapshot, serving.http.get(address, headers=key).json()]
    assert [answer["workshop"]["relations"] for answer in answers] == [["donors", "members", "volunteers"]] * 2
    serving.shop.do(serving.shop.lead, mixed)
    assert anna.hear_change()["relations"] == ["donors", "members", "volunteers"]
