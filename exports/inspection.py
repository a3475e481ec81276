"""What in an archive must fit together: it is let in as the ledger would have made it, or refused with the place."""

import io
from collections.abc import Hashable, Iterable, Iterator, Sequence

from msgspec import structs
from PIL import Image

from canvas.board import limits
from canvas.board.drawings import MEGABYTE, check_drawing
from canvas.board.errors import BadMessage
from canvas.board.messages import MUST_SAY_SOMETHING
from canvas.board.texts import LINE_END, UNWANTED, checked, likeness
from exports.errors import ArchiveError
from exports.form import Archive, NoteRow, PersonRow, PictureRow, Row
from stepstones.content import content
from stepstones.maturity import QUESTIONS
from stepstones.signs import shows
from stepstones.stones import STONES
from stepstones.workshop import FRAMING


def inspect(archive: Archive) -> None:
    """Raise ArchiveError at the first place that is not as it must be."""
    for place, row in _rows(archive):
        _check_texts(place, row)
    _check_workshop(archive)
    _check_people(archive.people)
    _check_authors(archive)
    _check_notes(archive)
    _check_stories(archive)
    _check_scores(archive)
    _check_pictures(archive)


def _rows(archive: Archive) -> Iterator[tuple[str, Row]]:
    """Every row that people wrote in, with its place."""
    yield "workshop", archive.workshop
    for name in ("people", "notes", "stories", "scores"):
        rows: list[Row] = getattr(archive, name)
        yield from ((f"{name}[{number}]", row) for number, row in enumerate(rows))


def _check_texts(place: str, row: Row) -> None:
    for name, value in structs.asdict(row).items():
        if isinstance(value, str):
            _check_text(name, value, f"{place}.{name}")


def _check_text(name: str, text: str, place: str) -> None:
    if name in MUST_SAY_SOMETHING and not shows(text):
        raise ArchiveError("archive_empty", f"{place} says nothing", place=place)
    divided = name in limits.ONE_LINE and LINE_END.search(text)
    _must(not UNWANTED.search(text) and checked(text) == text and not divided, place, "has signs that cannot be kept")


def _check_workshop(archive: Archive) -> None:
    shop = archive.workshop
    _must(shop.stone == FRAMING or shop.stone in STONES, "workshop.stone", "is no stone")
    _must_ask(shop.question, shop.stone, "workshop.question")
    _once("workshop.relations[{}]", shop.relations)
    for number, stone in enumerate(archive.finished):
        _must(stone in STONES, f"finished[{number}]", "is no stone")
    _once("finished[{}]", archive.finished)


def _check_people(people: Sequence[PersonRow]) -> None:
    """As many as can be let in, counting the leader that a workshop without one gets."""
    _once("people[{}].id", [person.id for person in people])
    living = [(number, person) for number, person in enumerate(people) if not person.removed]
    newcomer = not any(person.role == "facilitator" for _, person in living)
    _fit([f"people[{number}]" for number, _ in living], limits.PEOPLE_PER_WORKSHOP - newcomer)
    _fit([f"people[{number}]" for number in range(len(people))], limits.PEOPLE_EVER - newcomer)
    _once("people[{}].name", [number if p.removed else likeness(p.name) for number, p in enumerate(people)])


def _check_authors(archive: Archive) -> None:
    people = {person.id for person in archive.people}
    for name, rows in (("notes", archive.notes), ("stories", archive.stories)):
        for number, author in enumerate(row.author for row in rows):
            if author is not None and author not in people:
                _lost(f"{name}[{number}].author")


def _check_notes(archive: Archive) -> None:
    pictures = {picture.id: (picture.width, picture.height) for picture in archive.pictures}
    _once("notes[{}].id", [note.id for note in archive.notes])
    _once("notes[{}].picture", [note.picture or number for number, note in enumerate(archive.notes)])
    for number, note in enumerate(archive.notes):
        _check_note(note, f"notes[{number}]", pictures)
    _fit([f"notes[{number}]" for number in range(len(archive.notes))], limits.NOTES_PER_WORKSHOP)
    for stone in STONES:
        here = [f"notes[{number}]" for number, note in enumerate(archive.notes) if note.stone == stone]
        _fit(here, limits.NOTES_PER_STONE)


def _check_note(note: NoteRow, place: str, pictures: dict[str, tuple[int, int]]) -> None:
    _must(note.stone in STONES, f"{place}.stone", "is no stone")
    _must_ask(note.question, note.stone, f"{place}.question")
    if note.picture is not None and note.picture not in pictures:
        _lost(f"{place}.picture")
    size = pictures[note.picture] if note.picture else (0, 0)
    _must((note.width, note.height) == size, f"{place}.width", "is not that of its picture")


def _check_stories(archive: Archive) -> None:
    _once("stories[{}].id", [story.id for story in archive.stories])
    for number, story in enumerate(archive.stories):
        _must(story.stone is None or story.stone in STONES, f"stories[{number}].stone", "is no stone")
    _fit([f"stories[{number}]" for number in range(len(archive.stories))], limits.STORIES_PER_WORKSHOP)


def _check_scores(archive: Archive) -> None:
    for number, score in enumerate(archive.scores):
        _must(score.question in QUESTIONS, f"scores[{number}].question", "is no question")
    _once("scores[{}].question", [score.question for score in archive.scores])


def _check_pictures(archive: Archive) -> None:
    """Every picture belongs to a note, and together they are no more than the ledger lets in."""
    shown, size = {note.picture for note in archive.notes}, 0
    _once("pictures[{}].id", [picture.id for picture in archive.pictures])
    for number, picture in enumerate(archive.pictures):
        place = f"pictures[{number}]"
        _must(picture.id in shown, f"{place}.id", "belongs to no note")
        size += len(picture.image) + len(picture.strokes)
        if size > limits.SKETCH_BYTES_PER_WORKSHOP:
            _full(place, f"{limits.SKETCH_BYTES_PER_WORKSHOP // MEGABYTE} MB")
        _check_picture(picture, place)


def _check_picture(picture: PictureRow, place: str) -> None:
    """Measured first, and only then unpacked: a small file can hold a picture of gigabytes."""
    try:
        check_drawing(picture.image, picture.strokes, picture.width, picture.height)
        with Image.open(io.BytesIO(picture.image), formats=["PNG"]) as image:
            image.load()
    except (BadMessage, OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError) as error:
        raise ArchiveError("archive_picture", f"{place}: {error}", place=place) from None


def _must_ask(question: str | None, stone: str, place: str) -> None:
    asked = content("nl").stone(stone).questions if stone in STONES else ()
    _must(question is None or any(question == one.id for one in asked), place, f"is no question of {stone}")


def _must(is_so: bool, place: str, fault: str) -> None:
    if not is_so:
        raise ArchiveError("archive_wrong", f"{place} {fault}", place=place)


def _once(places: str, values: Iterable[Hashable]) -> None:
    """Raise ArchiveError at the first place that says what another said before."""
    seen: set[Hashable] = set()
    for number, value in enumerate(values):
        if value in seen:
            place = places.format(number)
            raise ArchiveError("archive_double", f"{place} is there twice", place=place)
        seen.add(value)


def _fit(places: Sequence[str], limit: int) -> None:
    if len(places) > limit:
        _full(places[limit], str(limit))


def _full(place: str, limit: str) -> None:
    raise ArchiveError("archive_full", f"{place} is beyond {limit}", place=place, limit=limit)


def _lost(place: str) -> None:
    raise ArchiveError("archive_lost", f"{place} is not in the archive", place=place)
