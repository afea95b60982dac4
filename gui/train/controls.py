"""The bar above the plots: the buttons of the trainer, how far the run is, and the accuracy in large figures.

Which button can be pressed is the trainer's to know (`allowed`). Every place is reserved: nothing moves when
the state changes.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.training.events import Evaluation
from gui.document import Document
from gui.icons import Icons
from gui.run import Run
from gui.train.colored_label import ColoredLabel
from gui.train.progress_text import ProgressText
from gui.train.push_button import GivingButton
from gui.training import Trainer
from gui.training_state import State
from gui.widgets.card import Card
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.numbers import number, percent
from gui.widgets.roles import set_role, set_tip
from gui.workers.recorder import Batch

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
PROGRESS_STEPS = 1000
FIGURE_WIDTH = 112
FIGURE_HEIGHT = 28
LINE_HEIGHT = 18
SIGN_SIZE = 14


class ControlsBar(Card):
    """`buttons` by the names of KEYS. The first of them starts, pauses and goes on. `changed`: other buttons
    can be pressed."""

    changed = Signal()

    def __init__(
        self, document: Document, trainer: Trainer, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._document = document
        self._trainer = trainer
        self._icons = icons
        self._refusal = ""
        self._batch: Batch | None = None
        self._run: Run | None = None
        self._progress_text = ProgressText(self)
        self.buttons: dict[str, QPushButton] = {name: GivingButton() for name in KEYS}
        self.progress = QProgressBar(textVisible=False, maximum=PROGRESS_STEPS)
        self.sign = QLabel()
        self.progress_label = ColoredLabel(icons.theme)
        self.figure = ColoredLabel(icons.theme, "green")
        self.figure_name = ElidedLabel()
        self._build()
        self._connect()
        self._draw_sign()
        self._retranslate()
        self._show_allowed()

    def _build(self) -> None:
        for name, button in self.buttons.items():
            self._icons.bind(button, _ICONS[name], "on_accent" if name == "start" else "text")
        set_role(self.buttons["start"], "primary")
        set_role(self.progress_label, "small")
        set_role(self.figure, "display")
        set_role(self.figure_name, "small")
        self.figure.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.figure_name.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        amount = QVBoxLayout()
        amount.setSpacing(4)
        amount.addWidget(self.progress)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.sign)
        line.addWidget(self.progress_label, 1)
        amount.addLayout(line)
        self.progress_label.setMinimumHeight(LINE_HEIGHT)
        self.figure.setMinimumHeight(FIGURE_HEIGHT)
        figure = QVBoxLayout()
        figure.setSpacing(0)
        figure.addStretch(1)
        figure.addWidget(self.figure)
        figure.addWidget(self.figure_name)
        figure.addStretch(1)
        self.figure_name.setFixedWidth(FIGURE_WIDTH)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        grid.addLayout(row, 0, 0)
        grid.addLayout(amount, 1, 0)
        grid.addLayout(figure, 0, 1, 2, 1)
        grid.setColumnStretch(0, 1)
        self.body.addLayout(grid)
        self.set_margins(16, 10)

    def set_margins(self, across: int, down: int) -> None:
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(across, down, across, down)
        layout.setSpacing(0)

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
            self.buttons[name].clicked.connect(lambda _checked=False, action=action: action())
        self._icons.theme.changed.connect(self._draw_sign)
        self._trainer.state_changed.connect(self._on_state_changed)
        self._trainer.allowed_changed.connect(self._show_allowed)
        self._trainer.published.connect(self._on_published)
        self._document.experiment_changed.connect(self._show_progress)
        self._document.problems_changed.connect(self._show_allowed)
        self._document.data_changed.connect(self._show_progress)
        self._document.runs_changed.connect(self._on_runs_changed)

    def add_shortcuts(self, place: QWidget) -> None:
        """Let the keys work wherever the focus is within `place`."""
        for name, keys in KEYS.items():
            shortcut = QShortcut(QKeySequence(keys), place)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.buttons[name].click)

    def set_refusal(self, sentence: str) -> None:
        """A text in a form that is no number, and so keeps a run from being started."""
        self._refusal = sentence
        self._show_allowed()

    @property
    def blocked_reason(self) -> str:
        """Why Start is off, where it could be on."""
        return self._trainer.blocked_reason or self._refusal

    # From the trainer

    def _on_start(self) -> None:
        {"start": self._trainer.start, "pause": self._trainer.pause, "resume": self._trainer.resume}[
            self._start_means()
        ]()

    def _start_means(self) -> str:
        if self._trainer.state is State.PAUSED:
            return "resume"
        return "pause" if self._trainer.state in (State.RUNNING, State.STOPPING) else "start"

    def _on_state_changed(self, _state: object) -> None:
        self._show_allowed()
        self._show_progress()

    def _on_published(self, batch: Batch) -> None:
        self._batch = batch
        if batch.evaluations:
            self._show_figure()
        self._show_progress()

    def _on_runs_changed(self) -> None:
        if self._document.current_run is not self._run:
            self._run = self._document.current_run
            self._batch = None
        self._show_progress()
        self._show_figure()

    # What is shown

    def _show_allowed(self, *_: object) -> None:
        allowed = self._trainer.allowed
        begins = self._trainer.state in (State.IDLE, State.ENDED) and not self._refusal
        for name, button in self.buttons.items():
            if name == "start":
                on = self._start_means() in allowed and (self._start_means() != "start" or begins)
            elif name in ("same_seed", "new_seed"):
                on = "new_weights" in allowed
            else:
                on = name in allowed and (begins or self._trainer.state not in (State.IDLE, State.ENDED))
            button.setEnabled(on)
        self._show_start()
        self._show_steps()
        self._show_progress()
        self.changed.emit()

    def _show_start(self) -> None:
        button, means = self.buttons["start"], self._start_means()
        text, icon, tip = {
            "start": (self.tr("Start"), "play", self.tr("Train from fresh weights to the end of the run.")),
            "pause": (
                self.tr("Pause"),
                "pause",
                self.tr("Wait after this iteration. The plots and settings stay; it can go on."),
            ),
            "resume": (self.tr("Resume"), "play", self.tr("Go on where the run was paused.")),
        }[means]
        button.setText(text)
        if means == "start" and self.blocked_reason:
            tip = self.blocked_reason
        self._set_tip("start", tip)
        self._icons.bind(button, icon, "on_accent")

    def _show_steps(self) -> None:
        """What the buttons that go a part of the way do, or why they cannot."""
        over = self._trainer.state is State.ENDED
        tips = {
            "step": self.tr(
                "One iteration: a mini-batch, its gradient, one update. Then a pause, and what happened."
            ),
            "epoch": self.tr("On to the next measurement, an epoch further, then a pause."),
        }
        for name, tip in tips.items():
            self._set_tip(name, self.tr("This run is over: take new weights first.") if over else tip)

    def _show_progress(self, *_: object) -> None:
        run, data = self._run, self._document.data
        text = self._progress_text
        resting = self._trainer.state in (State.IDLE, State.ENDED)
        blocked = self.blocked_reason if resting else ""
        self.progress_label.set_color("vermilion" if blocked else "muted")
        self.sign.setVisible(bool(blocked))
        if blocked:
            self.progress_label.setText(self.tr("Start is off. {reason}").format(reason=blocked))
            return
        if self._trainer.waits_for_data:
            self.progress.setValue(0)
            self.progress_label.setText(text.waiting())
        elif run is None:
            self.progress.setValue(0)
            self.progress_label.setText(text.ready(self._document.experiment.training, data))
        else:
            done = run.log.last_iteration
            share = done / run.total_iterations if run.total_iterations else 0.0
            self.progress.setValue(round(PROGRESS_STEPS * share))
            self.progress_label.setText(text.of_run(run, data, self._trainer.state, self._batch))

    def _show_figure(self) -> None:
        """The newest evaluation: test accuracy; without a test set that of the training set; of a regression
        the loss."""
        evaluation = self._last_evaluation()
        if evaluation is None:
            self.figure.setText("")
            self.figure.setToolTip("")
            self.figure_name.setText(self.tr("test accuracy"))
            return
        for value, name in (
            (evaluation.test_accuracy, self.tr("test accuracy")),
            (evaluation.train_accuracy, self.tr("training accuracy")),
        ):
            if value is not None:
                self._show_number(value, percent(value))
                self.figure_name.setText(name)
                return
        loss = evaluation.train_loss if evaluation.test_loss is None else evaluation.test_loss
        self._show_number(loss, number(loss, 4))
        train_only = evaluation.test_loss is None
        self.figure_name.setText(self.tr("training loss") if train_only else self.tr("test loss"))

    def _show_number(self, value: float, text: str) -> None:
        self.figure.setText(text)
        self.figure.setToolTip(repr(value))  # all of its digits

    def _last_evaluation(self) -> Evaluation | None:
        evaluations = self._run.log.evaluations if self._run is not None else []
        return evaluations[-1] if evaluations else None

    def _set_tip(self, name: str, tip: str) -> None:
        keys = QKeySequence(KEYS[name]).toString(QKeySequence.SequenceFormat.NativeText)
        set_tip(self.buttons[name], f"{tip} ({keys})")

    def _draw_sign(self) -> None:
        ratio = self.devicePixelRatioF()
        self.sign.setPixmap(self._icons.pixmap("triangle-alert", "vermilion", SIGN_SIZE, ratio))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.buttons["step"].setText(self.tr("One step"))
        self.buttons["epoch"].setText(self.tr("One epoch"))
        for name, text, tip in (
            (
                "stop",
                self.tr("Stop"),
                self.tr("End this run and measure the network as it is. It cannot go on."),
            ),
            (
                "same_seed",
                self.tr("New weights"),
                self.tr("Back to the initial weights of the same seed: the next run begins alike."),
            ),
            (
                "new_seed",
                self.tr("New seed"),
                self.tr("Other initial weights and batches: the seed goes up by one."),
            ),
        ):
            self.buttons[name].setText(text)
            self._set_tip(name, tip)
        # The widest of its three words keeps the other buttons where they are.
        start = self.buttons["start"]
        width = 0
        for word in (self.tr("Start"), self.tr("Pause"), self.tr("Resume")):
            start.setText(word)
            width = max(width, start.sizeHint().width())
        start.setFixedWidth(width)
        self._show_start()
        self._show_steps()
        self._show_progress()
        self._show_figure()
