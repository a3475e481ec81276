"""User stories as people write them, read into role, want and benefit, and told again as a sentence."""

from dataclasses import dataclass
from typing import Protocol

from stepstones.grammar import DUTCH, ENGLISH, VOICES, Grammar, Voice, pattern
from stepstones.lines import lines
from stepstones.signs import shows


class Told(Protocol):
    """Whatever has the three parts of a story."""

    @property
    def role(self) -> str:
        """Who wants it."""

    @property
    def want(self) -> str:
        """What is wanted."""

    @property
    def benefit(self) -> str:
        """What it is good for."""


@dataclass(frozen=True, slots=True)
class ReadStory:
    """A story as found in a file; a line that is no story is all `want`."""

    role: str
    want: str
    benefit: str
    source: str


_EDGE = " ,;:–—-"
_WITH_ARTICLE = pattern(r"(?:an?|the|one|our|my|your|any|every|each|some)\b")
_WITH_AN = pattern(r"(?!eu|one\b|once\b|us|uni|uti)[aeiou]|hon|hour")


def read(data: bytes) -> list[ReadStory]:
    """Return one story for every line of a text file, in English or Dutch, in any encoding; blank lines are skipped."""
    return [read_line(line) for line in lines(data)]


def read_line(line: str) -> ReadStory:
    """Return the story in `line`; without a recognisable one the role is empty and the whole line is the want."""
    for grammar in (DUTCH, ENGLISH):
        if parts := _parts(_unquoted(" ".join(line.split())), grammar):
            return ReadStory(*parts, source=line)
    return ReadStory("", line.strip(), "", source=line)


def tell(story: Told, language: str) -> str:
    """Return the story as one sentence without a full stop, for example "Als lid wil ik stemmen, zodat ik meetel"."""
    voice = _voice(story, language)
    sentence = _beginning(story, voice)
    if not story.benefit:
        return sentence
    linked = voice.grammar.reason.match(story.benefit) or voice.grammar.other_reason.match(story.benefit)
    return sentence + voice.before_link + ("" if linked else voice.link) + story.benefit


def _unquoted(line: str) -> str:
    """The line without the quotes that spreadsheets put around a cell."""
    if len(line) > 1 and line[0] == line[-1] == '"':
        return line[1:-1].replace('""', '"')
    return line


def _parts(line: str, grammar: Grammar) -> tuple[str, str, str] | None:
    """Role, want and benefit, or None where the line lacks one of the first two."""
    opening = grammar.opening.match(line)
    clause = opening and grammar.clause.search(line, opening.end())
    if not opening or not clause:
        return None
    role = line[opening.end() : clause.start()].strip(_EDGE)
    want, benefit = _divided(line[clause.start() :], grammar)
    return (role, want, benefit) if shows(role) and shows(want) else None


def _divided(clause: str, grammar: Grammar) -> tuple[str, str]:
    """The want without the plain wish, and the benefit without the plain link."""
    wish = grammar.wish.match(clause)
    rest = clause[wish.end() :] if wish else clause
    if reason := grammar.reason.search(rest):
        return _tidy(rest[: reason.start()]), _tidy(rest[reason.end() :])
    if reason := grammar.other_reason.search(rest):
        return _tidy(rest[: reason.start()]), _tidy(rest[reason.start() :])
    return _tidy(rest), ""


def _tidy(part: str) -> str:
    """The part without what joined it to the rest: spaces, commas, and a single full stop at the end."""
    part = part.strip(_EDGE)
    return part[:-1].rstrip() if part.endswith(".") and not part.endswith("..") else part


def _voice(story: Told, language: str) -> Voice:
    """The language of the want where it gives itself away, for stories brought in from elsewhere."""
    if story.want.startswith("to ") or ENGLISH.clause.match(story.want):
        return VOICES["en"]
    return VOICES["nl" if DUTCH.clause.match(story.want) else language]


def _beginning(story: Told, voice: Voice) -> str:
    if not story.role:
        return story.want[:1].upper() + story.want[1:]
    wish = "" if voice.grammar.clause.match(story.want) else voice.wish
    article = _article(story.role) if voice.articles else ""
    return f"{voice.opening}{article}{story.role} {wish}{story.want}".rstrip()


def _article(role: str) -> str:
    if _WITH_ARTICLE.match(role):
        return ""
    return "an " if _WITH_AN.match(role) else "a "
