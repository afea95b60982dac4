"""Tables and arrays at the edges: no rows, labels that are none, other ranges, files out of reach."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.data import open_data_set
from core.data.class_names import names_in
from core.data.columns import find_columns
from core.errors import DataError


def fault(path: Path, content: str) -> str:
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        open_data_set(str(path))
    return str(caught.value)


def test_no_lines_are_no_columns() -> None:
    assert find_columns([]) is None
    assert find_columns(["a", "b"]) is None


def test_a_column_called_y_is_the_label_where_none_is_called_x() -> None:
    columns = find_columns(["a,b,c,y", "1,2,3,0", "4,5,6,1"])
    assert columns is not None
    assert (columns.label, columns.inputs) == (3, [0, 1, 2])


@pytest.mark.parametrize("rows", ["label,a,b\n0,1,{cell}\n0,1,2\n", "0,1,2\n0,1,2\n0,1,2\nred,1,{cell}\n"])
def test_a_cell_that_does_not_end(tmp_path: Path, rows: str) -> None:
    assert "is not a table of examples" in fault(tmp_path / "a.csv", rows.format(cell="9" * 200_000))


def test_a_number_that_float32_cannot_hold(tmp_path: Path) -> None:
    said = fault(tmp_path / "a.csv", "label,a,b\n0,1,2\n1,-1e39,2\n")
    assert "Line 3, column 2" in said
    assert "is -1e39: too large" in said
    np.savez(tmp_path / "a.npz", x=np.array([[1.0, 1e39], [2.0, 3.0]]), y=np.array([0, 1]))
    with pytest.raises(DataError, match="numbers that are not finite"):
        open_data_set(str(tmp_path / "a.npz"))


def test_a_heading_without_rows(tmp_path: Path) -> None:
    assert "no rows" in fault(tmp_path / "a.csv", "label,a,b,c\n")


@pytest.mark.parametrize("label", ["-1", "1.5"])
def test_a_label_is_a_whole_number(tmp_path: Path, label: str) -> None:
    said = fault(tmp_path / "a.csv", f"label,a,b,c\n0,1,2,3\n{label},4,5,6\n")
    assert f"is the label {label}, but labels are whole numbers" in said


def test_names_of_people_are_not_labels(tmp_path: Path) -> None:
    rows = "".join(f"word{place},{place},1,2\n" for place in range(3000))
    assert "different words: it is not a label" in fault(tmp_path / "a.csv", f"label,a,b,c\n{rows}")


@pytest.mark.parametrize(("largest", "shape"), [(255.0, (4, 4)), (999.0, None)])
def test_images_in_floats_become_bytes_where_their_range_says_how(
    tmp_path: Path, largest: float, shape: tuple[int, int] | None
) -> None:
    x = np.linspace(0, largest, 12 * 16).round().reshape(12, 4, 4)
    y = np.arange(12) % 2
    np.savez(tmp_path / "a.npz", x_train=x, y_train=y, x_test=x, y_test=y)
    data = open_data_set(str(tmp_path / "a.npz"))
    assert data.image_shape == shape
    assert data.train.x.dtype == (np.uint8 if shape else np.float32)


def test_a_file_of_names_that_cannot_be_read_names_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "labels.txt"
    file.write_text("cat\ndog\n", encoding="utf-8")
    assert names_in(file) == ("cat", "dog")

    def refuse(_: Path) -> bytes:
        raise PermissionError("not yours")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert names_in(file) == ()
