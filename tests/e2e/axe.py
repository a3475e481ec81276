"""What axe-core says about a page: it looks for faults that keep people out."""

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.e2e.server import ROOT

SCRIPT = ROOT / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = ("serious", "critical")
OWN_NAME = "[['[data-testid=stFileUploaderDropzone]']]"
"""Its button is named by pages.css, which axe does not read; a test of its own hears that name."""
RUN = """async rules => {
  const options = { resultTypes: ["violations"], preload: false, ...rules.length ? { runOnly: rules } : {} };
  const { violations } = await axe.run({ exclude: OWN_NAME }, options);
  const why = summary => summary.split("\\n").slice(1).join(" ").trim();
  return violations.flatMap(({ id, impact, nodes }) => nodes.map(({ target, failureSummary }) =>
    ({ rule: id, impact, where: target.flat().join(" "), why: why(failureSummary) })));
}""".replace("OWN_NAME", OWN_NAME)


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong, and where."""

    rule: str
    impact: str
    where: str
    why: str


def faults(page: Page, *rules: str) -> list[Fault]:
    """What is seriously wrong on the page as it is now, by all rules or by these."""
    if not page.evaluate("typeof window.axe !== 'undefined'"):
        page.evaluate(SCRIPT.read_text("utf-8"))
    found = [Fault(**fault) for fault in page.evaluate(RUN, rules)]
    return [fault for fault in found if fault.impact in GRAVE]
