"""At the door with a join code: guesses at codes hold up newcomers, never who is known there already."""

from services import Services
from storage import joining
from storage.access import Membership


def knock(services: Services, device: str, code: str) -> Membership:
    """What the device is behind the door with this code; raises Refused when it does not open."""
    if joining.is_known(services.ledger, device, code):
        return joining.knock(services.ledger, device, code)
    with services.wrong_codes.counting():
        return joining.knock(services.ledger, device, code)
