"""What a model file says of its run is held against what a run can be."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.training.checkpoint import load_checkpoint, save_checkpoint
from core.training.run_state import RunState
from tests.core.training.model_files import about, npy, refused, rewritten

GENERATOR = np.random.PCG64(0).state
RUN_PARTS: list[dict[str, Any]] = [
    {"examples": 19},  # fewer than a batch
    {"examples": 10**400},
    {"examples": "60"},
    {"epoch": -1},
    {"epoch": 5},  # of four iterations
    {"drawn": -20},
    {"drawn": 41},  # no batch is left
    {"schedule_epoch": 2},
    {"schedule_epoch": -1},
    {"planned_iterations": 0},
    {"planned_iterations": 10**400},
    {"planned_iterations": 6.0},
    {"total_iterations": 0},
    {"total_iterations": None},
    {"dead": ["ReLU 2"]},
    {"dead": [[]]},
    {"dead": 3},
    {"is_careful": 1},
    {"untold": {"lr": 0.1}},
    {"untold": {"learning_rate": "0.1"}},
    {"untold": {"learning_rate": math.nan}},
    {"untold": [1]},
    {"other": 1},
    {"changes": 3},
    {"changes": [{}]},
    *(
        {"changes": [{"iteration": 2, "name": "learning_rate", "old": 0.1, "new": 0.2} | change]}
        for change in (
            {"iteration": 0},
            {"iteration": 6},
            {"iteration": 2.0},
            {"name": "seed"},
            {"old": None},
            {"old": math.inf},
            {"new": 10**400},
            {"name": "optimizer", "old": "sgd", "new": "fast"},
        )
    ),
    {
        "changes": [
            {"iteration": iteration, "name": "learning_rate", "old": 0.1, "new": 0.2} for iteration in (3, 2)
        ]
    },
]


@pytest.mark.parametrize("part", RUN_PARTS, ids=str)
def test_a_run_that_cannot_be_is_refused(saved: Path, part: dict[str, Any]) -> None:
    description = about(saved)
    description["run"] |= part
    rewritten(saved, {"model.json": json.dumps(description).encode()})
    refused(saved, "model.json is missing or unreadable")


@pytest.mark.parametrize("part", [*RunState.__slots__])
def test_a_run_without_one_of_its_parts_is_refused(saved: Path, part: str) -> None:
    description = about(saved)
    del description["run"][part]
    rewritten(saved, {"model.json": json.dumps(description).encode()})
    refused(saved, "model.json is missing or unreadable")


def test_a_file_of_today_without_its_run_is_refused(saved: Path) -> None:
    description = about(saved)
    del description["run"]
    rewritten(saved, {"model.json": json.dumps(description).encode()})
    refused(saved, "model.json is missing or unreadable")


@pytest.mark.parametrize(
    "random",
    [
        {},
        [],
        ["batches", "dropout"],
        {"batches": GENERATOR},
        {"batches": GENERATOR, "dropout": GENERATOR, "weights": GENERATOR},
        *(
            {"batches": GENERATOR, "dropout": other}
            for other in (
                None,
                3,
                {},
                {**GENERATOR, "bit_generator": "MT19937"},
                {**GENERATOR, "state": {"state": -1, "inc": 1}},
                {**GENERATOR, "state": {"state": 1 << 128, "inc": 1}},
                {**GENERATOR, "state": {"state": 1.5, "inc": 1}},
                {**GENERATOR, "state": {"state": "1", "inc": 1}},
                {**GENERATOR, "state": [1]},
                {**GENERATOR, "uinteger": -1},
                {**GENERATOR, "more": 1},
            )
        ),
    ],
    ids=str,
)
def test_what_is_not_the_state_of_the_networks_generators_is_refused(saved: Path, random: Any) -> None:
    rewritten(saved, {"model.json": json.dumps(about(saved) | {"random": random}).encode()})
    refused(saved, "model.json is missing or unreadable")


@pytest.mark.parametrize(
    "threads",
    [{"1": 5}, {"0": 1}, {"-1": 1}, {"1": 0}, {"1": -1}, {"one": 1}, {"1": 1.5}, {"1": "1"}, [1], None, 3],
    ids=str,
)
def test_threads_that_cannot_be_are_refused(saved: Path, threads: Any) -> None:
    """The run has made four iterations."""
    rewritten(saved, {"model.json": json.dumps(about(saved) | {"threads": threads}).encode()})
    refused(saved, "model.json is missing or unreadable")


def test_the_threads_of_each_iteration_are_kept_where_they_are_known(saved: Path) -> None:
    description = about(saved)
    rewritten(saved, {"model.json": json.dumps(description | {"threads": {"1": 1, "2": 3}}).encode()})
    assert load_checkpoint(saved).threads == {1: 1, 2: 3}
    save_checkpoint(saved, load_checkpoint(saved))
    assert load_checkpoint(saved).threads == {1: 1, 2: 3}
    del description["threads"]
    rewritten(saved, {"model.json": json.dumps(description).encode()})
    assert load_checkpoint(saved).threads == {}


EVALUATED: dict[str, Any] = {
    "iteration": 3,
    "epoch": 1.0,
    "train_loss": 1.0,
    "train_accuracy": None,
    "test_loss": None,
    "test_accuracy": None,
}


@pytest.mark.parametrize(
    "changes",
    [
        [{"iteration": 5}],
        [{"iteration": -1, "epoch": 0.0}],
        [{}, {"iteration": 2}],
        [{"epoch": 3.5}],
        [{"epoch": 0.0}],
        [{"epoch": 5e-324}],
        [{"epoch": -1.0}],
        [{"epoch": "NaN"}],
        [{"epoch": "Infinity"}],
        [{"iteration": 0, "epoch": 1.0}],
    ],
    ids=str,
)
def test_evaluations_that_cannot_be_are_refused(saved: Path, changes: list[dict[str, Any]]) -> None:
    evaluations = [EVALUATED | change for change in changes]
    rewritten(saved, {"model.json": json.dumps(about(saved) | {"evaluations": evaluations}).encode()})
    refused(saved, "model.json is missing or unreadable")


COUNT = 4 * 8 + 8 + 8 + 8 + 8 * 6 + 6 + 6 * 3 + 3


@pytest.mark.parametrize(
    ("name", "array"),
    [
        ("optimizer/updates", np.array(-1)),
        ("optimizer/updates", np.array(5)),  # of four iterations
        ("optimizer/updates", np.array(4.0)),
        ("optimizer/square_sum", np.full(COUNT, -1.0, np.float32)),
        ("optimizer/square_sum", np.full(COUNT, np.nan, np.float32)),
        ("optimizer/gradient_sum", np.full(COUNT, np.nan, np.float32)),
        ("optimizer/gradient_sum", np.zeros(COUNT, np.int32)),
        ("state/running_var1", np.full(8, -1.0, np.float32)),
    ],
)
def test_numbers_that_no_training_leaves_there_are_refused(saved: Path, name: str, array: np.ndarray) -> None:
    rewritten(saved, {f"{name}.npy": npy(array)})
    refused(saved, f"is damaged .{name}.npy is missing or unreadable")


def test_a_sum_of_squares_that_overflowed_is_opened(saved: Path) -> None:
    rewritten(saved, {"optimizer/square_sum.npy": npy(np.full(COUNT, np.inf, np.float32))})
    assert np.isinf(load_checkpoint(saved).optimizer["square_sum"]).all()
