"""The buttons of the trainer, with their keys. Which can be pressed is the trainer's to know (`allowed`)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from gui.document.change import Change, State
from gui.look.icons import Icons
from gui.trainer.trainer import Trainer
from gui.widgets.fields.number_edit import NumberEdit
from gui.widgets.fields.push_button import ICON_ONLY, GivingButton
from gui.widgets.layouts import Stretch, row_of
from gui.widgets.roles import set_role, set_tip
from gui.widgets.translated import Translated

KEYS = {
    "start": "F5",
    "step": "F6",
    "epoch": "F7",
    "stop": "Shift+F5",
    "same_seed": "F8",
    "new_seed": "Shift+F8",
}
_ICONS = {
    "start": "play",
    "step": "step",
    "epoch": "skip-forward",
    "stop": "stop",
    "same_seed": "rotate-ccw",
    "new_seed": "dices",
}
GAP = 6


class RunButtons(Translated, QWidget):
    """`by_name` holds them by the names of KEYS; the first starts, pauses and goes on. `changed`: others can
    be pressed now, or for another reason."""

    changed = Signal()

    def __init__(self, trainer: Trainer, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trainer = trainer
        self._icons = icons
        self._left_by: QWidget | None = None
        self.by_name = {name: GivingButton() for name in KEYS}
        for name, button in self.by_name.items():
            icons.bind(button, _ICONS[name], "on_accent" if name == "start" else "text")
        self.setLayout(row_of(*self.by_name.values(), Stretch(1), spacing=GAP))
        set_role(self.by_name["start"], "primary")
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        actions: dict[str, Callable[[], None]] = {
            "start": self._on_start,
            "step": self._trainer.step,
            "epoch": self._trainer.epoch,
            "stop": self._trainer.stop,
            "same_seed": lambda: self._trainer.new_weights(same_seed=True),
            "new_seed": lambda: self._trainer.new_weights(same_seed=False),
        }
        for name, action in actions.items():
            # Not `clicked.connect(action)`: it would be told whether the button is checked.
            self.by_name[name].clicked.connect(lambda _checked=False, action=action: action())
        self._trainer.table.changed.connect(self._on_changed)

    def add_shortcuts(self, place: QWidget) -> None:
        """Let the keys work wherever the focus is in the window, or nowhere, as when it has just opened: as
        long as `place` is seen."""
        for name, keys in KEYS.items():
            shortcut = QShortcut(QKeySequence(keys), place)
            shortcut.activated.connect(partial(self._on_key, name))

    def _on_key(self, name: str) -> None:
        """Act as a click, which takes the focus and so ends what was being typed: it counts for this run."""
        field = QApplication.focusWidget()
        if isinstance(field, NumberEdit):
            field.commit()
        self.by_name[name].click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where not all texts have room the last buttons are icons, so that those before them are read."""
        start, *others = self.by_name.values()
        room = self.width() - start.width() - GAP * len(others)
        with_text = len(others)
        while with_text and room < (
            sum(button.width_with_text() for button in others[:with_text])
            + ICON_ONLY * (len(others) - with_text)
        ):
            with_text -= 1
        for place, button in enumerate(others):
            button.set_icon_only(place >= with_text)

    @property
    def blocked_reason(self) -> str:
        """Why Start is off, where else it would be on; "" if it is not."""
        return self._trainer.document.blocked_reason if self._trainer.state.is_resting else ""

    @property
    def can_start(self) -> bool:
        """The first button would start a run, neither pause nor resume one."""
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
        for name, button in self.by_name.items():
            self._enable(button, self._can(name))
        self._show_start()
        self._show_tips()
        self.changed.emit()

    def _enable(self, button: QWidget, enabled: bool) -> None:
        """A button that goes off while it has the focus gets it back when it goes on again. Left to Qt, the
        next one has it, and the Space that was to go on ends the run."""
        if not enabled and button.hasFocus():
            self._left_by = button
            self.setFocus()
        button.setEnabled(enabled)
        if enabled and button is self._left_by and self.hasFocus():
            button.setFocus()

    def _can(self, name: str) -> bool:
        allowed = self._trainer.allowed
        if name in ("same_seed", "new_seed"):
            return "new_weights" in allowed
        return (self._start_means() if name == "start" else name) in allowed

    def _show_start(self) -> None:
        button, means = self.by_name["start"], self._start_means()
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
        button.setText(text)
        self._set_tip("start", self.blocked_reason or tip)
        self._icons.bind(button, icon, "on_accent")

    def _show_tips(self) -> None:
        """What the other buttons do, or why they cannot now."""
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
        set_tip(self.by_name[name], f"{tip} ({keys})")

    def _retranslate(self) -> None:
        self.by_name["step"].setText(self.tr("One iteration"))
        self.by_name["epoch"].setText(self.tr("One epoch"))
        self.by_name["stop"].setText(self.tr("Stop"))
        self.by_name["same_seed"].setText(self.tr("New weights"))
        self.by_name["new_seed"].setText(self.tr("New seed"))
        # The widest of its words keeps the other buttons where they are.
        start = self.by_name["start"]
        width = 0
        for word in (
            self.tr("Start"),
            self.tr("Pause"),
            self.tr("Resume"),
            self.tr("Continue"),
            self.tr("New run"),
        ):
            start.setText(word)
            width = max(width, start.sizeHint().width())
        start.setFixedWidth(width)
        self._fit()
        self._show()
