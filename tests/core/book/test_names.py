"""A typed text finds the right names in the right order, in Hangul however far it is composed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.book.names import alike, level, ranked


@pytest.mark.parametrize(
    ("typed", "name", "fits"),
    [
        ("Chain  Rule", "chain rule", 0),
        ("two layer book", "two-layer-book", 0),
        ("soft", "Softmax", 1),
        ("layer book", "Two-layer-book", 2),
        ("rule chain", "chain rule", 2),
        ("ule", "chain rule", 3),
        ("xyz", "chain rule", None),
        ("", "chain rule", None),
        (" ", "chain rule", None),
        ("a", "", None),
        # Hangul: whole, within, and at every stage of its being typed.
        ("역전파", "역전파", 0),
        ("전파", "역전파", 3),
        ("ㅇ", "역전파", 1),
        ("여", "역전파", 1),
        ("역저", "역전파", 1),
        ("역전ㅍ", "역전파", 1),
        ("갑", "가벼운", 1),  # before ㅕ comes, ㅂ stands below
        ("고", "과적합", 1),  # before ㅏ comes
        ("닥", "닭", None),  # ㄷㅏㄱ: not on the way to ㄷㅏㄹㄱ
        ("달", "닭", 1),
        ("미분", "수치 미분", 2),
        # Initial consonants alone.
        ("ㅇㅈㅍ", "역전파", 4),
        ("ㅅㅊ ㅁㅂ", "수치 미분", 4),
        ("ㅊㅁ", "수치 미분", 4),
        ("ㅍㅈ", "역전파", None),
        # A file system or an input method may decompose.
        (unicodedata.normalize("NFD", "역전파"), "역전파", 0),
        ("역전파", unicodedata.normalize("NFD", "역전파"), 0),
        ("\u1100", "가중치", 1),
    ],
)
def test_how_well_a_text_fits(typed: str, name: str, fits: int | None) -> None:
    assert level(typed, name) == fits


def test_the_best_comes_first_and_equals_stay_in_order() -> None:
    names = [("a softmax",), ("softmax with loss",), ("other", "Softmax"), ("softmax, naive",), ("x",)]
    assert ranked("softmax", names) == [2, 1, 3, 0]
    assert ranked("nothing", names) == []


def test_what_is_mistyped_has_something_near() -> None:
    names = [("backpropagation", "오차역전파법"), ("gradient", "기울기"), ("backward pass",)]
    assert alike("backpropogation", names) == [0]
    assert alike("gradeint", names) == [1]
    assert alike("오차역젼파법", names) == [0]
    assert alike("qqqqqq", names) == []


@given(st.text(), st.lists(st.lists(st.text())))
def test_no_text_raises(typed: str, names: list[list[str]]) -> None:
    assert set(ranked(typed, names)) <= set(range(len(names)))
    assert set(alike(typed, names)) <= set(range(len(names)))


@given(st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1))
def test_every_name_is_found_by_itself_and_by_its_beginning(name: str) -> None:
    assert level(name, name) == 0
    assert level(unicodedata.normalize("NFD", name), name) == 0
    assert level(name[:1], name) in (0, 1)
