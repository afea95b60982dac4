"""`python -m soak.saving FOLDER [close]`: the program, which trains, saves and autosaves without rest, until
it is killed. It first goes on with what the one before it left.

It tells in a line of JSON what was offered at the start, and by another that saving is under way. With
`close` it then closes its window as a person does who has saved.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer

from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from gui.app import Program, application
from gui.remembered.settings import Settings

MODEL = "xor.blab"
EVERY_S = 0.01
LOOK_MS = 10
_LAYERS = (LayerSpec("affine", 300), LayerSpec("relu"), LayerSpec("affine", 300), LayerSpec("relu"))
_NETWORK = NetworkSpec(2, (*_LAYERS, LayerSpec("affine", 2)))


class Saving:
    """`folder` is where the model is saved, again and again."""

    def __init__(self, program: Program, folder: Path, closes: bool) -> None:
        self._program = program
        self._path = folder / MODEL
        self._closes = closes
        self._is_ready = self._has_kept = False
        self._parent = os.getppid()
        program.window.show()
        program.begin_recovery()
        self._when(lambda: not program.jobs.is_busy("find what was left"), self._on_found)

    def _on_found(self) -> None:
        line = self._program.recovery.line
        is_offered = line.isVisible()
        if is_offered:
            line.bar.action_button.click()
        else:
            training = TrainingConfig("xor", batch_size=20, length=1_000_000, evaluate_on=100)
            self._program.document.edit(Experiment(_NETWORK, training), "XOR")

        def tell() -> None:
            made = self._program.table.look().iteration
            print(json.dumps({"offered": is_offered, "iteration": made}), flush=True)
            self._when(lambda: self._program.table.data is not None, self._train)

        self._when(lambda: not line.isVisible(), tell)

    def _train(self) -> None:
        document, recovery = self._program.document, self._program.recovery
        document.edit_training(replace(document.experiment.training, length=1_000_000), "Length")
        recovery.autosave.every_s = EVERY_S
        recovery.autosave.written.connect(self._on_kept)
        self._program.trainer.start()
        self._when(lambda: document.has_unsaved_network, self._save)

    def _on_kept(self) -> None:
        self._has_kept = True

    def _save(self) -> None:
        self._program.document.path = self._path
        self._program.files.save(self._on_saved)

    def _on_saved(self) -> None:
        if self._has_kept and not self._is_ready:
            self._is_ready = True
            print(json.dumps({"ready": True}), flush=True)
            if self._closes:
                self._program.files.close()
                return
        if os.getppid() == self._parent:
            self._save()
        else:  # nobody is left who would kill it
            self._program.files.close()

    def _when(self, condition: Callable[[], bool], action: Callable[[], None]) -> None:
        """Do something as soon as a condition holds."""

        def look() -> None:
            if condition():
                timer.stop()
                timer.deleteLater()
                action()

        timer = QTimer(self._program)
        timer.timeout.connect(look)
        timer.start(LOOK_MS)


def main(folder: Path, closes: bool) -> int:
    app = application()
    settings = Settings(folder.parent / "settings.json")
    settings.workspace = "lab"  # the one that is there soonest
    program = Program(app, settings)
    saving = Saving(program, folder, closes)
    status = app.exec()
    del saving
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), "close" in sys.argv[2:]))
