"""The English of sources and pages is plain: “is not a …” in place of “is no …”, and a docstring begins with
what it is about, not with a preposition."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("core", "adapters", "cli", "gui", "tools", "benchmarks", "pictures", "soak")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
PAGES = [*sorted((ROOT / "docs").glob("*.md")), *sorted(ROOT.glob("*.md"))]

IS_NO = re.compile(r"(?<!\bthere )\b(?:is|are|was|were) no (?!longer\b|more\b)\w+", re.IGNORECASE)
"""“There is no file” is plain, and so are “is no longer” and “is no more”."""

PREPOSITIONS = (
    "About|Above|Across|After|Against|Along|Among|Around|At|Before|Behind|Below|Beneath|Beside|Between|By|During|"
    "For|From|In|Inside|Into|Of|On|Outside|Over|Per|Since|Through|To|Under|Until|With|Without"
)
OPENS_WITH_ONE = re.compile(rf"(?:{PREPOSITIONS})\b")

MAY_SAY_IS_NO = re.compile(r"\b(?:is|are|was|were)\b(?:\W|\\n|\bf(?=[\"']))+no\b", re.IGNORECASE)
MAY_OPEN_WITH_ONE = re.compile(rf"[\"'](?:{PREPOSITIONS})\b")
"""Found in the source of a module wherever the other two are found in its texts, however these are broken
into lines and literals: no other module needs to be parsed, which takes seconds for all."""

Texts = tuple[tuple[int, str], ...]
"""Each with its line."""


def strings(path: Path) -> Texts:
    """Every text of a module: sentences on screen, errors and docstrings."""
    return texts_of(path)[0]


def docstrings(path: Path) -> Texts:
    """Texts that stand as statements of their own: those of modules, classes, functions and constants."""
    return texts_of(path)[1]


@cache
def texts_of(path: Path) -> tuple[Texts, Texts]:
    """All, and those that are docstrings. The tree is not kept: a million nodes would be looked through after
    every window that a later test closes."""
    found, own = [], []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Constant(value=str(text)):
                found.append((node.lineno, text))
            case ast.Expr(value=ast.Constant(value=str(text))):
                own.append((node.lineno, text))
    return tuple(found), tuple(own)


def those_that(may: re.Pattern[str], paths: Iterable[Path]) -> Iterator[Path]:
    return (path for path in paths if may.search(path.read_text(encoding="utf-8")))


def found_in(text: str) -> list[str]:
    return IS_NO.findall(" ".join(text.split()))


def test_no_text_says_is_no() -> None:
    places = [
        f"{path.relative_to(ROOT)}:{line}: {match}"
        for path in those_that(MAY_SAY_IS_NO, MODULES)
        for line, text in strings(path)
        for match in found_in(text)
    ]
    assert places == []


def test_no_page_says_is_no() -> None:
    places = [
        f"{path.name}: {match}" for path in PAGES for match in found_in(path.read_text(encoding="utf-8"))
    ]
    assert places == []


def test_no_docstring_opens_with_a_preposition() -> None:
    places = [
        f"{path.relative_to(ROOT)}:{line}: {text[:40]}"
        for path in those_that(MAY_OPEN_WITH_ONE, (*MODULES, *TESTS))
        for line, text in docstrings(path)
        if OPENS_WITH_ONE.match(text)
    ]
    assert places == []


def test_no_docstring_of_a_test_says_is_no() -> None:
    """The other texts of a test may be what a person or a file says wrong."""
    places = [
        f"{path.relative_to(ROOT)}:{line}: {match}"
        for path in those_that(MAY_SAY_IS_NO, TESTS)
        for line, text in docstrings(path)
        for match in found_in(text)
    ]
    assert places == []


@pytest.mark.parametrize(
    ("text", "is_plain"),
    [
        ("“{text}” is no number.", False),
        ("These data are\n    no images: choose others.", False),
        ("“{text}” is not a number.", True),
        ("There is no file {path}.", True),
        ("It is no longer there.", True),
    ],
)
def test_what_is_not_plain_would_be_found(text: str, is_plain: bool) -> None:
    assert (found_in(text) == []) is is_plain


@pytest.mark.parametrize(
    "source",
    [
        'SAID = ("It is "\n    "no number.")\n',
        'SAID = f"It is " f"no number."\n',
        'SAID = "It is\\nno number."\n',
        '"""These data are\n    no images."""\n',
        'def f():\n    """Of a number, which is no image."""\n',
    ],
)
def test_a_module_that_may_not_be_plain_is_read(source: str, tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(source, encoding="utf-8")
    (text,) = (text for _, text in strings(path))
    assert found_in(text)
    assert list(those_that(MAY_SAY_IS_NO, [path])) == [path]
    opening = [text for _, text in docstrings(path) if OPENS_WITH_ONE.match(text)]
    assert len(list(those_that(MAY_OPEN_WITH_ONE, [path]))) == len(opening) == source.count("Of ")
