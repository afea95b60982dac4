"""Names of classes: typed, from `labels.txt`, or from the data; and what is said where they do not fit."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.data import Reading, open_data_set
from core.data.class_names import names_in, split_names


@pytest.fixture
def path(tmp_path: Path) -> str:
    x = np.random.default_rng(0).integers(0, 256, (12, 64)).astype(np.uint8)
    np.savez(tmp_path / "clothes.npz", x_train=x, y_train=np.arange(12) % 3)
    return str(tmp_path / "clothes.npz")


def names(path: str, *typed: str) -> tuple[str, ...]:
    return open_data_set(path, 0, Reading(class_names=typed)).class_names


def test_numbers_where_there_are_no_names(path: str) -> None:
    assert names(path) == ("0", "1", "2")


@pytest.mark.parametrize(
    "text",
    [
        "Shirt\nAnkle boot\n샌들\n",
        "0 Shirt\n1 Ankle boot\n2 샌들",
        "0: Shirt\n1: Ankle boot\n\n2: 샌들\n",
        "0\tShirt\n1\tAnkle boot\n2\t샌들\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_names_from_a_file_beside_the_data(path: str, text: str, encoding: str) -> None:
    Path(path).with_name("labels.txt").write_bytes(text.encode(encoding))
    assert names(path) == ("Shirt", "Ankle boot", "샌들")
    assert names(path, "a", "b", "c") == ("a", "b", "c")


def test_a_name_that_fills_the_screen_is_cut(path: str) -> None:
    assert names(path, "a" * 100_000, "b", "c") == ("a" * 200, "b", "c")


def test_names_that_only_begin_with_some_number_keep_it(tmp_path: Path) -> None:
    (tmp_path / "labels.txt").write_text("4 by 4\n1 by 1\n")
    assert names_in(tmp_path / "labels.txt") == ("4 by 4", "1 by 1")


def test_names_that_do_not_fit_are_said(path: str) -> None:
    file = Path(path).with_name("labels.txt")
    file.write_text("one\ntwo\n")
    data = open_data_set(path, 0, Reading(class_names=("a",)))
    assert data.class_names == ("0", "1", "2")
    assert [str(finding) for finding in data.findings[1:]] == [
        "Names for 1 classes were typed, but there are 3: type one for each.",
        f"{file} names 2 classes, but the data have 3: it is not used.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a, b  c ,d", ("a", "b c", "d")), ("a\nb", ("a", "b")), ("", ()), (" , ", ()), ("가,나", ("가", "나"))],
)
def test_names_that_are_typed(text: str, expected: tuple[str, ...]) -> None:
    assert split_names(text) == expected
