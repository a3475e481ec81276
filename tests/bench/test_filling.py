import json

from bench.filling import changes
from canvas.board.limits import COLOURS
from canvas.board.messages import parse


def test_a_board_is_filled_with_what_the_server_understands() -> None:
    for number, change in enumerate(changes("segment", 1000)):
        parse(json.dumps({"type": "change", "id": str(number), "do": change}))


def test_a_filled_board_has_so_many_notes_of_all_colours_and_sizes() -> None:
    added = [note for change in changes("segment", 450) if change["kind"] == "notes.add" for note in change["notes"]]
    assert len({note["note"] for note in added}) == len(added) == 450
    assert {note["colour"] for note in added} == set(COLOURS)
    assert {note["size"] for note in added} == {"small", "medium", "large"}
