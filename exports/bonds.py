"""What in an archive ties notes together or hangs at them: clusters, links, reactions and comments that fit."""

from canvas.board import limits
from exports.form import Archive, LinkRow
from exports.led import boards
from exports.verdicts import fit, lost, must, once


def check_bonds(archive: Archive) -> None:
    """Raise ArchiveError at the first one that the ledger would not have made."""
    _check_clusters(archive)
    _check_links(archive)
    _check_reactions(archive)
    _check_comments(archive)


def _check_clusters(archive: Archive) -> None:
    """Each is on a board, and its notes lie there too; they may all be gone: then it is not shown."""
    once("clusters[{}].id", [cluster.id for cluster in archive.clusters])
    known = boards(archive)
    for number, cluster in enumerate(archive.clusters):
        must(cluster.stone in known, f"clusters[{number}].stone", "is no stone")
    stones = {cluster.id: cluster.stone for cluster in archive.clusters}
    for number, note in enumerate(archive.notes):
        if note.cluster is None:
            continue
        if note.cluster not in stones:
            lost(f"notes[{number}].cluster")
        must(stones[note.cluster] == note.stone, f"notes[{number}].cluster", "is of another stone")
    _fit("clusters", len(archive.clusters), limits.CLUSTERS_PER_WORKSHOP)


def _check_links(archive: Archive) -> None:
    notes = _seen(archive)
    once("links[{}].id", [link.id for link in archive.links])
    for number, link in enumerate(archive.links):
        _check_link(link, f"links[{number}]", notes)
    once("links[{}]", [frozenset((link.start, link.end)) for link in archive.links])
    _fit("links", len(archive.links), limits.LINKS_PER_WORKSHOP)


def _check_link(link: LinkRow, place: str, notes: set[str]) -> None:
    for end in ("start", "end"):
        if getattr(link, end) not in notes:
            lost(f"{place}.{end}")
    must(link.start != link.end, f"{place}.end", "is where it starts")


def _check_reactions(archive: Archive) -> None:
    notes, people = _seen(archive), {person.id for person in archive.people}
    for number, reaction in enumerate(archive.reactions):
        if reaction.note not in notes:
            lost(f"reactions[{number}].note")
        if reaction.person not in people:
            lost(f"reactions[{number}].person")
    once("reactions[{}]", archive.reactions)
    _fit("reactions", len(archive.reactions), limits.REACTIONS_PER_WORKSHOP)


def _check_comments(archive: Archive) -> None:
    notes = _seen(archive)
    once("comments[{}].id", [comment.id for comment in archive.comments])
    for number, comment in enumerate(archive.comments):
        if comment.note not in notes:
            lost(f"comments[{number}].note")
    _fit("comments", len(archive.comments), limits.COMMENTS_PER_WORKSHOP)


def _seen(archive: Archive) -> set[str]:
    """Nothing hangs at a note that not everybody sees."""
    return {note.id for note in archive.notes if note.audience == "all"}


def _fit(name: str, count: int, limit: int) -> None:
    fit([f"{name}[{number}]" for number in range(count)], limit)
