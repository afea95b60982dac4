"""What the Data workspace is about: the split that is looked at, the predictions of the network on the table,
the filter with the order that follows from it, and the image that is chosen.

It shows nothing. The predictions are made in `current_predictions`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from core.data import DataSet, Split
from core.errors import LabError
from core.inspection import filtering
from core.inspection.filtering import Filter, Order
from core.inspection.predictions import Predictions
from core.nn.network import Network
from gui.data.model.asking import SplitName
from gui.data.model.change import DataChange
from gui.data.model.current_network import CurrentNetwork
from gui.data.model.current_predictions import CurrentPredictions
from gui.data.model.drawings import Drawings
from gui.document.change import Change
from gui.document.changes import Changes
from gui.document.network_on_table import NetworkOnTable
from gui.document.sources import NetworkCopy
from gui.jobs.jobs import Jobs

__all__ = ["DataModel", "SplitName"]


class DataModel(QObject):
    """Everything is read as a property and changed by a method. `changed` gives the flags of one action,
    `DataChange`, once; all that is done in an `action()` is one.

    `selected` is a row of the split, −1 where none is to be seen. `order` holds the rows that the filter lets
    through, sorted. `predictions` are None until they are computed and where there can be none: `problem`
    then says why. `drawings` are kept and deleted there, with undo.
    """

    def __init__(self, table: NetworkOnTable, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.document = table.document
        self.jobs = jobs
        self._changes = Changes(DataChange.NOTHING, self)
        self.changed = self._changes.changed
        self.action = self._changes.action
        self.split: SplitName = "test"
        self.filter = Filter()
        self.sorting = Order()
        self.order: NDArray[np.intp] = np.empty(0, np.intp)
        self.selected = -1
        self._data: DataSet | None = None
        self._is_waiting = False
        self.drawings = Drawings(self._on_drawings, self)
        self._followed = CurrentNetwork(table, self)
        self._current = CurrentPredictions(self._followed, jobs, self._wanted, self._changes, self)
        self._current.came.connect(self._on_came)
        self._current.forgotten.connect(self._on_forgotten)
        table.changed.connect(self._on_changed)
        self._on_data()

    # Data

    @property
    def data(self) -> DataSet | None:
        """None while it is being read, and where it cannot be (`document.data_error`)."""
        return self._data

    @property
    def examples(self) -> Split | None:
        """The examples of the chosen split; None without data."""
        return self.examples_of(self.split)

    def examples_of(self, split: SplitName) -> Split | None:
        """None if the data have no such split, and while there are no drawings."""
        if self._data is None:
            return None
        if split == "drawings":
            return self.drawings.split
        return self._data.train if split == "train" else self._data.test

    @property
    def has_images(self) -> bool:
        return self._data is not None and self._data.image_shape is not None

    def class_name(self, label: int) -> str:
        names = self._data.class_names if self._data is not None else ()
        return names[label] if 0 <= label < len(names) else str(label)

    def image(self, index: int, split: SplitName | None = None) -> NDArray[Any]:
        """One image (height, width), as it is stored: a view. Only where `has_images`."""
        examples = self.examples_of(split or self.split)
        assert examples is not None
        assert self._data is not None
        assert self._data.image_shape is not None
        return examples.x[index].reshape(self._data.image_shape)

    def set_split(self, split: SplitName) -> None:
        """Look at another split; the filter stays, the first image that it shows is chosen."""
        if split == self.split or self.examples_of(split) is None:
            return
        self.split = split
        with self.action():
            self._show_examples()
            self._current.ask()

    def _on_drawings(self, row: int) -> None:
        """There are other drawings. Who looks at them goes on with `row`; without any, with the data."""
        with self.action():
            self._current.drop("drawings")
            self._changes.tell(DataChange.DRAWINGS)
            if self.split == "drawings" and row < 0:
                self.set_split(self._given_split())
            elif self.split == "drawings":
                self._show_examples()
                if self.place_of(row) >= 0:
                    self.selected = row
            self._current.ask()

    def _given_split(self) -> SplitName:
        """The split of the data that is seen first."""
        return "train" if self.examples_of("test") is None else "test"

    def _on_changed(self, what: Change) -> None:
        with self.action():
            self._followed.take_up(what)
            if Change.DATA in what:
                self._on_data()
            if Change.STATE in what:
                self._changes.tell(DataChange.STATE)

    def _on_data(self) -> None:
        self._data = self.document.data
        self.drawings.set_data(self._data)
        self._current.set_data(self._data)
        self.filter, self.sorting = Filter(), Order()
        self.split = self._given_split()
        with self.action():
            self._changes.tell(DataChange.FILTER | DataChange.DRAWINGS)
            self._show_examples()
            self._current.take_up()

    def _show_examples(self) -> None:
        self._update_order()
        self.selected = int(self.order[0]) if len(self.order) else -1
        self._changes.tell(
            DataChange.SPLIT | DataChange.ORDER | DataChange.PREDICTIONS | DataChange.SELECTION
        )

    # The network and its predictions

    @property
    def looked_at(self) -> NetworkCopy:
        """The network that is looked at; its predictions may still be on their way (`is_predicting`)."""
        return self._current.looked_at

    @property
    def network(self) -> Network | None:
        """The network that gave `predictions`."""
        return self._current.network

    @property
    def predicted_by(self) -> NetworkCopy | None:
        """What to call it: that of a moment ago while newer predictions are computed."""
        return self._current.predicted_by

    @property
    def is_untrained(self) -> bool:
        """Whether the predictions are those of initial weights: most are wrong, and none is a mistake that
        anybody should look at."""
        return self.predicted_by is not None and self.predicted_by.iteration == 0

    @property
    def problem(self) -> LabError | None:
        """Why there can be no predictions."""
        return self._current.problem

    @property
    def failure(self) -> BaseException | None:
        """Why there are none, where nobody expected it."""
        return self._current.failure

    @property
    def is_predicting(self) -> bool:
        return self._current.is_asking

    @property
    def predictions(self) -> Predictions | None:
        """The predictions for the chosen split."""
        return self._current.of(self.split)

    def predictions_of(self, split: SplitName) -> Predictions | None:
        """The test split's are always computed; those of the training split once it was looked at."""
        return self._current.of(split)

    def set_active(self, active: bool) -> None:
        """Whether somebody looks: only then is anything computed, or asked of a running training."""
        self._current.set_active(active)

    def _wanted(self) -> list[tuple[SplitName, Split]]:
        """The split that is seen first; the test split is always wanted."""
        names: tuple[SplitName, ...] = (self.split, "test") if self.split != "test" else ("test",)
        return [(name, examples) for name in names if (examples := self.examples_of(name)) is not None]

    def _on_came(self, split: SplitName) -> None:
        what = DataChange.PREDICTIONS
        if split == self.split:
            has_waited = self._is_waiting
            self._update_order()
            what |= DataChange.ORDER
            if has_waited:
                self._follow_filter()
        self._changes.tell(what)

    def _on_forgotten(self, had: bool) -> None:
        """What asked for predictions in the filter is taken out of it, until there are some again."""
        if had or self.filter.needs_predictions or self.sorting.needs_predictions:
            self._update_order()
            self._changes.tell(DataChange.PREDICTIONS | DataChange.ORDER)

    # Filter and order

    def set_filter(self, filter_: Filter) -> None:
        """Show what fulfils these conditions. The chosen image makes room for the first that does, unless it
        is among them; it stays where other predictions take it out."""
        if filter_ != self.filter:
            self.filter = filter_
            self._on_filter()

    def clear_filter(self) -> None:
        """Show all images again; the sorting stays."""
        self.set_filter(Filter())

    def set_sorting(self, sorting: Order) -> None:
        if sorting != self.sorting:
            self.sorting = sorting
            self._on_filter()

    def _on_filter(self) -> None:
        with self.action():
            self._update_order()
            self._changes.tell(DataChange.FILTER | DataChange.ORDER)
            if not self._is_waiting:
                self._follow_filter()

    def _follow_filter(self) -> None:
        """No image is looked at that a person has just taken out."""
        if self.place_of(self.selected) < 0:
            self.selected = int(self.order[0]) if len(self.order) else -1
            self._changes.tell(DataChange.SELECTION)

    def _update_order(self) -> None:
        examples = self.examples
        if examples is None:
            self.order = np.empty(0, np.intp)
            return
        filter_, sorting, predictions = self.filter, self.sorting, self.predictions
        self._is_waiting = predictions is None and filter_.needs_predictions
        if predictions is None:
            # Conditions on predictions that are still being computed wait for them.
            filter_ = Filter(labels=filter_.labels)
            sorting = Order(descending=sorting.descending) if sorting.needs_predictions else sorting
        labels = examples.t if examples.t.ndim == 1 else np.zeros(len(examples), np.intp)
        self.order = filtering.select(filter_, sorting, labels, predictions)

    # Selection

    def place_of(self, index: int) -> int:
        """Where in `order` a row stands, −1 if it is not shown."""
        places = np.flatnonzero(self.order == index)
        return int(places[0]) if len(places) else -1

    def select(self, index: int) -> None:
        """Choose a row of the split, shown or not. IndexError for one that does not exist."""
        examples = self.examples
        if examples is None or not 0 <= index < len(examples):
            raise IndexError(index)
        if index != self.selected:
            self.selected = index
            self._changes.tell(DataChange.SELECTION)

    def show(self, split: SplitName, index: int) -> None:
        """Choose an image of any split, and clear the filter where it hides it or may come to."""
        examples = self.examples_of(split)
        if examples is None or not 0 <= index < len(examples):
            raise IndexError(index)
        with self.action():
            self.set_split(split)
            may_hide = self.filter.needs_predictions and self.predictions is None
            if may_hide or self.place_of(index) < 0:
                self.clear_filter()
            self.select(index)

    def next_mistake(self) -> bool:
        """Choose the next image shown that is predicted wrong, from the first one on again after the last.
        False if there is none."""
        return self._go(filtering.next_mistake, -1)

    def previous_mistake(self) -> bool:
        return self._go(filtering.previous_mistake, len(self.order))

    def _go(self, find: Any, end: int) -> bool:
        predictions = self.predictions
        if predictions is None or not len(self.order):
            return False
        place = self.place_of(self.selected)
        found = find(self.order, predictions.right, place if place >= 0 else end)
        if found is None:
            found = find(self.order, predictions.right, end)
        if found is None:
            return False
        self.select(int(self.order[found]))
        return True
