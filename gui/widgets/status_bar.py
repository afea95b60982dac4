"""The bar at the bottom: the data in use, what the engine does, the time left, and the last message."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from gui.widgets.elided_label import ElidedLabel
from gui.widgets.roles import set_role, set_tip
from gui.widgets.translated import Translated

HEIGHT = 30


class StatusPart(QWidget):
    """A quiet name and a value beside it. It grows with its value and does not shrink while values change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLabel()
        self._value = QLabel()
        set_role(self._name, "small")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self._name)
        layout.addWidget(self._value)
        layout.addStretch(1)

    def value(self) -> str:
        return self._value.text()

    def set_name(self, name: str) -> None:
        self._name.setText(name)

    def set_value(self, value: str) -> None:
        """An empty value hides the part and lets it begin narrow again."""
        self._value.setText(value)
        self.setVisible(bool(value))
        width = self.sizeHint().width() if value else 0
        self.setMinimumWidth(max(width, self.minimumWidth()) if value else 0)


class StatusBar(Translated, QStatusBar):
    """Three parts that always stand, and the last message at the right, which gives way first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setFixedHeight(HEIGHT)
        self._data = StatusPart()
        self._engine = StatusPart()
        self._time_left = StatusPart()
        self._message = ElidedLabel()
        set_role(self._message, "small")
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(10, 0, 10, 0)
        layout.setSpacing(24)
        for part in self.parts():
            layout.addWidget(part)
        layout.addWidget(self._message, 1)
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
        """The last message. It stays until the next one."""
        self._message.setText(text)

    def _retranslate(self) -> None:
        self._data.set_name(self.tr("Data"))
        self._engine.set_name(self.tr("Engine"))
        self._time_left.set_name(self.tr("Time left"))
