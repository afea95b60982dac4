"""`backprop-lab --selftest`: does this copy of the program work on this machine? One line for each check.

Exit status: 0 only if every check holds, else 1. It needs no screen, and writes only into a temporary folder.
A check returns what it found in words; one that fails raises, `UnfitError` where the finding is its own.
"""

from __future__ import annotations

import gzip
import hashlib
import math
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import numpy as np

from cli.signs import left
from core.data import open_data_set, resource_folder
from core.data.folder import read_folder
from core.errors import translatable
from core.graph.examples import example
from core.graph.graph import Graph
from core.graph.trace import trace_graph
from core.language import localized, word
from core.training.checkpoint import load_checkpoint, save_checkpoint
from core.training.config import Experiment
from core.training.presets import preset
from core.training.session import TrainingSession

EXAMPLES = (60_000, 10_000)
MNIST_SHA256 = {
    "train-images-idx3-ubyte": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    "train-labels-idx1-ubyte": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    "t10k-images-idx3-ubyte": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    "t10k-labels-idx1-ubyte": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
}
"""The checksums of the files unpacked, so that packing them anew changes nothing."""

PRICE = 220.0
PRICE_GRADIENTS = {"apple": 2.2, "n": 110.0, "tax": 200.0}
"""The gradients of the example `apple`, as *Deep Learning from Scratch* prints them (chapter 5)."""

LEAST_ACCURACY = 0.87
"""The accuracy of `two-layer` on the test images after one epoch; it comes to about 0.89."""

LEAST_DRAWN = 0.005
"""The share of a workspace that must be of another colour than its ground: a line of text is more."""


class UnfitError(Exception):
    """What a check found, in words."""


def run(draw_workspaces: Callable[[], Mapping[str, float]]) -> int:
    """Make every check, also after one has failed; the exit status."""
    trained = cache(one_epoch)
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "selftest.blab"
        # The window comes last: where Qt lacks a library, it ends the process.
        checks: Mapping[str, Callable[[], str]] = {
            translatable("cli", "data"): partial(check_data, resource_folder() / "mnist"),
            translatable("cli", "graph"): lambda: check_graph(example("apple").graph()),
            translatable("cli", "training"): lambda: check_training(trained()),
            translatable("cli", "model file"): lambda: check_model_file(trained(), model),
            translatable("cli", "window"): lambda: check_window(draw_workspaces()),
        }
        passed = [_passes(name, check) for name, check in checks.items()]
    if not all(passed):
        template = translatable("cli", "{failed} of {total} checks failed: this copy does not work here.")
        print(localized(template, failed=passed.count(False), total=len(passed)))
        return 1
    print(localized(translatable("cli", "All {total} checks passed."), total=len(passed)))
    return 0


def _passes(name: str, check: Callable[[], str]) -> bool:
    try:
        found, passed = check(), True
    except UnfitError as finding:
        found, passed = str(finding), False
    except Exception as error:
        # Whatever a broken copy does, the other checks are made and the person reads which one broke.
        found, passed = f"{type(error).__name__}: {error}", False
    mark = localized(translatable("cli", "ok") if passed else translatable("cli", "FAILED"))
    print(f"{left(mark, 6)}  {word('cli', name)}: {found}", flush=True)
    return passed


def check_data(folder: Path) -> str:
    """That the images of MNIST are all there, to the byte."""
    for name, digest in MNIST_SHA256.items():
        with gzip.open(folder / f"{name}.gz") as file:
            if hashlib.sha256(file.read()).hexdigest() != digest:
                template = translatable("cli", "{name} is not as it was published")
                raise UnfitError(localized(template, name=name))
    counts = tuple(len(labels) for _, labels in read_folder(folder))
    if counts != EXAMPLES:
        template = translatable("cli", "{counts} images were read in place of {expected}")
        raise UnfitError(localized(template, counts=counts, expected=EXAMPLES))
    return localized(
        translatable(
            "cli", "MNIST has {train:,} training and {test:,} test images, to the byte as published"
        ),
        train=counts[0],
        test=counts[1],
    )


def check_graph(graph: Graph) -> str:
    """That the example `apple` gives the price and the three gradients of the book."""
    trace = trace_graph(graph)
    found = {"price": float(trace.value)} | {name: float(g) for name, g in trace.gradients.items()}
    wanted = {"price": PRICE} | PRICE_GRADIENTS
    if found.keys() != wanted.keys() or not all(math.isclose(found[name], wanted[name]) for name in wanted):
        template = translatable("cli", "apple gives {found} in place of {expected}")
        raise UnfitError(localized(template, found=found, expected=wanted))
    gradients = ", ".join(f"{name} {found[name]:g}" for name in PRICE_GRADIENTS)
    template = translatable("cli", "apple costs {price:g}; gradients {gradients}, as in the book")
    return localized(template, price=found["price"], gradients=gradients)


def one_epoch() -> TrainingSession:
    """The preset `two-layer`, to be trained for one epoch."""
    experiment = preset("two-layer").experiment
    training = replace(experiment.training, length=1, length_unit="epochs")
    data = open_data_set(training.data_set, training.seed)
    return TrainingSession(Experiment(experiment.network, training), data)


def check_training(session: TrainingSession) -> str:
    """That the network learns, by its accuracy on images that it was not trained on."""
    for _ in session.events():
        pass
    accuracy = session.evaluations[-1].test_accuracy
    if accuracy is None or not accuracy > LEAST_ACCURACY:
        template = translatable(
            "cli", "two-layer has a test accuracy of {accuracy} after one epoch, not above {least}"
        )
        raise UnfitError(localized(template, accuracy=accuracy, least=LEAST_ACCURACY))
    template = translatable(
        "cli", "two-layer has a test accuracy of {accuracy:.4f} after one epoch, above {least}"
    )
    return localized(template, accuracy=accuracy, least=LEAST_ACCURACY)


def check_model_file(session: TrainingSession, path: Path) -> str:
    """That a network is the same after it was saved and opened."""
    save_checkpoint(path, session.checkpoint())
    opened = load_checkpoint(path).network()
    parameters, again = session.network.params.copies(), opened.params.copies()
    if parameters.keys() != again.keys() or not all(
        np.array_equal(parameters[name], again[name]) for name in parameters
    ):
        template = translatable("cli", "the network that was opened is not the one that was saved")
        raise UnfitError(localized(template))
    template = translatable(
        "cli", "the network was saved ({bytes:,} bytes) and opened, the same in every weight"
    )
    return localized(template, bytes=path.stat().st_size)


def check_window(shares: Mapping[str, float]) -> str:
    """That no workspace stays blank. shares: what part of each is drawn on."""
    blank = [name for name, share in shares.items() if share < LEAST_DRAWN]
    if blank or not shares:
        none = localized(translatable("cli", "there is no workspace"))
        names = ", ".join(blank) or none
        raise UnfitError(localized(translatable("cli", "blank: {workspaces}"), workspaces=names))
    drawn = ", ".join(f"{name} {share:.0%}" for name, share in shares.items())
    template = translatable("cli", "every workspace is drawn without a screen (drawn on: {drawn})")
    return localized(template, drawn=drawn)
