"""What was measured, beside what was promised: as a table for people and as JSON for programs."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """One figure; `limit` is the most it may be, where something was promised."""

    what: str
    value: float | None
    unit: str
    limit: float | None = None
    remark: str = ""

    @property
    def kept(self) -> bool:
        """Whether the promise holds; a figure that could not be measured keeps none."""
        return self.limit is None or (self.value is not None and self.value <= self.limit)

    @property
    def verdict(self) -> str:
        """The same for people; empty where nothing was promised."""
        if self.limit is None:
            return ""
        return "holds" if self.kept else "**does not hold**"


def table(rows: list[Row]) -> str:
    """The rows in Markdown, and in a sentence how many promises hold."""
    lines = ["| what | measured | at most | | beside it |", "| --- | --: | --: | --- | --- |"]
    promised = [row.kept for row in rows if row.limit is not None]
    return "\n".join([*lines, *map(line, rows), "", f"{sum(promised)} of {len(promised)} promises hold."])


def write(rows: list[Row], folder: Path) -> None:
    """`bench.json` and `bench.md` in `folder`."""
    folder.mkdir(exist_ok=True)
    (folder / "bench.json").write_text(json.dumps([asdict(row) | {"kept": row.kept} for row in rows], indent=2) + "\n")
    (folder / "bench.md").write_text(f"# The bench\n\n{table(rows)}\n")


def line(row: Row) -> str:
    """One row of the table."""
    measured, limit = _figure(row.value, row.unit) or "nothing", _figure(row.limit, row.unit)
    return f"| {row.what} | {measured} | {limit} | {row.verdict} | {row.remark} |"


def _figure(value: float | None, unit: str) -> str:
    return "" if value is None else f"{value:,.1f}".removesuffix(".0") + (f" {unit}" if unit else "")
