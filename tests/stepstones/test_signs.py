"""What can be seen of a text."""

import pytest

from stepstones.signs import shows


@pytest.mark.parametrize(
    "text", ["a", " a", "é", "\u0301", "\uf0b7", "😀", "日", "-", "\ufdd0", "\u0378", "\u200bx", "❤\ufe0f"]
)
def test_there_is_something_to_see(text: str) -> None:
    assert shows(text)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\t", "\u00a0\u3000", "\u200b\u2060\u00ad", "\ufeff", "\ufe0f", "\U000e0100", "\u034f", "\u3164",
     "\u115f\uffa0", "\u2800", "\x00\x7f", "\u202e", "\ud800", "\u2028"],
)  # fmt: skip
def test_there_is_nothing_to_see(text: str) -> None:
    assert not shows(text)
