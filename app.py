"""Wiring: the pages, the live room, the addresses, and the guard in front of them, in one server."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import streamlit as st
from starlette.middleware import Middleware

from canvas.live import routes as live
from services import services
from settings import HERE
from storage import retention
from web import addresses, api, reports
from web.device import DeviceCookie
from web.guard import Guard


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Open the rooms and warm up, then look after both until the server stops."""
    house = services()
    tasks = [asyncio.create_task(house.hub.watch()), asyncio.create_task(retention.keep(house.ledger))]
    house.worker.start()
    # Streamlit's own collection after every script run is off (config.toml): it stalls every socket beside it.
    gc.collect()
    gc.freeze()
    yield {}
    for task in tasks:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    house.worker.stop()
    house.ledger.close()
    house.database.close()


app = st.App(
    HERE / "main.py",
    routes=[
        *live.routes(services().hub),
        *addresses.routes(services()),
        *reports.routes(services()),
        *api.routes(services()),  # the last: what it does not know under /api/ is nowhere
    ],
    middleware=[Middleware(Guard, public_url=services().settings.public_url), Middleware(DeviceCookie)],
    lifespan=lifespan,
)

if __name__ == "__main__":
    app.run(config={"server.port": port} if (port := services().settings.port) else None)
