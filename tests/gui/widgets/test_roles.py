"""Hues of texts: they are the theme's, beside any role, and follow it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.look.theme import Theme
from gui.widgets.roles import Hue, set_hue, set_role

HUES: tuple[Hue, ...] = ("muted", "blue", "vermilion", "green")


def painted(label: QLabel) -> QColor:
    """The colour of the ink: that of a letter without slopes, in its middle."""
    image = label.grab().toImage()
    return image.pixelColor(label.rect().center())


def block(qtbot: QtBot) -> QLabel:
    label = QLabel("█")
    qtbot.addWidget(label)
    label.show()
    return label


@pytest.mark.parametrize("hue", HUES)
@pytest.mark.parametrize("role", ["", "small", "display"])
def test_a_hue_stands_beside_any_role_and_follows_the_theme(
    qtbot: QtBot, theme: Theme, hue: Hue, role: str
) -> None:
    label = block(qtbot)
    set_role(label, role)
    set_hue(label, hue)
    for choice in ("light", "dark"):
        theme.set_choice("dark" if choice == "dark" else "light")
        assert painted(label) == theme.color(hue)
    theme.set_choice("light")


def test_without_a_hue_a_text_has_its_own_colour_again(qtbot: QtBot, theme: Theme) -> None:
    label = block(qtbot)
    plain = painted(label)
    set_hue(label, "vermilion")
    assert painted(label) == theme.color("vermilion")
    set_hue(label, "green")
    assert painted(label) == theme.color("green")
    set_hue(label, "")
    assert painted(label) == plain


def test_what_cannot_be_used_is_dim_whatever_its_hue(qtbot: QtBot, theme: Theme) -> None:
    label = block(qtbot)
    set_hue(label, "green")
    label.setEnabled(False)
    assert painted(label) == theme.color("disabled")
