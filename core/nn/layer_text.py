"""A network in one line, as the command line takes it: `affine:80,relu,dropout:0.2,affine:10,softmax`.

Initial weights are not part of the line: each Affine layer gets those that suit the activation after it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.errors import SpecError, translatable
from core.nn.initializers import InitializerSpec
from core.nn.layer_kinds import LAYERS, LayerSpec
from core.nn.spec import LOSSES, MOST_LAYERS, LossSpec, NetworkSpec
from core.words import did_you_mean

LAYER_WORDS = tuple(
    ":".join([row.word, *(number.name.upper() for number in row.numbers[:1])])
    for row in LAYERS.values()
    if not row.no_training
)
"""What a line may be made of, as it is explained: `affine:UNITS`, `relu`, …"""


def parse_layers(text: str, input_size: int) -> NetworkSpec:
    """The network of such a line. Without an end it ends in softmax. SpecError says what is wrong with it."""
    words = [word.strip() for word in text.split(",", MOST_LAYERS + 2)[: MOST_LAYERS + 2]]
    loss = LossSpec()
    if words[-1] in LOSSES:
        loss = LossSpec(words.pop())
    layers = [_parse_layer(word, row) for row, word in enumerate(words, start=1)]
    return NetworkSpec(input_size, suit_weights(tuple(layers)), loss).validate()


def layers_text(spec: NetworkSpec) -> str:
    """The line from which `parse_layers` makes this network, but for what such a line does not say: initial
    weights, a bias that is left out, and further numbers of a layer."""
    words = []
    for layer in spec.layers:
        numbers = layer.table_row.numbers[:1]
        words.append(":".join([layer.kind, *(f"{getattr(layer, number.name)}" for number in numbers)]))
    return ",".join([*words, spec.loss.kind])


def suit_weights(layers: tuple[LayerSpec, ...]) -> tuple[LayerSpec, ...]:
    """The layers, each Affine with the initial weights that suit what stands before the next Affine: He for a
    ReLU, else Xavier."""
    suited: list[LayerSpec] = []
    usual = init = InitializerSpec("xavier")
    for layer in reversed(layers):
        if layer.has("init"):
            layer, init = replace(layer, init=init), usual
        elif layer.table_row.suits != usual.kind:
            init = InitializerSpec(layer.table_row.suits)
        suited.append(layer)
    return tuple(reversed(suited))


def _parse_layer(word: str, row: int) -> LayerSpec:
    kind, colon, number = word.partition(":")
    if kind in LOSSES:
        template = translatable("errors", "“{word}” is a loss: put it last.")
        raise SpecError(template, row=row, field="kind", word=kind)
    if kind not in LAYERS:
        template = translatable("errors", "Unknown layer: “{word}”.{hint}")
        hint = did_you_mean(kind, (*LAYERS, *LOSSES))
        raise SpecError(template, row=row, field="kind", word=kind, hint=hint)
    numbers = LAYERS[kind].numbers
    if not colon:
        for missing in (setting for setting in numbers if setting.missing):
            raise SpecError(missing.missing, row=row, field=missing.name)
        return LayerSpec(kind)
    if not numbers:
        template = translatable("errors", "“{kind}” takes no number: write “{kind}”, not “{word}”.")
        raise SpecError(template, row=row, field="kind", kind=kind, word=word)
    setting = numbers[0]
    try:
        given: dict[str, Any] = {setting.name: int(number) if setting.whole else float(number)}
        return LayerSpec(kind, **given)
    except ValueError as error:
        template = translatable("errors", "“{number}” in “{word}” is not a number that {kind} can take.")
        raise SpecError(template, row=row, field=setting.name, number=number, word=word, kind=kind) from error
