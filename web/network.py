"""Which addresses this machine has, and under which of them other devices reach this server."""

import asyncio
import socket
import time
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any

import psutil
import segno

VIRTUAL = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "vethernet", "utun", "tun", "tap", "zt", "wg")
"""How networks are named that exist inside this machine only."""

LOOK_EVERY = 5.0
"""Seconds between looks at the network cards, however many unknown addresses are asked for."""
Address = IPv4Address | IPv6Address


class Machine:
    """The addresses of this machine; an unknown one makes it look again, as laptops change networks."""

    def __init__(self) -> None:
        self._known: frozenset[Address] = frozenset()
        self._looked = -LOOK_EVERY
        self._looking = asyncio.Lock()

    async def has(self, address: Address) -> bool:
        """Does this address lead to this machine?"""
        if address.is_loopback or address in self._known:
            return True
        async with self._looking:
            if address not in self._known and time.monotonic() - self._looked >= LOOK_EVERY:
                self._looked = time.monotonic()
                self._known = await asyncio.to_thread(_all)
        return address in self._known


def address_in(text: str) -> Address | None:
    """The address that a text is, if it is one; of IPv4 within IPv6, the inner one."""
    try:
        found = ip_address(text.split("%")[0])
    except ValueError:
        return None
    return (found.ipv4_mapped or found) if isinstance(found, IPv6Address) else found


def bases(public_url: str | None, scheme: str, port: int) -> list[str]:
    """Scheme, host and port as people type them, the likeliest first; PUBLIC_URL alone where it is set."""
    if public_url:
        return [public_url]
    suffix = "" if (scheme, port) in (("http", 80), ("https", 443)) else f":{port}"
    return [f"{scheme}://{address}{suffix}" for address in addresses()] or [f"{scheme}://{_name()}{suffix}"]


def addresses() -> list[str]:
    """The IPv4 addresses of this machine on its networks, real networks before virtual ones, never localhost."""
    found: list[tuple[bool, bool, str]] = []
    for name, cards in _cards().items():
        for card in cards:
            if card.family == socket.AF_INET and _is_reachable(card.address):
                found.append((name.lower().startswith(VIRTUAL), not ip_address(card.address).is_private, card.address))
    return [address for _, _, address in sorted(found)]


def qr(address: str) -> str:
    """The address as a QR code: an SVG in a data address, dark on light with its quiet zone."""
    return segno.make(address, error="m").svg_data_uri(dark="#1F2D36", light="#FFFFFF", border=3, scale=8)


def _cards() -> dict[str, list[Any]]:
    try:
        return dict(psutil.net_if_addrs())
    except OSError:  # a sandbox may forbid it; what needs no reading is still let in
        return {}


def _all() -> frozenset[Address]:
    texts = [card.address for cards in _cards().values() for card in cards]
    return frozenset(found for text in texts if (found := address_in(text)) and not found.is_unspecified)


def _is_reachable(address: str) -> bool:
    found = IPv4Address(address)
    return not (found.is_loopback or found.is_link_local or found.is_unspecified)


def _name() -> str:
    """The machine's own name, where it is on no network at all (yet)."""
    return f"{socket.gethostname().split('.')[0].lower()}.local"
