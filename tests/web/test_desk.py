import asyncio

import pytest

from stepstones.errors import Refused
from web.desk import Desk


class Workbench:
    """Makes what it is asked for when it is let go; counts what it began."""

    def __init__(self) -> None:
        self.begun = 0
        self.go = asyncio.Event()

    async def make(self) -> str:
        self.begun += 1
        await self.go.wait()
        return f"made {self.begun}"

    async def fail(self) -> str:
        await self.go.wait()
        raise OSError("no paper")


async def turns() -> None:
    """Let everybody get as far as they can."""
    for _ in range(5):
        await asyncio.sleep(0)


def test_the_same_order_of_many_is_made_once() -> None:
    async def story() -> None:
        desk, bench = Desk[str](), Workbench()
        orders = [asyncio.create_task(desk.order("report 5", who, bench.make)) for who in ("Anna", "Bram", "Anna")]
        await turns()
        bench.go.set()
        assert await asyncio.gather(*orders) == ["made 1"] * 3

    asyncio.run(story())


def test_who_waits_gets_nothing_else_meanwhile_and_afterwards_does() -> None:
    async def story() -> None:
        desk, bench = Desk[str](), Workbench()
        orders = [asyncio.create_task(desk.order("report 5", who, bench.make)) for who in ("Anna", "Bram")]
        await turns()
        for who in ("Anna", "Bram"):
            with pytest.raises(Refused, match="too_fast"):
                await desk.order("report 6", who, bench.make)
        bench.go.set()
        await asyncio.gather(*orders)
        assert await desk.order("report 6", "Anna", bench.make) == "made 2"

    asyncio.run(story())


def test_who_hangs_up_takes_nothing_from_the_others() -> None:
    async def story() -> None:
        desk, bench = Desk[str](), Workbench()
        anna, bram = (asyncio.create_task(desk.order("report 5", who, bench.make)) for who in ("Anna", "Bram"))
        await turns()
        anna.cancel()
        await turns()
        bench.go.set()
        assert await bram == "made 1"

    asyncio.run(story())


def test_what_fails_fails_for_everybody_and_can_be_ordered_again() -> None:
    async def story() -> None:
        desk, bench = Desk[str](), Workbench()
        orders = [asyncio.create_task(desk.order("report 5", who, bench.fail)) for who in ("Anna", "Bram")]
        await turns()
        bench.go.set()
        failures = await asyncio.gather(*orders, return_exceptions=True)
        assert [str(failure) for failure in failures] == ["no paper"] * 2
        assert await desk.order("report 5", "Anna", bench.make) == "made 1"

    asyncio.run(story())


def test_two_are_made_at_a_time_and_the_others_are_not_begun() -> None:
    async def story() -> None:
        desk, bench = Desk[str](), Workbench()
        orders = [asyncio.create_task(desk.order(f"report {i}", f"person {i}", bench.make)) for i in range(5)]
        await turns()
        assert bench.begun == 2
        bench.go.set()
        await asyncio.gather(*orders)
        assert bench.begun == 5

    asyncio.run(story())


def test_the_time_in_the_line_counts_and_who_gave_up_waiting_is_never_begun() -> None:
    async def story() -> None:
        desk, bench = Desk[str](), Workbench()
        orders = [asyncio.create_task(desk.order(f"report {i}", f"person {i}", bench.make)) for i in range(2)]
        await turns()
        with pytest.raises(TimeoutError):
            await desk.order("report 6", "Anna", bench.make, within=0)
        bench.go.set()
        await asyncio.gather(*orders)
        assert bench.begun == 2
        assert await desk.order("report 7", "Anna", bench.make) == "made 3"

    asyncio.run(story())
