from collections.abc import Sequence

from exports.naming import LONGEST, names


def alike(texts: Sequence[str], _others: Sequence[str]) -> list[float]:
    return [1.0] * len(texts)


def test_a_title_is_the_word_that_most_texts_hold_with_a_capital() -> None:
    assert names([["schoolreis", "boekingen van een school", "te laat"]], alike) == ["School"]


def test_two_words_that_always_stand_together_are_one_title() -> None:
    def pair(texts: Sequence[str], _others: Sequence[str]) -> list[float]:
        return [float(" " in text) for text in texts]

    assert names([["gratis parkeren", "Gratis parkeren aub"]], pair) == ["Gratis parkeren"]


def test_capitals_of_the_writer_stay() -> None:
    assert names([["iPhone stuk", "iPhone"], ["ANBI", "ANBI-status"]], alike) == ["iPhone", "ANBI"]


def test_two_groups_get_different_titles_where_they_can() -> None:
    assert names([["kassa", "kassa"], ["kassa drukte", "kassa drukte"], ["kassa"]], alike) == [
        "Kassa",
        "Drukte",
        "Kassa",
    ]


def test_a_word_without_end_is_cut() -> None:
    assert names([["x" * 400]], alike) == ["X" + "x" * (LONGEST - 1)]
