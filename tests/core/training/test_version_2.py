"""Files of format version 2 open as ever, and go on exactly: those of today, and the early ones, which lack
`inputs` and `threads`."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from core.data import open_data_set
from core.training.checkpoint import load_checkpoint
from core.training.config import Experiment
from core.training.events import SettingChanged
from core.training.inputs import Inputs
from core.training.session import TrainingSession
from tests.core.training.model_files import about, rewritten
from tests.core.training.test_version_1 import SPEC, TRAINING
from tests.core.training.version_2 import WRITTEN


@pytest.fixture(params=["early", "today"])
def old(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    path = tmp_path / "old.blab"
    path.write_bytes(WRITTEN)
    if request.param == "early":
        description = {name: part for name, part in about(path).items() if name not in ("inputs", "threads")}
        rewritten(path, {"model.json": json.dumps(description).encode()})
    return path


def test_it_opens_with_all_that_it_has(old: Path) -> None:
    assert about(old)["version"] == 2
    checkpoint = load_checkpoint(old)
    assert checkpoint.experiment.network == SPEC
    assert checkpoint.experiment.training.optimizer.learning_rate == 0.02
    assert (checkpoint.iteration, checkpoint.is_exact, checkpoint.total_iterations) == (8, True, 18)
    assert checkpoint.run is not None
    assert checkpoint.run.changes == (SettingChanged(6, "learning_rate", 0.01, 0.02),)
    assert checkpoint.inputs in (None, Inputs(None, "plain", ("0", "1")))
    assert [made.epoch for made in checkpoint.evaluations] == [0.0, 1.0]


def test_it_goes_on_as_if_it_had_never_stopped(old: Path) -> None:
    """But for the last bits, which another machine rounds otherwise."""
    data = open_data_set("xor", 4)
    whole = TrainingSession(Experiment(SPEC, TRAINING), data)
    for _ in whole.events():
        if whole.iteration == 5:
            whole.change("learning_rate", 0.02)
    one = TrainingSession.of_checkpoint(load_checkpoint(old), data)
    list(one.events())
    np.testing.assert_allclose(one.losses, whole.losses, rtol=1e-3)
    np.testing.assert_allclose(one.network.params.vector, whole.network.params.vector, rtol=1e-2, atol=1e-4)
    assert [made.iteration for made in one.evaluations] == [0, 6, 12, 18]
