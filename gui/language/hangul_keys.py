"""The keys of a shortcut that is one letter, on a Korean keyboard as well."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

_LETTERS = "QWERTYUIOPASDFGHJKLZXCVBNM"
_JAMO = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"
_ON_KEY = dict(zip(_LETTERS, _JAMO, strict=True))
"""What the two-set layout, by which nearly everybody types Korean, has on the key of a letter."""


def typed(letter: str) -> list[QKeySequence]:
    """The letter, and what the same key is where Korean is typed: it arrives as either of them."""
    return [QKeySequence(letter), QKeySequence(_ON_KEY[letter])]
