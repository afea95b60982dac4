"""A sentence with its values apart, in another language: its template is translated, then filled in.

Which language it is, and where the words come from, is the business of whoever shows the sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from core.errors import LabError, Remark


class Said(Protocol):
    """A sentence with its values apart: a LabError, a Remark, a note on a graph."""

    @property
    def template(self) -> str: ...

    @property
    def fields(self) -> Mapping[str, object]: ...


def sentence(said: Said, translate: Callable[[str], str], write: Callable[..., str] = str.format) -> str:
    """The sentence in the language of `translate`; in English where the translation does not fit its fields.
    A field may be another sentence. write(template, **fields) puts the values in."""
    fields = {
        name: sentence(value, translate, write) if isinstance(value, LabError | Remark) else value
        for name, value in said.fields.items()
    }
    template = translate(said.template)
    if not fields:
        return template
    if template is said.template:
        return write(template, **fields)
    from core.particles import fill  # late: English has no particles to choose

    try:
        return fill(template, lambda piece: write(piece, **fields))
    except (KeyError, IndexError, ValueError):
        # A translator's slip in a field's name must not hide the sentence.
        return write(said.template, **fields)
