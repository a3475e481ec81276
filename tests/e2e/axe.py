"""What axe-core says about a page: it looks for faults that keep people out."""

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.e2e.server import ROOT

SCRIPT = ROOT / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = ("serious", "critical")
RUN = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  const why = summary => summary.split("\\n").slice(1).join(" ").trim();
  return violations.flatMap(({ id, impact, nodes }) => nodes.map(({ target, failureSummary }) =>
    ({ rule: id, impact, where: target.flat().join(" "), why: why(failureSummary) })));
}"""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong, and where."""

    rule: str
    impact: str
    where: str
    why: str


def faults(page: Page) -> list[Fault]:
    """What is seriously wrong on the page as it is now."""
    if not page.evaluate("typeof window.axe !== 'undefined'"):
        page.evaluate(SCRIPT.read_text("utf-8"))
    found = [Fault(**fault) for fault in page.evaluate(RUN)]
    return [fault for fault in found if fault.impact in GRAVE]
