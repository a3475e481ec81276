"""Backdrops lie on the paper whole, whatever its size, and are told from what somebody drew."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.backdrops import EMPTY, Paper, backdrop, own

LABELS = {
    "journey": ("Ontdekken", "Overwegen", "Kiezen", "Gebruiken", "Terugkomen"),
    "funnel": ("Kent ons", "Heeft interesse", "Doet mee", "Beveelt ons aan"),
    "organisation": ("Leiding", "Afdeling", "Team"),
}
LAPTOP, PHONE = Paper(696, 352), Paper(696, 694, scale=310 / 696)
PAPERS = st.builds(Paper, st.integers(600, 1_600), st.integers(300, 1_600), st.floats(0.35, 1))


def corners(thing: dict[str, Any]) -> list[tuple[float, float]]:
    """The outermost places of an object; of a text as long as it is about."""
    if thing["type"] == "Polygon":
        return [(thing["left"] + point["x"], thing["top"] + point["y"]) for point in thing["points"]]
    if thing["type"] == "Path":
        return [(step[1], step[2]) for step in thing["path"] if len(step) == 3]
    half, size = len(thing["text"]) * thing["fontSize"] * 0.29, thing["fontSize"] / 2
    return [(thing["left"] + x * half, thing["top"] + y * size) for x in (-1, 1) for y in (-1, 1)]


@given(st.sampled_from(list(LABELS)), PAPERS)
def test_everything_lies_on_the_paper(name: str, paper: Paper) -> None:
    for thing in backdrop(name, paper, LABELS[name]):
        assert all(0 <= x <= paper.width and 0 <= y <= paper.height for x, y in corners(thing)), thing


@pytest.mark.parametrize("name", LABELS)
@pytest.mark.parametrize("paper", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_every_label_stands_on_it_large_enough_to_read(name: str, paper: Paper) -> None:
    texts = [thing for thing in backdrop(name, paper, LABELS[name]) if thing["type"] == "IText"]
    assert {thing["text"] for thing in texts} == set(LABELS[name])
    assert min(thing["fontSize"] for thing in texts) * paper.scale >= 10


def test_the_empty_one_is_empty() -> None:
    assert backdrop(EMPTY, LAPTOP, ()) == []


def test_a_journey_goes_from_left_to_right_and_on_a_phone_downwards() -> None:
    def steps(paper: Paper) -> list[tuple[float, float]]:
        things = backdrop("journey", paper, LABELS["journey"])
        return [(thing["left"], thing["top"]) for thing in things if thing["type"] == "IText"]

    wide, narrow = steps(LAPTOP), steps(PHONE)
    assert wide == sorted(wide)
    assert len({top for _, top in wide}) == 1
    assert [top for _, top in narrow] == sorted(top for _, top in narrow)
    assert len({left for left, _ in narrow}) == 1


def test_a_funnel_narrows() -> None:
    widths = [thing["width"] for thing in backdrop("funnel", LAPTOP, LABELS["funnel"]) if thing["type"] == "Polygon"]
    assert widths == sorted(widths, reverse=True)
    assert len(set(widths)) == 4


@pytest.mark.parametrize("name", LABELS)
def test_a_backdrop_alone_is_nothing_that_somebody_drew(name: str) -> None:
    behind = backdrop(name, PHONE, LABELS[name])
    # The surface adds values of its own, and knows no more than four digits.
    seen = [{**thing, "version": "7.4.0", "left": round(thing["left"], 4), "opacity": 1} for thing in behind]
    stroke = {"type": "Path", "left": 12.5, "top": 40, "stroke": "#1F2D36", "path": [["M", 1, 1]]}
    assert own(seen, behind) == []
    assert own([*seen[1:], stroke], behind) == [stroke]


def test_a_text_without_signs_is_nothing() -> None:
    text = {"type": "IText", "text": "", "left": 3, "top": 3}
    assert own([text], []) == []
    assert own([{**text, "text": "x"}], []) == [{**text, "text": "x"}]


def test_a_backdrop_can_be_kept_as_strokes() -> None:
    behind = backdrop("organisation", LAPTOP, LABELS["organisation"])
    assert json.loads(json.dumps(behind)) == behind
