"""Every reason for which something is refused has a sentence in every language."""

import ast
import string
from pathlib import Path

import pytest

from i18n import LANGUAGES
from sentences import SENTENCES, sentence

ROOT = Path(__file__).parent.parent
FOLDERS = ("app_pages", "canvas", "exports", "stepstones", "storage", "web")
RAISING = {"Refused", "BadMessage", "ArchiveError"}


def reasons() -> list[tuple[str, frozenset[str], str]]:
    """What the code refuses for: the reason, the names of its values, and where."""
    files = [*ROOT.glob("*.py"), *(file for folder in FOLDERS for file in (ROOT / folder).rglob("*.py"))]
    return [found for file in files for found in _reasons_in(file)]


def _reasons_in(file: Path) -> list[tuple[str, frozenset[str], str]]:
    calls = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)]
    named = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in RAISING and call.args]
    found = []
    for call in named:
        values = frozenset(keyword.arg for keyword in call.keywords if keyword.arg)
        for part in ast.walk(call.args[0]):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                found.append((part.value, values, f"{file.relative_to(ROOT)}:{call.lineno}"))
    return found


def test_every_reason_in_the_code_has_a_sentence() -> None:
    found = reasons()
    assert len(found) > 50
    assert [where for reason, _, where in found if reason not in SENTENCES] == []


def test_every_refusal_brings_the_values_that_its_sentence_names() -> None:
    def names(reason: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(SENTENCES[reason]) if name}

    assert [where for reason, values, where in reasons() if names(reason) - values] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", SENTENCES)
def test_a_sentence_reads_as_one(reason: str, language: str) -> None:
    said = sentence(reason, language, {"limit": 5, "line": 2, "version": 9, "place": "notes[3].text"})
    assert said[0].isupper()
    assert said.endswith(".")
    assert "{" not in said
    assert "!" not in said


def test_the_languages_differ() -> None:
    assert all(sentence(reason, "nl") != sentence(reason, "en") for reason in SENTENCES)


def test_an_unknown_language_is_dutch() -> None:
    for language in ("", "xx", "../en", "\x00"):
        assert sentence("removed", language) == sentence("removed", "nl")


def test_values_of_any_kind_do_no_harm() -> None:
    assert "{limit}" in sentence("too_long", "en", {"limit": "{limit}"})
    assert "None" in sentence("too_long", "en", {"limit": None})
