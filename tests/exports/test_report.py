from dataclasses import replace
from typing import Literal

import pytest

from exports.blocks import Bullets, Heading, Mark, Notes, Part, Radar, Report, Sketch, Table, Text
from exports.report import report
from i18n import translator
from stepstones.content import content
from stepstones.stones import STONES
from stepstones.workshop import Person, Score, Session, Story
from tests.exports import sessions

Language = Literal["nl", "en"]


def told(session: Session) -> Report:
    """The report of a session, with English words around Dutch texts: the words are not translated here."""
    return report(session, content(session.workshop.language), translator("en"), sessions.MOMENT)


def part(found: Report, title: str) -> Part:
    return next(part for part in found.parts if part.title.startswith(title))


def said(found: Part) -> str:
    return repr(found.blocks)


def headings(found: Part) -> list[str]:
    return [block.text for block in found.blocks if isinstance(block, Heading)]


def test_the_cover_says_whose_workshop_it_was_and_when() -> None:
    cover = told(sessions.full("nl")).cover
    assert (cover.title, cover.organisation) == ("De vaste bezoeker in beeld", "Theater De Brug")
    assert cover.facts == ("As it stood on 22 november 2026", "8 people took part")
    assert sum(cover.finished) == 8
    assert "1, 2, 3, 4, 5, 6, 7, 8" in cover.alt


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_stone_has_its_chapter_in_order(language: Language) -> None:
    titles = [part.title for part in told(sessions.empty(language)).parts]
    names = [f"Stone {stone.number}: {stone.name}" for stone in content(language).stones]
    assert titles == [
        "Summary", "Scores of the maturity index", *names, "All user stories", "People",
        "Sources and how the score is computed",
    ]  # fmt: skip


def test_the_summary_gives_score_level_meaning_and_next_step() -> None:
    found = part(told(sessions.full("nl")), "Summary")
    level = content("nl").maturity.level(3)
    assert Mark("3,0", "out of 5", f"Level 3: {level.name}") in found.blocks
    assert {Text(level.meaning), Text(level.step)} <= set(found.blocks)


def test_the_summary_names_two_strongest_and_two_weakest() -> None:
    found = part(told(sessions.full("nl")), "Summary")
    strong, weak = (block.items for block in found.blocks if isinstance(block, Bullets))
    assert [item.split("\t")[0] for item in strong] == ["Gegevensbeheer (5)", "Analyse (5)"]
    assert [item.split("\t")[0] for item in weak] == ["Datakwaliteit (1)", "Ledenbeheer (1)"]


def test_a_long_remark_is_short_in_the_summary_and_whole_in_the_table() -> None:
    session = sessions.full()
    session = replace(session, scores=tuple(replace(score, remark="ja en nee " * 100) for score in session.scores))
    bullets = [block for block in part(told(session), "Summary").blocks if isinstance(block, Bullets)]
    assert all(len(item.split("\t")[1]) <= 240 for block in bullets for item in block.items)
    assert ("ja en nee " * 100).strip() in said(part(told(session), "Scores"))


def test_equal_scores_have_no_strongest_and_weakest() -> None:
    session = sessions.full()
    equal = replace(session, scores=tuple(replace(score, score=3) for score in session.scores))
    assert headings(part(told(equal), "Summary")) == ["The next step", "The walk so far"]


def test_a_withheld_level_says_how_many_questions_are_answered() -> None:
    found = part(told(sessions.halfway("nl")), "Summary")
    assert Mark("3,0", "out of 5", "No level yet") in found.blocks
    assert Text("5 of the 10 questions have a score.", "lead") in found.blocks
    assert Text(content("nl").maturity.withheld, "aside") in found.blocks
    assert "The next step" not in headings(found)


def test_without_scores_the_index_is_one_sentence() -> None:
    sentence = "The maturity index has not been filled in yet."
    found = told(sessions.empty())
    assert Text(sentence, "lead") in part(found, "Summary").blocks
    assert part(found, "Scores").blocks == (Text(sentence),)


def test_the_summary_counts_what_was_made() -> None:
    found = part(told(sessions.full()), "Summary")
    figures = next(block for block in found.blocks if isinstance(block, Table) and block.large)
    assert figures.rows == (("8 of 10", "80", "4", "25"),)


def test_the_radar_says_its_figures() -> None:
    found = part(told(sessions.full("nl")), "Scores")
    radar = next(block for block in found.blocks if isinstance(block, Radar))
    assert radar.scores == (2, 5, 3, 1, 4, 2, 5, 3, 1, 4)
    assert "Visie en strategie 2, Gegevensbeheer 5" in radar.alt


def test_with_two_scores_there_is_a_sentence_and_no_radar() -> None:
    session = replace(sessions.full(), scores=sessions.full().scores[:2])
    found = part(told(session), "Scores")
    assert isinstance(found.blocks[0], Text)
    assert not any(isinstance(block, Radar) for block in found.blocks)


def test_questions_that_are_not_relevant_are_not_in_the_report() -> None:
    session = sessions.full()
    session = replace(session, workshop=replace(session.workshop, relations=frozenset({"members"})))
    found = said(part(told(session), "Scores"))
    assert "Ledenbeheer" in found
    assert "Donateursbeheer" not in found


def test_a_score_without_points_keeps_its_remark() -> None:
    session = replace(sessions.full(), scores=(Score("vision", None, "Volgende keer verder"),))
    assert "Volgende keer verder" not in said(part(told(session), "Summary"))
    session = replace(session, scores=(*session.scores, *sessions.full().scores[1:]))
    table = next(block for block in part(told(session), "Scores").blocks if isinstance(block, Table))
    assert table.rows[0][1:] == ("–", "Volgende keer verder")


def test_notes_stand_under_their_question_then_those_without_then_open_questions() -> None:
    stone = content("nl").stones[0]
    found = part(told(sessions.full("nl")), "Stone 1")
    asked = [question.text for question in stone.questions]
    assert headings(found) == [
        *asked[:3], "Other thoughts at this stone", "Questions without notes", "User stories of this stone",
    ]  # fmt: skip
    assert Bullets(tuple(asked[3:])) in found.blocks


def test_notes_carry_author_and_colour_in_the_order_they_were_written() -> None:
    found = part(told(sessions.full()), "Stone 1")
    loose = [block for block in found.blocks if isinstance(block, Notes)][-1]
    assert [(n.text[:6], n.author, n.colour) for n in loose.notes] == [
        ("Balie:", "Anna", "yellow"),
        ("School", "Esra", "blue"),
    ]


def test_no_note_is_lost() -> None:
    session = sessions.full()
    lines = [n for p in told(session).parts for block in p.blocks if isinstance(block, Notes) for n in block.notes]
    assert len(lines) == sum(n.picture is None for n in session.notes)


def test_a_note_at_a_question_that_is_gone_stands_with_the_loose_ones() -> None:
    session = sessions.full()
    session = replace(session, notes=(replace(session.notes[0], question="segment.gone"),))
    assert "Other thoughts at this stone" in headings(part(told(session), "Stone 1"))


def test_a_sketch_has_caption_and_description() -> None:
    found = part(told(sessions.full()), "Stone 1")
    sketch = next(block for block in found.blocks if isinstance(block, Sketch))
    assert sketch.caption == "De kassa en de bezoeker (Chantal de Wit)"
    assert sketch.alt == "Sketch: De kassa en de bezoeker"


def test_a_sketch_whose_picture_is_not_there_is_named() -> None:
    found = part(told(replace(sessions.full(), pictures={})), "Stone 1")
    assert "Sketch: De kassa en de bezoeker" in said(found)


def test_a_stone_without_notes_is_a_sentence_and_its_questions_on_the_same_page() -> None:
    found = part(told(sessions.halfway("en")), "Stone 5")
    stone = content("en").stone("channels")
    state, sentence, questions = found.blocks
    assert state == Text("Not finished yet", "state")
    assert isinstance(sentence, Text)
    assert questions == Bullets(tuple(question.text for question in stone.questions))
    assert not found.new_page


def test_a_chapter_says_whether_the_stone_is_finished() -> None:
    found = told(sessions.full())
    assert part(found, "Stone 1").blocks[0] == Text("Finished · 8 notes · 1 sketch · 1 user story", "state")
    assert part(found, "Stone 10").blocks[0] == Text("Not finished yet · 8 notes", "state")


def test_stories_have_one_number_at_their_stone_and_in_the_table_of_all() -> None:
    found = told(sessions.full())
    table = next(block for block in part(found, "All user stories").blocks if isinstance(block, Table))
    assert [row[0] for row in table.rows] == [str(number) for number in range(1, 26)]
    at_stone = next(block for block in part(found, "Stone 2").blocks if isinstance(block, Table))
    assert [row[0] for row in at_stone.rows] == [row[0] for row in table.rows if row[1] == "Propositie"]
    assert table.rows[-1][1] == "General"


def test_the_table_of_all_stories_tells_each_as_one_sentence() -> None:
    table = next(b for b in part(told(sessions.full("nl")), "All user stories").blocks if isinstance(b, Table))
    sentence = "Als medewerker van de kassa wil ik zien of iemand vriend van het theater is"
    assert table.rows[0][2].startswith(sentence)


def test_a_story_that_is_only_a_line_keeps_that_line() -> None:
    line = Story("x", STONES[0], "", "Minder dubbele post", "", None, "Minder dubbele post", None, 1)
    found = told(replace(sessions.empty(), stories=(line,)))
    table = next(block for block in part(found, "All user stories").blocks if isinstance(block, Table))
    assert table.rows == (("1", "Segment", "Minder dubbele post"),)


def test_people_are_named_facilitators_first_and_no_projectors() -> None:
    people = (Person("1", "Anna", "participant"), Person("2", "Bram", "facilitator"), Person("3", "Wand", "projector"))
    found = part(told(replace(sessions.empty(), people=people)), "People")
    assert found.blocks == (Heading("Facilitators"), Text("Bram"), Heading("Participants"), Text("Anna"))


def test_a_person_on_two_devices_who_became_one_took_part_once() -> None:
    people = (Person("1", "Anna", "participant"), Person("2", "Anna 2", "participant", removed=True))
    report = told(replace(sessions.empty(), people=people))
    assert report.cover.facts[1] == "1 person took part"
    assert part(report, "People").blocks == (Heading("Participants"), Text("Anna"))


def test_the_makers_are_credited() -> None:
    found = said(part(told(sessions.empty()), "Sources"))
    assert "MindMatters (2018)" in found
    assert "Enter Digital" in found


def test_the_levels_are_explained_with_their_bounds() -> None:
    table = next(block for block in part(told(sessions.empty()), "Sources").blocks if isinstance(block, Table))
    assert [row[1] for row in table.rows] == ["1,0 – 1,4", "1,5 – 2,4", "2,5 – 3,4", "3,5 – 4,4", "4,5 – 5,0"]


def test_hostile_titles_do_not_reach_the_cover() -> None:
    cover = told(sessions.hostile("Kaart\x00\r\n\u202everkoop")).cover
    assert cover.title == "Kaart verkoop"
