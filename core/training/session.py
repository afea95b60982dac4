"""One run of training, as a generator of events.

The session knows no clock, no thread and no screen. Not asking for the next event is a pause, closing the
generator a stop, and calling `events` again goes on from there. Under one seed the same experiment gives the
same numbers, bit for bit, on the same machine.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from core.data import Batches, DataSet, RandomBatches, ShuffledEpochs
from core.data.gatherer import Gatherer
from core.nn.layers import Dropout
from core.nn.network import BATCH_STREAM, Network, stream
from core.nn.optimizers import USED_SETTINGS
from core.training.checkpoint import Checkpoint
from core.training.config import Experiment, TrainingConfig
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
from core.training.problems import problems
from core.training.statistics import layer_statistics
from core.training.update import Explanation, Updates, all_finite
from core.training.whole_sets import EVALUATION_ROWS, evaluated

STATISTICS_EVERY = 50  # iterations
STATISTICS_AT_LEAST = 200  # times in a run

LIVE_SETTINGS = ("learning_rate", "momentum", "weight_decay")
"""What may be changed while a session runs."""


class TrainingSession:
    """Trains `network` (a new one of the experiment's seed, unless given) on `data`."""

    def __init__(self, experiment: Experiment, data: DataSet, *, network: Network | None = None) -> None:
        for problem in problems(experiment, data):
            raise problem
        config = experiment.training
        self.experiment = experiment
        self.data = data
        self.network = network if network is not None else Network(experiment.network, config.seed)
        self.optimizer = config.optimizer.build()
        self.weight_decay = config.weight_decay
        self.base_rate = config.optimizer.learning_rate
        self.iterations_per_epoch = config.iterations_per_epoch(len(data.train))
        self.total_iterations = config.total_iterations(len(data.train))
        self.iteration = 0
        self.losses: list[float] = []
        self.evaluations: list[Evaluation] = []
        self._batch_rng = stream(config.seed, BATCH_STREAM)
        self._batches = _batches(config, len(data.train), self._batch_rng)
        self._gatherer = Gatherer(data.train, config.batch_size, self.network.dtype)
        self._pending: dict[str, float] = {}
        self._explain = False
        self._dead: set[str] = set()
        self._updates = Updates(self.network, self.optimizer)
        self._statistics_every = max(1, min(STATISTICS_EVERY, self.total_iterations // STATISTICS_AT_LEAST))

    def events(self) -> Iterator[Event]:
        """All that happens from here to the end. The last event is Completed or Diverged.

        Before the first update comes an Evaluation; then every update is an Iteration, preceded by the
        settings that changed with it and followed by what was asked of it or is due: LayerStatistics,
        LayerDied, IterationDetail, and an Evaluation after every epoch and at the end.
        """
        while True:
            if self._evaluation_is_due():
                yield from self.evaluate()
            if self.iteration >= self.total_iterations:
                yield Completed(self.iteration)
                return
            yield from self._apply_changes()
            happened = self._iterate()
            yield from happened
            if isinstance(happened[0], Diverged):
                return

    def change(self, name: str, value: float) -> None:
        """Give a live setting another value, from the next iteration on. May be called from any thread."""
        used = USED_SETTINGS[self.experiment.training.optimizer.kind]
        if name not in LIVE_SETTINGS or (name == "momentum" and name not in used):
            raise ValueError(f"{name} cannot be changed while a session runs")
        config = self.experiment.training
        settings: dict[str, Any] = {name: value}
        if name == "weight_decay":
            config = replace(config, **settings)
        else:
            config = replace(config, optimizer=replace(config.optimizer, **settings))
        for problem in config.problems():
            raise problem
        self._pending[name] = value

    def explain_next(self) -> None:
        """Let the next iteration also tell its IterationDetail. May be called from any thread."""
        self._explain = True

    def evaluate(self) -> Iterator[EvaluationProgress | Evaluation]:
        """Evaluate the network on the whole training set and the whole test set, in inference mode."""
        figures = yield from evaluated(self.network, self.data)
        evaluation = Evaluation(self.iteration, self.iteration / self.iterations_per_epoch, *figures)
        self.evaluations.append(evaluation)
        yield evaluation

    def checkpoint(self) -> Checkpoint:
        """Everything that a model file holds, as copies."""
        dropouts = [layer.rng for layer in self.network.layers if isinstance(layer, Dropout)]
        random = {"batches": self._batch_rng.bit_generator.state}
        if dropouts:
            random["dropout"] = dropouts[0].bit_generator.state
        return Checkpoint(
            experiment=self.experiment,
            iteration=self.iteration,
            parameters=self.network.params.copies(),
            state=self.network.state.copies(),
            optimizer=self.optimizer.state(),
            random=random,
            losses=np.array(self.losses),
            evaluations=tuple(self.evaluations),
        )

    def _evaluation_is_due(self) -> bool:
        at_epoch = self.iteration % self.iterations_per_epoch == 0
        if not (at_epoch or self.iteration >= self.total_iterations):
            return False
        return not self.evaluations or self.evaluations[-1].iteration != self.iteration

    def _apply_changes(self) -> Iterator[SettingChanged]:
        for name in tuple(self._pending):
            value = self._pending.pop(name)
            holder: Any = self.optimizer if name == "momentum" else self
            attribute = "base_rate" if name == "learning_rate" else name
            old = getattr(holder, attribute)
            setattr(holder, attribute, value)
            if value != old:
                yield SettingChanged(self.iteration + 1, name, old, value)

    def _iterate(self) -> list[Event]:
        """One iteration: batch, loss, gradient, update. Its events, the Iteration or Diverged first."""
        train, network, config = self.data.train, self.network, self.experiment.training
        index = self._batches.draw()
        x = self._gatherer.batch(index)
        targets = train.t[index]
        number = self.iteration + 1
        epoch = self.iteration // self.iterations_per_epoch
        factor = config.schedule.factor(self.iteration, self.total_iterations, epoch)
        rate = self.base_rate * factor
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
            explanation = Explanation(network) if self._explain else None
            if not (is_finite and self._updates.make(rate, self.weight_decay, square)):
                network.state.vector[...] = averages
                return [Diverged(number, loss, rate)]
            self.iteration = number
            self.losses.append(loss)
            if explanation is not None:
                self._explain = False
                happened.append(explanation.detail(number, index, x, targets, rate, loss))
        return [Iteration(number, loss), *happened]

    def _look_inside(self, number: int) -> list[Event]:
        statistics: LayerStatistics = layer_statistics(self.network, number)
        happened: list[Event] = [statistics]
        for layer in statistics.activations:
            if (
                layer.dead_units == layer.units
                and layer.layer not in self._dead
                and self._is_dead(layer.layer)
            ):
                self._dead.add(layer.layer)
                happened.append(LayerDied(number, layer.layer))
        return happened

    def _is_dead(self, layer: str) -> bool:
        """Whether it gives nothing for other examples either: in one batch all may be off by chance."""
        row = self.experiment.network.layer_names.index(layer)
        x = self.data.train.floats(0, EVALUATION_ROWS, self.network.dtype)
        return not self.network.activations(x)[row].any()


def _batches(config: TrainingConfig, examples: int, rng: np.random.Generator) -> Batches:
    kind = RandomBatches if config.sampling == "random" else ShuffledEpochs
    return kind(examples, config.batch_size, rng)
