"""The experiment on the table: network, training settings, data, runs. The one place that the screens read
and edit; every edit goes through its undo stack, and every change is told by a signal.

It trains nothing (gui.trainer), reads and writes no file (gui.files.files) and shows nothing.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from core.data import DataSet
from core.errors import LabError
from core.nn.spec import NetworkSpec
from core.store.record import Outcome
from core.training.checkpoint import Checkpoint
from core.training.config import Experiment, TrainingConfig
from core.training.presets import PRESETS, preset
from core.training.problems import problems as session_problems
from gui.document.change import Change
from gui.document.changes import Changes
from gui.document.commands import EditExperiment
from gui.document.report import Report
from gui.document.run import Run
from gui.language.messages import sentence
from gui.language.texts import Speaking


class Document(Speaking, QObject):
    """What the workspaces share. `experiment` is a frozen value: an edit replaces it by another.

    `problems` is everything that keeps the experiment from being trained, the network's first. `current_run`
    is the run whose network is on the table: the one under way, or the last one; None while there are only
    initial weights. `runs` keeps all runs. `modified` is the unsaved mark: a trained network that no file
    holds, or edits since the last save. `changed` brings a `Change`; `run_ended` a run that is over, at once
    and even where the document is about to be another.
    """

    run_ended = Signal(object)  # Run

    def __init__(self, experiment: Experiment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.changes = Changes(Change.NOTHING, self)
        self.changed = self.changes.changed
        self.undo_stack = QUndoStack(self)
        self.experiment = experiment
        self.data: DataSet | None = None
        self.data_error: LabError | None = None
        self.path: Path | None = None
        self.runs: list[Run] = []
        self.current_run: Run | None = None
        self.modified = False
        self.refusal = ""
        self.problems = self._find_problems()
        self._gesture = 0
        self._run_ids = itertools.count(1)
        self._runs_made = 0
        self._saved_experiment = experiment

    @property
    def preset_name(self) -> str | None:
        """The preset that stands on the table, whatever its seed; None once it was edited away from one."""
        seed = self.experiment.training.seed
        for name, known in PRESETS.items():
            training = replace(known.experiment.training, seed=seed)
            if self.experiment == Experiment(known.experiment.network, training):
                return name
        return None

    @property
    def has_unsaved_network(self) -> bool:
        """The network on the table was trained and no file holds it as it is."""
        run = self.current_run
        return run is not None and not run.is_saved and run.log.last_iteration > 0

    @property
    def blocked_reason(self) -> str:
        """Why the experiment cannot be trained, as a sentence; empty where it can."""
        return sentence(self.problems[0]) if self.problems else self.refusal

    @property
    def name(self) -> str:
        """What the window's title says."""
        return self.path.name if self.path is not None else self.tr("Untitled")

    # Edits: each is one command on the undo stack

    def edit(self, experiment: Experiment, label: str, merge_key: str = "") -> None:
        """Replace the whole experiment. `label`, translated, is what Undo is called. Edits with the same
        `merge_key` become one command, until `end_gesture`, a save, or an edit with another key."""
        if experiment == self.experiment:
            return
        key = f"{self._gesture}:{merge_key}" if merge_key else ""
        with self.changes.action():
            self.undo_stack.push(
                EditExperiment(self._set_experiment, self.experiment, experiment, label, key)
            )

    def edit_network(self, spec: NetworkSpec, label: str, merge_key: str = "") -> None:
        """Replace the network; otherwise as `edit`."""
        self.edit(replace(self.experiment, network=spec), label, merge_key)

    def edit_training(self, config: TrainingConfig, label: str, merge_key: str = "") -> None:
        """Replace the training settings; otherwise as `edit`."""
        self.edit(replace(self.experiment, training=config), label, merge_key)

    def apply_preset(self, name: str) -> None:
        """Put a preset on the table. Raises ConfigError for an unknown name."""
        self.edit(preset(name).experiment, self.tr("Preset"))

    def end_gesture(self) -> None:
        """A drag, or the editing of one field, is over: the next edit is a command of its own."""
        self._gesture += 1

    # Data

    def set_data(self, data: DataSet | None, error: LabError | None = None) -> None:
        """Set the data set, or why there is none; neither while it is being loaded. Who loads calls it."""
        self.data = data
        self.data_error = error
        with self.changes.action():
            self.changes.tell(Change.DATA)
            self._update_problems()

    def refuse(self, refusal: str) -> None:
        """A text in a form is not a number, says the sentence `refusal`: there is nothing that could be
        trained until it is one. Empty where all texts are numbers."""
        if refusal != self.refusal:
            self.refusal = refusal
            self.changes.tell(Change.PROBLEMS)

    # Runs

    def add_run(self, experiment: Experiment, total_iterations: int) -> Run:
        """A new run of a frozen experiment, which becomes the current one. After an earlier run it is another
        network than the file holds: it gets an untitled document."""
        if self.current_run is not None or self.runs:
            self.path = None
            self.changes.tell(Change.FILE)
        self._runs_made += 1
        name = self.tr("Run {number}").format(number=self._runs_made)
        color = self._runs_made - 1
        run = Run(next(self._run_ids), name, experiment, total_iterations, color_index=color)
        self.runs.append(run)
        self.end_gesture()
        self.set_current_run(run)
        return run

    def continue_run(self, run: Run, experiment: Experiment, total_iterations: int) -> None:
        """The run goes on until so many iterations are made in all, with these settings from here on."""
        with self.changes.action():
            run.experiment, run.total_iterations = experiment, total_iterations
            run.outcome = run.ending = None
            self.end_gesture()
            self.changes.tell(Change.RUNS)

    def set_current_run(self, run: Run | None) -> None:
        """Whose network is on the table; None for initial weights. All runs stay in `runs`."""
        with self.changes.action():
            if run is not self.current_run:
                self.current_run = run
                self.changes.tell(Change.RUNS)
            self._update_modified()

    def extend_run(self, run: Run, report: Report) -> None:
        """The run goes on: its log takes what was reported."""
        run.log.extend(report)
        self._update_modified()

    def end_run(self, run: Run, outcome: Outcome, checkpoint: Checkpoint | None) -> None:
        """The run is over; `checkpoint` is a copy of its network."""
        with self.changes.action():
            run.outcome = outcome
            # A run that could not be continued still has the network from before.
            run.checkpoint = checkpoint or run.checkpoint
            self.changes.tell(Change.RUNS)
            self._update_modified()
            self.run_ended.emit(run)

    def take_up(self, run: Run) -> None:
        """Put an ended run on the table: its network, and its settings as one edit. It need not be of this
        sitting."""
        checkpoint = run.checkpoint
        assert checkpoint is not None
        with self.changes.action():
            if run not in self.runs:
                self._runs_made += 1
                run.color_index = self._runs_made - 1
                self.runs.append(run)
            self.path = None
            self.changes.tell(Change.FILE | Change.RUNS)
            self.edit(checkpoint.experiment, self.tr("Put {run} on the table").format(run=run.name))
            self.set_current_run(run)

    def kept_run(self, name: str, checkpoint: Checkpoint) -> Run:
        """The run of a checkpoint that was kept, which is not in `runs` yet."""
        run = Run.of_checkpoint(next(self._run_ids), name, checkpoint)
        run.saved_iteration = None
        return run

    def rename_run(self, run: Run, name: str) -> None:
        run.name = name
        self.changes.tell(Change.RUNS)

    def set_runs(self, runs: list[Run]) -> None:
        """Let these be the runs: some were deleted, or brought back."""
        self.runs = runs
        self.changes.tell(Change.RUNS)

    # Files

    def new(self, experiment: Experiment) -> None:
        """Begin anew with this experiment: no run, no file, nothing to undo."""
        with self.changes.action():
            self.runs = []
            self._runs_made = 0
            self.path = None
            self.current_run = None
            self.undo_stack.clear()
            self._saved_experiment = experiment
            self._set_experiment(experiment)
            self.changes.tell(Change.RUNS | Change.FILE)
            self._update_modified()

    def open(self, path: Path, checkpoint: Checkpoint) -> Run:
        """Put on the table what the file `path` holds: its experiment, and its network as an ended run."""
        with self.changes.action():
            run = self._put(path.stem, checkpoint)
            self.path = path
            self.set_current_run(run)
        return run

    def recover(self, name: str, checkpoint: Checkpoint) -> Run:
        """Put on the table what another sitting has left: a network that no file of the person's holds."""
        with self.changes.action():
            run = self._put(name, checkpoint)
            run.saved_iteration = None
            self.set_current_run(run)
        return run

    def _put(self, name: str, checkpoint: Checkpoint) -> Run:
        self.new(checkpoint.experiment)
        run = Run.of_checkpoint(next(self._run_ids), name, checkpoint)
        self.runs.append(run)
        self._runs_made = 1
        return run

    def saved(self, path: Path, run: Run | None, iteration: int) -> None:
        """The file `path` now holds the network of `run` after `iteration` updates."""
        with self.changes.action():
            if run is not None:
                run.saved_iteration = iteration
            self.path = path
            self._saved_experiment = self.experiment
            self.undo_stack.setClean()  # the next edit is a command of its own
            self.changes.tell(Change.FILE)
            self._update_modified()

    def _set_experiment(self, experiment: Experiment) -> None:
        with self.changes.action():
            self.experiment = experiment
            self.changes.tell(Change.EXPERIMENT)
            self._update_problems()
            self._update_modified()

    def _find_problems(self) -> tuple[LabError, ...]:
        if self.data is not None:
            return session_problems(self.experiment, self.data)
        found = self.experiment.problems()
        return found if self.data_error is None else (*found, self.data_error)

    def _update_problems(self) -> None:
        problems = self._find_problems()
        if _sentences(problems) != _sentences(self.problems):
            self.problems = problems
            self.changes.tell(Change.PROBLEMS)

    def _update_modified(self) -> None:
        modified = self.has_unsaved_network or self.experiment != self._saved_experiment
        if modified != self.modified:
            self.modified = modified
            self.changes.tell(Change.FILE)


def _sentences(problems: tuple[LabError, ...]) -> list[tuple[str, dict[str, object]]]:
    """What two lists of mistakes are compared by."""
    return [(problem.template, problem.fields) for problem in problems]
