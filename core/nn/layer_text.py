"""A network in one line, as the command line takes it: `affine:80,relu,dropout:0.2,affine:10,softmax`.

Initial weights are not part of the line: each Affine layer gets those that suit the activation after it.
"""

from __future__ import annotations

from core.errors import SpecError, translatable
from core.nn.initializers import InitializerSpec
from core.nn.spec import LAYER_TITLES, LOSS_TITLES, LayerSpec, LossSpec, NetworkSpec
from core.words import did_you_mean

_NUMBERED = {"affine": "units", "dropout": "rate", "leaky_relu": "slope"}


def parse_layers(text: str, input_size: int) -> NetworkSpec:
    """The network of such a line. Without an end it ends in softmax. SpecError says what is wrong with it."""
    words = [word.strip() for word in text.split(",")]
    loss = LossSpec()
    if words[-1] in LOSS_TITLES:
        loss = LossSpec(words.pop())
    layers = [_parse_layer(word, row) for row, word in enumerate(words, start=1)]
    return NetworkSpec(input_size, suit_weights(tuple(layers)), loss).validate()


def suit_weights(layers: tuple[LayerSpec, ...]) -> tuple[LayerSpec, ...]:
    """The layers, each Affine with He weights where a ReLU follows before the next Affine, else Xavier."""
    suited: list[LayerSpec] = []
    rectified = False
    for layer in reversed(layers):
        if layer.kind == "affine":
            init = InitializerSpec("he" if rectified else "xavier")
            layer = LayerSpec("affine", layer.units, init, layer.bias)
            rectified = False
        elif layer.kind in ("relu", "leaky_relu"):
            rectified = True
        suited.append(layer)
    return tuple(reversed(suited))


def layers_text(spec: NetworkSpec) -> str:
    """The line of a network."""
    words = [
        f"{layer.kind}:{getattr(layer, _NUMBERED[layer.kind])}" if layer.kind in _NUMBERED else layer.kind
        for layer in spec.layers
    ]
    return ",".join([*words, spec.loss.kind])


def _parse_layer(word: str, row: int) -> LayerSpec:
    kind, colon, number = word.partition(":")
    if kind in LOSS_TITLES:
        template = translatable("errors", "“{word}” is a loss: put it last.")
        raise SpecError(template, row=row, field="kind", word=kind)
    if kind not in LAYER_TITLES:
        template = translatable("errors", "Unknown layer: “{word}”.{hint}")
        hint = did_you_mean(kind, (*LAYER_TITLES, *LOSS_TITLES))
        raise SpecError(template, row=row, field="kind", word=kind, hint=hint)
    name = _NUMBERED.get(kind)
    if not colon:
        if kind == "affine":
            template = translatable("errors", "“affine” needs its number of units, such as “affine:80”.")
            raise SpecError(template, row=row, field="units")
        return LayerSpec(kind)
    if name is None:
        template = translatable("errors", "“{kind}” takes no number: write “{kind}”, not “{word}”.")
        raise SpecError(template, row=row, field="kind", kind=kind, word=word)
    try:
        if name == "units":
            return LayerSpec(kind, units=int(number))
        return LayerSpec(kind, **{name: float(number)})  # type: ignore[arg-type]
    except ValueError as error:
        template = translatable("errors", "“{number}” in “{word}” is not a number that {kind} can take.")
        raise SpecError(template, row=row, field=name, number=number, word=word, kind=kind) from error
