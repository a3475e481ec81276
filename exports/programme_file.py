"""A programme as a file: its steps, the stones with their own texts and questions, and, if wanted, private notes."""

import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from canvas.board import limits
from canvas.board.change import Change
from canvas.board.errors import BadMessage
from canvas.board.fields import Id, OwnText, Prompts, ScriptText, StoneName
from canvas.board.leading import NewQuestion, NewQuestions, StoneAdd, StoneEdit
from canvas.board.messages import clean
from canvas.board.programme import NewStep, ProgrammeSet, ScriptSet
from stepstones.errors import Refused
from stepstones.programme import StoneSettings
from stepstones.walk import is_own
from stepstones.workshop import Session

FORMAT: Literal["stepping-stones programme"] = "stepping-stones programme"
VERSION = 1
MOST_BYTES = 1024 * 1024
"""A programme at every limit of the table takes less."""
_PLACE = re.compile(r"at `\$\.?([\w.\[\]]{1,60})`\Z")


class StoneTexts(Struct, frozen=True, forbid_unknown_fields=True):
    """A stone as it is called here, with what was added to it; a stone of one's own has a name."""

    stone: Id
    name: StoneName = ""
    lead: OwnText = ""
    questions: NewQuestions = []
    prompts: dict[Id, Prompts] = {}


class Noted(Struct, frozen=True, forbid_unknown_fields=True):
    """What a facilitator noted for themselves at a step."""

    step: Id
    text: ScriptText


class ProgrammeFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    format: Literal["stepping-stones programme"]
    version: int
    steps: Annotated[list[NewStep], Meta(max_length=limits.STEPS)]
    stones: Annotated[list[StoneTexts], Meta(max_length=limits.STONES + 1)] = []
    notes: Annotated[list[Noted], Meta(max_length=limits.STEPS)] = []


def write(session: Session, *, private: bool) -> bytes:
    """Return the programme of a session as a file that people can read, too; with private notes where asked."""
    steps = session.workshop.programme
    planned = {step.stone for step in steps}
    stones = [_texts(one) for one in session.stones if one.stone in planned or _says_something(one)]
    made = ProgrammeFile(
        format=FORMAT,
        version=VERSION,
        steps=[msgspec.convert(asdict(step), NewStep) for step in steps],
        stones=[texts for texts in stones if texts != StoneTexts(texts.stone)],
        notes=[Noted(script.step, script.text) for script in session.scripts] if private else [],
    )
    return msgspec.json.format(msgspec.json.encode(made), indent=1)


def read(data: bytes) -> ProgrammeFile:
    """Return what a file says; raises Refused with a reason that its reader understands."""
    if len(data) > MOST_BYTES:
        raise Refused("file_too_large", limit=MOST_BYTES // 1024 // 1024)
    try:
        plain = msgspec.json.decode(data)
        if not isinstance(plain, dict) or plain.get("format") != FORMAT:
            raise Refused("programme_unknown")
        if isinstance(version := plain.get("version"), int) and version > VERSION:
            raise Refused("programme_newer")
        return msgspec.convert(plain, ProgrammeFile)
    except msgspec.ValidationError as error:
        place = _PLACE.search(str(error))
        raise Refused("programme_wrong", place=place[1] if place else "format") from None
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        raise Refused("programme_unknown") from None


def changes(file: ProgrammeFile, session: Session) -> list[Change]:
    """Return what makes this the programme of a session, to be asked for all or none; raises Refused."""
    here = {one.stone for one in session.stones}
    steps = {step.step for step in file.steps}
    made: list[Change] = []
    for number, texts in enumerate(file.stones):
        made += (_checked(change, f"stones[{number}]") for change in _of_stone(texts, texts.stone in here))
        here.add(texts.stone)
    made.append(ProgrammeSet(steps=file.steps))
    for number, noted in enumerate(file.notes):
        if noted.step in steps and noted.text.strip():
            made.append(_checked(ScriptSet(step=noted.step, text=noted.text), f"notes[{number}]"))
    return made


def _of_stone(texts: StoneTexts, is_here: bool) -> Iterator[Change]:
    """A stone of one's own that is not here yet is added; prompts come once its questions are there."""
    if is_own(texts.stone) and not is_here:
        try:
            yield msgspec.convert(
                {"kind": "stone.add", "stone": texts.stone, "name": texts.name, "lead": texts.lead}, StoneAdd
            )
        except msgspec.ValidationError:
            raise Refused("programme_wrong", place=f"{texts.stone[:40]}") from None
    yield StoneEdit(
        stone=texts.stone, name=texts.name, lead=texts.lead, questions=texts.questions, prompts=texts.prompts
    )


def _checked(change: Change, place: str) -> Change:
    try:
        return clean(change)
    except BadMessage:
        raise Refused("programme_wrong", place=place) from None


def _says_something(one: StoneSettings) -> bool:
    return not is_own(one.stone) and _texts(one) != StoneTexts(one.stone)


def _texts(one: StoneSettings) -> StoneTexts:
    asked: list[dict[str, Any]] = msgspec.to_builtins(one.questions)
    prompts = {question: list(texts) for question, texts in one.prompts.items()}
    return StoneTexts(one.stone, one.name, one.lead, msgspec.convert(asked, list[NewQuestion]), prompts)
