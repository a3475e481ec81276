"""Text of people made fit for any file: what no file can hold or no reader should meet is taken out."""

import re
from dataclasses import replace

from stepstones.programme import StoneSettings
from stepstones.voting import Vote
from stepstones.workshop import Session

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NONCHARACTERS = "".join(chr(plane + end) for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF))
_CONTROLS = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff{_NONCHARACTERS}]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_EMPTY_LINES = re.compile(r"\n[^\S\n]*\n\s*\n")


def clean(text: str) -> str:
    """Return `text` without control characters, bidirectional overrides and half emoji, with lines ended by \\n."""
    text = _CONTROLS.sub("", _BREAKS.sub("\n", text)).replace("\t", " ")
    text = _SURROGATES.sub("\ufffd", text)
    return _EMPTY_LINES.sub("\n\n", text).strip()


def line(text: str) -> str:
    """Return `text` cleaned and on one line."""
    return " ".join(clean(text).split())


def short(text: str, length: int) -> str:
    """Return `text` on one line of at most `length` characters, with an ellipsis where the rest was."""
    flat = line(text)
    return flat if len(flat) <= length else f"{flat[: length - 1].rstrip()}…"


def _settings(one: StoneSettings) -> StoneSettings:
    asked = (replace(q, text=line(q.text), prompts=tuple(map(line, q.prompts))) for q in one.questions)
    prompts = {question: tuple(map(line, texts)) for question, texts in one.prompts.items()}
    told = replace(one, name=line(one.name), lead=line(one.lead), conclusion=clean(one.conclusion))
    return replace(told, questions=tuple(asked), prompts=prompts)


def _vote(one: Vote) -> Vote:
    return replace(one, title=line(one.title), answers=one.answers and tuple(map(line, one.answers)))


def cleaned(session: Session) -> Session:
    """Return `session` with every text that people typed made fit for a file."""
    shop = session.workshop
    legend = {colour: line(meaning) for colour, meaning in shop.legend.items()}
    return replace(
        session,
        workshop=replace(shop, title=line(shop.title), organisation=line(shop.organisation), legend=legend),
        people=tuple(replace(p, name=line(p.name), word=line(p.word)) for p in session.people),
        notes=tuple(replace(n, text=clean(n.text), behalf=line(n.behalf)) for n in session.notes),
        clusters=tuple(replace(c, title=line(c.title)) for c in session.clusters),
        links=tuple(replace(k, word=line(k.word)) for k in session.links),
        comments=tuple(replace(c, text=clean(c.text)) for c in session.comments),
        stories=tuple(
            replace(s, role=clean(s.role), want=clean(s.want), benefit=clean(s.benefit)) for s in session.stories
        ),
        stones=tuple(map(_settings, session.stones)),
        groups=tuple(replace(g, name=line(g.name)) for g in session.groups),
        dissolved=tuple(replace(g, name=line(g.name)) for g in session.dissolved),
        votes=tuple(map(_vote, session.votes)),
        actions=tuple(replace(a, what=line(a.what), who=line(a.who)) for a in session.actions),
        scores=tuple(replace(s, remark=clean(s.remark)) for s in session.scores),
    )
