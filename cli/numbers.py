"""Options that take a number, and what is said in plain words where it is none."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from typing import TypeVar

Number = TypeVar("Number", int, float)


def whole_number(example: int) -> Callable[[str], int]:
    """The `type` of an option that takes a whole number, such as this one."""
    return partial(_read, int, f"a whole number, such as {example}")


def number(example: float) -> Callable[[str], float]:
    """The `type` of an option that takes a number, such as this one."""
    return partial(_read, float, f"a number, such as {example:g}")


def threads(text: str) -> int | None:
    """The `type` of an option that takes a number of threads. None for “auto”."""
    return None if text == "auto" else _read(int, "a number of threads, such as 2, or “auto”", text)


def sentence(error: argparse.ArgumentError) -> str:
    """What is wrong with an option: of a number in words of ours, else in those of argparse."""
    if isinstance(error.__context__, argparse.ArgumentTypeError):
        return f"{error.argument_name} {error.message}"
    return str(error)


def _read(kind: Callable[[str], Number], what: str, text: str) -> Number:
    try:
        return kind(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"takes {what}, and not “{text}”.") from error
