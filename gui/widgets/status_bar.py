"""The bar at the bottom: the data in use, what the engine does, the time left, and the last message."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QWidget

from gui.widgets.elided_label import ElidedLabel
from gui.widgets.layouts import Stretch, holding, row_of
from gui.widgets.roles import set_tip, with_role
from gui.widgets.translated import Translated

HEIGHT = 30
MESSAGE_MS = 20_000
"""How long a message stands, in milliseconds: what was said minutes ago reads as if it were of now."""


class StatusPart(QWidget):
    """A quiet name and a value beside it. It grows with its value and does not shrink while values change."""

    def __init__(self, parent: QWidget | None = None, *, gives_way: bool = False) -> None:
        """`gives_way`: what is too long ends in “…”."""
        super().__init__(parent)
        self._gives_way = gives_way
        self._name = with_role(QLabel(), "small")
        self._value = ElidedLabel() if gives_way else QLabel()
        self.setLayout(row_of(self._name, self._value, Stretch(1), spacing=5))

    def value(self) -> str:
        return self._value.text()

    def set_name(self, name: str) -> None:
        self._name.setText(name)

    def set_value(self, value: str) -> None:
        """An empty value hides the part and lets it begin narrow again."""
        self._value.setText(value)
        self.setVisible(bool(value))
        if self._gives_way:
            return
        width = self.sizeHint().width() if value else 0
        self.setMinimumWidth(max(width, self.minimumWidth()) if value else 0)


class StatusBar(Translated, QStatusBar):
    """Three parts that always stand, and the last message at the right, which gives way first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setFixedHeight(HEIGHT)
        self._data = StatusPart(gives_way=True)  # a folder may have a long name
        self._engine = StatusPart()
        self._time_left = StatusPart()
        self._message = with_role(ElidedLabel(), "small")
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._clearing = QTimer(self, singleShot=True, interval=MESSAGE_MS)
        self._clearing.timeout.connect(self._message.clear)
        line = holding(row_of(*self.parts(), (self._message, 1), spacing=24, margins=(10, 0, 10, 0)))
        self.addWidget(line, 1)
        self._retranslate()
        for part in self.parts():
            part.set_value("")

    def parts(self) -> tuple[StatusPart, StatusPart, StatusPart]:
        return self._data, self._engine, self._time_left

    def data(self) -> str:
        return self._data.value()

    def engine(self) -> str:
        return self._engine.value()

    def time_left(self) -> str:
        return self._time_left.value()

    def message(self) -> str:
        return self._message.text()

    def set_data(self, text: str) -> None:
        """The data set in use, as `MNIST 60,000 + 10,000`."""
        self._data.set_value(text)

    def set_engine(self, text: str, tip: str = "") -> None:
        """What the engine does, as `idle` or `iteration 12,400 · 321,000 images a second`."""
        self._engine.set_value(text)
        if tip != self._engine.accessibleDescription():
            set_tip(self._engine, tip)

    def set_time_left(self, text: str) -> None:
        """The time left, as `6 s`; empty while nothing runs."""
        self._time_left.set_value(text)

    def set_message(self, text: str) -> None:
        """The last message. It stays until the next one, or a while."""
        self._message.setText(text)
        self._clearing.start()

    def _retranslate(self) -> None:
        self._message.clear()  # it is of a moment, in the language of that moment
        self._data.set_name(self.tr("Data"))
        self._engine.set_name(self.tr("Engine"))
        self._time_left.set_name(self.tr("Time left"))
        self._message.clear()  # nobody can say it again in the new language
