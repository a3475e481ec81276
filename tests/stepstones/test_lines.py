"""Lines come out the same, however the file was saved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepstones.lines import lines
from stepstones.signs import shows

TEXT = "Als café-eigenaar wil ik betalen met €\nAls lid wil ik ‘stemmen’"
READABLE = st.text(st.characters(categories=["L", "N", "P"]), min_size=1).filter(shows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_encoding_gives_the_same_lines(encoding: str) -> None:
    assert lines(TEXT.encode(encoding)) == TEXT.split("\n")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    assert lines("\ufeff需要\n会员".encode(encoding)) == ["需要", "会员"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_line_end_ends_a_line(end: str) -> None:
    assert lines(end.join(["", "one", "", "  ", "two", ""]).encode()) == ["one", "two"]


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x1c", "\x1e"])
def test_other_breaks_stay_within_the_line_as_a_space(sign: str) -> None:
    assert lines(f"one{sign}two".encode()) == ["one two"]


def test_a_byte_order_mark_in_the_middle_is_no_text() -> None:
    assert lines(b"\r\n\xef\xbb\xbfone\r\n\xef\xbb\xbf\r\ntwo") == ["one", "two"]


def test_each_line_of_a_file_in_two_encodings_is_read_as_it_was_saved() -> None:
    assert lines("café\n".encode() + "café\n€ 5".encode("cp1252")) == ["café", "café", "€ 5"]


def test_three_dots_of_windows_are_no_line_end() -> None:
    assert lines(b"to be continued\x85 caf\xe9") == ["to be continued… café"]


def test_zeros_and_other_controls_are_spaces() -> None:
    assert lines(b"a\x00b\x07c\n\x00\n\x1a") == ["a b c"]


def test_a_torn_utf16_file_is_read_to_its_end() -> None:
    assert lines("eén\ntwee".encode("utf-16") + b"\x41") == ["eén", "twee\ufffd"]


def test_nothing_gives_no_lines() -> None:
    assert (
        lines(b"")
        == lines(b"\x00")
        == lines(b"\x00" * 9)
        == lines(b"\xef\xbb\xbf")
        == lines("\u200b \u00a0\n\t".encode())
        == []
    )


def test_signs_that_stand_for_no_text_are_spaces() -> None:
    assert lines("a\ufffeb\n\uffff\nc".encode()) == ["a b", "c"]


@given(st.binary())
def test_no_file_is_refused(data: bytes) -> None:
    for line in lines(data):
        line.encode()
        assert line.strip()
        assert "\x00" not in line


@given(st.lists(READABLE), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.sampled_from(["\n", "\r\n", "\r"]))
def test_all_lines_come_back(texts: list[str], encoding: str, end: str) -> None:
    assert lines(end.join(texts).encode(encoding)) == texts
