"""What leaves the Graph workspace: the picture as SVG and PNG, the trace as CSV, copies."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog

from core.graph.examples import EXAMPLES
from core.graph.expression import parse
from core.graph.trace import Trace, trace_graph
from gui.graph.export import COLUMNS, trace_rows
from gui.graph.workspace import GraphWorkspace


def table(trace: Trace) -> list[dict[str, str]]:
    return [dict(zip(COLUMNS, map(str, row), strict=True)) for row in trace_rows(trace)]


def test_the_table_of_a_trace() -> None:
    rows = table(trace_graph(EXAMPLES["apple"].graph()))
    assert [row["phase"] for row in rows] == ["input"] * 3 + ["forward"] * 2 + ["backward"] * 4
    assert rows[3] == rows[3] | {
        "step": "1",
        "node": "multiply1",
        "operation": "multiply",
        "calculation": "100 × 2",
        "value": "200",
    }
    assert rows[-2] == rows[-2] | {
        "step": "4",
        "to": "apple",
        "upstream": "1.1",
        "local": "2",
        "gradient": "2.2",
    }


def test_numbers_keep_all_their_digits_and_arrays_their_brackets() -> None:
    rows = table(trace_graph(parse("x = [0.1, 3]; y = sum(x / 3)")))
    assert rows[0]["value"] == "[0.1, 3]"
    assert float(rows[1]["value"].strip("[]").split(",")[0]) == 0.1 / 3
    assert rows[-1]["sum so far"] == "[0.3333333333333333, 0.3333333333333333]"


@pytest.mark.parametrize("kind", ["svg", "png", "csv"])
def test_a_file_is_written_and_said(workspace: GraphWorkspace, tmp_path: Path, kind: str) -> None:
    workspace.model.to_end()
    path = tmp_path / f"apple.{kind}"
    workspace.saving.save(kind, path)
    assert workspace.message.text() == f"apple.{kind} is saved."
    if kind == "svg":
        assert QSvgRenderer(str(path)).isValid()
    elif kind == "png":
        assert QImage(str(path)).width() > 500
    else:
        assert path.read_text(encoding="utf-8").startswith("\ufeffstep,phase")
    assert [found.name for found in tmp_path.iterdir() if found.suffix] == [path.name]


@pytest.mark.parametrize("kind", ["svg", "png", "csv"])
def test_a_file_that_cannot_be_written_is_said(workspace: GraphWorkspace, tmp_path: Path, kind: str) -> None:
    workspace.saving.save(kind, tmp_path / "nowhere" / f"apple.{kind}")
    assert workspace.message.kind() == "error"
    assert "could not be written" in workspace.message.text()


@pytest.mark.parametrize("kind", ["svg", "png", "csv"])
def test_the_menu_asks_where_to(workspace: GraphWorkspace, tmp_path: Path, kind: str) -> None:
    workspace.menu.by_name[kind].trigger()
    dialog = workspace.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.defaultSuffix() == kind
    dialog.fileSelected.emit(str(tmp_path / f"a.{kind}"))
    assert (tmp_path / f"a.{kind}").exists()
    dialog.close()


def test_the_formula_and_the_picture_are_copied(workspace: GraphWorkspace) -> None:
    workspace.menu.by_name["formula"].trigger()
    assert QGuiApplication.clipboard().text() == "price = (apple * n) * tax"
    workspace.menu.by_name["image"].trigger()
    assert QGuiApplication.clipboard().image().width() > 200
    assert "clipboard" in workspace.message.text()


@pytest.mark.parametrize(("name", "grows"), [("in", True), ("out", False)])
def test_zoom_and_fit(workspace: GraphWorkspace, name: str, grows: bool) -> None:
    before = workspace.picture.scale_now
    workspace.header.asked.emit(name)
    assert (workspace.picture.scale_now > before) == grows
    workspace.header.fit.click()
    assert workspace.picture.scale_now == before
