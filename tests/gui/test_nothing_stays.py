"""What is done again and again leaves nothing behind: no widget, and no object of any kind.

The first times may fill what is kept on purpose (a workspace that was made, a cache with a bound). After them
the same action must not leave as many objects of a kind as it was repeated.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import cast

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog

from gui.data.workspace import DataWorkspace
from gui.document.change import State
from gui.graph.workspace import GraphWorkspace
from gui.train.workspace import TrainWorkspace
from gui.window.main_window import MainWindow
from pictures import hands
from pictures.scene import Stage

FIRST, AGAIN = 2, 3
EXAMPLES = ("softmax-with-loss", "two-layer-mnist", "apple")
PAD = np.full((28, 28), 200, np.uint8)


def switch_workspaces(stage: Stage) -> None:
    for key in stage.window.workspaces():
        stage.window.show_workspace(key)
        stage.settle()


def look_otherwise(stage: Stage) -> None:
    for theme, language, width in (("dark", "ko", 1100), ("light", "en", 1366)):
        stage.window.theme.set_choice("dark" if theme == "dark" else "light")
        stage.window.language.set_choice(language)
        stage.window.resize(width, 720)
        stage.settle()


def open_and_close_dialogs(stage: Stage) -> None:
    menus = stage.window.menus
    for action in (menus.help, menus.about, menus.open, menus.save_as):
        action.trigger()
        stage.settle()
        for dialog in stage.window.findChildren(QDialog):
            dialog.close()
        stage.settle()


def change_examples(stage: Stage) -> None:
    stage.window.show_workspace("graph")
    model = cast(GraphWorkspace, stage.window.workspace("graph")).model
    for name in EXAMPLES:
        model.show_example(name)
        stage.until(lambda name=name: model.subject.key == name and not model.is_busy)  # type: ignore[misc]
        for _ in range(3):
            model.step()
        stage.settle()
    model.undo_stack.clear()


def turn_pages(stage: Stage) -> None:
    train = cast(TrainWorkspace, stage.window.workspace("train"))
    data = cast(DataWorkspace, stage.window.workspace("data"))
    for key, pages in (("train", train.pages), ("data", data.pages)):
        stage.window.show_workspace(key)
        for page in range(pages.count()):
            pages.setCurrentIndex(page)
            stage.settle()
    for row in range(0, 200, 40):
        data.show_image("test", row)
        stage.settle()


def draw_and_trace(stage: Stage) -> None:
    stage.window.show_workspace("data")
    data = cast(DataWorkspace, stage.window.workspace("data"))
    stage.until(lambda: data.model.predictions is not None and not data.model.is_predicting)
    drawings = data.model.drawings
    drawings.keep(PAD, 3, "Keep")
    drawings.undo_stack.undo()
    drawings.undo_stack.clear()
    data.show_image("test", 3)
    data.detail.trace.click()
    graph = cast(GraphWorkspace, stage.window.workspace("graph")).model
    stage.until(lambda: graph.subject.kind == "network" and not graph.is_busy)
    graph.undo_stack.clear()


def edit_and_run(stage: Stage) -> None:
    """What a person edits can be undone, and runs are kept; in the end there is neither any more."""
    stage.window.show_workspace("train")
    kept = cast(TrainWorkspace, stage.window.workspace("train")).runs.kept
    trainer = hands.trainer(stage)
    document = trainer.document
    own = document.experiment
    hands.edit_training(document, learning_rate=0.2)
    stage.settle()
    trainer.start()
    stage.until(lambda: trainer.state is State.ENDED)
    assert len(document.runs) == 1
    trainer.shutdown()
    document.new(own)
    kept.delete_everything()
    stage.until(lambda: not kept.listing.runs)
    stage.settle()


ACTIONS: tuple[Callable[[Stage], None], ...] = (
    switch_workspaces,
    look_otherwise,
    open_and_close_dialogs,
    change_examples,
    turn_pages,
    draw_and_trace,
    edit_and_run,
)


def kinds() -> Counter[str]:
    """How many objects of each kind there are, once what nobody holds is gone. What tests keep for
    themselves, as the log of Qt, is not counted."""
    for _ in range(2):
        gc.collect()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    names = Counter(f"{type(one).__module__}.{type(one).__qualname__}" for one in gc.get_objects())
    return Counter({name: count for name, count in names.items() if "pytest" not in name})


def test_what_is_done_again_leaves_nothing(window: MainWindow) -> None:
    stage = Stage(window)
    document = hands.trainer(stage).document
    training = replace(document.experiment.training, length=20, length_unit="iterations", evaluate_on=100)
    document.new(replace(document.experiment, training=training))
    stage.until(lambda: document.data is not None)
    switch_workspaces(stage)
    stays: dict[str, dict[str, int]] = {}
    for action in ACTIONS:
        for _ in range(FIRST):
            action(stage)
        stage.settle(50)
        widgets, before = len(QApplication.allWidgets()), kinds()
        for _ in range(AGAIN):
            action(stage)
        stage.settle(50)
        more = kinds()
        more.subtract(before)
        more["widgets"] = len(QApplication.allWidgets()) - widgets
        stays[action.__name__] = {kind: count for kind, count in more.items() if count >= AGAIN}
    assert stays == {action.__name__: {} for action in ACTIONS}
    hands.clear(stage)
