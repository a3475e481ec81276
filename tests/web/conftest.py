"""A running server, which may not complain."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.serving import Serving


@pytest.fixture
def serving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serving]:
    monkeypatch.setattr("canvas.live.hub.LOOK_EVERY", 0.1)
    monkeypatch.setattr("web.wrong_codes.DELAY", 0.01)
    with Serving(tmp_path) as running:
        yield running
    assert running.errors.said == []
