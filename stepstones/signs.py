"""What signs are to the eye: some show nothing, alone or in a row."""

import re
from unicodedata import category

UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)  # fmt: skip
"""What no font shows although Unicode counts it among letters, marks and symbols."""
HIDDEN = frozenset({"Cc", "Cf", "Cs"})
"""Controls, joiners and halves of pairs. What is private or not yet assigned does show: as a box at least."""


def shows(text: str) -> bool:
    """Is there anything to see?"""
    return any(not sign.isspace() and category(sign) not in HIDDEN for sign in UNSEEN.sub("", text))
