"""Streamlit's page is told to open no windows of its own."""

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from web.quiet import PATH, QuietPage

TOLD = {"allowedOrigins": ["https://example.org"], "blockErrorDialogs": False, "metricsUrl": ""}


async def tell(request: Request) -> JSONResponse:
    return JSONResponse(TOLD, 200 if request.url.query != "broken" else 500)


CLIENT = TestClient(
    Starlette(routes=[Route(PATH, tell), Route("/other", tell)], middleware=[Middleware(QuietPage)]),
)


def test_streamlit_opens_no_dialog_of_its_own_and_trusts_no_other_site() -> None:
    answer = CLIENT.get(PATH)
    assert answer.json() == {"allowedOrigins": [], "blockErrorDialogs": True, "metricsUrl": ""}
    assert int(answer.headers["content-length"]) == len(answer.content)


def test_an_answer_that_is_an_error_stays_one() -> None:
    answer = CLIENT.get(f"{PATH}?broken")
    assert (answer.status_code, answer.json()) == (500, TOLD)


def test_every_other_answer_stays_as_it_is() -> None:
    assert CLIENT.get("/other").json() == TOLD
