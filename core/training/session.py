"""One run of training, as a generator of events.

The session knows no clock, no thread and no screen. Not asking for the next event is a pause, closing the
generator a stop, and calling `events` again goes on from there. Under one seed the same experiment gives the
same numbers, bit for bit, on the same machine.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator
from dataclasses import replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.data import Batches, DataSet, RandomBatches, ShuffledEpochs
from core.data.gatherer import Gatherer
from core.errors import ConfigError, translatable
from core.growing_array import GrowingArray
from core.nn.layers import Dropout
from core.nn.network import BATCH_STREAM, Network, stream
from core.training.chance import judged_at, stayed_at_chance
from core.training.checkpoint import Checkpoint
from core.training.config import Experiment, TrainingConfig
from core.training.continuation import continuation_problems
from core.training.events import (
    Completed,
    Diverged,
    Evaluation,
    EvaluationProgress,
    Event,
    Iteration,
    LayerDied,
    LayerStatistics,
    SettingChanged,
)
from core.training.inputs import Inputs
from core.training.problems import problems
from core.training.run_state import RunState
from core.training.settings import Setting, settings_of, used_settings, with_settings
from core.training.statistics import layer_statistics
from core.training.thread_record import ThreadRecord
from core.training.update import Explanation, Updates, all_finite
from core.training.whole_sets import EVALUATION_ROWS, evaluated, fixed_part

STATISTICS_EVERY = 50  # iterations
STATISTICS_AT_LEAST = 200  # times in a run

LIVE_SETTINGS = ("learning_rate", "momentum", "weight_decay")
"""What may be changed while a session runs."""


class TrainingSession:
    """Trains `network` (a new one of the experiment's seed, unless given) on `data`. `experiment` has the
    settings that are in force: it is replaced where one of them changes."""

    def __init__(self, experiment: Experiment, data: DataSet, *, network: Network | None = None) -> None:
        for problem in problems(experiment, data):
            raise problem
        config = experiment.training
        self.experiment = experiment
        self.data = data
        self._evaluated = replace(data, train=fixed_part(data.train, config.evaluate_on))
        self.network = network if network is not None else Network(experiment.network, config.seed)
        self.optimizer = config.optimizer.build()
        self.iteration = 0
        self._losses = GrowingArray(np.float64)
        self.evaluations: list[Evaluation] = []
        self.changes: list[SettingChanged] = []
        self.threads = ThreadRecord()
        self._batches = _batches(config, len(data.train), stream(config.seed, BATCH_STREAM))
        self._gatherer = Gatherer(data.train, config.batch_size, self.network.dtype)
        self._schedule_epoch = 0
        self._pending: dict[str, float] = {}
        self._untold: dict[str, Setting] = {}
        self._explain = False
        self._dead: set[str] = set()
        self._updates = Updates(self.network, self.optimizer)
        self.planned_iterations = config.total_iterations(len(data.train))
        self._last_until(self.planned_iterations)

    @classmethod
    def of_checkpoint(
        cls,
        checkpoint: Checkpoint,
        data: DataSet,
        experiment: Experiment | None = None,
        *,
        iterations: int | None = None,
        epochs: int | None = None,
        replan: bool = False,
    ) -> Self:
        """A session that goes on where `checkpoint` was made as if it had never stopped: bit for bit with one
        number of BLAS threads, if `checkpoint.is_exact`. The run may be completed, stopped or diverged.

        It goes on until so many `iterations` or `epochs` are made in all, those before the checkpoint among
        them; without either, to the end that the run had. A schedule runs over the length that was planned
        first and then holds its last value; with `replan` it runs over the new length.

        Training settings of `experiment` that differ from the checkpoint's apply from the next iteration on,
        and each is told as a SettingChanged before it. Another kind of optimizer begins with empty buffers;
        what is not edited goes on exactly. The length of the experiment does not count.

        Raises the first of `continuation_problems` and `problems`; ConfigError, field `length`, if more
        iterations than these are made already; ModelFileError if the optimizer's own arrays are not there.
        """
        experiment = checkpoint.experiment if experiment is None else experiment
        for problem in continuation_problems(checkpoint, experiment, data):
            raise problem
        is_double = all(array.dtype == np.float64 for array in checkpoint.parameters.values())
        network = checkpoint.network(np.float64 if is_double else np.float32)
        session = cls(experiment, data, network=network)
        run = checkpoint.run or RunState.inferred(
            checkpoint.experiment.training, checkpoint.iteration, len(data.train)
        )
        session._take_over(checkpoint, run)
        total = run.total_iterations if iterations is None else iterations
        if epochs is not None:
            total = session.iteration + session._batches.iterations_until(epochs)
        if total < max(session.iteration, 1):
            template = translatable(
                "errors", "{made} iterations have been made already: the total must be larger than that."
            )
            raise ConfigError(template, field="length", made=session.iteration)
        session._last_until(total)
        session.planned_iterations = total if replan else run.planned_iterations
        return session

    @property
    def losses(self) -> NDArray[np.float64]:
        """The loss of each iteration's batch, (n,): a view of the one array in which they stand."""
        return self._losses.values

    @property
    def iterations_per_epoch(self) -> int:
        return self._batches.iterations_per_epoch

    def events(self) -> Generator[Event, None, None]:
        """All that happens from here to the end. The last event is Completed or Diverged.

        Before the first update comes an Evaluation; then every update is an Iteration, preceded by the
        settings that changed with it and followed by what was asked of it or is due: LayerStatistics,
        LayerDied, StayedAtChance, IterationDetail, and an Evaluation after every epoch and at the end.
        """
        while True:
            if self._evaluation_is_due():
                yield from self.evaluate()
            if self.iteration >= self.total_iterations:
                yield Completed(self.iteration)
                return
            if self._pending:
                self._take_up_changes()
            if self._untold:
                yield from self._tell_changes()
            happened = self._iterate()
            for event in happened:
                if type(event) is LayerDied:
                    self._dead.add(event.layer)
                yield event
            if isinstance(happened[0], Diverged):
                return

    def change(self, name: str, value: float) -> None:
        """Give a live setting another value, from the next iteration on. May be called from any thread."""
        training = self.experiment.training
        if name not in LIVE_SETTINGS or name not in used_settings(training):
            raise ValueError(f"{name} cannot be changed while a session runs")
        for problem in with_settings(training, {name: value}).problems():
            raise problem
        self._pending[name] = value

    def explain_next(self) -> None:
        """Let the next iteration also tell its IterationDetail. May be called from any thread."""
        self._explain = True

    def evaluate(self) -> Iterator[EvaluationProgress | Evaluation]:
        """Evaluate the network on the whole training set, or a fixed part of it (`evaluate_on`), and on the
        whole test set, in inference mode."""
        figures = yield from evaluated(self.network, self._evaluated)
        evaluation = Evaluation(self.iteration, self._batches.position, *figures)
        self.evaluations.append(evaluation)
        yield evaluation

    def checkpoint(self) -> Checkpoint:
        """Everything that a model file holds, as copies: what `of_checkpoint` goes on from. The losses are a
        view, since those that are there never change."""
        self._take_up_changes()
        batches = self._batches
        random = {"batches": batches.generator_state()}
        for layer in self._dropouts():
            random["dropout"] = layer.rng.bit_generator.state
        run = RunState(
            examples=len(self.data.train),
            epoch=batches.epoch,
            drawn=batches.drawn,
            schedule_epoch=self._schedule_epoch,
            planned_iterations=self.planned_iterations,
            total_iterations=self.total_iterations,
            changes=tuple(self.changes),
            untold=dict(self._untold),
            dead=tuple(sorted(self._dead)),
            is_careful=self._updates.is_careful,
        )
        return Checkpoint(
            experiment=self.experiment,
            iteration=self.iteration,
            parameters=self.network.params.copies(),
            state=self.network.state.copies(),
            optimizer=self.optimizer.state(),
            random=random,
            losses=self.losses,
            evaluations=tuple(self.evaluations),
            run=run,
            threads=self.threads.iterations(self.iteration),
            inputs=Inputs.of(self.data),
        )

    def _take_over(self, checkpoint: Checkpoint, run: RunState) -> None:
        """Everything of the checkpoint but its network and its length, as far as it was not edited."""
        before, now = checkpoint.experiment.training, self.experiment.training
        self.iteration = checkpoint.iteration
        self._losses = GrowingArray.of(checkpoint.losses)
        self.evaluations = list(checkpoint.evaluations)
        self.changes = list(run.changes)
        self.threads = ThreadRecord(checkpoint.threads)
        self._untold = dict(run.untold)
        edited = settings_of(now)
        for name, value in settings_of(before).items():
            if edited[name] != value:
                self._untold.setdefault(name, value)
        if now.optimizer.kind == before.optimizer.kind:
            earlier = before.optimizer.build()
            earlier.load_state(checkpoint.optimizer)
            self.optimizer.take_over(earlier)
        for layer in self._dropouts():
            layer.rng.bit_generator.state = checkpoint.random["dropout"]
        rng, examples = self._batches.rng, len(self.data.train)
        rng.bit_generator.state = checkpoint.random["batches"]
        # As they were drawn before; what is drawn otherwise from here on goes on at the same place.
        batches = _batches(replace(now, sampling=before.sampling), examples, rng, run.epoch, run.drawn)
        if now.sampling != before.sampling:
            batches = _batches(now, examples, rng, batches.epoch, batches.drawn)
        self._batches = batches
        self._schedule_epoch = run.schedule_epoch
        self._dead = set(run.dead)
        self._updates.is_careful = run.is_careful

    def _last_until(self, total: int) -> None:
        self.total_iterations = total
        self._statistics_every = max(1, min(STATISTICS_EVERY, total // STATISTICS_AT_LEAST))

    def _dropouts(self) -> list[Dropout]:
        return [layer for layer in self.network.layers if isinstance(layer, Dropout)]

    def _evaluation_is_due(self) -> bool:
        if not (self._batches.drawn == 0 or self.iteration >= self.total_iterations):
            return False
        return not self.evaluations or self.evaluations[-1].iteration != self.iteration

    def _take_up_changes(self) -> None:
        """Bring into force what was asked for. It is told before the next iteration."""
        for name in tuple(self._pending):
            training, value = self.experiment.training, self._pending.pop(name)
            self._untold.setdefault(name, settings_of(training)[name])
            self.experiment = replace(self.experiment, training=with_settings(training, {name: value}))
            if name == "momentum":
                self.optimizer.momentum = value

    def _tell_changes(self) -> Iterator[SettingChanged]:
        training = self.experiment.training
        now, used = settings_of(training), used_settings(training)
        for name in tuple(self._untold):
            old = self._untold.pop(name)
            if now[name] != old and name in used:
                change = SettingChanged(self.iteration + 1, name, old, now[name])
                self.changes.append(change)
                yield change

    def _iterate(self) -> list[Event]:
        """One iteration: batch, loss, gradient, update. Its events, the Iteration or Diverged first."""
        train, network, config = self.data.train, self.network, self.experiment.training
        rate = self._rate(config)
        index = self._batches.draw()
        x = self._gatherer.batch(index)
        targets = train.t[index]
        number = self.iteration + 1
        averages = network.state.vector.copy()
        with np.errstate(all="ignore"):  # what is not finite is looked for, and said as Diverged
            loss = network.forward(x, targets)
            network.backward()
            grads = network.grads.vector
            square = float(grads @ grads)
            # A sum of squares finds NaN and infinity fast. Where it overflows itself, look again.
            is_finite = (
                math.isfinite(loss)
                and (math.isfinite(square) or all_finite(grads))
                and all_finite(network.state.vector)
            )
            is_due = is_finite and (number % self._statistics_every == 0 or number == 1)
            happened: list[Event] = self._look_inside(number) if is_due else []
            if is_finite and number == judged_at(self.planned_iterations) and not self._dead:
                stayed = stayed_at_chance(number, self.losses, network, self.data, config)
                happened += [stayed] if stayed is not None else []
            explanation = Explanation(network) if self._explain else None
            if not (is_finite and self._updates.make(rate, config.weight_decay, square)):
                network.state.vector[...] = averages
                self._batches.undo()
                return [Diverged(number, loss, rate)]
            self.iteration = number
            self._losses.append(loss)
            if explanation is not None:
                self._explain = False
                happened.append(explanation.detail(number, index, x, targets, rate, loss))
        return [Iteration(number, loss), *happened]

    def _rate(self, config: TrainingConfig) -> float:
        """The learning rate of the next update. The schedule stands still where its planned length ends."""
        planned = self.planned_iterations
        if self.iteration < planned:
            self._schedule_epoch = self._batches.epoch
        place = min(self.iteration, planned - 1)
        factor = config.schedule.factor(place, planned, self._schedule_epoch)
        return config.optimizer.learning_rate * factor

    def _look_inside(self, number: int) -> list[Event]:
        statistics: LayerStatistics = layer_statistics(self.network, number)
        happened: list[Event] = [statistics]
        for layer in statistics.activations:
            if (
                layer.dead_units == layer.units
                and layer.layer not in self._dead
                and self._is_dead(layer.layer)
            ):
                happened.append(LayerDied(number, layer.layer))
        return happened

    def _is_dead(self, layer: str) -> bool:
        """Whether it gives nothing for other examples either: in one batch all may be off by chance."""
        row = self.experiment.network.layer_names.index(layer)
        x = self.data.train.floats(0, EVALUATION_ROWS, self.network.dtype)
        return not self.network.activations(x)[row].any()


def _batches(
    config: TrainingConfig, examples: int, rng: np.random.Generator, epoch: int = 0, drawn: int = 0
) -> Batches:
    kind = RandomBatches if config.sampling == "random" else ShuffledEpochs
    return kind(examples, config.batch_size, rng, epoch, drawn)
