"""The radar of the maturity index as a picture for paper."""

import io
from collections.abc import Sequence
from functools import lru_cache
from math import tau
from textwrap import fill
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from matplotlib.projections.polar import PolarAxes

DEEP_WATER, SHALLOW_WATER, INK, QUIET = "#2C6472", "#DCE9EA", "#1F2D36", "#56636B"
_HIGHEST = 5
_FAMILY = ("Calibri", "Carlito", "DejaVu Sans")
"""The letters of the report where this machine has them, else those that matplotlib brings."""
_BEHIND = {"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none", "alpha": 0.85}
_KEPT = 16
"""Radars kept: scores change less often than reports are made."""


@lru_cache(_KEPT)
def radar(labels: tuple[str, ...], scores: tuple[int, ...]) -> bytes:
    """Return a PNG with `scores` of 1 to 5 around a circle, the first one at the top; it takes three or more."""
    # Loaded here because it takes half a second, and only the worker process needs it.
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.font_manager import fontManager

    out = io.BytesIO()
    known = set(fontManager.get_font_names())
    with rc_context({"font.family": [name for name in _FAMILY if name in known]}):
        figure = Figure(figsize=(6.3, 4.2))
        FigureCanvasAgg(figure)
        axes = cast("PolarAxes", figure.add_subplot(projection="polar"))
        _rings(axes, between=tau / len(labels) / 2)
        _spokes(axes, labels)
        _shape(axes, scores)
        figure.savefig(out, format="png", dpi=200, bbox_inches="tight", pad_inches=0.05, facecolor="white")
    return out.getvalue()


def _rings(axes: "PolarAxes", between: float) -> None:
    axes.set_theta_offset(tau / 4)
    axes.set_theta_direction(-1)
    axes.set_ylim(0, _HIGHEST)
    axes.set_yticks(range(1, _HIGHEST + 1), [])
    for ring in range(1, _HIGHEST + 1):
        # Not as labels of the rings: those lie under the shape.
        axes.text(between, ring, str(ring), color=QUIET, size=9, ha="center", va="center", bbox=_BEHIND, zorder=5)
    axes.grid(color="#C9D6D8", linewidth=0.8)
    axes.spines["polar"].set_color("#C9D6D8")


def _spokes(axes: "PolarAxes", labels: Sequence[str]) -> None:
    angles = _angles(len(labels))
    axes.set_xticks(angles, [fill(label, 18, break_long_words=False) for label in labels], color=INK, size=11.5)
    for angle, text in zip(angles, axes.get_xticklabels(), strict=True):
        side = round(angle / tau, 3)
        text.set_horizontalalignment("center" if side in (0, 0.5) else "left" if side < 0.5 else "right")
        text.set_parse_math(False)
    axes.tick_params(axis="x", pad=4)


def _shape(axes: "PolarAxes", scores: Sequence[int]) -> None:
    angles = [*_angles(len(scores)), 0.0]
    closed = [*scores, scores[0]]
    axes.fill(angles, closed, color=DEEP_WATER, alpha=0.18)
    axes.plot(angles, closed, color=DEEP_WATER, linewidth=2.2, marker="o", markersize=6, clip_on=False)


def _angles(count: int) -> list[float]:
    return [tau * number / count for number in range(count)]
