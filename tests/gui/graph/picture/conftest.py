"""A picture on the screen, without a graph yet."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.graph.picture import GraphPicture
from gui.graph.picture.arrays.popup import ArrayPopup
from gui.look.tokens import LIGHT


@pytest.fixture
def picture(qtbot: QtBot) -> Iterator[GraphPicture]:
    picture = GraphPicture(LIGHT)
    qtbot.addWidget(picture)
    picture.resize(900, 500)
    picture.show()
    qtbot.waitExposed(picture)
    yield picture
    for popup in picture.findChildren(ArrayPopup):
        popup.close()
