"""The signs of the program's sentences in plain letters, for an encoding that lacks them. UTF-8 has them all.

`PLAINLY` is the error handler that a stream gets (`cli.output.prepare`): a sign that the encoding has stays
as it is. What has no plain form here, as in a person's own words, is written by its number.
"""

from __future__ import annotations

import codecs
import sys

PLAIN = {
    "✓": "ok", "✗": "x", "█": "#", "░": ".", "“": '"', "”": '"', "’": "'", "…": "...", "©": "(c)",
    "×": "*", "·": "*", "÷": "/", "−": "-", "√": "sqrt ", "Σ": "sum ", "∂": "d", "∞": "inf", "½": "1/2",
    "¼": "1/4", "⁺": "^+", "⁻": "^-", "ᵀ": "^T", "ᵢ": "_i", "ⱼ": "_j",
    "ₙ": "_n", "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "η": "eta",
    "λ": "lambda", "μ": "mu", "σ": "sigma", "→": "->", "←": "<-", "↑": "up", "↓": "down", "≤": "<=",
    "≥": ">=", "≈": "~",
}  # fmt: skip
PLAIN |= {sign: f"^{digit}" for digit, sign in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
PLAIN |= {sign: f"_{digit}" for digit, sign in enumerate("₀₁₂₃₄₅₆₇₈₉")}
PLAIN |= dict.fromkeys("⋅∗", "*") | {"∕": "/", "⁄": "/", "–": "-", "∑": "sum ", "⊤": "^T"}

PLAINLY = "backprop-lab.plainly"


def as_shown(text: str) -> str:
    """The text as standard output will show it: what is put into columns is measured so."""
    encoding = sys.stdout.encoding or "utf-8"
    return text.encode(encoding, PLAINLY).decode(encoding)


def _plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    plain = (PLAIN.get(sign) or sign.encode("ascii", "backslashreplace").decode() for sign in lost)
    return "".join(plain), error.end


codecs.register_error(PLAINLY, _plainly)
