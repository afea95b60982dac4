"""What is freed in pieces goes back to the system, when the data are others and when a run has ended."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from gui import app
from gui.document.change import State
from gui.jobs.memory import give_back_memory
from gui.window.main_window import MainWindow
from pictures import hands
from pictures.scene import Stage
from soak.memory import resident_mb

PIECES, PIECE, KEPT = 1000, 64 * 1024, 25


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is done")
def test_pieces_between_others_are_given_back() -> None:
    pieces = [bytearray(PIECE) for _ in range(PIECES)]
    few = pieces[::KEPT]
    del pieces
    before = resident_mb()
    give_back_memory()
    after = resident_mb()
    assert before is not None
    assert after is not None
    assert before - after > 0.5 * PIECES * PIECE / 1e6
    assert len(few) == PIECES // KEPT


def test_other_data_and_the_end_of_a_run_give_back(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[int] = []
    monkeypatch.setattr(app, "give_back_memory", lambda: given.append(1))
    stage = Stage(window)
    trainer = hands.trainer(stage)
    hands.edit_training(trainer.document, data_set="xor", length=3, length_unit="iterations")
    network = trainer.document.experiment.network
    stage.until(lambda: trainer.document.data is not None and trainer.document.data.name == "xor")
    qtbot.waitUntil(lambda: bool(given))
    given.clear()
    trainer.document.edit_network(replace(network, input_size=2).fitted(2, 2), "")
    trainer.start()
    qtbot.waitUntil(lambda: trainer.state is State.ENDED and bool(given))
    hands.clear(stage)
