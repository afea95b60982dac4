"""The networks of the book and of the study notes, by name, each with the training that belongs to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.errors import ConfigError, translatable
from core.nn.initializers import InitializerSpec
from core.nn.optimizers import OptimizerSpec
from core.nn.schedules import ScheduleSpec
from core.nn.spec import LayerSpec, LossSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from core.words import did_you_mean

SMALL = InitializerSpec("normal", sigma=0.01)
XAVIER = InitializerSpec("xavier")
HE = InitializerSpec("he")

SIMPLE_NET_WEIGHTS = ((0.47355232, 0.9977393, 0.84668094), (0.85557411, 0.03563661, 0.69422093))


@dataclass(frozen=True, slots=True)
class Preset:
    """An experiment by name, with a title and a sentence or two about it (English; context "presets")."""

    name: str
    title: str
    description: str
    experiment: Experiment


def preset(name: str) -> Preset:
    """The preset of that name; a ConfigError, field `preset`, where there is none."""
    if name not in PRESETS:
        template = translatable("errors", "There is no preset “{word}”.{hint}")
        raise ConfigError(template, field="preset", word=name, hint=did_you_mean(name, PRESETS))
    return PRESETS[name]


def _layers(widths: tuple[int, ...], activation: str, init: InitializerSpec) -> tuple[LayerSpec, ...]:
    """Affine layers of these widths with an activation between each two, and none at the end."""
    layers: list[LayerSpec] = []
    for units in widths:
        layers += [LayerSpec("affine", units, init), LayerSpec(activation)]
    return tuple(layers[:-1])


def _mnist(layers: tuple[LayerSpec, ...], **training: object) -> Experiment:
    return Experiment(NetworkSpec(784, layers), TrainingConfig(**training))  # type: ignore[arg-type]


def _as_in_the_book(batch_size: int, iterations: int) -> dict[str, object]:
    """SGD with rate 0.1, each batch drawn at random with replacement."""
    return {"batch_size": batch_size, "sampling": "random", "length": iterations, "length_unit": "iterations"}


_DEEP = (50,) * 6 + (10,)

_PRESETS = (
    Preset(
        "two-layer",
        translatable("presets", "Two layers (784-80-10)"),
        translatable(
            "presets",
            "The study notes' network: one hidden layer of 80 ReLU units, 20,000 batches of 200 drawn at "
            "random, SGD 0.1. Test accuracy: about 97.6 %.",
        ),
        _mnist(_layers((80, 10), "relu", SMALL), **_as_in_the_book(200, 20_000)),
    ),
    Preset(
        "two-layer-book",
        translatable("presets", "Two layers of the book (784-50-10)"),
        translatable(
            "presets",
            "The book's network: one hidden layer of 50 ReLU units, 10,000 batches of 100, SGD 0.1. "
            "Test accuracy: about 97 %.",
        ),
        _mnist(_layers((50, 10), "relu", SMALL), **_as_in_the_book(100, 10_000)),
    ),
    Preset(
        "sigmoid-50-100",
        translatable("presets", "Two hidden layers, sigmoid (784-50-100-10)"),
        translatable(
            "presets",
            "Two hidden layers with sigmoid, Xavier weights, 6,000 batches of 100, SGD 0.1. "
            "Test accuracy: about 93.5 %.",
        ),
        _mnist(_layers((50, 100, 10), "sigmoid", XAVIER), **_as_in_the_book(100, 6_000)),
    ),
    Preset(
        "deep-relu",
        translatable("presets", "Deep, ReLU (784, six of 50, 10)"),
        translatable(
            "presets",
            "Six hidden layers of ReLU: the gradient reaches the first layer, and the network learns. Lay it "
            "over “Deep, sigmoid, on MNIST”, which starts from the same weights.",
        ),
        _mnist(_layers(_DEEP, "relu", XAVIER), **_as_in_the_book(100, 1_500)),
    ),
    Preset(
        "deep-sigmoid-mnist",
        translatable("presets", "Deep, sigmoid, on MNIST (784, six of 50, 10)"),
        translatable(
            "presets",
            "The same weights as “Deep, ReLU” with sigmoid in its place: each layer passes back a fourth to "
            "a fifth of the gradient, the first layers stand still, and the accuracy stays near 10 %.",
        ),
        _mnist(_layers(_DEEP, "sigmoid", XAVIER), **_as_in_the_book(100, 1_500)),
    ),
    Preset(
        "deep-sigmoid",
        translatable("presets", "Deep, sigmoid, one pair (10, six of 32, 2)"),
        translatable(
            "presets",
            "The study notes' vanishing gradient: six hidden sigmoid layers learn one random pair in 100 "
            "iterations, slowly. The loss reported is ½·mean, the gradient that of ½·Σ, as in the notes.",
        ),
        Experiment(
            NetworkSpec(
                10,
                (*_layers((32,) * 6 + (2,), "sigmoid", SMALL), LayerSpec("sigmoid")),
                LossSpec("squared_error", "mean_of_sum_gradient"),
            ),
            TrainingConfig(
                "random-pair", 1, optimizer=OptimizerSpec("sgd", 0.01), length=100, length_unit="iterations"
            ),
        ),
    ),
    Preset(
        "simple-net",
        translatable("presets", "simpleNet (2×3)"),
        translatable(
            "presets",
            "The book's smallest network: a 2×3 matrix of weights, no bias, softmax, and a single example "
            "x = (0.6, 0.9) of the third class. Its first loss is 0.928.",
        ),
        Experiment(
            NetworkSpec(
                2, (LayerSpec("affine", 3, InitializerSpec("given", values=SIMPLE_NET_WEIGHTS), bias=False),)
            ),
            TrainingConfig("simple-pair", 1, length=100, length_unit="iterations"),
        ),
    ),
    Preset(
        "modern",
        translatable("presets", "Modern (784-256-128-10)"),
        translatable(
            "presets",
            "He weights, Adam, dropout 0.2 and a cosine schedule over twelve epochs: what one would try "
            "first today. Test accuracy: more than 98 %.",
        ),
        _mnist(
            (
                LayerSpec("affine", 256, HE),
                LayerSpec("relu"),
                LayerSpec("dropout", rate=0.2),
                LayerSpec("affine", 128, HE),
                LayerSpec("relu"),
                LayerSpec("dropout", rate=0.2),
                LayerSpec("affine", 10, HE),
            ),
            batch_size=128,
            sampling="shuffled",
            optimizer=OptimizerSpec("adam", 0.001),
            schedule=ScheduleSpec("cosine"),
            length=12,
        ),
    ),
)

PRESETS: Mapping[str, Preset] = {preset.name: preset for preset in _PRESETS}
"""All presets, in the order in which a person is offered them."""

DEFAULT_PRESET = "two-layer"
