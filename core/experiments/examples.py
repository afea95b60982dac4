"""The examples on which a network is tried: the first of a data set, or drawn ones where none fit."""

from __future__ import annotations

import numpy as np

from core.data import DataSet
from core.errors import ConfigError, translatable
from core.experiments.checking import Batch
from core.nn.network import Network
from core.nn.spec import MEMORY_LIMIT_BYTES

BYTES_PER_PARAMETER = 6 * 8
"""Two copies in float64, each with gradients, and the vectors of the comparison."""


def fits(network: Network, data: DataSet | None) -> bool:
    """Whether the examples of the data set can be asked of the network."""
    return data is not None and data.input_size == network.spec.input_size and len(data.train) > 0


def batch_of(network: Network, data: DataSet | None, count: int, seed: int) -> Batch:
    """The first examples of the training set, or, where they do not fit, as many that are drawn. ConfigError
    for a network that is too large to be checked, DataError for targets that do not fit its loss."""
    size = BYTES_PER_PARAMETER * len(network.params.vector)
    if size > MEMORY_LIMIT_BYTES:
        template = translatable(
            "errors",
            "The check of {parameters} parameters takes about {megabytes} MB, and {limit} MB are the limit: "
            "check a smaller network.",
        )
        raise ConfigError(
            template,
            parameters=len(network.params.vector),
            megabytes=round(size / 1e6),
            limit=round(MEMORY_LIMIT_BYTES / 1e6),
        )
    if data is not None and fits(network, data):
        count = min(count, len(data.train))
        return Batch(
            network, *network.batch(data.train.floats(0, count, network.dtype), data.train.t[:count])
        )
    rng = np.random.default_rng((seed, 8))
    x = rng.uniform(size=(count, network.spec.input_size))
    outputs = network.spec.output_size
    if network.spec.loss.kind == "squared_error":
        return Batch(network, *network.batch(x, rng.standard_normal((count, outputs))))
    return Batch(network, *network.batch(x, rng.integers(0, max(outputs, 2), count)))
