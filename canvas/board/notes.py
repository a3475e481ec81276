"""Changes of notes, sketches and pictures, alone and several at once."""

from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType

from canvas.board import limits
from canvas.board.change import Change
from canvas.board.fields import Colour, Coordinate, Id, Ids, Name, NoteText, PictureId, Side, Size


class NoteAdd(Change, frozen=True):
    """A new note; without `x` and `y` it gets the next free place on its board.

    `behalf` names somebody for whom it was written, who may have no device.
    """

    note: Id
    stone: Id
    text: NoteText
    question: Id | None = None
    colour: Colour = "yellow"
    size: Size = "medium"
    cluster: Id | None = None
    behalf: Name = ""
    x: Coordinate | UnsetType = UNSET
    y: Coordinate | UnsetType = UNSET


class NoteEdit(Change, frozen=True):
    """New values for some properties of a note; moving it lays it on top, another stone takes it to that board."""

    note: Id
    text: NoteText | UnsetType = UNSET
    colour: Colour | UnsetType = UNSET
    size: Size | UnsetType = UNSET
    cluster: Id | None | UnsetType = UNSET
    behalf: Name | UnsetType = UNSET
    x: Coordinate | UnsetType = UNSET
    y: Coordinate | UnsetType = UNSET
    question: Id | None | UnsetType = UNSET
    stone: Id | UnsetType = UNSET


class NoteDelete(Change, frozen=True):
    """A note goes to the trash."""

    note: Id


class NoteRestore(Change, frozen=True):
    """A note comes back from the trash, where it was."""

    note: Id


class NewNote(Struct, frozen=True, forbid_unknown_fields=True):
    """One of several new notes, as in NoteAdd."""

    note: Id
    text: NoteText
    question: Id | None = None
    colour: Colour = "yellow"
    size: Size = "medium"
    cluster: Id | None = None
    behalf: Name = ""
    x: Coordinate | UnsetType = UNSET
    y: Coordinate | UnsetType = UNSET


class NoteValues(Struct, frozen=True, forbid_unknown_fields=True):
    """New values for one of several notes, as in NoteEdit."""

    note: Id
    colour: Colour | UnsetType = UNSET
    size: Size | UnsetType = UNSET
    cluster: Id | None | UnsetType = UNSET
    x: Coordinate | UnsetType = UNSET
    y: Coordinate | UnsetType = UNSET
    question: Id | None | UnsetType = UNSET
    stone: Id | UnsetType = UNSET


class NotesAdd(Change, frozen=True):
    """Several new notes on one board, all or none."""

    stone: Id
    notes: Annotated[list[NewNote], Meta(min_length=1, max_length=limits.NOTES_AT_ONCE)]


class NotesEdit(Change, frozen=True):
    """New values for several notes; those that are gone are left out, and all is refused where one is another's."""

    edits: Annotated[list[NoteValues], Meta(min_length=1, max_length=limits.NOTES_AT_ONCE)]


class NotesDelete(Change, frozen=True):
    """Several notes go to the trash; those that are gone already are left out."""

    notes: Ids


class NotesRestore(Change, frozen=True):
    """Several notes come back from the trash; those that are back already are left out."""

    notes: Ids


class SketchSave(Change, frozen=True):
    """A drawing becomes a note, or replaces the drawing of one; the picture itself comes beside it, never by socket.

    `size` is that of a new note.
    """

    note: Id
    stone: Id
    text: NoteText
    picture: PictureId
    width: Side
    height: Side
    question: Id | None = None
    size: Size = "large"
    x: Coordinate | UnsetType = UNSET
    y: Coordinate | UnsetType = UNSET


class PictureAdd(Change, frozen=True):
    """A picture that somebody brought becomes a note; `text` tells what is on it, and the picture comes beside it."""

    note: Id
    stone: Id
    text: NoteText
    picture: PictureId
    width: Side
    height: Side
    question: Id | None = None
    size: Size = "large"
    x: Coordinate | UnsetType = UNSET
    y: Coordinate | UnsetType = UNSET
