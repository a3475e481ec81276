"""How a refusal is answered over HTTP, also before a socket opens: a code for programs and a sentence for people."""

from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, Response

from canvas.board.errors import BadMessage
from i18n import LANGUAGES
from sentences import sentence
from stepstones.errors import Refused

STATUS = {
    "not_a_member": 401,
    "facilitator_only": 403,
    "read_only": 403,
    "not_yours": 403,
    "door_closed": 403,
    "foreign_host": 403,
    "foreign_origin": 403,
    "wrong_code": 404,
    "workshop_gone": 404,
    "unknown_address": 404,
    "wrong_method": 405,
    "workshop_full": 409,
    "frame_too_large": 413,
    "too_many_wrong_codes": 429,
    "too_fast": 429,
    "not_saved": 503,
    "not_ready": 503,
    "report_failed": 503,
}


def problem(request: HTTPConnection, refused: Refused | BadMessage) -> Response:
    """The answer for a refusal."""
    text = sentence(refused.reason, language_of(request), refused.values)
    return JSONResponse({"code": refused.reason, "sentence": text}, STATUS.get(refused.reason, 400))


def language_of(request: HTTPConnection) -> str:
    """The language of who asks: chosen here, else preferred by the program, else Dutch."""
    wanted = [request.cookies.get("language", "")]
    if "device" not in request.cookies:
        wanted += [
            part.split(";")[0].strip()[:2].lower() for part in request.headers.get("accept-language", "").split(",")
        ]
    return next((language for language in wanted if language in LANGUAGES), LANGUAGES[0])
