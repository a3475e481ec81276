"""Which notes are about the same, found on this machine by the letters of their words; Dutch makes one word of two.

It loads scikit-learn, and belongs in the worker process only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import average, fcluster
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.preprocessing import normalize

from exports.naming import names
from exports.words import folded, telling

Group = tuple[str, list[str]]
"""A proposed title, and the ids of the notes."""
Vectors = Any
"""A sparse matrix with a row of length 1 for each text; neither library says its types."""
MOST_GROUPS = 12
APART = 0.92
"""Cosine distance from which notes are about something else; tuned on notes and stories of workshops (decision 13)."""
READ_SIGNS = 400
"""So much of a note says what it is about."""
READ_IN_ALL = 400_000
"""Of many long notes less is read, so that nobody's report waits for them; 3,000 usual ones are read whole."""
_SEEN_BEFORE = 10
"""As if so many other notes were there: what three notes of three share says something still."""
_BLOCK = 256
"""Rows compared at once, so that no whole square of them stays in memory."""


def suggestions(notes: Sequence[tuple[str, str]]) -> list[Group]:
    """The groups among these (id, text), each of at least two, the likest first."""
    signs = min(READ_SIGNS, READ_IN_ALL // max(1, len(notes)))
    told = [(note, text[:signs]) for note, text in notes if telling(text[:signs])]
    if len(told) < 2:
        return []
    texts = [text for _, text in told]
    likeness = Likeness.of(texts)
    groups = _best(likeness.vectors, _together(likeness.vectors))
    titles = names([[texts[row] for row in rows] for rows in groups], likeness.among)
    return [(title, [told[row][0] for row in rows]) for title, rows in zip(titles, groups, strict=True)]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Texts as vectors of the parts of their words; what few notes have in common weighs more than what all have."""

    parts: CountVectorizer
    weights: NDArray[np.float32]
    vectors: Vectors

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Likeness":
        """What these texts have in common; each must hold a word."""
        parts = CountVectorizer(analyzer="char_wb", ngram_range=(3, 5), preprocessor=_read, dtype=np.float32)
        counts = parts.fit_transform(texts)
        found_in = np.bincount(counts.indices, minlength=counts.shape[1])
        weights = np.log((len(texts) + _SEEN_BEFORE) / found_in).astype(np.float32)
        return cls(parts, weights, _weighed(counts, weights))

    def among(self, texts: Sequence[str], others: Sequence[str]) -> NDArray[np.float32]:
        """How like each of `texts` is to `others` taken together."""
        every, centre = (_weighed(self.parts.transform(these), self.weights) for these in (texts, others))
        likeness: NDArray[np.float32] = every @ np.asarray(centre.mean(axis=0)).ravel()
        return likeness


def _read(text: str) -> str:
    return folded(" ".join(telling(text)))


def _weighed(counts: Vectors, weights: NDArray[np.float32]) -> Vectors:
    counts.data = (1 + np.log(counts.data)) * weights[counts.indices]
    return normalize(counts, copy=False)


def _together(vectors: Vectors) -> list[list[int]]:
    """The rows that are near each other on average, in the order of their first."""
    groups: dict[int, list[int]] = {}
    for row, group in enumerate(fcluster(average(_distances(vectors)), APART, "distance")):
        groups.setdefault(int(group), []).append(row)
    return [rows for rows in groups.values() if len(rows) > 1]


def _distances(vectors: Vectors) -> NDArray[np.float64]:
    """Of each row to those after it, one after the other."""
    size, place = vectors.shape[0], 0
    distances = np.empty(size * (size - 1) // 2)
    for first in range(0, size, _BLOCK):
        alike = (vectors[first : first + _BLOCK] @ vectors.T).toarray()
        for row, likenesses in enumerate(alike, first):
            after = size - row - 1
            distances[place : place + after] = np.clip(1 - likenesses[row + 1 :], 0, 1)
            place += after
    return distances


def _best(vectors: Vectors, groups: list[list[int]]) -> list[list[int]]:
    """Those that put most notes in order, the likest first."""
    likest = {rows[0]: _likeness(vectors[rows]) for rows in groups}
    gathering = sorted(groups, key=lambda rows: (-likest[rows[0]] * len(rows), rows[0]))
    return sorted(gathering[:MOST_GROUPS], key=lambda rows: (-likest[rows[0]], rows[0]))


def _likeness(vectors: Vectors) -> float:
    """How like its notes are, two by two: from 0, nothing in common, to 1."""
    size = vectors.shape[0]
    together: float = np.square(np.asarray(vectors.sum(axis=0), np.float64)).sum()
    return round(float((together - size) / (size * (size - 1))), 4)
