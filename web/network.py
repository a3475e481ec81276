"""Under which addresses other devices reach this server."""

import socket
from ipaddress import IPv4Address, ip_address

import psutil
import segno

VIRTUAL = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "vethernet", "utun", "tun", "tap", "zt", "wg")
"""How networks are named that exist inside this machine only."""


def bases(public_url: str | None, scheme: str, port: int) -> list[str]:
    """Scheme, host and port as people type them, the likeliest first; PUBLIC_URL alone where it is set."""
    if public_url:
        return [public_url]
    suffix = "" if (scheme, port) in (("http", 80), ("https", 443)) else f":{port}"
    return [f"{scheme}://{address}{suffix}" for address in addresses()] or [f"{scheme}://{_name()}{suffix}"]


def addresses() -> list[str]:
    """The IPv4 addresses of this machine on its networks, real networks before virtual ones, never localhost."""
    found: list[tuple[bool, bool, str]] = []
    for name, cards in psutil.net_if_addrs().items():
        for card in cards:
            if card.family == socket.AF_INET and _is_reachable(card.address):
                found.append((name.lower().startswith(VIRTUAL), not ip_address(card.address).is_private, card.address))
    return [address for _, _, address in sorted(found)]


def qr(address: str) -> str:
    """The address as a QR code: an SVG in a data address, dark on light with its quiet zone."""
    return segno.make(address, error="m").svg_data_uri(dark="#1F2D36", light="#FFFFFF", border=3, scale=8)


def _is_reachable(address: str) -> bool:
    found = IPv4Address(address)
    return not (found.is_loopback or found.is_link_local or found.is_unspecified)


def _name() -> str:
    """The machine's own name, where it is on no network at all (yet)."""
    return f"{socket.gethostname().split('.')[0].lower()}.local"
