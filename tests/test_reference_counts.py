"""PySide6 and Python's reference counts: the reason for the upper bound in `pyproject.toml`.

A Qt binding whose calls give back one reference to None too many ends Python after some seconds of painting,
with no traceback. A version is let in only when it passes here.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLineF, QObject, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPen

CALLS = 500


@pytest.fixture
def painter() -> Iterator[QPainter]:
    image = QImage(64, 64, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    yield painter
    painter.end()


def _change(call: Callable[[], object]) -> int:
    """How much `CALLS` calls change the number of references to None."""
    call()
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return sys.getrefcount(None) - before


def _save_and_restore(painter: QPainter) -> None:
    painter.save()
    painter.restore()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
@pytest.mark.parametrize(
    "call",
    [
        pytest.param(lambda painter: painter.setPen(QPen(QColor("black"))), id="setPen"),
        pytest.param(lambda painter: painter.drawLine(0, 0, 9, 9), id="drawLine"),
        pytest.param(lambda painter: painter.drawLines([QLineF(0, 0, 9, 9)]), id="drawLines"),
        pytest.param(lambda painter: painter.setOpacity(0.5), id="setOpacity"),
        pytest.param(_save_and_restore, id="save, restore"),
    ],
)
def test_painting_keeps_the_references_to_none(painter: QPainter, call: Callable[[QPainter], object]) -> None:
    # A lost reference a call would show as -500. Caches that fill or empty meanwhile move it by a few.
    assert abs(_change(lambda: call(painter))) < CALLS // 10


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
@pytest.mark.parametrize(
    "call",
    [
        pytest.param(lambda: QObject().setObjectName("a"), id="setObjectName"),
        pytest.param(lambda: QTimer().setInterval(5), id="setInterval"),
    ],
)
def test_other_calls_keep_the_references_to_none(call: Callable[[], object]) -> None:
    assert abs(_change(call)) < CALLS // 10
