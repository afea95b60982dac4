"""The page “Follow a mistake”: from a wrong prediction, through its probabilities and their gradient, to
one update of a copy of the network, and what that changes.

It shows the image that is chosen in the model, if it is a mistake; `MistakeFollower` computes.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from core.errors import LabError
from gui.data.evaluation_texts import missing
from gui.data.mistake.follower import MistakeFollower, Subject
from gui.data.mistake.gradients import GradientPart
from gui.data.mistake.rows import OutputRows, Row
from gui.data.mistake.subject import SubjectPart
from gui.data.mistake.update import UpdatePart
from gui.data.model.change import DataChange
from gui.data.model.model import DataModel
from gui.jobs.jobs import Jobs
from gui.language.messages import sentence
from gui.look.icons import Icons
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.layouts import column_of, holding, scrolled, stack_of
from gui.widgets.roles import set_tip, with_role
from gui.widgets.translated import Translated

NOTE_WIDTH = 800
NARROW = 620
"""A page that is narrower has no arrows between the parts, and its button has a short name."""
LEGEND_WIDTH = 650
"""A narrower page leaves it to the tooltip of the gradients to say what their colours mean."""
GAP = 8
GRADIENT_SHARE = 6


class MistakePage(Translated, QWidget):
    """`follower` knows the image that is followed; `broke` brings an exception that nobody expected."""

    broke = Signal(object)

    def __init__(self, model: DataModel, icons: Icons, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.follower = MistakeFollower(model, jobs, self)
        self._no_mistake = False
        self._arrows: list[QLabel] = []
        self.subject = SubjectPart(model, icons)
        self.rows = OutputRows(icons.theme)
        self.gradient = GradientPart(icons.theme)
        self.update_title = with_role(ElidedLabel(), "heading")
        self.updating = UpdatePart(model)
        self.empty = with_role(QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True), "muted")
        self.empty_button = QPushButton()
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        self.empty.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        area = scrolled(self.rows)
        area.setMinimumWidth(self.rows.minimumSizeHint().width())
        full = QWidget()
        self._line = QHBoxLayout(full)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(GAP)
        parts = (self.subject, area, self.gradient, self._update_part())
        for place, (part, share) in enumerate(zip(parts, (0, 10, GRADIENT_SHARE, 10), strict=True)):
            if place:
                self._arrows.append(_arrow())
                self._line.addWidget(self._arrows[-1])
            self._line.addWidget(part, share)
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.addStretch(1)
        column.addWidget(self.empty)
        column.addWidget(self.empty_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._stack = stack_of(self, nothing, full)

    def _update_part(self) -> QWidget:
        return holding(column_of(self.update_title, (self.updating, 1), spacing=4))

    def _connect(self) -> None:
        model = self._model
        model.changed.connect(self._on_changed)
        self.subject.next_asked.connect(self._on_next)
        self.subject.previous_asked.connect(self._on_previous)
        self.empty_button.clicked.connect(self._on_next)
        self.updating.asked.connect(self.follower.update)
        self.updating.cancelled.connect(self._on_cancelled)
        self.follower.gradient_came.connect(self._show)
        self.follower.progressed.connect(self.updating.set_progress)
        self.follower.followed.connect(self.updating.set_result)
        self.follower.refused.connect(self._on_refused)
        self.follower.broke.connect(self._on_broke)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.gradient.set_narrow(self.width() < NOTE_WIDTH)
        is_narrow = self.width() < NARROW
        self.gradient.scale.setVisible(self.width() >= LEGEND_WIDTH)
        for arrow in self._arrows:
            arrow.setVisible(not is_narrow)
        self._line.setStretchFactor(self.gradient, 0 if is_narrow else GRADIENT_SHARE)
        self.updating.set_narrow(is_narrow)

    def minimumSizeHint(self) -> QSize:
        return QSize(530, 176)

    # The image that is followed

    def _on_next(self) -> None:
        self._on_gone(self._model.next_mistake())

    def _on_previous(self) -> None:
        self._on_gone(self._model.previous_mistake())

    def _on_gone(self, found: bool) -> None:
        if not found:
            self._no_mistake = True
            self._show()

    def _on_changed(self, what: DataChange) -> None:
        if what & ~DataChange.STATE:
            self._take_up()

    def _take_up(self) -> None:
        self._no_mistake = False
        if self.isVisible():
            if self.follower.take_up():
                self.updating.set_result(None)
            self._show()

    def _on_cancelled(self) -> None:
        self.follower.cancel()
        self.updating.set_result(None)

    def _on_refused(self, error: LabError) -> None:
        self.updating.set_result(None)
        self.updating.show_sentence(sentence(error), "vermilion")

    def _on_broke(self, error: BaseException) -> None:
        self.updating.set_result(None)
        self.broke.emit(error)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_up()

    # What is shown

    def _show(self) -> None:
        subject = self.follower.subject
        self._stack.setCurrentIndex(0 if subject is None else 1)
        if subject is None:
            text = missing(self._model)
            self.empty.setText(text or self._no_subject())
            self.empty_button.setVisible(not text)
            return
        self.subject.show_subject(subject)
        self._show_rows(subject)
        data = self._model.data
        self.gradient.show_gradient(self.follower.gradient, data.image_shape if data is not None else None)
        self.updating.set_ready(self.follower.gradient is not None)

    def _no_subject(self) -> str:
        if self._no_mistake:
            return self.tr(
                "There is no mistake among the images that are shown. Clear the filter if it hides some."
            )
        return self.tr(
            "This will show step by step how the network learns from a mistake: probabilities, gradient, "
            "update. The chosen image is predicted right."
        )

    def _show_rows(self, subject: Subject) -> None:
        self.rows.set_quiet(self._model.is_untrained)
        outputs = subject.predictions.outputs[subject.row]
        deltas: list[float | None] = [None] * len(outputs)
        if self.follower.gradient is not None:
            values = self.follower.gradient.delta.tolist()
            # A single output is that of the last of two classes.
            deltas[len(outputs) - len(values) :] = values
        self.rows.set_rows(
            tuple(
                Row(
                    self._model.class_name(place),
                    float(output),
                    delta,
                    is_label=place == subject.label,
                    is_prediction=place == subject.prediction,
                )
                for place, (output, delta) in enumerate(zip(outputs, deltas, strict=True))
            )
        )
        if subject.predictions.meaning == "scores":
            self.rows.set_titles(self.tr("outputs y"), self.tr("δ = ∂L/∂y"))
        else:
            self.rows.set_titles(self.tr("probabilities p"), self.tr("δ = p − t"))

    def _retranslate(self) -> None:
        self.empty_button.setText(self.tr("Next mistake"))
        set_tip(self.empty_button, self.tr("Chooses the next image that is predicted wrong."))
        set_tip(
            self.rows,
            self.tr(
                "The gradient of the loss with respect to the scores is the probabilities minus the target: "
                "the prediction is too high, the label too low, each by its δ."
            ),
        )
        self.rows.setAccessibleName(self.tr("Outputs and their gradient"))
        self.gradient.images.setAccessibleName(self.tr("Gradient of the first weights"))
        self.gradient.images.setWhatsThis(
            self.tr("The gradient of each unit's weights as a picture; the arrows go from unit to unit.")
        )
        self.update_title.setText(self.tr("one update: W − η·∂L/∂W"))
        self._show()


def _arrow() -> QLabel:
    arrow = with_role(QLabel("→", alignment=Qt.AlignmentFlag.AlignCenter), "muted")
    return arrow
