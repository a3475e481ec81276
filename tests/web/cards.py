"""Network cards, as psutil tells of them."""

import socket
from typing import NamedTuple


class Card(NamedTuple):
    """One address of one card."""

    family: int
    address: str


Cards = dict[str, list[Card]]


def ip(address: str) -> Card:
    """A card with an address of the old kind."""
    return Card(socket.AF_INET, address)
