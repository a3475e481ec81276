"""The rooms that are open now, and the way from the ledger to each of them."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Sequence

from canvas.live import frames
from canvas.live.house import Committed, House, Outcome
from canvas.live.member import Member
from canvas.live.pace import Tempos
from canvas.live.room import Room
from stepstones.log import Record
from stepstones.rules import may_see

LOOK_EVERY = 1.0
"""Seconds between looks at the database for what another process wrote."""
log = logging.getLogger(__name__)


class Hub:
    """Rooms by workshop; one per process, alive while `watch` runs."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.rooms: dict[str, Room] = {}
        self.tempos = Tempos()
        self.loop: asyncio.AbstractEventLoop | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def room(self, workshop: str) -> Room:
        """The room of a workshop for one who comes in, opened if need be; `leave` follows, whatever happens."""
        room = self.rooms.setdefault(workshop, Room(workshop, self.house))
        room.visitors += 1
        return room

    def leave(self, room: Room, member: Member) -> None:
        """A member left; a room that nobody is in, or about to be in, is closed."""
        room.leave(member)
        self.tempos.keep(member.tempo)
        room.visitors -= 1
        if not room.visitors and self.rooms.get(room.workshop) is room:
            del self.rooms[room.workshop]

    def online(self, workshop: str) -> set[str]:
        """The people who are in the room of a workshop; asked in the event loop."""
        members = self.rooms[workshop].members if workshop in self.rooms else ()
        return {member.actor.person for member in members if member.actor.person}

    def hear(self, outcomes: Sequence[Outcome]) -> None:
        """What the ledger committed or refused; called in the ledger's thread."""
        if self.loop and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self._deliver, outcomes)

    async def watch(self) -> None:
        """Look after the open rooms until cancelled."""
        self.loop = asyncio.get_running_loop()
        fails = False
        while True:
            await asyncio.sleep(LOOK_EVERY)
            failed, fails = fails, not await self._looks(fails)
            if failed and not fails:
                log.warning("the database can be looked at again")

    async def _looks(self, fails: bool) -> bool:
        """Look, and say whether that went well; what goes wrong time after time is logged the first time."""
        try:
            await self._look()
        except Exception:
            if not fails:
                log.exception("the database could not be looked at; trying again every %s seconds", LOOK_EVERY)
            return False
        return True

    async def _look(self) -> None:
        open_rooms = {id: room for id, room in self.rooms.items() if room.seq is not None}
        if not open_rooms:
            return
        numbers = await asyncio.to_thread(self.house.last_numbers, list(open_rooms))
        for id, room in open_rooms.items():
            if id not in numbers:
                room.close("workshop_gone")
            elif numbers[id] > (room.seq or 0):
                await room.catch_up()

    def _deliver(self, outcomes: Sequence[Outcome]) -> None:
        records: defaultdict[str, list[Record]] = defaultdict(list)
        for outcome in outcomes:
            made = outcome.committed
            if made and made.record:
                records[outcome.request.workshop].append(Record(made.seq, made.record, made.audience, made.owner))
            if isinstance(outcome.request.origin, Member) and not self._is_heard(made, outcome.request.origin):
                outcome.request.origin.push(self._answer(outcome, outcome.request.origin.language))
        for workshop, found in records.items():
            room = self.rooms.get(workshop)
            if room and not room.deliver(found):
                self._start(room)

    def _start(self, room: Room) -> None:
        task = asyncio.get_running_loop().create_task(room.catch_up())
        self._tasks.add(task)
        task.add_done_callback(self._caught_up)

    def _caught_up(self, task: asyncio.Task[None]) -> None:
        """Where reading failed, the next look tries again and logs."""
        self._tasks.discard(task)
        if not task.cancelled():
            task.exception()

    def _is_heard(self, made: Committed | None, member: Member) -> bool:
        """Will who asked hear of it with all others? Else they get an answer of their own."""
        return made is not None and made.record is not None and may_see(member.actor, made.audience, made.owner)

    def _answer(self, outcome: Outcome, language: str) -> str:
        if outcome.committed:
            return frames.acknowledgement(outcome.request.id, outcome.committed.seq)
        refused = outcome.refused
        assert refused is not None, "a change is committed or refused"
        sentence = self.house.sentence(refused.reason, language, refused.values)
        return frames.refusal(outcome.request.id, refused.reason, sentence)
