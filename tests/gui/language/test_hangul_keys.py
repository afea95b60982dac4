"""A key of one letter on a Korean keyboard: the two-set layout."""

from __future__ import annotations

from string import ascii_uppercase

import pytest

from gui.language.hangul_keys import typed


@pytest.mark.parametrize(("letter", "jamo"), [("Q", "ㅂ"), ("N", "ㅜ"), ("P", "ㅔ"), ("M", "ㅡ")])
def test_known_keys(letter: str, jamo: str) -> None:
    assert [keys.toString() for keys in typed(letter)] == [letter, jamo]


def test_each_letter_has_its_own() -> None:
    assert len({typed(letter)[1].toString() for letter in ascii_uppercase}) == 26
