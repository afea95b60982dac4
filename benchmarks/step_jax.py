"""The same training step in JAX on the CPU: the whole loop of a turn is one compiled `lax.scan`, whose
parameters are donated. What the loop gives back is the loss of each of its steps, as the engine's is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import jax
import jax.numpy as jnp

from benchmarks.nets import LEARNING_RATE, Net
from core.data import open_data_set

ACTIVATIONS = {"relu": jax.nn.relu, "sigmoid": jax.nn.sigmoid}

Parameters = list[tuple[Any, Any]]
"""W (D, H) and b (H,) of each Affine layer."""


def contender(net: Net) -> Callable[[int], None]:
    """A function that makes that many steps: whole turns at once, and what is left one by one."""
    split = open_data_set("mnist").train
    images, labels = jnp.asarray(split.x), jnp.asarray(split.t)
    key, *drawn = jax.random.split(jax.random.key(0), len(net.shapes) + 1)
    parameters = [
        (jax.random.normal(one, shape) * (2 / shape[0]) ** 0.5, jnp.zeros(shape[1]))
        for one, shape in zip(drawn, net.shapes, strict=True)
    ]
    turn = partial(jax.jit, static_argnames=("net", "steps"), donate_argnames=("parameters", "key"))(_turn)
    state = parameters, key
    for steps in (net.steps, 1):
        *state, _ = turn(*state, images, labels, net=net, steps=steps)  # compiles it

    def run(steps: int) -> None:
        nonlocal state
        whole, left = divmod(steps, net.steps)
        losses = None
        for length in [net.steps] * whole + [1] * left:
            *state, losses = turn(*state, images, labels, net=net, steps=length)
        jax.block_until_ready((state, losses))

    return run


def _turn(
    parameters: Parameters, key: Any, images: Any, labels: Any, *, net: Net, steps: int
) -> tuple[Parameters, Any, Any]:
    def step(state: tuple[Parameters, Any], _: None) -> tuple[tuple[Parameters, Any], Any]:
        parameters, key = state
        key, drawn = jax.random.split(key)
        index = jax.random.randint(drawn, (net.batch,), 0, len(images))
        x = images[index].astype(jnp.float32) / 255
        loss, gradient = jax.value_and_grad(_loss)(parameters, x, labels[index], net.activation)
        updated = jax.tree.map(lambda value, slope: value - LEARNING_RATE * slope, parameters, gradient)
        return (updated, key), loss

    (parameters, key), losses = jax.lax.scan(step, (parameters, key), length=steps)
    return parameters, key, losses


def _loss(parameters: Parameters, x: Any, t: Any, activation: str) -> Any:
    *hidden, (W, b) = parameters
    for W_hidden, b_hidden in hidden:
        x = ACTIVATIONS[activation](x @ W_hidden + b_hidden)
    scores = jax.nn.log_softmax(x @ W + b)
    return -jnp.take_along_axis(scores, t[:, None], axis=1).mean()
