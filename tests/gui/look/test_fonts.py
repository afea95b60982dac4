"""The typeface is the program's own, and figures have one width wherever a number stands."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF, QRawFont, QTextLayout
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.look import fonts
from gui.look.theme import Theme
from gui.widgets.roles import set_role


@pytest.mark.parametrize("role", ["", "small", "heading", "title", "display"])
def test_figures_are_tabular_in_every_size(qtbot: QtBot, theme: Theme, role: str) -> None:
    label = QLabel("0")
    qtbot.addWidget(label)
    set_role(label, role)
    label.ensurePolished()
    metrics = QFontMetricsF(label.font())
    widths = {metrics.horizontalAdvance(str(digit) * 8) for digit in range(10)}
    assert len(widths) == 1
    assert QFontInfo(label.font()).family() == "Pretendard"


def test_it_has_hangul_and_the_signs_of_the_book() -> None:
    face = QRawFont.fromFont(fonts.font())
    assert face.familyName() == "Pretendard"
    assert [sign for sign in "역전파학습−∂Σσ×·²₁≈✓✗" if not face.supportsCharacter(ord(sign))] == []


def test_bold_is_semibold() -> None:
    assert QFontInfo(fonts.font(fonts.TITLE, bold=True)).weight() == 600
    assert QFontInfo(fonts.font(fonts.TITLE)).pixelSize() == fonts.TITLE


def test_korean_lines_break_between_words() -> None:
    text = "기울기는 손실 함수가 가장 빠르게 커지는 방향을 알려줘요. “Affine”은 3개의 값(x)을 받아요."
    layout = QTextLayout(text, fonts.font())
    for width in range(80, 300, 7):
        layout.beginLayout()
        ends = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            ends.append(line.textStart() + line.textLength())
        layout.endLayout()
        assert {text[end - 1] for end in ends[:-1]} == {" "}, width
