"""What a busy board asks of the server: a hundred changes a second at fifty people, and at two hundred."""

from bench.measures.room import delay
from bench.results import Row
from bench.sitting import Case, case, medians

RATE, MEMBERS, CROWD = 100, 50, 200
ABOVE_THE_FLOOR = 4
"""Milliseconds, at p95."""
TIMES_THE_FLOOR = 2
"""Of a core, with two hundred in."""
PEERS = ["floor-group", "product"]


def measure() -> list[Row]:
    """Delays beside the floor with fifty in; with two hundred in what got lost, and the share of a core."""
    fifty = medians(PEERS, n=MEMBERS, rate=RATE, secs=8)
    crowd = {name: case(name, n=CROWD, rate=RATE, secs=8) for name in PEERS}
    return [*delays(fifty["floor-group"], fifty["product"]), *shares(crowd["floor-group"], crowd["product"])]


def delays(floor: Case, product: Case) -> list[Row]:
    """How soon a change is at all others."""
    load = f"with {MEMBERS} in, {RATE}/s"
    return [
        delay(f"floor-group {load}", floor),
        delay(f"product {load}", product, round(floor["p95"] + ABOVE_THE_FLOOR, 1)),
        lost(f"product {load}", product),
    ]


def shares(floor: Case, product: Case) -> list[Row]:
    """What a crowd costs; nobody may fall out, and nothing may get lost."""
    load = f"with {CROWD} in, {RATE}/s"
    remark = f"p95 {product['p95']} ms, floor-group {floor['p95']} ms; client {product['client_cpu_pct']} %"
    most = TIMES_THE_FLOOR * floor["server_cpu_pct"]
    return [
        lost(f"product {load}", product),
        Row(f"product {load}: members dropped", product["dropped"], "", 0),
        Row(f"floor-group {load}: share of one core", floor["server_cpu_pct"], "%"),
        Row(f"product {load}: share of one core", product["server_cpu_pct"], "%", most, remark),
    ]


def lost(what: str, found: Case) -> Row:
    """Arrivals that never came, and changes that are not on disk."""
    missing = found["lost"] + (found["not_stored"] or 0)
    return Row(f"{what}: arrivals and changes lost", missing, "", 0, f"{found['sent']:,} changes")
