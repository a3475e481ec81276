"""The addresses of the live room: its socket and its files."""

import asyncio
import re
from contextlib import suppress
from pathlib import Path

from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import Scope
from starlette.websockets import WebSocket, WebSocketDisconnect

from canvas.board import limits
from canvas.board.errors import BadMessage
from canvas.board.messages import Ask, Hello, Ping, Presence, You, parse
from canvas.live import frames
from canvas.live.hub import Hub
from canvas.live.languages import spoken
from canvas.live.member import Member
from canvas.live.pace import weight
from canvas.live.room import Room
from stepstones.content import LANGUAGES
from stepstones.rules import Actor
from stepstones.stones import BOARDS, STOPS
from stepstones.workshop import FRAMING

STATIC = Path(__file__).parent.parent / "static"
HELLO_WITHIN = 10.0
LAST_WORDS_WITHIN = 5.0
"""Seconds in which a member who is let go may still hear why."""
PLACES = frozenset((*BOARDS, *STOPS, FRAMING, None))
"""Where somebody can be, as far as the others are shown; at a stone of one's own, too."""
OWN_PLACE = re.compile(limits.OWN_ID)
CLOSE_POLICY, CLOSE_TOO_LARGE = 1008, 1009


def routes(hub: Hub) -> list[BaseRoute]:
    """The socket of each workshop and the files that the room's page loads."""

    async def socket(websocket: WebSocket) -> None:
        await Conversation(hub, websocket).run()

    return [
        WebSocketRoute("/ws/workshops/{workshop}", socket),
        Mount("/canvas/static", RevisedFiles(directory=STATIC), name="canvas"),
    ]


class RevisedFiles(StaticFiles):
    """Static files that a browser asks after each time, so that nobody runs yesterday's room."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, with the order to ask again."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "no-cache"
        return response


class Conversation:
    """One socket from hello to goodbye."""

    def __init__(self, hub: Hub, websocket: WebSocket) -> None:
        self._hub, self._house, self._websocket = hub, hub.house, websocket
        self._workshop: str = websocket.path_params["workshop"]
        self._language = LANGUAGES[0]

    async def run(self) -> None:
        """Hold the conversation."""
        await self._websocket.accept()
        with suppress(WebSocketDisconnect, OSError):  # they left, or their line broke: they come back by themselves
            self._language = await asyncio.to_thread(self._spoken)
            try:
                await self._take_part(await self._greeting())
            except BadMessage as bad:
                await self._end(bad)

    def _spoken(self) -> str:
        asked = self._websocket
        preferred = asked.headers.get("accept-language", "")
        return spoken(asked.cookies, preferred, lambda: self._house.language(self._workshop))

    async def _greeting(self) -> Hello:
        try:
            hello = parse(await asyncio.wait_for(self._hear(), HELLO_WITHIN))
        except TimeoutError:
            hello = None
        if not isinstance(hello, Hello):
            raise BadMessage("hello_first")
        return hello

    async def _identify(self, hello: Hello) -> Actor:
        """Who this is."""
        device = self._websocket.cookies.get("device")
        actor = await asyncio.to_thread(self._house.identify, self._workshop, device, hello.token)
        if actor is None:
            raise BadMessage("not_a_member")
        return actor

    async def _take_part(self, hello: Hello) -> None:
        known = await self._identify(hello)
        room = self._hub.room(self._workshop)
        tempo = self._hub.tempos.of((self._workshop, known.person)) if known.person else None
        member = Member(_seen(known, hello), self._language, self._websocket.send_text, known.person, tempo)
        try:
            if not await room.enter(member, _since(hello, member.actor)):
                raise BadMessage("workshop_gone")
            await self._still_welcome(hello, known, member)
            await self._talk(room, member)
        finally:
            self._hub.leave(room, member)

    async def _still_welcome(self, hello: Hello, known: Actor, member: Member) -> None:
        """Who was shown out, or became another, just before the room knew them would be overlooked."""
        try:
            if await self._identify(hello) != known:
                member.let_go()
        except BadMessage:
            raise BadMessage("removed") from None

    async def _talk(self, room: Room, member: Member) -> None:
        """Send and listen until either side ends it."""
        doing = (member.run(), self._listen(room, member), self._wait_for_last_words(member))
        tasks = [asyncio.create_task(work) for work in doing]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        for task in done:
            task.result()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._websocket.close(CLOSE_POLICY), LAST_WORDS_WITHIN)

    async def _wait_for_last_words(self, member: Member) -> None:
        await member.closed.wait()
        await asyncio.sleep(LAST_WORDS_WITHIN)

    async def _hear(self) -> str | bytes:
        message = await self._websocket.receive()
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message["code"])
        text: str | bytes | None = message.get("text")
        return message["bytes"] if text is None else text

    async def _listen(self, room: Room, member: Member) -> None:
        while True:
            frame = await self._hear()
            if member.closed.is_set():
                continue  # nobody listens to who is on the way out
            try:
                self._take(room, member, frame)
            except BadMessage as bad:
                if bad.reason == "frame_too_large":
                    raise
                member.push(frames.refusal(bad.change, bad.reason, self._sentence(bad)))

    def _take(self, room: Room, member: Member, frame: str | bytes) -> None:
        message = parse(frame)
        if isinstance(message, Ask):
            if not member.tempo.changes.allows(weight(message.do)):
                raise BadMessage("too_fast", message.id, limit=limits.CHANGES_PER_SECOND)
            if not self._house.ask(self._workshop, message, member.actor, member):
                member.let_go()  # a refusal would lose what the next start of the server can still save
        elif isinstance(message, Presence):
            if message.stone not in PLACES and not OWN_PLACE.fullmatch(message.stone or ""):
                raise BadMessage("malformed")
            room.show(member, message)
        elif isinstance(message, Ping):
            member.push(frames.PONG)

    def _sentence(self, bad: BadMessage) -> str:
        return self._house.sentence(bad.reason, self._language, bad.values)

    async def _end(self, bad: BadMessage) -> None:
        await self._websocket.send_text(frames.bye(bad.reason, self._sentence(bad)))
        await self._websocket.close(CLOSE_TOO_LARGE if bad.reason == "frame_too_large" else CLOSE_POLICY)


def _seen(known: Actor, hello: Hello) -> Actor:
    """A projector view shows no more than a projector may see, whoever opened it; a reader may see less still."""
    if hello.view == "projector" and known.role != "reader":
        return Actor(None, "projector")
    return known


def _since(hello: Hello, actor: Actor) -> int | None:
    """What they have goes for who they were: as somebody else they may see other things."""
    return hello.since if hello.you is None or hello.you == You(actor.person, actor.role) else None
