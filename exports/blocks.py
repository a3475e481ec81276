"""What a report consists of, as plain records in reading order, already in the workshop's language."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a part; the part itself has level 1."""

    text: str
    level: Literal[2, 3] = 2


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph: a lead is larger and an aside quieter; a state stands under a heading."""

    text: str
    look: Literal["body", "lead", "aside", "state"] = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A plain list; what stands before the first tab of an item is stressed."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One sticky note as it is read: its text, who said it and the colour of its mark.

    `beside` is what stands behind the name, `below` what others remarked.
    """

    text: str
    author: str
    colour: str
    beside: str = ""
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Legend:
    """What colours mean, as (colour, meaning)."""

    meanings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of one question or cluster, in the order they were written."""

    notes: tuple[NoteLine, ...]


@dataclass(frozen=True, slots=True)
class Sketch:
    """A drawing or a photograph; `alt` says what it is to who cannot see it."""

    image: bytes
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class Radar:
    """Scores of 1 to 5 around a circle; `alt` says the figures."""

    labels: tuple[str, ...]
    scores: tuple[int, ...]
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its title, its share of the width in hundredths, and how its cells look.

    `named` stresses the first line of a cell; `figure` is short and centred.
    """

    title: str
    width: int
    look: Literal["text", "named", "figure"] = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header row; `large` shows a few figures big, `current` marks one column.

    The caption is always there for who listens; `numbered` says whether it is printed too.
    """

    caption: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    numbered: bool = True
    large: bool = False
    current: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """The result of the maturity index in one glance: `3,2`, `of 5`, `Level 3: Streamlined`."""

    score: str
    scale: str
    level: str


Block = Heading | Text | Bullets | Legend | Notes | Sketch | Radar | Table | Mark


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter, listed in the contents with its state; it begins on a new page or under a line on the same."""

    title: str
    blocks: tuple[Block, ...]
    new_page: bool = True
    state: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page; `finished` has for each stone of the path whether it is done."""

    kind: str
    title: str
    organisation: str
    facts: tuple[str, ...]
    finished: tuple[bool, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Labels:
    """The few words a file itself needs; `page` has {page} and {pages}."""

    contents: str
    figure: str
    table: str
    page: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report says, before it is any kind of file."""

    language: Literal["nl", "en"]
    moment: datetime
    cover: Cover
    labels: Labels
    parts: tuple[Part, ...]
