"""What the environment says, read once."""

import os
import re
from dataclasses import dataclass
from functools import cache
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

import idna

USUAL_PORT = 8501
DEFAULT_PORTS = {"http": 80, "https": 443}
"""The ports that browsers leave out of an address."""
LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
NAME = re.compile(rf"(?=.{{1,253}}$){LABEL}(\.{LABEL})*")
NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
HERE = Path(__file__).resolve().parent


class SettingsError(ValueError):
    """A setting that cannot work."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the data is and under which address the world sees the server."""

    database_url: str
    public_url: str | None
    """Scheme and host as browsers write them, without a path; None where the network address serves."""
    port: int | None
    """Where the server listens; None for 8501, or the next that is free."""


@cache
def settings() -> Settings:
    """The settings: DATABASE_URL, PUBLIC_URL and Streamlit's own STREAMLIT_SERVER_PORT."""
    return Settings(
        database_url=os.environ.get("DATABASE_URL") or f"sqlite:///{(HERE / 'data' / 'workshops.sqlite3').as_posix()}",
        public_url=_public_url(os.environ.get("PUBLIC_URL", "").strip().rstrip("/")),
        port=_port(os.environ.get("STREAMLIT_SERVER_PORT", "")),
    )


def _port(text: str) -> int | None:
    if not text:
        return None
    if not (text.isdecimal() and 0 < int(text) < 65536):
        raise SettingsError(f"STREAMLIT_SERVER_PORT is {text!r}, but must be a number from 1 to 65535, such as 8501.")
    return int(text)


def _public_url(url: str) -> str | None:
    """The guard lets this host in and the join code shows it, so an address that is half right would keep all out."""
    if not url:
        return None
    try:
        return _as_browsers_write(urlsplit(url))
    except ValueError:
        shown = re.sub("//.*@", "//…@", url)  # a password does not belong on a screen or in a log
        raise SettingsError(
            f"PUBLIC_URL is {shown!r}, but must be http or https and a host only, its name of letters, digits, "
            "hyphens and dots, such as https://workshop.example.org."
        ) from None


def _as_browsers_write(url: SplitResult) -> str:
    """The one form of this address that browsers send; raises ValueError for what has none."""
    if url.scheme not in DEFAULT_PORTS or "@" in url.netloc or url.port == 0 or any(url[2:]):
        raise ValueError(url)
    host = _bracketed(url) if url.netloc.startswith("[") else _named(url.hostname or "")
    return f"{url.scheme}://{host}" + ("" if url.port in (None, DEFAULT_PORTS[url.scheme]) else f":{url.port}")


def _bracketed(url: SplitResult) -> str:
    address = IPv6Address(url.hostname or "")
    if address.scope_id is not None:
        raise ValueError(url)
    return f"[{address}]"


def _named(host: str) -> str:
    name = host if host.isascii() else idna.encode(host, uts46=True).decode()
    if not NAME.fullmatch(name):
        raise ValueError(host)
    if NUMBER.fullmatch(name.rsplit(".", 1)[-1]):
        return str(IPv4Address(name))  # what ends in a number is an address to browsers
    return name
