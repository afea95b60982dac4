"""The four plots of a run: loss, accuracy, size of the gradients, activations.

They hold what the run's log holds, point for point: all of it when a run comes on the table, and what each
report brings after that. A regression has no accuracy; its place is taken by the losses of both sets.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from core.data import DataSet
from core.training.events import Evaluation, LayerDied, SettingChanged
from core.training.settings import with_settings
from gui.document.change import Change
from gui.document.network_on_table import NetworkOnTable
from gui.document.run import Run
from gui.language.numbers import count
from gui.language.texts import Speaking
from gui.look.icons import Icons
from gui.train import terms
from gui.train.form.texts import FormTexts
from gui.train.plots import curves, texts
from gui.train.plots.activation_plot import ActivationPlot
from gui.train.plots.curves import append_evaluations, share_gradients
from gui.widgets.plot.grid import PlotGrid
from gui.widgets.plot.live import LivePlot
from gui.widgets.plot.redraw import RedrawScheduler
from gui.widgets.plot.style import PlotColors, SeriesSpec

BESIDE = 60.0
"""Pixels beside the plots over iterations for the names of layers; all of them have them, so that one
iteration stands below the other."""
SMOOTHINGS = ((5_000, 50), (500, 10), (0, 1))
"""The iterations from which on a curve is smoothed over so many points."""
ACCURACY = {"train_accuracy": "train", "test_accuracy": "test"}
PERCENT = 100.0
LOSSES = {"train_loss": "train", "test_loss": "test"}


class PlotsPanel(Speaking, PlotGrid):
    """`set_ghosts` lays earlier runs over the present one: their loss and accuracy, and the gradient of their
    first Affine layer."""

    def __init__(self, table: NetworkOnTable, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self._table = table
        self._theme = theme = icons.theme
        self._total: int | None = None
        self._data: DataSet | None = None
        self._per_epoch = 0
        self._ghosts: tuple[Run, ...] = ()
        self.scheduler = RedrawScheduler(self)
        colors = PlotColors.like(theme.tokens)
        # Each within its place: what is put elsewhere with all that it holds is styled anew as a whole.
        self.by_epoch = QStackedWidget(self)
        self.loss = LivePlot([], colors, self.scheduler, floor=0.0, beyond=BESIDE, parent=self)
        self._smoothing = self.loss.smoothing
        self.accuracy = LivePlot(
            [], colors, self.scheduler, ceiling=PERCENT, after_first=True, first_x=5.0, parent=self.by_epoch
        )
        self.losses = LivePlot([], colors, self.scheduler, floor=0.0, first_x=5.0, parent=self.by_epoch)
        self.gradients = LivePlot([], colors, self.scheduler, log=True, beyond=BESIDE, parent=self)
        self.activations = ActivationPlot(colors, self.scheduler, self)
        self.by_epoch.addWidget(self.accuracy)
        self.by_epoch.addWidget(self.losses)
        self.fill((self.loss, self.by_epoch, self.gradients, self.activations), self.plots)
        theme.changed.connect(self._on_theme_changed)
        table.changed.connect(self._on_changed)
        self._retranslate()
        self._show_run()

    @property
    def plots(self) -> tuple[LivePlot | ActivationPlot, ...]:
        """All of them, those that are hidden too."""
        return (self.loss, self.accuracy, self.losses, self.gradients, self.activations)

    def set_ghosts(self, runs: Sequence[Run]) -> None:
        """The earlier runs to be laid over the present one."""
        ghosts = tuple(run for run in runs if run is not self._table.run)
        if ghosts == self._ghosts:
            return
        self._ghosts = ghosts
        self._set_series()
        self._fill()

    # What comes

    def _on_changed(self, what: Change) -> None:
        """Begin anew with another run, and where it is known by now whether it is a regression and how many
        iterations an epoch has. Before a run is there the plots are those of the network on the table."""
        table = self._table
        if (
            Change.RUN in what
            or (table.run is None and Change.EXPERIMENT in what)
            or (Change.DATA in what and table.data is not self._data)
        ):
            self._show_run()
        elif table.run is not None and table.run.total_iterations != self._total:
            self._plan()
        if Change.REPORT in what:
            self._take_report()

    def _take_report(self) -> None:
        report = self._table.report
        if report is None:
            return
        run = self._table.run
        if run is not None:
            self._show_arrays(run)
        self._append(report.evaluations, report.changes, report.died)
        if report.statistics:
            self.activations.show_statistics(report.statistics[-1].activations)

    def _show_run(self) -> None:
        """Begin anew with the run on the table, or with none."""
        run = self._table.run
        self._ghosts = tuple(ghost for ghost in self._ghosts if ghost is not run)
        self._data = data = self._table.data
        experiment = self._table.experiment
        self._per_epoch = 0
        if data is not None and experiment.training.batch_size > 0:
            self._per_epoch = experiment.training.iterations_per_epoch(len(data.train))
        self.activations.show_network(experiment.network, run.log.activations if run is not None else ())
        self._say_empty()
        self._set_series()
        self._plan()
        self._fill()
        for plot in self.plots:
            plot.forget_zoom()  # of another run, which may have had other numbers

    def _plan(self) -> None:
        run = self._table.run
        self._total = total = run.total_iterations if run is not None else None
        self._smooth_for(total)
        for plot in (self.loss, self.gradients):
            plot.set_planned(total)
        for plot in (self.accuracy, self.losses):
            plot.set_planned(self._epoch_at(total) if total and self._per_epoch else None)

    def _smooth_for(self, total: int | None) -> None:
        """Smooth a long run over more points than a short one, unless the person chose otherwise."""
        if total is None or self.loss.smoothing != self._smoothing:
            return
        self._smoothing = next(window for least, window in SMOOTHINGS if total >= least)
        self.loss.set_smoothing(self._smoothing)

    def _fill(self) -> None:
        """Everything that the logs hold, of the ghosts and of the run."""
        for plot in (self.loss, self.accuracy, self.losses, self.gradients):
            plot.clear()
        for ghost in self._ghosts:
            self._append_ghost(ghost)
        run = self._table.run
        if run is not None:
            self._show_arrays(run)
            self._append(run.log.evaluations, run.log.changes, run.log.died)
        self._choose_by_epoch()

    def _show_arrays(self, run: Run) -> None:
        """What there is most of stands in the log alone: the plots read it there."""
        self.loss.share("loss", run.log.losses)
        names = curves.affine_names(run.experiment.network)
        share_gradients(self.gradients, {name: name for name in names}, run.log.gradients)

    def _append(
        self,
        evaluations: Sequence[Evaluation],
        changes: Sequence[SettingChanged],
        died: Sequence[LayerDied],
    ) -> None:
        if evaluations:
            append_evaluations(self.accuracy, ACCURACY, evaluations, PERCENT)
            append_evaluations(self.losses, LOSSES, evaluations)
            self._choose_by_epoch()
        for change in changes:
            self._mark(change.iteration, self._change_text(change))
        for death in died:
            text = self.tr("{layer} dead").format(layer=terms.layer_name(death.layer))
            self._mark(death.iteration, text)

    def _append_ghost(self, ghost: Run) -> None:
        log, key = ghost.log, str(ghost.id)
        self.loss.share(key, log.losses)
        append_evaluations(self.accuracy, {"test_accuracy": key}, log.evaluations, PERCENT)
        append_evaluations(self.losses, {"train_loss": key}, log.evaluations)
        names = curves.affine_names(ghost.experiment.network)
        share_gradients(self.gradients, {names[0]: key}, log.gradients)

    def _mark(self, iteration: int, text: str) -> None:
        for plot in (self.loss, self.gradients):
            plot.add_mark(iteration, text)
        if self._per_epoch:
            for plot in (self.accuracy, self.losses):
                plot.add_mark(self._epoch_at(iteration), text)

    def _epoch_at(self, iteration: int) -> float:
        run = self._table.run
        return curves.epoch_at(iteration, run.log.evaluations if run is not None else (), self._per_epoch)

    def _change_text(self, change: SettingChanged) -> str:
        short = {
            "learning_rate": self.tr("rate"),
            "momentum": self.tr("momentum"),
            "weight_decay": self.tr("decay"),
        }
        texts = FormTexts()
        name = short.get(change.name) or texts.label(change.name)
        training = self._table.experiment.training
        return f"{name} {texts.value(with_settings(training, {change.name: change.new}), change.name)}"

    def _choose_by_epoch(self) -> None:
        """Accuracy, or for a regression the losses."""
        self.by_epoch.setCurrentWidget(self.losses if self._is_regression() else self.accuracy)

    def _has_test(self) -> bool:
        """Whether there is a test set to be evaluated on; until that is known, as if there were."""
        if self._table.run is not None and self._table.run.log.evaluations:
            return self._table.run.log.evaluations[0].test_loss is not None
        return self._table.data is None or self._table.data.test is not None

    def _is_regression(self) -> bool:
        run, data = self._table.run, self._table.data
        if run is not None and run.log.evaluations:
            return run.log.evaluations[0].train_accuracy is None
        if data is not None:
            return not data.is_classification
        return self._table.experiment.network.loss.kind == "squared_error"

    # How it looks

    def _set_series(self) -> None:
        ghosts = [
            SeriesSpec(str(run.id), run.name, *curves.ghost_style(run), smooth=True, ghost=True)
            for run in self._ghosts
        ]
        still = [SeriesSpec(spec.key, spec.name, spec.hue, spec.dash, ghost=True) for spec in ghosts]
        part = self._table.experiment.training.evaluate_on
        name = (
            self.tr("training, {count} examples").format(count=count(part)) if part else self.tr("training")
        )
        has_test = self._has_test()
        # Where both are equal the one is seen on both sides of the other.
        both = [SeriesSpec("train", name, "blue", marker=True, broad=has_test)]
        if has_test:
            both.append(SeriesSpec("test", self.tr("test"), "green", "dash", marker=True))
        self.loss.set_series([SeriesSpec("loss", self.tr("loss"), "blue", smooth=True), *ghosts])
        self.accuracy.set_series([*both, *still])
        self.losses.set_series([*both, *still])
        names = curves.affine_names(self._table.experiment.network)
        layers = curves.layer_series(names, map(terms.layer_name, names))
        self.gradients.set_series([*layers, *still])

    def _on_theme_changed(self) -> None:
        colors = PlotColors.like(self._theme.tokens)
        for plot in self.plots:
            plot.set_colors(colors)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._fill()
        super().changeEvent(event)

    def _say_empty(self) -> None:
        """What gradients and activations say where there are none: to come, or not in the file."""
        run = self._table.run
        of_file = run is not None and run.outcome is not None and run.log.last_iteration > 0
        of_file = of_file and run is not None and not len(run.log.gradients.iterations)
        self.gradients.set_texts(*texts.gradients(of_file))
        self.activations.set_texts(*texts.activations(of_file))

    def _retranslate(self) -> None:
        self.loss.set_texts(*texts.loss())
        self.accuracy.set_texts(*texts.accuracy())
        self.losses.set_texts(*texts.losses())
        self._say_empty()
        self._set_series()
