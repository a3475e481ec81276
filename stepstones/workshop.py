"""What a workshop consists of, as plain records: people, notes, stories, scores and the place the room is at."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from stepstones.closing import Action
from stepstones.programme import Script, Step, StoneSettings
from stepstones.voting import Dots, Vote

Role = Literal["facilitator", "participant", "projector", "reader"]
Relation = Literal["donors", "members", "volunteers"]
RELATIONS: tuple[Relation, ...] = ("donors", "members", "volunteers")
Cursors = Literal["auto", "on", "off"]
"""Do people see each other point? `auto` is as long as there are few."""
Audience = Literal["all", "facilitators", "author"]
"""Who may see a note: everybody, its author and who leads, or its author alone."""
Authors = Literal["people", "groups", "nobody"]
"""Whose name stands under a note."""
PictureType = Literal["image/png", "image/jpeg"]
FRAMING = "framing"
"""The near bank: where the room stands before the first stone."""


@dataclass(frozen=True, slots=True)
class Timer:
    """The clock that everybody sees: it runs until `ends`, or has `left` milliseconds while it stands still."""

    length: int
    """Milliseconds that it was set to, with what was added."""
    ends: int | None
    left: int | None


@dataclass(frozen=True, slots=True)
class Workshop:
    """One session of one organisation; `stone` and `question` say where the room is."""

    id: str
    title: str
    organisation: str
    relations: frozenset[Relation]
    language: Literal["nl", "en"]
    code: str
    created: int
    """Milliseconds since 1970, as are all times of a workshop."""
    delete_after: date
    door_open: bool = True
    stone: str = FRAMING
    question: str | None = None
    legend: dict[str, str] = field(default_factory=dict)
    """What colours mean, by colour; a colour without a meaning is not in it."""
    cursors: Cursors = "auto"
    begun: int | None = None
    """When the facilitator began; None while people come in."""
    closed: int | None = None
    """When it was closed: from then on it can only be read."""
    arrived: int | None = None
    """When the room came to where it is."""
    step: str | None = None
    """Where the room is in the programme."""
    together: bool = False
    """Does everybody stay where the room is, until the facilitator lets go?"""
    spotlight: str | None = None
    """The note that everybody looks at."""
    presenting: str | None = None
    """The group that reports back."""
    timer: Timer | None = None
    authors: Authors = "people"
    address: str = ""
    """How others reach this server, where the facilitator chose from several; else empty."""
    programme: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who takes part, under the name they typed."""

    id: str
    name: str
    role: Role
    joined: int = 0
    removed: bool = False
    """Shown out; the name stays under what they wrote."""
    muted: bool = False
    ready: bool = False
    """Done with what the room does now."""
    group: str | None = None
    word: str = ""
    """The word with which they left."""


@dataclass(frozen=True, slots=True)
class Note:
    """A sticky note or a sketch on the board of one stone.

    `x` and `y` are whole board pixels of the upper left corner; of two overlapping notes the higher `z` lies on top.
    A sketch or a photograph has a `picture` and in `text` what is on it, for who cannot see it.
    """

    id: str
    stone: str
    question: str | None
    text: str
    colour: str
    x: int
    y: int
    z: int
    author: str | None
    created: int
    picture: str | None = None
    width: int = 0
    height: int = 0
    """Of the picture, in its pixels."""
    sketch: bool = False
    """Can the picture be drawn on?"""
    size: str = "medium"
    cluster: str | None = None
    behalf: str = ""
    """The name of who said it, where somebody else wrote it down."""
    audience: Audience = "all"
    group: str | None = None
    """The group that the author was in."""
    anonymous: bool = False
    """Nobody knows who wrote it; who did holds a secret."""


@dataclass(frozen=True, slots=True)
class Group:
    """People at one table; with a `stone` of their own they work there while the others are elsewhere."""

    id: str
    name: str
    stone: str | None
    created: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """Notes of one board that belong together, under a title."""

    id: str
    stone: str
    title: str
    collapsed: bool
    author: str | None
    created: int


@dataclass(frozen=True, slots=True)
class Link:
    """An arrow between two notes (`start`, `end`), of the same board or not, with a word or an empty text."""

    id: str
    start: str
    end: str
    word: str
    author: str | None
    created: int


@dataclass(frozen=True, slots=True)
class Reaction:
    """A sign that a person put at a note."""

    note: str
    person: str
    sign: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark at a note."""

    id: str
    note: str
    text: str
    author: str | None
    created: int


@dataclass(frozen=True, slots=True)
class Picture:
    """What a note shows instead of words: a sketch (PNG) or a photograph."""

    id: str
    image: bytes
    type: PictureType
    strokes: str
    """Of a sketch what can be drawn on, as the editor's JSON; of a photograph an empty text."""
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Story:
    """A user story: as a `role` I want `want` so that `benefit`."""

    id: str
    stone: str | None
    role: str
    want: str
    benefit: str
    note: str | None
    source: str
    author: str | None
    created: int


@dataclass(frozen=True, slots=True)
class Score:
    """The joint answer to one question of the maturity index: 1 to 5, or None while there is only a remark."""

    question: str
    score: int | None
    remark: str


@dataclass(frozen=True, slots=True)
class Session:
    """Everything of one workshop at one moment; `seq` is the number of the last change in it."""

    seq: int
    workshop: Workshop
    finished: frozenset[str]
    people: tuple[Person, ...] = ()
    notes: tuple[Note, ...] = ()
    stories: tuple[Story, ...] = ()
    scores: tuple[Score, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    links: tuple[Link, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    comments: tuple[Comment, ...] = ()
    stones: tuple[StoneSettings, ...] = ()
    groups: tuple[Group, ...] = ()
    dissolved: tuple[Group, ...] = ()
    """Groups that are none any more; their names stand under what their people wrote."""
    votes: tuple[Vote, ...] = ()
    dots: tuple[Dots, ...] = ()
    actions: tuple[Action, ...] = ()
    scripts: tuple[Script, ...] = ()
    pictures: dict[str, Picture] = field(default_factory=dict)
    """By id; empty where the pictures were not asked for."""
