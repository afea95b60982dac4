"""The words of vanishing gradients: its networks and layers in sentences, in the language in use."""

from __future__ import annotations

from core.errors import translatable
from core.experiments.deep import DeepNetwork, Flow
from core.nn.layer_kinds import LAYERS
from gui.language import texts
from gui.language.layers import layer_text
from gui.language.numbers import number, percent

ACTIVATIONS = ("sigmoid", "tanh", "relu", "leaky_relu", "identity")
INITS = ("normal", "xavier", "he", "zeros")
LEAST_SHARE = 0.005
"""A smaller share would be told as 0 %."""

_INIT_TITLES = {
    "normal": translatable("Vanishing", "Normal, σ"),
    "xavier": translatable("Vanishing", "Xavier"),
    "he": translatable("Vanishing", "He"),
    "zeros": translatable("Vanishing", "Zeros"),
}
_INIT_TIPS = {
    "normal": translatable("Vanishing", "Drawn from N(0, σ²)."),
    "xavier": translatable("Vanishing", "σ = √(1 / D), which keeps the values of sigmoid and tanh apart."),
    "he": translatable("Vanishing", "σ = √(2 / D), which makes good that ReLU stops half of the values."),
    "zeros": translatable("Vanishing", "All weights 0: nothing goes forward, and nothing comes back."),
}


def translate(text: str) -> str:
    return texts.translate("Vanishing", text)


def activation_words(*, or_none: bool = False) -> list[tuple[str, str, str]]:
    """The activations to choose from, with title and tooltip; with `or_none` also none."""
    none = [("", translate(translatable("Vanishing", "nothing")), "")] if or_none else []
    rows = (LAYERS[word] for word in ACTIVATIONS)
    return none + [(row.word, layer_text(row.title), layer_text(row.tip)) for row in rows]


def init_words() -> list[tuple[str, str, str]]:
    """The kinds of initial weights to choose from, with title and tooltip."""
    return [(word, translate(_INIT_TITLES[word]), translate(_INIT_TIPS[word])) for word in INITS]


def case_title(activation: str, init: str, sigma: float) -> str:
    """“ReLU, He”, “Sigmoid, σ 0.01”."""
    weights = f"σ {number(sigma)}" if init == "normal" else translate(_INIT_TITLES[init])
    return f"{layer_text(LAYERS[activation].title)}, {weights}"


def flow_title(network: DeepNetwork) -> str:
    """Which network it is, as a heading."""
    title = case_title(network.activation, network.init, network.sigma)
    if not network.batch_norm:
        return title
    text = translate(translatable("Vanishing", "{network}, batch normalization"))
    return text.format(network=title)


def layer_sentences(flow: Flow, layer: int) -> tuple[str, str]:
    """What is to be said of one layer, forward and back, with its numbers."""
    figures = flow.layers[layer]
    forward = translate(
        translatable("Vanishing", "layer {layer}: mean {mean}, standard deviation {std}")
    ).format(layer=layer + 1, mean=number(figures.mean, 3), std=number(figures.std, 3))
    if figures.saturated >= LEAST_SHARE:
        share = percent(figures.saturated, 0)
        forward += translate(translatable("Vanishing", ", {share} saturated")).format(share=share)
    elif figures.zeros >= LEAST_SHARE:
        share = percent(figures.zeros, 0)
        forward += translate(translatable("Vanishing", ", {share} are 0")).format(share=share)
    if layer + 1 == len(flow.layers):
        text = translate(translatable("Vanishing", "∂L/∂y: {size}, drawn from N(0, 1)"))
        return forward, text.format(size=number(figures.gradient, 3))
    after = flow.layers[layer + 1]
    factors = [("h′", after.slope), (translate(translatable("Vanishing", "weights")), after.weights)]
    if flow.network.batch_norm:
        factors.append((translate(translatable("Vanishing", "normalization")), after.normalization))
    product = " ".join(f"× {name} {number(value, 3)}" for name, value in factors)
    return forward, f"∂L/∂y: {number(figures.gradient, 3)} ≈ {number(after.gradient, 3)} {product}"
