"""“Draw a digit”: the pad, and beside it what the network says while one draws.

A drawing is prepared as MNIST's makers prepared theirs, and that image is shown and asked about. Reading a
picture happens in another thread. What the network is, and which images there are, the model knows.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import LabError
from core.inspection.digits import MNIST_SHAPE, PreparedDigit
from core.inspection.predictions import Answer
from gui.data.draw_answer import Asker
from gui.data.draw_columns import OutputColumns
from gui.data.draw_pad import DrawPad
from gui.data.draw_picture import read_picture
from gui.data.draw_preview import PixelView
from gui.data.draw_tinted import TintedLabel
from gui.data.draw_tools import DrawTools
from gui.data.model import DataModel
from gui.icons import Icons
from gui.messages import sentence
from gui.widgets.numbers import count, number, percent
from gui.widgets.roles import set_role, set_tip
from gui.workers.jobs import Jobs

PICTURE_JOB = "data-picture"
PREVIEW_SIDE = 56
PAD_SHARE = 0.5
NARROW = 376
LEAST_WIDTH, LEAST_HEIGHT = 304, 176


class DrawPanel(QWidget):
    """`prepared` is the image that is asked about, `answer` what the network says of it; None without."""

    message = Signal(str)  # for the status bar
    broke = Signal(object)  # an exception that nobody expected

    def __init__(self, model: DataModel, icons: Icons, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._jobs = jobs
        self.prepared: PreparedDigit | None = None
        self.answer: Answer | None = None
        self._refusal: LabError | None = None
        self._added: int | None = None
        theme = icons.theme
        self.pad = DrawPad(theme)
        self.tools = DrawTools(icons)
        self.digit = TintedLabel(theme, "blue")
        self.sure = QLabel()
        self.note = QLabel()
        self.preview = PixelView(theme, PREVIEW_SIDE)
        self._preview_name = QLabel()
        self.columns = OutputColumns(theme)
        self.said = TintedLabel(theme, "muted")
        self.add_button = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self.picture_button = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        icons.bind(self.picture_button, "folder-open")
        self.add_menu = QMenu(self)
        self.picture_menu = QMenu(self)
        self._paste = self.picture_menu.addAction("")
        self._open = self.picture_menu.addAction("")
        self._asker = Asker(jobs, self._on_answered, self._on_failed, self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        set_role(self.digit, "display")
        set_role(self._preview_name, "small")
        set_role(self.note, "small")
        self.note.setWordWrap(True)
        self.said.setWordWrap(True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self._paste.setShortcut(QKeySequence.StandardKey.Paste)
        self._paste.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.add_button.setMenu(self.add_menu)
        self.picture_button.setMenu(self.picture_menu)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.pad, 1)
        left.addWidget(self.tools)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.digit)
        words.addWidget(self.sure)
        words.addWidget(self.note)
        words.addStretch(1)
        seen = QVBoxLayout()
        seen.setSpacing(2)
        seen.addWidget(self._preview_name, 0, Qt.AlignmentFlag.AlignRight)
        seen.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignRight)
        seen.addStretch(1)
        answer = QWidget()
        whole = QVBoxLayout(answer)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addLayout(seen)
        whole.addLayout(head)
        whole.addWidget(self.columns, 1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.said)
        self._stack.addWidget(answer)
        actions = QHBoxLayout()
        actions.setSpacing(6)
        for button in (self.add_button, self.picture_button):
            actions.addWidget(button)
        actions.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addLayout(self._stack, 1)
        right.addLayout(actions)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(left)
        layout.addLayout(right, 1)

    def _connect(self) -> None:
        self.pad.drawing.changed.connect(self._on_drawn)
        self.pad.offered.connect(self.read)
        self.pad.refused.connect(self._on_nothing_pasted)
        self.tools.erasing_changed.connect(self.pad.set_erasing)
        self.tools.undo.clicked.connect(self.pad.drawing.undo)
        self.tools.clear.clicked.connect(self.pad.drawing.clear)
        self._paste.triggered.connect(self.pad.paste)
        self._open.triggered.connect(self._on_open)
        self.add_menu.triggered.connect(lambda action: self.add(action.data()))
        self._soon.timeout.connect(self._ask)
        self._model.network_changed.connect(self._soon.start)
        self._model.split_changed.connect(self._on_examples)

    # From hands to an answer

    def _on_drawn(self) -> None:
        self._refusal = None
        self._added = None
        self._jobs.cancel(PICTURE_JOB)
        # One answer for all movements that are waiting: asked when nothing else is.
        self._soon.start()

    def _on_examples(self) -> None:
        self._offer_labels()
        self._soon.start()

    def _shape(self) -> tuple[int, int]:
        data = self._model.data
        return data.image_shape if data is not None and data.image_shape is not None else MNIST_SHAPE

    def _ask(self) -> None:
        self.prepared = self.pad.drawing.prepared(self._shape())
        network = self._model.network
        if self.prepared is None or network is None or self._problem():
            self._asker.forget()
            self.answer = None
            self._show()
        else:
            self._asker.ask(network, self.prepared.image)

    def _on_answered(self, answer: Answer) -> None:
        self.answer = answer
        self._show()

    def _on_failed(self, error: BaseException) -> None:
        self.answer = None
        if isinstance(error, LabError):
            self._refusal = error
        else:
            self.broke.emit(error)
        self._show()

    # Pictures

    def read(self, source: QImage | str) -> None:
        """Put a picture on the pad; a sentence says why where it cannot be."""
        shape = self._shape()
        self._jobs.start(PICTURE_JOB, lambda: read_picture(source, shape), self._on_read, self._on_failed)

    def _on_read(self, picture: PreparedDigit) -> None:
        self.pad.drawing.put(picture)

    def _on_nothing_pasted(self) -> None:
        self.message.emit(self.tr("There is no picture to paste: copy one first."))

    def _on_open(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a picture of a digit"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Pictures (*.png *.jpg *.jpeg *.bmp *.gif)"), self.tr("All files (*)")]
        )
        dialog.fileSelected.connect(self.read)
        dialog.open()

    # Test images

    def _can_add(self) -> bool:
        test = self._model.examples_of("test")
        fits = self._model.has_images and test is not None and test.x.dtype == np.uint8
        return fits and test is not None and test.t.ndim == 1 and self.prepared is not None

    def add(self, label: int) -> None:
        """Put the image behind the test images, and choose it there."""
        if not self._can_add() or self.prepared is None:
            return
        row = self._model.add_test_image(self.prepared.image, label)
        self._model.show("test", row)
        self._added = row
        self.message.emit(
            self.tr("Added as test image {index}, label {label}.").format(
                index=count(row), label=self._model.class_name(label)
            )
        )
        self._show()

    def _offer_labels(self) -> None:
        self.add_menu.clear()
        data = self._model.data
        for label in range(data.classes if data is not None and data.is_classification else 0):
            self.add_menu.addAction(self._model.class_name(label)).setData(label)

    # What is shown

    def _problem(self) -> str:
        """Why nothing can be answered, whatever is drawn."""
        if self._refusal is not None:
            return sentence(self._refusal)
        if self._model.data is not None and not self._model.has_images:
            return self.tr("These data are no images: choose mnist in Train, and draw a digit here.")
        return sentence(self._model.problem) if self._model.problem is not None else ""

    def _show(self) -> None:
        self.tools.undo.setEnabled(self.pad.drawing.can_undo)
        self.tools.clear.setEnabled(self.prepared is not None)
        self.add_button.setEnabled(self._can_add())
        self.preview.set_pixels(self.prepared.image if self.prepared is not None else None)
        problem = self._problem()
        self.said.set_color("vermilion" if self._refusal is not None else "muted")
        if self.answer is None or problem:
            self.said.setText(problem or self._waiting_text())
            self._stack.setCurrentIndex(0)
            return
        self._stack.setCurrentIndex(1)
        self._show_answer(self.answer)

    def _waiting_text(self) -> str:
        if self.prepared is None:
            return self.tr("Nothing is drawn, so there is no answer. It appears here while you draw.")
        return self.tr("The network is being asked …")

    def _show_answer(self, answer: Answer) -> None:
        name = self._model.class_name
        shares = answer.meaning != "scores"
        known = bool(np.isfinite(answer.outputs).all())
        self.digit.setText(name(answer.label) if known else "–")
        if not known:
            self.sure.setText(self.tr("not finite: no answer"))
        elif shares:
            self.sure.setText(self.tr("{share} sure").format(share=percent(answer.confidence, 0)))
        else:
            self.sure.setText(self.tr("output {value}").format(value=number(answer.confidence, 3)))
        self.sure.setToolTip(repr(answer.confidence))
        self.note.setText(self._note())
        self.note.setVisible(bool(self.note.text()))
        names = [name(label) for label in range(len(answer.outputs))]
        self.columns.set_outputs(answer.outputs, names, as_shares=shares)
        self.setAccessibleDescription(f"{self.digit.text()}, {self.sure.text()}")

    def _note(self) -> str:
        if self._added is not None:
            return self.tr("test image {index}").format(index=count(self._added))
        answered = self._model.answered
        if answered is not None and answered.iteration == 0:
            return self.tr("a guess: not trained")
        return ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.height() - self.tools.sizeHint().height() - 6
        side = min(room, round(PAD_SHARE * self.width()))
        least = max(self.tools.minimumSizeHint().width(), self.pad.minimumSizeHint().width())
        self.pad.setFixedWidth(max(side, least))
        self._name_by_room()

    def _name_by_room(self) -> None:
        """In a narrow place the caption goes, and the button has its short name; the tooltips have all."""
        is_narrow = self.width() < NARROW
        self._preview_name.setVisible(not is_narrow)
        self.add_button.setText(self.tr("Add …") if is_narrow else self.tr("Add as a test image"))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, LEAST_HEIGHT)

    def sizeHint(self) -> QSize:
        # Not what its parts ask for: they follow the width that it is given.
        return self.minimumSizeHint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

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
        self._preview_name.setText(self.tr("as the network sees it"))
        self.preview.setAccessibleName(self.tr("The drawing as the network sees it"))
        set_tip(
            self.preview,
            self.tr(
                "The drawing, made as the images of MNIST were: scaled into a box of 20 × 20 and laid on "
                "28 × 28 with its centre of mass in the middle."
            ),
        )
        self.columns.setAccessibleName(self.tr("Outputs of the network, class by class"))
        self._name_by_room()
        self.add_button.setAccessibleName(self.tr("Add as a test image"))
        set_tip(
            self.add_button,
            self.tr(
                "Puts the drawing behind the test images, with the label that you choose. There it can be "
                "browsed, and followed if it is a mistake."
            ),
        )
        self.picture_button.setAccessibleName(self.tr("Take a picture"))
        set_tip(
            self.picture_button,
            self.tr("Take a picture instead of drawing: dark on light and light on dark are read alike."),
        )
        self._paste.setText(self.tr("Paste"))
        self._open.setText(self.tr("Open a file …"))
        self._offer_labels()
        self._show()
