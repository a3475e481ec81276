import pytest

from exports.words import folded, pairs, telling


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("De kassa ziet niet wie vriend is", ["kassa", "vriend"]),
        ("Eén e-mail per collega’s pasje", ["e-mail", "collega’s", "pasje"]),
        ("38.000 bezoeken, 31 % opent", ["bezoeken", "opent"]),
        ("I don’t want another password", ["password"]),
        ("Cafe\u0301 en foyer", ["Café", "foyer"]),
        ("👍 ?? x", []),
    ],
)
def test_the_telling_words_of_a_text_are_those_that_stand_in_few_others(text: str, words: list[str]) -> None:
    assert telling(text) == words


def test_two_words_are_a_pair_where_only_a_space_is_between_them() -> None:
    assert pairs("Plan review, consent forms; plan the review") == ["Plan review", "consent forms"]


@pytest.mark.parametrize("spelling", ["cafe", "Café", "CAFE\u0301"])
def test_every_spelling_folds_to_the_same(spelling: str) -> None:
    assert folded(spelling) == "cafe"
