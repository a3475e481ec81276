"""Every kind of change can be told."""

from typing import get_args

import pytest

from app_pages.deeds import TOLD, told
from canvas.board.changes import BySocket, KeyRenew
from canvas.board.notes import PictureAdd, SketchSave
from canvas.board.people import PersonJoin
from i18n import LANGUAGES
from storage.history import PASSING, Deed

ALL = {str(kind.__struct_config__.tag) for kind in (*get_args(BySocket), PersonJoin, KeyRenew, SketchSave, PictureAdd)}
KINDS = sorted(ALL - PASSING)
BOARDS = {"teams": "Teams"}
RECORD = {
    "on": True,
    "muted": True,
    "leads": False,
    "finished": True,
    "score": 3,
    "question": "vision",
    "edits": [{"note": "n", "x": 1}],
}


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_deed_reads_as_a_sentence(kind: str, spoken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("deeds", "visitor"):
        monkeypatch.setattr(f"app_pages.{module}.language", lambda: spoken)
    said = told(Deed(1, 0, "Anna & Co", kind, "teams", "Balie", "Telefoon", 2, RECORD | {"kind": kind}), BOARDS)
    assert "{" not in said
    assert "<b>Anna &amp; Co</b>" in said or kind == "person.join"


@pytest.mark.parametrize(("is_open", "done"), [(True, "opende de deur"), (False, "sloot de deur")])
def test_the_door_is_told_of_where_it_is_alone(is_open: bool, done: str) -> None:
    record: dict[str, object] = {"seq": 1, "at": 0, "kind": "workshop.edit", "door_open": is_open}
    for more, expected in (({}, done), ({"title": "x"}, "veranderde de instellingen")):
        assert expected in told(Deed(1, 0, "Anna", "workshop.edit", None, "", "", 1, record | more), BOARDS)


def test_no_sentence_is_of_an_unknown_kind() -> None:
    assert {".".join(key.split(".")[:2]) for key in TOLD} <= set(KINDS)


def test_the_languages_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    said = set()
    for spoken in LANGUAGES:
        monkeypatch.setattr("app_pages.visitor.language", lambda spoken=spoken: spoken)
        said.add(told(Deed(1, 0, None, "note.add", "teams", "Balie", "", 1, {"kind": "note.add"}), BOARDS))
    assert len(said) == len(LANGUAGES)
