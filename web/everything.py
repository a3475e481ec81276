"""All of a workshop at once: the snapshot for programs, and the archive; each made once for all who ask alike."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from canvas.live import frames
from exports import archive
from stepstones.errors import Refused
from stepstones.seen import hidden_from, seen_by
from web.attachment import attachment
from web.desk import Desk
from web.interface import Asker, Interface


class Everything:
    """Answers who asks for all of it; a full workshop is many megabytes, so not for too many at a time."""

    def __init__(self, interface: Interface) -> None:
        self._services = interface.services
        self._interface = interface
        self._snapshots: Desk[frames.Whole] = Desk()
        self._archives: Desk[tuple[bytes, str, int]] = Desk()

    async def snapshot(self, request: Request) -> Response:
        """Everything that this member may see."""
        asker = await self._interface.asker(request)
        whole = await self._snapshots.order(
            (asker.workshop, asker.number), asker.who, lambda: run_in_threadpool(self._photographed, asker.workshop)
        )
        online, now = self._services.hub.online(asker.workshop), self._services.house.now()
        text = await run_in_threadpool(frames.snapshot_for, whole, asker.actor, online, now)
        return Response(text, media_type="application/json", headers={"Cache-Control": "private, no-store"})

    async def archive(self, request: Request) -> Response:
        """Everything of the workshop in one file, without its keys; for who leads it."""
        asker = await self._interface.asker(request)
        if asker.actor.role != "facilitator":
            raise Refused("facilitator_only")
        made = await self._archives.order(
            (asker.workshop, asker.number, asker.actor), asker.who, lambda: run_in_threadpool(self._archived, asker)
        )
        data, title, hidden = made
        answer = attachment(data, title, "json", "application/json")
        answer.headers["Hidden-Notes"] = str(hidden)
        return answer

    def _photographed(self, workshop: str) -> frames.Whole:
        return frames.snapshot(self._interface.whole(workshop))

    def _archived(self, asker: Asker) -> tuple[bytes, str, int]:
        """The file without the notes that are hidden from who asks, the title of the workshop, how many those are."""
        session = self._interface.whole(asker.workshop, with_pictures=True)
        hidden = hidden_from(session, asker.actor)
        return archive.write(seen_by(session, asker.actor), hidden), session.workshop.title, hidden
