"""Who took part: the report counts them and names them."""

from dataclasses import replace

from stepstones.attendance import took_part
from stepstones.workshop import Comment, Person, Session
from tests.exports import sessions


def came(*people: Person) -> Session:
    return replace(sessions.empty(), people=people)


def names(session: Session) -> list[str]:
    return [person.name for person in took_part(session)]


def test_who_became_one_with_another_is_counted_once() -> None:
    phone = Person("2", "Anna 2", "participant", removed=True)
    assert names(came(Person("1", "Anna", "participant"), phone)) == ["Anna"]


def test_who_was_shown_out_is_named_where_something_of_theirs_stayed() -> None:
    session = came(Person("1", "Anna", "participant"), Person("2", "Bram", "participant", removed=True))
    assert names(session) == ["Anna"]
    said = Comment("c", "n1", "Ja", "2", 1)
    assert names(replace(session, comments=(said,))) == ["Anna", "Bram"]
