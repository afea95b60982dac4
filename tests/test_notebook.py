"""The notebook in docs/notebooks: its cells run from top to bottom, without Jupyter, and what its table says
of the book's imports is true."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.calculus.differentiation import numerical_gradient
from core.graph.ops import OPERATIONS
from core.nn.layers import Affine, ReLU
from core.nn.losses import SoftmaxWithLoss, softmax
from core.nn.network import Network
from core.nn.optimizers import AdaGrad, Adam, Momentum, RMSProp
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.checkpoint import load_checkpoint
from tests.pages import links
from tests.sources import resolves

ROOT = Path(__file__).parent.parent
NOTEBOOK = ROOT / "docs" / "notebooks" / "first-steps.ipynb"
BOOK = {
    "common.functions": "identity_function step_function sigmoid sigmoid_grad relu relu_grad softmax "
    "mean_squared_error cross_entropy_error softmax_loss",
    "common.gradient": "numerical_gradient",
    "common.layers": "Relu Sigmoid Affine SoftmaxWithLoss Dropout BatchNormalization Convolution Pooling",
    "common.multi_layer_net": "MultiLayerNet",
    "common.multi_layer_net_extend": "MultiLayerNetExtend",
    "common.optimizer": "SGD Momentum Nesterov AdaGrad RMSprop Adam",
    "common.trainer": "Trainer",
    "common.util": "smooth_curve shuffle_dataset conv_output_size im2col col2im",
    "dataset.mnist": "load_mnist",
    "gradient_1d": "numerical_diff",
    "gradient_method": "gradient_descent",
    "layer_naive": "MulLayer AddLayer",
    "two_layer_net": "TwoLayerNet",
}
"""What the book's programs import of its own modules, from chapter 3 on."""


def cells(kind: str) -> list[dict[str, Any]]:
    found = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in found if cell["cell_type"] == kind]


def text_of(kind: str) -> str:
    return "\n\n".join("".join(cell["source"]) for cell in cells(kind))


def rows() -> Iterator[tuple[list[str], str, str]]:
    """The rows of the table: the names of the book, what stands for them here, and what differs."""
    for line in text_of("markdown").partition("## The book's imports")[2].splitlines():
        if line.startswith("| `"):
            book, here, differs = (cell.strip() for cell in line.strip("|").split("|"))
            yield re.findall(r"`([^`]+)`", book), here, differs


def test_its_cells_run_from_top_to_bottom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its first loop takes half as many turns here."""
    assert text_of("code").count("iters_num = 1_201") == 1
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for cell in cells("code"):
        source = "".join(cell["source"]).replace("iters_num = 1_201", "iters_num = 601")
        exec(compile(source, cell["id"], "exec"), names)
    out, err = capsys.readouterr()
    assert err == ""
    (last,) = re.findall(r"^epoch 1: training set .+, test set (.+)%$", out, re.MULTILINE)
    assert float(last) > 90
    differences = re.findall(r"^\w+: mean difference (.+)$", out, re.MULTILINE)
    assert len(differences) == 4
    assert max(map(float, differences)) < 1e-8
    evaluation = load_checkpoint(tmp_path / "first-steps.blab").evaluations[-1]
    assert f"test set {evaluation.test_accuracy:.2%}, loss" in out.splitlines()[-1]


def test_it_is_kept_as_nobody_has_run_it() -> None:
    code = cells("code")
    assert len(code) > 5
    assert [cell["id"] for cell in code if cell["outputs"] or cell["execution_count"] is not None] == []
    ids = [cell["id"] for cell in (*code, *cells("markdown"))]
    assert len(ids) == len(set(ids))


def test_it_imports_nothing_but_numpy_and_the_engine() -> None:
    imported = set(re.findall(r"^(?:from|import) (\w+)", text_of("code"), re.MULTILINE))
    assert imported == {"core", "numpy"}


def test_its_links_lead_somewhere() -> None:
    found = links(text_of("markdown"))
    assert found
    assert [name for name, _ in found if not (NOTEBOOK.parent / name).exists()] == []


# --- the table ----------------------------------------------------------------------------------------------


def test_the_table_has_every_import_of_the_book() -> None:
    listed = [name for names, _, _ in rows() for name in names]
    assert sorted(listed) == sorted(f"{module}.{name}" for module in BOOK for name in BOOK[module].split())


def test_what_stands_for_an_import_exists() -> None:
    for names, here, differs in rows():
        found = re.findall(r"`(core\.[\w.]+)`", here)
        assert found or here == "nothing", names
        assert [
            name for name in (*found, *re.findall(r"`(core\.[\w.]+)`", differs)) if not resolves(name)
        ] == []
    assert not resolves("core.nn.layers.Relu")


def test_the_functions_of_the_book_are_rows_of_the_table_of_operations() -> None:
    words = {word for _, _, differs in rows() for word in re.findall(r'`(?:OPERATIONS\[)?"(\w+)"', differs)}
    assert words <= OPERATIONS.keys()
    assert {"sigmoid", "cross_entropy", "multiply"} < words
    x, t = np.array([[1.0, -2.0, 3.0], [0.0, 0.5, -1.0]]), np.eye(3)[[2, 0]]

    def call(word: str, *operands: Any) -> Any:
        return OPERATIONS[word].forward(*operands)

    y = np.exp(x) / np.exp(x).sum(axis=1, keepdims=True)
    assert np.allclose(softmax(x), y)
    assert np.allclose(softmax(x[0]), y[0])
    assert np.allclose(call("sigmoid", x), 1 / (1 + np.exp(-x)))
    assert np.array_equal(call("relu", x), np.maximum(x, 0))
    assert np.array_equal(call("step", x), x > 0)
    assert np.isclose(call("mean_squared_error", y, t), ((y - t) ** 2).sum() / 2 / len(y))
    assert np.isclose(call("cross_entropy", y, t), -np.log(y[[0, 1], [2, 0]] + 1e-7).mean())
    assert np.isclose(call("softmax_with_loss", x, t), -np.log(y[[0, 1], [2, 0]]).mean())


def test_a_layer_writes_its_gradients_into_the_arrays_that_it_takes() -> None:
    x, W, b = np.array([[1.0, 2.0]]), np.ones((2, 3)), np.zeros(3)
    dW, db = np.empty_like(W), np.empty_like(b)
    affine, relu, loss = Affine(W, b, dW, db), ReLU(np.float64), SoftmaxWithLoss(np.float64)
    assert relu.forward(affine.forward(x)).dtype == np.float64
    loss.forward(relu.forward(affine.forward(x)), np.array([2]))
    affine.backward(relu.backward(loss.backward()))
    assert np.allclose(db, [1 / 3, 1 / 3, -2 / 3])
    assert np.allclose(dW, np.outer(x, db))


def test_a_function_that_ignores_its_argument_has_no_gradient() -> None:
    network = Network(NetworkSpec(3, (LayerSpec("affine", 2),)), dtype=np.float64)
    x, t = np.ones((1, 3)), np.array([1])
    assert not numerical_gradient(lambda W: network.loss(x, t), network.params["W1"]).any()
    assert network.numerical_gradient(x, t)["W1"].any()


def test_an_optimizer_takes_the_two_vectors() -> None:
    network = Network(NetworkSpec(3, (LayerSpec("affine", 2),)))
    before = network.params.vector.copy()
    optimizers = (
        Adam(0.001, epsilon=1e-7, fold_bias_correction=True),
        Momentum(0.1),
        AdaGrad(0.1),
        RMSProp(0.1),
    )
    for optimizer in optimizers:
        gradient = network.gradient(np.ones((1, 3)), np.array([1]))
        optimizer.update(network.params.vector, gradient.vector)
        assert not np.array_equal(network.params.vector, before)
        before = network.params.vector.copy()
    assert (AdaGrad(0.1).epsilon, RMSProp(0.1).epsilon) == (1e-10, 1e-8)


@pytest.mark.parametrize("kind", ["dropout", "batch_norm"])
def test_the_extended_network_has_these_layers(kind: str) -> None:
    layers = (LayerSpec("affine", 4), LayerSpec(kind, rate=0.5), LayerSpec("relu"), LayerSpec("affine", 2))
    assert Network(NetworkSpec(3, layers)).predict(np.ones((5, 3))).shape == (5, 2)
