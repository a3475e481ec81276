"""The chapter of actions and of the words with which people left."""

from dataclasses import replace
from typing import Any

from exports.blocks import Bullets, Part, Table
from exports.report import report
from i18n import translator
from stepstones.closing import Action
from stepstones.content import content
from stepstones.workshop import Session
from tests.exports import sessions

ACTION = Action("a1", "Eén loket\nvoor vragen", "Anna", "2027-01-31", "doing", "teams", "gone", "p0", 1)


def led(**more: Any) -> Session:
    """A full session that ended with actions and words."""
    full = sessions.full("nl")
    people = (replace(full.people[0], word="moedig"), *full.people[1:])
    actions = (ACTION, Action("a2", "Bellen", "", "", "done", None, None, None, 2))
    shop = replace(full.workshop, **more)
    return replace(full, workshop=shop, people=people, actions=actions)


def chapter(session: Session) -> Part | None:
    told = report(session, content("nl"), translator("nl"), sessions.MOMENT)
    return next((part for part in told.parts if part.title == "Acties"), None)


def block(kind: type[Any], session: Session) -> Any:
    found = chapter(session)
    assert found
    return next((one for one in found.blocks if isinstance(one, kind)), None)


def test_the_actions_stand_in_a_table_with_who_when_how_far_and_where_from() -> None:
    found = block(Table, led())
    assert [column.title for column in found.columns] == ["Wat", "Wie", "Wanneer klaar", "Hoe ver", "Van"]
    assert found.rows == (
        ("Eén loket voor vragen", "Anna", "31 januari 2027", "Bezig", "Teams"),
        ("Bellen", "–", "–", "Klaar", "–"),
    )


def test_the_contents_say_how_many_actions_there_are() -> None:
    found = chapter(led())
    assert found
    assert found.state == "2 acties · 1 klaar"


def test_the_words_stand_with_who_gave_them_unless_names_are_not_shown() -> None:
    assert block(Bullets, led()) == Bullets(("moedig\tBegeleider".replace("Begeleider", led().people[0].name),))
    assert block(Bullets, led(authors="nobody")) == Bullets(("moedig\t",))


def test_a_session_without_actions_and_words_has_no_such_chapter() -> None:
    assert chapter(sessions.full("nl")) is None
