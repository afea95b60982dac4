"""The model file, `.blab`: a network with all that made it, readable with NumPy alone.

It is a zip archive (uncompressed) of `.npy` arrays and one JSON text:

    model.json               format, version, experiment, iteration, evaluations, random states, run, inputs,
                             threads (how many iterations with each number of them, where that is known)
    parameters/W1.npy …      every trained array by its name
    state/running_mean1.npy  what is kept but not trained (batch normalization)
    optimizer/….npy          the optimizer's own arrays
    losses.npy               the loss of each iteration, (iterations,) float64

`numpy.load("my.blab")["parameters/W1"]` reads an array. In the JSON a figure that does not exist is null, and
one that JSON has no number for is the word "NaN", "Infinity" or "-Infinity". Nothing in the file is ever
pickled or packed, and nothing is read whose size is not known beforehand: each array is held against the
shape that the spec gives it.

Version 1 has no `run`, and for `batches` the state of the generator after the present order was drawn. The
early files of version 2 have no `inputs`, and programs of that time pass over them: what the examples are
like is then asked of the data set.
"""

from __future__ import annotations

import json
import math
import operator
import os
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from core.errors import LabError, ModelFileError, translatable
from core.nn.network import Network
from core.records import record
from core.training.archive import damaged, open_member, read_array, require_apart
from core.training.config import Experiment
from core.training.events import Evaluation
from core.training.inputs import Inputs
from core.training.place import new_content, require_plain
from core.training.run_state import RunState
from core.zips import require_short_list

FORMAT = "backprop-lab model"
VERSION = 2
JSON_LIMIT_BYTES = 16 << 20
LIST_LIMIT_BYTES = 1 << 20
MOST_EVALUATIONS = 50_000
"""Where a run has more, every second or third is written, so that the file is read in about a second."""

LOSSES_LIMIT = 100_000_000
COUNTED_LOSSES = 1_000_000
DESCRIPTION_BYTES = 1 << 16
_WORDS: Mapping[str, str] = {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}
"""What is not finite: as Python writes it, and as it stands in the JSON."""


@dataclass(frozen=True, slots=True, eq=False)
class Checkpoint:
    """A network after `iteration` updates, with the settings that the next one would have. `random` holds the
    states of the random generators by stream (plain values); `losses` (iteration,) and `evaluations` are what
    was seen on the way. `run` and `inputs` are None where they are not known: in older files. `threads` says
    how many iterations were made with each number of threads in the matrix products, where that is known."""

    experiment: Experiment
    iteration: int
    parameters: Mapping[str, NDArray[Any]]
    state: Mapping[str, NDArray[Any]]
    optimizer: Mapping[str, NDArray[Any]]
    random: Mapping[str, Any]
    losses: NDArray[np.float64]
    evaluations: tuple[Evaluation, ...]
    run: RunState | None = None
    threads: Mapping[int, int] = field(default_factory=dict)
    inputs: Inputs | None = None

    def network(self, dtype: DTypeLike = np.float32) -> Network:
        """The network itself, in float32 unless told otherwise."""
        network = Network(self.experiment.network, self.experiment.training.seed, dtype)
        network.load(self.parameters, self.state)
        return network

    @property
    def is_exact(self) -> bool:
        """Whether a run that goes on from here equals one that never stopped. Otherwise it goes on with the
        order of the next epoch, and without the settings that were changed on the way."""
        return self.run is not None

    @property
    def iterations_per_epoch(self) -> int | None:
        """Counted with the batch size in use. Where `run` is not known it follows from the last evaluation,
        and is None if none is later than the beginning."""
        if self.run is not None:
            return self.experiment.training.iterations_per_epoch(self.run.examples)
        last = self.evaluations[-1] if self.evaluations else None
        return round(last.iteration / last.epoch) if last is not None and last.epoch > 0 else None

    @property
    def total_iterations(self) -> int | None:
        """The length of the run; None where neither `run` nor an evaluation says it."""
        if self.run is not None:
            return self.run.total_iterations
        training, per_epoch = self.experiment.training, self.iterations_per_epoch
        if training.length_unit == "iterations":
            return training.length
        return training.length * per_epoch if per_epoch is not None else None


def save_checkpoint(path: str | os.PathLike[str], checkpoint: Checkpoint) -> None:
    """Write a model file, through a link to its target. A power cut leaves the old file or the new one.
    ModelFileError if that cannot be."""
    with new_content(Path(path)) as file:
        _write(file, checkpoint)


def expected_bytes(experiment: Experiment, iterations: int) -> int:
    """How large the model file will be, about, after so many iterations. Of an endless run, which a person
    ends, the losses of the first million count."""
    spec, optimizer = experiment.network, experiment.training.optimizer.build()
    values = spec.parameter_count * (1 + len(optimizer.buffer_names))
    values += sum(math.prod(shape) for shape in spec.state_shapes().values())
    return 4 * values + 8 * min(iterations, COUNTED_LOSSES) + DESCRIPTION_BYTES


def load_checkpoint(path: str | os.PathLike[str]) -> Checkpoint:
    """Read a model file. ModelFileError says what is wrong with one that cannot be used."""
    path = Path(path)
    try:
        require_plain(path, path.stat().st_mode)
        require_short_list(path, LIST_LIMIT_BYTES)
        with zipfile.ZipFile(path) as archive:
            require_apart(path, archive)
            return _read(path, archive)
    except FileNotFoundError as error:
        raise ModelFileError(translatable("errors", "There is no file {path}."), path=path) from error
    except IsADirectoryError as error:
        raise ModelFileError(
            translatable("errors", "{path} is a folder, not a model file."), path=path
        ) from error
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        template = translatable(
            "errors",
            "{path} is not a model file, or it is cut short: open another copy of it, or train again.",
        )
        raise ModelFileError(template, path=path) from error
    except OSError as error:
        template = translatable("errors", "{path} cannot be read ({reason}).")
        raise ModelFileError(template, path=path, reason=error.strerror or error) from error


def _write(file: IO[bytes], checkpoint: Checkpoint) -> None:
    about = {
        "format": FORMAT,
        "version": VERSION,
        "experiment": checkpoint.experiment.to_dict(),
        "iteration": checkpoint.iteration,
        "evaluations": [_plain(evaluation) for evaluation in _thinned(checkpoint.evaluations)],
        "random": checkpoint.random,
        "run": checkpoint.run.to_dict() if checkpoint.run is not None else None,
        "threads": {str(number): made for number, made in sorted(checkpoint.threads.items())},
        "inputs": checkpoint.inputs.to_dict() if checkpoint.inputs is not None else None,
    }
    arrays = {"losses": checkpoint.losses}
    for folder in ("parameters", "state", "optimizer"):
        arrays |= {f"{folder}/{name}": array for name, array in getattr(checkpoint, folder).items()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        # A ZipInfo of its own has a date that never changes: what is equal is saved as equal bytes.
        archive.writestr(zipfile.ZipInfo("model.json"), json.dumps(about, indent=1, allow_nan=False))
        for name, array in arrays.items():
            with archive.open(zipfile.ZipInfo(f"{name}.npy"), "w") as member:
                np.lib.format.write_array(member, np.asarray(array, order="C"), allow_pickle=False)


def _read(path: Path, archive: zipfile.ZipFile) -> Checkpoint:
    about = _read_about(path, archive)
    try:
        experiment = Experiment.from_dict(about["experiment"])
        iteration = operator.index(about["iteration"])
        evaluations = tuple(_evaluation(values) for values in about["evaluations"])
        _require_order(evaluations, iteration)
        random = _random(about["random"], experiment)
        run = _run_state(about, experiment, iteration)
        threads = _threads(about.get("threads", {}), iteration)
        known = about.get("inputs")
        inputs = Inputs.from_dict(known, experiment.network) if known is not None else None
    except LabError as error:
        template = translatable("errors", "{path} describes a network that cannot be built: {reason}")
        raise ModelFileError(template, path=path, reason=error) from error
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise damaged(path, "model.json") from error
    spec = experiment.network
    parameters = {
        name: read_array(path, archive, f"parameters/{name}", shape)
        for name, shape in spec.parameter_shapes().items()
    }
    state = {
        name: read_array(path, archive, f"state/{name}", shape) for name, shape in spec.state_shapes().items()
    }
    for folder, arrays in {"parameters": parameters, "state": state}.items():
        for name, array in arrays.items():
            is_negative = name.startswith("running_var") and (array < 0.0).any()
            # Written in float64, it is read into float32 as well.
            if is_negative or not (np.abs(array) <= np.finfo(np.float32).max).all():
                raise damaged(path, f"{folder}/{name}.npy")
    if not 0 <= iteration <= LOSSES_LIMIT:
        raise damaged(path, "model.json")
    losses = read_array(path, archive, "losses", (iteration,))
    optimizer = {}
    for member in archive.namelist():
        if member.startswith("optimizer/") and member.endswith(".npy"):
            name = member.removeprefix("optimizer/").removesuffix(".npy")
            shape = () if name == "updates" else (spec.parameter_count,)
            optimizer[name] = array = read_array(path, archive, f"optimizer/{name}", shape)
            if not _is_of_an_optimizer(name, array, iteration):
                raise damaged(path, member)
    return Checkpoint(
        experiment,
        iteration,
        parameters,
        state,
        optimizer,
        random,
        losses,
        evaluations,
        run,
        threads,
        inputs,
    )


def _random(states: Mapping[str, Any], experiment: Experiment) -> dict[str, Any]:
    """The states of the generators that this network is trained with, each tried on one."""
    has_dropout = any(layer.kind == "dropout" for layer in experiment.network.layers)
    if set(states) != ({"batches", "dropout"} if has_dropout else {"batches"}):
        raise ValueError("these are not the streams of this network")
    generator = np.random.PCG64(0)
    for state in states.values():
        generator.state = state
        if generator.state != state:
            raise ValueError("this is not the state of a generator")
    return dict(states)


def _run_state(about: Mapping[str, Any], experiment: Experiment, iteration: int) -> RunState | None:
    values = about["run"] if about["version"] > 1 else None
    return RunState.from_dict(values, experiment, iteration) if values is not None else None


def _threads(values: Mapping[str, Any], iteration: int) -> dict[int, int]:
    """Iterations by number of threads: of a run that was continued, not of all iterations perhaps."""
    made = {int(number): operator.index(count) for number, count in values.items()}
    if not (all(number > 0 < count for number, count in made.items()) and sum(made.values()) <= iteration):
        raise ValueError("these iterations are not those of this run")
    return made


def _is_of_an_optimizer(name: str, array: NDArray[Any], iteration: int) -> bool:
    """Whether it is a count of updates, or a buffer in which nothing stands that no update leaves there. An
    overflow is not among that: a sum of squares may be infinite."""
    if name == "updates":
        return array.dtype.kind in "iu" and bool(0 <= array <= iteration)
    is_number = array.dtype.kind == "f" and not np.isnan(array).any()
    return is_number and not (name == "square_sum" and (array < 0.0).any())


def _thinned(evaluations: Sequence[Evaluation]) -> Sequence[Evaluation]:
    """All of them, or of too many some at equal distances; the last is among them."""
    step = -(-len(evaluations) // MOST_EVALUATIONS) or 1
    return evaluations[::-step][::-1]


def _plain(evaluation: Evaluation) -> dict[str, object]:
    """The fields of an evaluation, with words for what JSON has no number for."""
    return {name: _WORDS.get(str(value), value) for name, value in asdict(evaluation).items()}


def _evaluation(values: Mapping[str, Any]) -> Evaluation:
    """The evaluation of `_plain`; anything else is a TypeError."""
    numbers = {word: float(word) for word in _WORDS.values()}
    known = {
        name: numbers.get(value, value) if isinstance(value, str) else value for name, value in values.items()
    }
    return record(Evaluation, known)


def _require_order(evaluations: Sequence[Evaluation], iteration: int) -> None:
    """ValueError unless they can be those of a run up to `iteration`."""
    iterations = [evaluation.iteration for evaluation in evaluations]
    # An epoch has one iteration or more; a file that says 10¹² is damaged as well.
    are_possible = all(1e-12 * one.iteration <= one.epoch <= one.iteration for one in evaluations)
    are_in_order = [0, *iterations, iteration] == sorted([0, *iterations, iteration])
    if not (are_possible and are_in_order):
        raise ValueError("these evaluations are not those of this run")


def _read_about(path: Path, archive: zipfile.ZipFile) -> dict[str, Any]:
    """The JSON of the file, when it is one of this program and of a version that it knows."""
    try:
        with open_member(path, archive, "model.json") as member:
            text = member.read(JSON_LIMIT_BYTES + 1)
        about = json.loads(text) if len(text) <= JSON_LIMIT_BYTES else None
    except (ValueError, RecursionError) as error:
        raise damaged(path, "model.json") from error
    if not isinstance(about, dict) or about.get("format") != FORMAT:
        raise damaged(path, "model.json")
    if about.get("version") not in range(1, VERSION + 1):
        template = translatable(
            "errors",
            "{path} has format version {version}; this program reads versions 1 to {known}. "
            "Open it with the version of Backprop Lab that saved it.",
        )
        raise ModelFileError(template, path=path, version=about.get("version"), known=VERSION)
    return about
