"""Frozen records from plain dictionaries, such as a JSON file gives. Each value is held against the type of
its field, so that what a file says wrong is found when it is read and not where it is used. Which values of
the right type make sense is not known here.
"""

from __future__ import annotations

import reprlib
from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

LARGEST_WHOLE = 10**36
"""A whole number of more digits counts nothing, and may be too large for a float or for NumPy."""

LONGEST_TEXT = 10_000
"""Characters: more than a path may have, and no more than a sentence about it can show."""

Record = TypeVar("Record")

Types = tuple[Any, ...]


def record(kind: type[Record], values: Mapping[str, Any], longest: int = LONGEST_TEXT) -> Record:
    """`kind(**values)`. TypeError for a name that is not a field and for a value of another type; a whole
    number may stand for a float, but True and False are not numbers. What is missing keeps its default.
    ValueError for a text, OverflowError for a number, that is longer than any setting is: of a
    text `longest` characters."""
    types = _types(kind)  # type: ignore[arg-type]
    for name in values:
        if name not in types:
            raise TypeError(f"{kind.__name__} has no {reprlib.repr(name)}")
    return kind(**{name: _fitted(name, value, types[name], longest) for name, value in values.items()})


@cache
def _types(kind: type[Any]) -> Mapping[str, Types]:
    """The types that each field may have, found once: a file has thousands of records of one kind."""
    found = {}
    for name, hint in get_type_hints(kind).items():
        choices = get_args(hint) if isinstance(hint, UnionType) else (hint,)
        found[name] = tuple(get_origin(choice) or choice for choice in choices)
    return found


def _fitted(name: str, value: Any, types: Types, longest: int) -> Any:
    if isinstance(value, str) and len(value) > longest:
        raise ValueError(f"{name} has more than {longest:,} characters")
    if float in types and int not in types and type(value) is int:
        return float(value)
    if type(value) is int and abs(value) > LARGEST_WHOLE:
        raise OverflowError(f"{name} is a number of too many digits")
    if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
        raise TypeError(f"{name} cannot be {reprlib.repr(value)}")
    return value
