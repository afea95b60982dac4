"""The small widgets: what they show, what they give way to, and what they say to a screen reader."""

from __future__ import annotations

import math
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QSpinBox, QToolTip
from pytestqt.qtbot import QtBot

from gui.language.numbers import NumberLabel, count, data_size, duration, fixed, number, percent
from gui.look.icons import Icons
from gui.widgets.card import Card
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.empty_state import EmptyState
from gui.widgets.fields.form_row import FormRow
from gui.widgets.message_bar import MessageBar, MessageKind
from gui.widgets.roles import set_tip

_ALPHA = QImage.Format.Format_Alpha8


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (0.1, "0.1"),
        (0.97612, "0.9761"),
        (2.302585, "2.303"),
        (-1.5, "−1.5"),
        (12345.6, "12,346"),
        (1_000_000.0, "1,000,000"),
        (0.00012345, "0.0001234"),
        (1.2e-7, "1.2e−7"),
        (-3e30, "−3e30"),
        (math.nan, "NaN"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
    ],
)
def test_number(value: float, text: str) -> None:
    assert number(value) == text


def test_other_numbers() -> None:
    assert number(3.14159, 2) == "3.1"
    assert fixed(2.3, 4) == "2.3000"
    assert fixed(-1234.5, 1) == "−1,234.5"
    assert fixed(math.nan, 2) == "NaN"
    assert count(60_000) == "60,000"
    assert percent(0.9761) == "97.61 %"
    assert percent(1.0, 0) == "100 %"
    assert percent(math.nan) == "NaN"


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1_000, "1 kB"),
        (254_440, "254 kB"),
        (999_600, "1 MB"),
        (4 * 10**13, "40 TB"),
    ],
)
def test_data_size(size: int, text: str) -> None:
    assert data_size(size) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(-1, "0 s"), (0.4, "0 s"), (6, "6 s"), (59.6, "1 min 00 s"), (125, "2 min 05 s"), (3780, "1 h 03 min")],
)
def test_duration(seconds: float, text: str) -> None:
    assert duration(seconds) == text


def test_a_number_shows_all_its_digits_on_hover(qtbot: QtBot) -> None:
    label = NumberLabel()
    qtbot.addWidget(label)
    label.set_value(-0.123456789)
    assert label.text() == "−0.1235"
    assert label.toolTip() == "−0.123456789"
    label.set_value(None)
    assert (label.text(), label.toolTip(), label.value()) == ("", "", None)


def test_an_elided_label_gives_way_and_is_whole_on_hover(qtbot: QtBot) -> None:
    label = ElidedLabel("first-layer weights as images")
    qtbot.addWidget(label)
    label.resize(400, 20)
    label.show()
    assert label.shown_text() == label.text()
    label.resize(80, 20)
    assert label.shown_text().endswith("…")
    assert label.minimumSizeHint().width() < 40
    QApplication.sendEvent(
        label, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), label.mapToGlobal(QPoint(5, 5)))
    )
    assert QToolTip.text() == label.text()
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_card_has_a_title_and_a_body(qtbot: QtBot, icons: Icons) -> None:
    trailing = QPushButton("…")
    card = Card("Network", trailing)
    qtbot.addWidget(card)
    card.body.addWidget(QLabel("inside"))
    card.show()
    assert card.accessibleName() == "Network"
    assert trailing.isVisible()
    image = card.grab().toImage()
    assert image.pixelColor(card.width() // 2, 0) == icons.theme.color("border")
    assert image.pixelColor(4, card.height() // 2) == icons.theme.color("surface")


def test_a_card_without_a_title_spends_no_room_on_it(qtbot: QtBot) -> None:
    named, unnamed = Card("Network"), Card()
    for card in (named, unnamed):
        qtbot.addWidget(card)
        card.body.addWidget(QLabel("inside"))
        card.show()
    assert unnamed.sizeHint().height() < named.sizeHint().height()


def test_an_empty_state_offers_the_button_that_fills_it(qtbot: QtBot, icons: Icons) -> None:
    state = EmptyState(icons, "data")
    qtbot.addWidget(state)
    state.show()
    state.set_texts("No data", "Open a folder.")
    assert not state.button.isVisible()
    state.set_texts("No data", "Open a folder.", "Open…")
    with qtbot.waitSignal(state.triggered):
        qtbot.mouseClick(state.button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("kind", ["info", "success", "warning", "error"])
def test_a_message_is_told_apart_by_shape_as_well(qtbot: QtBot, icons: Icons, kind: MessageKind) -> None:
    bar, other = MessageBar(icons), MessageBar(icons)
    for one in (bar, other):
        qtbot.addWidget(one)
    bar.say(kind, "One thing.")
    other.say("info" if kind != "info" else "error", "One thing.")
    shapes = [one.findChildren(QLabel)[0].pixmap().toImage().convertToFormat(_ALPHA) for one in (bar, other)]
    assert shapes[0] != shapes[1]


def test_a_message_can_be_acted_on_replaced_and_closed(qtbot: QtBot, icons: Icons) -> None:
    bar = MessageBar(icons)
    qtbot.addWidget(bar)
    assert bar.isHidden()
    tried = Mock()
    bar.say("error", "The loss became NaN.", "Try 0.01", tried)
    assert bar.isVisible()
    assert (bar.kind(), bar.text(), bar.accessibleName()) == ("error", *["The loss became NaN."] * 2)
    qtbot.mouseClick(bar.action_button, Qt.MouseButton.LeftButton)
    tried.assert_called_once_with()
    bar.say("info", "Stopped.")
    assert not bar.action_button.isVisible()
    with qtbot.waitSignal(bar.closed):
        qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert bar.isHidden()
    assert bar.text() == ""


def test_a_row_says_beneath_its_field_what_is_wrong(qtbot: QtBot, icons: Icons) -> None:
    field = QLineEdit("-3")
    row = FormRow(field)
    qtbot.addWidget(row)
    row.set_label("Learning rate", "How far each step goes.")
    row.resize(320, row.sizeHint().height())
    row.show()
    plain_height = row.sizeHint().height()
    row.set_error("The learning rate must be above 0.")
    assert row.error() == "The learning rate must be above 0."
    assert row.sizeHint().height() > plain_height
    assert field.accessibleName() == "Learning rate"
    assert field.accessibleDescription() == "The learning rate must be above 0."
    assert field.grab().toImage().pixelColor(60, 1) == icons.theme.color("vermilion")
    row.set_error("")
    assert row.sizeHint().height() == plain_height
    assert field.accessibleDescription() == "How far each step goes."
    assert field.grab().toImage().pixelColor(60, 1) != icons.theme.color("vermilion")


def test_rows_stand_in_one_column_whatever_their_field(qtbot: QtBot, icons: Icons) -> None:
    rows = [FormRow(QLineEdit()), FormRow(QSpinBox())]
    for row, label in zip(rows, ("Rate", "A label that is far too long for the place it has"), strict=True):
        qtbot.addWidget(row)
        row.set_label(label)
        row.resize(300, 40)
        row.show()
    assert rows[0].field.geometry().left() == rows[1].field.geometry().left()
    assert rows[0].field.height() == rows[1].field.height()


def test_a_tip_is_plain_text_that_wraps(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    set_tip(button, "a < b & c")
    assert button.toolTip() == "<qt>a &lt; b &amp; c</qt>"
    assert button.accessibleDescription() == "a < b & c"
    set_tip(button, "")
    assert button.toolTip() == ""
