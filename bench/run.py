"""Measures everything that was promised about speed: `make bench`, or python -m bench.run room for one measure.

Every module in bench/measures has a function `measure()` that gives its rows; a module whose name begins with an
underscore is left out.
"""

import sys
from collections.abc import Iterator
from importlib import import_module

from bench.results import Row, table, write
from bench.server import ROOT


def names() -> list[str]:
    """The measures there are."""
    return sorted(path.stem for path in (ROOT / "bench" / "measures").glob("[!_]*.py"))


def measured(chosen: list[str]) -> Iterator[Row]:
    """The rows of each measure; one that fails gives a row that says so."""
    for name in chosen:
        print(f"Measuring {name}", file=sys.stderr, flush=True)
        try:
            yield from import_module(f"bench.measures.{name}").measure()
        except Exception as error:  # the other measures are still worth their time
            print(f"{name}: {error}", file=sys.stderr, flush=True)
            yield Row(name, None, "", limit=0, remark="could not be measured")


def main() -> int:
    """Run the measures that the command line names, or all; 1 when something promised was not kept."""
    rows = list(measured(sys.argv[1:] or names()))
    write(rows, ROOT / "build")
    print(table(rows))
    return int(not all(row.kept for row in rows))


if __name__ == "__main__":
    sys.exit(main())
