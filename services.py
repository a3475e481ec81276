"""What the process has one of: the database, the ledger, the open rooms, the worker that writes reports."""

from dataclasses import dataclass
from functools import cache

from canvas.live.hub import Hub
from exports.worker import Worker
from sentences import sentence
from settings import Settings, settings
from storage.database import Database, opened
from storage.house import House
from storage.ledger import Ledger
from web.wrong_codes import WrongCodes


@dataclass(frozen=True, slots=True)
class Services:
    """Handed to addresses and pages; made once, at the first use."""

    settings: Settings
    database: Database
    ledger: Ledger
    house: House
    hub: Hub
    worker: Worker
    wrong_codes: WrongCodes


@cache
def services() -> Services:
    """The services of this process, with the database on its newest schema; raises SettingsError or StorageError."""
    database = opened(settings().database_url)
    ledger = Ledger(database)
    house = House(ledger, sentence)
    hub = Hub(house)
    ledger.listen(hub.hear)
    return Services(settings(), database, ledger, house, hub, Worker(), WrongCodes())
