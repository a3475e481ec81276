"""The addresses under which others reach this machine."""

import asyncio
import socket
from ipaddress import ip_address

import psutil
import pytest

from tests.web.cards import Card, Cards, ip
from web import network


def test_private_networks_come_before_others_and_virtual_ones_last(cards: Cards) -> None:
    cards["docker0"] = [ip("172.17.0.1")]
    cards["eth1"] = [ip("93.184.216.34")]
    cards["wlan0"] = [ip("192.168.1.5"), Card(socket.AF_INET6, "fe80::1%wlan0")]
    assert network.bases(None, "http", 8501) == [
        "http://192.168.1.5:8501", "http://93.184.216.34:8501", "http://172.17.0.1:8501",
    ]  # fmt: skip


def test_the_machine_itself_is_no_address_for_others(cards: Cards) -> None:
    cards["lo"] = [ip("127.0.0.1")]
    cards["eth0"] = [ip("169.254.7.7"), ip("0.0.0.0")]
    (base,) = network.bases(None, "http", 8501)
    assert base.endswith(".local:8501")
    assert "localhost" not in base


def test_the_usual_port_is_not_typed(cards: Cards) -> None:
    cards["eth0"] = [ip("10.0.0.5")]
    assert network.bases(None, "http", 80) == ["http://10.0.0.5"]
    assert network.bases(None, "https", 443) == ["https://10.0.0.5"]


def test_the_public_address_stands_alone(cards: Cards) -> None:
    cards["eth0"] = [ip("10.0.0.5")]
    assert network.bases("https://stappen.example.org", "http", 8501) == ["https://stappen.example.org"]


def test_an_address_is_looked_up_once_and_an_unknown_one_only_every_few_seconds(
    cards: Cards, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[Cards] = []

    def look() -> Cards:
        looks.append(cards)
        return cards

    monkeypatch.setattr("psutil.net_if_addrs", look)
    cards["eth0"] = [ip("10.0.0.5"), Card(psutil.AF_LINK, "02:fc:00:00:00:01")]

    async def all_at_once(machine: network.Machine, *addresses: str) -> list[bool]:
        return await asyncio.gather(
            *(machine.has(address) for text in addresses if (address := network.address_in(text)))
        )

    machine = network.Machine()
    assert asyncio.run(all_at_once(machine, "10.0.0.5", "10.0.0.6", "10.0.0.5", "::ffff:10.0.0.5")) == [
        True, False, True, True,
    ]  # fmt: skip
    assert len(looks) == 1
    monkeypatch.setattr("web.network.LOOK_EVERY", 0.0)
    assert asyncio.run(all_at_once(machine, "10.0.0.5", "10.0.0.5")) == [True, True]
    assert len(looks) == 1
    assert asyncio.run(all_at_once(machine, "10.0.0.6")) == [False]
    assert len(looks) == 2


def test_where_the_network_cards_may_not_be_read_there_is_no_address_but_loopback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def forbidden() -> Cards:
        raise PermissionError

    monkeypatch.setattr("psutil.net_if_addrs", forbidden)
    assert asyncio.run(network.Machine().has(ip_address("10.0.0.5"))) is False
    assert asyncio.run(network.Machine().has(ip_address("127.0.0.1"))) is True
    assert network.addresses() == []


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "224.0.0.1"])
def test_an_address_that_stands_for_all_is_no_address_of_this_machine(cards: Cards, address: str) -> None:
    cards["eth0"] = [ip("0.0.0.0"), Card(socket.AF_INET6, "::")]
    assert asyncio.run(network.Machine().has(ip_address(address))) is False


def test_a_qr_code_is_a_picture_inside_the_answer() -> None:
    assert network.qr("http://10.0.0.5:8501/j/KFT7MQ").startswith("data:image/svg+xml")
