"""Sessions for the tests of exports: an empty one, one halfway, a full one and a hostile one."""

import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Literal

from PIL import Image, ImageDraw

from stepstones.closing import Action
from stepstones.maturity import QUESTIONS
from stepstones.programme import StoneSettings
from stepstones.stones import STONES
from stepstones.voting import Dots, Vote
from stepstones.workshop import (
    RELATIONS,
    Cluster,
    Comment,
    Group,
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

MOMENT = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
COLOURS = ("yellow", "orange", "pink", "purple", "blue", "teal", "green", "grey")
THOUGHTS = (
    "Balie: 40 gesprekken per week",
    "Niemand ziet wie er al gebeld heeft",
    "Nieuwsbrief gaat naar 9.000 adressen, allemaal op één lijst",
    "Vrienden krijgen dezelfde mail als bezoekers die één keer kwamen",
    "Schoolgroepen mailen met vier collega’s tegelijk; wie antwoordt, weet de rest niet. Daardoor krijgt een school"
    " soms twee offertes, met twee prijzen, en belt ze daarna de kassa om te vragen welke klopt.",
    "Vaste bezoekers herkennen we aan het gezicht, niet aan hun gegevens",
    "WhatsApp komt op iemands eigen telefoon binnen",
    "Eén inbox voor alle vragen?",
)
REMARKS = (
    "Er is een meerjarenplan, maar daarin staat niets over de relatie met bezoekers.",
    "Kassasysteem en vriendenbestand staan los van elkaar.",
    "",
    "Alleen de kassa werkt er dagelijks mee; educatie houdt eigen lijstjes bij.",
)


def empty(language: Literal["nl", "en"] = "nl") -> Session:
    """A workshop that was just made."""
    shop = Workshop(
        id="w1", title="De vaste bezoeker in beeld", organisation="Theater De Brug", relations=frozenset(RELATIONS),
        language=language, code="KFT7MQ", created=1_795_000_000_000, delete_after=date(2027, 11, 22),
    )  # fmt: skip
    return Session(seq=1, workshop=shop, finished=frozenset())


def halfway(language: Literal["nl", "en"] = "nl") -> Session:
    """Two stones done, a third begun, five of the ten scores given, one story."""
    session = full(language)
    return replace(
        session,
        seq=80,
        finished=frozenset(STONES[:2]),
        notes=tuple(n for n in session.notes if n.stone in STONES[:3] and n.picture is None),
        stories=session.stories[:1],
        scores=session.scores[:5],
        pictures={},
    )


def full(language: Literal["nl", "en"] = "nl", notes_a_stone: int = 8) -> Session:
    """Everything filled in: notes and stories at all stones, four sketches, all scores with remarks."""
    sketches = tuple(_sketch(number, stone) for number, stone in enumerate(STONES[:4]))
    return replace(
        empty(language),
        seq=400,
        finished=frozenset(STONES[:8]),
        people=_people(),
        notes=tuple(_notes(notes_a_stone)) + sketches,
        stories=tuple(_stories(25)),
        scores=tuple(Score(id, 1 + (number * 3 + 1) % 5, REMARKS[number % 4]) for number, id in enumerate(QUESTIONS)),
        pictures={n.picture: Picture(n.picture, drawing(), "image/png", "[]", 600, 400) for n in sketches if n.picture},
    )


def hostile(text: str) -> Session:
    """A full session with `text` in every place where people type."""
    session = full(notes_a_stone=2)
    return replace(
        session,
        workshop=replace(session.workshop, title=text, organisation=text, legend=dict.fromkeys(COLOURS, text)),
        people=tuple(replace(p, name=text, word=text) for p in session.people),
        actions=(Action("a1", text, text, "2027-01-31", "open", "teams", None, "p1", 1),),
        stones=(StoneSettings("teams", conclusion=text),),
        groups=(Group("g1", text, None, 1),),
        votes=(
            Vote("v1", text, ("teams",), None, 3, 1, True, 2, 1, 1),
            Vote("v2", text, (), None, 1, 1, True, 2, 1, 1, (text, text)),
        ),
        dots=(Dots("v1", session.notes[0].id, "p1", 1), Dots("v2", "1", "p1", 1)),
        notes=tuple(replace(n, text=text, behalf=text, cluster=f"c-{n.stone}") for n in session.notes),
        clusters=tuple(Cluster(f"c-{stone}", stone, text, False, None, 1) for stone in STONES),
        links=tuple(Link(f"l-{n.id}", session.notes[0].id, n.id, text, None, 1) for n in session.notes[1:]),
        reactions=(Reaction(session.notes[0].id, "p1", "heart"),),
        comments=tuple(Comment(f"k-{n.id}", n.id, text, "p1", 1) for n in session.notes),
        stories=tuple(replace(s, role=text, want=text, benefit=text) for s in session.stories),
        scores=tuple(replace(s, remark=text) for s in session.scores),
    )


def drawing() -> bytes:
    """A sketch as the editor keeps it: dark strokes on nothing."""
    image = Image.new("RGBA", (600, 400), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.rectangle((60, 120, 210, 260), outline="#1F2D36", width=5)
    draw.ellipse((380, 110, 540, 270), outline="#2C6472", width=5)
    draw.line((215, 190, 375, 190), fill="#A66F0A", width=5)
    draw.polygon(((375, 190), (350, 175), (350, 205)), fill="#A66F0A")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _people() -> tuple[Person, ...]:
    names = ("Anna", "Bram", "Chantal de Wit", "Dirk-Jan", "Esra", "Fatima", "Gerrit", "Hanneke van der Molen")
    return tuple(
        Person(f"p{number}", name, "facilitator" if number == 0 else "participant")
        for number, name in enumerate(names)
    )  # fmt: skip


def _notes(a_stone: int) -> Iterable[Note]:
    for stone in STONES:
        for number in range(a_stone):
            question = _questions(stone)[number % 3] if number % 4 else None
            yield Note(
                id=f"n-{stone}-{number}", stone=stone, question=question, text=THOUGHTS[number % len(THOUGHTS)],
                colour=COLOURS[number % len(COLOURS)], x=0, y=0, z=number, author=f"p{number % 8}", created=number,
            )  # fmt: skip


def _questions(stone: str) -> tuple[str, ...]:
    from stepstones.content import content

    return tuple(question.id for question in content("nl").stone(stone).questions) * 3


def _sketch(number: int, stone: str) -> Note:
    return Note(
        id=f"s{number}", stone=stone, question=_questions(stone)[number % 2], text="De kassa en de bezoeker",
        colour="grey", x=0, y=0, z=99, author="p2", created=99, picture=f"picture{number}", width=600, height=400,
        sketch=True,
    )  # fmt: skip


def _stories(count: int) -> Iterable[Story]:
    for number in range(count):
        yield Story(
            id=f"st{number}", stone=STONES[number % 9] if number % 6 else None, role="medewerker van de kassa",
            want="zien of iemand vriend van het theater is", note=None, source="", author=None, created=number,
            benefit="" if number % 5 == 4 else "ik de korting kan geven zonder te bellen",
        )  # fmt: skip
