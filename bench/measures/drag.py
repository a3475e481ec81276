"""Five of fifty people drag notes, ten steps a second each: whether the notes of the others come as soon as without."""

from functools import partial

from bench.measures.room import MEMBERS, RATE, delay
from bench.results import Row
from bench.sitting import Case, case, in_turn

DRAGGERS, SECONDS = 5, 8
NOISE = 1.25
"""Differences under a quarter are noise."""


def measure() -> list[Row]:
    """The delay of others' notes with and without the drags, in one sitting."""
    load = partial(case, "product", n=MEMBERS, rate=RATE, secs=SECONDS)
    found = in_turn({"still": load, "dragging": partial(load, draggers=DRAGGERS)})
    return rows(found["still"], found["dragging"])


def rows(still: Case, dragging: Case) -> list[Row]:
    """No figure where the drags did not reach everybody: then nothing was measured."""
    seen = dragging["drags"] / MEMBERS / SECONDS
    row = delay(f"product, {DRAGGERS} dragging", dragging, round(still["p95"] * NOISE, 2))
    remark = f"{row.remark}; each member heard of drags {seen:.1f} times a second"
    return [
        delay("product, nobody dragging", still),
        Row(row.what, row.value if seen > 5 else None, row.unit, row.limit, remark),
    ]
