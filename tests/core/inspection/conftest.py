"""MNIST, read once, and a network that has learned a little of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.data import DataSet, Split, open_data_set
from core.nn.network import Network
from core.training.config import Experiment
from core.training.presets import preset
from core.training.session import TrainingSession


@pytest.fixture(scope="session")
def mnist() -> DataSet:
    return open_data_set("mnist")


@pytest.fixture(scope="session")
def trained(mnist: DataSet) -> Network:
    """`two-layer` after 400 updates with a tenth of MNIST: it reads nearly nine images of ten. Not to be
    changed."""
    base = preset("two-layer").experiment
    training = replace(base.training, length=400)
    tenth = replace(mnist, train=Split(mnist.train.x[:6_000], mnist.train.t[:6_000]), test=None)
    session = TrainingSession(Experiment(base.network, training), tenth)
    for _ in session.events():
        pass
    return session.network
