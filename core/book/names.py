"""How a text that is typed finds names: the exact one first, then beginnings, words, and what is anywhere.

Hangul is compared by the keys that are struck, so that a syllable finds what it may yet become: 갑 finds
가벼운. Initial consonants alone find a name as well: ㅇㅈㅍ finds 역전파. Upper and lower case are the same,
and so are composed and decomposed letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_FIRST, _LAST = 0xAC00, 0xD7A3  # 가, 힣
_STRUCK = str.maketrans(
    {
        letter: first + second
        for letter, first, second in (
            *("ㅘㅗㅏ", "ㅙㅗㅐ", "ㅚㅗㅣ", "ㅝㅜㅓ", "ㅞㅜㅔ", "ㅟㅜㅣ", "ㅢㅡㅣ"),
            *(
                "ㄳㄱㅅ",
                "ㄵㄴㅈ",
                "ㄶㄴㅎ",
                "ㄺㄹㄱ",
                "ㄻㄹㅁ",
                "ㄼㄹㅂ",
                "ㄽㄹㅅ",
                "ㄾㄹㅌ",
                "ㄿㄹㅍ",
                "ㅀㄹㅎ",
                "ㅄㅂㅅ",
            ),
        )
    }
)
"""A vowel or final that takes two keys, as these two."""
_BETWEEN = re.compile(r"[\s_\-‐-―·,;:/()“”…›]+")
NEAR = 0.7
"""How alike a name and what was typed must be, where nothing has the text in it; 1 is the same."""


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The text in small letters, composed, with one space between words."""
    return _BETWEEN.sub(" ", unicodedata.normalize("NFC", text).casefold()).strip()


@lru_cache(maxsize=4096)
def struck(text: str) -> str:
    """The folded text with each syllable of Hangul as the keys by which it is typed."""
    return "".join(map(_keys, folded(text))).translate(_STRUCK)


@lru_cache(maxsize=4096)
def initials(text: str) -> str:
    """The first consonant of each syllable of Hangul; the rest is left out."""
    places = (ord(letter) - _FIRST for letter in folded(text) if _FIRST <= ord(letter) <= _LAST)
    return "".join(_INITIALS[place // 588] for place in places)


def _keys(letter: str) -> str:
    place = ord(letter) - _FIRST
    if 0 <= place <= _LAST - _FIRST:
        return (_INITIALS[place // 588] + _VOWELS[place % 588 // 28] + _FINALS[place % 28]).strip()
    if 0x1100 <= ord(letter) <= 0x1112:  # a consonant of decomposed Hangul that has lost its vowel
        return _INITIALS[ord(letter) - 0x1100]
    return letter


def level(typed: str, name: str) -> int | None:
    """How well `typed` fits: 0 it is the name, 1 its beginning, 2 its words begin words of the name, 3 it is
    anywhere in it, 4 it is its initial consonants; None if it is not in it."""
    wanted = struck(typed)
    return _level(wanted, wanted.split(), _consonants(wanted), name)


def ranked(typed: str, names: Sequence[Iterable[str]]) -> list[int]:
    """The places in `names` that fit, the best first and the rest as they stand. Each has several names."""
    wanted = struck(typed)
    words, consonants = wanted.split(), _consonants(wanted)
    found = []
    for place, each in enumerate(names):
        levels = [fit for name in each if (fit := _level(wanted, words, consonants, name)) is not None]
        if levels:
            found.append((min(levels), place))
    return [place for _, place in sorted(found)]


def _level(wanted: str, words: Sequence[str], consonants: str, name: str) -> int | None:
    text = struck(name)
    if words and all(word in text for word in words):
        if text.startswith(wanted):
            return 0 if text == wanted else 1
        return 2 if all(f" {word}" in f" {text}" for word in words) else 3
    return 4 if consonants and consonants in initials(name) else None


def _consonants(wanted: str) -> str:
    """The keys without blanks, where there are two or more, consonants alone; else an empty text."""
    keys = wanted.replace(" ", "")
    return keys if len(keys) > 1 and set(keys) <= set(_INITIALS) else ""


def alike(typed: str, names: Sequence[Iterable[str]], count: int = 3) -> list[int]:
    """The places in `names` that come nearest to what was probably mistyped."""
    # Late: it is needed after a slip alone.
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(struck(typed)[:80])
    found = []
    for place, each in enumerate(names):
        best = 0.0
        for name in each:
            matcher.set_seq1(struck(name)[:80])
            if matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR:
                best = max(best, matcher.ratio())
        if best >= NEAR:
            found.append((-best, place))
    return [place for _, place in sorted(found)[:count]]
