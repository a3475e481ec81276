import asyncio
import json
from typing import Any

import pytest

from bench.adapters import ADAPTERS, MARK, Product
from canvas.board import limits
from stepstones.stones import STONES


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


def notes(count: int) -> list[dict[str, Any]]:
    product = Product("127.0.0.1:1", "KFT7MQ")
    return [json.loads(product.change(op % 10, op, op // 10))["do"] for op in range(count)]


def test_every_change_is_a_new_note_of_usual_length() -> None:
    made = notes(100)
    assert {note["kind"] for note in made} == {"note.add"}
    assert len({note["note"] for note in made}) == 100
    assert all(30 <= len(note["text"]) <= 75 for note in made)


def test_the_load_beside_the_browsers_stays_under_what_a_stone_holds() -> None:
    made = [note["stone"] for note in notes(20 * 122)]
    assert len(made) < limits.NOTES_PER_WORKSHOP
    assert max(made.count(stone) for stone in STONES) < limits.NOTES_PER_STONE


def test_a_member_is_in_once_the_snapshot_is_there() -> None:
    line = Line(b'{"type":"presence"}', b'{"type":"snapshot"}')
    asyncio.run(Product("127.0.0.1:1", "KFT7MQ").get_in(line))
    assert [json.loads(text)["type"] for text in line.sent] == ["hello"]
    assert line.answers == []


def test_a_refusal_ends_the_measurement_instead_of_waiting() -> None:
    with pytest.raises(ConnectionError, match="not_a_member"):
        asyncio.run(Product("127.0.0.1:1", "KFT7MQ").get_in(Line(b'{"type":"refused","reason":"not_a_member"}')))
