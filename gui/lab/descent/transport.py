"""Back, step and run through the updates, as in the Graph workspace: buttons and a slider over the count."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QSlider, QToolButton, QWidget

from gui.look.icons import Icons
from gui.widgets.layouts import row_of
from gui.widgets.roles import set_tip, with_role
from gui.widgets.translated import Translated

FRAME_MS = 33
RUN_FRAMES = 90
"""A whole run takes about three seconds, however many updates it has."""
LABEL_WIDTH = 150


class Transport(Translated, QWidget):
    """`asked` brings the number of updates that a person wants to see."""

    asked = Signal(int)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._at = self._last = 0
        self.start_button, self.back_button, self.step_button, self.run_button = (
            QToolButton() for _ in range(4)
        )
        icons.bind(self.start_button, "undo")
        icons.bind(self.back_button, "chevron-left")
        icons.bind(self.step_button, "chevron-right")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.label = with_role(QLabel(), "muted")
        self.label.setFixedWidth(LABEL_WIDTH)
        self.setLayout(
            row_of(
                self.start_button,
                self.back_button,
                self.step_button,
                self.run_button,
                (self.slider, 1),
                self.label,
                spacing=8,
            )
        )
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_frame)
        self.start_button.clicked.connect(lambda: self._ask(0))
        self.back_button.clicked.connect(lambda: self._ask(self._at - 1))
        self.step_button.clicked.connect(lambda: self._ask(self._at + 1))
        self.run_button.clicked.connect(self._on_run)
        self.slider.valueChanged.connect(self._ask)
        self._retranslate()

    @property
    def is_running(self) -> bool:
        return self._timer.isActive()

    def show_at(self, at: int, last: int) -> None:
        """Show how many updates are seen, of how many there are."""
        self._at, self._last = at, last
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, last)
            self.slider.setPageStep(max(last // 10, 1))
            self.slider.setValue(at)
        self.start_button.setEnabled(at > 0)
        self.back_button.setEnabled(at > 0)
        self.step_button.setEnabled(at < last)
        if at >= last:
            self.stop()
        self._say()

    def stop(self) -> None:
        """End a run; what is seen stays."""
        self._timer.stop()
        self._say()

    def _ask(self, at: int) -> None:
        self.stop()
        self.asked.emit(min(max(at, 0), self._last))

    def _on_run(self) -> None:
        if self.is_running:
            self.stop()
            return
        if self._at >= self._last:
            self.asked.emit(0)
        self._timer.start()
        self._say()

    def _on_frame(self) -> None:
        self.asked.emit(min(self._at + max(self._last // RUN_FRAMES, 1), self._last))

    def _say(self) -> None:
        runs = self.is_running
        self._icons.bind(self.run_button, "pause" if runs else "play")
        self.run_button.setAccessibleName(self.tr("Pause") if runs else self.tr("Run"))
        self.label.setText(self.tr("update {at} of {last}").format(at=self._at, last=self._last))

    def _retranslate(self) -> None:
        names = (
            (self.start_button, self.tr("To the start"), self.tr("Back to the start: no update.")),
            (self.back_button, self.tr("Back"), self.tr("One update back.")),
            (self.step_button, self.tr("Step"), self.tr("One update on.")),
            (self.run_button, self.tr("Run"), self.tr("Runs through all updates; a second press pauses.")),
        )
        for button, name, tip in names:
            button.setAccessibleName(name)
            set_tip(button, tip)
        self.slider.setAccessibleName(self.tr("Updates seen"))
        set_tip(self.slider, self.tr("How many updates are seen. More of them follow the ways further."))
        self._say()
