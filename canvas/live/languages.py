"""In which language somebody is told why: chosen on their device, else preferred by a program, else the workshop's."""

from collections.abc import Callable, Iterator, Mapping

from stepstones.content import LANGUAGES


def spoken(cookies: Mapping[str, str], preferred: str, workshops: Callable[[], str | None]) -> str:
    """The language for who sends these cookies and this Accept-Language; `workshops` is only asked where they say none.

    What a browser prefers does not count: its pages do not go by that either (docs/decisions/0007).
    """
    own = (language for language in _wanted(cookies, preferred) if language in LANGUAGES)
    return next(own, None) or workshops() or LANGUAGES[0]


def _wanted(cookies: Mapping[str, str], preferred: str) -> Iterator[str]:
    yield cookies.get("language", "")
    if "device" not in cookies:
        yield from (part.split(";")[0].strip()[:2].lower() for part in preferred.split(","))
