"""Ways to spoil the archive of the example."""

import base64
import io
from collections.abc import Callable
from itertools import combinations, islice
from typing import Any

import msgspec
from PIL import Image

from tests.exports.test_archive import EXAMPLE


def changed(change: Callable[[Any], None]) -> bytes:
    whole = msgspec.json.decode(EXAMPLE)
    change(whole)
    return msgspec.json.encode(whole)


def put(*path: str | int, to: object) -> Callable[[Any], None]:
    def change(whole: Any) -> None:
        for step in path[:-1]:
            whole = whole[step]
        whole[path[-1]] = to

    return change


def picture(data: bytes) -> Callable[[Any], None]:
    return put("pictures", 0, "image", to=base64.b64encode(data).decode())


def bomb() -> bytes:
    """A few bytes that claim to be a picture of 60,000 by 60,000."""
    file = io.BytesIO()
    Image.new("1", (60_000, 60_000)).save(file, "PNG")
    return file.getvalue()


def pop(*path: str | int) -> Callable[[Any], None]:
    def change(whole: Any) -> None:
        for step in path[:-1]:
            whole = whole[step]
        del whole[path[-1]]

    return change


def again(name: str, /, **others: object) -> Callable[[Any], None]:
    """The first row of a list once more, with other values."""
    return lambda whole: whole[name].append({**whole[name][0], **others})


def many(name: str, count: int, /, **others: object) -> Callable[[Any], None]:
    """So many rows more."""

    def change(whole: Any) -> None:
        whole[name] += [{**whole[name][0], "id": f"more-{number}", **others} for number in range(count)]
        for row in whole[name] if name == "people" else ():
            row["name"] = row["id"]

    return change


def linked(count: int) -> Callable[[Any], None]:
    """So many links, each of another pair."""

    def change(whole: Any) -> None:
        pairs = islice(combinations([note["id"] for note in whole["notes"]], 2), count)
        first = whole["links"][0]
        whole["links"] = [{**first, "id": f"l{n}", "start": a, "end": b} for n, (a, b) in enumerate(pairs)]

    return change


def every(name: str, /, **values: object) -> Callable[[Any], None]:
    def change(whole: Any) -> None:
        for row in whole[name]:
            row.update(values)

    return change


def both(*changes: Callable[[Any], None]) -> Callable[[Any], None]:
    def change(whole: Any) -> None:
        for one in changes:
            one(whole)

    return change
