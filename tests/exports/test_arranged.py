"""What leaves a workshop whose facilitator arranged the stones: names, order, own questions and conclusions."""

import csv
import io
from dataclasses import replace

import pytest

from exports import tables
from exports.board_drawing import board_drawing
from exports.drawing import Group, Words, flat
from exports.overview_drawing import overview_drawing
from exports.path import path
from exports.report import report
from i18n import translator
from stepstones.content import content
from stepstones.programme import OwnQuestion, Step, StoneSettings
from stepstones.stones import STONES
from stepstones.workshop import Link, Note, Session
from tests.exports import sessions

METHOD, T = content("nl"), translator("en")
ASKED = OwnQuestion("own.q", "Wat mag het kosten?")
OWN = StoneSettings("own.price", name="Prijs", lead="Wat kost het?", questions=(ASKED,), conclusion="Eerst\nde kaart")
RENAMED = StoneSettings("teams", name="Ploegen")


def note(id: str, stone: str, text: str, question: str | None = None) -> Note:
    return Note(id, stone, question, text, "yellow", 0, 0, 0, None, 1)


@pytest.fixture
def arranged() -> Session:
    """Goals, a stone of one's own and teams, in this order; market was left out, but used."""
    empty = sessions.empty()
    steps = tuple(Step(stone, "stone", stone, 10) for stone in ("goals", "own.price", "teams"))
    notes = (
        note("a", "own.price", "Tien euro", "own.q"),
        note("b", "market", "Concurrentie"),
        note("c", "goals", "Doel"),
    )
    links = (Link("1", "a", "b", "", None, 1), Link("2", "a", "c", "", None, 1))
    shop = replace(empty.workshop, programme=steps)
    return replace(empty, workshop=shop, notes=notes, links=links, stones=(OWN, RENAMED))


def test_the_chapters_follow_the_programme(arranged: Session) -> None:
    found = report(arranged, METHOD, T, sessions.MOMENT)
    titles = [part.title for part in found.parts if part.title.startswith("Stone ")]
    market = METHOD.stone("market").name
    goals = METHOD.stone("goals").name
    assert titles == [f"Stone 1: {goals}", "Stone 2: Prijs", "Stone 3: Ploegen", f"Stone 4: {market}"]
    price = next(repr(part.blocks) for part in found.parts if part.title == "Stone 2: Prijs")
    told = ["Wat kost het?", "'Conclusion'", "'Eerst'", "'de kaart'", "Wat mag het kosten?", "Tien euro"]
    assert sorted(told, key=price.index) == told
    assert len(found.cover.finished) == 4


def test_the_spreadsheet_and_the_table_follow_it_too(arranged: Session) -> None:
    made = tables.spreadsheet(arranged, METHOD, T).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(made), delimiter=";"))
    market = METHOD.stone("market").name
    assert [row["Stone"] for row in rows][1:] == ["2. Prijs", f"4. {market}"]
    assert rows[1]["Question"] == "Wat mag het kosten?"
    assert list(tables.stones(arranged, METHOD, T)["Stone"])[2] == "3. Ploegen"


@pytest.mark.parametrize("count", [0, 1, 3, 4, 20])
def test_the_overview_has_a_panel_for_each_stone_however_many(arranged: Session, count: int) -> None:
    more = tuple(StoneSettings(f"own.{n}", name=f"Steen {n}") for n in range(count))
    steps = (*arranged.workshop.programme, *(Step(one.stone, "stone", one.stone, 5) for one in more))
    shop = replace(arranged.workshop, programme=steps)
    drawing = overview_drawing(replace(arranged, workshop=shop, stones=(*arranged.stones, *more)), METHOD, T)
    panels = [shape for shape in drawing.shapes if isinstance(shape, Group) and shape.stone]
    assert [panel.stone for panel in panels] == [*(step.stone for step in steps), "market", "parking"]
    assert panels[1].name == "2. Prijs, 1 note"


def test_a_board_is_drawn_under_its_own_name_also_where_it_was_left_out(arranged: Session) -> None:
    for stone, name in (
        ("own.price", "2. Prijs"),
        ("teams", "3. Ploegen"),
        ("legal", f"4. {METHOD.stone('legal').name}"),
    ):
        drawing = board_drawing(arranged, stone, METHOD, T)
        texts = [shape.text for shape in flat(drawing.shapes) if isinstance(shape, Words)]
        assert (drawing.name, texts[0]) == (name, name)


def test_the_cover_has_room_for_thirty_stones() -> None:
    pictures = {path((False,) * count) for count in (1, 3, 10, 14, 30)}
    assert len(pictures) == 5


def test_without_a_programme_the_ten_are_told_of() -> None:
    found = report(sessions.empty(), METHOD, T, sessions.MOMENT)
    assert len(found.cover.finished) == len(STONES)
