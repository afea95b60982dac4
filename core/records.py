"""Frozen records from plain dictionaries, such as a JSON file gives. Each value is held against the type of
its field, so that what a file says wrong is found when it is read and not where it is used. Which values of
the right type make sense is not known here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Record = TypeVar("Record")


def record(kind: type[Record], values: Mapping[str, Any]) -> Record:
    """`kind(**values)`. TypeError for a name that is not a field and for a value of another type; a whole
    number may stand for a float, but True and False are not numbers. What is missing keeps its default."""
    hints = get_type_hints(kind)
    for name in values:
        if name not in hints:
            raise TypeError(f"{kind.__name__} has no {name}")
    return kind(**{name: _fitted(name, value, hints[name]) for name, value in values.items()})


def _fitted(name: str, value: Any, hint: Any) -> Any:
    choices = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    types = tuple(get_origin(choice) or choice for choice in choices)
    if float in types and int not in types and type(value) is int:
        return float(value)
    if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
        raise TypeError(f"{name} cannot be {value!r}")
    return value
