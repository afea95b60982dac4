"""Descriptions of networks in few words, for the tests of the description. Not a test itself."""

from __future__ import annotations

from core.nn.initializers import InitializerSpec
from core.nn.spec import LayerSpec, LossSpec, NetworkSpec

RELU = LayerSpec("relu")


def affine(units: int, init: InitializerSpec | None = None) -> LayerSpec:
    return LayerSpec("affine", units) if init is None else LayerSpec("affine", units, init)


def spec(*layers: LayerSpec, input_size: int = 784, loss: LossSpec | None = None) -> NetworkSpec:
    return NetworkSpec(input_size, layers, loss or LossSpec())
