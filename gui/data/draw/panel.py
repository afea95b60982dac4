"""“Draw a digit”: the pad, and beside it what the network says while one draws.

A drawing is prepared as MNIST's makers prepared theirs, and that image is shown and asked about. Reading a
picture happens in another thread. What the network is, and which images there are, the model knows.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from core.errors import LabError
from core.inspection.digits import MNIST_SHAPE, PreparedDigit
from core.inspection.predictions import Prediction
from gui.data.draw.actions import DrawActions
from gui.data.draw.pad import DrawPad
from gui.data.draw.picture import read_picture
from gui.data.draw.prediction import Asker
from gui.data.draw.prediction_view import PredictionView
from gui.data.draw.tools import DrawTools
from gui.data.evaluation_texts import missing
from gui.data.model.change import DataChange
from gui.data.model.model import DataModel
from gui.jobs.jobs import Jobs
from gui.language.messages import sentence
from gui.language.numbers import count
from gui.look.icons import Icons
from gui.widgets.layouts import column_of, row_of
from gui.widgets.roles import set_hue, set_tip
from gui.widgets.translated import Translated

PICTURE_JOB = "data-picture"
PAD_SHARE = 0.5
NARROW = 376
LEAST_WIDTH, LEAST_HEIGHT = 260, 176
GAP = 12


class DrawPanel(Translated, QWidget):
    """`prepared` is the image that is asked about, `prediction` what the network says of it; None without."""

    message = Signal(str)  # for the status bar
    broke = Signal(object)  # an exception that nobody expected

    def __init__(self, model: DataModel, icons: Icons, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._jobs = jobs
        self.prepared: PreparedDigit | None = None
        self.prediction: Prediction | None = None
        self._refusal: LabError | None = None
        self._added: int | None = None
        self.pad = DrawPad(icons.theme)
        self.tools = DrawTools(icons)
        # A stack shows its first page at once: without a parent that would be a window of its own.
        self.view = PredictionView(icons.theme, self)
        self.said = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.actions_row = DrawActions(icons)
        self._asker = Asker(jobs, self._on_predicted, self._on_failed, self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()
        self._retranslate()
        self._name_labels()
        self._soon.start()

    def _build(self) -> None:
        self.said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        left = column_of((self.pad, 1), self.tools, spacing=6)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.said)
        self._stack.addWidget(self.view)
        right = column_of((self._stack, 1), self.actions_row, spacing=6)
        self.setLayout(row_of(left, (right, 1), spacing=GAP))

    def _connect(self) -> None:
        self.pad.drawing.changed.connect(self._on_drawn)
        self.pad.offered.connect(self.read)
        self.pad.refused.connect(self._on_nothing_pasted)
        self.tools.erasing_changed.connect(self.pad.set_erasing)
        self.tools.undo.clicked.connect(self.pad.drawing.undo)
        self.tools.clear.clicked.connect(self.pad.drawing.clear)
        self.actions_row.paste_asked.connect(self.pad.paste)
        self.actions_row.opened.connect(self.read)
        self.actions_row.add_asked.connect(self.add)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.pad.paste)
        self._soon.timeout.connect(self._ask)
        self._model.changed.connect(self._on_changed)

    def _on_changed(self, what: DataChange) -> None:
        if DataChange.SPLIT in what:
            self._name_labels()
        if what & (DataChange.SPLIT | DataChange.NETWORK):
            self._soon.start()

    # From hands to a prediction

    def _on_drawn(self) -> None:
        self._refusal = None
        self._added = None
        self._jobs.cancel(PICTURE_JOB)
        # One prediction for all movements that are waiting: asked when nothing else is.
        self._soon.start()

    def _name_labels(self) -> None:
        data = self._model.data
        classes = data.classes if data is not None and data.is_classification else 0
        self.actions_row.set_labels([self._model.class_name(label) for label in range(classes)])

    def _shape(self) -> tuple[int, int]:
        data = self._model.data
        return data.image_shape if data is not None and data.image_shape is not None else MNIST_SHAPE

    def _ask(self) -> None:
        self.prepared = self.pad.drawing.prepared(self._shape())
        network = self._model.network
        if self.prepared is None or network is None or self._problem():
            self._asker.forget()
            self.prediction = None
            self._show()
        else:
            self._asker.ask(network, self.prepared.image)

    def _on_predicted(self, prediction: Prediction) -> None:
        self.prediction = prediction
        self._show()

    def _on_failed(self, error: BaseException) -> None:
        self.prediction = None
        if isinstance(error, LabError):
            self._refusal = error
        else:
            self.broke.emit(error)
        self._show()

    # Pictures

    def read(self, source: QImage | str) -> None:
        """Put a picture on the pad; a sentence says why where it cannot be."""
        shape = self._shape()
        self._jobs.start(
            PICTURE_JOB, lambda: read_picture(source, shape), self.pad.drawing.put, self._on_failed
        )

    def _on_nothing_pasted(self) -> None:
        self.message.emit(self.tr("There is no picture to paste: copy one first."))

    # Test images

    def _can_add(self) -> bool:
        test = self._model.examples_of("test")
        fits = self._model.has_images and test is not None and test.x.dtype == np.uint8
        return fits and test is not None and test.t.ndim == 1 and self.prepared is not None

    def add(self, label: int) -> None:
        """Put the image behind the test images, and choose it there."""
        if not self._can_add() or self.prepared is None:
            return
        with self._model.action():
            row = self._model.add_test_image(self.prepared.image, label)
            self._model.show("test", row)
        self._added = row
        text = self.tr("Added as test image {index}, label {label}.")
        self.message.emit(text.format(index=count(row), label=self._model.class_name(label)))
        self._show()

    # What is shown

    def _problem(self) -> str:
        """Why nothing can be predicted, whatever is drawn."""
        if self._refusal is not None:
            return sentence(self._refusal)
        if self._model.data is not None and not self._model.has_images:
            return self.tr("These data are not images: choose mnist in Train, and draw a digit here.")
        return sentence(self._model.problem) if self._model.problem is not None else ""

    def _show(self) -> None:
        self.tools.undo.setEnabled(self.pad.drawing.can_undo)
        self.tools.clear.setEnabled(self.prepared is not None)
        self.actions_row.add.setEnabled(self._can_add())
        problem = self._problem()
        if self.prepared is None or self.prediction is None or problem:
            set_hue(self.said, "vermilion" if self._refusal is not None else "muted")
            self.said.setText(problem or self._waiting_text())
            self._stack.setCurrentIndex(0)
            return
        names = [self._model.class_name(label) for label in range(len(self.prediction.outputs))]
        self.view.show_prediction(self.prediction, self.prepared.image, names, self._note())
        self._stack.setCurrentIndex(1)

    def _waiting_text(self) -> str:
        if self.prepared is None:
            return self.tr("Nothing is drawn, so there is no prediction. It appears here while you draw.")
        return missing(self._model) or self.tr("The network is predicting …")

    def _note(self) -> str:
        if self._added is not None:
            return self.tr("test image {index}").format(index=count(self._added))
        predicted = self._model.predicted_by
        return self.tr("not trained yet") if predicted is not None and not predicted.iteration else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.height() - self.tools.sizeHint().height() - 6
        least = max(self.tools.minimumSizeHint().width(), self.pad.minimumSizeHint().width())
        self.pad.setFixedWidth(max(min(room, round(PAD_SHARE * self.width())), least))
        self.view.set_narrow(self.width() < NARROW)
        self.actions_row.set_narrow(self.width() < NARROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, LEAST_HEIGHT)

    def sizeHint(self) -> QSize:
        # Not what its parts ask for: they follow the width that it is given.
        return self.minimumSizeHint()

    def _retranslate(self) -> None:
        self.pad.set_hint(self.tr("Draw a digit here, or drop or paste a picture"))
        self.pad.setAccessibleName(self.tr("Drawing pad"))
        set_tip(
            self.pad,
            self.tr(
                "Draw with the left button, erase with the right one. Ctrl+Z takes a stroke back, Delete "
                "clears, Ctrl+V pastes a picture."
            ),
        )
        self._show()
