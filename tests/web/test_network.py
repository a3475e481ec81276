"""The addresses under which others reach this machine."""

import socket
from collections import namedtuple

import pytest

from web import network

Card = namedtuple("Card", "family address")


@pytest.fixture
def cards(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[Card]]:
    """The network cards of this machine; tests fill them in."""
    found: dict[str, list[Card]] = {}
    monkeypatch.setattr("psutil.net_if_addrs", lambda: found)
    return found


def ip(address: str) -> Card:
    return Card(socket.AF_INET, address)


def test_private_networks_come_before_others_and_virtual_ones_last(cards: dict[str, list[Card]]) -> None:
    cards["docker0"] = [ip("172.17.0.1")]
    cards["eth1"] = [ip("93.184.216.34")]
    cards["wlan0"] = [ip("192.168.1.5"), Card(socket.AF_INET6, "fe80::1%wlan0")]
    assert network.bases(None, "http", 8501) == [
        "http://192.168.1.5:8501", "http://93.184.216.34:8501", "http://172.17.0.1:8501",
    ]  # fmt: skip


def test_the_machine_itself_is_no_address_for_others(cards: dict[str, list[Card]]) -> None:
    cards["lo"] = [ip("127.0.0.1")]
    cards["eth0"] = [ip("169.254.7.7"), ip("0.0.0.0")]
    (base,) = network.bases(None, "http", 8501)
    assert base.endswith(".local:8501")
    assert "localhost" not in base


def test_the_usual_port_is_not_typed(cards: dict[str, list[Card]]) -> None:
    cards["eth0"] = [ip("10.0.0.5")]
    assert network.bases(None, "http", 80) == ["http://10.0.0.5"]
    assert network.bases(None, "https", 443) == ["https://10.0.0.5"]


def test_the_public_address_stands_alone(cards: dict[str, list[Card]]) -> None:
    cards["eth0"] = [ip("10.0.0.5")]
    assert network.bases("https://stappen.example.org", "http", 8501) == ["https://stappen.example.org"]


def test_a_qr_code_is_a_picture_inside_the_answer() -> None:
    assert network.qr("http://10.0.0.5:8501/j/KFT7MQ").startswith("data:image/svg+xml")
