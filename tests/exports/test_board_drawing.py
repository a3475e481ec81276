"""A board as a drawing: what lies on it, where, and in which order."""

from dataclasses import replace

from exports import archive
from exports.board_drawing import board_drawing
from exports.drawing import Box, Drawing, Group, Line, Photo, Words, flat
from i18n import translator
from stepstones.content import content
from stepstones.workshop import Cluster, Link, Note, Reaction, Session
from tests.exports import sessions

EXAMPLE = archive.read(archive.EXAMPLE.read_bytes())


def drawn(session: Session, stone: str = "teams", chosen: frozenset[str] | None = None) -> Drawing:
    return board_drawing(session, stone, content("nl"), translator("en"), chosen)


def note(id: str, x: int = 0, y: int = 0, **more: object) -> Note:
    values = {"colour": "yellow", "z": 1, "author": "p0", "created": 1, "question": None, "stone": "teams"} | more
    return Note(id=id, text=f"Briefje {id}", x=x, y=y, **values)  # type: ignore[arg-type]


def with_notes(*notes: Note, **more: object) -> Session:
    return replace(sessions.full(), notes=notes, pictures={}, **more)  # type: ignore[arg-type]


def words(drawing: Drawing) -> list[str]:
    return [shape.text for shape in flat(drawing.shapes) if isinstance(shape, Words)]


def boxes(drawing: Drawing) -> list[Box]:
    return [shape for shape in flat(drawing.shapes) if isinstance(shape, Box)]


def test_a_board_has_its_name_and_its_notes_with_who_said_them() -> None:
    session = with_notes(note("a"), note("b", 220, behalf="Greet"), note("c", stone="goals"))
    said = words(drawn(session))
    assert said == ["6. Teams", "De vaste bezoeker in beeld", "Briefje a", "Anna", "Briefje b", "Greet"]


def test_chosen_notes_stand_alone_without_a_heading() -> None:
    drawing = drawn(with_notes(note("a"), note("b", 220)), chosen=frozenset({"b", "gone"}))
    assert words(drawing) == ["Briefje b", "Anna"]
    assert (drawing.x, drawing.y, drawing.width, drawing.height) == (180, -40, 280, 210)


def test_everything_lies_on_the_sheet() -> None:
    for stone in ("systems", "channels", "market", "parking", "journey"):
        drawing = drawn(EXAMPLE, stone)
        right, bottom = drawing.x + drawing.width, drawing.y + drawing.height
        for shape in flat(drawing.shapes):
            if isinstance(shape, Box | Photo):
                assert drawing.x <= shape.x
                assert shape.x + shape.width <= right
                assert drawing.y <= shape.y
                assert shape.y + shape.height <= bottom
            elif isinstance(shape, Line):
                assert all(drawing.x <= x <= right and drawing.y <= y <= bottom for x, y in shape.points)


def test_of_two_notes_over_each_other_the_higher_is_drawn_last() -> None:
    groups = [
        shape.note for shape in drawn(with_notes(note("a", z=5), note("b", z=2))).shapes if isinstance(shape, Group)
    ]
    assert groups == ["b", "a"]


def test_a_note_of_each_size_is_as_large_as_on_screen() -> None:
    for size, expected in (("small", (140, 91)), ("medium", (200, 130)), ("large", (300, 195))):
        drawing = drawn(with_notes(note("a", size=size)))
        assert expected in {(box.width, box.height) for box in boxes(drawing)}


def test_a_cluster_has_a_frame_with_its_title_and_a_folded_one_hides_its_notes() -> None:
    cluster = Cluster("c", "teams", "Wie pakt het op?", False, None, 1)
    members = note("a", cluster="c"), note("b", 220, cluster="c")
    open_ = drawn(with_notes(*members, clusters=(cluster,)))
    assert (-16, -44, 452, 190) in {(box.x, box.y, box.width, box.height) for box in boxes(open_)}
    assert {"Wie pakt het op?", "2", "Briefje a", "Briefje b"} <= set(words(open_))
    folded = words(drawn(with_notes(*members, clusters=(replace(cluster, collapsed=True),))))
    assert {"Wie pakt het op?", "2"} <= set(folded)
    assert not {"Briefje a", "Briefje b"} & set(folded)


def test_a_cluster_without_notes_is_not_drawn() -> None:
    cluster = Cluster("c", "teams", "Leeg", False, None, 1)
    assert "Leeg" not in words(drawn(with_notes(note("a"), clusters=(cluster,))))


def test_a_link_is_an_arrow_with_its_word_and_one_to_another_stone_is_named() -> None:
    links = Link("l", "a", "b", "leidt tot", None, 1), Link("m", "c", "a", "komt door", None, 1)
    session = with_notes(note("a"), note("b", 600), note("c", stone="goals"), links=links)
    drawing = drawn(session)
    assert {"leidt tot", "10. Doelen: komt door"} <= set(words(drawing))
    assert ((204, 65), (596, 65)) in [shape.points for shape in flat(drawing.shapes) if isinstance(shape, Line)]
    assert "leidt tot" not in words(drawn(session, chosen=frozenset({"a"})))


def test_a_link_to_a_note_that_is_gone_is_not_drawn() -> None:
    link = Link("l", "a", "gone", "leidt tot", None, 1)
    assert "leidt tot" not in words(drawn(with_notes(note("a"), links=(link,))))


def test_signs_are_counted_at_their_note() -> None:
    given = tuple(Reaction("a", f"p{number}", "heart") for number in range(3))
    assert "3" in words(drawn(with_notes(note("a"), reactions=given)))


def test_colours_that_are_used_have_their_meaning_below() -> None:
    session = with_notes(note("a"), note("b", 220, colour="pink"))
    shop = replace(session.workshop, legend={"yellow": "Zo is het", "blue": "Cijfer"})
    assert words(drawn(replace(session, workshop=shop)))[-1] == "Zo is het"


def test_a_sketch_shows_its_drawing_and_its_title() -> None:
    session = sessions.full()
    drawing = drawn(session, "segment")
    assert len([shape for shape in flat(drawing.shapes) if isinstance(shape, Photo)]) == 1
    assert "De kassa en de bezoeker" in words(drawing)
    named = {shape.name for shape in drawing.shapes if isinstance(shape, Group)}
    assert "Sketch: De kassa en de bezoeker, by Chantal de Wit" in named


def test_an_empty_board_says_so() -> None:
    assert words(drawn(sessions.empty()))[-1] == "There are no notes here yet."


def test_notes_at_the_ends_of_the_board_make_a_large_sheet_and_no_fault() -> None:
    drawing = drawn(with_notes(note("a", -100_000, -100_000), note("b", 100_000, 100_000)))
    assert drawing.width > 200_000
