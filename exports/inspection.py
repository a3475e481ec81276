"""What in an archive must fit together: it is let in as the ledger would have made it, or refused with the place."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from canvas.board import limits
from canvas.board.messages import MUST_SAY_SOMETHING
from canvas.board.texts import LINE_END, UNWANTED, checked, likeness
from exports.bonds import check_bonds
from exports.form import Archive, NoteRow, PersonRow, Row
from exports.pictures import check_pictures
from exports.verdicts import fit, lost, must, once, say
from stepstones.content import content
from stepstones.maturity import QUESTIONS
from stepstones.stones import BOARDS, STONES
from stepstones.workshop import FRAMING


def inspect(archive: Archive) -> None:
    """Raise ArchiveError at the first place that is not as it must be."""
    for place, row in _rows(archive):
        _check_texts(place, row)
    _check_workshop(archive)
    _check_people(archive.people)
    _check_authors(archive)
    _check_notes(archive)
    check_bonds(archive)
    _check_stories(archive)
    _check_scores(archive)
    check_pictures(archive)


def _rows(archive: Archive) -> Iterator[tuple[str, Row]]:
    """Every row that people wrote in, with its place."""
    yield "workshop", archive.workshop
    for name in ("people", "notes", "stories", "scores", "clusters", "links", "comments"):
        rows: list[Row] = getattr(archive, name)
        yield from ((f"{name}[{number}]", row) for number, row in enumerate(rows))


def _check_texts(place: str, row: Row) -> None:
    for name, value in structs.asdict(row).items():
        if isinstance(value, str):
            _check_text(name, value, f"{place}.{name}")


def _check_meaning(meaning: str, place: str) -> None:
    """A colour without a meaning is not in the legend."""
    say(meaning, place)
    _check_text("legend", meaning, place)


def _check_text(name: str, text: str, place: str) -> None:
    if name in MUST_SAY_SOMETHING:
        say(text, place)
    divided = name in limits.ONE_LINE and LINE_END.search(text)
    must(not UNWANTED.search(text) and checked(text) == text and not divided, place, "has signs that cannot be kept")


def _check_workshop(archive: Archive) -> None:
    shop = archive.workshop
    must(shop.stone == FRAMING or shop.stone in BOARDS, "workshop.stone", "is no stone")
    for colour, meaning in shop.legend.items():
        _check_meaning(meaning, f"workshop.legend.{colour}")
    _must_ask(shop.question, shop.stone, "workshop.question")
    once("workshop.relations[{}]", shop.relations)
    for number, stone in enumerate(archive.finished):
        must(stone in STONES, f"finished[{number}]", "is no stone")
    once("finished[{}]", archive.finished)


def _check_people(people: Sequence[PersonRow]) -> None:
    """As many as can be let in, counting the leader that a workshop without one gets."""
    once("people[{}].id", [person.id for person in people])
    living = [(number, person) for number, person in enumerate(people) if not person.removed]
    newcomer = not any(person.role == "facilitator" for _, person in living)
    fit([f"people[{number}]" for number, _ in living], limits.PEOPLE_PER_WORKSHOP - newcomer)
    fit([f"people[{number}]" for number in range(len(people))], limits.PEOPLE_EVER - newcomer)
    once("people[{}].name", [number if p.removed else likeness(p.name) for number, p in enumerate(people)])


def _check_authors(archive: Archive) -> None:
    people = {person.id for person in archive.people}
    for name in ("notes", "stories", "clusters", "links", "comments"):
        for number, author in enumerate(row.author for row in getattr(archive, name)):
            if author is not None and author not in people:
                lost(f"{name}[{number}].author")


def _check_notes(archive: Archive) -> None:
    pictures = {picture.id: (picture.width, picture.height) for picture in archive.pictures}
    once("notes[{}].id", [note.id for note in archive.notes])
    once("notes[{}].picture", [note.picture or number for number, note in enumerate(archive.notes)])
    for number, note in enumerate(archive.notes):
        _check_note(note, f"notes[{number}]", pictures)
    fit([f"notes[{number}]" for number in range(len(archive.notes))], limits.NOTES_PER_WORKSHOP)
    for stone in BOARDS:
        here = [f"notes[{number}]" for number, note in enumerate(archive.notes) if note.stone == stone]
        fit(here, limits.NOTES_PER_STONE)


def _check_note(note: NoteRow, place: str, pictures: dict[str, tuple[int, int]]) -> None:
    must(note.stone in BOARDS, f"{place}.stone", "is no stone")
    must(note.picture is not None or not note.sketch, f"{place}.sketch", "has no picture")
    _must_ask(note.question, note.stone, f"{place}.question")
    if note.picture is not None and note.picture not in pictures:
        lost(f"{place}.picture")
    size = pictures[note.picture] if note.picture else (0, 0)
    must((note.width, note.height) == size, f"{place}.width", "is not that of its picture")


def _check_stories(archive: Archive) -> None:
    once("stories[{}].id", [story.id for story in archive.stories])
    for number, story in enumerate(archive.stories):
        must(story.stone is None or story.stone in STONES, f"stories[{number}].stone", "is no stone")
    fit([f"stories[{number}]" for number in range(len(archive.stories))], limits.STORIES_PER_WORKSHOP)


def _check_scores(archive: Archive) -> None:
    for number, score in enumerate(archive.scores):
        must(score.question in QUESTIONS, f"scores[{number}].question", "is no question")
    once("scores[{}].question", [score.question for score in archive.scores])


def _must_ask(question: str | None, stone: str, place: str) -> None:
    asked = content("nl").stone(stone).questions if stone in STONES else ()
    must(question is None or any(question == one.id for one in asked), place, f"is no question of {stone}")
