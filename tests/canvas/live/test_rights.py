"""Every right on the wire: what a client that somebody made by hand asks for all the same."""

from typing import Any

import pytest

from storage import access
from tests.canvas.board.examples import KINDS, plain
from tests.web.client import Client
from tests.web.serving import Serving

EVERYBODYS = {
    "note.add", "note.edit", "note.delete", "note.restore", "notes.add", "notes.edit", "notes.delete", "notes.restore",
    "cluster.add", "cluster.edit", "cluster.move", "cluster.delete", "link.add", "link.edit", "link.delete",
    "reaction.set", "comment.add", "comment.delete", "story.add", "story.edit", "story.delete", "story.restore",
    "person.rename", "ready.set", "word.set", "dots.set",
}  # fmt: skip
"""What people do who take part; all else is for who leads."""


def asked(client: Client, kind: str) -> str:
    """Why an example of this kind is refused."""
    return refused(client, **plain(kind))


def refused(client: Client, kind: str, **fields: Any) -> str:
    """Why a change is refused."""
    client.ask(kind, **fields)
    return str(client.hear("refused")["reason"])


def test_who_takes_part_makes_no_change_of_who_leads(serving: Serving) -> None:
    anna = serving.member("Anna")
    assert KINDS.keys() >= EVERYBODYS
    kinds = sorted(KINDS.keys() - EVERYBODYS)
    assert {kind: asked(anna, kind) for kind in kinds} == dict.fromkeys(kinds, "facilitator_only")


@pytest.mark.parametrize(("door", "letter"), [("projector", "p"), ("reader", "r")])
def test_who_only_looks_makes_no_change_at_all(serving: Serving, door: access.Door, letter: str) -> None:
    key = serving.ledger.write(lambda connection: access.renew_key(connection, serving.shop.id, door))
    screen = serving.socket(device=serving.device(f"/{letter}/{key}"))
    screen.hello()
    assert {kind: asked(screen, kind) for kind in KINDS} == dict.fromkeys(KINDS, "read_only")


def test_nobody_writes_or_changes_where_it_is_locked(serving: Serving) -> None:
    lead, anna = serving.leader(), serving.member("Anna")
    anna.ask("note.add", note="mine", stone="teams", text="Van mij")
    anna.hear_change()
    lead.ask("stone.edit", stone="teams", locked=True)
    assert anna.hear_change()["locked"] is True
    assert refused(anna, "note.add", note="n2", stone="teams", text="Toch") == "stone_locked"
    assert refused(anna, "note.edit", note="mine", text="Toch") == "stone_locked"
    assert refused(anna, "note.delete", note="mine") == "stone_locked"


def test_the_notes_of_others_are_moved_and_changed_where_that_is_open_alone(serving: Serving) -> None:
    lead, anna, bram = serving.leader(), serving.member("Anna"), serving.member("Bram")
    anna.ask("note.add", note="hers", stone="teams", text="Van Anna")
    assert bram.hear_change()["note"] == "hers"
    assert refused(bram, "note.edit", note="hers", x=40, y=40) == "not_yours"
    lead.ask("stone.edit", stone="teams", moving=True)
    assert bram.hear_change()["moving"] is True
    bram.ask("note.edit", note="hers", x=40, y=40)
    assert bram.hear_change()["x"] == 40
    assert refused(bram, "note.edit", note="hers", text="Van Bram") == "not_yours"
    assert refused(bram, "note.delete", note="hers") == "not_yours"
