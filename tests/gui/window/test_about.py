"""The About box and the licences in full: what they show, offline, from the sources and in an executable."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyqtgraph as pg
import PySide6
import pytest
from PySide6.QtCore import QEvent, Qt, QTranslator, qVersion
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.look.theme import Theme
from gui.window.about import AboutDialog
from gui.window.credits import CREDITS, LICENCE_NAMES
from gui.window.licences import LicencesDialog, licences


class Twice(QTranslator):
    """Every text twice."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"{text} {text}"


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def about(qtbot: QtBot, parent: QWidget, theme: Theme) -> Iterator[AboutDialog]:
    dialog = AboutDialog(parent)
    dialog.show()
    qtbot.waitExposed(dialog)
    yield dialog
    dialog.close()


def labels(dialog: QWidget) -> list[QLabel]:
    return dialog.findChildren(QLabel)


def test_it_names_what_runs(about: AboutDialog) -> None:
    text = about.libraries.text()
    for part in (
        f"Python {platform.python_version()}",
        f"Qt {qVersion()}",
        f"PySide6 {PySide6.__version__}",
        f"NumPy {np.__version__}",
        f"pyqtgraph {pg.__version__}",
    ):
        assert part in text.split(" · ")


def test_it_names_everybody_whose_work_it_is(about: AboutDialog) -> None:
    texts = [label.text() for label in labels(about)]
    for credit in CREDITS:
        assert credit.name in texts
        assert credit.holder in texts
        assert any(LICENCE_NAMES[credit.licence] in text for text in texts)


def test_every_text_is_whole_also_when_twice_as_long(qapp: QApplication, about: AboutDialog) -> None:
    def cut() -> list[str]:
        return [
            label.text()
            for label in labels(about)
            if label.width() < label.minimumSizeHint().width()
            or label.height() < label.heightForWidth(label.width())
        ]

    assert cut() == []
    translator = Twice(qapp)
    qapp.installTranslator(translator)
    try:
        QApplication.sendEvent(about, QEvent(QEvent.Type.LanguageChange))
        qapp.processEvents()
        assert about.licences_button.text() == "Licences… Licences…"
        assert about.licences_button.width() >= about.licences_button.minimumSizeHint().width()
        assert cut() == []
    finally:
        qapp.removeTranslator(translator)


def test_the_button_opens_the_licences(qtbot: QtBot, about: AboutDialog) -> None:
    qtbot.mouseClick(about.licences_button, Qt.MouseButton.LeftButton)
    (dialog,) = about.findChildren(LicencesDialog)
    assert dialog.isVisible()
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Close)
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert about.isVisible()


def test_every_text_of_the_source_tree_can_be_read(qtbot: QtBot, parent: QWidget, theme: Theme) -> None:
    dialog = LicencesDialog(parent)
    names = [dialog.names.item(row).text() for row in range(dialog.names.count())]
    assert names[:2] == ["Backprop Lab", "All components"]
    assert {"MNIST", "Pretendard", "Lucide", "numpy", "pyqtgraph"} <= set(names)
    dialog.show()
    rows = [dialog.names.visualItemRect(dialog.names.item(row)) for row in range(len(names))]
    assert all(rect.height() >= 28 for rect in rows)
    for row, words in (
        (0, "MIT License"),
        (1, "LGPL-3.0-only"),
        (names.index("MNIST"), "Attribution-ShareAlike 3.0"),
        (names.index("Pretendard"), "SIL OPEN FONT LICENSE"),
        (names.index("Lucide"), "ISC License"),
        (names.index("numpy"), "GCC RUNTIME LIBRARY EXCEPTION"),
    ):
        dialog.names.setCurrentRow(row)
        assert words in dialog.text.toPlainText()
    dialog.close()


def executable(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "backprop-lab"))


def test_an_executable_shows_the_folder_beside_it(
    qtbot: QtBot, parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "licences"
    folder.mkdir()
    for name in ("zlib1g, Debian.txt", "Backprop Lab.txt", "THIRD_PARTY.md", "numpy, LICENSE.txt"):
        (folder / name).write_text(f"text of {name}", encoding="utf-8")
    (folder / "old.txt").write_bytes("© 1998".encode("latin-1"))
    executable(monkeypatch, tmp_path)
    names = [licence.name for licence in licences()]
    assert names == [
        "Backprop Lab",
        "THIRD_PARTY",
        "Lucide",
        "MNIST",
        "numpy, LICENSE",
        "old",
        "Pretendard",
        "zlib1g, Debian",
    ]
    dialog = LicencesDialog(parent)
    dialog.names.setCurrentRow(4)
    assert dialog.text.toPlainText() == "text of numpy, LICENSE.txt"
    dialog.names.setCurrentRow(5)
    assert dialog.text.toPlainText().endswith(" 1998")
    # Gone since the list was made: a sentence, and the rest can still be read.
    (folder / "zlib1g, Debian.txt").unlink()
    dialog.names.setCurrentRow(7)
    assert "zlib1g, Debian.txt cannot be read: " in dialog.text.toPlainText()
    dialog.close()


def test_an_executable_without_its_folder_still_shows_what_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    executable(monkeypatch, tmp_path)
    assert [licence.name for licence in licences()] == ["Lucide", "MNIST", "Pretendard"]
