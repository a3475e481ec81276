"""Stories are found in the lines people write, and no word of a line gets lost."""

import re
from collections import Counter
from pathlib import Path
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stepstones.lines import lines
from stepstones.signs import shows
from stepstones.stories import ReadStory, read, read_line, tell

REAL = sorted((Path(__file__).parent / "real").glob("*.txt"))
CONNECTING = {
    *("as", "a", "an", "the", "i", "want", "would", "like", "d", "so", "that"),
    *("als", "een", "de", "het", "wil", "ik", "zodat", "opdat"),
}


def parts(line: str) -> tuple[str, str, str]:
    (story,) = read(line.encode())
    assert story.source == line
    return story.role, story.want, story.benefit


def lost(story: ReadStory) -> Counter[str]:
    """The words of the line that stand in no part, apart from those that every story has."""
    kept = Counter(re.findall(r"\w+", f"{story.role} {story.want} {story.benefit}"))
    missing = Counter(re.findall(r"\w+", story.source)) - kept
    return Counter({word: n for word, n in missing.items() if word.lower() not in CONNECTING})


@pytest.mark.parametrize(
    ("line", "role", "want", "benefit"),
    [
        ("As a user, I want to log in, so that I can work.", "user", "to log in", "I can work"),
        ("As an Applicant I want to Pay Fee  so that I can leave ", "Applicant", "to Pay Fee", "I can leave"),
        ("As the treasurer I want one list So that it adds up", "treasurer", "one list", "it adds up"),
        ("As Mike I want some metrics", "Mike", "some metrics", ""),
        ("As a Researcher I want results to be stored", "Researcher", "results to be stored", ""),
        ("as a user i want to search", "user", "to search", ""),
        ("As a guest I would like to pay online", "guest", "to pay online", ""),
        ("As a guest, I'd like a seat", "guest", "a seat", ""),
        ("As a moderator I want x  so that so that we can", "moderator", "x", "we can"),
        ("As a member I want to vote so I count", "member", "to vote", "so I count"),
        ("As a member I want to vote because I care", "member", "to vote", "because I care"),
        ("As a member I want to vote in order to count", "member", "to vote", "in order to count"),
    ],
)
def test_an_english_story_has_its_parts(line: str, role: str, want: str, benefit: str) -> None:
    assert parts(line) == (role, want, benefit)


@pytest.mark.parametrize(
    ("line", "role", "want", "benefit"),
    [
        ("Als lid wil ik stemmen, zodat ik meetel.", "lid", "stemmen", "ik meetel"),
        ("Als een bezoeker wil ik  een stoel kiezen zodat ik goed zit", "bezoeker", "een stoel kiezen", "ik goed zit"),
        ("Als de penningmeester, wil ik één lijst", "penningmeester", "één lijst", ""),
        ("Als het bestuur wil ik cijfers, opdat we kunnen kiezen", "bestuur", "cijfers", "we kunnen kiezen"),
        ("Als lid, ik wil stemmen", "lid", "stemmen", ""),
        ("Als lid wil ik niet steeds inloggen", "lid", "niet steeds inloggen", ""),
        ("Als lid wil ik graag stemmen", "lid", "graag stemmen", ""),
        ("Als lid wil ik stemmen omdat ik meetel", "lid", "stemmen", "omdat ik meetel"),
        ("ALS LID WIL IK STEMMEN ZODAT HET TELT", "LID", "STEMMEN", "HET TELT"),
    ],
)
def test_a_dutch_story_has_its_parts(line: str, role: str, want: str, benefit: str) -> None:
    assert parts(line) == (role, want, benefit)


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("As a user I don't want two mails", "I don't want two mails"),
        ("As a user I don’t want two mails", "I don’t want two mails"),
        ("As a user I do not want two mails", "I do not want two mails"),
        ("As a user, I can pay", "I can pay"),
        ("As a user I'm able to pay", "I'm able to pay"),
        ("As a user I would be able to pay", "I would be able to pay"),
        ("As a user I need to be told", "I need to be told"),
        ("Als user kan ik betalen", "kan ik betalen"),
        ("Als user zou ik graag betalen", "zou ik graag betalen"),
        ("Als user willen wij betalen", "willen wij betalen"),
        ("Als een user moet ik betalen", "moet ik betalen"),
    ],
)
def test_any_wish_but_the_plain_one_stays_in_the_want(line: str, want: str) -> None:
    assert parts(line) == ("user", want, "")


@pytest.mark.parametrize(
    "mark",
    ["- ", "* ", "• ", "– ", "1. ", "1.", "12) ", "(3) ", "a) ", "[ ] ", "[x] ", "#7 ", "1.2.3 ", "- 1. ",
     "US-12: ", "US12 ", "Story 4: ", "User story 4: "],
)  # fmt: skip
def test_a_bullet_or_number_is_no_part_of_the_role(mark: str) -> None:
    assert parts(f"{mark}As a user I want to pay") == ("user", "to pay", "")
    assert parts(f"{mark}Als lid wil ik betalen") == ("lid", "betalen", "")


def test_the_quotes_of_a_spreadsheet_go() -> None:
    assert parts('"As a user I want ""more"", so that I win"') == ("user", '"more"', "I win")


@pytest.mark.parametrize(
    "line",
    ["Stories of the box office", "- a note", "As a user", "As a user I want", "As a user I want, so that it works",
     "As a I want peace", "As soon as we can, I want cake", "As I said, I want it", "Als ik betaal, wil ik een bon",
     "I want to pay", "Als", "1.", "..."],
)  # fmt: skip
def test_a_line_that_is_no_story_is_all_want(line: str) -> None:
    assert parts(line) == ("", line, "")


@pytest.mark.parametrize("line", ["\uf0b7", "\u0301", "\uf0b7 \uf0b7", "\ufdd0", "\u0378"])
def test_a_line_of_one_odd_sign_is_a_line(line: str) -> None:
    assert parts(line) == ("", line, "")


@pytest.mark.parametrize("line", ["As a user I want \u200b", "As a \u200b I want cake", "Als \u2060 wil ik taart"])
def test_a_part_of_signs_that_hide_is_no_part(line: str) -> None:
    assert parts(line) == ("", line, "")


def test_space_around_a_heading_stays_in_the_source_only() -> None:
    assert read(b"  Box  office \r\n") == [ReadStory("", "Box  office", "", "  Box  office ")]


@pytest.mark.parametrize("file", REAL, ids=lambda path: path.stem)
def test_every_line_of_a_real_file_is_accounted_for(file: Path) -> None:
    text = file.read_bytes().decode("utf-8").replace("\ufeff", "")
    stories = read(file.read_bytes())
    assert [story.source for story in stories] == [line for line in text.split("\r\n") if line.strip()]
    assert [(story.source, lost(story)) for story in stories if lost(story)] == []
    assert [story.source for story in stories if not story.role] == []
    assert [s.source for s in stories if ("so that" in s.source.lower()) != bool(s.benefit)] == []


def test_there_are_three_real_files_with_their_stories() -> None:
    assert {file.stem: len(read(file.read_bytes())) for file in REAL} == {
        "g03-loudoun": 58,
        "g12-camperplus": 55,
        "g13-planningpoker": 53,
    }


@given(st.binary())
@example(b"\xff\xfe\x00\xd8A")
@example("As a user I want\r\u2028\n\x85\ufeff".encode("utf-16-be"))
def test_of_any_file_every_line_is_a_story_that_wants_something(data: bytes) -> None:
    stories = read(data)
    assert [story.source for story in stories] == lines(data)
    assert all(shows(story.want) and story.want == story.want.strip() for story in stories)
    assert all(story.want == story.source.strip() for story in stories if not story.role)
    assert all(not lost(story) for story in stories)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n \r\n"])
@pytest.mark.parametrize("file", REAL, ids=lambda path: path.stem)
def test_a_real_file_says_the_same_however_it_was_saved(file: Path, end: str, encoding: str) -> None:
    stories = read(file.read_bytes())
    assert read(end.join(story.source for story in stories).encode(encoding)) == stories


@given(st.text())
@example("As a\x1cI want")
@example('"')
def test_no_word_of_any_text_gets_lost(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    assert [story.source for story in read(data)] == lines(data)
    assert all(not lost(story) for story in read(data))


WORDS = st.lists(
    st.sampled_from(
        ["stoel", "kaart", "seat", "card", "blauw", "12", "it's", "50%", "(x)", "as", "als", "I", "ik", "so"]
    ),
    min_size=1,
    max_size=5,
).map(" ".join)
OPENINGS = st.sampled_from(["As a ", "As an ", "as the ", "- Als ", "Als een ", "Als de ", "As ", "Als "])
WISHES = st.sampled_from(
    [" I want ", ", I want to ", " I don't want ", " I can ", " wil ik ", ", ik wil ", " zou ik graag ", " kan ik "]
)
LINKS = st.sampled_from(["", " so that ", ", so that ", " zodat ", ", opdat ", " omdat ", " because ", "  "])


@given(OPENINGS, WORDS, WISHES, WORDS, LINKS, WORDS)
def test_no_word_of_a_story_gets_lost(opening: str, role: str, wish: str, want: str, link: str, benefit: str) -> None:
    (story,) = read(f"{opening}{role}{wish}{want}{link}{benefit}".encode())
    assert not lost(story)


PLAIN = st.lists(st.sampled_from(["stoel", "kaart", "vriend", "blauw", "twee"]), min_size=1, max_size=4).map(" ".join)


@given(PLAIN, PLAIN, PLAIN | st.just(""), st.sampled_from(["nl", "en"]))
def test_a_told_story_reads_back_as_it_was(role: str, want: str, benefit: str, language: str) -> None:
    story = ReadStory(role, want, benefit, "")
    again = read_line(tell(story, language))
    assert (again.role, again.want, again.benefit) == (role, want, benefit)


@pytest.mark.parametrize("file", REAL, ids=lambda path: path.stem)
def test_a_real_story_reads_back_as_it_was(file: Path) -> None:
    for story in read(file.read_bytes()):
        again = read_line(tell(story, "nl"))
        assert (again.role, again.want, again.benefit) == (story.role, story.want, story.benefit)


@pytest.mark.parametrize(
    ("role", "want", "benefit", "language", "sentence"),
    [
        ("lid", "stemmen", "ik meetel", "nl", "Als lid wil ik stemmen, zodat ik meetel"),
        ("lid", "stemmen", "", "nl", "Als lid wil ik stemmen"),
        ("lid", "kan ik stemmen", "omdat ik meetel", "nl", "Als lid kan ik stemmen, omdat ik meetel"),
        ("", "een ruilbeurs", "stoelen vol zitten", "nl", "Een ruilbeurs, zodat stoelen vol zitten"),
        ("user", "to pay", "I can go", "en", "As a user I want to pay so that I can go"),
        ("applicant", "to pay", "", "en", "As an applicant I want to pay"),
        ("the board", "figures", "", "en", "As the board I want figures"),
        ("user", "I don't want mail", "", "en", "As a user I don't want mail"),
        ("user", "to pay", "so I can go", "nl", "As a user I want to pay so I can go"),
        ("", "heading", "", "en", "Heading"),
        ("lid", "", "", "nl", "Als lid wil ik"),
        ("", "", "", "nl", ""),
    ],
)
def test_a_story_is_told_as_a_sentence(role: str, want: str, benefit: str, language: str, sentence: str) -> None:
    assert tell(ReadStory(role, want, benefit, ""), language) == sentence


LONG = [
    "As a " * 200_000,
    "As a user " + "I " * 500_000,
    "As a user I want " + "so that " * 100_000,
    "As a user I want " + "so " * 300_000,
    "Als lid wil ik dit " + "zodat, " * 100_000,
    *("-1." * 300_000, ", " * 500_000, "a)" * 500_000, "1 " * 500_000, "a" * 1_000_000),
]


@pytest.mark.parametrize("line", LONG, ids=lambda line: line[:24])
def test_a_line_of_a_million_signs_is_read_in_one_go(line: str) -> None:
    """A search that went back over itself would take hours."""
    start = process_time()
    read_line(line)
    assert process_time() - start < 10
