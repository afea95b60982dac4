"""The engine's mistakes as sentences in the language of the window.

The engine writes a sentence once, in English, with its values apart; here the sentence is translated and the
values are put in. What is not a mistake of a person's but one of the program's is in `gui.window.faults`.
"""

from __future__ import annotations

import re
from numbers import Number
from string import Formatter
from typing import Any

from core import sentences
from core.errors import LabError, Remark
from gui.language.numbers import number
from gui.language.texts import translate

DIGITS = 12  # more than a person types


class _Typesetter(Formatter):
    """`str.format`, but a number is written as everywhere in the window: −1 and 1e−8, not -1.0 and 1e-08.
    What else has a hyphen, a file's name or a text as it was typed, keeps it."""

    def get_value(self, key: int | str, args: Any, kwargs: Any) -> Any:
        """The engine's own data sets have their names in the language of the window."""
        value = super().get_value(key, args, kwargs)
        return translate("data sets", value) if key == "data" else value

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, float) and not format_spec:
            return number(value, DIGITS)
        text: str = super().format_field(value, format_spec)
        return text.replace("-", "−") if isinstance(value, Number) else text


_TYPESETTER = _Typesetter()
_EXPONENT = re.compile(r"(?<=\de)-(?=\d)")  # of 1e-8 as it stands in a sentence


_CODE = re.compile(r"`([^`\n]+)`")


def in_quotes(text: str) -> str:
    """What the engine sets in the marks of code, in the quotation marks of a sentence."""
    return _CODE.sub(r"“\1”", text)


def sentence(error: LabError | Remark) -> str:
    """What is wrong and what to do, or what was done, in the language in use; in English where the
    translation does not fit. A sentence may have another one as a field."""
    return in_quotes(sentences.sentence(error, _translated, _TYPESETTER.format))


def _translated(template: str) -> str:
    return _EXPONENT.sub("−", translate("errors", template))
