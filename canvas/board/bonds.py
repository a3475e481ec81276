"""Changes of what ties notes together or hangs at them: clusters, links, reactions, comments."""

from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from canvas.board import limits
from canvas.board.change import Change
from canvas.board.fields import ClusterTitle, CommentText, Distance, Id, LinkWord, Sign


class ClusterAdd(Change, frozen=True):
    """Notes of one board become a cluster with a title; they leave the clusters they were in."""

    cluster: Id
    stone: Id
    title: ClusterTitle
    notes: Annotated[list[Id], Meta(min_length=2, max_length=limits.NOTES_AT_ONCE)]


class ClusterEdit(Change, frozen=True):
    """Another title, or folded to its title alone."""

    cluster: Id
    title: ClusterTitle | UnsetType = UNSET
    collapsed: bool | UnsetType = UNSET


class ClusterMove(Change, frozen=True):
    """All notes of a cluster move by the same distance, in board pixels."""

    cluster: Id
    dx: Distance
    dy: Distance


class ClusterDelete(Change, frozen=True):
    """A cluster is taken apart; its notes stay where they are."""

    cluster: Id


class LinkAdd(Change, frozen=True):
    """An arrow from one note to another, on any board, with a word or none."""

    link: Id
    start: Id
    end: Id
    word: LinkWord = ""


class LinkEdit(Change, frozen=True):
    """Another word at an arrow."""

    link: Id
    word: LinkWord


class LinkDelete(Change, frozen=True):
    """An arrow goes."""

    link: Id


class ReactionSet(Change, frozen=True):
    """Somebody puts a sign at a note, or takes their own away."""

    note: Id
    sign: Sign
    on: bool


class CommentAdd(Change, frozen=True):
    """A remark at a note."""

    comment: Id
    note: Id
    text: CommentText


class CommentDelete(Change, frozen=True):
    """A remark goes."""

    comment: Id


class SnapshotRestore(Change, frozen=True):
    """The board of a stone becomes again what it was at a snapshot; what came later goes to the trash."""

    snapshot: Id
