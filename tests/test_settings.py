"""What the environment says."""

from collections.abc import Iterator

import pytest

from settings import SettingsError, settings


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("DATABASE_URL", "PUBLIC_URL", "STREAMLIT_SERVER_PORT"):
        monkeypatch.delenv(name, raising=False)
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_without_an_environment_there_is_a_file_in_data() -> None:
    assert settings().database_url.endswith("/data/workshops.sqlite3")
    assert (settings().public_url, settings().port) == (None, None)


@pytest.mark.parametrize(
    "url", ["https://stappen.example.org", "https://stappen.example.org/", "http://10.0.0.5:8501/"]
)
def test_the_public_address_is_a_scheme_and_a_host(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("PUBLIC_URL", url)
    assert settings().public_url == url.rstrip("/")


@pytest.mark.parametrize(
    "url",
    ["stappen.example.org", "ftp://stappen.example.org", "https://", "https://host/path", "http://[", "https://h?x=1"],
)
def test_a_public_address_that_would_not_work_is_refused_at_the_start(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("PUBLIC_URL", url)
    with pytest.raises(SettingsError, match=r"https://workshop\.example\.org"):
        settings()


def test_the_port_is_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREAMLIT_SERVER_PORT", "8601")
    assert settings().port == 8601


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", "²", "8501.0"])
def test_a_port_that_is_none_is_refused_at_the_start(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("STREAMLIT_SERVER_PORT", port)
    with pytest.raises(SettingsError, match="8501"):
        settings()
