"""Clusters: notes of one board under a title."""

import msgspec
import pytest
from sqlalchemy import insert

from canvas.board import limits
from canvas.board.bonds import ClusterAdd, ClusterDelete, ClusterEdit, ClusterMove
from canvas.board.change import Change
from canvas.board.notes import NoteDelete, NoteRestore
from stepstones.rules import Actor
from stepstones.workshop import Cluster
from storage.book import Committed
from storage.tables import clusters
from tests.storage.effects.test_notes import fill
from tests.storage.sample import NOW, Sample


def told(made: Committed) -> dict[str, object]:
    """The record as everybody gets it."""
    assert made.record
    return dict(msgspec.json.decode(made.record))


def gather(shop: Sample, actor: Actor, *notes: str, cluster: str = "c1", **fields: str) -> Committed:
    values = {"stone": "teams", "title": "Vaste klanten", **fields}
    return shop.do(actor, ClusterAdd(cluster=cluster, notes=list(notes), **values))


def many(shop: Sample, count: int) -> None:
    """So many clusters without notes, without the ledger."""
    same = {"workshop": shop.id, "stone": "goals", "title": "x", "collapsed": False, "created": NOW}
    rows = [{**same, "id": f"many-{i}"} for i in range(count)]
    shop.ledger.write(lambda connection: connection.execute(insert(clusters), rows))


def test_notes_come_together_under_a_title(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    first, second = shop.note(anna), shop.note(bram)
    record = told(gather(shop, anna, first, second))
    assert record["notes"] == [first, second]
    assert (record["author"], record["created"], record["collapsed"]) == (anna.person, NOW, False)
    assert shop.session().clusters == (Cluster("c1", "teams", "Vaste klanten", False, anna.person, NOW),)
    assert {shop.look(note).cluster for note in (first, second)} == {"c1"}


def test_notes_that_are_gone_or_elsewhere_are_left_out_and_those_named_twice_count_once(shop: Sample) -> None:
    here, there, gone, other = (shop.note(shop.lead, stone=stone) for stone in ("teams", "teams", "teams", "goals"))
    shop.do(shop.lead, NoteDelete(note=gone))
    assert told(gather(shop, shop.lead, there, gone, here, other, here))["notes"] == [there, here]
    alone = ClusterAdd(cluster="c2", stone="teams", title="x", notes=[here, here, gone, other, "nothing"])
    assert shop.refused(shop.lead, alone) == "too_few"


def test_who_takes_notes_out_of_a_cluster_owns_them_or_leads(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    of_anna, of_bram, loose = shop.note(anna), shop.note(bram), shop.note(anna)
    gather(shop, anna, of_anna, of_bram)
    again = ClusterAdd(cluster="c2", stone="teams", title="Anders", notes=[of_anna, loose])
    assert shop.refused(bram, again) == "not_yours"
    gather(shop, bram, of_bram, loose, cluster="c3")
    gather(shop, shop.lead, of_anna, of_bram, cluster="c4")
    assert {shop.look(note).cluster for note in (of_anna, of_bram)} == {"c4"}
    assert shop.look(loose).cluster == "c3"


def test_a_cluster_has_an_id_and_a_board_of_its_own(shop: Sample) -> None:
    notes = [shop.note(shop.lead), shop.note(shop.lead)]
    gather(shop, shop.lead, *notes)
    assert shop.refused(shop.lead, ClusterAdd("c1", "teams", "x", notes)) == "cluster_exists"
    assert shop.refused(shop.lead, ClusterAdd("c2", "framing", "x", notes)) == "unknown_stone"


def test_a_cluster_gets_another_title_and_folds(shop: Sample) -> None:
    anna = shop.person("Anna")
    gather(shop, anna, shop.note(anna), shop.note(anna))
    shop.do(anna, ClusterEdit(cluster="c1", collapsed=True))
    shop.do(shop.lead, ClusterEdit(cluster="c1", title="Trouwe klanten"))
    shop.do(anna, ClusterEdit(cluster="c1"))
    [cluster] = shop.session().clusters
    assert (cluster.title, cluster.collapsed) == ("Trouwe klanten", True)


def test_who_gathers_loose_notes_of_others_does_not_move_them(shop: Sample) -> None:
    anna = shop.person("Anna")
    mine, loose = shop.note(anna), shop.note(shop.person("Bram"))
    gather(shop, anna, mine, loose)
    move = ClusterMove(cluster="c1", dx=5, dy=5)
    assert shop.refused(anna, move) == "not_yours"
    shop.do(shop.lead, move)
    shop.do(shop.lead, NoteDelete(note=loose))
    shop.do(anna, move)
    assert (shop.look(mine).x, shop.look(mine).y) == (10, 10)


def test_the_notes_of_a_cluster_move_as_one_but_not_those_in_the_trash(shop: Sample) -> None:
    anna = shop.person("Anna")
    here, there = shop.note(anna, x=10, y=20), shop.note(anna, x=-30, y=40)
    gone = shop.note(anna, x=0, y=0)
    gather(shop, anna, here, there, gone)
    shop.do(anna, NoteDelete(note=gone))
    shop.do(anna, ClusterMove(cluster="c1", dx=5, dy=-7))
    assert [(note.x, note.y) for note in (shop.look(here), shop.look(there))] == [(15, 13), (-25, 33)]
    shop.do(anna, NoteRestore(note=gone))
    assert (shop.look(gone).x, shop.look(gone).y) == (0, 0)


def test_a_cluster_stays_on_the_board(shop: Sample) -> None:
    notes = [shop.note(shop.lead, x=0, y=0), shop.note(shop.lead, x=limits.COORDINATE - 3, y=0)]
    gather(shop, shop.lead, *notes)
    assert shop.refused(shop.lead, ClusterMove(cluster="c1", dx=4, dy=0)) == "out_of_range"
    shop.do(shop.lead, ClusterMove(cluster="c1", dx=3, dy=0))
    assert shop.look(notes[1]).x == limits.COORDINATE


def test_a_cluster_is_taken_apart_and_its_notes_stay(shop: Sample) -> None:
    notes = [shop.note(shop.lead), shop.note(shop.lead)]
    gather(shop, shop.lead, *notes)
    shop.do(shop.lead, NoteDelete(note=notes[1]))
    record = told(shop.do(shop.lead, ClusterDelete(cluster="c1")))
    assert (record["stone"], record["title"]) == ("teams", "Vaste klanten")
    shop.do(shop.lead, NoteRestore(note=notes[1]))
    assert shop.session().clusters == ()
    assert [shop.look(note).cluster for note in notes] == [None, None]


CHANGES = [ClusterEdit(cluster="c1", title="x"), ClusterMove(cluster="c1", dx=1, dy=1), ClusterDelete(cluster="c1")]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: type(change).__name__)
def test_a_cluster_is_its_authors_and_the_facilitators(shop: Sample, change: Change) -> None:
    assert shop.refused(shop.lead, change) == "cluster_gone"
    anna, bram = shop.person("Anna"), shop.person("Bram")
    gather(shop, anna, shop.note(bram), shop.note(bram))
    assert shop.refused(bram, change) == "not_yours"
    shop.do(shop.lead, change)


def test_a_workshop_holds_a_thousand_clusters(shop: Sample) -> None:
    notes = [shop.note(shop.lead), shop.note(shop.lead)]
    many(shop, limits.CLUSTERS_PER_WORKSHOP)
    fill(shop, "goals", limits.CLUSTERS_PER_WORKSHOP, cluster="many-{}")
    assert shop.refused(shop.lead, ClusterAdd("c1", "teams", "x", notes)) == "clusters_full"
    shop.do(shop.lead, ClusterDelete(cluster="many-7"))
    gather(shop, shop.lead, *notes)


def test_clusters_that_no_note_is_in_make_room_for_others(shop: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CLUSTERS_PER_WORKSHOP", 3)
    deleted, *notes = (shop.note(shop.lead) for _ in range(4))
    gather(shop, shop.lead, deleted, notes[0], cluster="of-a-deleted-note")
    gather(shop, shop.lead, *notes[:2], cluster="c2")
    shop.do(shop.lead, NoteDelete(note=deleted))
    many(shop, 1)
    gather(shop, shop.lead, *notes, cluster="c3")
    assert {cluster.id for cluster in shop.session().clusters} == {"of-a-deleted-note", "c2", "c3"}
