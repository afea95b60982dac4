"""“Draw a digit”: the pad, and beside it what the network says while one draws.

A drawing or a picture is prepared as the data set says, and the images that come of it are shown and asked
about, one for each digit. Reading a picture happens in another thread. What the network is, and which images
there are, the model knows.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from core.data import Preparation
from core.errors import LabError
from core.inspection.digits import MNIST_SHAPE
from core.inspection.parts import Box
from core.inspection.predictions import Prediction
from core.inspection.preparation import Handling, ShownImage
from gui.data.draw.actions import DrawActions
from gui.data.draw.pad import DrawPad
from gui.data.draw.picture import OpenedPicture, open_picture
from gui.data.draw.picture_tools import PictureTools
from gui.data.draw.prediction import Asker, Predicted
from gui.data.draw.prediction_view import PredictionView
from gui.data.draw.tools import DrawTools
from gui.data.evaluation_texts import missing
from gui.data.model.change import DataChange
from gui.data.model.model import DataModel
from gui.jobs.jobs import Jobs
from gui.language.messages import sentence
from gui.language.numbers import count
from gui.look.icons import Icons
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.layouts import column_of, row_of
from gui.widgets.roles import set_hue, set_tip, with_role
from gui.widgets.translated import Translated

PICTURE_JOB = "data-picture"
PAD_SHARE = 0.5
NARROW = 376
LEAST_WIDTH, LEAST_HEIGHT = 260, 176
GAP = 12


class DrawPanel(Translated, QWidget):
    """`images` are what the network is asked about, in the order of reading, and `predictions` what it says
    of them; `prepared` and `prediction` are those of the one that is shown at length, None without."""

    message = Signal(str)  # for the status bar
    broke = Signal(object)  # an exception that nobody expected
    trace_asked = Signal(object, int)  # the image (h, w), 0 ground to 255 ink, and its label

    def __init__(self, model: DataModel, icons: Icons, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._jobs = jobs
        self.images: tuple[ShownImage, ...] = ()
        self.predictions: Predicted = ()
        self.chosen = 0
        self._refusal: LabError | None = None
        self._kept: int | None = None
        self.pad = DrawPad(icons.theme, model.drawings.undo_stack)
        self.tools = DrawTools(icons)
        # A stack shows its first page at once: without a parent that would be a window of its own.
        self.picture_tools = PictureTools(icons)
        self.done = with_role(ElidedLabel(), "small")
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

    @property
    def prepared(self) -> ShownImage | None:
        return self.images[self.chosen] if self.images else None

    @property
    def prediction(self) -> Prediction | None:
        return self.predictions[self.chosen] if self.predictions else None

    def _build(self) -> None:
        self.said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        left = column_of((self.pad, 1), self.picture_tools, self.tools, spacing=6)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.said)
        self._stack.addWidget(self.view)
        prepared = row_of(self.picture_tools.preparation, (self.done, 1), spacing=8)
        right = column_of((self._stack, 1), prepared, self.actions_row, spacing=6)
        self.setLayout(row_of(left, (right, 1), spacing=GAP))

    def _connect(self) -> None:
        self.pad.drawing.changed.connect(self._on_drawn)
        self.pad.offered.connect(self.read)
        self.pad.refused.connect(self._on_nothing_pasted)
        self.tools.erasing_changed.connect(self.pad.set_erasing)
        self.pad.cropped.connect(self._on_cropped)
        self.picture_tools.crop.toggled.connect(self.pad.set_cropping)
        self.picture_tools.turn.clicked.connect(self._on_turn)
        self.picture_tools.invert.clicked.connect(self._on_invert)
        self.picture_tools.preparation_chosen.connect(self._on_preparation)
        self.view.row.chosen.connect(self._on_digit)
        self.tools.undo.clicked.connect(self._model.drawings.undo_stack.undo)
        self._model.drawings.undo_stack.canUndoChanged.connect(self.tools.undo.setEnabled)
        self.tools.clear.clicked.connect(self.pad.drawing.clear)
        self.actions_row.paste_asked.connect(self.pad.paste)
        self.actions_row.opened.connect(self.read)
        self.actions_row.keep_asked.connect(self.keep)
        self.actions_row.trace_asked.connect(self._on_trace)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.pad.paste)
        self._soon.timeout.connect(self._ask)
        self._model.changed.connect(self._on_changed)

    def _on_changed(self, what: DataChange) -> None:
        if DataChange.SPLIT in what:
            self._name_labels()
        if DataChange.DRAWINGS in what:
            self._kept = None
        if what & (DataChange.SPLIT | DataChange.DRAWINGS | DataChange.NETWORK):
            self._soon.start()

    # From hands to a prediction

    def _on_drawn(self) -> None:
        self._refusal = None
        self._kept = None
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

    def _preparation(self) -> Preparation:
        return self._model.data.preparation if self._model.data is not None else "digits"

    def _ask(self) -> None:
        self.images = self.pad.drawing.prepared(self._shape(), self._preparation())
        network = self._model.network
        if len(self.images) != len(self.predictions):
            self.predictions = ()
            self.chosen = 0
        if not self.images or network is None or self._problem():
            self._asker.forget()
            self.predictions = ()
            self._show()
        else:
            self._asker.ask(network, tuple(shown.image for shown in self.images))

    def _on_predicted(self, predictions: Predicted) -> None:
        if len(predictions) == len(self.images):  # else it is of an older drawing
            self.predictions = predictions
            self._show()

    def _on_digit(self, number: int) -> None:
        self.chosen = number
        self._show()

    def _on_failed(self, error: BaseException) -> None:
        self.predictions = ()
        if isinstance(error, LabError):
            self._refusal = error
        else:
            self.broke.emit(error)
        self._show()

    # Pictures

    def read(self, source: QImage | str) -> None:
        """Put a picture on the pad; a sentence says why where it cannot be."""
        shape, handling = self._shape(), Handling(self._preparation())
        self._jobs.start(
            PICTURE_JOB, lambda: open_picture(source, shape, handling), self._put, self._on_failed
        )

    def _put(self, picture: OpenedPicture) -> None:
        self.picture_tools.crop.setChecked(False)
        self.chosen = 0
        self.pad.drawing.put(picture)
        self._show()
        self.message.emit(self.done.text())

    def _handle(self, handling: Handling) -> None:
        """Prepare the picture on the pad anew, handled so."""
        picture = self.pad.drawing.picture
        if picture is not None:
            self._jobs.start(PICTURE_JOB, lambda: picture.handled(handling), self._put, self._on_failed)

    def _on_cropped(self, box: Box) -> None:
        picture = self.pad.drawing.picture
        if picture is not None:
            self._handle(picture.cropped(box))

    def _on_turn(self) -> None:
        picture = self.pad.drawing.picture
        if picture is not None:
            self._handle(picture.turned())

    def _on_invert(self) -> None:
        picture = self.pad.drawing.picture
        if picture is not None:
            self._handle(picture.inverted())

    def _on_preparation(self, preparation: Preparation) -> None:
        picture = self.pad.drawing.picture
        if picture is not None:
            self._handle(replace(picture.handling, preparation=preparation))

    def _on_nothing_pasted(self) -> None:
        self.message.emit(self.tr("There is no picture to paste: copy one first."))

    # Kept drawings, and the graph

    def _can_keep(self) -> bool:
        return self._model.drawings.can_be_kept and self._model.data is not None and self.prepared is not None

    def keep(self, label: int) -> None:
        """Put the image among the drawings. What is looked at, and the filter, stay."""
        if not self._can_keep() or self.prepared is None:
            return
        row = self._model.drawings.keep(self.prepared.image, label, self.tr("Keep a drawing"))
        self._kept = row
        text = self.tr("Kept as drawing {index}, label {label}. “drawings” at the left shows it.")
        self.message.emit(text.format(index=count(row), label=self._model.class_name(label)))
        self._show()

    def _on_trace(self, label: int) -> None:
        if self.prepared is not None:
            self.trace_asked.emit(self.prepared.image, label)

    # What is shown

    def _problem(self) -> str:
        """Why nothing can be predicted, whatever is drawn."""
        if self._refusal is not None:
            return sentence(self._refusal)
        data = self._model.data
        if data is not None and not self._model.has_images and self.pad.drawing.picture is not None:
            text = self.tr(
                "The picture is open, but the network takes {values} numbers that are not the pixels of an "
                "image. Choose mnist in Train, and the picture is predicted here."
            )
            return text.format(values=count(data.input_size))
        if data is not None and not self._model.has_images:
            return self.tr("These data are not images: choose MNIST in Train, and draw a digit here.")
        return sentence(self._model.problem) if self._model.problem is not None else ""

    def _show(self) -> None:
        self.tools.clear.setEnabled(self.prepared is not None)
        self._show_picture()
        self.actions_row.keep.setEnabled(self._can_keep())
        self.actions_row.trace.setEnabled(self._can_keep() and self.prediction is not None)
        problem = self._problem()
        if self.prepared is None or self.prediction is None or problem:
            set_hue(self.said, "vermilion" if self._refusal is not None else "muted")
            self.said.setText(problem or self._waiting_text())
            self._stack.setCurrentIndex(0)
            self.view.row.show_digits([], 0)
            self.pad.show_answers([], 0)
            return
        self._show_digits()
        names = [self._model.class_name(label) for label in range(len(self.prediction.outputs))]
        self.view.show_prediction(self.prediction, self.prepared.image, names, self._note())
        self._stack.setCurrentIndex(1)

    def _show_picture(self) -> None:
        """The tools of a picture, and what was done to it."""
        picture = self.pad.drawing.picture
        for part in (self.picture_tools, self.picture_tools.preparation):
            part.setVisible(picture is not None)
        if picture is None:
            self.picture_tools.crop.setChecked(False)
        else:
            done = " ".join(map(sentence, (*picture.read.remarks, *picture.prepared.done)))
            self.picture_tools.show_preparation(picture.handling.preparation, done)
            self.done.setText(done)
            self.done.setToolTip(done)
            self.pad.setAccessibleDescription(done)
        self._set_widths()

    def _show_digits(self) -> None:
        """Each digit with its own answer."""
        answers = [self._model.class_name(said.predicted) for said in self.predictions]
        self.pad.show_answers(answers, self.chosen)
        sure = [self.view.sure_text(said) for said in self.predictions]
        self.view.show_digits(list(zip(answers, sure, strict=True)), self.chosen)

    def _waiting_text(self) -> str:
        if self.prepared is None:
            return self.tr("Nothing is drawn, so there is no prediction. It appears here while you draw.")
        return missing(self._model) or self.tr("The network is predicting …")

    def _note(self) -> str:
        if self._kept is not None:
            return self.tr("drawing {index}").format(index=count(self._kept))
        predicted = self._model.predicted_by
        return self.tr("not trained yet") if predicted is not None and not predicted.iteration else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_widths()

    def _set_widths(self) -> None:
        has_picture = self.pad.drawing.picture is not None
        rows = [self.tools, self.picture_tools] if has_picture else [self.tools]
        self.done.setVisible(has_picture and self.width() >= NARROW)  # else a tooltip says it alone
        room = self.height() - sum(row.sizeHint().height() + 6 for row in rows)
        least = max(*(row.minimumSizeHint().width() for row in rows), self.pad.minimumSizeHint().width())
        self.view.set_narrow(self.width() < NARROW)
        self.actions_row.set_narrow(self.width() < NARROW)
        beside = self.width() - GAP - self.actions_row.minimumSizeHint().width()
        self.pad.setFixedWidth(max(min(room, beside, round(PAD_SHARE * self.width())), least))

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
