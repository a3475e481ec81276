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
    ("url", "same"),
    [
        ("https://stappen.example.org", "https://stappen.example.org"),
        ("https://stappen.example.org//", "https://stappen.example.org"),
        (" https://stappen.example.org ", "https://stappen.example.org"),
        ("HTTPS://Stappen.Example.org", "https://stappen.example.org"),
        ("https://stappen.example.org:443", "https://stappen.example.org"),
        ("http://stappen.example.org:80/", "http://stappen.example.org"),
        ("https://stappen.example.org:80", "https://stappen.example.org:80"),
        ("https://stappen.example.org:08443", "https://stappen.example.org:8443"),
        ("https://stappen.example.org:", "https://stappen.example.org"),
        ("http://10.0.0.5:8501/", "http://10.0.0.5:8501"),
        ("http://[FD00:0::5]:8501", "http://[fd00::5]:8501"),
        ("http://laptop:8501", "http://laptop:8501"),
        ("https://Zoë.example", "https://xn--zo-ija.example"),
        ("https://straße.example:443", "https://xn--strae-oqa.example"),
        ("https://xn--zo-ija.example", "https://xn--zo-ija.example"),
    ],
)
def test_the_public_address_is_kept_as_browsers_write_it(monkeypatch: pytest.MonkeyPatch, url: str, same: str) -> None:
    monkeypatch.setenv("PUBLIC_URL", url)
    assert settings().public_url == same
    settings.cache_clear()
    monkeypatch.setenv("PUBLIC_URL", same)
    assert settings().public_url == same


@pytest.mark.parametrize(
    "url",
    [
        "stappen.example.org", "ftp://stappen.example.org", "https://", "https://host/path", "http://[", "https://h?x=1",
        "https://user@stappen.example.org", "https://user:geheim@stappen.example.org", "https://@stappen.example.org",
        "https://stappen_1.example.org", "https://stappen..example.org", "https://-stappen.example.org",
        "https://stappen example.org", "https://stap%70en.example.org", "https://stappen.example.org:0",
        "https://stappen.example.org:65536", "https://stappen.example.org:acht", "https://" + "a" * 64 + ".example.org",
        "https://zoë_1.example.org", "https://☃​.example.org", "http://10.0.0", "http://10.0.0.256",
        "http://0x7f.1", "http://167772165", "http://[fe80::1%25eth0]", "http://[10.0.0.5]", "http://*",
    ],
)  # fmt: skip
def test_a_public_address_that_would_not_work_is_refused_at_the_start(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("PUBLIC_URL", url)
    with pytest.raises(SettingsError, match=r"https://workshop\.example\.org") as refused:
        settings()
    assert "geheim" not in str(refused.value)


def test_the_port_is_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREAMLIT_SERVER_PORT", "8601")
    assert settings().port == 8601


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", "²", "8501.0"])
def test_a_port_that_is_none_is_refused_at_the_start(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("STREAMLIT_SERVER_PORT", port)
    with pytest.raises(SettingsError, match="8501"):
        settings()
