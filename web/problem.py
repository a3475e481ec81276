"""How a refusal is answered over HTTP, also before a socket opens: a code for programs and a sentence for people."""

from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, Response

from canvas.board.errors import BadMessage
from canvas.live.house import House
from canvas.live.languages import spoken
from sentences import sentence
from stepstones.errors import Refused

STATUS = {
    "not_a_member": 401,
    "facilitator_only": 403,
    "read_only": 403,
    "not_yours": 403,
    "session_closed": 403,
    "muted": 403,
    "stone_locked": 403,
    "door_closed": 403,
    "session_over": 403,
    "foreign_host": 403,
    "foreign_origin": 403,
    "wrong_code": 404,
    "workshop_gone": 404,
    "note_gone": 404,
    "person_gone": 404,
    "unknown_address": 404,
    "wrong_method": 405,
    "note_exists": 409,
    "not_anonymous": 409,
    "stone_full": 409,
    "workshop_full": 409,
    "pictures_full": 409,
    "trash_full": 409,
    "frame_too_large": 413,
    "picture_too_large": 413,
    "too_many_wrong_codes": 429,
    "too_fast": 429,
    "not_saved": 503,
    "not_ready": 503,
    "picture_failed": 503,
    "report_failed": 503,
    "suggestions_failed": 503,
    "drawing_failed": 503,
}


def problem(request: HTTPConnection, refused: Refused | BadMessage, house: House | None = None) -> Response:
    """The answer for a refusal; the house knows the language of the workshop of the address."""
    text = sentence(refused.reason, language_of(request, house), refused.values)
    return JSONResponse({"code": refused.reason, "sentence": text}, STATUS.get(refused.reason, 400))


def language_of(request: HTTPConnection, house: House | None = None) -> str:
    """The language of who asks: as on the socket; where no house knows the workshop of the address, else Dutch."""
    workshop = request.scope.get("path_params", {}).get("workshop")
    shops = (lambda: house.language(workshop)) if house and workshop else lambda: None
    return spoken(request.cookies, request.headers.get("accept-language", ""), shops)
