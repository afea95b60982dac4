"""The words that Python's argparse says, in the language of the command line.

argparse looks each of them up by gettext when it says it, under the name `_` of its own module. So that name
is given a function of ours. A subclass of its parser could not do it: an error reaches it with its values
filled in; and a catalogue of gettext's would be a second table in another format.
"""

from __future__ import annotations

import argparse

from core.errors import translatable
from core.language import word

_WORDS = frozenset(
    {
        translatable("cli", "usage: "),
        translatable("cli", "options"),
        translatable("cli", "positional arguments"),
        translatable("cli", "show this help message and exit"),
        translatable("cli", "show program's version number and exit"),
        translatable("cli", "argument %(argument_name)s: %(message)s"),
        translatable("cli", "not allowed with argument %s"),
        translatable("cli", "ignored explicit argument %r"),
        translatable("cli", "the following arguments are required: %s"),
        translatable("cli", "one of the arguments %s is required"),
        translatable("cli", "expected one argument"),
        translatable("cli", "expected at most one argument"),
        translatable("cli", "expected at least one argument"),
        translatable("cli", "ambiguous option: %(option)s could match %(matches)s"),
        translatable("cli", "invalid %(type)s value: %(value)r"),
        translatable("cli", "invalid choice: %(value)r (choose from %(choices)s)"),
    }
)
"""Those that this program can bring it to say."""


def install() -> None:
    """Have argparse look here. It stays so, for all parsers."""
    vars(argparse)["_"] = _in_language


def _in_language(text: str) -> str:
    return word("cli", text) if text in _WORDS else text
