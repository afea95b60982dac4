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
from numpy.typing import NDArray

from core.data import Batches, DataSet, RandomBatches, ShuffledEpochs, Split
from core.data.gatherer import Gatherer
from core.errors import ConfigError, LabError, translatable
from core.nn.layers import Affine, Dropout
from core.nn.network import BATCH_STREAM, Network, stream
from core.nn.optimizers import USED_SETTINGS
from core.nn.parameters import Floats
from core.training.checkpoint import Checkpoint
from core.training.config import Experiment, TrainingConfig
from core.training.events import (
    Completed,
    Diverged,
    Evaluation,
    EvaluationProgress,
    Event,
    Iteration,
    IterationDetail,
    LayerDied,
    LayerStatistics,
    SettingChanged,
)
from core.training.statistics import layer_statistics, root_mean_square

EVALUATION_ROWS = 500
PROGRESS_ROWS = 1_000
BATCH_LIMIT_BYTES = 2 << 30
STATISTICS_EVERY = 50  # iterations
STATISTICS_AT_LEAST = 200  # times in a run

LIVE_SETTINGS = ("learning_rate", "momentum", "weight_decay")
"""What may be changed while a session runs."""


def problems(experiment: Experiment, data: DataSet) -> tuple[LabError, ...]:
    """Everything that keeps this experiment from being trained on these data: () if it can be."""
    spec = experiment.network
    found: list[LabError] = [*experiment.problems(len(data.train))]
    if not spec.problems():
        found += spec.fit_problems(data.input_size, data.classes, data.title, data.is_classification)
    if not found:
        found += _memory_problems(experiment)
    return tuple(found)


def _memory_problems(experiment: Experiment) -> list[LabError]:
    """A batch that is too large for memory: each layer holds its values and their gradient, in float32."""
    batch = experiment.training.batch_size
    size = batch * sum(experiment.network.widths) * 2 * 4
    if size <= BATCH_LIMIT_BYTES:
        return []
    template = translatable(
        "errors",
        "A batch of {batch} takes {size:.1f} GB in this network; the limit is {limit:.0f} GB. "
        "Make it smaller.",
    )
    fields = {"batch": batch, "size": size / 2**30, "limit": BATCH_LIMIT_BYTES / 2**30}
    return [ConfigError(template, field="batch_size", **fields)]


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
        self._is_careful = False
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
        sets = [self.data.train] + ([self.data.test] if self.data.test is not None else [])
        total = sum(map(len, sets))
        figures: list[tuple[float, float | None]] = []
        done = 0
        for split in sets:
            loss = right = 0.0
            for start in range(0, len(split), EVALUATION_ROWS):
                batch_loss, batch_right = self._loss_and_right(split, start)
                loss += batch_loss
                right += batch_right
                before, done = done, done + min(EVALUATION_ROWS, len(split) - start)
                if done // PROGRESS_ROWS > before // PROGRESS_ROWS:
                    yield EvaluationProgress(done, total)
            figures.append((loss / len(split), right / len(split) if self.data.is_classification else None))
        (train, test) = figures if len(figures) == 2 else (figures[0], (None, None))
        evaluation = Evaluation(self.iteration, self.iteration / self.iterations_per_epoch, *train, *test)
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
        self.optimizer.learning_rate = rate = self.base_rate * factor
        averages = network.state.vector.copy()
        with np.errstate(all="ignore"):  # what is not finite is looked for, and said as Diverged
            loss = network.forward(x, targets)
            network.backward()
            grads = network.grads.vector
            square = float(grads @ grads)
            # A sum of squares finds NaN and infinity fast. Where it overflows itself, look again.
            is_finite = (
                math.isfinite(loss)
                and (math.isfinite(square) or _all_finite(grads))
                and _all_finite(network.state.vector)
            )
            is_due = is_finite and (number % self._statistics_every == 0 or number == 1)
            happened: list[Event] = self._look_inside(number) if is_due else []
            before = network.params.vector.copy() if self._explain else None
            gradient = network.grads.copies() if self._explain else {}
            if not (is_finite and self._update(rate, square)):
                network.state.vector[...] = averages
                return [Diverged(number, loss, rate)]
            self.iteration = number
            self.losses.append(loss)
            if before is not None:
                self._explain = False
                happened.append(self._explained(index, x, targets, before, gradient, rate, loss))
        return [Iteration(number, loss), *happened]

    def _update(self, rate: float, square: float) -> bool:
        """Change the parameters. False, with nothing changed, where the new ones would not be finite.

        `square` is the sum of the squares of the gradient. To keep a copy at every update would cost some
        percent of the time. It is kept from where on an update may overflow: below these bounds, none can in
        any number of iterations that one waits for.
        """
        params, grads = self.network.params.vector, self.network.grads.vector
        is_safe = rate < 1e9 and square < 1e18 and rate * self.weight_decay < 1.0
        self._is_careful = self._is_careful or not is_safe
        kept = (params.copy(), self.optimizer.state()) if self._is_careful else None
        if self.weight_decay:
            self._add_weight_decay()
        self.optimizer.update(params, grads)
        if kept is None or _all_finite(params):
            return True
        params[...] = kept[0]
        self.optimizer.load_state(kept[1])
        return False

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

    def _add_weight_decay(self) -> None:
        """∂(½·λ·Σ W²)/∂W = λ·W, for the weights alone: biases are left as they are, as in the book."""
        for layer in self.network.layers:
            if isinstance(layer, Affine):
                layer.dW += self.weight_decay * layer.W

    def _explained(
        self,
        index: NDArray[np.intp],
        x: Floats,
        targets: NDArray[Any],
        before: Floats,
        gradient: dict[str, Floats],
        rate: float,
        loss: float,
    ) -> IterationDetail:
        """The detail of the iteration just made; the loss after it is of the same batch and dropout mask."""
        params = self.network.params
        change = params.vector - before
        with self.network.fixed_chance():
            loss_after = self.network.forward(x, targets)
        return IterationDetail(
            iteration=self.iteration,
            indices=index.copy(),
            targets=targets.copy(),
            gradient_rms={name: root_mean_square(array) for name, array in gradient.items()},
            update_rms={name: root_mean_square(change[part]) for name, part in params.slices.items()},
            learning_rate=rate,
            loss_before=loss,
            loss_after=loss_after,
        )

    def _loss_and_right(self, split: Split, start: int) -> tuple[float, float]:
        """The summed loss of the rows from `start`, and how many of them are right."""
        stop = min(start + EVALUATION_ROWS, len(split))
        targets = split.t[start:stop]
        with np.errstate(all="ignore"):
            scores = self.network.predict(split.floats(start, stop, self.network.dtype))
            loss = float(self.network.loss_layer.each(scores, targets).sum(dtype=np.float64))
        if not self.data.is_classification:
            return loss, 0.0
        return loss, float(np.count_nonzero(self.network.correct(scores, targets)))


def _batches(config: TrainingConfig, examples: int, rng: np.random.Generator) -> Batches:
    kind = RandomBatches if config.sampling == "random" else ShuffledEpochs
    return kind(examples, config.batch_size, rng)


def _all_finite(vector: Floats) -> bool:
    """No NaN and no infinity."""
    return not vector.size or bool(np.isfinite(vector).all())
