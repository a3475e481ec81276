"""What is on the boards, in the report: clusters, colours, who said it, reactions, remarks, links, what was parked."""

from dataclasses import replace

from exports import archive
from exports.blocks import Bullets, Heading, Legend, NoteLine, Notes, Part, Sketch, Table, Text
from stepstones.content import content
from tests.exports import sessions
from tests.exports.test_report import headings, part, told

EXAMPLE = archive.read(archive.EXAMPLE.read_bytes())


def test_notes_of_a_cluster_stand_under_its_title_before_the_loose_ones() -> None:
    found = part(told(EXAMPLE), "Stone 5")
    asked = [question.text for question in content("nl").stone("channels").questions]
    assert headings(found) == [
        "Clusters", "Zo vaak horen we iemand", "Blinde vlek", asked[0], "Links",
        "User stories of this stone",
    ]  # fmt: skip
    counted = [len(block.notes) for block in found.blocks if isinstance(block, Notes)]
    assert counted == [4, 3, 4]


def test_no_note_of_the_example_is_lost() -> None:
    blocks = [block for p in told(EXAMPLE).parts for block in p.blocks]
    lines = sum(len(block.notes) for block in blocks if isinstance(block, Notes))
    assert lines + sum(isinstance(block, Sketch) for block in blocks) == len(EXAMPLE.notes)


def test_colours_that_are_used_have_their_meaning_in_front_of_the_notes() -> None:
    found = part(told(EXAMPLE), "Stone 5")
    place = next(number for number, block in enumerate(found.blocks) if isinstance(block, Legend))
    assert found.blocks[place] == Legend(
        (("yellow", "Zo is het nu"), ("pink", "Pijnpunt"), ("blue", "Cijfer"), ("green", "Idee"))
    )
    assert isinstance(found.blocks[place + 1], Heading)
    assert not [block for p in told(sessions.full()).parts for block in p.blocks if isinstance(block, Legend)]


def lines(found: Part) -> dict[str, NoteLine]:
    return {line.text: line for block in found.blocks if isinstance(block, Notes) for line in block.notes}


def test_who_said_it_stands_for_who_wrote_it_down() -> None:
    line = lines(part(told(EXAMPLE), "Stone 2"))["Vrienden: achter het doek kijken en de makers spreken"]
    assert line.author == "Greet, vriend sinds 2011"


def test_reactions_are_counted_and_remarks_stand_below_their_note() -> None:
    line = lines(part(told(EXAMPLE), "Stone 5"))["Eén inbox voor alle vragen, met een naam erbij"]
    assert line.beside == "6 reactions"
    assert [remark.partition(":")[0] for remark in line.below] == ["Tom, techniek", "Els, vrijwilligers"]


def test_links_stand_at_the_stone_where_they_begin() -> None:
    found = part(told(EXAMPLE), "Stone 5")
    items = next(block.items for block in found.blocks if isinstance(block, Bullets))
    assert [item.partition(" →")[0].partition("\t")[2] for item in items] == [
        "blijft liggen bij", "komt door", "opgelost met",
    ]  # fmt: skip
    assert items[0].endswith("(6. Teams)")
    assert not items[2].endswith(")")


def test_links_between_stones_have_a_chapter_in_the_order_of_the_path() -> None:
    found = part(told(EXAMPLE), "Connected stones")
    table = next(block for block in found.blocks if isinstance(block, Table))
    starts = [row[0].partition("\n")[0] for row in table.rows]
    assert len(starts) == 10
    assert starts[:2] == ["1. Segment", "3. Content"]
    assert starts[-1] == "Parking lot"
    assert not [p for p in told(sessions.full()).parts if p.title == "Connected stones"]


def test_what_was_parked_is_a_chapter_after_the_stories_if_anything_was() -> None:
    titles = [p.title for p in told(EXAMPLE).parts]
    assert titles.index("Parking lot") == titles.index("All user stories") + 1
    assert len(lines(part(told(EXAMPLE), "Parking lot"))) == 2
    assert "Parking lot" not in [p.title for p in told(sessions.full()).parts]


def test_a_photograph_is_told_by_what_is_on_it() -> None:
    session = sessions.full()
    session = replace(session, notes=tuple(replace(note, sketch=False) for note in session.notes))
    found = part(told(session), "Stone 1")
    assert found.blocks[0] == Text("Finished · 8 notes · 1 picture · 1 user story", "state")
    picture = next(block for block in found.blocks if isinstance(block, Sketch))
    assert picture.alt == "Picture: De kassa en de bezoeker"
    figures = next(b for b in part(told(session), "Summary").blocks if isinstance(b, Table) and b.large)
    assert figures.columns[2].title == "Sketches and pictures"
