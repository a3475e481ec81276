"""The texts of the method in one language, read once from `content/<language>/*.toml` and checked."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from stepstones.errors import ContentError
from stepstones.maturity import LEVELS, QUESTIONS
from stepstones.records import record
from stepstones.stones import STONES, Stone
from stepstones.texts import Content, Credits, Framing, Maturity

LANGUAGES = ("nl", "en")
VERSION = 1
"""The version every text file must carry; raise it when ids come, go or change their meaning."""
FOLDER = Path(__file__).parent / "content"


@cache
def content(language: str) -> Content:
    """Return the texts in `language` (nl or en)."""
    if language not in LANGUAGES:
        raise ContentError(f"no texts in the language {language!r}; choose one of {', '.join(LANGUAGES)}")
    return load(FOLDER / language)


def load(folder: Path) -> Content:
    """Return the texts in `folder`, whose name is the language."""
    return Content(
        language=folder.name,
        stones=tuple(_stone(folder, id, number) for number, id in enumerate(STONES, start=1)),
        framing=record(Framing, _table(folder / "framing.toml"), "framing"),
        maturity=_maturity(folder),
        credits=record(Credits, _table(folder / "credits.toml"), "credits"),
    )


def _table(path: Path) -> dict[str, Any]:
    """The text file without its version, which must be ours."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ContentError(f"{path.parent.name}/{path.name} cannot be read: {error}") from error
    if (version := table.pop("version", None)) != VERSION:
        raise ContentError(f"{path.parent.name}/{path.name} has version {version!r}; it must be {VERSION}")
    return table


def _stone(folder: Path, id: str, number: int) -> Stone:
    table = _table(folder / f"{id}.toml")
    questions = [_full_ids(id, question) for question in table.pop("questions", [])]
    stone = record(Stone, {**table, "id": id, "number": number, "questions": questions}, id)
    _unique([question.id for question in stone.questions], id)
    return stone


def _full_ids(stone: str, table: dict[str, Any]) -> dict[str, Any]:
    """In the files ids are short (`ways`, `web`); outside they carry their stone (`channels.ways.web`)."""
    id = f"{stone}.{table.get('id', '')}"
    prompts = [{"id": f"{id}.{short}", "text": text} for short, text in table.get("prompts", {}).items()]
    return {**table, "id": id, "prompts": prompts}


def _maturity(folder: Path) -> Maturity:
    maturity = record(Maturity, _table(folder / "maturity.toml"), "maturity")
    _exactly([question.id for question in maturity.questions], QUESTIONS, "maturity.questions")
    _exactly([level.number for level in maturity.levels], LEVELS, "maturity.levels")
    return maturity


def _exactly(found: list[Any], wanted: Iterable[Any], where: str) -> None:
    if found != list(wanted):
        raise ContentError(f"{where} must be {list(wanted)} in this order, not {found}")


def _unique(ids: list[str], where: str) -> None:
    if double := {id for id in ids if ids.count(id) > 1}:
        raise ContentError(f"{where} has the question {min(double)!r} twice; ids must differ")
