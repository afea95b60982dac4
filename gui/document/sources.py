"""Where the network on the table comes from, and copies of it.

A source gives copies; it shows nothing and knows no screen. What is here needs no training: initial weights,
and the network that a run or a file left. The training under way is a source of `gui.trainer`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, Protocol

from core.data import DataSet
from core.errors import LabError, ModelFileError, translatable
from core.nn.network import Network
from core.training.checkpoint import Checkpoint
from core.training.config import Experiment
from core.training.session import TrainingSession
from gui.document.run import Run
from gui.language.numbers import count
from gui.language.texts import translate

Kind = Literal["initial", "running", "ended", "opened", "epoch"]


@dataclass(frozen=True, slots=True, eq=False)
class NetworkCopy:
    """The network on the table at one moment. It may be used in any thread: nobody else writes to it.

    `name` is that of its preset, run or file, `iteration` the number of its updates. `data` is needed for the
    checkpoint of initial weights alone.
    """

    kind: Kind
    name: str
    iteration: int
    experiment: Experiment
    run_id: int = 0
    held: Checkpoint | None = None
    data: DataSet | None = field(default=None, repr=False)

    @property
    def has_weights(self) -> bool:
        """Whether `network` is this one: of one in training the weights come only with a copy of them."""
        return self.held is not None or self.kind == "initial"

    def network(self) -> Network:
        """A network of one's own; of initial weights where there are no others. Raises LabError for a spec
        that cannot be built."""
        if self.held is not None:
            return self.held.network()
        return Network(self.experiment.network, self.experiment.training.seed)

    def checkpoint(self) -> Checkpoint:
        """All that a model file holds. Raises LabError where there is no network yet."""
        if self.held is not None:
            return self.held
        if self.data is None:
            raise none_yet()
        return TrainingSession(self.experiment, self.data).checkpoint()

    def continues(self, other: NetworkCopy) -> bool:
        """Both are of one training under way."""
        return self.kind == other.kind == "running" and self.run_id == other.run_id

    def title(self, *, is_paused: bool = False) -> str:
        """Which network this is, in the language in use."""
        if self.kind == "initial":
            if not self.name:
                return translate("Sources", "Initial weights, not trained yet")
            return translate("Sources", "{name}: initial weights, not trained yet").format(name=self.name)
        if self.kind == "running" and is_paused:
            text = translate("Sources", "{name}, paused at iteration {iteration}")
        elif self.kind == "running":
            text = translate("Sources", "{name}, in training at iteration {iteration}")
        else:
            text = translate("Sources", "{name}, trained for {iteration} iterations")
        return text.format(name=self.name, iteration=count(self.iteration))


Answer = NetworkCopy | LabError
"""A copy, or why there is none."""


class NetworkSource(Protocol):
    """`run` is the run that the network belongs to, None for initial weights."""

    @property
    def kind(self) -> Kind: ...

    @property
    def run(self) -> Run | None: ...

    def look(self) -> NetworkCopy:
        """What can be said of the network now. A copy without arrays where those are not at hand."""
        ...

    def give(self, receive: Callable[[Answer], None]) -> None:
        """Call `receive` with a copy, now or soon. Whoever asks sees to it that it is heard once."""
        ...


class InitialWeights:
    """The network of the experiment on the table, before any iteration."""

    kind: Kind = "initial"
    run: Run | None = None

    def __init__(self, about: Callable[[], tuple[str, Experiment, DataSet | None]]) -> None:
        self._about = about

    def look(self) -> NetworkCopy:
        name, experiment, data = self._about()
        return NetworkCopy("initial", name, 0, experiment, data=data)

    def give(self, receive: Callable[[Answer], None]) -> None:
        receive(self.look())


@dataclass(frozen=True, slots=True, eq=False)
class KeptNetwork:
    """The network that a run has left, or that a file holds."""

    kind: Kind
    run: Run

    def look(self) -> NetworkCopy:
        held = self.run.checkpoint
        iteration = held.iteration if held is not None else 0
        return NetworkCopy(self.kind, self.run.name, iteration, self.run.experiment, self.run.id, held)

    def give(self, receive: Callable[[Answer], None]) -> None:
        receive(self.look() if self.run.checkpoint is not None else none_left(self.run))


def none_yet() -> LabError:
    return ModelFileError(translatable("errors", "There is no network yet: its data are still being read."))


def none_left(run: Run) -> LabError:
    template = translatable("errors", "{name} ended before there was a network.")
    return ModelFileError(template, name=run.name)


def put_away() -> LabError:
    template = translatable(
        "errors", "This network is not the current one any more: another one took its place."
    )
    return ModelFileError(template)
