"""What a board has room for, as the ledger sees it."""

from itertools import combinations, cycle, islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, update

from canvas.board import limits
from canvas.board.bonds import ClusterAdd
from canvas.board.notes import NewNote, NoteAdd, NoteEdit, NoteRestore, NotesAdd, NotesDelete
from canvas.board.places import PLACES, Taken, overlap
from storage.effects import space
from storage.tables import notes, stones
from tests.storage.effects.test_notes import fill
from tests.storage.sample import NOW, Sample, fresh_id

sizes = st.sampled_from(limits.SIZES)


def lying(shop: Sample, stone: str = "teams") -> list[tuple[int, int, str]]:
    return sorted((note.x, note.y, note.size) for note in shop.session().notes if note.stone == stone)


def test_a_large_note_covers_more_places_than_one(shop: Sample) -> None:
    for size in ("large", "medium", "small"):
        shop.note(shop.lead, size=size)
    assert lying(shop) == [(0, 0, "large"), (440, 0, "medium"), (660, 0, "small")]


def test_a_large_note_goes_where_all_of_it_is_free(shop: Sample) -> None:
    shop.note(shop.lead, x=220, y=140)
    shop.note(shop.lead, size="large")
    shop.note(shop.lead)
    assert lying(shop) == [(220, 140, "medium"), (440, 0, "large"), (880, 0, "medium")]


def test_a_note_that_was_made_large_later_covers_more_too(shop: Sample) -> None:
    shop.do(shop.lead, NoteEdit(note=shop.note(shop.lead), size="large"))
    shop.note(shop.lead)
    assert lying(shop) == [(0, 0, "large"), (440, 0, "medium")]


@given(st.lists(st.lists(sizes, min_size=1, max_size=12), min_size=1, max_size=6))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_alone_or_together_no_new_note_lies_over_another(shop: Sample, batches: list[list[str]]) -> None:
    shop.do(shop.lead, NotesDelete(notes=[shop.note(shop.lead), *(note.id for note in shop.session().notes)][-200:]))
    for batch in batches:
        if len(batch) == 1:
            shop.note(shop.lead, size=batch[0])
        else:
            new = [NewNote(note=fresh_id(), text="x", size=size) for size in batch]  # type: ignore[arg-type]
            shop.do(shop.lead, NotesAdd(stone="teams", notes=new))
    assert [pair for pair in combinations(lying(shop), 2) if overlap(*pair)] == []


def test_a_board_that_is_full_of_notes_in_the_way_is_read_once(shop: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    same = {"workshop": shop.id, "stone": "teams", "text": "x", "colour": "yellow", "width": 0, "height": 0, "z": 0}
    in_the_way = [(column * 150, row * 100) for column in range(60) for row in range(40)]
    rows = [{**same, "id": f"w{i}", "x": x, "y": y, "created": NOW} for i, (x, y) in enumerate(in_the_way)]
    shop.ledger.write(lambda connection: connection.execute(insert(notes), rows))
    asked = {"_near": 0, "_lying": 0}
    for name in asked:
        monkeypatch.setattr(space, name, counted(asked, name))
    note = shop.look(shop.note(shop.lead, size="large"))
    assert not any(overlap((note.x, note.y, "large"), (x, y, "medium")) for x, y in in_the_way)
    assert asked == {"_near": space.PROBES, "_lying": 1}


def counted(asked: dict[str, int], name: str) -> object:
    statement = getattr(space, name)

    def run(*args: object, **values: object) -> object:
        asked[name] += 1
        return statement(*args, **values)

    return run


def test_who_adds_and_deletes_for_ever_stays_on_the_board(shop: Sample) -> None:
    first = shop.note(shop.lead)
    shop.ledger.write(lambda connection: connection.execute(update(stones).values(placed=2_000_000)))
    shop.note(shop.lead)
    assert [(note.x, note.y) for note in shop.session().notes] == [(0, 0), (220, 0)]
    shop.do(shop.lead, NotesDelete(notes=[first]))
    assert shop.look(shop.note(shop.lead)).x == 440


@pytest.mark.parametrize("passed", [0, 20_000, PLACES, PLACES + 1])
def test_on_a_board_that_is_covered_the_last_notes_still_lie_free_and_inside(shop: Sample, passed: int) -> None:
    in_the_way = [(220 + column * 660, 150 + row * 450, "large") for column in range(56) for row in range(50)]
    same = {"workshop": shop.id, "stone": "teams", "text": "x", "colour": "yellow", "width": 0, "height": 0, "z": 0}
    rows = [
        {**same, "id": f"w{i}", "x": x, "y": y, "size": s, "created": NOW} for i, (x, y, s) in enumerate(in_the_way)
    ]
    shop.ledger.write(lambda connection: connection.execute(insert(notes), rows))
    shop.note(shop.lead, size="large", x=-400, y=0)
    shop.ledger.write(lambda connection: connection.execute(update(stones).values(placed=passed)))
    new = [NewNote(note=f"n{number}", text="x", size="large") for number in range(198)]
    shop.do(shop.lead, NotesAdd(stone="teams", notes=new))
    shop.note(shop.lead, size="large")
    ground = Taken(in_the_way)
    for x, y, size in set(lying(shop)) - set(in_the_way):
        assert max(x, y) <= limits.COORDINATE
        assert not ground.is_taken(x, y, size)
        ground.lay(x, y, size)
    assert shop.refused(shop.lead, NoteAdd(note="n", stone="teams", text="x")) == "stone_full"


@pytest.mark.parametrize("cluster", ["k2", "none"])
def test_a_note_is_in_a_cluster_of_its_own_board(shop: Sample, cluster: str) -> None:
    for stone, id in (("teams", "k1"), ("goals", "k2")):
        pair = [shop.note(shop.lead, stone=stone) for _ in range(2)]
        shop.do(shop.lead, ClusterAdd(cluster=id, stone=stone, title="Samen", notes=pair))
    note = shop.note(shop.lead, cluster="k1")
    assert shop.look(note).cluster == "k1"
    assert shop.refused(shop.lead, NoteAdd(note="n", stone="teams", text="x", cluster=cluster)) == "cluster_gone"
    assert shop.refused(shop.lead, NoteEdit(note=note, cluster=cluster)) == "cluster_gone"
    assert shop.refused(shop.lead, NoteEdit(note=note, stone="goals", cluster="k1")) == "cluster_gone"
    shop.do(shop.lead, NoteEdit(note=note, stone="goals", cluster="k2"))
    shop.do(shop.lead, NoteEdit(note=note, cluster=None))
    assert (shop.look(note).stone, shop.look(note).cluster) == ("goals", None)


def test_notes_of_all_sizes_pasted_together_fill_the_block_in_their_order(shop: Sample) -> None:
    new = [
        NewNote(note=f"n{i:02}", text="x", size=size)  # type: ignore[arg-type]
        for i, size in enumerate(islice(cycle(limits.SIZES), 30))
    ]
    shop.do(shop.lead, NotesAdd(stone="teams", notes=new))
    assert [note.id for note in shop.session().notes] == [each.note for each in new]
    assert len(set(lying(shop))) == len(new)


def test_the_trash_is_not_without_end(shop: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "NOTES_PER_WORKSHOP", 2)
    fill(shop, "goals", 2 * space.WITH_TRASH - 1, deleted=NOW)
    shop.note(shop.lead)
    assert shop.refused(shop.lead, NoteAdd(note="n", stone="teams", text="x")) == "trash_full"
    assert shop.refused(shop.lead, NotesAdd("teams", [NewNote("n", "x")])) == "trash_full"
    shop.do(shop.lead, NoteRestore(note="goals0"))
