"""A network in one line: read, written, and what is wrong with a line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import LabError, SpecError
from core.nn.layer_text import LAYER_WORDS, layers_text, parse_layers, suit_weights
from core.nn.spec import LossSpec


def test_the_line_of_the_command() -> None:
    network = parse_layers("affine:80,relu,affine:10,softmax", 784)
    assert network.input_size == 784
    assert [(layer.kind, layer.units, layer.bias) for layer in network.layers] == [
        ("affine", 80, True),
        ("relu", 0, True),
        ("affine", 10, True),
    ]
    assert network.loss == LossSpec("softmax")
    assert network.widths == (784, 80, 80, 10)


def test_every_word() -> None:
    line = "affine:8, leaky_relu, affine:7,leaky_relu:0.3,sigmoid,tanh ,identity,step,dropout,dropout:0.2"
    network = parse_layers(f" {line},batch_norm , affine:3 , sigmoid_cross_entropy ", 4)
    assert [layer.kind for layer in network.layers] == [
        *("affine", "leaky_relu", "affine", "leaky_relu", "sigmoid", "tanh"),
        *("identity", "step", "dropout", "dropout", "batch_norm", "affine"),
    ]
    assert [layer.slope for layer in network.layers if layer.kind == "leaky_relu"] == [0.01, 0.3]
    assert [layer.rate for layer in network.layers if layer.kind == "dropout"] == [0.5, 0.2]
    assert network.loss == LossSpec("sigmoid_cross_entropy")


@pytest.mark.parametrize(
    "line",
    [
        "affine:80,relu,affine:10,softmax",
        "affine:4,batch_norm,leaky_relu:0.3,dropout:0.25,affine:1,sigmoid_cross_entropy",
        "affine:3,squared_error",
    ],
)
def test_a_network_gives_its_line_again(line: str) -> None:
    assert layers_text(parse_layers(line, 784)) == line


def test_the_words_that_a_line_may_be_made_of() -> None:
    assert {"affine:UNITS", "relu", "leaky_relu:SLOPE", "dropout:RATE", "batch_norm"} < set(LAYER_WORDS)
    assert "step" not in LAYER_WORDS, "what cannot be trained is not offered to train"


@pytest.mark.parametrize(
    ("line", "loss"),
    [
        ("affine:10", LossSpec("softmax")),
        ("affine:10,squared_error", LossSpec("squared_error", "sum")),
        ("affine:10,sigmoid", LossSpec("softmax")),
    ],
)
def test_the_end_is_softmax_unless_said(line: str, loss: LossSpec) -> None:
    assert parse_layers(line, 4).loss == loss


def test_weights_suit_the_activation_that_follows() -> None:
    line = "affine:9,batch_norm,relu,affine:8,dropout,leaky_relu,affine:7,sigmoid,affine:6,tanh,affine:5"
    inits = [layer.init.kind for layer in parse_layers(line, 4).layers if layer.kind == "affine"]
    assert inits == ["he", "he", "xavier", "xavier", "xavier"]
    assert suit_weights(suit_weights(parse_layers(line, 4).layers)) == parse_layers(line, 4).layers


WRONG = {
    "affine:80,rleu,affine:10": (2, "kind", "Unknown layer: “rleu”. Did you mean “relu”?"),
    "affine:80,relu,affine:10,sotfmax": (4, "kind", "Unknown layer: “sotfmax”. Did you mean “softmax”?"),
    "affine:80,softmax,affine:10": (2, "kind", "“softmax” is a loss: put it last."),
    "affine:80,relu,affine": (3, "units", "“affine” needs its number of units, such as “affine:80”."),
    "affine:ten": (1, "units", "“ten” in “affine:ten” is not a number that affine can take."),
    "affine:": (1, "units", "“” in “affine:” is not a number that affine can take."),
    "affine:8.5": (1, "units", "“8.5” in “affine:8.5” is not a number that affine can take."),
    "affine:80:2": (1, "units", "“80:2” in “affine:80:2” is not a number that affine can take."),
    "dropout:x,affine:10": (1, "rate", "“x” in “dropout:x” is not a number that dropout can take."),
    "affine:80,relu:3": (2, "kind", "“relu” takes no number: write “relu”, not “relu:3”."),
    "affine:0": (1, "units", "Affine 1 needs at least 1 unit, not 0."),
    "affine:-5,relu,affine:10": (1, "units", "Affine 1 needs at least 1 unit, not -5."),
    "affine:nan": (1, "units", "“nan” in “affine:nan” is not a number that affine can take."),
    "dropout:1,affine:10": (
        1,
        "rate",
        "The rate of Dropout 1 is the share of units that it drops: from 0 up to, but not including, 1.",
    ),
    "relu": (2, "kind", "There is nothing to train yet: add an Affine layer before the loss."),
    "softmax": (1, "kind", "There is nothing to train yet: add an Affine layer before the loss."),
    "affine:1": (
        1,
        "units",
        "Softmax over a single output is always 1: give the last Affine layer 2 units or more.",
    ),
}


@pytest.mark.parametrize(("line", "expected"), WRONG.items(), ids=WRONG.keys())
def test_what_is_wrong_with_a_line(line: str, expected: tuple[int, str, str]) -> None:
    with pytest.raises(SpecError) as caught:
        parse_layers(line, 784)
    error = caught.value
    assert (error.fields["row"], error.fields["field"], str(error)) == expected


@pytest.mark.parametrize("line", ["", ",", "affine:10,", ",affine:10", "affine:10,,softmax"])
def test_an_empty_word_is_said(line: str) -> None:
    with pytest.raises(SpecError, match=r"Unknown layer: “”\. Known: affine, "):
        parse_layers(line, 784)


@given(st.text(alphabet="afinerludopt:,0159.-e _", max_size=30))
@settings(max_examples=200)
def test_any_line_is_a_network_or_gets_a_sentence(line: str) -> None:
    try:
        network = parse_layers(line, 4)
    except LabError:
        return
    assert network.problems() == ()
