"""What somebody did, told as a sentence."""

from collections.abc import Callable, Mapping
from gettext import NullTranslations
from html import escape
from typing import Any

from app_pages.stops import stop_names
from app_pages.visitor import language, method, translations
from i18n import N_
from stepstones.content import content
from stepstones.stones import PARKING
from stepstones.workshop import FRAMING
from storage.history import Deed

LONGEST = 90
"""More of a text would make a list of it."""
TOLD = {
    "note.add": N_("{person} wrote “{text}”"),
    "note.edit.stone": N_("{person} moved “{text}” to {stone}"),
    "note.edit.text": N_("{person} changed a note to “{text}”"),
    "note.edit.cluster": N_("{person} put “{text}” in a cluster"),
    "note.edit.loose": N_("{person} took “{text}” out of a cluster"),
    "note.edit.question": N_("{person} put “{text}” at another question"),
    "note.edit.colour": N_("{person} gave “{text}” another colour"),
    "note.edit.size": N_("{person} gave “{text}” another size"),
    "note.edit.behalf": N_("{person} told who said “{text}”"),
    "note.edit.place": N_("{person} moved “{text}”"),
    "note.delete": N_("{person} deleted “{text}”"),
    "note.restore": N_("{person} brought back “{text}”"),
    "sketch.save": N_("{person} drew “{text}”"),
    "picture.add": N_("{person} added the picture “{text}”"),
    "cluster.edit.title": N_("{person} named a cluster “{text}”"),
    "cluster.edit.folded": N_("{person} folded the cluster “{text}”"),
    "cluster.edit.unfolded": N_("{person} unfolded the cluster “{text}”"),
    "cluster.move": N_("{person} moved the cluster “{text}”"),
    "cluster.delete": N_("{person} took the cluster “{text}” apart"),
    "link.add": N_("{person} linked “{text}” to “{other}”"),
    "link.edit": N_("{person} changed the word between “{text}” and “{other}”"),
    "link.delete": N_("{person} deleted the link between “{text}” and “{other}”"),
    "reaction.set.on": N_("{person} reacted to “{text}”"),
    "reaction.set.off": N_("{person} took back a reaction to “{text}”"),
    "comment.add": N_("{person} said “{text}” about “{other}”"),
    "comment.delete": N_("{person} deleted a comment on “{other}”"),
    "snapshot.restore": N_("{person} restored {stone} as it was in a snapshot"),
    "story.add": N_("{person} told the story “{text}”"),
    "story.edit": N_("{person} changed the story “{text}”"),
    "story.delete": N_("{person} deleted the story “{text}”"),
    "story.restore": N_("{person} brought back the story “{text}”"),
    "score.set": N_("{person} gave “{question}” the score {score}"),
    "score.set.open": N_("{person} left “{question}” without a score"),
    "vote.open": N_("{person} began the vote “{text}”"),
    "vote.close": N_("{person} closed the vote “{text}”"),
    "vote.delete": N_("{person} deleted a vote"),
    "dots.set": N_("{person} put dots at “{text}”"),
    "dots.set.none": N_("{person} took the dots from “{text}”"),
    "room.move": N_("{person} took the room to {stone}"),
    "session.begin": N_("{person} began the session"),
    "session.close": N_("{person} closed the session"),
    "session.reopen": N_("{person} opened the session again"),
    "stone.finish.done": N_("{person} finished {stone}"),
    "stone.finish.open": N_("{person} opened {stone} again"),
    "stone.add": N_("{person} added the stone “{text}”"),
    "stone.delete": N_("{person} deleted the stone “{text}”"),
    "stone.edit": N_("{person} changed how {stone} works"),
    "programme.set": N_("{person} changed the programme"),
    "script.set": N_("{person} noted something for who leads"),
    "workshop.edit": N_("{person} changed the settings"),
    "workshop.edit.opened": N_("{person} opened the door"),
    "workshop.edit.closed": N_("{person} closed the door"),
    "person.join": N_("{text} joined"),
    "person.rename": N_("{person} chose the name {text}"),
    "person.remove": N_("{person} showed {text} out"),
    "person.mute.on": N_("{person} let {text} only look"),
    "person.mute.off": N_("{person} let {text} write again"),
    "person.lead.on": N_("{person} let {text} lead"),
    "person.lead.off": N_("{person} let {text} take part as others do"),
    "person.merge": N_("{person} told that {text} is one with somebody else"),
    "person.seat": N_("{person} changed the group of {text}"),
    "groups.set": N_("{person} divided people into groups"),
    "group.edit": N_("{person} changed a group"),
    "notes.reveal": N_("{person} revealed notes of {stone}"),
    "action.add": N_("{person} added an action"),
    "action.edit": N_("{person} changed an action"),
    "action.delete": N_("{person} deleted an action"),
    "word.set": N_("{person} left with a word"),
    "code.renew": N_("{person} made a new join code"),
    "key.renew": N_("{person} made a new address with a key"),
}
EDITED = ("stone", "text", "cluster", "question", "colour", "size", "behalf")
"""What a changed note tells of, the weightiest first; what is left is its place."""


def told(deed: Deed, places: Mapping[str, str]) -> str:
    """The sentence as HTML, with the names of people and places bold and long texts cut."""
    t = translations()
    record = deed.record
    template = _of_many(deed, t) or t.gettext(TOLD[_manner(deed.kind, record)])
    values = {"text": _cut(deed.text), "other": _cut(deed.other), "count": str(deed.count)}
    by = t.gettext("The server") if deed.person is None else deed.person or t.gettext("Somebody")
    strong = {"person": by, "stone": places.get(deed.stone or "", "…")}
    if "question" in record and deed.kind == "score.set":
        values |= {"question": _question(record["question"]), "score": str(record["score"])}
    if deed.kind.startswith("person."):
        strong["text"] = deed.text
    safe = {name: escape(value) for name, value in values.items()}
    return template.format(**safe | {name: f"<b>{escape(value)}</b>" for name, value in strong.items()})


def board_names() -> dict[str, str]:
    """Where notes can lie: the stones and the parking lot, by id."""
    return {stone.id: stone.name for stone in method().stones} | {PARKING: translations().gettext("Parking lot")}


def place_names() -> dict[str, str]:
    """Where the room can be: the bank, all boards and the stops, by id."""
    return {FRAMING: content(language()).framing.title} | board_names() | stop_names()


def _manner(kind: str, record: dict[str, Any]) -> str:
    """The key of the sentence: the kind, and for some what was done."""
    manner = _MANNERS.get(kind)
    return ".".join(filter(None, (kind, manner(record) if manner else "")))


def _edited(record: dict[str, Any]) -> str:
    found = next((field for field in EDITED if field in record), "place")
    return "loose" if found == "cluster" and record["cluster"] is None else found


def _renamed_or_folded(record: dict[str, Any]) -> str:
    return "title" if "title" in record else "folded" if record.get("collapsed") else "unfolded"


def _door_alone(record: dict[str, Any]) -> str:
    """Was it the door, and nothing else, that was opened or closed?"""
    if "door_open" not in record or record.keys() - {"seq", "id", "by", "at", "kind", "door_open"}:
        return ""
    return "opened" if record["door_open"] else "closed"


_MANNERS: dict[str, Callable[[dict[str, Any]], str]] = {
    "note.edit": _edited,
    "cluster.edit": _renamed_or_folded,
    "reaction.set": lambda record: "on" if record["on"] else "off",
    "dots.set": lambda record: "" if record.get("count", 1) else "none",
    "person.mute": lambda record: "on" if record["muted"] else "off",
    "person.lead": lambda record: "on" if record["leads"] else "off",
    "score.set": lambda record: "open" if record["score"] is None else "",
    "stone.finish": lambda record: "done" if record["finished"] else "open",
    "workshop.edit": _door_alone,
}


def _of_many(deed: Deed, t: NullTranslations) -> str:
    """The sentence where something was done to several notes at once."""
    n = deed.count
    match deed.kind:
        case "notes.add":
            return t.ngettext("{person} wrote {count} note", "{person} wrote {count} notes", n)
        case "notes.edit" if all(edit.keys() <= {"note", "x", "y", "z"} for edit in deed.record["edits"]):
            return t.ngettext("{person} moved {count} note", "{person} moved {count} notes", n)
        case "notes.edit":
            return t.ngettext("{person} changed {count} note", "{person} changed {count} notes", n)
        case "notes.delete":
            return t.ngettext("{person} deleted {count} note", "{person} deleted {count} notes", n)
        case "notes.restore":
            return t.ngettext("{person} brought back {count} note", "{person} brought back {count} notes", n)
        case "cluster.add":
            return t.ngettext(
                "{person} made the cluster “{text}” of {count} note",
                "{person} made the cluster “{text}” of {count} notes",
                n,
            )
    return ""


def _question(id: str) -> str:
    return next((question.name for question in content(language()).maturity.questions if question.id == id), id)


def _cut(text: str) -> str:
    line = " ".join(text.split()) or "…"
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rstrip()}…"
