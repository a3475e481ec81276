"""Fifty people in, twenty new notes a second: how soon a note is on disk and with everyone else, beside the floors.

The fifty are in as browsers are: each came through the join address with a cookie of its own, typed a name, and holds
a Streamlit session on the page of the room and a socket in the room. Ten of them write.
"""

from bench.results import Row
from bench.sitting import Case, medians

MEMBERS, RATE = 50, 20
ABOVE_THE_FLOOR = 8
"""Milliseconds, at p95."""
MEGABYTES = 400


def measure(repeats: int = 3) -> list[Row]:
    """Delays of the floors and of the product in one sitting, and what the product lost and used meanwhile."""
    cases = medians(["floor-full", "floor-group", "product"], repeats, n=MEMBERS, rate=RATE)
    floor, product = cases["floor-full"], cases["product"]
    share = f"floor-full {floor['server_cpu_pct']} %"
    return [
        delay("floor-full", floor),
        delay("floor-group", cases["floor-group"]),
        delay("product", product, round(floor["p95"] + ABOVE_THE_FLOOR, 1)),
        Row(
            "product: arrivals lost", product["lost"], "", 0, f"{product['sent']:,} notes, {MEMBERS - 1} arrivals each"
        ),
        Row("product: notes not on disk", product["not_stored"], "", 0, "looked up when the server had ended"),
        memory(product),
        Row("product: share of one core", product["server_cpu_pct"], "%", None, share),
    ]


def delay(name: str, case: Case, limit: float | None = None) -> Row:
    """The delay that counts; beside it the others, and how busy other programs kept the machine meanwhile."""
    remark = f"p50 {case['p50']}, p99 {case['p99']} ms; middle of {case['repeats']}; "
    remark += f"others used {case['other_cpu_pct']} % of a core"
    return Row(f"{name}: a change at all others, p95", case["p95"], "ms", limit, remark)


def memory(case: Case) -> Row:
    """The most memory in any repeat; no figure when not everyone was in to the end, with page and socket."""
    sockets = MEMBERS - case["dropped"]
    most = case["server_peak_mb"] if case["pages"] == sockets == MEMBERS else None
    remark = f"peak RSS of server and report worker, PSS {case['server_pss_mb']} MB; in: {case['pages']} Streamlit "
    remark += f"sessions on the page of the room and {sockets} sockets in the room"
    return Row(f"product: most memory with {MEMBERS} in", most, "MB", MEGABYTES, remark)
