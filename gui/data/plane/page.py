"""The examples of the filter as points of a plane, over the decision surface of the network that predicted.

Surface and predictions are always those of one network. It is surveyed in a job, and only while this is seen.
"""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.inspection.surface import is_plane, plane_of
from core.nn.network import Network
from gui.data.model.change import DataChange
from gui.data.model.model import DataModel
from gui.look.theme import Theme
from gui.surface.figure import SurfaceFigure
from gui.surface.points import Points
from gui.surface.survey import Survey, survey

JOB = "data-surface"


class PlanePage(QWidget):
    """A click on a point chooses its example."""

    def __init__(self, model: DataModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._layer: int | None = None
        self._asked: Network | None = None
        self.survey: Survey | None = None
        self.figure = SurfaceFigure(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 4)
        column.addWidget(self.figure)
        self.figure.view.chosen.connect(model.select)
        self.figure.layer_chosen.connect(self._on_layer)
        model.changed.connect(self._on_changed)
        self._take_points()

    def _on_changed(self, what: DataChange) -> None:
        if DataChange.SPLIT in what:
            self._take_points()
            return
        if not is_plane(self._model.data):
            return
        if DataChange.ORDER in what:
            self.figure.set_rows(self._model.order)
        if what & (DataChange.NETWORK | DataChange.PREDICTIONS):
            self._take_network()
        if DataChange.SELECTION in what:
            self.figure.view.set_selected(self._model.selected)

    def _take_points(self) -> None:
        """Other examples."""
        model, data, examples = self._model, self._model.data, self._model.examples
        self.survey = self._asked = None
        self.figure.set_survey(None)
        if data is not None and examples is not None and is_plane(data):
            points = Points.of_split(examples, is_test=model.split == "test")
            self.figure.set_points(plane_of(data), points, data.class_names)
            self.figure.set_rows(model.order)
            self.figure.view.set_selected(model.selected)
            self._take_network()

    def _take_network(self) -> None:
        """What is known of the network that predicted, and grey what is of another one."""
        model = self._model
        if model.network is None:
            self.survey = self._asked = None
            self.figure.set_survey(None)
        predictions, by = model.predictions, model.predicted_by
        # What nobody has trained is not yet wrong.
        is_told = predictions is not None and by is not None and by.iteration > 0
        self.figure.view.set_wrong(~predictions.right if predictions is not None and is_told else None)
        is_current = by is not None and (by is model.looked_at or by.continues(model.looked_at))
        self.figure.set_stale(self.survey is not None and not is_current)
        self._ask()

    def _ask(self) -> None:
        network, data = self._model.network, self._model.data
        if not self.isVisible() or network is None or network is self._asked or not is_plane(data):
            return
        assert data is not None
        self._asked = network
        plane, layer = plane_of(data), self._layer
        self._model.jobs.start(
            JOB, lambda: survey(lambda: network, plane, layer), self._on_done, self._on_failed
        )

    def _on_done(self, found: Survey) -> None:
        if found.network is self._model.network:
            self.survey = found
            self.figure.set_survey(found)
            self._take_network()

    def _on_failed(self, _error: BaseException) -> None:
        """Why a network does not fit is said by the model, once for the whole workspace."""
        self.survey = None
        self.figure.set_survey(None)

    def _on_layer(self, layer: int) -> None:
        self._layer, self._asked = layer, None
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()
