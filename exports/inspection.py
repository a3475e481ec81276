"""What in an archive must fit together: it is let in as the ledger would have made it, or refused with the place."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from canvas.board import limits
from canvas.board.messages import MUST_SAY_SOMETHING
from canvas.board.texts import LINE_END, UNWANTED, checked, likeness
from exports.bonds import check_bonds
from exports.form import Archive, NoteRow, PersonRow
from exports.led import asked, boards, check_led
from exports.led_rows import StoneRow, VoteRow
from exports.pictures import check_pictures
from exports.row import Row
from exports.verdicts import fit, lost, must, once, say
from stepstones.maturity import QUESTIONS
from stepstones.stones import PARKING, STOPS
from stepstones.workshop import FRAMING

NAMED = (
    "people", "notes", "stories", "scores", "clusters", "links", "comments", "stones", "groups", "dissolved", "votes",
    "actions", "scripts",
)  # fmt: skip
"""The lists in which people wrote something."""


def inspect(archive: Archive) -> None:
    """Raise ArchiveError at the first place that is not as it must be."""
    for place, row in _rows(archive):
        _check_texts(place, row)
    check_led(archive)
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
    for name in NAMED:
        rows: list[Row] = getattr(archive, name)
        yield from ((f"{name}[{number}]", row) for number, row in enumerate(rows))


def _check_texts(place: str, row: Row) -> None:
    for name, value in structs.asdict(row).items():
        if isinstance(value, str):
            _check_text(name, value, f"{place}.{name}", blank=isinstance(row, StoneRow | VoteRow))
    if isinstance(row, StoneRow):
        _check_own_texts(place, row)
    if isinstance(row, VoteRow):
        _check_prompts(row.answers or (), f"{place}.answers")


def _check_own_texts(place: str, row: StoneRow) -> None:
    """What a facilitator asks, and the prompts below."""
    for number, question in enumerate(row.questions):
        _check_text("text", question.text, f"{place}.questions[{number}].text")
        _check_prompts(question.prompts, f"{place}.questions[{number}].prompts")
    for id, texts in row.prompts.items():
        _check_prompts(texts, f"{place}.prompts.{id}")


def _check_prompts(texts: Sequence[str], place: str) -> None:
    for number, text in enumerate(texts):
        _check_text("text", text, f"{place}[{number}]")


def _check_meaning(meaning: str, place: str) -> None:
    """A colour without a meaning is not in the legend."""
    say(meaning, place)
    _check_text("legend", meaning, place)


def _check_text(name: str, text: str, place: str, blank: bool = False) -> None:
    if name in MUST_SAY_SOMETHING and not blank:
        say(text, place)
    divided = name in limits.ONE_LINE and LINE_END.search(text)
    must(not UNWANTED.search(text) and checked(text) == text and not divided, place, "has signs that cannot be kept")


def _check_workshop(archive: Archive) -> None:
    shop = archive.workshop
    must(shop.stone in (FRAMING, *STOPS, *boards(archive)), "workshop.stone", "is no stone")
    for colour, meaning in shop.legend.items():
        _check_meaning(meaning, f"workshop.legend.{colour}")
    _must_ask(archive, shop.question, shop.stone, "workshop.question")
    once("workshop.relations[{}]", shop.relations)
    for number, stone in enumerate(archive.finished):
        must(stone in boards(archive) and stone != PARKING, f"finished[{number}]", "is no stone")
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
    for name in ("notes", "stories", "clusters", "links", "comments", "actions"):
        for number, author in enumerate(row.author for row in getattr(archive, name)):
            if author is not None and author not in people:
                lost(f"{name}[{number}].author")


def _check_notes(archive: Archive) -> None:
    pictures = {picture.id: (picture.width, picture.height) for picture in archive.pictures}
    once("notes[{}].id", [note.id for note in archive.notes])
    once("notes[{}].picture", [note.picture or number for number, note in enumerate(archive.notes)])
    for number, note in enumerate(archive.notes):
        _check_note(archive, note, f"notes[{number}]", pictures)
        _check_audience(note, f"notes[{number}]")
    fit([f"notes[{number}]" for number in range(len(archive.notes))], limits.NOTES_PER_WORKSHOP)
    for stone in boards(archive):
        here = [f"notes[{number}]" for number, note in enumerate(archive.notes) if note.stone == stone]
        fit(here, limits.NOTES_PER_STONE)


def _check_note(archive: Archive, note: NoteRow, place: str, pictures: dict[str, tuple[int, int]]) -> None:
    must(note.stone in boards(archive), f"{place}.stone", "is no stone")
    must(note.picture is not None or not note.sketch, f"{place}.sketch", "has no picture")
    _must_ask(archive, note.question, note.stone, f"{place}.question")
    if note.picture is not None and note.picture not in pictures:
        lost(f"{place}.picture")
    size = pictures[note.picture] if note.picture else (0, 0)
    must((note.width, note.height) == size, f"{place}.width", "is not that of its picture")


def _check_audience(note: NoteRow, place: str) -> None:
    """A hidden note is somebody's and in no cluster; an anonymous one is nobody's and seen by all."""
    hidden = note.audience != "all"
    must(not hidden or note.author is not None, f"{place}.audience", "leaves nobody who sees it")
    must(not hidden or note.cluster is None, f"{place}.cluster", "has a hidden note")
    must(not note.anonymous or (note.author is None and note.group is None), f"{place}.author", "is told")
    must(not note.anonymous or not hidden, f"{place}.audience", "hides an anonymous note")


def _check_stories(archive: Archive) -> None:
    once("stories[{}].id", [story.id for story in archive.stories])
    for number, story in enumerate(archive.stories):
        fits = story.stone is None or (story.stone in boards(archive) and story.stone != PARKING)
        must(fits, f"stories[{number}].stone", "is no stone")
    fit([f"stories[{number}]" for number in range(len(archive.stories))], limits.STORIES_PER_WORKSHOP)


def _check_scores(archive: Archive) -> None:
    for number, score in enumerate(archive.scores):
        must(score.question in QUESTIONS, f"scores[{number}].question", "is no question")
    once("scores[{}].question", [score.question for score in archive.scores])


def _must_ask(archive: Archive, question: str | None, stone: str, place: str) -> None:
    must(question is None or question in asked(archive, stone), place, f"is no question of {stone}")
