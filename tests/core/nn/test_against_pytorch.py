"""Loss, gradient and inference of random networks, beside PyTorch's; only where PyTorch can be imported."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import assume, given, settings

from core.nn.layers import Dropout
from core.nn.network import Network
from tests.core.nn.random_networks import Case, cases, is_well_conditioned
from tests.core.pytorch import pytorch

torch = pytorch()
functional = torch.nn.functional

TOLERANCE = 1e-10
"""The limit of the largest difference, relative to the array where that is larger than 1."""


@given(cases())
@settings(max_examples=150)
def test_random_networks_agree_with_pytorch(case: Case) -> None:
    network, x, t = case.network(), case.x(), case.t()
    parameters = {name: torch.tensor(array, requires_grad=True) for name, array in network.params.items()}
    moments = {name: torch.tensor(array) for name, array in network.state.items()}

    network.forward(*network.batch(x, t))
    assume(is_well_conditioned(network))
    network.load(case.network().params, case.network().state)
    gradient = network.gradient(x, t).copies()
    reported = network.forward(*_frozen(network, x, t))

    scores = _forward(network, torch.tensor(x), parameters, moments, training=True)
    loss, minimized = _losses(case, scores, t)
    minimized.backward()
    assert_near(reported, loss.item())
    for name, tensor in parameters.items():
        assert_near(gradient[name], np.zeros(tensor.shape) if tensor.grad is None else tensor.grad.numpy())
    # The second forward pass above moved the running averages once more; so does one more of PyTorch's.
    _forward(network, torch.tensor(x), parameters, moments, training=True)
    for name, array in network.state.items():
        assert_near(array, moments[name].numpy())
    with torch.no_grad():
        scores = _forward(network, torch.tensor(x), parameters, moments, training=False)
        assert_near(network.predict(x), scores.numpy())
        assert_near(network.loss(x, t), _losses(case, scores, t)[0].item())


def assert_near(ours: Any, theirs: Any) -> None:
    assert np.shape(ours) == np.shape(theirs)
    scale = max(1.0, float(np.max(np.abs(theirs), initial=0.0)))
    assert np.max(np.abs(np.subtract(ours, theirs)), initial=0.0) <= TOLERANCE * scale


def _frozen(network: Network, x: np.ndarray, t: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The batch, with every dropout mask held from here on."""
    for layer in network.layers:
        if isinstance(layer, Dropout):
            layer.frozen = True
    return network.batch(x, t)


def _forward(network: Network, y: Any, parameters: Any, moments: Any, *, training: bool) -> Any:
    affine = norm = 0
    for layer, row in zip(network.layers, network.spec.layers, strict=True):
        if row.kind == "affine":
            affine += 1
            y = y @ parameters[f"W{affine}"]
            if row.bias:
                y = y + parameters[f"b{affine}"]
        elif row.kind == "batch_norm":
            norm += 1
            own = (moments[f"running_mean{norm}"], moments[f"running_var{norm}"])
            y = functional.batch_norm(
                y, *own, parameters[f"gamma{norm}"], parameters[f"beta{norm}"], training=training
            )
        elif row.kind == "dropout":
            if training:  # the mask that was drawn, seen from outside: what becomes of ones
                y = y * torch.tensor(layer.forward(np.ones(y.shape)))
        elif row.kind == "leaky_relu":
            y = functional.leaky_relu(y, row.slope)
        elif row.kind != "identity":
            y = (getattr(torch, row.kind, None) or getattr(functional, row.kind))(y)
    return y


def _losses(case: Case, scores: Any, t: np.ndarray) -> tuple[Any, Any]:
    """The loss that is reported, and that whose gradient is taken."""
    c = scores.shape[1]
    if case.spec.loss.kind == "softmax":
        loss = functional.cross_entropy(scores, torch.tensor(t if t.ndim == 1 else t.argmax(axis=1)))
        return loss, loss
    if t.ndim == 1:
        t = t[:, np.newaxis] if c == 1 else np.eye(c)[t]
    targets = torch.tensor(t, dtype=torch.float64)
    if case.spec.loss.kind == "sigmoid_cross_entropy":
        loss = functional.binary_cross_entropy_with_logits(scores, targets, reduction="none").sum(1).mean()
        return loss, loss
    total = 0.5 * ((scores - targets) ** 2).sum(1).mean()
    form = case.spec.loss.form
    return total if form == "sum" else total / c, total / c if form == "mean" else total
