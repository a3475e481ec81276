"""Who people are changes while they are in the room, and nobody does what is not theirs, whatever they send."""

import pytest

from canvas.board.people import PersonLead
from stepstones.errors import Refused
from storage import access, joining
from tests.web.client import Client
from tests.web.serving import Serving, error


def refused(client: Client, kind: str, **fields: object) -> str:
    """The reason for which this is refused."""
    client.say({"type": "change", "id": f"try-{kind}", "do": {"kind": kind, **fields}})
    return str(client.hear("refused")["reason"])


def back(serving: Serving, client: Client, since: int) -> Client:
    """The same program on a new line, from where it was."""
    again = serving.socket()
    again.token, again.person = client.token, client.person
    again.hello(since=since)
    return again


def test_who_leads_from_now_on_comes_back_as_a_facilitator_with_all_that_those_may_see(serving: Serving) -> None:
    lead, anna = serving.leader(), serving.member("Anna")
    before = anna.snapshot["seq"]
    lead.ask("person.lead", person=anna.person, leads=True)
    code, said = anna.ended()
    assert (code, [message["type"] for message in said]) == (1008, [])
    again = back(serving, anna, before)
    assert again.snapshot["you"] == {"person": anna.person, "role": "facilitator"}
    again.ask("room.move", stone="teams")
    assert again.hear_change()["stone"] == "teams"


def test_who_no_longer_leads_is_a_participant_at_once(serving: Serving) -> None:
    lead, anna = serving.leader(), serving.member("Anna")
    lead.ask("person.lead", person=anna.person, leads=True)
    anna.ended()
    again = back(serving, anna, anna.snapshot["seq"])
    lead.ask("person.lead", person=anna.person, leads=False)
    again.ended()
    third = back(serving, anna, again.snapshot["seq"])
    assert third.snapshot["you"]["role"] == "participant"
    assert refused(third, "room.move", stone="teams") == "facilitator_only"


def test_a_device_whose_person_leads_from_now_on_leads(serving: Serving) -> None:
    device = serving.device(f"/j/{serving.shop.founded.code}")
    anna = joining.join(serving.ledger, serving.shop.id, "Anna", device=device)
    lead = serving.leader()
    lead.ask("person.lead", person=anna.person, leads=True)
    while lead.hear_change()["kind"] != "person.lead":
        pass
    browser = serving.socket(device=device, Origin=serving.base)
    browser.hello()
    lead.ask("person.lead", person=anna.person, leads=False)
    browser.ended()
    again = serving.socket(device=device, Origin=serving.base)
    again.hello()
    assert again.snapshot["you"] == {"person": anna.person, "role": "participant"}


def test_two_who_are_one_are_that_one_on_both_their_lines(serving: Serving) -> None:
    lead, anna, phone = serving.leader(), serving.member("Anna"), serving.member("Anna")
    note = phone.add("Van de telefoon")
    assert phone.hear_change()["note"] == note
    lead.ask("person.merge", person=phone.person, into=anna.person)
    phone.ended()
    again = back(serving, phone, phone.seq)
    assert again.snapshot["you"]["person"] == anna.person
    assert serving.shop.look(note).author == anna.person
    anna.ended()
    other = back(serving, anna, anna.seq)
    assert other.snapshot["you"]["person"] == anna.person
    drag = {"notes": [note], "dx": 1, "dy": 2}
    other.say({"type": "presence", "stone": "teams", "typing": None, "drag": drag, "cursor": None})
    while not (lead.doing.get(anna.person) or {}).get("drag"):
        lead.hear("presence")


def test_who_became_another_just_before_the_room_knew_them_comes_in_anew(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    joined = serving.join("Anna")
    identify = serving.hub.house.identify

    def slow(workshop: str, device: str | None, token: str | None) -> object:
        known = identify(workshop, device, token)
        monkeypatch.setattr(serving.hub.house, "identify", identify)
        serving.shop.do(serving.shop.lead, PersonLead(person=joined["participant"], leads=True))
        return known

    monkeypatch.setattr(serving.hub.house, "identify", slow)
    client = serving.socket()
    client.token = joined["token"]
    client.say({"type": "hello", "token": client.token})
    assert client.ended()[0] == 1008


def test_who_is_shown_out_finds_the_code_they_know_of_no_use(serving: Serving) -> None:
    lead, anna, bram = serving.leader(), serving.member("Anna"), serving.member("Bram")
    lead.ask("person.remove", person=anna.person)
    assert anna.ended()[1][-1]["reason"] == "removed"
    code = bram.hear_change()["code"]
    assert code != serving.shop.founded.code
    old = serving.http.post("/api/join", json={"code": serving.shop.founded.code, "name": "Anna"})
    assert error(old) == (404, "wrong_code")
    assert serving.http.post("/api/join", json={"code": code, "name": "Cato"}).status_code == 200


def test_who_only_reads_is_not_told_the_new_code(serving: Serving) -> None:
    lead, anna = serving.leader(), serving.member("Anna")
    key = serving.ledger.write(lambda c: access.renew_key(c, serving.shop.id, "reader"))
    reader = serving.socket(device=serving.device(f"/r/{key}"))
    reader.hello()
    lead.ask("person.remove", person=anna.person)
    assert reader.hear_change()["code"] == ""


@pytest.mark.parametrize(("door", "letter"), [("projector", "p"), ("reader", "r")])
def test_who_came_in_with_a_key_is_out_at_once_when_it_is_renewed(
    serving: Serving, door: access.Door, letter: str
) -> None:
    shop, lead = serving.shop, serving.leader()
    key = joining.renew_key(serving.ledger, shop.id, door, shop.lead)
    device = serving.device(f"/{letter}/{key}")
    screen, own = serving.socket(device=device), serving.socket(device=serving.leading_device())
    screen.hello()
    own.hello(view="projector")
    joining.renew_key(serving.ledger, shop.id, door, shop.lead)
    assert screen.ended()[1][-1]["reason"] == "key_renewed"
    again = serving.socket(device=device)
    again.say({"type": "hello"})
    assert again.ended()[1][-1]["reason"] == "not_a_member"
    asked = serving.http.get(f"/api/workshops/{shop.id}/snapshot", headers={"Cookie": f"device={device}"})
    assert error(asked) == (401, "not_a_member")
    assert own.in_order()
    heard = [lead.hear_change(), lead.hear_change()]
    assert [(one["kind"], one["door"]) for one in heard] == [("key.renew", door)] * 2
    assert key not in str(heard)


def test_nobody_renews_a_key_over_the_socket(serving: Serving) -> None:
    assert refused(serving.leader(), "key.renew", door="reader") == "unknown_kind"


def test_who_leads_becomes_nobody_who_has_written_what_nobody_else_may_see(serving: Serving) -> None:
    lead, anna = serving.leader(), serving.member("Anna")
    lead.ask("stone.edit", stone="teams", writing="private")
    anna.hear_change()
    note = anna.add("Voor mij alleen")
    assert anna.hear_change()["note"] == note
    lead.ask("person.lead", person=anna.person, leads=True)
    anna.ended()
    me = str(serving.shop.lead.person)
    assert refused(lead, "person.merge", person=anna.person, into=me) == "private_notes"
    device = serving.device(f"/f/{serving.shop.founded.facilitator_key}")
    with pytest.raises(Refused, match="private_notes"):
        joining.lead_as(serving.ledger, serving.shop.id, anna.person, device=device)
    lead.ask("groups.set", groups=[{"group": "g", "name": "Tafel", "people": [anna.person, me]}])
    lead.ask("person.seat", person=me, group="g")
    assert serving.leader().snapshot["mine"] == []


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("person.lead", {"leads": True}), ("person.mute", {"muted": False}), ("person.remove", {}),
        ("person.merge", {"into": "somebody"}), ("person.seat", {"group": None}), ("groups.set", {"groups": []}),
        ("group.edit", {"group": "g", "name": "Wij"}), ("group.present", {"group": None}),
    ],
)  # fmt: skip
def test_participants_decide_nothing_about_people(serving: Serving, kind: str, fields: dict[str, object]) -> None:
    anna = serving.member("Anna")
    whom = {} if kind.startswith("group") else {"person": anna.person}
    assert refused(anna, kind, **whom, **fields) == "facilitator_only"


def test_who_joins_by_the_interface_chooses_no_role(serving: Serving) -> None:
    anna = serving.member("Anna")
    assert refused(anna, "person.join", person="x", name="Cato", role="facilitator") == "unknown_kind"


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("note.add", {"note": "n", "stone": "teams", "text": "Toch"}), ("note.edit", {"note": "mine", "text": "Toch"}),
        ("note.delete", {"note": "mine"}), ("comment.add", {"comment": "c", "note": "mine", "text": "Toch"}),
        ("reaction.set", {"note": "mine", "sign": "heart", "on": True}),
    ],
)  # fmt: skip
def test_who_may_only_look_changes_nothing_with_a_client_of_their_own_making(
    serving: Serving, kind: str, fields: dict[str, object]
) -> None:
    lead, anna = serving.leader(), serving.member("Anna")
    anna.ask("note.add", note="mine", stone="teams", text="Van mij")
    anna.hear_change()
    lead.ask("person.mute", person=anna.person, muted=True)
    assert anna.hear_change()["muted"] is True
    assert refused(anna, kind, **fields) == "muted"
    anna.ask("person.rename", person=anna.person, name="Anna B")
    assert anna.hear_change()["name"] == "Anna B"
