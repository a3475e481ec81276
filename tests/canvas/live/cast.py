"""Somebody who writes, and everybody who could read it: one of each kind that can be in a room."""

import json
from typing import Any

from canvas.board.leading import StoneEdit
from stepstones.rules import Actor
from storage import access
from tests.storage.sample import fresh_id
from tests.web.client import Client
from tests.web.serving import Serving

SECRET = "a-secret-of-more-than-20-signs"
TEXT = "Niemand mag dit lezen"
EVERYTHING = ("snapshot", "changes", "presence", "hidden", "tally", "ack", "refused", "bye", "pong")


class Cast:
    """Anna writes; the others are whoever else can be in a room."""

    def __init__(self, serving: Serving, writing: str = "open") -> None:
        self.serving, self.shop = serving, serving.shop
        self.shop.do(self.shop.lead, StoneEdit(stone="teams", writing=writing))  # type: ignore[arg-type]
        self.anna, self.bram, self.lead = serving.member("Anna"), serving.member("Bram"), serving.leader()
        self.wall, self.reader = serving.socket(device=serving.leading_device()), serving.socket(device=self._reading())
        self.wall.hello(view="projector")
        self.reader.hello()
        self.others = {"bram": self.bram, "lead": self.lead, "wall": self.wall, "reader": self.reader}
        for client in (self.anna, *self.others.values()):
            said(client)

    @property
    def anna_herself(self) -> Actor:
        return Actor(self.anna.person, "participant")

    def again(self, who: str, *, fresh: bool = True, **hello: Any) -> "Told":
        """The same one on another socket, and all they are told there; from a `fresh` snapshot or an older one."""
        if fresh:
            self.serving.hub.rooms[self.shop.id]._snapshot = None
        if who in ("anna", "bram"):
            client = self.serving.socket()
            client.token = getattr(self, who).token
        else:
            client = self.serving.socket(device=self._reading() if who == "reader" else self.serving.leading_device())
            hello |= {"view": "projector"} if who == "wall" else {}
        client.say({"type": "hello", **({"token": client.token} if client.token else {}), **hello})
        return Told(client)

    def writes(self, **more: Any) -> str:
        """A new note of Anna's, of which she has heard; gives its id."""
        note = fresh_id()
        do = {"kind": "note.add", "note": note, "stone": "teams", "text": TEXT, "x": 1, "y": 2}
        self.anna.say({"type": "change", "id": fresh_id(), "do": do, **more})
        while self.anna.hear_change().get("note") != note:
            pass
        return note

    def _reading(self) -> str:
        key = self.serving.ledger.write(lambda c: access.renew_key(c, self.shop.id, "reader"))
        return self.serving.device(f"/r/{key}")


class Told:
    """All that a member is told as they come in."""

    def __init__(self, client: Client) -> None:
        self.client, self.messages = client, heard(client)
        self.text = json.dumps(self.messages, ensure_ascii=False)

    @property
    def snapshot(self) -> dict[str, Any]:
        assert self.messages[0]["type"] == "snapshot"
        return self.messages[0]

    @property
    def changes(self) -> list[dict[str, Any]]:
        return [change for message in self.messages if message["type"] == "changes" for change in message["changes"]]


def heard(client: Client) -> list[dict[str, Any]]:
    """All messages to this member until now."""
    client.say({"type": "ping"})
    found = [client.hear(*EVERYTHING)]
    while found[-1]["type"] != "pong":
        found.append(client.hear(*EVERYTHING))
    return found


def said(client: Client) -> str:
    """All that this member was told until now."""
    return json.dumps(heard(client), ensure_ascii=False)


def ways_in(since: int) -> list[dict[str, Any]]:
    """With all there is, with what was there and what came since, and with what came since alone."""
    return [{}, {"fresh": False}, {"since": since}]


def readers_of(cast: Cast, text: str, **hello: Any) -> set[str]:
    """Who of the others reads this as they come in."""
    return {who for who in cast.others if text in cast.again(who, **hello).text}


def doing(client: Client, other: Client, stone: str) -> dict[str, Any]:
    """What this member is shown of another, once that is at this stone."""
    while client.doing.get(other.person, {}).get("stone") != stone:
        client.hear("presence")
    return client.doing[other.person]


def hidden(client: Client, count: int) -> dict[str, Any]:
    """The counts that this member hears, once it is so many in all."""
    while sum((counts := client.hear("hidden"))["stones"].values()) != count:
        pass
    return counts


def last_counts(told: Told) -> dict[str, Any] | None:
    """The counts that came last as somebody came in."""
    return next((message for message in reversed(told.messages) if message["type"] == "hidden"), None)
