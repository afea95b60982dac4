"""Model files of small networks, and hands to open them up and write them anew. Not a test itself."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.errors import ModelFileError
from core.nn.spec import NetworkSpec
from core.training.checkpoint import Checkpoint, load_checkpoint
from core.training.events import Iteration
from tests.core.training.small_data import ALL_CHANCE, session


def after(iterations: int, spec: NetworkSpec = ALL_CHANCE, **settings: Any) -> Checkpoint:
    """The checkpoint of a session of six iterations in its midst."""
    one = session(spec, iterations=6, **settings)
    if iterations:
        next(e for e in one.events() if isinstance(e, Iteration) and e.iteration == iterations)
    return one.checkpoint()


def rewritten(path: Path, changes: Mapping[str, bytes | None]) -> None:
    """Write the archive again with some members changed, or left out where None."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members.update({name: data for name, data in changes.items() if data is not None})
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            if changes.get(name, data) is not None:
                archive.writestr(name, data)


def npy(array: Any, **options: Any) -> bytes:
    file = io.BytesIO()
    np.save(file, array, **options)
    return file.getvalue()


def about(path: Path) -> dict[str, Any]:
    with zipfile.ZipFile(path) as archive:
        return dict(json.loads(archive.read("model.json")))


def refused(path: Path, sentence: str) -> None:
    with pytest.raises(ModelFileError, match=sentence) as caught:
        load_checkpoint(path)
    assert caught.value.fields["path"] == path
    assert str(path) in str(caught.value)


def assert_same(one: Checkpoint, other: Checkpoint) -> None:
    assert one.experiment == other.experiment
    assert one.iteration == other.iteration
    assert one.evaluations == other.evaluations
    assert dict(one.random) == dict(other.random)
    assert one.run == other.run
    for folder in ("parameters", "state", "optimizer"):
        ours, theirs = getattr(one, folder), getattr(other, folder)
        assert list(ours) == list(theirs)
        for name, array in ours.items():
            assert array.dtype == theirs[name].dtype
            np.testing.assert_array_equal(array, theirs[name], strict=True)
    np.testing.assert_array_equal(one.losses, other.losses, strict=True)
