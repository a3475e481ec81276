"""The body of a request: read, or dropped, so that who sends all of it before listening hears the answer.

A server that answers and closes while somebody is still sending breaks their line, and the answer is lost with it.
"""

from contextlib import suppress

import anyio
from starlette.requests import ClientDisconnect, Request

from canvas.board import limits
from canvas.board.errors import BadMessage

WITHIN = 10.0
"""Seconds for a body; who sends it holds one of the server's threads meanwhile."""
DROPPED_BYTES = 16 * 1024 * 1024
"""After so much, who still sends must do without the answer."""


async def read(request: Request) -> bytes:
    """A body of at most one frame's size; raises BadMessage for one that is larger, or not there in time."""
    kept, size, whole = b"", 0, False
    with anyio.move_on_after(WITHIN):
        async for part in request.stream():
            size += len(part)
            kept = kept + part if size <= limits.FRAME_BYTES else b""
            if size > DROPPED_BYTES:
                break
        whole = True
    if size > limits.FRAME_BYTES:
        raise BadMessage("frame_too_large", limit=limits.FRAME_BYTES)
    if not whole:
        raise BadMessage("malformed")
    return kept


async def drop(request: Request) -> None:
    """Hear a body out that nobody wants."""
    with suppress(BadMessage, ClientDisconnect):  # the answer is another anyway
        await read(request)
