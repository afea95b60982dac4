"""Data for training: MNIST, data of one's own, small computed sets, and the order of the batches."""

from core.data.batches import Batches, RandomBatches, ShuffledEpochs
from core.data.catalog import DATA_SET_NAMES, open_data_set, opening_data_set
from core.data.data_set import PREPARATIONS, DataSet, Preparation, Split
from core.data.idx import read_idx, write_idx
from core.data.mnist import load_mnist
from core.data.reading import Finding, Pictures, Progress, Reading
from core.resources import resource_folder

__all__ = [
    "DATA_SET_NAMES",
    "PREPARATIONS",
    "Batches",
    "DataSet",
    "Finding",
    "Pictures",
    "Preparation",
    "Progress",
    "RandomBatches",
    "Reading",
    "ShuffledEpochs",
    "Split",
    "load_mnist",
    "open_data_set",
    "opening_data_set",
    "read_idx",
    "resource_folder",
    "write_idx",
]
