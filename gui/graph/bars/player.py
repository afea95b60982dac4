"""Plays a trace: a step, a pause, the next step, until the end. The model moves; this only keeps time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from gui.graph.model.change import GraphChange
from gui.graph.model.model import GraphModel

SPEEDS = (0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 5.0, 8.0, 12.0, 20.0)  # steps a second
USUAL = 3


class Player(QObject):
    """`changed`: it plays or stands still."""

    changed = Signal(bool)

    def __init__(self, model: GraphModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._speed = USUAL
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        self._is_awaited = False
        model.changed.connect(self._on_changed)
        model.failed.connect(self.pause)

    @property
    def is_playing(self) -> bool:
        return self._timer.isActive()

    @property
    def speed(self) -> float:
        """Steps a second."""
        return SPEEDS[self._speed]

    def set_speed(self, place: int) -> None:
        """`place` in SPEEDS."""
        self._speed = place
        self._timer.setInterval(round(1000 / self.speed))

    def play(self) -> None:
        """Play from here to the end; from the end, or before the first step, at once from the start."""
        trace = self._model.trace
        if trace is None or self._model.is_quiz or self.is_playing:
            return
        if self._model.position == len(trace.steps):
            self._model.to_start()
        self._timer.start(round(1000 / self.speed))
        self.changed.emit(True)

    def play_from_start(self) -> None:
        """Play from before the first step; what is about to be drawn is played as soon as it is."""
        self._is_awaited = self._model.is_busy or self._model.trace is None
        if not self._is_awaited:
            self._model.to_start()
            self.play()

    def pause(self) -> None:
        self._is_awaited = False
        if self.is_playing:
            self._timer.stop()
            self.changed.emit(False)

    def toggle(self) -> None:
        if self.is_playing:
            self.pause()
        else:
            self.play()

    def _on_tick(self) -> None:
        self._model.step()
        trace = self._model.trace
        if trace is None or self._model.position == len(trace.steps):
            self.pause()

    def _on_changed(self, what: GraphChange) -> None:
        is_awaited = self._is_awaited and GraphChange.GRAPH in what
        if GraphChange.GRAPH in what or (GraphChange.QUIZ in what and self._model.is_quiz):
            self.pause()
        if is_awaited:
            self.play()
