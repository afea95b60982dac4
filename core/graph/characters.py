"""Which characters of an expression make a name or a power, and what is said of one that makes nothing.

Names are Python's, with subscript digits besides: `x₁`, `사과`. As in Python, spellings that look
alike are one name (NFKC). What is raised is a power or refused, and so is every numeral but 0 to 9: none ends
up in a name.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from unicodedata import category, decomposition, normalize, numeric

from core.errors import translatable
from core.graph.ops import OPERATIONS

_SUBSCRIPT = "₀₁₂₃₄₅₆₇₈₉"
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_PRODUCT = "·"  # Python lets it stand in a name

_INSTEAD = {"|": "abs(x)", "√": "sqrt(x)", "∑": "sum(x)", "{": "(", "}": ")"}
_LIBRARIES = ("np", "numpy", "math", "torch", "F", "tf", "jnp")


def name_end(text: str, at: int) -> int:
    """Where the name that begins at `at` ends; `at` itself where none begins."""
    if at == len(text) or not text[at].isidentifier() or not _in_name(text[at]):
        return at
    end = at + 1
    while end < len(text) and _in_name(text[end]):
        end += 1
    return end


@cache
def _in_name(character: str) -> bool:
    if character in _SUBSCRIPT or character.isascii():
        return character == "_" or character.isalnum() or character in _SUBSCRIPT
    is_raised = decomposition(character).startswith("<super>")
    return (
        f"a{character}".isidentifier()
        and not (_is_numeral(character) or is_raised)
        and normalize("NFKC", character) != _PRODUCT
    )


def _is_numeral(character: str) -> bool:
    return category(character) in ("Nd", "Nl", "No")


def as_name(word: str) -> str:
    """The one spelling of a name: `ｘ` is `x`, and Korean of single letters is Korean of syllables.

    Subscripts stay: `x₁` is another name than `x1`.
    """
    if word.isascii():
        return word
    parts = groupby(word, lambda character: decomposition(character).startswith("<sub>"))
    return "".join("".join(part) if is_low else normalize("NFKC", "".join(part)) for is_low, part in parts)


def power_of(raised: str) -> str | None:
    """The whole number of superscripts, `²` as 2 and `⁻¹` as -1; None where they are not one number."""
    plain = raised.translate(_RAISED)
    return plain if re.fullmatch(r"[+-]?\d+", plain) else None


def unexpected(text: str, at: int) -> tuple[str, dict[str, str]]:
    """What is said of the character at `at`, which begins no word: a template and its fields."""
    character = text[at]
    if character == ".":
        return _after_dot(text, at)
    if character.translate(_RAISED) != character:
        return _NOT_WHOLE, {}
    if decomposition(character).startswith("<super>") or character == "⊤":
        instead = "transpose(x)" if character in "ᵀ⊤" else f"x**{normalize('NFKC', character)}"
        return _INSTEAD_OF, {"instead": instead}
    if _is_numeral(character):
        plain = normalize("NFKC", character).replace("⁄", "/")
        is_fraction = decomposition(character).startswith("<fraction>")
        instead = f"({plain})" if is_fraction else f"{numeric(character, 0.0):g}"
        return _NUMERAL, {"instead": instead}
    if character in _INSTEAD:
        return _INSTEAD_OF, {"instead": _INSTEAD[character]}
    return _UNEXPECTED, {}


def _after_dot(text: str, at: int) -> tuple[str, dict[str, str]]:
    """`np.exp`, `x.T`, `x.sum()`: what stands behind the dot is written as a function."""
    after = text[at + 1 : name_end(text, at + 1)]
    before = re.search(r"\w*\Z", text[:at])
    if not after or before is None:
        return _UNEXPECTED, {}
    if before[0] in _LIBRARIES:
        return _NO_LIBRARY, {"library": before[0], "function": after}
    owner = before[0] or "x"
    if after != "T" and after not in OPERATIONS:
        return _UNEXPECTED, {}
    return _NO_DOT, {"instead": f"transpose({owner})" if after == "T" else f"{after}({owner})"}


_UNEXPECTED = translatable(
    "errors",
    "Line {line}: unexpected character {found} at column {column}: expected a number, a name or an operator.",
)
_NOT_WHOLE = translatable(
    "errors",
    "Line {line}: the power at column {column} is not a whole number: write it with `**`, as in "
    "`x**(a - 1)`.",
)
_INSTEAD_OF = translatable(
    "errors", "Line {line}: {found} at column {column} is not known here: write `{instead}`."
)
_NUMERAL = translatable(
    "errors",
    "Line {line}: {found} at column {column} is a numeral that is not read: write numbers with the digits "
    "0 to 9, here `{instead}`.",
)
_NO_LIBRARY = translatable(
    "errors",
    "Line {line}: {found} at column {column}: functions stand alone here: write `{function}` without "
    "`{library}.`.",
)
_NO_DOT = translatable(
    "errors",
    "Line {line}: {found} at column {column}: a name has no parts here: write `{instead}`.",
)
