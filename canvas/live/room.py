"""One workshop while people are in it: hands on each change once, in order, and who is doing what."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import structs

from canvas.board.errors import BadMessage
from canvas.board.messages import Presence
from canvas.live import frames, recent
from canvas.live.drags import Drags
from canvas.live.house import House
from canvas.live.member import Member
from canvas.live.recent import Recent
from canvas.live.tallies import Tallies
from stepstones.log import Record
from stepstones.rules import may_invite

PRESENCE_EVERY = 0.1
TALLY_EVERY = 0.2
SOCKETS = 8
"""So many can one person have open: some tabs, a phone, and the shared screen."""
SCREENS = 200
"""So many shared screens, and so many readers, can look on at a time."""
READINGS = 3
"""After so many a snapshot will do that does not fit: the database itself has gone back."""


class Room:
    """The members of one workshop; everything here runs in the event loop."""

    def __init__(self, workshop: str, house: House) -> None:
        self.workshop = workshop
        self.seq: int | None = None
        self.members: set[Member] = set()
        self.visitors = 0
        """Members, and those who are still coming in."""
        self._house = house
        self._recent = Recent()
        self._snapshot: tuple[int, frames.Whole] | None = None
        self._drags = Drags()
        self._tallies = Tallies()
        self._counting: asyncio.TimerHandle | None = None
        self._online: Counter[str] = Counter()
        self._presence: dict[str, dict[str, Any]] = {}
        self._opening = asyncio.Lock()
        self._catching_up = asyncio.Lock()
        self._photographing = asyncio.Lock()

    async def enter(self, member: Member, since: int | None) -> bool:
        """Bring a member up to date and let them hear what follows; False when the workshop is gone.

        Raises BadMessage where no more screens can look on.
        """
        if not await self._open():
            return False
        if not since or not self._has_after(since):  # before the first change there is nothing to go on from
            since = None
            if not await self._fresh_snapshot():
                return False
        self._make_way(member)
        self._greet(member, since)
        self.members.add(member)
        self._arrive(member)
        return True

    def leave(self, member: Member) -> None:
        """A member is gone."""
        if member not in self.members:
            return
        self.members.discard(member)
        person = member.actor.person
        if person:
            self._online[person] -= 1
            if not self._online[person]:
                del self._online[person]
                self._show(person, {"online": False, "stone": None, "typing": None, "drag": None, "cursor": None})

    def deliver(self, records: Sequence[Record]) -> bool:
        """Hand on what was committed; False when something in between was missed."""
        if self.seq is None:  # who opens the room reads this from the log
            return True
        last = self.seq
        news = [record for record in records if record.seq > last]
        if not news:
            return True
        if news[0].seq != last + 1:
            return False
        self.seq = news[-1].seq
        self._recent.extend(news, trims=not self._photographing.locked())  # what follows a snapshot is not lost
        made = [record.json for record in news]
        self._drags.follow(made)
        self._tell(news)
        self._count(at_once=self._tallies.follow(made))
        for record in made:
            if b'"kind":"person.remove"' in record:
                self._show_out(msgspec.json.decode(record)["person"])
        return True

    async def catch_up(self) -> None:
        """Read from the log what another process wrote, and hand it on."""
        async with self._catching_up:
            while self.seq is not None:
                found = await asyncio.to_thread(self._house.since, self.workshop, self.seq, recent.bounds())
                if not found or not self.deliver(found):
                    return

    def show(self, member: Member, doing: Presence) -> None:
        """Let the others see what a member is doing, ten times a second at most."""
        if member.actor.person and member.tempo.presence.allows():
            if doing.drag and not self._drags.allows(member.actor, doing):
                doing = structs.replace(doing, drag=None)
            if doing.typing and not self._drags.allows_typing(member.actor, doing.typing):
                doing = structs.replace(doing, typing=None)
            self._show(member.actor.person, {"online": True, **structs.asdict(doing)})

    def close(self, reason: str) -> None:
        """Say goodbye to everyone."""
        for member in list(self.members):
            member.close(self._goodbye(reason, member))

    def _goodbye(self, reason: str, member: Member, **values: object) -> str:
        return frames.bye(reason, self._house.sentence(reason, member.language, values))

    def _make_way(self, member: Member) -> None:
        """Who opens one more than a person can have goes on in that: the oldest of theirs stops."""
        beside = [other for other in self.members if _are_alike(other, member) and not other.closed.is_set()]
        if member.person is None:
            if len(beside) >= SCREENS:
                raise BadMessage("too_many_screens", limit=SCREENS)
        elif len(beside) >= SOCKETS:
            # What hangs on the wall all day is the oldest, and still wanted.
            oldest = min(beside, key=lambda other: (other.actor.role == "projector", other.came))
            oldest.close(self._goodbye("too_many_windows", oldest, limit=SOCKETS))

    async def _open(self) -> bool:
        """Have at hand what a room starts from; all who come in together share one reading of it."""
        async with self._opening:
            if self.seq is not None:
                return True
            opening = await asyncio.to_thread(self._house.opening, self.workshop, recent.bounds())
            if opening is None:
                return False
            self.seq = opening.seq
            self._recent.extend(opening.records)
            self._drags.begin(opening.notes)
            self._tallies.begin(opening.votes, opening.dots, (note for note, _, _ in opening.notes))
            await self.catch_up()
            return True

    def _tell(self, news: Sequence[Record]) -> None:
        """Hand this on in frames of a bearable size; who bore what came before may have it all."""
        lots = list(frames.lots(news))
        said = [frames.changes([record.json for record in lot], lot[-1].seq) for lot in lots]
        outside = said
        if any(frames.tells_code(record.json) for record in news):
            hushed = [[frames.without_code(record.json) for record in lot] for lot in lots]
            outside = [frames.changes(told, lot[-1].seq) for told, lot in zip(hushed, lots, strict=True)]
        for member in self.members:
            member.push(*(said if may_invite(member.actor) else outside))

    def _has_after(self, since: int) -> bool:
        """Are all changes after this number at hand?"""
        last = self.seq or 0
        return since == last or self._recent.follows(since)

    async def _fresh_snapshot(self) -> bool:
        """Make sure of a snapshot from which what is at hand leads to now; all who come in together share one."""
        async with self._photographing:
            for _ in range(READINGS):
                if self._snapshot and self._leads_to_now(self._snapshot[0]):
                    break
                session = await asyncio.to_thread(self._house.session, self.workshop)
                if session is None:
                    return False
                self._snapshot = session.seq, await asyncio.to_thread(frames.snapshot, session)
            return True

    def _leads_to_now(self, seq: int) -> bool:
        """A number that is ahead will be caught up with: what is in between was committed elsewhere."""
        return seq >= (self.seq or 0) or self._has_after(seq)

    def _greet(self, member: Member, since: int | None) -> None:
        """What a member must know before it hears what follows."""
        dots = self._tallies.own(member.actor)
        if since is None and self._snapshot:
            since, whole = self._snapshot
            member.greet(frames.snapshot_for(whole, member.actor, self._online, dots))
        more = {"you": frames.you(member.actor), "online": sorted(self._online), "dots": dots}
        now = max(self.seq or 0, since or 0)
        for lot in list(frames.lots(self._recent.after(since or 0))) or [[]]:
            invited = may_invite(member.actor)
            missed = [record.json if invited else frames.without_code(record.json) for record in lot]
            member.greet(frames.changes(missed, lot[-1].seq if lot else now, **more))
            more = {}
        for vote in self._tallies.whole():
            member.greet(frames.tally(vote))

    def _count(self, *, at_once: bool) -> None:
        """Tell how votes stand, five times a second at most; how they ended at once."""
        if at_once:
            self._flush_tallies()
        elif self._tallies.waits and not self._counting:
            self._counting = asyncio.get_running_loop().call_later(TALLY_EVERY, self._flush_tallies)

    def _flush_tallies(self) -> None:
        self._counting = None
        told = [frames.tally(vote) for vote in self._tallies.news()]
        for member in self.members if told else ():
            member.push(*told)

    def _arrive(self, member: Member) -> None:
        if person := member.actor.person:
            self._online[person] += 1
            self._show(person, {"online": True, "stone": None, "typing": None, "drag": None, "cursor": None})

    def _show(self, person: str, doing: dict[str, Any]) -> None:
        if not self._presence:
            asyncio.get_running_loop().call_later(PRESENCE_EVERY, self._flush_presence)
        self._presence[person] = {"person": person, **doing}

    def _flush_presence(self) -> None:
        frame = frames.presence(self._presence.values())
        self._presence.clear()
        for member in self.members:
            member.push(frame)

    def _show_out(self, person: str) -> None:
        for member in list(self.members):
            if member.person == person:
                member.close(self._goodbye("removed", member))


def _are_alike(one: Member, other: Member) -> bool:
    """Are they of one person or, of nobody in particular, of one role?"""
    return one.person == other.person if one.person else (other.person, one.actor.role) == (None, other.actor.role)
