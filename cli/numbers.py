"""Options that take a number, and what is said in plain words where it is none."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from core.errors import translatable
from core.language import localized

Number = TypeVar("Number", int, float)


def whole_number(example: int) -> Callable[[str], int]:
    """The `type` of an option that takes a whole number, such as this one."""
    template = translatable("cli", "takes a whole number, such as {example}, and not “{text}”.")
    return partial(_read, int, template, f"{example}")


def number(example: float) -> Callable[[str], float]:
    """The `type` of an option that takes a number, such as this one."""
    template = translatable("cli", "takes a number, such as {example}, and not “{text}”.")
    return partial(_read, float, template, f"{example:g}")


def threads(text: str) -> int | None:
    """The `type` of an option that takes a number of threads. None for “auto”."""
    if text == "auto":
        return None
    template = translatable(
        "cli", "takes a number of threads, such as {example}, or “auto”, and not “{text}”."
    )
    return _read(int, template, "2", text)


def sentence(error: argparse.ArgumentError) -> str:
    """What is wrong with an option: of a number in words of ours, else in those of argparse."""
    if isinstance(error.__context__, argparse.ArgumentTypeError):
        return f"{error.argument_name} {error.message}"
    return str(error)


def _read(kind: Callable[[str], Number], template: str, example: str, text: str) -> Number:
    try:
        return kind(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(localized(template, example=example, text=text)) from error
