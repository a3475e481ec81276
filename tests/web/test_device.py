"""The device cookie: for pages, not for programs."""

import pytest

from tests.web.serving import PAGE, Serving


def cookie(serving: Serving, path: str = "/", **headers: str) -> str | None:
    given = serving.http.get(path, headers=headers).headers.get("set-cookie")
    serving.http.cookies.clear()
    return str(given) if given else None


def test_a_page_gets_a_device_that_scripts_cannot_read(serving: Serving) -> None:
    given = cookie(serving, **PAGE) or ""
    assert given.startswith("device=")
    assert len(given.split(";")[0]) == len("device=") + 32
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= {part.strip() for part in given.split(";")}
    assert "Secure" not in given


def test_every_browser_gets_its_own(serving: Serving) -> None:
    assert cookie(serving, **PAGE) != cookie(serving, **PAGE)


def test_who_has_one_keeps_it_also_when_the_page_did_not_change(serving: Serving) -> None:
    device = "d" * 32
    again = cookie(serving, **PAGE, Cookie=f"device={device}", **{"If-None-Match": '"x"'}) or ""
    assert again.startswith(f"device={device};")


@pytest.mark.parametrize("device", ["-", "short", "d" * 33, "d" * 31 + ";", "d" * 31 + "é", ""])
def test_what_is_no_device_is_replaced(serving: Serving, device: str) -> None:
    headers = {**PAGE, "Cookie": f"device={device}"}
    given = serving.http.get("/", headers={k.encode(): v.encode("latin-1") for k, v in headers.items()})
    assert given.headers["set-cookie"].split(";")[0] != f"device={device}"


@pytest.mark.parametrize("protocol", ["https", "https, http"])
def test_behind_a_proxy_with_https_it_travels_by_https_only(serving: Serving, protocol: str) -> None:
    assert "; Secure" in (cookie(serving, **PAGE, **{"X-Forwarded-Proto": protocol}) or "")


def test_programs_and_parts_of_a_page_get_none(serving: Serving) -> None:
    assert cookie(serving, "/api/healthz") is None
    assert cookie(serving, "/api/healthz", Accept="*/*", **{"Sec-Fetch-Dest": "empty"}) is None
    assert cookie(serving, "/canvas/static/room.js", Accept="text/html", **{"Sec-Fetch-Dest": "script"}) is None


def test_an_older_browser_asks_for_a_page_by_what_it_accepts(serving: Serving) -> None:
    assert cookie(serving, Accept="text/html,*/*")
