import asyncio
import json
from collections import Counter
from typing import Any

import pytest

from bench.adapters import ADAPTERS, MARK, Product
from canvas.board import limits
from canvas.board.messages import Ask, Presence, parse
from canvas.board.notes import NoteAdd
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


def test_of_four_changes_two_are_new_notes_and_two_are_about_the_newest_of_the_same_member() -> None:
    made = notes(400)
    assert Counter(change["kind"] for change in made) == {"note.add": 200, "note.edit": 200}
    assert len({change["note"] for change in made}) == 200
    assert all(change["note"] == made[op - 10]["note"] for op, change in enumerate(made) if op // 10 % 2)
    assert all(30 <= len(change["text"]) <= 75 for change in made if "text" in change)


def test_who_drags_first_writes_the_note_and_then_tells_what_a_server_understands() -> None:
    product = Product("127.0.0.1:1", "KFT7MQ")
    asked, shown = parse(product.drag(12, 0)), parse(product.drag(12, 7))
    assert isinstance(asked, Ask)
    assert isinstance(asked.do, NoteAdd)
    assert isinstance(shown, Presence)
    assert shown.drag
    assert (shown.stone, shown.drag.notes) == (asked.do.stone, [asked.do.note])


def test_the_load_beside_the_browsers_stays_under_what_a_stone_holds() -> None:
    made = [change["stone"] for change in notes(20 * 122) if "stone" in change]
    assert len(made) < limits.NOTES_PER_WORKSHOP
    assert max(made.count(stone) for stone in STONES) < limits.NOTES_PER_STONE


def test_a_member_is_in_once_the_snapshot_is_there() -> None:
    line = Line(b'{"type":"presence"}', b'{"type":"snapshot"}')
    asyncio.run(Product("127.0.0.1:1", "KFT7MQ").get_in(line))
    assert [json.loads(text)["type"] for text in line.sent] == ["hello", "presence"]
    assert line.answers == []


def test_a_refusal_ends_the_measurement_instead_of_waiting() -> None:
    with pytest.raises(ConnectionError, match="not_a_member"):
        asyncio.run(Product("127.0.0.1:1", "KFT7MQ").get_in(Line(b'{"type":"refused","reason":"not_a_member"}')))
