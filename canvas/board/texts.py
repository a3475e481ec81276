"""Text as people may send it: no signs that hide, reverse or break what others read."""

import re
from unicodedata import category

from canvas.board.errors import BadMessage

UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)  # fmt: skip
"""Control characters, bidirectional overrides, halves of surrogate pairs and non-characters."""


def checked(text: str) -> str:
    """The text with plain line ends and no white space around it; raises BadMessage on unwanted characters."""
    if UNWANTED.search(text):
        raise BadMessage("unwanted_characters")
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def cleaned(text: str) -> str:
    """The text without its unwanted characters, for what somebody typed or pasted into a form."""
    return checked(UNWANTED.sub("", text))


def shows(text: str) -> bool:
    """Is there anything to see? Joiners, marks and spaces alone are not."""
    return any(category(sign)[0] not in "CMZ" for sign in text)
