"""Makes the example workshop: `python scripts/example.py` writes stepstones/example/theater.json.

The texts stand in stepstones/example/theater.toml, the drawings in scripts/sketches.py; the same input gives the same
file.
"""

import random
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import astuple, replace
from datetime import date
from itertools import count, groupby
from math import ceil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from canvas.board.places import STEP_X, STEP_Y  # noqa: E402
from exports import archive  # noqa: E402
from scripts import pen  # noqa: E402
from scripts.example_led import MINUTE, Texts, led, named  # noqa: E402
from scripts.ink import picture  # noqa: E402
from scripts.sketches import SKETCHES  # noqa: E402
from stepstones.stones import BOARDS, STONES  # noqa: E402
from stepstones.workshop import (  # noqa: E402
    Cluster,
    Comment,
    Link,
    Note,
    Person,
    Picture,
    Reaction,
    Score,
    Session,
    Story,
    Workshop,
)

TEXTS = ROOT / "stepstones" / "example" / "theater.toml"
ARCHIVE = ROOT / "stepstones" / "example" / "theater.json"
ROWS = 3
"""How many notes lie below each other before a question takes another column."""
AIR = 56
"""Between the columns of one question and the next, so that a box fits around each."""
LOOSE = 10
"""How far a note lies from where it would lie exactly, in board pixels: less than the air between two notes."""


def main() -> None:
    """Write the archive and say what is in it."""
    made = session()
    ARCHIVE.write_bytes(archive.write(made))
    sizes = f"{len(made.notes)} notes, {len(made.stories)} stories, {len(made.pictures)} sketches"
    print(f"{ARCHIVE.relative_to(ROOT).as_posix()}: {sizes}, {ARCHIVE.stat().st_size // 1000} kB")


def session() -> Session:
    """The workshop as the texts have it."""
    texts = tomllib.loads(TEXTS.read_text("utf-8"))
    start = int(texts["day"].timestamp() * 1000)
    notes = [_said(note, texts["behalf"]) for stone in BOARDS for note in _notes(stone, texts[stone], start)]
    last = notes[-1].created
    return led(
        texts,
        Session(
            seq=0,
            workshop=_workshop(texts, start),
            finished=frozenset(texts["finished"]),
            people=tuple(_people(texts["people"], start)),
            notes=tuple(notes),
            stories=tuple(_stories(texts, notes)),
            scores=tuple(Score(question, *answer) for question, answer in texts["scores"].items()),
            clusters=tuple(cluster for stone in STONES for cluster in _clusters(stone, texts[stone], notes)),
            links=tuple(_link(number, row, notes, last) for number, row in enumerate(texts["links"], 1)),
            reactions=tuple(sorted(_reactions(texts["reactions"], notes), key=astuple)),
            comments=tuple(_comment(number, row, notes, last) for number, row in enumerate(texts["comments"], 1)),
            pictures={name: _picture(name) for name in SKETCHES},
        ),
    )


def _workshop(texts: Texts, start: int) -> Workshop:
    return Workshop(
        id="",
        title=texts["title"],
        organisation=texts["organisation"],
        relations=frozenset(texts["relations"]),
        language="nl",
        code="",
        created=start - 30 * MINUTE,
        delete_after=date.max,
        stone=texts["stone"],
        question=texts["question"],
        legend=texts["legend"],
    )


def _people(names: dict[str, str], start: int) -> Iterator[Person]:
    for place, (key, name) in enumerate(names.items()):
        yield Person(key, name, "participant" if place else "facilitator", joined=start + place * 41_000)


def _notes(stone: str, texts: Texts, start: int) -> Iterator[Note]:
    """The notes of a stone: the team is there for a quarter of an hour, and everybody writes at once."""
    begin = start + (15 + 16 * BOARDS.index(stone)) * MINUTE
    gathered = {row["question"] for row in texts.get("clusters", ())}
    hand = random.Random(stone)
    places = _places([row[0] for row in texts["notes"]])
    for number, (row, (x, y)) in enumerate(zip(texts["notes"], places, strict=True), start=1):
        question, colour, author, text, *sketch = row
        yield Note(
            id=f"{stone}-{number}",
            stone=stone,
            question=f"{stone}.{question}" if question else None,
            text=text,
            colour=colour,
            x=x + hand.randint(0, LOOSE),
            y=y + hand.randint(0, LOOSE),
            z=number,
            author=author,
            created=begin + number * 55_000 + hand.randint(0, 50_000),
            picture=sketch[0] if sketch else None,
            width=pen.WIDTH if sketch else 0,
            height=pen.HEIGHT if sketch else 0,
            sketch=bool(sketch),
            cluster=f"{stone}-{question}" if question in gathered else None,
        )


def _said(note: Note, behalf: dict[str, str]) -> Note:
    return next((replace(note, behalf=name) for text, name in behalf.items() if note.text.startswith(text)), note)


def _clusters(stone: str, texts: Texts, notes: list[Note]) -> Iterator[Cluster]:
    for row in texts.get("clusters", ()):
        key = f"{stone}-{row['question']}"
        moment = max(note.created for note in notes if note.cluster == key) + MINUTE
        yield Cluster(key, stone, row["title"], row.get("collapsed", False), row["by"], moment)


def _link(number: int, row: Texts, notes: list[Note], last: int) -> Link:
    start, end = (named(text, notes).id for text in row["between"])
    return Link(f"link-{number}", start, end, row["word"], row["by"], last + number * MINUTE)


def _reactions(signs: dict[str, dict[str, list[str]]], notes: list[Note]) -> Iterator[Reaction]:
    for text, given in signs.items():
        yield from (
            Reaction(named(text, notes).id, person, sign) for sign, people in given.items() for person in people
        )


def _comment(number: int, row: Texts, notes: list[Note], last: int) -> Comment:
    return Comment(f"comment-{number}", named(row["note"], notes).id, row["text"], row["by"], last + number * MINUTE)


def _places(questions: list[str]) -> Iterator[tuple[int, int]]:
    """A column for each question, or two of one height where it has more notes than rows."""
    column = 0
    for group, (_, notes) in enumerate(groupby(questions)):
        many = len(list(notes))
        columns = ceil(many / ROWS)
        high = ceil(many / columns)
        for place in range(many):
            yield (column + place // high) * STEP_X + group * AIR, place % high * STEP_Y
        column += columns


def _stories(texts: Texts, notes: list[Note]) -> Iterator[Story]:
    """Those of the stones, made from notes some minutes after the last of them; then those that were pasted."""
    numbers = count(1)
    for stone in STONES:
        there = [note for note in notes if note.stone == stone]
        for place, row in enumerate(texts[stone]["stories"], start=1):
            moment = there[-1].created + place * 70_000
            yield _story(f"story-{next(numbers)}", row, stone, _origin(row, there), moment)
    for row in texts["pasted"]:
        yield _story(f"story-{next(numbers)}", row, None, None, notes[-1].created + 10 * MINUTE)


def _story(key: str, row: dict[str, str], stone: str | None, note: str | None, created: int) -> Story:
    parts = {part: row[part] for part in ("role", "want", "benefit")}
    return Story(key, stone, **parts, note=note, source=row.get("source", ""), author=row.get("by"), created=created)


def _origin(row: dict[str, str], notes: list[Note]) -> str | None:
    """The one note that begins as the story says, if it says so."""
    return named(row["from"], notes).id if "from" in row else None


def _picture(name: str) -> Picture:
    strokes = SKETCHES[name]().strokes()
    return Picture(name, picture(strokes), "image/png", strokes, pen.WIDTH, pen.HEIGHT)


if __name__ == "__main__":
    main()
