"""Text as people may send it: no signs that hide, reverse or break what others read."""

import re
from unicodedata import category, normalize

from canvas.board.errors import BadMessage
from stepstones.signs import UNSEEN

UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)  # fmt: skip
"""Control characters, bidirectional overrides, halves of surrogate pairs and non-characters."""

LINE_END = re.compile("[\n\r\u2028\u2029]+")


def checked(text: str) -> str:
    """The text with plain line ends and no white space around it; raises BadMessage on unwanted characters."""
    if UNWANTED.search(text):
        raise BadMessage("unwanted_characters")
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def cleaned(text: str) -> str:
    """The text without its unwanted characters, for what somebody typed or pasted into a form."""
    return checked(UNWANTED.sub("", text))


def folded(text: str) -> str:
    """The text on one line: line ends, and the space around them, become one space."""
    return " ".join(filter(None, (line.strip() for line in LINE_END.split(text))))


def likeness(name: str) -> str:
    """What two names have in common that look the same, whatever their case, width, spaces and unseen signs."""
    plain = normalize("NFKC", normalize("NFKC", name).casefold())
    return " ".join("".join(sign for sign in UNSEEN.sub("", plain) if category(sign) != "Cf").split())
