"""Networks in the graph: the current one, which it is, and whether it has been trained on since."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.data import DataSet
from core.nn.network import Network
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.checkpoint import Checkpoint
from core.training.config import Experiment, TrainingConfig
from gui.document.change import Change
from gui.document.document import Document
from gui.document.network_on_table import NetworkOnTable
from gui.document.sources import Answer, Kind, NetworkCopy, put_away
from gui.graph.current_network import CurrentNetworkOnTable
from gui.graph.model.model import GraphModel
from gui.graph.model.networks import CurrentNetwork, Found
from gui.graph.model.origin import Origin, Weights
from gui.jobs.jobs import Jobs
from gui.look.icons import Icons
from tests.gui.graph.screen import graph_workspace

RUN = Weights(4, "Run 2", 1500)


class Fake(CurrentNetwork):
    """Is asked, and answers when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Callable[[Found | None], None]] = []
        self.now: Weights | None = None

    @property
    def weights(self) -> Weights | None:
        return self.now

    def ask(self, receive: Callable[[Found | None], None]) -> None:
        self.asked.append(receive)

    def move(self, now: Weights | None) -> None:
        self.now = now
        self.moved.emit()


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    found = Jobs()
    yield found
    found.shutdown()


@pytest.fixture
def current(qapp: object) -> Fake:
    return Fake()


@pytest.fixture
def model(jobs: Jobs, current: Fake) -> Iterator[GraphModel]:
    found = GraphModel(jobs, current)
    yield found
    found.checking.stop()


def network() -> Network:
    spec = NetworkSpec(784, (LayerSpec("affine", 3), LayerSpec("relu"), LayerSpec("affine", 10)))
    return Network(spec, 3, np.float64)


def found(weights: Weights | None = RUN, index: int = 42) -> Found:
    """Whose prediction is 7."""
    trained = network()
    trained.params["b2"] = np.eye(10)[7] * 100
    x = np.random.default_rng(1).random((1, 784))
    return Found(trained, x, np.array([5]), Origin(weights, "test", index))


def ready(qtbot: QtBot, model: GraphModel) -> None:
    qtbot.waitUntil(lambda: not model.is_busy and model.cursor is not None and not model.stale)


# The example that draws the current network


def test_it_is_the_current_one_if_there_is_one(qtbot: QtBot, model: GraphModel, current: Fake) -> None:
    model.show_example("two-layer-mnist")
    assert model.stale
    current.now, given = RUN, found()
    current.asked[0](given)
    ready(qtbot, model)
    assert model.description == "Run 2 after 1,500 iterations · test image 42, label 5, prediction 7"
    assert model.trace is not None
    np.testing.assert_array_equal(model.trace.values["W1"], given.network.params["W1"])


def test_without_a_trained_network_it_is_its_own(qtbot: QtBot, jobs: Jobs) -> None:
    model = GraphModel(jobs)
    model.show_example("two-layer-mnist")
    ready(qtbot, model)
    assert model.description.startswith("Initial weights, as no network was trained for these images yet")
    assert "· test image 0, label 7, prediction" in model.description
    assert "784-80-10" in model.description
    assert model.trace is not None
    assert model.trace.values["W1"].shape == (784, 80)


def test_one_that_never_comes_is_not_waited_for(
    qtbot: QtBot, jobs: Jobs, current: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.graph.model.model.PATIENCE_MS", 1)
    model = GraphModel(jobs, current)
    model.show_example("two-layer-mnist")
    assert model.is_busy
    ready(qtbot, model)
    assert model.subject.key == "two-layer-mnist"


def test_an_answer_that_comes_too_late_is_dropped(model: GraphModel, current: Fake) -> None:
    model.show_example("two-layer-mnist")
    model.show_example("add")
    current.asked[0](found())
    assert model.subject.key == "add"
    assert not model.is_busy


# Which network it is, and what the current one is by now


@pytest.mark.parametrize(
    ("weights", "now", "text"),
    [
        (RUN, RUN, "Run 2 after 1,500 iterations · training image 8"),
        (
            RUN,
            Weights(4, "Run 2", 3000),
            "Run 2 after 1,500 iterations · training image 8 · the run is at iteration 3,000 now",
        ),
        (
            RUN,
            Weights(5, "Run 2", 300),
            "Run 2 after 1,500 iterations · training image 8 · "
            "the current network is that of Run 2, at iteration 300",
        ),
        (
            RUN,
            None,
            "Run 2 after 1,500 iterations · training image 8 · the current network has initial weights",
        ),
        (None, None, "Initial weights · training image 8"),
        (Weights(1, "Run 1", 1), Weights(1, "Run 1", 1), "Run 1 after 1 iteration · training image 8"),
    ],
)
def test_a_picture_is_never_called_the_current_network_if_it_is_not(
    weights: Weights | None, now: Weights | None, text: str
) -> None:
    assert Origin(weights, "train", 8).text(now) == text


def test_examples_that_are_not_images_are_not_called_so() -> None:
    origin = Origin(None, "test", 1234, is_image=False, label=1, prediction=0)
    assert origin.text(None) == "Initial weights · test example 1,234, label 1, prediction 0"


def test_the_header_says_when_the_run_has_gone_on(qtbot: QtBot, icons: Icons, current: Fake) -> None:
    with graph_workspace(qtbot, icons, current) as workspace:
        current.now = RUN
        workspace.show_network(found())
        qtbot.waitUntil(lambda: workspace.model.subject.kind == "network")
        said = "Run 2 after 1,500 iterations · test image 42, label 5, prediction 7"
        assert workspace.header.title.text() == "The loss of a network"
        assert workspace.header.description.text() == said
        current.move(Weights(4, "Run 2", 3000))
        assert workspace.header.description.text() == f"{said} · the run is at iteration 3,000 now"
        current.move(RUN)
        assert workspace.header.description.text() == said


def test_what_is_not_a_network_says_nothing_of_runs(qtbot: QtBot, icons: Icons, current: Fake) -> None:
    with graph_workspace(qtbot, icons, current) as workspace:
        before = workspace.header.description.text()
        current.move(RUN)
        assert workspace.header.description.text() == before


# The network on the table


class _Split(list[int]):
    """Three test images, all of one grey."""

    t = np.array([7, 2, 1])

    def floats(self, start: int, stop: int, dtype: object) -> Any:
        return np.full((stop - start, 784), 0.2)


class _Source:
    """A network that was trained for five iterations; `told` holds who waits for a copy."""

    kind: Kind = "running"
    run = None

    def __init__(self, data_set: str = "mnist", iterations: int = 5) -> None:
        spec = NetworkSpec(784, (LayerSpec("affine", 10),))
        held = SimpleNamespace(network=network, iteration=iterations)
        experiment = Experiment(spec, TrainingConfig(data_set))
        self._copy = NetworkCopy("running", "Run 1", iterations, experiment, 1, cast(Checkpoint, held))
        self.told: list[Callable[[Answer], None]] = []

    def look(self) -> NetworkCopy:
        return self._copy

    def go_on(self, iterations: int) -> None:
        self._copy = replace(self._copy, iteration=iterations)

    def give(self, receive: Callable[[Answer], None]) -> None:
        self.told.append(receive)


def _table(source: _Source | None) -> NetworkOnTable:
    document = Document(Experiment(NetworkSpec(784, (LayerSpec("affine", 10),)), TrainingConfig("mnist")))
    table = NetworkOnTable(document)
    table.data = cast(DataSet, SimpleNamespace(name="mnist", test=_Split([0, 0, 0])))
    if source is not None:
        table.source = source
    return table


@pytest.mark.parametrize("source", [None, _Source("spiral"), _Source(iterations=0)])
def test_no_network_for_these_images(source: _Source | None, qapp: object) -> None:
    answers: list[Found | None] = []
    CurrentNetworkOnTable(_table(source)).ask(answers.append)
    assert answers == [None]


def test_the_network_on_the_table_comes_when_it_is_given(qapp: object) -> None:
    source, answers = _Source(), list[Found | None]()
    CurrentNetworkOnTable(_table(source), image=1).ask(answers.append)
    assert answers == []
    source.told[0](source.look())
    [given] = answers
    assert given is not None
    assert (given.network.dtype, given.x.shape, list(given.t)) == (np.float64, (1, 784), [2])
    assert given.origin == Origin(Weights(1, "Run 1", 5), "test", 1)


def test_a_reason_in_place_of_a_network_is_none(qapp: object) -> None:
    source, answers = _Source(), list[Found | None]()
    CurrentNetworkOnTable(_table(source)).ask(answers.append)
    source.told[0](put_away())
    assert answers == [None]


def test_it_tells_once_when_the_run_has_gone_on(qapp: object) -> None:
    source = _Source()
    table = _table(source)
    current = CurrentNetworkOnTable(table)
    told: list[Weights | None] = []
    current.moved.connect(lambda: told.append(current.weights))
    table.changes.tell(Change.REPORT)
    assert told == []
    source.go_on(6)
    table.changes.tell(Change.REPORT)
    table.changes.tell(Change.REPORT)
    assert told == [Weights(1, "Run 1", 6)]
    assert current.weights == told[0]
