"""What a group of notes is about, in a word or two of their own."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from math import cbrt
from typing import SupportsFloat

from exports.words import folded, pairs, telling

LONGEST = 40
"""Characters of a title; only what was pasted has longer words."""
_TRIED = 60
"""Words and pairs of a group that are looked at, those written most first."""
Among = Callable[[Sequence[str], Sequence[str]], Iterable[SupportsFloat]]
"""How like each of some texts is to the others taken together."""


def names(groups: Sequence[Sequence[str]], among: Among) -> list[str]:
    """A title for each group of texts, none of them twice where there is a choice."""
    given: list[str] = []
    for texts in groups:
        spellings = _spellings(texts)
        tried = [spelling for spelling in spellings if _title(spelling) not in given] or spellings
        given.append(_title(_fitting(tried, texts, among)))
    return given


def _fitting(tried: Sequence[str], texts: Sequence[str], among: Among) -> str:
    """The likest to all, where standing in many counts as well, also as a part of their longer words."""
    plain = [folded(text) for text in texts]
    standing = [sum(folded(spelling) in text for text in plain) for spelling in tried]
    fits = [float(likeness) * cbrt(times) for likeness, times in zip(among(tried, texts), standing, strict=True)]
    return tried[fits.index(max(fits))]


def _spellings(texts: Sequence[str]) -> list[str]:
    """Words, and pairs that stand in more than one text, each as it is written most; the most written first."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for part in dict.fromkeys((*telling(text), *pairs(text))):
            written[folded(part)][part] += 1
    often = sorted(written.values(), key=lambda spellings: -spellings.total())
    found = [spellings.most_common(1)[0][0] for spellings in often if spellings.total() > 1]
    words = [spellings.most_common(1)[0][0] for spellings in often if spellings.total() == 1]
    return [*found, *(word for word in words if " " not in word)][:_TRIED]


def _title(spelling: str) -> str:
    """As a title begins, where its writer had no capitals of their own in it."""
    title = spelling if spelling != spelling.lower() else spelling[:1].upper() + spelling[1:]
    return title[:LONGEST].rstrip()
