"""The worker is within its products while it trains, and leaves them while it waits."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from adapters.threads import PRODUCTS
from gui.document.change import State
from gui.trainer.trainer import Trainer
from tests.gui.trainer.runs import until, until_ended, until_published


def test_a_pause_lets_others_change_the_number(qtbot: QtBot, endless: Trainer) -> None:
    until_published(qtbot, endless, endless.start)
    until(qtbot, endless, State.PAUSED, endless.pause)
    assert PRODUCTS._users == 0
    until(qtbot, endless, State.RUNNING, endless.resume)
    until_ended(qtbot, endless, endless.stop)
    assert PRODUCTS._users == 0


def test_what_was_used_is_in_the_reports_and_in_the_checkpoint(qtbot: QtBot, trainer: Trainer) -> None:
    until_ended(qtbot, trainer, trainer.start)
    (run,) = trainer.document.runs
    assert run.log.threads == PRODUCTS.in_use
    assert run.checkpoint is not None
    assert run.checkpoint.threads == {1: 60}
