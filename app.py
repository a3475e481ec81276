"""Wiring: the pages, the live room, the addresses, and the guard in front of them, in one server."""

import asyncio
import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import streamlit as st
from starlette.middleware import Middleware

from canvas.live import routes as live
from services import Services, services
from settings import HERE, SettingsError
from storage import retention
from storage.errors import StorageError
from web import addresses, api, drawings, pictures, reports, suggestions
from web.device import DeviceCookie
from web.guard import Guard
from web.quiet import QuietPage


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Open the rooms and warm up, then look after both until the server stops."""
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


def first_services() -> Services:
    """The services, or the end: who starts the server reads a sentence instead of the way through the code."""
    try:
        return services()
    except (SettingsError, StorageError) as error:
        print(error, file=sys.stderr)
        raise SystemExit(2) from None


house = first_services()
app = st.App(
    HERE / "main.py",
    routes=[
        *live.routes(house.hub),
        *addresses.routes(house),
        *reports.routes(house),
        *suggestions.routes(house),
        *pictures.routes(house),
        *drawings.routes(house),
        *api.routes(house),  # the last: what it does not know under /api/ is nowhere
    ],
    middleware=[
        Middleware(Guard, public_url=house.settings.public_url),
        Middleware(DeviceCookie),
        Middleware(QuietPage),
    ],
    lifespan=lifespan,
)

if __name__ == "__main__":
    app.run(config={"server.port": house.settings.port} if house.settings.port else None)
