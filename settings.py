"""What the environment says, read once."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

USUAL_PORT = 8501
HERE = Path(__file__).resolve().parent


class SettingsError(ValueError):
    """A setting that cannot work."""


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
    return Settings(
        database_url=os.environ.get("DATABASE_URL") or f"sqlite:///{(HERE / 'data' / 'workshops.sqlite3').as_posix()}",
        public_url=_public_url(os.environ.get("PUBLIC_URL", "").rstrip("/")),
        port=_port(os.environ.get("STREAMLIT_SERVER_PORT", "")),
    )


def _port(text: str) -> int | None:
    if not text:
        return None
    if not (text.isdecimal() and 0 < int(text) < 65536):
        raise SettingsError(f"STREAMLIT_SERVER_PORT is {text!r}, but must be a number from 1 to 65535, such as 8501.")
    return int(text)


def _public_url(url: str) -> str | None:
    """The guard lets this host in and the join code shows it, so half an address would keep everybody out."""
    if not url:
        return None
    try:
        scheme, host, *rest = urlsplit(url)
    except ValueError:
        scheme, host, rest = "", "", []
    if scheme not in ("http", "https") or not host or any(rest):
        raise SettingsError(
            f"PUBLIC_URL is {url!r}, but must be http or https and a host only, such as https://workshop.example.org."
        )
    return url
