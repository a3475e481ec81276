"""One workshop while people are in it: hands on each change once, in order, and who is doing what."""

import asyncio
from collections.abc import Sequence

from msgspec import structs

from canvas.board.errors import BadMessage
from canvas.board.messages import Presence
from canvas.live import frames, recent
from canvas.live.beat import Beat
from canvas.live.doings import Doings
from canvas.live.drags import Drags
from canvas.live.ground import Ground
from canvas.live.hidden import Hidden
from canvas.live.house import House
from canvas.live.member import Member
from canvas.live.news import News, audible, told
from canvas.live.recent import Recent
from canvas.live.standing import Standing
from canvas.live.tallies import Tallies
from stepstones.log import Record

HIDDEN_EVERY = 0.1
"""Seconds between two tellings of how many notes are hidden, at least."""
TALLY_EVERY = 0.2
"""Seconds between two tellings of how votes stand; how they ended is told at once."""
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
        self._ground = Ground()
        self._drags = Drags(self._ground)
        self._hidden = Hidden(self._ground)
        self._hidden_beat = Beat(HIDDEN_EVERY, self._tell_hidden)
        self._tallies = Tallies()
        self._tallies_beat = Beat(TALLY_EVERY, self._tell_tallies)
        self._standing = Standing()
        self._doings = Doings(self._show)
        self._opening = asyncio.Lock()
        self._catching_up = asyncio.Lock()
        self._photographing = asyncio.Lock()

    async def enter(self, member: Member, since: int | None) -> bool:
        """Bring a member up to date and let them hear what follows; False when the workshop is gone.

        Raises BadMessage where no more screens can look on.
        """
        if not await self._open():
            return False
        person = member.actor.person
        # Before the first change, and as another than then, there is nothing to go on from.
        if not since or not self._has_after(since) or not self._standing.is_as(person, since):
            since = None
            if not await self._fresh_snapshot(person):
                return False
        self._make_way(member)
        self._greet(member, since)
        self.members.add(member)
        if person:
            self._doings.arrive(person)
        return True

    def leave(self, member: Member) -> None:
        """A member is gone."""
        if member not in self.members:
            return
        self.members.discard(member)
        if member.actor.person:
            self._doings.leave(member.actor.person)

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
        self._ground.follow(news)
        self._standing.follow(news)
        self._let_go()  # before the news: among it is the code with which they could come back
        self._tell(news)
        if self._tallies.follow(record.json for record in news):
            self._tallies_beat.now()
        elif self._tallies.waits:
            self._tallies_beat.soon()
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
            self._doings.gather(member.actor.person, structs.asdict(self._drags.shown(member.actor, doing)))

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
            self._ground.begin(opening)
            self._standing.follow(opening.records)
            self._tallies.begin(opening.votes, opening.dots, opening.notes)
            self._hidden.tell()
            await self.catch_up()
            return True

    def _tell(self, news: Sequence[Record]) -> None:
        """Hand this on in frames of a bearable size; who bore what came before may have it all."""
        said = News(news)
        for member in self.members:
            member.push(*said.frames_for(member.actor))
        if self._hidden.is_news:
            self._hidden_beat.soon()

    def _tell_hidden(self) -> None:
        self._hidden.tell()
        for member in self.members:
            member.push(self._hidden.frame_for(member.actor))

    def _let_go(self) -> None:
        """Who was shown out leaves, or came in with an old key; who is somebody else now comes back as that."""
        stand = self._standing
        for member in list(self.members) if stand.removed or stand.changed or stand.locked_out else ():
            if member.person in stand.removed:
                member.close(self._goodbye("removed", member))
            elif member.person is None and member.actor.role in stand.locked_out:
                member.close(self._goodbye("key_renewed", member))
            elif member.person in stand.changed:
                member.let_go()

    def _has_after(self, since: int) -> bool:
        """Are all changes after this number at hand?"""
        last = self.seq or 0
        return since == last or self._recent.follows(since)

    async def _fresh_snapshot(self, person: str | None) -> bool:
        """Make sure of a snapshot from which what is at hand leads to now; all who come in together share one."""
        async with self._photographing:
            for _ in range(READINGS):
                if self._snapshot and self._leads_to_now(self._snapshot[0], person):
                    break
                session = await asyncio.to_thread(self._house.session, self.workshop)
                if session is None:
                    return False
                self._snapshot = session.seq, await asyncio.to_thread(frames.snapshot, session)
            return True

    def _leads_to_now(self, seq: int, person: str | None) -> bool:
        """A number that is ahead will be caught up with: what is in between was committed elsewhere."""
        return seq >= (self.seq or 0) or (self._has_after(seq) and self._standing.is_as(person, seq))

    def _greet(self, member: Member, since: int | None) -> None:
        """What a member must know before it hears what follows."""
        actor, online, clock = member.actor, sorted(self._doings.online), self._house.now()
        dots = self._tallies.own(actor)
        if since is None and self._snapshot:
            since, whole = self._snapshot
            member.greet(frames.snapshot_for(whole, actor, online, clock, dots))
        *lots, last = list(frames.lots(audible(self._recent.after(since or 0), actor))) or [[]]
        for lot in lots:
            member.greet(frames.changes(told(lot, actor), lot[-1].seq))
        # Who hears who they are has heard all that was missed, and can judge what they did meanwhile.
        more = {"you": frames.you(actor), "online": online, "now": clock, "dots": dots}
        member.greet(frames.changes(told(last, actor), max(self.seq or 0, since or 0), **more))
        for vote in self._tallies.whole():
            member.greet(frames.tally(vote))
        if self._ground.hidden:
            member.greet(self._hidden.frame_for(actor))

    def _tell_tallies(self) -> None:
        stand = [frames.tally(vote) for vote in self._tallies.news()]
        for member in self.members if stand else ():
            member.push(*stand)

    def _show(self, frame: str) -> None:
        for member in self.members:
            member.push(frame)


def _are_alike(one: Member, other: Member) -> bool:
    """Are they of one person or, of nobody in particular, of one role?"""
    return one.person == other.person if one.person else (other.person, one.actor.role) == (None, other.actor.role)
