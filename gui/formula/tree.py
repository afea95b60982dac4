"""A formula as a tree: read from the LaTeX of the table of operations, with a person's names put in.

Only what the table writes is understood: fractions, roots, scripts, brackets, a handful of words and signs.
How a tree looks is `gui.formula.boxes`; `plain` writes it in one line for a screen reader.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Symbol:
    """A letter, name, number or sign. `color` is a token of the theme, "" that of text."""

    text: str
    color: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Fraction:
    top: Formula
    bottom: Formula


@dataclass(frozen=True, slots=True)
class Root:
    body: Formula


@dataclass(frozen=True, slots=True)
class Scripts:
    base: Formula
    upper: Formula | None = None
    lower: Formula | None = None


@dataclass(frozen=True, slots=True)
class Fence:
    """Brackets that grow with what they hold."""

    left: str
    body: Formula
    right: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Numbers in rows and columns between square brackets."""

    rows: tuple[tuple[str, ...], ...]
    color: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    items: tuple[Formula, ...]


Formula: TypeAlias = Symbol | Fraction | Root | Scripts | Fence | Matrix | Row

BINARY = frozenset("·×+−=÷><≤≥@:≈")
_SIGNS = {
    r"\partial": "∂",
    r"\cdot": "·",
    r"\cdots": "⋯",
    r"\sum": "Σ",
    r"\varepsilon": "ε",
    r"\top": "⊤",
    r"\le": "≤",
    r"\quad": " ",
    r"\ ": " ",
    r"\_": "_",
}
_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|[0-9]+(?:\.[0-9]+)?|[^\s]")


def name(text: str, color: str = "") -> Symbol:
    return Symbol(text, color)


def row(*items: Formula | str) -> Row:
    return Row(tuple(Symbol(item) if isinstance(item, str) else item for item in items))


def partial(over: str, under: str) -> Fraction:
    """∂over/∂under."""
    return Fraction(row("∂", over), row("∂", under))


@lru_cache(maxsize=256)
def parse(latex: str) -> Row:
    """The tree of a formula of the table. ValueError for LaTeX that the table does not use."""
    tokens = _TOKEN.findall(latex)
    items, at = _read_items(tokens, 0, "")
    if at != len(tokens):
        raise ValueError(f"unbalanced braces: {latex}")
    return Row(items)


def _read_items(tokens: Sequence[str], at: int, closing: str) -> tuple[tuple[Formula, ...], int]:
    items: list[Formula] = []
    while at < len(tokens) and tokens[at] != closing:
        token = tokens[at]
        if token in ("^", "_"):
            script, at = _read_one(tokens, at + 1)
            items.append(_with_script(items.pop(), token, script))
        else:
            item, at = _read_one(tokens, at)
            items.append(item)
    return tuple(items), at


def _read_one(tokens: Sequence[str], at: int) -> tuple[Formula, int]:
    token = tokens[at]
    if token == "}":
        raise ValueError("unbalanced braces")
    if token == "{":
        items, at = _read_items(tokens, at + 1, "}")
        return (items[0] if len(items) == 1 else Row(items)), at + 1
    if token == r"\frac":
        top, at = _read_one(tokens, at + 1)
        bottom, at = _read_one(tokens, at)
        return Fraction(top, bottom), at
    if token == r"\sqrt":
        body, at = _read_one(tokens, at + 1)
        return Root(body), at
    if token == r"\mathrm":
        letters, at = _read_items(tokens, at + 2, "}")
        return Symbol("".join(plain(letter) for letter in letters)), at + 1
    if token == r"\left":
        left = tokens[at + 1]
        items, at = _read_items(tokens, at + 2, r"\right")
        return Fence(left, Row(items), tokens[at + 1]), at + 2
    if token in _SIGNS:
        return Symbol(_SIGNS[token]), at + 1
    if token.startswith("\\"):
        if not token[1:].isalpha():
            raise ValueError(f"unknown sign {token}")
        return Symbol(token[1:]), at + 1
    return Symbol("−" if token == "-" else token), at + 1


def _with_script(base: Formula, kind: str, script: Formula) -> Scripts:
    whole = base if isinstance(base, Scripts) else Scripts(base)
    return replace(whole, upper=script) if kind == "^" else replace(whole, lower=script)


def substitute(formula: Formula, names: Mapping[str, str | Formula], color: str = "") -> Formula:
    """The formula with the letters of `names` replaced, wherever they stand as a symbol of their own.

    color: of what was put in, the name of a token.
    """
    match formula:
        case Symbol(text=text) if text in names:
            put_in = names[text]
            return replace(formula, text=put_in, color=color) if isinstance(put_in, str) else put_in
        case Symbol() | Matrix():
            return formula
        case Fraction(top=top, bottom=bottom):
            return Fraction(substitute(top, names, color), substitute(bottom, names, color))
        case Root(body=body):
            return Root(substitute(body, names, color))
        case Scripts(base=base, upper=upper, lower=lower):
            return Scripts(
                substitute(base, names, color),
                None if upper is None else substitute(upper, names, color),
                None if lower is None else substitute(lower, names, color),
            )
        case Fence(left=left, body=body, right=right):
            return Fence(left, substitute(body, names, color), right)
        case Row(items=items):
            return Row(tuple(substitute(item, names, color) for item in items))


def split_at_equals(formula: Row) -> tuple[Row, Row]:
    """What stands on either side of the first `=` (or `:`); the right side is empty where there is none."""
    for i, item in enumerate(formula.items):
        if isinstance(item, Symbol) and item.text in ("=", ":"):
            return Row(formula.items[:i]), Row(formula.items[i + 1 :])
    return formula, Row(())


def first_letter(formula: Formula) -> str:
    """The symbol that a formula begins with: the z of z = x · y, the y of yᵢ = …."""
    match formula:
        case Symbol(text=text):
            return text
        case Row(items=items):
            return first_letter(items[0]) if items else ""
        case Scripts(base=base):
            return first_letter(base)
        case _:
            return ""


def plain(formula: Formula) -> str:
    """The formula in one line of Unicode: ∂price/∂apple = 1.1 × 2."""
    match formula:
        case Symbol(text=text):
            return f" {text} " if text in BINARY else text
        case Fraction(top=top, bottom=bottom):
            return f"{_factor(top)}/{_factor(bottom)}"
        case Root(body=body):
            return f"√({plain(body)})"
        case Scripts(base=base, upper=upper, lower=lower):
            below = "" if lower is None else f"_{plain(lower).strip()}"
            above = "" if upper is None else f"^{_factor(upper)}"
            return f"{plain(base)}{below}{above}"
        case Fence(left=left, body=body, right=right):
            return f"{left}{plain(body).strip()}{right}"
        case Matrix(rows=rows):
            texts = [f"[{', '.join(entries)}]" for entries in rows]
            return texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"
        case Row(items=items):
            return re.sub(r" {2,}", " ", "".join(plain(item) for item in items))


def _factor(formula: Formula) -> str:
    text = plain(formula).strip()
    return f"({text})" if " " in text else text
