"""Initial weights are neither praised in green nor blamed in vermilion, wherever predictions are judged."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from gui.data.detail.panel import DetailPanel
from gui.data.evaluation.page import EvaluationPage
from gui.data.filter.network import NetworkFoot
from gui.data.mistake.page import MistakePage
from gui.data.predictions.confusion_panel import ConfusionPanel
from gui.document.change import State
from gui.look.icons import Icons
from gui.look.theme import Theme
from tests.gui.data.pages import Desk, desk

__all__ = ["desk"]

STRONG, NEAR = 0.3, 10  # saturation of 1, degrees of hue


def confusion(desk: Desk, icons: Icons) -> QWidget:
    return ConfusionPanel(desk.model, icons, desk.jobs)


def evaluation(desk: Desk, icons: Icons) -> QWidget:
    return EvaluationPage(desk.model, icons, desk.jobs)


def mistake(desk: Desk, icons: Icons) -> QWidget:
    return MistakePage(desk.model, icons, desk.jobs)


def detail(desk: Desk, icons: Icons) -> QWidget:
    return DetailPanel(desk.model, icons, lambda *_: None)


def foot(desk: Desk, _icons: Icons) -> QWidget:
    return NetworkFoot(desk.model)


def judging_hues(seen: QWidget, theme: Theme) -> set[str]:
    """Which of the two colours that judge are seen. Of a followed mistake, what stands behind its outputs is
    a gradient, which is vermilion by right."""
    image = seen.grab().toImage()
    if isinstance(seen, MistakePage):
        rows = seen.rows
        image = rows.grab().toImage()
        image = image.copy(0, 0, image.width() // 2, image.height())
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.unique(np.frombuffer(image.constBits(), np.uint32))
    colors = [QColor.fromRgb(int(pixel)) for pixel in pixels]
    hues = [color.hsvHue() for color in colors if color.hsvSaturationF() > STRONG]
    return {
        name
        for name in ("vermilion", "green")
        if any(abs(hue - theme.color(name).hsvHue()) < NEAR for hue in hues)
    }


@pytest.mark.parametrize("part", [confusion, evaluation, mistake, detail, foot])
def test_initial_weights_are_not_judged_in_colour(
    part: Callable[[Desk, Icons], QWidget], desk: Desk, icons: Icons, theme: Theme
) -> None:
    seen = part(desk, icons)
    desk.show(seen, 640, 700)
    choose_mistake(desk, seen)
    assert judging_hues(seen, theme) == set()
    desk.trainer.step()
    desk.qtbot.waitUntil(lambda: desk.trainer.state is State.PAUSED)
    desk.qtbot.waitUntil(lambda: desk.model.predicted_by is not None and not desk.model.is_untrained)
    desk.predicted()
    choose_mistake(desk, seen)
    assert "vermilion" in judging_hues(seen, theme)
    if not isinstance(seen, ConfusionPanel):  # what is right is blue there
        assert "green" in judging_hues(seen, theme)


def choose_mistake(desk: Desk, seen: QWidget) -> None:
    predictions = desk.model.predictions
    assert predictions is not None
    desk.model.select(int(np.flatnonzero(~predictions.right)[0]))
    if isinstance(seen, MistakePage):
        desk.qtbot.waitUntil(lambda: seen.follower.gradient is not None)
