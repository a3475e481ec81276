"""The live protocol over real sockets: in, out, refused, shown out."""

import json

import pytest

from canvas.board import limits
from canvas.board.changes import WorkshopEdit
from canvas.board.people import PersonRemove
from storage import access, retention
from storage.access import TOKEN_LIFE
from tests.web.serving import Serving


def test_first_the_snapshot_then_what_happens(serving: Serving) -> None:
    note = serving.shop.note(serving.shop.lead)
    anna = serving.member("Anna")
    snapshot = anna.snapshot
    assert snapshot["seq"] == 2
    assert snapshot["you"] == {"person": anna.person, "role": "participant"}
    assert [person["name"] for person in snapshot["people"]] == ["Begeleider", "Anna"]
    assert [found["id"] for found in snapshot["notes"]] == [note]
    assert snapshot["workshop"]["title"] == "De vaste bezoeker in beeld"
    assert (snapshot["finished"], snapshot["stories"], snapshot["scores"]) == ([], [], [])
    added = anna.add("Telefoon")
    change = anna.hear_change()
    assert (change["seq"], change["kind"], change["note"], change["by"]) == (3, "note.add", added, anna.person)


def test_a_snapshot_holds_no_secret(serving: Serving) -> None:
    anna = serving.member("Anna")
    said = json.dumps(anna.snapshot)
    assert "key" not in said
    assert anna.token is not None
    assert anna.token not in said


def test_two_members_see_each_others_changes_in_one_order(serving: Serving) -> None:
    anna, bram = serving.member("Anna"), serving.member("Bram")
    anna.hear_change()  # Bram came in
    one, two = anna.add("Van Anna"), bram.add("Van Bram")
    heard = [[client.hear_change()["note"] for _ in range(2)] for client in (anna, bram)]
    assert heard[0] == heard[1]
    assert set(heard[0]) == {one, two}


def test_a_change_asked_twice_is_acknowledged_and_made_once(serving: Serving) -> None:
    anna, bram = serving.member("Anna"), serving.member("Bram")
    anna.hear_change()
    fields = {"note": "n1", "stone": "teams", "text": "Balie"}
    anna.ask("note.add", "c1", **fields)
    seq = anna.hear_change()["seq"]
    anna.ask("note.add", "c1", **fields)
    assert anna.hear() == {"type": "ack", "id": "c1", "seq": seq}
    bram.hear_change()
    assert bram.in_order()
    assert len(serving.shop.session().notes) == 1


def test_a_resend_after_the_line_broke_is_acknowledged(serving: Serving) -> None:
    anna = serving.member("Anna")
    anna.ask("note.add", "c1", note="n1", stone="teams", text="Balie")
    anna.hang_up()
    again = serving.socket()
    again.token = anna.token
    again.hello()
    again.ask("note.add", "c1", note="n1", stone="teams", text="Balie")
    assert again.hear("ack", "changes")["seq"] == 2
    assert len(serving.shop.session().notes) == 1


def test_a_refusal_reaches_only_who_asked(serving: Serving) -> None:
    anna, bram = serving.member("Anna"), serving.member("Bram")
    anna.hear_change()
    id = anna.ask("room.move", stone="teams")
    refused = anna.hear()
    assert (refused["type"], refused["id"], refused["reason"]) == ("refused", id, "facilitator_only")
    assert refused["sentence"].startswith("Alleen")
    assert bram.in_order()


@pytest.mark.parametrize(
    ("frame", "reason"),
    [
        ("{", "malformed"),
        ("[]", "malformed"),
        ("", "malformed"),
        (b"\x00\xff", "malformed"),
        (json.dumps({"type": "paint"}), "unknown_kind"),
        (json.dumps({"type": "change", "id": "c1", "do": {"kind": "note.paint"}}), "unknown_kind"),
        (json.dumps({"type": "change", "id": "c1", "do": {"kind": "note.edit", "note": "n", "extra": 1}}), "malformed"),
        (json.dumps({"type": "change", "id": "c1", "do": {"kind": "note.edit", "note": "n", "y": 10**6}}),
         "out_of_range"),
        (json.dumps({"type": "change", "id": "c1", "do": {"kind": "score.set", "question": "vision", "score": 6}}),
         "not_a_choice"),
        ('{"type": "ping", "x": ' + "[" * 20_000 + "]" * 20_000 + "}", "malformed"),
        (json.dumps({"type": "presence", "stone": 5}), "malformed"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_refused_and_the_line_lives_on(
    serving: Serving, frame: str | bytes, reason: str
) -> None:
    anna, bram = serving.member("Anna"), serving.member("Bram")
    anna.hear_change()
    anna.say(frame)
    refused = anna.hear()
    assert (refused["type"], refused["reason"]) == ("refused", reason)
    assert refused["id"] == ("c1" if '"c1"' in str(frame) else None)
    assert refused["sentence"]
    assert anna.in_order()
    assert bram.in_order()


def test_a_frame_of_a_megabyte_ends_the_line_and_nobody_else_notices(serving: Serving) -> None:
    anna, bram = serving.member("Anna"), serving.member("Bram")
    anna.hear_change()
    anna.ask("note.add", note="n1", stone="teams", text="x" * 1024 * 1024)
    code, said = anna.ended()
    assert code == 1009
    assert [message["reason"] for message in said] == ["frame_too_large"]
    assert bram.in_order()
    assert serving.shop.session().notes == ()


def test_a_frame_of_four_byte_signs_is_measured_in_bytes(serving: Serving) -> None:
    anna = serving.member("Anna")
    anna.say(json.dumps({"type": "ping", "x": "🎭" * 20_000}, ensure_ascii=False))
    assert anna.ended()[0] == 1009


@pytest.mark.parametrize("token", ["", "guessed", "é", "\x00", "x" * 5000])
def test_a_wrong_token_is_nobody(serving: Serving, token: str) -> None:
    client = serving.socket()
    client.say({"type": "hello", "token": token})
    code, said = client.ended()
    assert (code, said[0]["type"], said[0]["reason"]) == (1008, "bye", "not_a_member")


def test_an_expired_token_is_nobody(serving: Serving) -> None:
    joined = serving.join("Anna")
    real = serving.ledger.now
    serving.ledger.now = lambda: real() + TOKEN_LIFE
    client = serving.socket()
    client.token = joined["token"]
    assert client.hello()["reason"] == "not_a_member"


def test_a_token_opens_its_own_workshop_only(serving: Serving) -> None:
    joined = serving.join("Anna")
    client = serving.socket("another")
    client.token = joined["token"]
    assert client.hello()["reason"] == "not_a_member"


@pytest.mark.parametrize("device", [None, "-", "x" * 32, "../../etc"])
def test_an_unknown_device_is_nobody(serving: Serving, device: str | None) -> None:
    serving.http.get(f"/f/{serving.shop.founded.facilitator_key}")  # a program, without a device
    assert serving.socket(device=device).hello()["reason"] == "not_a_member"


def test_the_first_message_must_be_hello(serving: Serving) -> None:
    for first in ('{"type": "ping"}', '{"type": "change", "id": "a", "do": {"kind": "code.renew"}}'):
        client = serving.socket()
        client.say(first)
        assert client.ended()[1][0]["reason"] == "hello_first"
    client = serving.socket()
    client.say(b"\xff\xfe")
    assert client.ended()[1][0]["reason"] == "malformed"


def test_the_facilitator_leads_the_room(serving: Serving) -> None:
    lead, anna = serving.leader(), serving.member("Anna")
    lead.hear_change()
    lead.ask("room.move", stone="channels", question="channels.ways")
    for client in (lead, anna):
        change = client.hear_change()
        assert (change["kind"], change["stone"], change["question"]) == ("room.move", "channels", "channels.ways")


def test_a_projector_of_the_facilitator_shows_and_does_not_write(serving: Serving) -> None:
    client = serving.socket(device=serving.leading_device())
    client.hello(view="projector")
    assert client.snapshot["you"] == {"person": None, "role": "projector"}
    client.ask("code.renew")
    assert client.hear()["reason"] == "read_only"


def test_a_reader_stays_a_reader_whatever_the_view(serving: Serving) -> None:
    key = serving.ledger.write(lambda c: access.renew_key(c, serving.shop.id, "reader"))
    client = serving.socket(device=serving.device(f"/r/{key}"))
    client.hello(view="projector")
    assert client.snapshot["you"] == {"person": None, "role": "reader"}
    assert client.snapshot["workshop"]["code"] == ""


def test_the_screen_of_who_is_shown_out_closes_too(serving: Serving) -> None:
    lead, anna = serving.leader(), serving.member("Anna")
    screen = serving.socket()
    screen.token = anna.token
    screen.hello(view="projector")
    lead.ask("person.remove", person=anna.person)
    code, said = screen.ended()
    assert (code, said[-1]["type"], said[-1]["reason"]) == (1008, "bye", "removed")


def test_who_is_shown_out_hears_it_and_the_socket_closes(serving: Serving) -> None:
    lead, anna, bram = serving.leader(), serving.member("Anna"), serving.member("Bram")
    lead.ask("person.remove", person=anna.person)
    code, said = anna.ended()
    assert code == 1008
    assert (said[-1]["type"], said[-1]["reason"]) == ("bye", "removed")
    assert bram.hear_change()["kind"] == "person.remove"
    assert bram.in_order()
    again = serving.socket()
    again.token = anna.token
    assert again.hello()["reason"] == "not_a_member"


def test_when_the_workshop_is_deleted_everyone_is_told(serving: Serving) -> None:
    anna = serving.member("Anna")
    real = serving.ledger.now
    serving.ledger.now = lambda: real() + 400 * 24 * 60 * 60 * 1000
    assert serving.shop.id in retention.purge(serving.ledger)
    code, said = anna.ended()
    assert (code, said[-1]["reason"]) == (1008, "workshop_gone")


def test_who_never_says_hello_is_let_go(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("canvas.live.routes.HELLO_WITHIN", 0.05)
    code, said = serving.socket().ended()
    assert (code, said[0]["reason"]) == (1008, "hello_first")


def test_two_windows_of_one_person_both_hear_everything(serving: Serving) -> None:
    anna = serving.member("Anna")
    other = serving.socket()
    other.token = anna.token
    other.hello()
    note = anna.add()
    assert anna.hear_change()["note"] == other.hear_change()["note"] == note


def test_who_asks_too_much_is_told_to_wait(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CHANGES_PER_SECOND", 0.1)  # one at once, the next after ten seconds
    anna = serving.member("Anna")
    for _ in range(2):
        anna.add()
    heard = {message["type"]: message for message in (anna.hear("refused", "changes") for _ in range(2))}
    assert heard["refused"]["reason"] == "too_fast"
    assert len(heard["changes"]["changes"]) == 1
    assert len(serving.shop.session().notes) == 1


def test_a_change_from_a_page_reaches_the_room(serving: Serving) -> None:
    anna = serving.member("Anna")
    serving.shop.do(serving.shop.lead, WorkshopEdit(title="Relaties op orde"))
    assert anna.hear_change()["title"] == "Relaties op orde"


def test_who_is_shown_out_while_coming_in_does_not_stay(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    joined = serving.join("Anna")
    real = serving.hub.house.identify

    def slow(*asked: str | None) -> object:
        actor = real(*asked)  # type: ignore[arg-type]
        if actor and not serving.shop.who(joined["participant"]).removed:
            serving.shop.do(serving.shop.lead, PersonRemove(person=joined["participant"]))
        return actor

    monkeypatch.setattr(type(serving.hub.house), "identify", lambda _self, *asked: slow(*asked))
    client = serving.socket()
    client.say({"type": "hello", "token": joined["token"]})
    code, said = client.ended()
    assert (code, said[-1]["reason"]) == (1008, "removed")


def test_what_is_asked_while_the_server_stops_is_neither_made_nor_refused_and_can_be_sent_again(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = serving.member("Anna")
    monkeypatch.setattr(serving.ledger, "_closed", True)
    fields = {"note": "n1", "stone": "teams", "text": "Balie"}
    anna.ask("note.add", "c1", **fields)
    assert anna.ended()[1] == []
    monkeypatch.undo()
    again = serving.socket()
    again.token = anna.token
    again.hello(since=anna.seq)
    again.ask("note.add", "c1", **fields)
    assert again.hear_change()["id"] == "c1"


def test_a_number_of_no_change_is_malformed(serving: Serving) -> None:
    client = serving.socket()
    client.token = serving.join("Anna")["token"]
    assert client.hello(since=-1)["reason"] == "malformed"
