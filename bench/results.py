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


def table(rows: list[Row]) -> str:
    """The rows in Markdown."""
    lines = ["| what | measured | at most | |", "| --- | --: | --: | --- |"]
    return "\n".join(lines + [_line(row) for row in rows])


def write(rows: list[Row], folder: Path) -> None:
    """`bench.json` and `bench.md` in `folder`."""
    folder.mkdir(exist_ok=True)
    (folder / "bench.json").write_text(json.dumps([asdict(row) | {"kept": row.kept} for row in rows], indent=2) + "\n")
    (folder / "bench.md").write_text(f"# The bench\n\n{table(rows)}\n")


def _line(row: Row) -> str:
    verdict = row.remark if row.kept else f"**not kept** {row.remark}"
    return f"| {row.what} | {_figure(row.value, row.unit)} | {_figure(row.limit, row.unit)} | {verdict} |"


def _figure(value: float | None, unit: str) -> str:
    return "" if value is None else f"{value:,.1f}".removesuffix(".0") + (f" {unit}" if unit else "")
