"""Each text of the window is a template that chooses its particles, wherever it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from core.errors import ConfigError
from gui.language.messages import sentence
from gui.language.texts import Speaking, translate, without_mnemonic
from gui.window.main_window import MainWindow

GUI = Path(__file__).parents[3] / "gui"
CLASS = re.compile(r"^class (\w+)(.*?):\n(.*?)(?=^\w|\Z)", re.MULTILINE | re.DOTALL)


class BothForms(QTranslator):
    """English with a pair behind each placeholder, as a Korean translation may have."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return re.sub(r"(\{\w*\})(?!\})", r"\1(은/는)", text) if not context.startswith("Q") else None  # type: ignore[return-value]

    def isEmpty(self) -> bool:  # noqa: N802
        return False


@pytest.fixture
def both_forms(qapp: QApplication) -> Iterator[None]:
    translator = BothForms()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


class Speaker(Speaking, QObject):
    def said(self, name: str) -> str:
        return self.tr("{name}: new").format(name=name)


def test_what_is_filled_in_decides(qapp: QApplication, both_forms: None) -> None:
    assert Speaker().said("값") == "값은: new"
    assert translate("Context", "{name}: new").format(name="손실") == "손실은: new"
    error = ConfigError("{value} and {why}", value=-2.0, why=ConfigError("{name} here", name="가"))
    assert sentence(error) == "−2는 and 가는 here는"


def test_no_part_of_the_window_shows_both(both_forms: None, window: MainWindow) -> None:
    for key in window.workspaces():
        window.show_workspace(key)
        QApplication.processEvents()
    parts = [*window.findChildren(QWidget), *window.findChildren(QAction)]
    said = [text for part in parts for text in texts_of(part)]
    assert [text for text in said if "(은/는)" in text] == []
    assert any("은" in text or "는" in text for text in said)


def texts_of(part: QObject) -> Iterator[str]:
    for name in ("text", "title", "toolTip", "statusTip", "whatsThis", "accessibleName", "placeholderText"):
        value = part.property(name)
        if isinstance(value, str):
            yield value


def test_whatever_calls_tr_is_speaking() -> None:
    """So that no other `format` is used. Classes are told apart by their names."""
    classes: dict[str, tuple[list[str], bool]] = {}
    for file in GUI.rglob("*.py"):
        for name, bases, body in CLASS.findall(file.read_text(encoding="utf-8")):
            classes[name] = re.findall(r"\w+", bases), "self.tr(" in body

    def is_speaking(name: str) -> bool:
        return name == "Speaking" or any(map(is_speaking, classes.get(name, ([],))[0]))

    calling = [name for name, (_, calls_tr) in classes.items() if calls_tr]
    assert [name for name in calling if not is_speaking(name)] == []
    assert len(calling) > 100


def test_only_one_place_asks_qt_for_a_text() -> None:
    asking = [
        file.name for file in GUI.rglob("*.py") if "QCoreApplication.translate" in file.read_text("utf-8")
    ]
    assert asking == ["texts.py"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [("&File", "File"), ("파일(&F)", "파일"), ("Save &as…", "Save as…"), ("a && b", "a & b")],
)
def test_a_text_without_the_mark_of_its_letter(text: str, plain: str) -> None:
    assert without_mnemonic(text) == plain
