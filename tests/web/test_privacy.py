"""What nobody gets over HTTP who may not see it: hidden notes, who wrote a note without a name, others' dots."""

import io
import json
from typing import Any
from zipfile import ZipFile

import httpx2
import pytest

from canvas.board.leading import NotesReveal, StoneEdit
from canvas.board.notes import NoteAdd, NoteDelete, PictureAdd
from canvas.board.people import PersonLead
from canvas.board.votes import DotsSet, VoteClose, VoteOpen
from stepstones.rules import Actor
from stepstones.workshop import Picture
from storage import access
from tests.exports.test_photographs import file, photo
from tests.storage.sample import fresh_id
from tests.web.serving import Serving, error

PATIENCE = 60
TEXT = "NiemandMagDitLezen"
SHARED = (
    "notes-and-stories.csv", "report.docx", "boards/teams.svg", "boards/parking.svg", "overview.svg",
)  # fmt: skip
"""What is made once for all who ask."""


class Cast:
    """Anna writes on the board of teams; each of the others asks with a token or a device of their own."""

    def __init__(self, serving: Serving, writing: str) -> None:
        self.serving, self.shop = serving, serving.shop
        self.shop.do(self.shop.lead, StoneEdit(stone="teams", writing=writing))  # type: ignore[arg-type]
        anna = serving.join("Anna")
        self.anna = Actor(anna["participant"], "participant")
        leading, reading = serving.leading_device(), self._reading()
        self.keys = {
            "anna": {"Authorization": f"Bearer {anna['token']}"},
            "bram": {"Authorization": f"Bearer {serving.join('Bram')['token']}"},
            "lead": {"Cookie": f"device={leading}"},
            "reader": {"Cookie": f"device={reading}"},
        }

    def get(self, who: str, what: str, method: str = "GET", **more: Any) -> httpx2.Response:
        address = f"{self.serving.base}/api/workshops/{self.shop.id}/{what}"
        return httpx2.request(method, address, headers=self.keys[who], timeout=PATIENCE, **more)

    def read(self, who: str, what: str) -> str:
        """All that can be read of this, whatever it is packed in."""
        answer = self.get(who, what)
        assert answer.status_code == 200, answer.text
        if answer.content.startswith(b"PK"):
            with ZipFile(io.BytesIO(answer.content)) as packed:
                return "".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
        return answer.content.decode("utf-8", "replace")

    def _reading(self) -> str:
        key = self.serving.ledger.write(lambda c: access.renew_key(c, self.shop.id, "reader"))
        return self.serving.device(f"/r/{key}")


@pytest.mark.parametrize("writing", ["private", "moderated"])
def test_what_is_made_for_all_holds_nothing_that_is_hidden_whoever_asks_first(serving: Serving, writing: str) -> None:
    cast = Cast(serving, writing)
    note = cast.shop.note(cast.anna, text=TEXT)
    shown = cast.shop.note(cast.shop.lead, stone="parking", text="Te zien")
    for what in SHARED:
        for who in ("anna", "lead", "bram", "reader"):
            told = cast.read(who, what)
            assert TEXT not in told, (what, who)
            assert note not in told, (what, who)
    assert "Te zien" in cast.read("anna", "boards/parking.svg")
    assert shown
    assert error(cast.get("anna", f"boards/teams.svg?notes={note}"))[1] == "note_gone"
    cast.shop.do(cast.shop.lead, NotesReveal(stone="teams"))
    for what in {*SHARED} - {"boards/parking.svg"}:
        assert TEXT in cast.read("bram", what), what


def test_a_picture_of_the_board_is_the_same_with_and_without_what_is_hidden(serving: Serving) -> None:
    cast = Cast(serving, "private")
    empty = cast.get("bram", "boards/teams.png").content
    cast.shop.note(cast.anna, text=TEXT)
    assert cast.get("anna", "boards/teams.png").content == empty


@pytest.mark.parametrize(("writing", "reads"), [("private", {"anna"}), ("moderated", {"anna", "lead"})])
def test_the_snapshot_has_of_what_is_hidden_only_ones_own(serving: Serving, writing: str, reads: set[str]) -> None:
    cast = Cast(serving, writing)
    cast.shop.note(cast.anna, text=TEXT)
    for _ in range(2):  # made, and made already
        assert {who for who in cast.keys if TEXT in cast.read(who, "snapshot")} == reads


def test_the_snapshot_has_of_dots_only_ones_own(serving: Serving) -> None:
    cast = Cast(serving, "open")
    note = cast.shop.note(cast.shop.lead)
    cast.shop.note(cast.shop.lead)
    cast.shop.do(cast.shop.lead, VoteOpen(vote="v1", stones=["teams"], dots=3, each=3, title="Eerst"))
    cast.shop.do(cast.anna, DotsSet(vote="v1", note=note, count=2))
    dots = {who: json.loads(cast.read(who, "snapshot"))["dots"] for who in cast.keys}
    assert dots.pop("anna") == [{"vote": "v1", "note": note, "count": 2}]
    assert dots == {"bram": [], "lead": [], "reader": []}


def test_who_wrote_a_note_without_a_name_stands_nowhere(serving: Serving) -> None:
    cast = Cast(serving, "anonymous")
    secret = "a-secret-of-more-than-20-signs"
    note = fresh_id()
    cast.shop.do(cast.anna, NoteAdd(note=note, stone="teams", text=TEXT), proofs={note: secret})
    for who in cast.keys:
        told = cast.read(who, "snapshot")
        [found] = json.loads(told)["notes"]
        assert (found["text"], found["author"], found["group"]) == (TEXT, None, None)
        assert secret not in told
        [row] = [line for line in cast.read(who, "notes-and-stories.csv").splitlines() if TEXT in line]
        assert "Anna" not in row
        assert "Anna" not in cast.read(who, "boards/teams.svg")
    archive = json.loads(cast.read("lead", "archive.json"))
    [kept] = archive["notes"]
    assert kept["author"] is None
    assert secret not in json.dumps(archive)


def test_the_archive_of_who_leads_leaves_out_what_is_hidden_from_them_and_says_how_many(serving: Serving) -> None:
    cast = Cast(serving, "private")
    for _ in range(2):
        cast.shop.note(cast.anna, text=TEXT)
    own = cast.shop.note(cast.shop.lead, text="Van mijzelf")
    answer = cast.get("lead", "archive.json")
    assert TEXT not in answer.text
    assert answer.headers["hidden-notes"] == "2"
    archive = json.loads(answer.text)
    assert [note["id"] for note in archive["notes"]] == [own]
    assert archive["hidden"] == 2


def test_the_archive_of_one_who_leads_is_not_that_of_another(serving: Serving) -> None:
    cast = Cast(serving, "private")
    cast.shop.do(cast.shop.lead, PersonLead(person=str(cast.anna.person), leads=True))
    cast.shop.note(cast.anna, text=TEXT)
    cast.shop.note(cast.shop.lead, text="Van wie leidt")
    read = {who: cast.read(who, "archive.json") for who in ("lead", "anna", "lead")}
    assert {who for who, told in read.items() if TEXT in told} == {"anna"}
    assert {who for who, told in read.items() if "Van wie leidt" in told} == {"lead"}


def test_a_picture_of_a_hidden_note_is_there_for_who_may_see_the_note(serving: Serving) -> None:
    for writing, reads in (("private", {"anna"}), ("moderated", {"anna", "lead"})):
        cast = Cast(serving, writing)
        picture, note = fresh_id(), fresh_id()
        image = Picture(picture, file(photo(40, 30), "PNG"), "image/png", "", 40, 30)
        asked = PictureAdd(note=note, stone="teams", text="Balie", picture=picture, width=40, height=30)
        cast.shop.do(cast.anna, asked, picture=image)
        for address in (f"pictures/{picture}", f"pictures/{picture}.png"):
            assert {who for who in cast.keys if cast.get(who, address).status_code == 200} == reads
            assert error(cast.get("bram", address)) == (404, "unknown_address")
        cast.shop.do(cast.anna, NoteDelete(note=note))
        assert cast.get("bram", f"pictures/{picture}").status_code == 404
        assert cast.get("anna", f"pictures/{picture}").status_code == 200


def test_no_cluster_is_suggested_of_what_is_hidden(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    cast = Cast(serving, "private")
    cast.shop.note(cast.anna, text=TEXT)
    handed: list[Any] = []
    do = serving.services.worker.do

    def does(*asked: Any) -> Any:
        handed.append(asked)
        return do(*asked)

    monkeypatch.setattr(serving.services.worker, "do", does)
    answer = cast.get("lead", "suggestions", "POST", json={"stone": "teams"})
    assert answer.json() == {"groups": []}
    assert TEXT not in repr(handed)


def test_exports_tell_how_many_dots_there_are_and_not_whose(serving: Serving) -> None:
    cast = Cast(serving, "open")
    note = cast.shop.note(cast.shop.lead, text="Balie")
    cast.shop.note(cast.shop.lead)
    cast.shop.do(cast.shop.lead, VoteOpen(vote="v1", stones=["teams"], dots=3, each=3, title="Eerst"))
    cast.shop.do(cast.anna, DotsSet(vote="v1", note=note, count=2))
    assert cast.anna.person
    assert json.loads(cast.read("lead", "archive.json"))["dots"] == []
    cast.shop.do(cast.shop.lead, VoteClose(vote="v1"))
    dots = json.loads(cast.read("lead", "archive.json"))["dots"]
    assert [(one["note"], one["count"], one["person"]) for one in dots] == [(note, 2, "")]
