"""Every icon can be drawn, follows the theme, and is drawn anew for a fine screen rather than enlarged."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

import gui.look.icons
from gui.look.icons import Icons
from gui.paths import RESOURCES

NAMES = sorted(path.stem for path in (RESOURCES / "icons").glob("*.svg"))


def inks(pixmap: QPixmap) -> set[str]:
    """The colours of the opaque pixels."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    colors = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {color.name() for color in colors if color.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_something(icons: Icons, name: str) -> None:
    assert inks(icons.pixmap(name, "text", 24, 2.0))


def test_the_licence_of_the_icons_is_beside_them() -> None:
    assert "ISC License" in (RESOURCES / "icons" / "LICENSE.txt").read_text(encoding="utf-8")


def test_an_icon_has_the_colour_asked_for(icons: Icons) -> None:
    assert inks(icons.pixmap("stop", "vermilion", 16)) == {"#c04000"}


@pytest.fixture
def fine_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second screen, with two device pixels to a logical one."""
    monkeypatch.setattr(gui.look.icons, "_pixel_ratios", lambda: {1.0, 2.0})


def test_a_fine_screen_gets_an_icon_of_its_own(icons: Icons, fine_screen: None) -> None:
    icon = icons.icon("graph")
    coarse, fine = icon.pixmap(QSize(16, 16), 1.0), icon.pixmap(QSize(16, 16), 2.0)
    assert (coarse.width(), fine.width()) == (16, 32)
    enlarged = coarse.toImage().scaled(32, 32)
    assert fine.toImage() != enlarged


def test_a_bound_icon_is_drawn_anew_for_a_screen_that_is_added(
    qapp: QApplication, icons: Icons, request: pytest.FixtureRequest
) -> None:
    action = QAction()
    icons.bind(action, "graph")
    size = QSize(16, 16)
    assert action.icon().pixmap(size, 2.0).width() == 16
    request.getfixturevalue("fine_screen")
    qapp.screenAdded.emit(qapp.primaryScreen())
    assert action.icon().pixmap(size, 2.0).width() == 32


def test_an_icon_that_is_off_is_grey(icons: Icons) -> None:
    pixmap = icons.icon("stop").pixmap(QSize(16, 16), 1.0, QIcon.Mode.Disabled)
    assert inks(pixmap) == {QColor(icons.theme.tokens.disabled).name()}


@pytest.mark.parametrize("kind", [QPushButton, QAction])
def test_a_bound_icon_follows_the_theme(
    qtbot: QtBot, icons: Icons, kind: type[QPushButton | QAction]
) -> None:
    target = kind()
    if isinstance(target, QPushButton):
        qtbot.addWidget(target)
    icons.bind(target, "stop", "blue")
    assert inks(target.icon().pixmap(QSize(16, 16), 1.0)) == {"#0072b2"}
    icons.theme.set_choice("dark")
    assert inks(target.icon().pixmap(QSize(16, 16), 1.0)) == {"#56b4e9"}


def test_the_last_icon_bound_is_the_one_that_stays(qtbot: QtBot, icons: Icons) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    icons.bind(button, "stop", "blue")
    icons.bind(button, "stop", "vermilion")
    icons.theme.set_choice("dark")
    assert inks(button.icon().pixmap(QSize(16, 16), 1.0)) == {"#f58a4b"}


def test_a_button_may_go_before_its_icon(qtbot: QtBot, icons: Icons) -> None:
    button = QPushButton()
    icons.bind(button, "stop")
    with qtbot.waitSignal(button.destroyed):
        button.deleteLater()
    icons.theme.set_choice("dark")


def test_an_icon_that_is_not_there_is_named(icons: Icons) -> None:
    with pytest.raises(FileNotFoundError, match="no-such-icon"):
        icons.icon("no-such-icon")
