"""The colours are those that were decided, they can be read, and they change at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.graph.picture.arrays.matrix import WRITTEN, tint
from gui.graph.picture.look import Look, Scale
from gui.lab.batches.grid import STRENGTH
from gui.look.stylesheet import stylesheet
from gui.look.theme import Theme, between
from gui.look.tokens import DARK, LIGHT, Tokens
from gui.paths import RESOURCES
from gui.widgets.plot.style import Hue, PlotColors
from gui.widgets.roles import set_role

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)

DECIDED = {
    "background": ("#F6F6F3", "#15171B"),
    "surface": ("#FFFFFF", "#1D2026"),
    "border": ("#E2E2DC", "#2C3038"),
    "text": ("#1E2227", "#E7E9EC"),
    "muted": ("#646B75", "#98A0AB"),
    "blue": ("#0072B2", "#56B4E9"),
    "vermilion": ("#C04000", "#F58A4B"),
    "green": ("#007A58", "#2FBF95"),
    "orange": ("#8C6500", "#E6A93A"),
    "selection": ("#E8F1F8", "#22303C"),
}


@pytest.mark.parametrize("name", DECIDED)
def test_the_colours_are_those_decided(name: str) -> None:
    assert (getattr(LIGHT, name), getattr(DARK, name)) == DECIDED[name]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG 2 defines it."""

    def luminance(color: str) -> float:
        parsed = QColor(color)
        parts = (parsed.redF(), parsed.greenF(), parsed.blueF())
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_knows_black_on_white() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


GROUNDS = ("background", "surface", "field", "rail", "selection", "hover")
"""What texts and marks stand on, whatever is chosen or pointed at."""


def least(tokens: Tokens, color: str) -> float:
    """Its contrast on the ground on which it stands out least."""
    return min(contrast(color, getattr(tokens, behind)) for behind in GROUNDS)


@BOTH
@pytest.mark.parametrize(
    "name", ["text", "muted", "blue", "vermilion", "green", "orange", "positive", "negative"]
)
def test_text_can_be_read(tokens: Tokens, name: str) -> None:
    assert least(tokens, getattr(tokens, name)) >= 4.5


@BOTH
def test_text_on_a_pressed_control_and_on_the_accent_can_be_read(tokens: Tokens) -> None:
    assert contrast(tokens.text, tokens.pressed) >= 4.5
    for accent in (tokens.blue, tokens.blue_hover, tokens.blue_pressed):
        assert contrast(tokens.on_accent, accent) >= 4.5


@BOTH
@pytest.mark.parametrize("name", ["grey", "disabled"])
def test_marks_edges_of_fields_and_what_is_off_can_be_seen(tokens: Tokens, name: str) -> None:
    assert least(tokens, getattr(tokens, name)) >= 3


@BOTH
def test_lines_and_bars_of_plots_can_be_seen(tokens: Tokens) -> None:
    colors = PlotColors.like(tokens)
    hues: list[Hue | float] = ["blue", "vermilion", "green", "orange", "purple", "grey"]
    hues += [place / 20 for place in range(21)]
    faint = {hue: contrast(colors.hue(hue).name(), tokens.surface) for hue in hues}
    assert {hue: found for hue, found in faint.items() if found < 3} == {}


@BOTH
def test_a_number_can_be_read_on_its_tinted_cell(tokens: Tokens, qapp: QApplication) -> None:
    """The cells of a graph's small arrays and of the Lab's, from the faintest tint to the strongest."""
    look = Look(tokens)
    shares = [place / 20 for place in range(-20, 21)]
    scales: tuple[Scale, ...] = ("forward", "signed")
    tinted = [tint(look, scale, share, WRITTEN) for scale in scales for share in (*shares, float("nan"))]
    surface = QColor(tokens.surface)
    tinted += [between(surface, QColor(getattr(tokens, hue)), STRENGTH) for hue in ("blue", "vermilion")]
    assert min(contrast(tokens.text, fill.name()) for fill in tinted) >= 4.5


@BOTH
def test_the_stylesheet_names_only_files_that_are_there(tokens: Tokens) -> None:
    files = re.findall(r'url\("([^"]+)"\)', stylesheet(tokens))
    assert len(files) > 5
    assert [file for file in files if not Path(file).is_file()] == []


@BOTH
def test_the_signs_in_controls_have_the_colours_of_the_theme(tokens: Tokens) -> None:
    folder = RESOURCES / "icons" / "control" / tokens.name
    expected = {"check": tokens.on_accent, "minus": tokens.on_accent, "check-mark": tokens.blue}
    expected |= {"chevron-up-off": tokens.disabled, "chevron-down-off": tokens.disabled}
    for file in folder.glob("*.svg"):
        assert f'stroke="{expected.get(file.stem, tokens.muted)}"' in file.read_text(encoding="utf-8"), file


def test_a_choice_changes_everything_at_once(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_choice("dark")
    assert theme.tokens is DARK
    assert theme.dark
    assert theme.color("blue") == QColor("#56B4E9")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor("#15171B")
    assert "#1D2026" in qapp.styleSheet()


def test_the_same_choice_again_says_nothing(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_choice("light")


def test_it_follows_the_system(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    theme.set_choice("system")
    assert not theme.dark
    with qtbot.waitSignal(theme.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)  # as when the system turns dark
    assert theme.dark
    assert theme.choice == "system"
    theme.set_choice("light")
    assert not theme.dark


def test_a_choice_does_not_follow_the_system(qapp: QApplication, theme: Theme) -> None:
    theme.set_choice("light")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not theme.dark


def test_alpha(theme: Theme) -> None:
    assert theme.color("vermilion", 0.5).alphaF() == pytest.approx(0.5, abs=0.01)


def test_a_role_is_painted_and_taken_back(qtbot: QtBot, theme: Theme) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.resize(100, 28)

    def middle() -> QColor:
        return button.grab().toImage().pixelColor(50, 14)

    assert middle() == theme.color("surface")
    set_role(button, "primary")
    assert middle() == theme.color("blue")
    set_role(button, "")
    assert middle() == theme.color("surface")


def test_the_focus_ring_is_painted_in_both_themes(qtbot: QtBot, theme: Theme) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.resize(100, 28)
    button.show()
    for choice in ("light", "dark"):
        theme.set_choice(choice)
        button.clearFocus()
        assert button.grab().toImage().pixelColor(50, 1) == theme.color("surface")
        button.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(button.hasFocus)
        assert button.grab().toImage().pixelColor(50, 1) == theme.color("blue")


class Nest(QWidget):
    """Widgets that keep colours of the stylesheet, some of them deep inside others, and a page `hidden`."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden = self._page()
        layout = QVBoxLayout(self)
        layout.addWidget(self._page())
        layout.addWidget(self.hidden)
        self.hidden.hide()
        self.setFixedSize(300, 800)

    def _page(self) -> QWidget:
        outer, inner = QWidget(), QFrame()
        QVBoxLayout(outer).addWidget(inner)
        layout = QVBoxLayout(inner)
        label, field, choice, items = QLabel("muted"), QLineEdit("typed"), QComboBox(), QListWidget()
        set_role(label, "muted")
        choice.addItems(["one", "two"])
        set_role(choice, "cell")
        items.addItems(["one", "two"])
        for widget in (label, QLabel("plain"), field, choice, items, QPushButton("press")):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            layout.addWidget(widget)
        return outer

    def seen(self, whole: bool) -> QImage:
        self.hidden.setVisible(whole)
        QApplication.processEvents()  # the palette, and the places in a layout, come as events
        return self.grab().toImage()


def test_what_changes_its_theme_looks_as_if_it_had_been_made_in_it(qtbot: QtBot, theme: Theme) -> None:
    changed = Nest()
    qtbot.addWidget(changed)
    changed.show()
    seen = [changed.seen(whole) for whole in (True, False)]  # the hidden page has been seen in the old theme
    for choice in ("dark", "light", "dark"):
        theme.set_choice(choice)
    new = Nest()
    qtbot.addWidget(new)
    new.show()
    for whole in (False, True):
        assert changed.seen(whole) == new.seen(whole)
        assert changed.seen(whole) not in seen
    theme.set_choice("light")


def test_a_widget_is_not_styled_once_for_each_that_it_lies_in(qtbot: QtBot, theme: Theme) -> None:
    class Count(QObject):
        styled = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.styled += event.type() == QEvent.Type.StyleChange
            return False

    nest, count = Nest(), Count()
    qtbot.addWidget(nest)
    nest.show()
    for widget in nest.findChildren(QLabel):
        widget.installEventFilter(count)
    theme.set_choice("dark")
    theme.set_choice("light")
    assert count.styled == 0
