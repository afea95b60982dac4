"""The edits of a network's list of layers, each a new spec: insert, remove, duplicate, move, change.

Plain functions over frozen values: no widget and no undo here. `index` counts the layers from 0; the rows on
screen count from the input, so row = index + 1.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.nn.initializers import InitializerSpec
from core.nn.spec import LayerSpec, NetworkSpec

USUAL_UNITS = 50


def new_layer(kind: str, spec: NetworkSpec, index: int) -> LayerSpec:
    """A layer of `kind` for that place. An Affine layer takes the size of the hidden layer before it and
    initial weights as the Affine layer nearest above it has them, He where there is none."""
    layer = LayerSpec(kind)
    if not layer.has("units"):
        return layer
    above = [other for other in spec.layers[:index] if other.has("units")]
    hidden = [other for other in spec.layers[:-1] if other.has("units")]
    init = above[-1].init if above else InitializerSpec("he")
    if init.kind == "given":
        init = InitializerSpec("he")
    return LayerSpec(kind, hidden[-1].units if hidden else USUAL_UNITS, init)


def new_place(spec: NetworkSpec, marked: int | None) -> int:
    """Where a new layer belongs: right after the layer `marked`, −1 for the input, and before the last Affine
    layer, which gives the outputs. None, and that layer itself, ask for the end of what comes before it."""
    outputs = spec.last_affine_row - 1
    if marked is None or marked == outputs:
        return outputs if outputs >= 0 else len(spec.layers)
    return marked + 1


def hidden_place(spec: NetworkSpec, marked: int | None) -> int:
    """Where a new hidden layer belongs: as `new_place`, but before an Affine layer or at the end."""
    index = new_place(spec, marked)
    while index < len(spec.layers) and not spec.layers[index].has("units"):
        index += 1
    return index


def hidden_layer(spec: NetworkSpec, index: int) -> tuple[LayerSpec, LayerSpec]:
    return new_layer("affine", spec, index), LayerSpec("relu")


def insert(spec: NetworkSpec, index: int, *layers: LayerSpec) -> NetworkSpec:
    return spec.with_layers((*spec.layers[:index], *layers, *spec.layers[index:]))


def remove(spec: NetworkSpec, index: int) -> NetworkSpec:
    return spec.with_layers((*spec.layers[:index], *spec.layers[index + 1 :]))


def duplicate(spec: NetworkSpec, index: int) -> NetworkSpec:
    """The copy stands right after the original."""
    return insert(spec, index + 1, spec.layers[index])


def move(spec: NetworkSpec, index: int, to: int) -> NetworkSpec:
    """The layer at `index` stands at `to` afterwards."""
    layer = spec.layers[index]
    return insert(remove(spec, index), to, layer)


def change(spec: NetworkSpec, index: int, **settings: Any) -> NetworkSpec:
    """The layer at `index` with these fields of `LayerSpec`; a new `kind` starts from that kind's usual
    settings, and an Affine layer made so keeps the width that was there."""
    layer = spec.layers[index]
    kind = settings.get("kind", layer.kind)
    if kind != layer.kind:
        layer = new_layer(kind, spec, index)
        if layer.has("units"):
            layer = replace(layer, units=spec.widths[index])
    layer = replace(layer, **settings)
    return spec.with_layers((*spec.layers[:index], layer, *spec.layers[index + 1 :]))
