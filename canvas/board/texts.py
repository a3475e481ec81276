"""Text as people may send it: no signs that hide, reverse or break what others read."""

import re
from unicodedata import category, normalize

from canvas.board.errors import BadMessage

UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)  # fmt: skip
"""Control characters, bidirectional overrides, halves of surrogate pairs and non-characters."""

LINE_END = re.compile("[\n\r\u2028\u2029]+")
UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""What no font shows although Unicode counts it among letters and marks; the rest that hides is of category Cf."""


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


def shows(text: str) -> bool:
    """Is there anything to see? Joiners, marks and spaces alone are not."""
    return any(category(sign)[0] not in "CMZ" for sign in text)
