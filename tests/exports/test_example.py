import io
import json
from collections import Counter
from itertools import combinations

import pytest
from PIL import Image

from canvas.board.limits import COLOURS, SIGNS
from exports import archive
from scripts import example, pen
from scripts.ink import picture
from stepstones.content import content
from stepstones.maturity import QUESTIONS, assess
from stepstones.stones import BOARDS, PARKING, STONES
from stepstones.workshop import RELATIONS, Note, Session

KINDS = {
    "Path": {"path", "left", "top", "width", "height", "originX", "originY"},
    "Rect": {"left", "top", "width", "height", "originX", "originY", "fill"},
    "Line": {"x1", "y1", "x2", "y2", "left", "top", "width", "height", "originX", "originY"},
}
NUMBERS = {"M": 2, "Q": 4, "L": 2}
NOTE_WIDTH, NOTE_HEIGHT = 200, 130
SKETCHES = ("persona", "journey", "funnel", "systems")


@pytest.fixture(scope="module")
def data() -> bytes:
    return archive.EXAMPLE.read_bytes()


@pytest.fixture(scope="module")
def session(data: bytes) -> Session:
    return archive.read(data)


@pytest.fixture(scope="module")
def made() -> Session:
    return example.session()


def test_the_file_is_small_enough_to_travel_with_the_product(data: bytes) -> None:
    assert len(data) < 400_000


def test_it_has_the_promised_amounts(session: Session) -> None:
    assert len(session.notes) >= 80
    assert len(session.stories) >= 25
    assert len(session.pictures) == len([note for note in session.notes if note.picture]) == 4
    assert 8 <= len(session.people) <= 10


def test_every_stone_has_notes_and_stories(session: Session) -> None:
    assert {note.stone for note in session.notes} == set(BOARDS)
    assert {story.stone for story in session.stories} - {None} == set(STONES)


def test_every_question_has_a_note_and_some_notes_have_no_question(session: Session) -> None:
    answered = {note.question for note in session.notes}
    assert answered == {question.id for stone in content("nl").stones for question in stone.questions} | {None}


def test_one_person_leads_and_everybody_but_the_leader_wrote(session: Session) -> None:
    assert Counter(person.role for person in session.people)["facilitator"] == 1
    writers = {note.author for note in session.notes}
    assert writers == {person.id for person in session.people if person.role == "participant"}


def test_all_ten_statements_have_a_score_and_a_remark_and_the_level_is_the_second(session: Session) -> None:
    assert [score.question for score in session.scores] == list(QUESTIONS)
    assert all(score.remark for score in session.scores)
    outcome = assess({score.question: score.score for score in session.scores}, RELATIONS)
    assert outcome.level == 2
    assert len({score.score for score in session.scores}) >= 4


def test_the_room_stands_at_the_channels_with_four_stones_done(session: Session) -> None:
    assert (session.workshop.stone, session.workshop.question) == ("channels", "channels.ways")
    assert session.finished == set(STONES[:4])
    assert session.workshop.relations == set(RELATIONS)


def test_stories_that_come_from_a_note_point_to_one_of_their_own_stone(session: Session) -> None:
    stones = {note.id: note.stone for note in session.notes}
    linked = [story for story in session.stories if story.note]
    assert len(linked) >= 10
    assert all(story.note and stones[story.note] == story.stone for story in linked)


def test_a_pasted_line_that_is_no_story_is_there_as_well(session: Session) -> None:
    assert [story.want for story in session.stories if not story.role] == ["Koppeling met de agenda van de gemeente"]


@pytest.mark.parametrize("stone", STONES)
def test_no_note_lies_on_another(session: Session, stone: str) -> None:
    notes = [note for note in session.notes if note.stone == stone]
    assert not [pair for pair in combinations(notes, 2) if _overlap(*pair)]


def _overlap(one: Note, other: Note) -> bool:
    return abs(one.x - other.x) < NOTE_WIDTH and abs(one.y - other.y) < NOTE_HEIGHT


@pytest.mark.parametrize("stone", STONES)
def test_a_board_has_the_shape_of_a_screen(session: Session, stone: str) -> None:
    notes = [note for note in session.notes if note.stone == stone]
    assert max(note.x for note in notes) < 5 * 244
    assert max(note.y for note in notes) < 3 * 150


def test_notes_are_short_and_use_the_colours_of_the_board(session: Session) -> None:
    assert max(len(note.text) for note in session.notes) <= 80
    assert {note.colour for note in session.notes} <= set(COLOURS)


def test_the_board_is_shown_off(session: Session) -> None:
    stone_of = {note.id: note.stone for note in session.notes}
    across = [link for link in session.links if stone_of[link.start] != stone_of[link.end]]
    assert len(session.clusters) >= 8
    assert len([cluster for cluster in session.clusters if cluster.collapsed]) == 1
    assert len(across) >= 6
    assert len(session.links) - len(across) >= 2
    assert len([note for note in session.notes if note.stone == PARKING]) == 2
    assert {reaction.sign for reaction in session.reactions} == set(SIGNS)
    assert session.workshop.legend.keys() == {"yellow", "blue", "pink", "green", "orange"}
    assert session.comments
    assert [note for note in session.notes if note.behalf]


@pytest.mark.parametrize("stone", STONES)
def test_boxes_around_clusters_hold_no_other_note_and_do_not_touch(session: Session, stone: str) -> None:
    notes = [note for note in session.notes if note.stone == stone]
    boxes = {c.id: _box(c.id, notes) for c in session.clusters if c.stone == stone}
    for id, (left, top, right, bottom) in boxes.items():
        for note in notes:
            apart = note.x >= right or note.x + 200 <= left or note.y >= bottom or note.y + 130 <= top
            assert apart or note.cluster == id
    assert not [pair for pair in combinations(boxes.values(), 2) if pair[0][2] > pair[1][0] and pair[1][2] > pair[0][0]]


def _box(cluster: str, notes: list[Note]) -> tuple[int, int, int, int]:
    """The notes with 24 pixels of air, beside the title that stands above."""
    inside = [note for note in notes if note.cluster == cluster]
    left, top = min(note.x for note in inside), min(note.y for note in inside)
    return left - 24, top - 24, max(note.x for note in inside) + 224, max(note.y for note in inside) + 154


def test_everything_happens_in_one_afternoon_in_order(session: Session) -> None:
    start = session.workshop.created
    moments = [note.created for note in session.notes]
    assert moments == sorted(moments)
    moments += [story.created for story in session.stories]
    assert all(0 < moment - start < 5 * 3_600_000 for moment in moments)


@pytest.mark.parametrize("name", SKETCHES)
def test_a_sketch_holds_objects_that_the_editor_opens(session: Session, name: str) -> None:
    drawing = json.loads(session.pictures[name].strokes)
    assert set(drawing) == {"version", "objects", "background"}
    for thing in drawing["objects"]:
        assert thing.keys() >= KINDS[thing["type"]] | {"version", "stroke", "strokeWidth"}
        assert -1 <= thing["left"] <= pen.WIDTH
        assert -1 <= thing["top"] <= pen.HEIGHT


@pytest.mark.parametrize("name", SKETCHES)
def test_a_stroke_moves_the_pen_first_and_then_only_curves_and_lines(session: Session, name: str) -> None:
    paths = [thing["path"] for thing in json.loads(session.pictures[name].strokes)["objects"] if "path" in thing]
    assert len(paths) > 20
    for path in paths:
        assert path[0][0] == "M"
        assert all(len(numbers) == NUMBERS[command] for command, *numbers in path)


@pytest.mark.parametrize("name", SKETCHES)
def test_a_sketch_shows_what_its_strokes_draw(session: Session, name: str) -> None:
    kept = session.pictures[name]
    assert len(kept.image) < 40_000
    assert _pixels(kept.image) == _pixels(picture(kept.strokes))
    assert _pixels(kept.image)[0] == (kept.width, kept.height) == (pen.WIDTH, pen.HEIGHT)


def _pixels(png: bytes) -> tuple[tuple[int, int], bytes]:
    """What is seen: two machines may pack the same picture in other bytes."""
    with Image.open(io.BytesIO(png)) as image:
        return image.size, image.convert("RGB").tobytes()


def test_the_file_is_what_the_script_makes(session: Session, made: Session) -> None:
    for name in (
        "workshop",
        "finished",
        "people",
        "notes",
        "stories",
        "scores",
        "clusters",
        "links",
        "reactions",
        "comments",
    ):
        assert getattr(session, name) == getattr(made, name), f"{name}: run python scripts/example.py"
    assert {key: kept.strokes for key, kept in session.pictures.items()} == {
        key: drawn.strokes for key, drawn in made.pictures.items()
    }


def test_the_script_makes_the_same_bytes_every_time(made: Session) -> None:
    assert archive.write(made) == archive.write(example.session())


def test_it_can_be_led_as_a_rehearsal(session: Session) -> None:
    assert session.workshop.begun is None
    assert [step.stone for step in session.workshop.programme if step.stone] == list(STONES)
    assert {one.stone for one in session.stones if one.conclusion} == session.finished
    assert {script.step for script in session.scripts} <= {step.step for step in session.workshop.programme}
    assert len({person.group for person in session.people}) == len(session.groups) + 1
    assert [vote.closed is not None for vote in session.votes] == [True]
    assert session.votes[0].voters == len({dots.person for dots in session.dots})
    assert {action.status for action in session.actions} == {"open", "doing"}
    assert len([person for person in session.people if person.word]) == 4
