import asyncio
import json

import pytest

from bench.adapters import ADAPTERS, MARK, Product


class Line:
    """A connection that answers with what it was given."""

    def __init__(self, *answers: bytes) -> None:
        self.answers, self.sent = list(answers), list[str]()

    def send(self, text: str) -> None:
        self.sent.append(text)

    async def receive(self) -> bytes:
        return self.answers.pop(0)


@pytest.mark.parametrize("name", ADAPTERS)
def test_every_change_carries_its_mark_once(name: str) -> None:
    assert ADAPTERS[name]("127.0.0.1:1", "room").change(3, 42, 0).encode().count(MARK + b"000042~") == 1


def member() -> Product:
    product = Product("127.0.0.1:1", "KFT7MQ")
    product.tokens[0] = "token"
    return product


def test_a_sender_is_in_once_its_own_note_is_there() -> None:
    line = Line(b'{"type":"snapshot"}', b'{"type":"presence"}', b'{"type":"changes","changes":[{"id":"first-0"}]}')
    asyncio.run(member().get_in(line, 0, sends=True))
    assert [json.loads(text)["type"] for text in line.sent] == ["hello", "change"]
    assert line.answers == []


def test_a_refusal_ends_the_measurement_instead_of_waiting() -> None:
    with pytest.raises(ConnectionError, match="not_a_member"):
        asyncio.run(member().get_in(Line(b'{"type":"refused","reason":"not_a_member"}'), 0, sends=False))
