"""Data sets in CSV files: as Kaggle has them, as spreadsheets write them, points of the plane, and what is
wrong."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.data import files, open_data_set, table
from core.errors import DataError

RNG = np.random.default_rng(0)
PIXELS = RNG.integers(0, 256, (24, 64)).astype(np.uint8)
LABELS = np.arange(24) % 3
HEADING = ["label", *(f"pixel{place}" for place in range(64))]


def text(sign: str = ",", heading: bool = True) -> str:
    rows = [[label, *row] for label, row in zip(LABELS, PIXELS.tolist(), strict=True)]
    return "".join(f"{sign.join(map(str, row))}\n" for row in ([HEADING] if heading else []) + rows)


def written(tmp_path: Path, content: str | bytes, name: str = "train.csv") -> str:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def fault(path: str) -> str:
    with pytest.raises(DataError) as caught:
        open_data_set(path)
    assert caught.value.fields["path"] == path
    return str(caught.value).replace(path, "FILE")


@pytest.mark.parametrize("heading", [True, False])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_as_kaggle_has_it(tmp_path: Path, sign: str, heading: bool, encoding: str) -> None:
    data = open_data_set(written(tmp_path, text(sign, heading).encode(encoding)))
    assert (data.classes, data.image_shape, data.train.x.dtype) == (3, (8, 8), np.uint8)
    assert data.test is not None
    assert (len(data.train), len(data.test)) == (20, 4)
    rows = np.concatenate([data.train.x, data.test.x])
    labels = np.concatenate([data.train.t, data.test.t])
    known = {row.tobytes(): label for row, label in zip(PIXELS, LABELS.tolist(), strict=True)}
    assert {row.tobytes(): label for row, label in zip(rows, labels.tolist(), strict=True)} == known


def test_the_test_set_is_the_same_each_time_and_is_said(tmp_path: Path) -> None:
    one, other = (open_data_set(written(tmp_path, text())) for _ in range(2))
    assert one.test is not None
    assert other.test is not None
    np.testing.assert_array_equal(one.test.x, other.test.x)
    assert str(one.findings[0]) == (
        "There is no test set: one sixth, 4 of 24 examples, is kept for the test. It is drawn with a fixed "
        "seed, so it is the same each time."
    )


@pytest.mark.parametrize("heading", ["x,y,label\n", "", "x,y,class\n"])
def test_points_of_the_plane(tmp_path: Path, heading: str) -> None:
    rows = "".join(f"{place / 4},{-place},{place % 2}\n" for place in range(12))
    data = open_data_set(written(tmp_path, heading + rows, "points.csv"))
    assert data.test is not None
    assert (data.input_size, data.classes, data.image_shape) == (2, 2, None)
    assert data.train.x.dtype == np.float32
    points = np.concatenate([data.train.x, data.test.x])
    assert sorted(points.tolist()) == [[place / 4, -place] for place in range(12)]


def test_labels_that_are_words_become_names(tmp_path: Path) -> None:
    rows = "".join(f"{place},1.5,{'사과' if place % 2 else '배'}\n" for place in range(12))
    for encoding in ("utf-8", "cp949"):
        data = open_data_set(written(tmp_path, rows.encode(encoding)))
        assert data.class_names == ("배", "사과")
        even = data.train.x[:, 0] % 2 == 0
        np.testing.assert_array_equal(data.train.t, np.where(even, 0, 1))


def test_a_table_with_numbered_rows_and_the_label_last(tmp_path: Path) -> None:
    rows = "".join(f"{place},{place}.25,2,3,4,{place % 2}\n" for place in range(12))
    data = open_data_set(written(tmp_path, ",a,b,c,d,target\n" + rows))
    assert data.input_size == 4
    assert data.train.x[:, 1].tolist() == [2.0] * len(data.train)
    assert set(data.train.t.tolist()) == {0, 1}


def test_decimal_commas_beside_semicolons(tmp_path: Path) -> None:
    rows = "".join(f"{place},5;-0,25;{place % 2}\n" for place in range(12))
    data = open_data_set(written(tmp_path, "x;y;label\n" + rows))
    assert data.train.x[:, 1].tolist() == [-0.25] * len(data.train)


def test_blank_lines_and_spaces(tmp_path: Path) -> None:
    rows = "".join(f"{place}, 0.5, {place % 2}\r\n\r\n" for place in range(12))
    assert len(open_data_set(written(tmp_path, rows)).train) == 10


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("1,,1", "Line 4, column 2 of FILE is empty. Write a number, or delete the line."),
        ("1,two,1", "Line 4, column 2 of FILE is “two”, but a number belongs there."),
        ("1,2,red", "Line 4, column 3 of FILE is “red”, but a number belongs there."),
        ("1,nan,1", "Line 4, column 2 of FILE is “nan”, but a number belongs there."),
        ("1,2,-1", "Line 4, column 3 of FILE is the label -1, but labels are whole numbers from 0 to 65,535"),
        ("1,2,0.5", "Line 4, column 3 of FILE is the label 0.5"),
        ("1,2", "Line 4 of FILE has 2 cells, but the first has 3: a cell is missing, or is too many."),
        ("1,2,3,4", "Line 4 of FILE has 4 cells, but the first has 3"),
    ],
)
def test_a_row_that_is_wrong(tmp_path: Path, line: str, said: str) -> None:
    assert fault(written(tmp_path, f"x,y,label\n0,0,0\n1,1,1\n{line}\n2,2,1\n")).startswith(said)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "FILE is empty."),
        ("x,y,label\n", "FILE has no rows."),
        ("one\ntwo\n", "FILE is not a table of examples."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "FILE is not a table of examples."),
        (b"1,2,0\n\x81\x20,2,0\n", "FILE is written neither in UTF-8 nor in cp949."),
        ("pixel0,pixel1,pixel2,pixel3\n1,2,3,4\n", "FILE is not a table of examples."),
    ],
)
def test_what_is_not_a_table(tmp_path: Path, content: str | bytes, said: str) -> None:
    assert fault(written(tmp_path, content)).startswith(said)


def test_a_line_without_end_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "LONGEST_ROW", 100)
    assert fault(written(tmp_path, "1," * 200)).startswith("FILE is not a table of examples.")


def test_too_many_columns_and_too_long_a_line_are_told_from_the_line_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = "0," * 2_000_000 + "1\n"
    assert len(wide) < table.LONGEST_ROW
    seen: list[object] = []
    monkeypatch.setattr(table, "find_columns", seen.append)
    assert fault(written(tmp_path, wide * 2)).startswith(
        "FILE has 2,000,001 columns; at most 262,144 are read, the pixels of an image of 512 × 512."
    )
    assert not seen, "no cell was looked at"
    monkeypatch.undo()
    monkeypatch.setattr(table, "LONGEST_ROW", 100)
    assert fault(written(tmp_path, "1,2,0\n" + "1," * 200)).startswith(
        "Line 2 of FILE is longer than 100 characters."
    )


def test_a_billion_rows_are_refused_after_the_first(tmp_path: Path) -> None:
    path = tmp_path / "points.csv"
    path.write_text("0.5,0.5,1\n" * 4_000)
    with path.open("r+b") as file:
        file.truncate(10 * 10**9)  # holes take no room on the disk
    assert fault(str(path)) == (
        "FILE has about 1,000,000,000 rows of 2 numbers, which would take 7.5 GB of memory; at most 1.0 GB "
        "are read. Use a part of it, about 134,217,728 rows."
    )


def test_rows_beyond_the_memory_that_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 24 * 64 - 1)
    assert "FILE has about 24 rows of 64 numbers" in fault(written(tmp_path, text()))


def test_a_folder_with_one_table(tmp_path: Path) -> None:
    written(tmp_path, text())
    (tmp_path / "readme.md").write_text("about")
    assert len(open_data_set(str(tmp_path)).train) == 20
