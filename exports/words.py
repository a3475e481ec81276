"""The words of a text that say what it is about, as people wrote them; the others stand in between in any text."""

import re
from itertools import pairwise
from unicodedata import combining, normalize

from exports.stopwords import STOPWORDS

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def telling(text: str) -> list[str]:
    """Every word that says something, in order."""
    return [word for word in _WORD.findall(normalize("NFC", text)) if _says_something(word)]


def pairs(text: str) -> list[str]:
    """Every two such words that stand beside each other with nothing but a space between."""
    composed = normalize("NFC", text)
    beside = pairwise(_WORD.finditer(composed))
    return [
        f"{first[0]} {second[0]}"
        for first, second in beside
        if composed[first.end() : second.start()] == " " and _says_something(first[0]) and _says_something(second[0])
    ]


def folded(text: str) -> str:
    """The same for every spelling: small letters without accents."""
    letters = normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(sign for sign in letters if not combining(sign))


def _says_something(word: str) -> bool:
    return len(word) > 1 and folded(word) not in STOPWORDS
