"""What is said of words that make sense on paper, in Python or on a calculator, and not here.

Each function looks at the words around the one that does not fit, and gives the error to raise.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import get_close_matches

from core.errors import ExpressionError, translatable
from core.graph.ops import OPERATIONS
from core.graph.tokens import NAME, NUMBER, POWER, Token, fault

_INSTEAD = {
    "ln": "log", "lg": "log(x) / log(10)", "log10": "log(x) / log(10)", "log2": "log(x) / log(2)",
    "min": "-maximum(-x, -y)", "minimum": "-maximum(-x, -y)", "pow": "x ** y", "square": "x ** 2",
    "tan": "sin(x) / cos(x)", "dot": "x @ y", "σ": "sigmoid", "Σ": "sum", "avg": "mean", "average": "mean",
}  # fmt: skip
"""What stands for a function of the paper, of Python or of NumPy that is not one here."""

_RAISED_FUNCTIONS = ("sin", "cos", "tan", "exp", "log", "ln", "sqrt", "tanh", "sigmoid", "relu")


def after_operand(tokens: Sequence[Token], at: int, assigned: Collection[str]) -> ExpressionError:
    """`tokens[at]` stands behind an operand, and is not an operator."""
    before, token = tokens[at - 1], tokens[at]
    if before.kind == NUMBER and token.text.startswith("_") and _touch(before, token):
        digits = f"{before.text}{token.text}".replace("_", "")
        template = translatable(
            "errors", "Line {line}: {found} at column {column} is inside a number: write `{instead}`."
        )
        return fault(template, token, instead=digits)
    if token.text == "[":
        template = translatable(
            "errors",
            "Line {line}: {found} at column {column} would take an entry out of an array, which is not done "
            "here: give each entry a name of its own, or use `sum`, `mean` or `max`.",
        )
        return fault(template, token)
    if token.kind == NAME and before.text in OPERATIONS and before.text not in assigned:
        template = translatable(
            "errors", "Line {line}: {found} at column {column} needs brackets: write `{instead}`."
        )
        return fault(template, token, instead=f"{before.text}({token.text})")
    template = translatable(
        "errors",
        "Line {line}: expected an operator or the statement's end at column {column}, found {found}.",
    )
    if token.kind == NAME or token.text == "(" or (token.kind == NUMBER and before.kind != NUMBER):
        template = translatable(
            "errors",
            "Line {line}: expected an operator or the statement's end at column {column}, found {found}. "
            "A product is written with `*`: `{instead}`.",
        )
        left = "(…)" if before.text == ")" else before.text.rstrip(".")
        if before.kind == POWER:
            left = f"{tokens[at - 2].text if tokens[at - 2].kind in (NAME, NUMBER) else '(…)'}{left}"
        right = "(…)" if token.text == "(" else token.text
        return fault(template, token, instead=f"{left}*{right}")
    return fault(template, token)


def not_a_function(tokens: Sequence[Token], at: int, known: Collection[str]) -> ExpressionError:
    """`tokens[at]` stands before a bracket, and is not a function."""
    token = tokens[at]
    if token.text in known:
        template = translatable(
            "errors",
            "Line {line}: {found} at column {column} is a value, not a function: expected an operator such "
            "as `*` before the bracket.",
        )
        return fault(template, token)
    if len(token.text.strip("0123456789₀₁₂₃₄₅₆₇₈₉")) == 1 and token.text not in _INSTEAD:
        template = translatable(
            "errors",
            "Line {line}: {found} at column {column} is not a function. A product is written with `*`: "
            "`{instead}`.",
        )
        return fault(template, token, instead=f"{token.text}*(…)")
    near = [_INSTEAD[token.text]] if token.text in _INSTEAD else None
    near = near or get_close_matches(token.text.lower(), OPERATIONS, n=1)
    if near:
        template = translatable(
            "errors", "Line {line}: unknown function {found} at column {column}: did you mean `{near}`?"
        )
        return fault(template, token, near=near[0])
    template = translatable(
        "errors",
        "Line {line}: unknown function {found} at column {column}: expected one of {known}.",
    )
    return fault(template, token, known=", ".join(OPERATIONS))


def wrong_number_of_operands(
    tokens: Sequence[Token], at: int, function: Token, given: int
) -> ExpressionError:
    """The call of `function`, which ends before `tokens[at]`, has too many operands or too few."""
    depth = 0
    for place in range(tokens.index(function), at):
        depth += (tokens[place].text in "([") - (tokens[place].text in ")]")
        if depth == 1 and is_decimal_comma(tokens, place):
            return decimal_comma(tokens, place)
    row = OPERATIONS[function.text]
    names = ", ".join(operand.name for operand in row.operands)
    if (function.text, given) == ("max", 2):
        template = translatable(
            "errors",
            "Line {line}: {found} at column {column} takes {expected} operand(s) ({names}), not {given}: did "
            "you mean `maximum`?",
        )
    else:
        template = translatable(
            "errors",
            "Line {line}: {found} at column {column} takes {expected} operand(s) ({names}), not {given}.",
        )
    return fault(template, function, expected=row.arity, names=names, given=given)


def is_decimal_comma(tokens: Sequence[Token], at: int) -> bool:
    """Whether `tokens[at]` is a comma between digits without a space, as in `0,5`."""
    if tokens[at].text != "," or at == 0:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    is_between = before.kind == NUMBER and after.kind == NUMBER
    return is_between and _touch(before, tokens[at]) and _touch(tokens[at], after)


def decimal_comma(tokens: Sequence[Token], at: int) -> ExpressionError:
    """That of `0,5`, and of `1,000` as well."""
    template = translatable(
        "errors",
        "Line {line}: {found} at column {column} is inside a number: write decimals with a point, as in "
        "`0.5`, and nothing between thousands, as in `1000`.",
    )
    return fault(template, tokens[at])


def power_of_word(tokens: Sequence[Token], at: int, assigned: Collection[str]) -> ExpressionError | None:
    """`tokens[at]` raises what stands before it: the error where that is `e` or a function, as in `e^x` and
    `sin²(x)`."""
    base = tokens[at - 1]
    if base.kind != NAME or base.text in assigned:
        return None
    if base.text == "e":
        template = translatable(
            "errors",
            "Line {line}: {found} at column {column} has no value of its own: write `exp(x)`, or give it one "
            "on a line above, as in `e = 2.718`.",
        )
        return fault(template, base)
    if base.text in _RAISED_FUNCTIONS:
        power = tokens[at].text if tokens[at].kind == POWER else f"**{tokens[at + 1].text}"
        template = translatable(
            "errors",
            "Line {line}: {found} at column {column} is a function: write its power as `{instead}`.",
        )
        return fault(template, base, instead=f"{base.text}(x){power}")
    return None


def _touch(before: Token, after: Token) -> bool:
    return before.line == after.line and before.column + len(before.text) == after.column
