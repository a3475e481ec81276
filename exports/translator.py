"""What a report asks of a translation: the two verbs of gettext."""

from typing import Protocol


class Translator(Protocol):
    """Gives the text of the workshop's language for an English one, as `gettext.NullTranslations` does."""

    def gettext(self, message: str, /) -> str:
        """Return the translation of `message`."""
        ...

    def ngettext(self, singular: str, plural: str, count: int, /) -> str:
        """Return the translation that fits `count`."""
        ...
