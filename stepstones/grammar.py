"""The words of a user story in English and in Dutch."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grammar:
    """How one language tells a story."""

    opening: re.Pattern[str]
    """Before the role."""
    clause: re.Pattern[str]
    """Where the role ends and the wish begins."""
    wish: re.Pattern[str]
    """The plain wish, which the sentence says anyway; any other (I cannot, I must) stays in the want."""
    reason: re.Pattern[str]
    """The plain link to the benefit, which the sentence says anyway."""
    other_reason: re.Pattern[str]
    """Links that say more; they stay in the benefit."""


def pattern(text: str) -> re.Pattern[str]:
    """Return `text` as a pattern that does not look at capitals."""
    return re.compile(text, re.IGNORECASE)


# Every repetition is possessive (++, *+), so no line, however long or odd, makes the search go back over itself.
_NUMBER = r"(?>(?:[^\W\d_]{1,12}+ )?)[^\W\d_]{0,12}+[-_. ]?+\d[\d._-]*+"
_LABEL = rf"(?>(?:[^\w\s]++ ?+|(?!als?\b|as\b)(?:{_NUMBER}|[a-z](?=[.):\]]))[.):\]]*+(?: |(?<=\W)))*)"
_ENGLISH_VERBS = (
    "wanted|want|needed|need|wish|hope|expect|prefer|like|love|would|could|can|cannot|can['’]?t|couldn['’]t|am|must|should|"
    "shall|will|won['’]t|may|might|do|don['’]?t|have|get|see|receive|also|always|never|only|just|really|often|sometimes"
)
_DUTCH_VERBS = (
    "wil|willen|wilde|wou|zou|zouden|kan|kunnen|kon|moet|moeten|mag|mogen|hoef|hoeven|wens|wensen|heb|hebben|ben|zijn|"
    "zal|zullen|verwacht|verwachten|zoek|zoeken|krijg|krijgen|zie|zien|vind|vinden"
)
ENGLISH = Grammar(
    opening=pattern(_LABEL + r"as (?!i\b|soon\b|long\b|well\b|far\b|for\b|of\b|per\b|if\b|to\b)(?>(?:(?:an?|the) )?)"),
    clause=pattern(rf"\b(?:i|we)(?:['’](?:m|d|ll|ve)\b| (?:{_ENGLISH_VERBS})\b)"),
    wish=pattern(r"(?:i want|i would like|i['’]d like)\b(?!['’])"),
    reason=pattern(r"\bso that\b(?>(?:[ ,]*+so that\b)*)"),
    other_reason=pattern(r"\b(?:in order (?:to|that)|because|such that|so (?:i|we|they))\b"),
)
DUTCH = Grammar(
    opening=pattern(_LABEL + r"als (?!ik\b|je\b|jij\b|u\b|we\b|wij\b|er\b|dat\b|dit\b)(?>(?:(?:een|de|het) )?)"),
    clause=pattern(rf"\b(?:(?:{_DUTCH_VERBS}) (?:ik|wij|we)|(?:ik|wij|we) (?:{_DUTCH_VERBS}))\b"),
    wish=pattern(r"(?:wil ik|ik wil)\b"),
    reason=pattern(r"\b(?:zodat|opdat)\b(?>(?:[ ,]*+zodat\b)*)"),
    other_reason=pattern(r"\b(?:omdat|waardoor)\b"),
)


@dataclass(frozen=True, slots=True)
class Voice:
    """The words of one language around the parts of a story."""

    grammar: Grammar
    opening: str
    wish: str
    before_link: str
    link: str
    articles: bool


VOICES = {
    "nl": Voice(DUTCH, "Als ", "wil ik ", ", ", "zodat ", articles=False),
    "en": Voice(ENGLISH, "As ", "I want ", " ", "so that ", articles=True),
}
