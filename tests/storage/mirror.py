"""A client as docs/protocol.md tells to write one: it starts from a snapshot and applies what happened, in order."""

from dataclasses import asdict, fields
from typing import Any

import msgspec

from stepstones.log import Record
from stepstones.workshop import Cluster, Comment, Link, Note, Session

Things = dict[str, dict[str, Any]]
FIELDS = {
    kind: [field.name for field in fields(record) if field.name != "id"]
    for kind, record in (("note", Note), ("cluster", Cluster), ("link", Link), ("comment", Comment))
}

UNVEILED = {"audience": "all", "group": None, "anonymous": False}
"""What a record of a note leaves out where it is so."""


class Mirror:
    """What lies on the boards, as this client knows it."""

    def __init__(self, session: Session) -> None:
        self.seq = session.seq
        self.notes, self.clusters, self.links, self.comments = (
            {thing.id: {k: v for k, v in asdict(thing).items() if k != "id"} for thing in things}
            for things in (session.notes, session.clusters, session.links, session.comments)
        )
        self.reactions = {(r.note, r.person, r.sign) for r in session.reactions}

    def follow(self, log: list[Record]) -> "Mirror":
        """Apply what came after the last that was applied; what is older is skipped."""
        for seq, record, *_ in log:
            if seq > self.seq:
                self._apply(msgspec.json.decode(record))
                self.seq = seq
        return self

    def everything(self) -> tuple[object, ...]:
        """All of it, to be compared."""
        return self.notes, self.clusters, self.links, self.comments, self.reactions

    def _apply(self, record: dict[str, Any]) -> None:
        noun, verb = record["kind"].split(".")
        if noun in ("note", "notes"):
            self._notes(verb, record)
        elif noun == "cluster":
            self._clusters(verb, record)
        elif noun == "snapshot":
            self._restore(record)
        elif noun == "reaction":
            reaction = record["note"], record["by"], record["sign"]
            (self.reactions.add if record["on"] else self.reactions.discard)(reaction)
        elif noun in ("link", "comment"):
            self._change(noun, self.links if noun == "link" else self.comments, verb, record)

    def _notes(self, verb: str, record: dict[str, Any]) -> None:
        several = record.get("edits", record.get("notes", [record]))
        for each in several:
            told = each if isinstance(each, dict) else {"note": each}
            self._change("note", self.notes, verb, {"stone": record.get("stone")} | told if verb == "add" else told)

    def _clusters(self, verb: str, record: dict[str, Any]) -> None:
        id = record["cluster"]
        mine = [note for note in self.notes.values() if note["cluster"] == id]
        self._change("cluster", self.clusters, verb, record)
        for note in mine if verb in ("move", "delete") else ():
            if verb == "delete":
                note["cluster"] = None
            else:
                note["x"], note["y"] = note["x"] + record["dx"], note["y"] + record["dy"]
        for taken in record["notes"] if verb == "add" else ():
            self.notes[taken]["cluster"] = id

    def _restore(self, record: dict[str, Any]) -> None:
        for gone in record["gone"]:
            self.notes.pop(gone)
        for id in [id for id, cluster in self.clusters.items() if cluster["stone"] == record["stone"]]:
            del self.clusters[id]
        for kind, things in (("note", self.notes), ("cluster", self.clusters), ("link", self.links)):
            for told in record[f"{kind}s"]:
                self._change(kind, things, "restore", told)

    def _change(self, kind: str, things: Things, verb: str, told: dict[str, Any]) -> None:
        """One thing is there, whole; or has new values; or is gone."""
        values = {name: told[name] for name in FIELDS[kind] if name in told}
        if verb == "delete":
            del things[told[kind]]
        elif verb == "edit":
            things[told[kind]].update(values)
        elif verb in ("add", "restore"):
            values = (UNVEILED if kind == "note" else {}) | values
            assert values.keys() == set(FIELDS[kind]), told
            things[told[kind]] = values
