"""Brings the catalogues up to date with the texts in the code: `make translations`.

New texts come in without a translation, texts that are gone leave, nothing is guessed. tests/test_translations.py fails
until every text has its translation.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.jslexer import unquote_string
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from i18n import TRANSLATED, catalogue, path_of  # noqa: E402

Text = str | tuple[str, ...]
PYTHON = {"gettext": None, "ngettext": (1, 2), "N_": None}
SOURCES = (
    "*.py",
    "app_pages/**/*.py",
    "canvas/**/*.py",
    "exports/**/*.py",
    "stepstones/**/*.py",
    "storage/**/*.py",
    "web/**/*.py",
    "canvas/static/**/*.js",
    "web/static/**/*.js",
)
LITERAL = r"""(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.)*`)"""
WHOLE = rf"{LITERAL}(?:\s*\+\s*{LITERAL})*"
COMMENT = r"(?<![^\s(,;])(?:/\*.*?\*/|//[^\n]*)"
CALL = re.compile(
    rf"{COMMENT}|(?<![\w$.])(?:t\(\s*(?P<t>{WHOLE})|n\(\s*(?P<one>{WHOLE})\s*,\s*(?P<many>{WHOLE}))\s*[,)]", re.DOTALL
)
"""A comment, or what asks for a text, for one or for one and many; who is called before the bracket is no member."""


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
    for pattern in SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            for text in in_javascript(path.read_text("utf-8")) if path.suffix == ".js" else in_python(path):
                found.add(text, locations=[(path.relative_to(ROOT).as_posix(), 1)])
    return found


def in_python(path: Path) -> Iterator[Text]:
    """The texts of a file in Python."""
    return (text for _, text, _, _ in extract_from_file("python", path, PYTHON))


def in_javascript(script: str) -> Iterator[Text]:
    """The texts of a script, also of a call within another or within a template, where Babel is blind."""
    for call in CALL.finditer(script):
        if call["t"]:
            yield _said(call["t"])
        elif call["one"]:
            yield _said(call["one"]), _said(call["many"])


def _said(literals: str) -> str:
    return "".join(unquote_string(literal[0]) for literal in re.finditer(LITERAL, literals))


def untranslated(catalog: Catalog) -> list[str]:
    """The texts, or the first forms of plurals, that have no translation."""
    return [str(_forms(m.id)[0]) for m in catalog if m.id and not all(_forms(m.string))]


def _forms(string: object) -> Sequence[object]:
    return string if isinstance(string, (tuple, list)) else (string,)


if __name__ == "__main__":
    main()
