"""The project's own training step, as the program makes it: through a session, with all that it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from benchmarks.nets import LEARNING_RATE, Net
from core.data import open_data_set
from core.nn.initializers import InitializerSpec
from core.nn.optimizers import OptimizerSpec
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from core.training.events import Evaluation, EvaluationProgress, Iteration
from core.training.session import TrainingSession

FOR_EVER = 1_000_000  # iterations


class _Unevaluated(TrainingSession):
    """Steps are timed between evaluations, so let there be none."""

    def evaluate(self) -> Iterator[EvaluationProgress | Evaluation]:
        yield from ()


def experiment(net: Net) -> Experiment:
    """The net as an experiment that does not end."""
    init = InitializerSpec("he" if net.activation == "relu" else "xavier")
    layers: list[LayerSpec] = []
    for units in net.sizes[1:]:
        layers += [LayerSpec("affine", units, init), LayerSpec(net.activation)]
    training = TrainingConfig(
        batch_size=net.batch,
        sampling="random",
        optimizer=OptimizerSpec("sgd", LEARNING_RATE),
        length=FOR_EVER,
        length_unit="iterations",
    )
    return Experiment(NetworkSpec(net.sizes[0], tuple(layers[:-1])), training)


def contender(net: Net) -> Callable[[int], None]:
    """A function that makes that many steps."""
    session = _Unevaluated(experiment(net), open_data_set("mnist"))
    iterations = (event for event in session.events() if isinstance(event, Iteration))

    def run(steps: int) -> None:
        for _ in islice(iterations, steps):
            pass

    return run
