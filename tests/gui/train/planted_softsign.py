"""What the program makes of a layer of which only a class and two rows are written. Not a test of these
sources: `tests/test_planted_layer.py` runs it on a copy into which it has put `softsign`."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.data import open_data_set
from core.graph.compound import can_open
from core.graph.differences import Verdict, check_node
from core.graph.network_graph import network_graph
from core.graph.trace import trace_graph
from core.nn.gradient_check import gradient_check
from core.nn.initializers import InitializerSpec
from core.nn.layer_text import parse_layers
from core.nn.network import Network
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.checkpoint import load_checkpoint
from core.training.statistics import layer_statistics
from gui.train import terms
from main import main
from tests.gui.train.screen import Screen, choose

# The offscreen platform has no keyboard to grab for a list that pops up.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def batch() -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(0)
    return rng.normal(size=(5, 2)), rng.integers(0, 2, 5)


def network() -> Network:
    return Network(parse_layers("affine:6,softsign,affine:2", 2), 0, np.float64)


def test_the_command_line_trains_it_and_the_file_has_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = tmp_path / "softsign.blab"
    line = ["--layers", "affine:8,softsign,affine:2", "--dataset", "xor", "--epochs", "1"]
    assert main(["train", *line, "--save", str(model)]) == 0
    checkpoint = load_checkpoint(model)
    spec = checkpoint.experiment.network
    assert NetworkSpec.from_dict(spec.to_dict()) == spec
    assert spec.layer_names == ("Affine 1", "Softsign 1", "Affine 2")
    assert list(checkpoint.parameters) == ["W1", "b1", "W2", "b2"]
    test = open_data_set("xor").train
    assert checkpoint.network().accuracy(test.x, test.t) > 0.5
    capsys.readouterr()
    with pytest.raises(SystemExit):
        main(["train", "--help"])
    assert "softsign" in capsys.readouterr().out


def test_its_gradient_is_right_and_that_of_the_graph() -> None:
    x, t = batch()
    assert all(check.agrees() and not check.kinks for check in gradient_check(network(), x, t))
    graph = network_graph(network(), x, t)
    assert graph.node("Softsign 1").operation == "softsign"
    assert not can_open(graph, "Softsign 1")
    trace = trace_graph(graph)
    gradient = network().gradient(x, t)
    for name, array in gradient.items():
        np.testing.assert_allclose(trace.gradients[name], array, rtol=0, atol=1e-12)
        assert check_node(trace, name).verdict is Verdict.AGREES


def test_the_expression_has_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trace", "y = softsign(x)", "--set", "x=-3"]) == 0
    assert "-0.75" in capsys.readouterr().out


def test_its_statistics_are_those_of_its_bounds() -> None:
    """|x| / (1 + |x|) is within 0.01 of 1 from |x| = 99 on."""
    layer = LayerSpec("affine", 1, InitializerSpec.given([[1.0]]))
    seen = Network(NetworkSpec(1, (layer, LayerSpec("softsign"), LayerSpec("affine", 2))))
    seen.gradient(np.array([[-200.0], [-50.0], [0.0], [98.0], [100.0]]), np.array([0, 1, 0, 1, 0]))
    (found,) = layer_statistics(seen, 1).activations
    assert (found.low, found.high, found.saturated_share) == (-1.0, 1.0, pytest.approx(2 / 5))


def test_the_form_offers_it_and_the_histogram_says_what_saturates(screen: Screen) -> None:
    panel = screen.workspace.network
    assert "softsign" in [action.data() for action in panel.add_menu.actions()]
    row = panel.layers.layer_rows[1]
    choose(row.kind, "softsign")
    assert screen.document.experiment.network.layers[1] == LayerSpec("softsign")
    assert terms.LAYERS["softsign"].tip in row.kind.toolTip()
    screen.run_to_end()
    (note,) = (entry.name for entry in screen.workspace.plots.activations.legend.entries)
    assert note == "0.0 % saturated"
