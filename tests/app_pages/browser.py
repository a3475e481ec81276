"""A browser without a screen: it keeps its cookies, opens pages of main.py and reads what is on them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from services import services
from stepstones.workshop import Session
from storage import reading

MAIN = str(Path(__file__).parents[2] / "main.py")
PATIENCE = 30


class Browser:
    """One person's browser; `page` is what it shows."""

    def __init__(self, patch: pytest.MonkeyPatch, device: str, **cookies: str) -> None:
        self._patch = patch
        self.device = device.ljust(32, "0")
        self.cookies: Mapping[str, str] = {"device": self.device, **cookies}
        self.page = AppTest.from_file(MAIN, default_timeout=PATIENCE)

    def open(self, path: str = "", **query: str) -> AppTest:
        """Go to a page; the first page is opened on the way, as Streamlit's test wants."""
        self.page = AppTest.from_file(MAIN, default_timeout=PATIENCE)
        if path:
            self.run()
            self.page.switch_page(f"app_pages/{path}.py")
        self.page.query_params = dict(query)
        return self.run()

    def run(self) -> AppTest:
        """Draw the page anew, as a click does."""
        self._patch.setattr(type(st.context), "cookies", property(lambda _: self.cookies))
        self.page.run()
        assert [error.value for error in self.page.exception] == []
        return self.page

    def press(self, key: str) -> AppTest:
        """Press the button with this key."""
        self.page.button(key=key).click()
        return self.run()

    @property
    def title(self) -> str:
        """The heading of the page."""
        return str(self.page.title[0].value)

    @property
    def problems(self) -> list[str]:
        """What the page says went wrong."""
        return [alert.value for alert in (*self.page.error, *self.page.warning)]

    def handed(self, name: str) -> list[dict[str, Any]]:
        """What was handed to the components that get something of this name, in order."""
        data = [json.loads(element.proto.json) for element in self.page.get("bidi_component")]
        return [known for known in data if name in known]

    @property
    def words(self) -> str:
        """Everything that is told on the page in running text."""
        told = (*self.page.title, *self.page.header, *self.page.subheader, *self.page.markdown, *self.page.caption)
        return "\n".join(str(element.value) for element in told)


def kept(workshop: str) -> Session:
    """The workshop as it stands in the database."""
    with services().database.reading() as connection:
        return reading.session(connection, workshop)
