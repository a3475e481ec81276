"""Who wrote a note without a name proves it on the socket, with what is beside the change and not in it."""

from typing import Any

from tests.storage.sample import fresh_id
from tests.web.client import Client
from tests.web.serving import Serving

SECRET = "a-secret-of-more-than-20-signs"


def say(client: Client, proofs: object, kind: str, **fields: object) -> None:
    client.say({"type": "change", "id": fresh_id(), "proofs": proofs, "do": {"kind": kind, **fields}})


def heard(client: Client, kind: str) -> dict[str, Any]:
    """The next change of this kind."""
    while (change := client.hear_change())["kind"] != kind:
        pass
    return change


def test_a_note_without_a_name_is_changed_by_who_holds_its_secret_alone(serving: Serving) -> None:
    lead, anna, bram = serving.leader(), serving.member("Anna"), serving.member("Bram")
    lead.ask("stone.edit", stone="teams", writing="anonymous")
    heard(lead, "stone.edit")
    say(anna, {"n": SECRET}, "note.add", note="n", stone="teams", text="Balie")
    told = heard(bram, "note.add")
    assert (told["by"], told["author"], told["anonymous"]) == (None, None, True)
    assert anna.person not in str(told)
    assert SECRET not in str(told)
    bram.ask("note.edit", note="n", text="Van mij")
    assert bram.hear("refused")["reason"] == "not_yours"
    say(anna, {"n": SECRET}, "note.edit", note="n", text="Loket")
    assert heard(bram, "note.edit")["text"] == "Loket"


def test_proofs_that_are_none_are_malformed(serving: Serving) -> None:
    anna = serving.member("Anna")
    wrong: list[object] = [[], {"n": 3}, {"n": "short"}, {"n": "x" * 65}, {f"n{i}": SECRET for i in range(201)}]
    for proofs in wrong:
        say(anna, proofs, "note.add", note="n", stone="teams", text="Balie")
        assert anna.hear("refused")["reason"] == "malformed"
