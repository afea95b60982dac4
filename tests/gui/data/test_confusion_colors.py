"""The colours of mistakes: the most common one stands out, and every number can be read on its colour."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.data.predictions.confusion_colors import mistake_color, readable_on
from gui.data.predictions.confusion_view import ConfusionView
from gui.data.predictions.scale_legend import ScaleLegend
from gui.look.theme import Theme, between


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_ten_mistakes_do_not_look_like_eighty_eight(qapp: QApplication, choice: str) -> None:
    theme = Theme(qapp, "dark" if choice == "dark" else "light")
    ground = theme.color("hover")

    def distance(share: float) -> float:
        color = mistake_color(theme, share)
        return float(np.linalg.norm([color.redF() - ground.redF(), color.blueF() - ground.blueF()]))

    one, ten, most = distance(0.0), distance(9 / 87), distance(1.0)
    assert 0 < one < ten < most / 3
    theme.set_choice("light")


def test_the_view_tells_the_most_common_mistake(qtbot: QtBot, theme: Theme) -> None:
    view = ConfusionView(theme)
    qtbot.addWidget(view)
    assert view.most_mistakes == 0
    view.set_matrix(np.array([[90, 3, 0], [88, 7, 5], [0, 0, 99]], dtype=np.intp), ["a", "b", "c"])
    assert view.most_mistakes == 88
    view.set_matrix(np.diag([9, 9, 9]).astype(np.intp), ["a", "b", "c"])
    assert view.most_mistakes == 0


def test_the_legend_is_as_wide_as_what_it_says(qtbot: QtBot, theme: Theme) -> None:
    legend = ScaleLegend(theme)
    qtbot.addWidget(legend)
    assert legend.sizeHint().isEmpty()
    legend.show_most(88)
    narrow = legend.sizeHint().width()
    legend.show_most(88_000)
    assert legend.sizeHint().width() > narrow > 44
    legend.resize(legend.sizeHint())
    assert not legend.grab().isNull()


def test_text_is_black_on_pale_and_white_on_full(theme: Theme) -> None:
    white, vermilion = theme.color("surface"), theme.color("vermilion")
    assert readable_on(white).name() == "#000000"
    assert between(white, vermilion, 0.0).name() == white.name()
    assert between(white, vermilion, 1.0).name() == vermilion.name()
