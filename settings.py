"""What the environment says, read once."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

USUAL_PORT = 8501
HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the data is and under which address the world sees the server."""

    database_url: str
    public_url: str | None
    """Scheme and host as people type them, without a path; None where the network address serves."""
    port: int | None
    """Where the server listens; None for 8501, or the next that is free."""


@cache
def settings() -> Settings:
    """The settings: DATABASE_URL, PUBLIC_URL and Streamlit's own STREAMLIT_SERVER_PORT."""
    public = os.environ.get("PUBLIC_URL", "").rstrip("/")
    return Settings(
        database_url=os.environ.get("DATABASE_URL") or f"sqlite:///{(HERE / 'data' / 'workshops.sqlite3').as_posix()}",
        public_url=public or None,
        port=int(port) if (port := os.environ.get("STREAMLIT_SERVER_PORT", "")).isdigit() else None,
    )
