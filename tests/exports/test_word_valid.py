import pytest

from exports import archive
from exports.making import make
from exports.oxml.element import element
from stepstones.workshop import Session
from tests.exports import sessions
from tests.exports.conftest import Validate
from tests.exports.wordfile import opened


@pytest.mark.parametrize(
    "session",
    [
        sessions.empty("en"),
        sessions.halfway("nl"),
        sessions.full("nl"),
        archive.read(archive.EXAMPLE.read_bytes()),
        sessions.hostile("<a>&\x00\ud800\u202e😀\r\n"),
    ],
    ids=["empty", "halfway", "full", "example", "hostile"],
)
def test_the_open_xml_sdk_finds_nothing_wrong(session: Session, validate: Validate) -> None:
    assert validate(make(session, sessions.MOMENT)) == []


def test_the_validator_does_find_what_is_wrong(validate: Validate) -> None:
    import io

    document = opened(make(sessions.empty(), sessions.MOMENT))
    document.element.body[0].append(element("pPr"))
    out = io.BytesIO()
    document.save(out)
    assert validate(out.getvalue())
