"""The languages people read: texts are English in the code, and one .po file per other language translates them.

Python asks `translator(language)` for `t` and writes `t.gettext("Add a note")` or
`t.ngettext("{count} note", "{count} notes", count)`. A text that is chosen later is marked with `N_("…")` where it
stands. The browser gets the texts of its own files from `labels(language)`.
"""

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TypedDict

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = ("nl", "en")
"""What can be chosen, the default first."""
SOURCE = "en"
"""The language of the texts in the code, which needs no catalogue to be read."""
TRANSLATED = tuple(language for language in LANGUAGES if language != SOURCE)
FOLDER = Path(__file__).parent / "translations"


class Labels(TypedDict):
    """The texts of the browser's files: each as it stands in the code, with what to show for it."""

    labels: dict[str, str]
    plurals: dict[str, list[str]]


class LanguageError(ValueError):
    """A language that this product does not speak."""


@cache
def translator(language: str) -> gettext.NullTranslations:
    """The texts of `language`: an object with `gettext` and `ngettext`."""
    _known(language)
    if language == SOURCE:
        return gettext.NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, catalogue(language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@cache
def labels(language: str, under: str = "canvas/static/") -> Labels:
    """All texts whose source lies in the folder `under`, in `language`; of a plural the forms for one and for more."""
    t = translator(language)
    found = Labels(labels={}, plurals={})
    for message in catalogue(TRANSLATED[0]):
        if not message.id or not any(place.startswith(under) for place, _ in message.locations):
            continue
        if isinstance(message.id, str):
            found["labels"][message.id] = t.gettext(message.id)
        else:
            one, more = message.id
            found["plurals"][one] = [t.ngettext(one, more, 1), t.ngettext(one, more, 2)]
    return found


def N_(text: str) -> str:
    """`text` itself: marks it for the catalogue where it stands, to be translated where it is shown."""
    return text


def catalogue(language: str) -> Catalog:
    """The .po file of a translated language, read."""
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


def path_of(language: str) -> Path:
    """Where the .po file of a translated language stands."""
    return FOLDER / language / "LC_MESSAGES" / "stepstones.po"


def _known(language: str) -> None:
    if language not in LANGUAGES:
        raise LanguageError(f"The languages are {', '.join(LANGUAGES)}, not {language!r}; choose one of them.")
