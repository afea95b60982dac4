"""Expressions as chance will have them: right ones of every operation, and what hands make of them."""

from __future__ import annotations

import random

from core.graph.ops import OPERATIONS

NAMES = ("x", "y", "w", "x1", "사과", "sum", "e")
NUMBERS = ("0", "1", "2", "-1", "0.5", "1e308", "9", "[1, 2]", "[[1, 2], [3, 4]]", "[[1], [2]]", "[0]")
SIGNS = ("+", "-", "*", "/", "**", "@", "^", "×", "−")
SPLINTERS = (
    *("", " ", "\n", ";", "(", ")", "[", "]", ",", "=", "#", ".", "**", "//", "%", "!", "²", "₁", "¼", "٣"),
    *("9**9**9**9", "1e999999", "axis=0", "axis=-1", f", axis={'9' * 5_000}", ", keepdims=1", "slope=2"),
    *("import os", "__import__('os')", "lambda: 0", "x.T", "np.exp", "ln", "2x", "1,5", "\0", "\u200b"),
    *("-" * 3_000, "(" * 3_000, "+x" * 1_000, "**x" * 1_000, "exp(" * 500, "[" * 300, "a" * 2_000),
)


def expression(chance: random.Random) -> str:
    """A few statements, most of them right; of three one is damaged."""
    lines = [f"{name} = {chance.choice(NUMBERS)}" for name in NAMES[:4] if chance.random() < 0.5]
    lines += [f"v{number} = {_term(chance, 3)}" for number in range(chance.randrange(3))]
    lines.append(_term(chance, chance.choice((1, 3, 5))))
    text = chance.choice(("\n", "; ")).join(lines)
    for _ in range(chance.choice((0, 0, 0, 0, 0, 1, 2, 5))):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(SPLINTERS) + text[at + chance.choice((0, 0, 1, 5)) :]
    return text * 30 if chance.random() < 0.01 else text


def _term(chance: random.Random, depth: int) -> str:
    if depth == 0 or chance.random() < 0.2:
        return chance.choice(NAMES[:5] if chance.random() < 0.6 else NUMBERS)
    if chance.random() < 0.45:
        operation = OPERATIONS[chance.choice(sorted(OPERATIONS))]
        given = [
            _term(chance, depth - 1) for _ in range(chance.choice((operation.arity, operation.arity, 1, 3)))
        ]
        settings = [f"{name}={chance.choice((0, 1, -1, 2, 0.5))}" for name in operation.options]
        given += [setting for setting in settings if chance.random() < 0.3]
        return f"{operation.name}({', '.join(given)})"
    left, right = _term(chance, depth - 1), _term(chance, depth - 1)
    both = f"{left} {chance.choice(SIGNS)} {right}"
    return f"({both})" if chance.random() < 0.5 else both
