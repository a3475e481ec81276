"""The texts are complete in both languages and cover the whole method."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from stepstones.content import FOLDER, LANGUAGES, content, load
from stepstones.errors import ContentError
from stepstones.maturity import QUESTIONS
from stepstones.texts import Content


@pytest.fixture(params=LANGUAGES)
def texts(request: pytest.FixtureRequest) -> Content:
    return content(request.param)


def prompts_and_questions(texts: Content) -> dict[str, str]:
    found = {}
    for question in (question for stone in texts.stones for question in stone.questions):
        found[question.id] = question.text
        found.update({prompt.id: prompt.text for prompt in question.prompts})
    return found


def all_ids(texts: Content) -> list[object]:
    index = texts.maturity
    ids = [stone.id for stone in texts.stones] + [card.id for card in texts.framing.cards]
    ids += [question.id for question in index.questions] + [maker.id for maker in texts.credits.makers]
    shape = [len(texts.framing.rules), len(index.uses), *(level.number for level in index.levels)]
    return [*prompts_and_questions(texts), *ids, *shape]


def strings(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.toml")):
        yield from re.findall(r'"(.*)"', path.read_text(encoding="utf-8"))


def test_both_languages_have_the_same_ids_in_the_same_order() -> None:
    dutch, english = (all_ids(content(language)) for language in LANGUAGES)
    assert dutch == english


def test_texts_fit_where_they_are_projected(texts: Content) -> None:
    for stone in texts.stones:
        assert len(stone.lead) <= 100, stone.lead
        assert " " not in stone.name
        assert [q.text for q in stone.questions if len(q.text) > 75 or not q.text.endswith("?")] == []
        assert [p.text for q in stone.questions for p in q.prompts if len(p.text) > 75] == []
    assert [card.text for card in texts.framing.cards if len(card.text) > 200] == []
    assert [q.statement for q in texts.maturity.questions if len(q.statement) > 95] == []
    assert [q.id for q in texts.maturity.questions if max(len(q.low), len(q.high)) > 40] == []


def test_ids_are_unique_and_fit_the_wire(texts: Content) -> None:
    ids = list(prompts_and_questions(texts))
    assert len(ids) == len(set(ids))
    assert [id for id in ids if not re.fullmatch(r"[a-z0-9.]{1,64}", id)] == []


def test_the_framing_tells_its_six_things(texts: Content) -> None:
    cards = [card.id for card in texts.framing.cards]
    assert cards == ["culture", "rollout", "strategy", "relation", "knowing", "moment"]


def test_the_index_has_ten_statements_and_five_levels(texts: Content) -> None:
    assert tuple(question.id for question in texts.maturity.questions) == QUESTIONS
    assert [level.number for level in texts.maturity.levels] == [1, 2, 3, 4, 5]


def test_the_levels_have_their_names() -> None:
    names = {language: [level.name for level in content(language).maturity.levels] for language in LANGUAGES}
    assert names["nl"] == ["Ad hoc", "Basis", "Gestroomlijnd", "Data-gedreven", "Innovatief"]
    assert names["en"] == ["Ad hoc", "Basic", "Streamlined", "Data-driven", "Innovative"]


def test_the_makers_are_credited(texts: Content) -> None:
    assert [(maker.name, maker.year) for maker in texts.credits.makers] == [
        ("MindMatters", 2018),
        ("Enter Digital", None),
    ]
    assert "MindMatters" in texts.credits.sentence
    assert "Enter Digital" in texts.credits.sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_shouts_or_uses_straight_apostrophes(language: str) -> None:
    assert [text for text in strings(FOLDER / language) if re.search(r"[!'\"]|  ", text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_written_twice(language: str) -> None:
    long = [text for text in strings(FOLDER / language) if len(text) > 30]
    assert sorted(long) == sorted(set(long))


def test_every_text_was_translated() -> None:
    dutch, english = (prompts_and_questions(content(language)) for language in LANGUAGES)
    assert [id for id in dutch if dutch[id] == english[id]] == []


def test_texts_are_found_by_id(texts: Content) -> None:
    assert texts.stone("channels").number == 5
    assert texts.question("channels.count").id == "channels.count"
    assert texts.maturity.question("vision").id == "vision"
    assert texts.maturity.level(3).number == 3


@pytest.mark.parametrize(
    ("find", "named"),
    [
        (lambda: content("fr"), "'fr'"),
        (lambda: content("nl").stone("river"), "'river'"),
        (lambda: content("nl").question("channels"), "'channels'"),
        (lambda: content("nl").maturity.level(6), "6"),
    ],
)
def test_what_does_not_exist_is_named(find: Callable[[], object], named: str) -> None:
    with pytest.raises(ContentError, match=named):
        find()


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("teams.toml", "version = 1", "version = 2", "nl/teams.toml has version 2; it must be 1"),
        ("teams.toml", 'name = "Teams"', "", "teams lacks the field 'name'"),
        ("teams.toml", 'name = "Teams"', 'name = "Teams "', "teams.name must be a text without space around it"),
        ("teams.toml", 'name = "Teams"', "name = 6", "teams.name must be of type str, not 6"),
        ("teams.toml", 'name = "Teams"', 'name = "Teams"\nnaam = "x"', "teams has the unknown field 'naam'"),
        ("teams.toml", 'id = "skills"', 'id = "contact"', "'teams.contact' twice"),
        ("teams.toml", 'name = "Teams"', "name =", "nl/teams.toml cannot be read"),
        ("maturity.toml", "number = 2", "number = 3", r"levels must be \[1, 2, 3, 4, 5\] in this order"),
        ("maturity.toml", 'id = "use"', 'id = "usage"', "maturity.questions must be"),
        ("credits.toml", "year = 2018", 'year = "2018"', r"credits.makers\[0\].year must be of type int"),
    ],
)
def test_a_wrong_text_file_is_refused_where_it_is_wrong(
    tmp_path: Path, file: str, old: str, new: str, complaint: str
) -> None:
    folder = tmp_path / "nl"
    shutil.copytree(FOLDER / "nl", folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=complaint):
        load(folder)


def test_a_missing_text_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"segment\.toml cannot be read"):
        load(tmp_path)
