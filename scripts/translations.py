"""Brings the catalogues up to date with the texts in the code: `make translations`.

New texts come in without a translation, texts that are gone leave, nothing is guessed. tests/test_translations.py fails
until every text has its translation.
"""

import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from i18n import TRANSLATED, catalogue, path_of  # noqa: E402

Keywords = dict[str, tuple[int, ...] | None]
PYTHON: Keywords = {"gettext": None, "ngettext": (1, 2), "N_": None}
JAVASCRIPT: Keywords = {"t": None, "n": (1, 2)}
SOURCES: tuple[tuple[str, str, Keywords], ...] = (
    ("*.py", "python", PYTHON),
    ("app_pages/**/*.py", "python", PYTHON),
    ("canvas/**/*.py", "python", PYTHON),
    ("exports/**/*.py", "python", PYTHON),
    ("stepstones/**/*.py", "python", PYTHON),
    ("storage/**/*.py", "python", PYTHON),
    ("web/**/*.py", "python", PYTHON),
    ("canvas/static/**/*.js", "javascript", JAVASCRIPT),
    ("web/static/**/*.js", "javascript", JAVASCRIPT),
)


def main() -> None:
    """Update the catalogue of every translated language and say what waits for a translation."""
    for language in TRANSLATED:
        updated = update(language)
        path_of(language).write_bytes(updated)
        waiting = len(untranslated(catalogue(language)))
        print(f"{path_of(language).relative_to(ROOT).as_posix()}: {waiting} texts wait for a translation")


def update(language: str) -> bytes:
    """What the .po file of `language` holds when it agrees with the code."""
    old, new = catalogue(language), texts()
    new.creation_date = old.creation_date  # a date that changes by itself would be a difference in every commit
    old.update(new, no_fuzzy_matching=True)
    file = BytesIO()
    write_po(file, old, width=118, include_lineno=False, sort_output=True, ignore_obsolete=True)
    return file.getvalue()


def texts() -> Catalog:
    """Every text in the code that people read, with the files it stands in."""
    found = Catalog(project="stepping stones")
    for pattern, method, keywords in SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            place = path.relative_to(ROOT).as_posix()
            for _, text, _, _ in extract_from_file(method, path, keywords, options={"parse_template_string": True}):
                if "${" not in text:  # a template beside a text is a value, not a text
                    found.add(text, locations=[(place, 1)])
    return found


def untranslated(catalog: Catalog) -> list[str]:
    """The texts, or the first forms of plurals, that have no translation."""
    return [str(_forms(m.id)[0]) for m in catalog if m.id and not all(_forms(m.string))]


def _forms(string: object) -> Sequence[object]:
    return string if isinstance(string, (tuple, list)) else (string,)


if __name__ == "__main__":
    main()
