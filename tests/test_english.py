"""The English of sources and pages is plain: “is not a …” in place of “is no …”, and a docstring begins with
what it is about, not with a preposition."""

from __future__ import annotations

import ast
import re
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


@cache
def strings(path: Path) -> tuple[tuple[int, str], ...]:
    """Every text of a module with its line: sentences on screen, errors and docstrings."""
    return tuple(
        (node.lineno, node.value)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@cache
def docstrings(path: Path) -> tuple[tuple[int, str], ...]:
    """Texts that stand as statements of their own: those of modules, classes, functions and constants."""
    return tuple(
        (node.lineno, node.value.value)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def found_in(text: str) -> list[str]:
    return IS_NO.findall(" ".join(text.split()))


def parsed(path: Path) -> ast.Module:
    """The tree of one file. It is not kept: a million nodes would be looked through after every window that a
    later test closes."""
    return ast.parse(path.read_text(encoding="utf-8"))


def test_no_text_says_is_no() -> None:
    places = [
        f"{path.relative_to(ROOT)}:{line}: {match}"
        for path in MODULES
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
        for path in (*MODULES, *TESTS)
        for line, text in docstrings(path)
        if OPENS_WITH_ONE.match(text)
    ]
    assert places == []


def test_no_docstring_of_a_test_says_is_no() -> None:
    """The other texts of a test may be what a person or a file says wrong."""
    places = [
        f"{path.relative_to(ROOT)}:{line}: {match}"
        for path in TESTS
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
