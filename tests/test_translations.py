import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

import i18n
from scripts import translations

PLACEHOLDER = re.compile(r"\{\w*\}|%\(\w+\)[sd]|%[sd]")
EXAMPLE = """
#: canvas/static/board.js
msgid "Write a note"
msgstr "Schrijf een briefje"

#: app_pages/home.py
msgid "Open"
msgstr "Open"

#: canvas/static/list.js app_pages/home.py
msgid "{count} note"
msgid_plural "{count} notes"
msgstr[0] "{count} briefje"
msgstr[1] "{count} briefjes"
"""


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    folder = tmp_path / "nl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    header = i18n.path_of("nl").read_text("utf-8").split("\n\n", 1)[0]
    (folder / "stepstones.po").write_text(header + "\n" + EXAMPLE, "utf-8")
    monkeypatch.setattr(i18n, "FOLDER", tmp_path)
    forget()
    yield
    forget()


def forget() -> None:
    i18n.translator.cache_clear()
    i18n.labels.cache_clear()


@pytest.fixture(params=i18n.TRANSLATED)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    return i18n.catalogue(request.param)


def forms(texts: object) -> list[str]:
    return [str(text) for text in texts] if isinstance(texts, (tuple, list)) else [str(texts)]


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def test_every_text_is_translated(catalogue: Catalog) -> None:
    assert translations.untranslated(catalogue) == []


def test_no_translation_is_a_guess(catalogue: Catalog) -> None:
    assert [message.id for message in messages(catalogue) if message.fuzzy] == []


@pytest.mark.parametrize("language", i18n.TRANSLATED)
def test_the_catalogue_holds_what_the_code_says_and_no_more(language: str) -> None:
    now = i18n.path_of(language).read_text("utf-8")
    assert now == translations.update(language).decode(), "run `make translations`"


def calls_for_texts(file: Path) -> Iterator[str]:
    """The texts that a file asks for, as Python itself reads it: also inside an f-string, where extraction is blind."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
            texts = node.args[: {"gettext": 1, "N_": 1, "ngettext": 2}.get(str(name), 0)]
            yield from (text.value for text in texts if isinstance(text, ast.Constant) and isinstance(text.value, str))


def unknown(known: Catalog) -> list[tuple[str, str]]:
    """Each text in Python that the catalogue does not have, with the file where it stands."""
    texts = {text for message in messages(known) for text in forms(message.id)}
    patterns = [pattern for pattern in translations.SOURCES if pattern.endswith(".py")]
    files = sorted({file for pattern in patterns for file in translations.ROOT.glob(pattern)})
    return [(text, file.name) for file in files for text in calls_for_texts(file) if text not in texts]


def test_no_text_in_python_is_missed_by_the_extraction(catalogue: Catalog) -> None:
    assert unknown(catalogue) == [], "take the call out of the f-string, or run `make translations`"


def test_a_text_inside_an_f_string_is_found_by_that_check(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text(
        "f\"{t.gettext('Open')}: {t.ngettext('one', 'many', n)}\"; N_(\"Gone\")\n", "utf-8"
    )
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    known = Catalog()
    known.add("Gone")
    assert unknown(known) == [("Open", "main.py"), ("one", "main.py"), ("many", "main.py")]


def test_a_translation_has_the_placeholders_of_its_text(catalogue: Catalog) -> None:
    for message in messages(catalogue):
        wanted = [sorted(PLACEHOLDER.findall(text)) for text in forms(message.id)]
        for text in forms(message.string):
            assert sorted(PLACEHOLDER.findall(text)) in wanted, f"placeholders of {message.id!r}"


def test_no_text_shouts(catalogue: Catalog) -> None:
    for message in messages(catalogue):
        assert "!" not in "".join(forms(message.id) + forms(message.string)), f"exclamation mark in {message.id!r}"


@pytest.mark.usefixtures("example")
def test_dutch_comes_from_the_catalogue() -> None:
    t = i18n.translator("nl")
    assert t.gettext("Write a note") == "Schrijf een briefje"
    assert t.ngettext("{count} note", "{count} notes", 1).format(count=1) == "1 briefje"
    assert t.ngettext("{count} note", "{count} notes", 0).format(count=0) == "0 briefjes"


@pytest.mark.usefixtures("example")
def test_english_is_what_the_code_says() -> None:
    t = i18n.translator("en")
    assert t.gettext("Write a note") == "Write a note"
    assert t.ngettext("{count} note", "{count} notes", 2) == "{count} notes"


@pytest.mark.usefixtures("example")
def test_the_browser_gets_the_texts_of_its_own_files() -> None:
    assert i18n.labels("nl") == {
        "labels": {"Write a note": "Schrijf een briefje"},
        "plurals": {"{count} note": ["{count} briefje", "{count} briefjes"]},
    }
    assert i18n.labels("en") == {
        "labels": {"Write a note": "Write a note"},
        "plurals": {"{count} note": ["{count} note", "{count} notes"]},
    }


def test_another_language_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(i18n.LanguageError, match=r"nl, en, not 'fr'"):
        i18n.translator("fr")


def test_texts_are_found_in_python_and_in_javascript(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    files = {
        "app_pages/home.py": 't.gettext("Open")\nREASON = N_("Gone")\nt.ngettext("{n} note", "{n} notes", 3)\n',
        "canvas/static/room/board.js": 'const a = t("Write");\nn("{n} star", "{n} stars", 2); other("Not this");\n'
        "`${t('Inside')}`; t('With a value', {size: `${size} cm`});\n",
        "tests/test_home.py": 't.gettext("Only a test")\n',
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    found = {message.id: [place for place, _ in message.locations] for message in messages(translations.texts())}
    assert found == {
        "Open": ["app_pages/home.py"],
        "Gone": ["app_pages/home.py"],
        ("{n} note", "{n} notes"): ["app_pages/home.py"],
        "Write": ["canvas/static/room/board.js"],
        "Inside": ["canvas/static/room/board.js"],
        "With a value": ["canvas/static/room/board.js"],
        ("{n} star", "{n} stars"): ["canvas/static/room/board.js"],
    }


@pytest.mark.parametrize(
    "script",
    [
        't("One {a}", { a: `${size} cm` }); t("Two")',
        't("One {a}", { a: t("Two") })',
        't("One {a}", { a: `(${t("Two")})` })',
        '`${t("One {a}", { a: `${size} cm` })} ${t(`Two`)}`',
        '`${many.map((one) => `${t("One {a}", { a: `${one}` })}: ${f({ b: t("Two") })}`)}`',
        "t('One ' + '{a}', { a: /[`\"]/.test(text) }); t(\n\t\"Two\",\n)",
        '`//`; t("One {a}", "image/*"); x.t("Not"); /* t("Not") */ t("Two") // t("Not")',
        'part("Not"); t(text); t(`Not ${this}`); $t("Not"); t("One {a}"); t(`Two`)',
    ],
    ids=range(8),
)
def test_no_text_in_javascript_is_missed_wherever_it_stands(script: str) -> None:
    assert set(translations.in_javascript(script)) == {"One {a}", "Two"}


def test_texts_for_one_and_for_many_are_found_wherever_they_stand() -> None:
    script = '`${n("{count} note", "{count} notes", all.length, { word: t("Word") })}`; n("alone", many)'
    assert list(translations.in_javascript(script)) == [("{count} note", "{count} notes"), "Word"]


@pytest.mark.usefixtures("example")
def test_an_update_brings_what_is_new_and_drops_what_is_gone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text('t.gettext("Write a note")\nt.gettext("Write a line")\n', "utf-8")
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    (tmp_path / "new.po").write_bytes(translations.update("nl"))
    with (tmp_path / "new.po").open("rb") as file:
        updated = {message.id: message.string for message in messages(read_po(file))}
    assert updated == {"Write a note": "Schrijf een briefje", "Write a line": ""}
