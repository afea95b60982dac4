"""`THIRD_PARTY.md` against what is used: the lock, the installed packages, the About box and the files."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

from gui.window.credits import CREDITS, LICENCE_NAMES, Credit

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")


def rows(heading: str) -> dict[str, list[str]]:
    """The table under a heading: by component, its further cells."""
    section = TEXT.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line] for line in lines[2:]]
    return {first: rest for first, *rest in cells}


CARRIED = rows("In the program")
LIBRARIES = rows("Libraries")


def locked() -> dict[str, str]:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", text, re.MULTILINE))


def test_every_locked_package_is_named_with_its_version() -> None:
    table = {name: version for name, (version, *_) in LIBRARIES.items() if name != "Python"}
    assert table == locked()


@pytest.mark.parametrize("package", locked())
def test_a_licence_is_the_one_that_the_package_states(package: str) -> None:
    try:
        stated = metadata(package)
    except PackageNotFoundError:
        pytest.skip(f"{package} is not needed on this system")
    licence = LIBRARIES[package][1]
    words = stated["License-Expression"] or stated["License"]
    if words is None:  # before SPDX: a classifier only
        assert licence.startswith("BSD")
        assert "License :: OSI Approved :: BSD License" in (stated.get_all("Classifier") or [])
    else:
        assert licence == words or licence in words.split(" OR ")


def test_the_about_box_names_each_and_no_other() -> None:
    named = [component for credit in CREDITS for component in credit.components]
    assert sorted(named) == sorted([*CARRIED, *LIBRARIES])


@pytest.mark.parametrize("credit", CREDITS, ids=lambda credit: credit.name)
def test_the_about_box_says_the_same(credit: Credit) -> None:
    for component in credit.components:
        _, licence, holder, _ = (CARRIED | LIBRARIES)[component]
        assert credit.holder == f"© {holder}"
        assert licence == credit.licence or credit.licence in licence.split(" AND ")


def test_no_name_of_a_licence_is_left_over() -> None:
    assert LICENCE_NAMES.keys() == {credit.licence for credit in CREDITS}


def test_every_file_that_it_points_to_is_there() -> None:
    targets = re.findall(r"\]\(([^)]+)\)", TEXT)
    assert len(targets) >= 5
    assert [target for target in targets if not (ROOT / target).is_file()] == []


def test_what_qt_contains_has_its_text() -> None:
    text = (ROOT / "packaging" / "licences" / "Inside Qt.txt").read_text(encoding="utf-8")
    inside = [name for name, (where, *_) in rows("Inside those libraries").items() if where.startswith("Qt")]
    assert len(inside) >= 5
    assert [name for name in inside if not re.search(f"^{re.escape(name)}( .*)?: ", text, re.MULTILINE)] == []
