"""Measures everything that was promised about speed: `make bench`; python -m bench.run room prints one measure only.

Every module in bench/measures has a function `measure()` that gives its rows; a module whose name begins with an
underscore is left out.
"""

import sys
from collections.abc import Iterator
from importlib import import_module

from bench.results import Row, line, table, write
from bench.server import ROOT


def names() -> list[str]:
    """The measures there are."""
    return sorted(path.stem for path in (ROOT / "bench" / "measures").glob("[!_]*.py"))


def measured(chosen: list[str]) -> Iterator[Row]:
    """The rows of each measure; one that fails gives a row that says so."""
    for name in chosen:
        print(f"Measuring {name}", file=sys.stderr, flush=True)
        try:
            for row in import_module(f"bench.measures.{name}").measure():
                print(line(row), file=sys.stderr, flush=True)
                yield row
        except Exception as error:  # the other measures are still worth their time
            print(f"{name}: {error}", file=sys.stderr, flush=True)
            yield Row(name, None, "", limit=0, remark="could not be measured")


def main() -> int:
    """Run the measures that the command line names, or all; 1 when something promised does not hold."""
    chosen = sys.argv[1:]
    rows = list(measured(chosen or names()))
    print(table(rows))
    if not chosen:  # the files are about everything
        write(rows, ROOT / "build")
    return int(not all(row.kept for row in rows))


if __name__ == "__main__":
    sys.exit(main())
