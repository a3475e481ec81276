from hypothesis import given
from hypothesis import strategies as st

from canvas.board.places import SIZES
from exports.fitting import STEPS, fitted
from exports.typeface import width


def test_a_short_text_stands_in_the_largest_type_and_a_longer_one_in_smaller() -> None:
    assert (fitted("Balie", "medium").size, fitted("Balie", "large").size) == (18, 26)
    assert fitted("Schoolgroepen mailen met vier collega’s tegelijk; wie antwoordt, weet niet", "medium").size == 15


def test_what_does_not_fit_is_cut_at_the_smallest_type() -> None:
    found = fitted("kassa en telefoon " * 100, "small")
    assert (found.size, len(found.lines)) == (11, 4)
    assert found.lines[-1].endswith("…")


@given(st.text(max_size=300), st.sampled_from(list(SIZES)))
def test_no_text_leaves_its_note(text: str, size: str) -> None:
    found, room = fitted(text, size), STEPS[size][0]
    assert all(width(line, found.size) <= room for line in found.lines)
    assert len(found.lines) * found.height < SIZES[size][1] - 18
