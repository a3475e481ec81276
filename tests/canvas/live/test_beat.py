"""What comes in a row is told once, unless it cannot wait."""

import asyncio

from canvas.live.beat import Beat


async def later() -> None:
    """All that was to be told by now was told."""
    passed = asyncio.Event()
    asyncio.get_running_loop().call_later(0, passed.set)
    await passed.wait()


def test_what_comes_in_a_row_is_told_once() -> None:
    async def heard() -> list[str]:
        told: list[str] = []
        beat = Beat(0, lambda: told.append("news"))
        for _ in range(3):
            beat.soon()
        assert told == []
        await later()
        beat.soon()
        await later()
        return told

    assert asyncio.run(heard()) == ["news", "news"]


def test_what_was_told_at_once_is_not_told_again() -> None:
    async def heard() -> list[str]:
        told: list[str] = []
        beat = Beat(0, lambda: told.append("news"))
        beat.soon()
        beat.now()
        await later()
        return told

    assert asyncio.run(heard()) == ["news"]
