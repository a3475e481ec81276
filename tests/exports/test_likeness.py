import tomllib
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.likeness import MOST_GROUPS, READ_SIGNS, Group, suggestions

EXAMPLE = tomllib.loads(Path("stepstones/example/theater.toml").read_text("utf-8"))
STONES = {
    name: [note[3] for note in stone["notes"]]
    for name, stone in EXAMPLE.items()
    if isinstance(stone, dict) and "notes" in stone
}
FRONT_DESK = [
    "Rij bij de kassa in de pauze",
    "Nieuwsbrief wordt slecht gelezen",
    "vrijwilliger stopt en niemand merkt het",
    "Kassa ziet niet wie vriend is",
    "Wat wil de gemeente eigenlijk?",
    "nieuwsbrieven komen in de spam",
    "Te weinig vrijwilligers in de zomer",
    "kassamedewerker kan niet omruilen",
    "rooster van de vrijwilligers is een chaos",
    "Niemand weet wie de nieuwsbrief schrijft",
]


def suggested(*texts: str) -> list[Group]:
    return suggestions([(str(number), text) for number, text in enumerate(texts)])


def texts_of(group: Group, texts: list[str]) -> list[str]:
    return [texts[int(note)] for note in group[1]]


def test_notes_about_the_same_are_together_also_as_part_of_a_longer_word() -> None:
    found = {title: texts_of((title, notes), FRONT_DESK) for title, notes in suggested(*FRONT_DESK)}
    assert found == {
        "Nieuwsbrief": [text for text in FRONT_DESK if "ieuwsbrie" in text],
        "Vrijwilliger": [text for text in FRONT_DESK if "rijwilliger" in text],
        "Kassa": [text for text in FRONT_DESK if "assa" in text],
    }


def test_the_likest_come_first() -> None:
    found = suggested("Parkeren is duur", "Kassa dicht", "Parkeren is duur", "De kassa ziet niemand staan")
    assert [title for title, _ in found] == ["Parkeren", "Kassa"]


def test_english_notes_are_grouped_too() -> None:
    texts = ["We never thank our volunteers", "Parking is a pain", "A volunteer leaves and nobody notices"]
    assert suggested(*texts) == [("Volunteer", ["0", "2"])]


def test_a_form_that_every_note_follows_does_not_make_one_heap_of_them() -> None:
    wants = [
        "consent forms online", "a parking place", "one list of children", "a yearly report", "consent forms signed",
        "quiet evenings", "swimming lessons", "fresh vegetables", "warm blankets", "honest neighbours", "dry firewood",
        "music", "paper maps", "safe bicycles", "better mattresses",
    ]  # fmt: skip
    texts = [f"As a camp administrator I want to have {want}" for want in wants]
    found = suggested(*texts)
    assert found[0] == ("Consent forms", ["0", "4"])
    assert max(len(notes) for _, notes in found) < 4


def test_what_words_without_a_meaning_have_in_common_makes_no_group() -> None:
    assert suggested("We weten het niet", "Dat is het niet", "Ja, dat wel") == []


def test_identical_notes_are_one_group() -> None:
    assert suggested(*["Parkeren"] * 30) == [("Parkeren", [str(number) for number in range(30)])]


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["Parkeren"],
        ["", "", " \n"],
        ["👍", "👍", "🎉🎉"],
        ["12,50", "2029", "12,50"],
        ["??", "…", "—"],
        ["👍", "Parkeren", ""],
    ],
)
def test_where_fewer_than_two_notes_say_something_there_is_no_group(texts: list[str]) -> None:
    assert suggested(*texts) == []


def test_signs_beside_the_words_do_not_matter() -> None:
    assert suggested("PARKEREN!! 🚗", "", "parkéren", "🚗")[0][1] == ["0", "2"]


def test_only_the_beginning_of_a_very_long_note_is_read() -> None:
    long = "parkeren " * (READ_SIGNS // len("parkeren ") + 1)
    assert suggested(f"{long}zebra", f"{long}giraffe")[0][0] == "Parkeren"
    assert suggested(f"{' ' * READ_SIGNS}parkeren", "parkeren") == []


def test_of_many_long_notes_less_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = "parkeren zonder betalen", "parkeren bij de buren", "betalen met munten"
    monkeypatch.setattr("exports.likeness.READ_IN_ALL", 3 * len("parkeren"))
    assert suggested(*texts) == [("Parkeren", ["0", "1"])]


def test_a_workshop_of_three_thousand_notes_gets_twelve_groups_at_most() -> None:
    words = [word for texts in STONES.values() for text in texts for word in text.split()]
    chance = Random(3)
    texts = [" ".join(chance.choices(words, k=8)) for _ in range(3_000)]
    found = suggested(*texts)
    grouped = [note for _, notes in found for note in notes]
    assert len(found) == MOST_GROUPS
    assert len(grouped) == len(set(grouped))


@pytest.mark.parametrize("stone", ["segment", "channels", "systems"])
def test_a_stone_of_the_example_has_suggestions_with_words_of_its_notes(stone: str) -> None:
    texts = STONES[stone]
    found = suggested(*texts)
    assert found
    assert all(title.lower() in " ".join(texts_of((title, notes), texts)).lower() for title, notes in found)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text(max_size=40), max_size=12))
def test_whatever_is_written_the_groups_are_of_two_or_more_and_the_same_again(texts: list[str]) -> None:
    found = suggested(*texts)
    grouped = [note for _, notes in found for note in notes]
    assert all(title.strip() and len(notes) > 1 for title, notes in found)
    assert len(grouped) == len(set(grouped))
    assert suggested(*texts) == found
