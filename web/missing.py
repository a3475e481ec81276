"""What is not there under /api: an error that a program can read, never a page."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Receive, Scope, Send

from stepstones.errors import Refused
from web import body
from web.problem import problem


def routes() -> list[BaseRoute]:
    """Every other address and method under /api; the last of them all."""
    return [Route(path, Missing()) for path in ("/api", "/api/{rest:path}")]


class Missing:
    """Says of an address that it does not take this method, or that it is none."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, after hearing out whatever is sent."""
        request = Request(scope, receive)
        await body.drop(request)
        await _answer(request)(scope, receive, send)


def _answer(request: Request) -> Response:
    methods = _methods_at(request.scope)
    answer = problem(request, Refused("wrong_method" if methods else "unknown_address"))
    if methods:
        answer.headers["Allow"] = ", ".join(sorted(methods))
    return answer


def _methods_at(scope: Scope) -> set[str]:
    """What may be done at this address, where it is one of ours."""
    ours = [route for route in scope["router"].routes if isinstance(route, Route) and route.path.startswith("/api/")]
    return {method for route in ours if route.matches(scope)[0] is Match.PARTIAL for method in route.methods or ()}
