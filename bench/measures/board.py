"""A full board in a real browser: how soon it is there, how smooth it goes under a hand, and what it takes of memory.

The page measures itself. A board is there at the second animation frame after its last note is: then the frame with all
of them has been handed over to the screen. While a hand pans, zooms or drags, the page counts its animation frames; the
hand is real input, sixty times a second, through the browser's own protocol.
"""

import time
from collections.abc import Callable
from itertools import pairwise
from statistics import mean

import psutil
from playwright.sync_api import Page

from bench.browser import PATIENCE, chromium, led
from bench.filling import fill
from bench.machine import wait_for_quiet
from bench.peers import EMPTY, manage, product
from bench.results import Row
from bench.server import folder, running

PORT, MANY, MOST = 8718, 1_000, 3_000
SECONDS_TO_OPEN, MEGABYTES, MILLISECONDS_PER_FRAME = 1.5, 300, 1000 / 55
OPENINGS, HAND_SECONDS, STEPS_PER_SECOND = 5, 3, 60
FULL, FULLEST, EMPTY_STONE = "segment", "channels", "goals"
EYES = """
  const roots = [], attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (how) {
    const root = attach.call(this, how);
    roots.push(root);
    return root;
  };
  const drawn = () => Math.max(0, ...roots.map((root) => root.querySelectorAll(".board .note").length));
  const noteAt = (x, y) => roots.map((root) => root.elementFromPoint(x, y)?.closest(".note")).find(Boolean);
  window.middleNote = () => {
    for (let x = innerWidth / 2; x < innerWidth; x += 5) {
      const box = noteAt(x, innerHeight / 2)?.getBoundingClientRect();
      if (box) return [box.x + box.width / 2, box.y + box.height / 2];
    }
  };
  window.allDrawn = (count) => new Promise((resolve) => {
    const soon = (then) => requestAnimationFrame(then);
    const look = () => (drawn() === count ? soon(() => soon(() => resolve(performance.now()))) : soon(look));
    look();
  });
  window.frames = (ms) => new Promise((resolve) => {
    const at = [];
    const note = (now) => { at.push(now); now - at[0] < ms ? requestAnimationFrame(note) : resolve(at); };
    requestAnimationFrame(note);
  });
"""
OPEN = """(button, count) => {
  const clicked = performance.now();
  button.click();
  return window.allDrawn(count).then((at) => (at - clicked) / 1000);
}"""
Hand = Callable[[Page, int], None]


def measure() -> list[Row]:
    """Opening and memory at a thousand notes, then frames at three thousand."""
    with folder() as data:
        command = product(PORT, data)
        workshop = manage(EMPTY, command.environment)
        address, key = f"127.0.0.1:{PORT}", workshop["facilitator"].rpartition("/")[2]
        with running(command, data), chromium() as browser:
            fill(address, workshop["code"], FULL, MANY)
            page = led(browser, f"http://{address}/f/{key}")
            page.add_init_script(EYES)
            wait_for_quiet()
            rows = [loaded(page), opened(page), memory(page)]
            fill(address, workshop["code"], FULLEST, MOST)
            rows += frames(page)
    return rows


def loaded(page: Page) -> Row:
    """From the address to the last of a thousand notes, on a page that had been there before."""
    go(page, FULL)
    seconds = []
    for _ in range(OPENINGS):
        page.reload(wait_until="commit")
        seconds.append(page.evaluate(f"allDrawn({MANY})") / 1000)
        page.locator(".path").wait_for()
    return Row(f"the page with {MANY:,} notes, from its address", round(sorted(seconds)[OPENINGS // 2], 2), "s")


def opened(page: Page) -> Row:
    """From the click on the stone to its last note; the slowest counts."""
    seconds = []
    for _ in range(OPENINGS):
        go(page, EMPTY_STONE)
        page.evaluate("allDrawn(0)")
        seconds.append(page.locator(f"li[data-stone={FULL}] .stone").evaluate(OPEN, MANY))
    remark = f"best of {OPENINGS} {min(seconds):.2f} s"
    return Row(f"a stone with {MANY:,} notes, from the click", round(max(seconds), 2), "s", SECONDS_TO_OPEN, remark)


def memory(page: Page) -> Row:
    """What the tab keeps once the browser has collected garbage, which it does when it likes; before that beside it."""
    before = size(page)
    page.context.new_cdp_session(page).send("HeapProfiler.collectGarbage")
    remark = f"USS of the renderer process; {before} MB with the garbage of all openings"
    return Row(f"memory of the tab with {MANY:,} notes", size(page), "MB", MEGABYTES, remark)


def size(page: Page) -> int:
    """Megabytes that the tab's own process, the largest of the browser's renderers, has to itself (USS)."""
    browser = page.context.browser
    assert browser is not None
    told = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    sizes = [psutil.Process(one["id"]).memory_full_info().uss for one in told if one["type"] == "renderer"]
    largest: int = max(sizes)
    return round(largest / 2**20)


def frames(page: Page) -> list[Row]:
    """How long a frame takes on average under three kinds of hands, with all notes in view and at actual size."""
    go(page, FULLEST)
    page.evaluate(f"allDrawn({MOST})")
    page.wait_for_timeout(1000)
    rows = []
    for view, label in (("all in view", "Alle briefjes tonen"), ("actual size", "Ware grootte")):
        page.locator(f".zoom button[title='{label}']").click()
        for name, hand in (("pan", panning), ("drag", dragging), ("zoom", zooming)):
            page.wait_for_timeout(600)
            rows.append(smoothness(f"{name} {MOST:,} notes, {view}", under(page, hand)))
    return rows


def smoothness(what: str, at: list[float]) -> Row:
    """The mean time of a frame; beside it what people call it, and the longest wait."""
    gaps = [after - before for before, after in pairwise(at)]
    remark = f"{1000 / mean(gaps):.1f} frames a second, longest {max(gaps):.0f} ms"
    return Row(f"a frame: {what}", round(mean(gaps), 1), "ms", round(MILLISECONDS_PER_FRAME, 1), remark)


def under(page: Page, hand: Hand) -> list[float]:
    """When the page had its frames while a hand moved."""
    page.evaluate(f"() => {{ window.counted = window.frames({HAND_SECONDS * 1000}); }}")
    hand(page, HAND_SECONDS * STEPS_PER_SECOND)
    found: list[float] = page.evaluate("counted")
    return found


def panning(page: Page, steps: int) -> None:
    """The middle button takes the board along, wherever it is pressed."""
    page.mouse.move(683, 430)
    page.mouse.down(button="middle")
    paced(steps, lambda step: page.mouse.move(683 + step % 60 * 5, 430 + step % 40 * 3))
    page.mouse.up(button="middle")


def dragging(page: Page, steps: int) -> None:
    """A note in the middle of the view goes along with the hand; given up in the end, so that it stays where it was."""
    x, y = page.evaluate("middleNote()")
    page.mouse.move(x, y)
    page.mouse.down()
    paced(steps, lambda step: page.mouse.move(x + step % 60 * 4, y + step % 40 * 2))
    page.locator(".note.dragging").wait_for()
    page.keyboard.press("Escape")
    page.mouse.up()


def zooming(page: Page, steps: int) -> None:
    """Control and the wheel, in and out again."""
    page.mouse.move(683, 430)
    page.keyboard.down("Control")
    paced(steps, lambda step: page.mouse.wheel(0, -12 if step % 60 < 30 else 12))
    page.keyboard.up("Control")


def paced(steps: int, step: Callable[[int], object]) -> None:
    """Sixty steps a second, whether or not the page keeps up."""
    begin = time.monotonic()
    for number in range(steps):
        step(number)
        time.sleep(max(0.0, begin + number / STEPS_PER_SECOND - time.monotonic()))


def go(page: Page, stone: str) -> None:
    """Go to a stone as people do."""
    page.set_default_timeout(PATIENCE)
    page.locator(f"li[data-stone={stone}] .stone").click()
