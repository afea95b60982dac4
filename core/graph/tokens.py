"""The words of an expression: numbers, names, signs, each with the line and column where it stands.

A statement ends at a newline or `;`. Inside brackets a newline means nothing, and `#` opens a comment. Which
characters make a name or a power is `core.graph.characters`, what the words mean together
`core.graph.expression`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast

from core.errors import ExpressionError, Remark, translatable
from core.graph.characters import as_name, name_end, power_of, unexpected

MAX_CHARACTERS = 200_000
MAX_WORDS = 80_000
MAX_DEPTH = 20_000

Kind = Literal["number", "name", "power", "sign", "end"]
NUMBER: Kind = "number"
NAME: Kind = "name"
POWER: Kind = "power"
SIGN: Kind = "sign"
END: Kind = "end"

_PATTERN = re.compile(
    r"(?P<space>[^\S\n]+|[\u200b\u2060\ufeff]+|\#[^\n]*)"
    r"|(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<power>[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+)"
    r"|(?P<sign>\*\*|[-+*/@^=(),;\[\]\n×·⋅∗÷∕−–])"
)
_SAME_SIGN = {"^": "**", "−": "-", "–": "-", "\n": ";"}
_SAME_SIGN |= dict.fromkeys("×·⋅∗", "*") | dict.fromkeys("÷∕", "/")
_CLOSING = {"(": ")", "[": "]"}
_THE_END = Remark(translatable("errors", "the end"))


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    text: str
    line: int
    column: int

    @property
    def place(self) -> tuple[int, int]:
        return self.line, self.column

    @property
    def described(self) -> str | Remark:
        """Its name in an error."""
        return _THE_END if self.kind == END or self.text == ";" else f"`{self.text}`"


def fault(template: str, token: Token, **fields: object) -> ExpressionError:
    """An error at a token; `template` may use {line}, {column} and {found}."""
    return ExpressionError(template, line=token.line, column=token.column, found=token.described, **fields)


def tokenize(text: str) -> list[Token]:
    """The words of `text`; each statement's end is a `;`, and the last word is END."""
    if len(text) > MAX_CHARACTERS:
        template = translatable(
            "errors", "The expression has {length:,} characters; at most {limit:,} are read. Shorten it."
        )
        raise ExpressionError(template, length=len(text), limit=MAX_CHARACTERS, line=1, column=1)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    tokens: list[Token] = []
    opened: list[Token] = []
    line, line_start, at = 1, 0, 0
    while at < len(text):
        column = at - line_start + 1
        kind, word = _word(text, at)
        if not kind or (kind == POWER and power_of(word) is None):
            template, fields = unexpected(text, at)
            raise fault(template, Token(SIGN, text[at], line, column), **fields)
        at += len(word)
        if kind == NAME:
            tokens.append(Token(NAME, as_name(word), line, column))
        elif kind != "space" and not (word == "\n" and opened):
            token = Token(cast("Kind", kind), _SAME_SIGN.get(word, word), line, column)
            _follow_brackets(opened, token)
            tokens.append(token)
        if word == "\n":
            line, line_start = line + 1, at
        if len(tokens) > MAX_WORDS:
            template = translatable(
                "errors",
                "The expression has more than {limit:,} numbers, names and signs. Take a part of it.",
            )
            raise ExpressionError(template, limit=MAX_WORDS, line=line, column=column)
    if opened:
        template = translatable(
            "errors", "Line {line}: {found} at column {column} is never closed: expected `{closing}`."
        )
        raise fault(template, opened[-1], closing=_CLOSING[opened[-1].text])
    tokens.append(Token(END, "", line, len(text) - line_start + 1))
    return tokens


def _word(text: str, at: int) -> tuple[str, str]:
    """The kind of the word that begins at `at`, and the word; two empty texts where none begins."""
    end = name_end(text, at)
    if end > at:
        return NAME, text[at:end]
    match = _PATTERN.match(text, at)
    return (match.lastgroup or "", match.group()) if match else ("", "")


def _follow_brackets(opened: list[Token], token: Token) -> None:
    """Keep the brackets that stand open, and refuse one that closes nothing."""
    if token.text in _CLOSING:
        opened.append(token)
        if len(opened) > MAX_DEPTH:
            template = translatable(
                "errors",
                "Line {line}: more than {limit:,} brackets are open at column {column}. Give a part of "
                "the expression a name on a line of its own.",
            )
            raise fault(template, token, limit=MAX_DEPTH)
    elif token.text == ")" or token.text == "]":
        if not opened:
            template = translatable("errors", "Line {line}: {found} at column {column} closes nothing.")
            raise fault(template, token)
        expected = _CLOSING[opened.pop().text]
        if token.text != expected:
            template = translatable(
                "errors", "Line {line}: expected `{closing}` at column {column}, found {found}."
            )
            raise fault(template, token, closing=expected)
    elif token.text == ";" and opened:
        template = translatable(
            "errors", "Line {line}: expected `{closing}` before the statement ends at column {column}."
        )
        raise fault(template, token, closing=_CLOSING[opened[-1].text])
