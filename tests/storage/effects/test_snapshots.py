"""Snapshots: the board of a finished stone, which can be restored."""

from typing import Any

import msgspec
import pytest
from sqlalchemy import insert, select

from canvas.board import limits
from canvas.board.bonds import ClusterAdd, ClusterDelete, ClusterEdit, LinkAdd, LinkDelete, SnapshotRestore
from canvas.board.leading import StoneEdit, StoneFinish
from canvas.board.notes import NoteDelete, NoteEdit, NotesDelete, SketchSave
from storage.boards import Board, read
from storage.tables import clusters, links, notes, pictures, snapshots
from tests.storage.effects.test_notes import fill
from tests.storage.sample import NOW, Sample, drawing


def finish(shop: Sample, stone: str = "teams") -> str:
    """The id of the snapshot that is taken when a stone is finished."""
    shop.do(shop.lead, StoneFinish(stone=stone, finished=False))
    made = shop.do(shop.lead, StoneFinish(stone=stone, finished=True))
    assert made.record
    return str(msgspec.json.decode(made.record)["snapshot"])


def restore(shop: Sample, snapshot: str) -> dict[str, Any]:
    """The record of a restored snapshot."""
    made = shop.do(shop.lead, SnapshotRestore(snapshot=snapshot))
    assert made.record
    return dict(msgspec.json.decode(made.record))


def kept(shop: Sample) -> dict[str, Board]:
    """The boards of all snapshots, in order."""
    with shop.ledger.database.reading() as connection:
        rows = connection.execute(select(snapshots).where(snapshots.c.workshop == shop.id).order_by(snapshots.c.seq))
        return {row.id: read(row.board) for row in rows}


def test_a_finished_stone_is_kept_with_its_notes_clusters_and_links(shop: Sample) -> None:
    here, there, far, gone = (shop.note(shop.lead, stone=s) for s in ("teams", "teams", "goals", "teams"))
    shop.do(shop.lead, ClusterAdd("c1", "teams", "Samen", [here, there]))
    shop.do(shop.lead, LinkAdd(link="l1", start=far, end=here))
    shop.do(shop.lead, NoteDelete(note=gone))
    id = finish(shop)
    board = kept(shop)[id]
    assert {note.id: note for note in board.notes} == {note: shop.look(note) for note in (here, there)}
    assert (tuple(board.clusters), tuple(board.links)) == (shop.session().clusters, shop.session().links)


def test_opening_a_stone_again_keeps_nothing(shop: Sample) -> None:
    finish(shop)
    shop.do(shop.lead, StoneFinish(stone="teams", finished=False))
    assert len(kept(shop)) == 1


def test_finishing_what_is_finished_keeps_nothing_more(shop: Sample) -> None:
    id = finish(shop)
    made = shop.do(shop.lead, StoneFinish(stone="teams", finished=True))
    assert made.record
    assert "snapshot" not in msgspec.json.decode(made.record)
    assert list(kept(shop)) == [id]
    assert shop.session().finished == {"teams"}


def test_six_snapshots_of_a_stone_are_kept_and_then_its_oldest_goes(shop: Sample) -> None:
    other = finish(shop, "goals")
    ids = [finish(shop) for _ in range(limits.SNAPSHOTS_PER_STONE + 2)]
    assert list(kept(shop)) == [other, *ids[2:]]
    assert shop.refused(shop.lead, SnapshotRestore(snapshot=ids[0])) == "snapshot_gone"


def test_notes_are_again_as_they_were(shop: Sample) -> None:
    anna = shop.person("Anna")
    changed, deleted, moved = (shop.note(anna, text=text) for text in ("A", "B", "C"))
    then = {note: shop.look(note) for note in (changed, deleted, moved)}
    id = finish(shop)
    later = shop.note(anna, text="D")
    shop.do(anna, NoteEdit(note=changed, text="Anders", colour="pink", x=900, y=900))
    shop.do(anna, NoteDelete(note=deleted))
    shop.do(anna, NoteEdit(note=moved, stone="goals"))
    record = restore(shop, id)
    assert {note.id: note for note in shop.session().notes} == then
    assert (record["stone"], record["gone"]) == ("teams", [later])
    whole = msgspec.to_builtins(then[changed])
    assert {"note": whole.pop("id"), **whole} in record["notes"]
    assert len(record["notes"]) == 3


def test_what_was_on_the_board_before_is_a_snapshot_too(shop: Sample) -> None:
    shop.note(shop.lead, text="A")
    id = finish(shop)
    later = shop.note(shop.lead, text="B")
    before = str(restore(shop, id)["before"])
    assert list(kept(shop)) == [id, before]
    restore(shop, before)
    assert shop.look(later).text == "B"


def test_other_boards_stay_as_they_are(shop: Sample) -> None:
    shop.note(shop.lead)
    id = finish(shop)
    far = shop.note(shop.lead, stone="goals", text="Ver weg")
    restore(shop, id)
    assert shop.look(far).text == "Ver weg"


def test_clusters_are_again_what_they_were(shop: Sample) -> None:
    one, two, three = (shop.note(shop.lead) for _ in range(3))
    shop.do(shop.lead, ClusterAdd("c1", "teams", "Samen", [one, two]))
    shop.do(shop.lead, ClusterAdd("c2", "goals", "Ver", [shop.note(shop.lead, stone="goals") for _ in range(2)]))
    id = finish(shop)
    shop.do(shop.lead, ClusterEdit(cluster="c1", title="Anders", collapsed=True))
    shop.do(shop.lead, ClusterAdd("c3", "teams", "Nieuw", [two, three]))
    record = restore(shop, id)
    [cluster] = [found for found in shop.session().clusters if found.stone == "teams"]
    assert (cluster.id, cluster.title, cluster.collapsed) == ("c1", "Samen", False)
    assert [shop.look(note).cluster for note in (one, two, three)] == ["c1", "c1", None]
    whole = msgspec.to_builtins(cluster)
    assert record["clusters"] == [{"cluster": whole.pop("id"), **whole}]
    assert len(shop.session().clusters) == 2


def test_a_cluster_whose_id_is_used_elsewhere_stays_away(shop: Sample) -> None:
    one, two = shop.note(shop.lead), shop.note(shop.lead)
    shop.do(shop.lead, ClusterAdd("c1", "teams", "Samen", [one, two]))
    id = finish(shop)
    shop.do(shop.lead, ClusterDelete(cluster="c1"))
    shop.do(shop.lead, ClusterAdd("c1", "goals", "Ver", [shop.note(shop.lead, stone="goals") for _ in range(2)]))
    record = restore(shop, id)
    assert record["clusters"] == []
    assert shop.look(one).cluster is None
    assert [(cluster.id, cluster.stone) for cluster in shop.session().clusters] == [("c1", "goals")]


def test_links_that_are_missing_come_back_where_both_notes_live(shop: Sample) -> None:
    here, there = shop.note(shop.lead), shop.note(shop.lead)
    far, farther = shop.note(shop.lead, stone="goals"), shop.note(shop.lead, stone="goals")
    for link, end in (("l1", there), ("l2", far), ("l3", farther)):
        shop.do(shop.lead, LinkAdd(link=link, start=here, end=end))
    id = finish(shop)
    for link in ("l1", "l2", "l3"):
        shop.do(shop.lead, LinkDelete(link=link))
    shop.do(shop.lead, NoteDelete(note=there))
    shop.do(shop.lead, NoteDelete(note=farther))
    shop.do(shop.lead, LinkAdd(link="l4", start=far, end=here))
    record = restore(shop, id)
    told = {"link": "l1", "start": here, "end": there, "word": "", "author": shop.lead.person, "created": NOW}
    assert record["links"] == [told]
    assert {link.id for link in shop.session().links} == {"l1", "l4"}


def test_a_sketch_that_was_drawn_on_since_keeps_its_last_drawing(shop: Sample) -> None:
    def draw(text: str, picture: str) -> None:
        sketch = SketchSave(note="s", stone="teams", text=text, picture=picture, width=70, height=40)
        shop.do(shop.lead, sketch, picture=drawing(picture, 70, 40))

    draw("Toen", "p1")
    id = finish(shop)
    draw("Nu", "p2")
    restore(shop, id)
    assert (shop.look("s").text, shop.look("s").picture) == ("Toen", "p2")


def test_an_empty_board_is_a_snapshot_like_any_other(shop: Sample) -> None:
    id = finish(shop)
    note = shop.note(shop.lead)
    assert restore(shop, id)["gone"] == [note]
    assert shop.session().notes == ()


def test_a_full_workshop_takes_nothing_more_out_of_its_snapshots(shop: Sample) -> None:
    note = shop.note(shop.lead)
    id = finish(shop)
    shop.do(shop.lead, NoteDelete(note=note))
    row = {"workshop": shop.id, "text": "x", "colour": "grey", "x": 0, "y": 0, "z": 0, "created": NOW, "width": 0}
    row |= {"height": 0, "sketch": False, "size": "medium", "behalf": "", "stone": "goals"}
    rows = [{**row, "id": f"many-{i}"} for i in range(limits.NOTES_PER_WORKSHOP)]
    shop.ledger.write(lambda connection: connection.execute(insert(notes), rows))
    assert shop.refused(shop.lead, SnapshotRestore(snapshot=id)) == "workshop_full"


def test_a_board_holds_no_more_than_it_can_beside_what_is_hidden_there(
    shop: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "NOTES_PER_STONE", 2)
    kept_ = [shop.note(shop.lead), shop.note(shop.lead)]
    id = finish(shop)
    shop.do(shop.lead, NotesDelete(notes=kept_))
    shop.do(shop.lead, StoneEdit(stone="teams", writing="private"))
    hidden = shop.note(anna := shop.person("Anna"))
    assert shop.refused(shop.lead, SnapshotRestore(snapshot=id)) == "stone_full"
    shop.do(anna, NoteDelete(note=hidden))
    assert len(restore(shop, id)["notes"]) == 2


def test_clusters_and_links_stay_within_their_limits(shop: Sample) -> None:
    one, two = shop.note(shop.lead), shop.note(shop.lead)
    shop.do(shop.lead, ClusterAdd("c1", "teams", "Samen", [one, two]))
    shop.do(shop.lead, LinkAdd(link="l1", start=one, end=two))
    id = finish(shop)
    shop.do(shop.lead, LinkDelete(link="l1"))
    same = {"workshop": shop.id, "start": one, "word": "", "created": NOW}
    tied = [{**same, "id": f"many-{i}", "end": f"goals{i}"} for i in range(limits.LINKS_PER_WORKSHOP)]
    fill(shop, "goals", limits.LINKS_PER_WORKSHOP, cluster="many-{}")
    shop.ledger.write(lambda connection: connection.execute(insert(links), tied))
    assert shop.refused(shop.lead, SnapshotRestore(snapshot=id)) == "links_full"
    shop.do(shop.lead, ClusterDelete(cluster="c1"))
    same = {"workshop": shop.id, "stone": "goals", "title": "x", "collapsed": False, "created": NOW}
    grouped = [{**same, "id": f"many-{i}"} for i in range(limits.CLUSTERS_PER_WORKSHOP)]
    shop.ledger.write(lambda connection: connection.execute(insert(clusters), grouped))
    assert shop.refused(shop.lead, SnapshotRestore(snapshot=id)) == "clusters_full"


def test_pictures_out_of_a_snapshot_need_room(shop: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    sketch = SketchSave(note="s", stone="teams", text="Toen", picture="p", width=70, height=40)
    shop.do(shop.lead, sketch, picture=drawing("p", 70, 40))
    id = finish(shop)
    shop.do(shop.lead, NoteDelete(note="s"))
    with shop.ledger.database.reading() as connection:
        size = sum(len(row.image) + len(row.strokes) for row in connection.execute(select(pictures)))
    monkeypatch.setattr(limits, "PICTURE_BYTES_PER_WORKSHOP", size - 1)
    assert shop.refused(shop.lead, SnapshotRestore(snapshot=id)) == "pictures_full"
    monkeypatch.setattr(limits, "PICTURE_BYTES_PER_WORKSHOP", size)
    restore(shop, id)


def test_what_is_hidden_is_in_no_kept_board_and_no_restore_touches_it(shop: Sample) -> None:
    anna = shop.person("Anna")
    seen = shop.note(anna)
    shop.do(shop.lead, StoneEdit(stone="teams", writing="private"))
    hidden = shop.note(anna, text="Niet voor iedereen", x=40, y=50)
    made = shop.do(shop.lead, StoneFinish(stone="teams", finished=True))
    assert "Niet voor iedereen" not in str(shop.everything()["snapshots"])
    shop.do(anna, NoteEdit(note=hidden, x=7))
    kept = msgspec.json.decode(made.record or b"")["snapshot"]
    restored = shop.do(shop.lead, SnapshotRestore(snapshot=kept))
    record = msgspec.json.decode(restored.record or b"")
    assert ([note["note"] for note in record["notes"]], record["gone"]) == ([seen], [])
    assert (shop.look(hidden).x, shop.look(hidden).audience) == (7, "author")
