"""The body of a request: read, or dropped, so that who sends all of it before listening hears the answer.

A server that answers and closes while somebody is still sending breaks their line, and the answer is lost with it.
"""

from contextlib import suppress

import anyio
from starlette.requests import ClientDisconnect, Request

from canvas.board import limits
from canvas.board.errors import BadMessage

WITHIN = 10.0
"""Seconds for a body, unless said otherwise; who sends it may hold one of the server's threads meanwhile."""
SLOWEST = 32 * 1024.0
"""Bytes a second: who has sent more of a long body by then may go on that much longer."""
DROPPED_BYTES = 16 * 1024 * 1024
"""After so much, who still sends must do without the answer."""


async def read(
    request: Request,
    most: int = limits.FRAME_BYTES,
    beyond: str = "frame_too_large",
    late: str = "malformed",
    within: float | None = None,
) -> bytes:
    """A body of at most so many bytes, or of a frame's; raises BadMessage: `beyond` for more, `late` when late."""
    parts: list[bytes] = []
    size, whole = 0, False
    began = anyio.current_time()
    end = began + (WITHIN if within is None else within)
    with anyio.CancelScope(deadline=min(end, began + WITHIN)) as patience:
        async for part in request.stream():
            size += len(part)
            patience.deadline = min(end, began + WITHIN + size / SLOWEST)
            parts.append(part)
            if size > most:
                parts.clear()
            if size > DROPPED_BYTES:
                break
        whole = True
    if size > most:
        raise BadMessage(beyond, limit=most)
    if not whole:
        raise BadMessage(late)
    return b"".join(parts)


async def drop(request: Request) -> None:
    """Hear a body out that nobody wants."""
    with suppress(BadMessage, ClientDisconnect):  # the answer is another anyway
        await read(request)
