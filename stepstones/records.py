"""Strict reading of text files: a table becomes a record, or an error that says what is wrong where."""

from dataclasses import is_dataclass
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from stepstones.errors import ContentError

T = TypeVar("T")


def record(kind: type[T], table: object, where: str) -> T:
    """Return a `kind` filled from `table`; what is missing, unknown or of a wrong type raises ContentError."""
    if not isinstance(table, dict):
        raise ContentError(f"{where} must be a table, not {table!r}")
    hints = get_type_hints(kind)
    _same_names(table, hints, where)
    return kind(**{name: _value(hint, table.get(name), f"{where}.{name}") for name, hint in hints.items()})


def _same_names(table: dict[str, object], hints: dict[str, Any], where: str) -> None:
    if unknown := sorted(table.keys() - hints.keys()):
        raise ContentError(f"{where} has the unknown field {unknown[0]!r}; known are {', '.join(hints)}")
    required = {name for name, hint in hints.items() if NoneType not in get_args(hint)}
    if missing := sorted(required - table.keys()):
        raise ContentError(f"{where} lacks the field {missing[0]!r}; add it")


def _value(hint: Any, raw: object, where: str) -> object:
    if NoneType in get_args(hint):
        return None if raw is None else _value(get_args(hint)[0], raw, where)
    if get_origin(hint) is tuple:
        return _items(get_args(hint)[0], raw, where)
    if is_dataclass(hint) and isinstance(hint, type):
        return record(hint, raw, where)
    return _plain(hint, raw, where)


def _items(hint: Any, raw: object, where: str) -> tuple[object, ...]:
    if not isinstance(raw, list) or not raw:
        raise ContentError(f"{where} must be a list with something in it, not {raw!r}")
    return tuple(_value(hint, item, f"{where}[{place}]") for place, item in enumerate(raw))


def _plain(hint: type, raw: object, where: str) -> object:
    if type(raw) is not hint:
        raise ContentError(f"{where} must be of type {hint.__name__}, not {raw!r}")
    if isinstance(raw, str) and (not raw or raw != raw.strip()):
        raise ContentError(f"{where} must be a text without space around it, not {raw!r}")
    return raw
