"""The pictures in an archive: each is what it says, belongs to a note, and together they have room."""

import io

from PIL import Image

from canvas.board import limits
from canvas.board.drawings import MEGABYTE, check_drawing, check_size
from canvas.board.errors import BadMessage
from exports.errors import ArchiveError
from exports.form import Archive, PictureRow
from exports.verdicts import full, must, once

_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG"}


def check_pictures(archive: Archive) -> None:
    """Every picture belongs to a note, and together they are no more than the ledger lets in."""
    shown, size = {note.picture: note.sketch for note in archive.notes}, 0
    once("pictures[{}].id", [picture.id for picture in archive.pictures])
    for number, picture in enumerate(archive.pictures):
        place = f"pictures[{number}]"
        must(picture.id in shown, f"{place}.id", "belongs to no note")
        size += len(picture.image) + len(picture.strokes)
        if size > limits.PICTURE_BYTES_PER_WORKSHOP:
            full(place, f"{limits.PICTURE_BYTES_PER_WORKSHOP // MEGABYTE} MB")
        _check_picture(picture, place, drawn=shown[picture.id])


def _check_picture(picture: PictureRow, place: str, *, drawn: bool) -> None:
    """Measured first, and only then unpacked: a small file can hold a picture of gigabytes."""
    try:
        if drawn:
            check_drawing(picture.image, picture.strokes, picture.width, picture.height)
        else:
            _check_photograph(picture)
        with Image.open(io.BytesIO(picture.image), formats=[_FORMATS[picture.type]]) as image:
            if image.size != (picture.width, picture.height):
                raise ValueError(f"it is of {image.size}")
            image.load()
    except (BadMessage, OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError) as error:
        raise ArchiveError("archive_picture", f"{place}: {error}", place=place) from None


def _check_photograph(picture: PictureRow) -> None:
    check_size(len(picture.image), 0)
    if picture.strokes:
        raise ValueError("a photograph has no strokes")
