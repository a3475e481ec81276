"""Whose name stands at what people wrote."""

from dataclasses import replace
from datetime import date

import pytest

from stepstones.authors import Names
from stepstones.workshop import Authors, Comment, Group, Note, Person, Session, Workshop

NOTE = Note("n", "teams", None, "Balie", "yellow", 0, 0, 0, "p", 1, group="g")
SHOP = Workshop("w", "T", "O", frozenset(), "nl", "KFT7MQ", 1, date(2030, 1, 1))
SESSION = Session(
    seq=1, workshop=SHOP, finished=frozenset(), people=(Person("p", "Anna", "participant"),), notes=(NOTE,), stories=(),
    scores=(), groups=(Group("g", "Tafel 1", None, 1),), dissolved=(Group("old", "Groep 1", None, 1),),
)  # fmt: skip


def names(authors: Authors) -> Names:
    return Names(replace(SESSION, workshop=replace(SHOP, authors=authors)))


@pytest.mark.parametrize(
    ("authors", "said"),
    [
        ("people", ["Anna", "Anna", "Anna", "Joost"]),
        ("groups", ["Tafel 1", "Groep 1", "Anna", "Tafel 1"]),
        ("nobody", [""] * 4),
    ],
)
def test_a_note_goes_under_a_name_a_group_or_none(authors: Authors, said: list[str]) -> None:
    written = [NOTE, replace(NOTE, group="old"), replace(NOTE, group=None), replace(NOTE, behalf="Joost")]
    assert [names(authors).of_note(note) for note in written] == said


def test_where_nobody_is_named_comments_and_who_said_something_are_not_either() -> None:
    comment = Comment("c", "n", "Ja", "p", 1)
    assert names("groups").of(comment) == "Anna"
    assert (names("nobody").of(comment), names("nobody").behalf(replace(NOTE, behalf="Joost"))) == ("", "")
