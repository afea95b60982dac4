"""Korean particles behind what is filled in: 은 or 는, 을 or 를, by the sound that comes before.

A translation has both forms behind its placeholder, the one after a consonant first: `{name}(은/는)`. Where
the template is filled in, one of them takes their place: “손실은”, “정확도는”. A syllable of Hangul shows
whether it ends in a consonant. Digits, letters and signs are taken as they are read aloud in Korean: 10 as
십, R as 알, % as 퍼센트; English words by their endings, which suggest the sound. What is not read, such as
closing quotes, brackets and tags of HTML, is passed over. English templates have no pairs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

PLACEHOLDER = r"(?<!\{)\{[^{}]*\}(?!\})|%\(\w+\)[a-z]"
"""What `str.format` fills in, and what `%` fills in by name."""

PAIR = (
    r"\((?:(?P<closed>은|이|을|과|아|이에요)/(?P<open>는|가|를|와|야|예요)"
    r"|(?P<long>이었|이|으로)(?P<ending>[가-힣]*)/(?P<short>였|로|)(?P=ending))\)"
)
"""Both forms of a particle in brackets. The long ones take any ending: 이라는/라는, 으로부터/로부터."""

BEHIND = re.compile(rf"(?P<until>(?:{PLACEHOLDER})(?:<[^<>]*>|[”’\"'»)\]」』`*])*){PAIR}")
"""A placeholder, what closes behind it, and a pair."""

_NOT_READ = re.compile(r"(?:<[^<>]*>|&#?\w+;|[^\w%∞′]|_)+$")
_NUMBER = re.compile(r"[0-9.,]+$")
_LATIN = re.compile(r"(?:[A-Z]+|[A-Z]?[a-z]+)$")

_DIGITS = dict(zip("0123456789", "영일이삼사오육칠팔구", strict=True))
_ZEROS = {1: "십", 2: "백", 3: "천", 4: "만", 8: "억", 12: "조", 16: "경"}
_LETTERS = {"L": "엘", "M": "엠", "N": "엔", "R": "알"}  # the others end in a vowel
_SIGNS = {"ε": "엡실론", "ο": "오미크론", "υ": "입실론", "′": "프라임"} | dict.fromkeys("⁰¹²³⁴⁵⁶⁷⁸⁹", "제곱")
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
# Model and apple; Adam and learning, Affine and name, step and dropout, book and block.
_LIKE_RIEUL = re.compile(r"(?:l|.le)$")
_LIKE_CONSONANT = re.compile(r"(?:m|n|ng|[aeiou][mn]e|[aeiou][bcpt]|[co]k)$")
_OPEN, _CLOSED, _RIEUL = "가", "각", "갈"

_FINALS = 28
"""How many ends Unicode's table gives a syllable: none, then 27 consonants."""


class Template(str):
    """A text that is filled in by `format` or by `%`, where each pair becomes the right particle."""

    __slots__ = ()

    def format(self, *values: object, **fields: object) -> str:
        return fill(self, lambda piece: str.format(piece, *values, **fields))

    def __mod__(self, fields: object) -> str:
        return fill(self, lambda piece: str.__mod__(piece, fields))


def fill(template: str, write: Callable[[str], str]) -> str:
    """`template` filled in by `write`, piece by piece; a pair behind a placeholder becomes one particle."""
    text, start = "", 0
    for found in BEHIND.finditer(template):
        text += write(template[start : found.end("until")])
        text += _particle(found, text)
        start = found.end()
    return text + write(template[start:])


def _particle(pair: re.Match[str], before: str) -> str:
    """The form of a pair of `BEHIND` that suits the text before it."""
    final = _final(before)
    if pair["closed"]:
        return pair["closed"] if final else pair["open"]
    if not final or (pair["long"] == "으로" and final == _final(_RIEUL)):
        return pair["short"] + pair["ending"]
    return pair["long"] + pair["ending"]


def _final(text: str) -> int:
    """The consonant that `text` ends in when it is read: its place in Unicode's table of ends, 0 for none."""
    syllable = _reading(_NOT_READ.sub("", unicodedata.normalize("NFC", text)))[-1]
    return (ord(syllable) - ord(_OPEN)) % _FINALS


def _reading(text: str) -> str:
    """Hangul that ends as `text` does when it is read. What nobody can read counts as ending in a vowel."""
    last = text[-1:].translate(_SUBSCRIPTS)
    if "가" <= last <= "힣":
        return last
    if number := _NUMBER.search(text[:-1] + last):
        return _read_number(number[0])
    if letters := _LATIN.search(text):
        return _read_latin(letters[0])
    return _SIGNS.get(last, _OPEN)


def _read_number(digits: str) -> str:
    """The last word of a number: 60,000 is 육만, 0.10 is read digit by digit."""
    whole = digits.replace(",", "")
    zeros = len(whole) - len(whole.rstrip("0"))
    if "." in whole or zeros in (0, len(whole)):
        return _DIGITS[whole[-1]]
    return _ZEROS[max(place for place in _ZEROS if place <= zeros)]


def _read_latin(letters: str) -> str:
    """One that stands for an acronym's last letter or for a word. A word without a vowel is spelled."""
    if letters.isupper() or not re.search("[aeiouy]", letters):
        return _LETTERS.get(letters[-1].upper(), _OPEN)
    if _LIKE_RIEUL.search(letters):
        return _RIEUL
    return _CLOSED if _LIKE_CONSONANT.search(letters) else _OPEN
