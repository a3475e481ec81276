import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from exports.making import make
from i18n import translator
from scripts import programs
from tests.exports import sessions
from tests.exports.conftest import Printed

pytestmark = pytest.mark.office


def pages(pdf: Path) -> list[str]:
    pictures = programs.pdf_to_pictures()
    if pictures is None:
        pytest.fail("pdftoppm is not installed: run make test")
    reader = Path(pictures).with_name(Path(pictures).name.replace("pdftoppm", "pdftotext"))
    done = subprocess.run([reader, "-layout", pdf, "-"], capture_output=True, check=True, timeout=60)
    return done.stdout.decode().split("\f")[:-1]


def test_the_full_report_prints_on_some_twenty_pages_with_cover_contents_and_numbers(printed: Printed) -> None:
    found = pages(printed(make(sessions.full("nl"), sessions.MOMENT)))
    assert 14 <= len(found) <= 24
    assert "De vaste bezoeker in beeld" in found[0]
    label = translator("nl").gettext("Page {page} of {pages}")
    for number, page in enumerate(found, start=1):
        assert (label.format(page=number, pages=len(found)) in page) == (number > 1)
    assert all(len(page.split()) > 15 for page in found)


def test_the_longest_titles_leave_the_cover_one_page(printed: Printed) -> None:
    session = sessions.empty("nl")
    shop = replace(session.workshop, title="De vaste bezoeker " * 11, organisation="Vrienden van De Brug " * 9)
    found = pages(printed(make(replace(session, workshop=shop), sessions.MOMENT)))
    assert translator("nl").gettext("Contents") in found[1]


def test_an_empty_workshop_prints_on_a_few_full_pages(printed: Printed) -> None:
    found = pages(printed(make(sessions.empty("en"), sessions.MOMENT)))
    assert len(found) <= 8
    assert "Stone 10: Goals" in "".join(found[2:])
