"""The pictures in the documents: each that is named is there, and each that is there is named."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
NAMED = re.compile(r"!\[(?P<told>[^\]]*)\]\((?P<file>[^)\s]+)\)")


def named() -> list[tuple[Path, str, str]]:
    """Every picture that a document shows: where that looks for it, what it tells of it, and which document does so."""
    return [
        ((document.parent / shown["file"]).resolve(), shown["told"], document.name)
        for document in DOCUMENTS
        for shown in NAMED.finditer(document.read_text("utf-8"))
        if "://" not in shown["file"]
    ]


def test_every_picture_that_a_document_shows_is_there() -> None:
    assert named()
    assert [(document, picture.name) for picture, _, document in named() if not picture.is_file()] == []


def test_every_picture_is_shown_somewhere() -> None:
    shown = {picture for picture, _, _ in named()}
    assert [path.name for path in PICTURES.rglob("*") if path.is_file() and path.resolve() not in shown] == []


def test_every_picture_is_told_to_who_does_not_see_it() -> None:
    assert [picture.name for picture, told, _ in named() if len(told.split()) < 2] == []
