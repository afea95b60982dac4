"""Keeps the picture and the model together: what the model has comes into the picture, and what a person asks
of the picture goes to the model, or opens the field for a value."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from core.errors import LabError
from gui.graph.model.change import GraphChange
from gui.graph.model.model import GraphModel
from gui.graph.picture import GraphPicture
from gui.graph.picture.look import Key
from gui.graph.step.spoken import spoken_step
from gui.graph.values.editor import ValueEditor


class PictureLink(QObject):
    """`failed` brings the LabError of a node that cannot be opened or closed."""

    failed = Signal(object)

    def __init__(
        self, model: GraphModel, picture: GraphPicture, editor: ValueEditor, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._picture = picture
        self._editor = editor
        self._parent = parent
        self._pressed = QElapsedTimer()
        self._place_before = 0
        self._acted = False
        self._is_pressed = False
        model.changed.connect(self._on_changed)
        picture.rule_of = spoken_step
        picture.node_selected.connect(self._on_selected)
        picture.value_shown.connect(self._on_value_shown)
        picture.explanation_asked.connect(model.explain)
        picture.edit_requested.connect(self._on_edit)
        picture.open_requested.connect(self._on_open)
        picture.close_requested.connect(self._on_close)
        # Queued: once everything has its new place.
        picture.moved.connect(editor.follow, Qt.ConnectionType.QueuedConnection)
        picture.viewport().installEventFilter(self)

    # From the model

    def _on_changed(self, what: GraphChange) -> None:
        model, picture = self._model, self._picture
        if model.cursor is not None and what & (GraphChange.CURSOR | GraphChange.STALE | GraphChange.QUIZ):
            picture.set_cursor(model.cursor, model.stale, self._hidden())
        if GraphChange.SELECTION in what and picture.selected_node() != (model.selected or None):
            picture.select_node(model.selected or None)

    def _hidden(self) -> Key | None:
        """The number that the quiz asks for."""
        asked = self._model.question
        return None if asked is None else (asked.node, "gradient" if asked.is_gradient else "value")

    # From the person

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on a node goes to the step that answers for it; Tab only marks. The first of two clicks
        has then already moved, which the second takes back: who edits an input stays where they are."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            if event.type() == QEvent.Type.MouseButtonPress:
                self._place_before = self._model.position
                self._acted = False
                self._is_pressed = True
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._is_pressed = False
                QTimer.singleShot(0, self, self._on_clicked)
        return False

    def _on_selected(self, node: str) -> None:
        """What a press marks waits for the release, which may explain it: a click is one action."""
        if not self._is_pressed:
            self._model.select(node)

    def _on_value_shown(self, node: str) -> None:
        """The window with the numbers takes the release."""
        self._is_pressed = False
        self._model.select(node)

    def _on_clicked(self) -> None:
        node = self._picture.selected_node() or ""
        if node and not self._acted and not self._editor.isVisible():
            self._pressed.start()
            self._model.explain(node)
        else:
            self._model.select(node)

    def _on_edit(self, node: str) -> None:
        if self._pressed.isValid() and self._pressed.elapsed() < 2 * QApplication.doubleClickInterval():
            self._model.go(self._place_before)
        self._acted = True
        self._editor.open_for(node, lambda: self._place_of(node), self._picture)

    def _place_of(self, node: str) -> QRect:
        """Where a node stands in the workspace."""
        diagram = self._picture.diagram
        if diagram is None or node not in diagram.nodes:
            return QRect()
        place = self._picture.mapFromScene(diagram.nodes[node].sceneBoundingRect()).boundingRect()
        return QRect(self._picture.viewport().mapTo(self._parent, place.topLeft()), place.size())

    def _on_open(self, node: str) -> None:
        self._change(self._model.open, node)

    def _on_close(self, node: str) -> None:
        self._change(self._model.close, node)

    def _change(self, action: Callable[[str], None], node: str) -> None:
        """What opens or closes a compound is not a press that asks for its step."""
        self._acted = True
        try:
            with self._model.action():
                self._model.select(node)
                action(node)
        except LabError as error:
            self.failed.emit(error)
