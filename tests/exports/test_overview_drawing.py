"""All stones in one drawing: what matters most on each, and the links between them."""

from dataclasses import replace

from exports import archive
from exports.drawing import Drawing, Group, Words, flat
from exports.note_drawing import said
from exports.overview_drawing import across, items, overview_drawing
from i18n import translator
from stepstones.content import content
from stepstones.stones import BOARDS
from stepstones.workshop import Cluster, Comment, Link, Reaction, Session
from tests.exports import sessions
from tests.exports.test_board_drawing import note, with_notes, words

EXAMPLE = archive.read(archive.EXAMPLE.read_bytes())


def drawn(session: Session) -> Drawing:
    return overview_drawing(session, content("nl"), translator("en"))


def panels(drawing: Drawing) -> dict[str, Group]:
    return {shape.stone: shape for shape in drawing.shapes if isinstance(shape, Group) and shape.stone}


def shown(session: Session, stone: str = "teams") -> list[str]:
    return [item.thing.id for item in items(stone, session, said(session))]


def test_there_are_ten_stones_and_the_parking_lot_each_with_its_name_and_count() -> None:
    found = panels(drawn(EXAMPLE))
    assert tuple(found) == BOARDS
    assert found["segment"].name == "1. Segment, 13 notes, Finished"
    assert found["parking"].name == "Parking lot, 2 notes"
    texts = [shape.text for shape in flat(found["segment"].shapes) if isinstance(shape, Words)]
    assert texts[:2] == ["1. Segment", "13 notes"]
    assert texts[-1] == "and 8 more notes"


def test_panels_stand_in_two_rows_of_five_in_the_order_of_the_path() -> None:
    found = panels(drawn(EXAMPLE))
    corners = [(box.y, box.x) for box in (next(iter(group.shapes)) for group in found.values())]  # type: ignore[union-attr]
    assert corners == sorted(corners)
    assert len({y for y, _ in corners}) == 3


def test_most_reactions_come_first_then_comments_then_what_is_in_a_cluster_then_the_newest() -> None:
    notes = [note(id, created=number) for number, id in enumerate(("old", "new", "commented", "liked", "gathered"))]
    notes[4] = replace(notes[4], cluster="c", created=0)
    session = with_notes(
        *notes,
        reactions=(Reaction("liked", "p0", "heart"),),
        comments=(Comment("k", "commented", "Mooi", None, 1),),
        clusters=(Cluster("c", "teams", "Samen", False, None, 1),),
    )
    assert shown(session) == ["c", "liked", "commented", "gathered", "new", "old"]


def test_of_many_there_are_six_at_most_three_of_them_clusters_the_largest_first() -> None:
    notes = [note(f"{cluster}{number}", cluster=cluster) for cluster in "abcd" for number in range(ord(cluster) - 95)]
    clusters = tuple(Cluster(id, "teams", id, False, None, 1) for id in "abcd")
    found = shown(with_notes(*notes, clusters=clusters))
    assert found[:3] == ["d", "c", "b"]
    assert len(found) == 6


def test_links_between_two_stones_are_one_arrow_with_their_word_and_number() -> None:
    notes = (note("a"), note("b", stone="goals"), note("c", stone="goals"), note("d", stone="legal"))
    links = (
        Link("1", "a", "b", "leidt tot", None, 1), Link("2", "a", "c", "leidt tot", None, 1),
        Link("3", "b", "a", "", None, 1), Link("4", "a", "d", "x", None, 1), Link("5", "d", "b", "y", None, 1),
        Link("6", "d", "c", "z", None, 1), Link("7", "b", "c", "hier", None, 1), Link("8", "a", "gone", "weg", None, 1),
    )  # fmt: skip
    session = with_notes(*notes, links=links)
    told = {(link.start, link.end): link.word for link in across(session, BOARDS, translator("en"))}
    assert told == {
        ("teams", "goals"): "leidt tot × 2",
        ("goals", "teams"): "",
        ("teams", "legal"): "x",
        ("legal", "goals"): "2 links",
    }
    assert {"leidt tot × 2", "x", "2 links"} <= set(words(drawn(session)))


def test_an_empty_workshop_has_empty_panels() -> None:
    assert words(drawn(sessions.empty())).count("There are no notes here yet.") == 11
