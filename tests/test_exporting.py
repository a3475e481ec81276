"""What the operator takes out of a workshop."""

from pathlib import Path

from docx import Document

from canvas.board.leading import StoneEdit
from canvas.board.notes import NoteAdd
from exports import archive
from stepstones.rules import HOUSE
from storage import joining, secret
from storage.database import Database
from storage.ledger import Ledger, Request
from tests.test_manage import Run, database, new, run

__all__ = ["database", "run"]


def test_the_operators_archive_is_complete_and_a_report_holds_what_everybody_sees(
    run: Run, database: Database, tmp_path: Path
) -> None:
    shop = new(run)["workshop"]
    ledger = Ledger(database)
    try:
        anna = joining.join(ledger, shop, "Anna", device="d" * 32).actor
        for actor, change in (
            (HOUSE, StoneEdit(stone="teams", writing="private")),
            (anna, NoteAdd(note="n1", stone="teams", text="Nog van niemand anders")),
        ):
            ledger.submit(Request(shop, secret.id(), change, actor))
    finally:
        ledger.close()
    run("export", shop, "--format", "json", "-o", tmp_path / "out.json")
    run("export", shop, "--format", "word", "-o", tmp_path / "out.docx")
    assert [note.text for note in archive.read((tmp_path / "out.json").read_bytes()).notes] == [
        "Nog van niemand anders"
    ]
    words = "".join(element.text or "" for element in Document(str(tmp_path / "out.docx")).element.iter())
    assert "Nog van niemand anders" not in words
