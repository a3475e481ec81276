"""How much of a member's pace a change takes."""

from types import SimpleNamespace

import pytest

from canvas.board import limits
from canvas.board.change import Change
from canvas.board.notes import NewNote, NoteAdd, NotesAdd, NotesDelete, NotesEdit, NotesRestore, NoteValues
from canvas.live import pace
from canvas.live.pace import Pace, weight
from tests.web.serving import Serving

IDS = [f"n{number}" for number in range(200)]


@pytest.mark.parametrize(
    "batch",
    [
        NotesAdd(stone="teams", notes=[NewNote(note=id, text="x") for id in IDS]),
        NotesEdit(edits=[NoteValues(note=id, x=1) for id in IDS]),
        NotesDelete(notes=IDS),
        NotesRestore(notes=IDS),
    ],
)
def test_several_notes_weigh_more_than_one(batch: Change) -> None:
    assert weight(batch) == 11
    assert weight(NoteAdd(note="n1", stone="teams", text="x")) == 1


def test_what_weighs_more_may_be_done_less_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "time", SimpleNamespace(monotonic=lambda: 0.0))
    single, heavy = Pace(50, 10), Pace(50, 10)
    assert [single.allows() for _ in range(501)] == [True] * 500 + [False]
    assert [heavy.allows(11) for _ in range(46)] == [True] * 45 + [False]
    assert heavy.allows(5)


def test_many_notes_at_once_are_asked_for_less_often(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CHANGES_PER_SECOND", 1.2)  # twelve at once
    anna = serving.member("Anna")
    for batch in ("a", "b"):
        anna.ask("notes.add", batch, stone="teams", notes=[{"note": f"{batch}{n}", "text": "x"} for n in range(200)])
    heard = {message["type"]: message for message in (anna.hear("refused", "changes") for _ in range(2))}
    assert (heard["refused"]["id"], heard["refused"]["reason"]) == ("b", "too_fast")
    assert len(serving.shop.session().notes) == 200
