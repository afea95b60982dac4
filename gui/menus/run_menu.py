"""The menu “Training”: what a person asks of the trainer, each with its key, which works in every workspace.

Each action stands here once. The run bar of the Train workspace shows them as buttons, with the same words.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from gui.document.change import Change, State
from gui.look.icons import Icons
from gui.trainer.trainer import Trainer
from gui.widgets.fields.number_edit import NumberEdit
from gui.widgets.roles import set_tip
from gui.widgets.translated import Translated

KEYS = {
    "start": "F5",
    "step": "F6",
    "epoch": "F7",
    "stop": "Shift+F5",
    "same_seed": "F8",
    "new_seed": "Shift+F8",
}
ICONS = {
    "start": "play",
    "step": "step",
    "epoch": "skip-forward",
    "stop": "stop",
    "same_seed": "rotate-ccw",
    "new_seed": "dices",
}


class RunMenu(Translated, QMenu):
    """`by_name` holds the actions by the names of KEYS. The first starts, pauses and goes on; `start_icon` is
    the icon of what it would do. `tips` has a sentence for each. `changed`: others can be chosen now, or for
    another reason; `renamed` comes before it where the language has changed. `started`: a run, a step or an
    epoch was asked for."""

    changed = Signal()
    renamed = Signal()
    started = Signal()

    def __init__(self, trainer: Trainer, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trainer = trainer
        self._icons = icons
        self.start_icon = ICONS["start"]
        self.tips = dict.fromkeys(KEYS, "")
        self.by_name = {name: QAction(self) for name in KEYS}
        for name, action in self.by_name.items():
            action.setShortcut(QKeySequence(KEYS[name]))
            icons.bind(action, ICONS[name])
            self.addAction(action)
        self.insertSeparator(self.by_name["same_seed"])
        self.setToolTipsVisible(True)
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        trainer = self._trainer
        does: dict[str, Callable[[], None]] = {
            "start": self._on_start,
            "step": trainer.step,
            "epoch": trainer.epoch,
            "stop": trainer.stop,
            "same_seed": partial(trainer.new_weights, same_seed=True),
            "new_seed": partial(trainer.new_weights, same_seed=False),
        }
        for name, do in does.items():
            self.by_name[name].triggered.connect(partial(self._on_triggered, name, do))
        trainer.table.changed.connect(self._on_changed)

    def _on_triggered(self, name: str, do: Callable[[], None], _checked: bool = False) -> None:
        """What was being typed counts for this run: a key does not end it, as a click on a button does."""
        field = QApplication.focusWidget()
        if isinstance(field, NumberEdit):
            field.commit()
        starts = name in ("step", "epoch") or (name == "start" and self._start_means() == "start")
        if self._can(name):
            do()
            if starts:
                self.started.emit()

    @property
    def blocked_reason(self) -> str:
        """Why Start is off, where else it would be on; "" if it is not."""
        return self._trainer.document.blocked_reason if self._trainer.state.is_resting else ""

    @property
    def can_start(self) -> bool:
        """The first action would start a run, neither pause nor resume one."""
        return self._start_means() == "start" and self._can("start")

    def _on_start(self) -> None:
        trainer = self._trainer
        {"start": trainer.start, "pause": trainer.pause, "resume": trainer.resume}[self._start_means()]()

    def _start_means(self) -> str:
        if self._trainer.state in (State.PAUSING, State.PAUSED):
            return "resume"
        return "start" if self._trainer.state.is_resting else "pause"

    # What is shown

    def _on_changed(self, what: Change) -> None:
        if what & (Change.STATE | Change.PROBLEMS | Change.EXPERIMENT | Change.NETWORK | Change.DATA):
            self._show()

    def _show(self) -> None:
        for name, action in self.by_name.items():
            action.setEnabled(self._can(name))
        self._show_start()
        self._show_tips()
        self.changed.emit()

    def _can(self, name: str) -> bool:
        allowed = self._trainer.allowed
        if name in ("same_seed", "new_seed"):
            return "new_weights" in allowed
        return (self._start_means() if name == "start" else name) in allowed

    def _show_start(self) -> None:
        means = self._start_means()
        if means == "start" and self._trainer.state is State.ENDED:
            means = "new" if self._trainer.continued is None else "continue"
        text, icon, tip = {
            "start": (
                self.tr("Start"),
                "play",
                self.tr("Train from the initial weights to the end of the run."),
            ),
            "continue": (
                self.tr("Continue"),
                "play",
                self.tr(
                    "Go on with this network for the length that the form says. Settings that were edited "
                    "apply from here on. For a new run, take new weights first."
                ),
            ),
            "new": (
                self.tr("New run"),
                "play",
                self.tr(
                    "The network, the data set or the seed has changed since this run: train from initial "
                    "weights. This run stays among the runs."
                ),
            ),
            "pause": (
                self.tr("Pause"),
                "pause",
                self.tr("Wait after this iteration. The plots and settings stay; it can go on."),
            ),
            "resume": (self.tr("Resume"), "play", self.tr("Go on where the run was paused.")),
        }[means]
        action = self.by_name["start"]
        action.setText(text)
        self._set_tip("start", self.blocked_reason or tip)
        if icon != self.start_icon:
            self.start_icon = icon
            self._icons.bind(action, icon)

    def _show_tips(self) -> None:
        """What the other actions do, or why they cannot now."""
        for name, tip in {
            "step": self.tr(
                "Make one iteration: a mini-batch, its gradient, one update. Then pause and show what "
                "happened."
            ),
            "epoch": self.tr("Train to the next evaluation, one epoch further, then pause."),
            "stop": self.tr("End this run and evaluate the network as it is. Continue goes on from there."),
            "same_seed": self.tr(
                "Go back to the initial weights of the same seed: the next run begins the same way."
            ),
            "new_seed": self.tr("Draw other initial weights and batches: the seed goes up by one."),
        }.items():
            self._set_tip(name, tip if self._can(name) else self._why_not(name) or tip)

    def _why_not(self, name: str) -> str:
        if name == "stop":
            return self.tr("No run is under way.")
        if name in ("step", "epoch") and self.blocked_reason:
            return self.blocked_reason
        return {
            State.WAITING: self.tr("The data are being read."),
            State.RUNNING: self.tr("Pause the run first."),
            State.PAUSING: self.tr("The run is about to pause."),
            State.STOPPING: self.tr("The run is about to end."),
        }.get(self._trainer.state, "")

    def _set_tip(self, name: str, tip: str) -> None:
        keys = QKeySequence(KEYS[name]).toString(QKeySequence.SequenceFormat.NativeText)
        self.tips[name] = f"{tip} ({keys})"
        set_tip(self.by_name[name], self.tips[name])

    def start_words(self) -> tuple[str, ...]:
        """All that the first action may be called."""
        return (
            self.tr("Start"),
            self.tr("Pause"),
            self.tr("Resume"),
            self.tr("Continue"),
            self.tr("New run"),
        )

    def _retranslate(self) -> None:
        self.setTitle(self.tr("&Training"))
        self.by_name["step"].setText(self.tr("One iteration"))
        self.by_name["epoch"].setText(self.tr("One epoch"))
        self.by_name["stop"].setText(self.tr("Stop"))
        self.by_name["same_seed"].setText(self.tr("New weights"))
        self.by_name["new_seed"].setText(self.tr("New seed"))
        self.renamed.emit()
        self._show()
