"""Data for training: MNIST and other IDX files, small computed sets, and the order of the batches."""

from core.data.batches import Batches, RandomBatches, ShuffledEpochs
from core.data.catalog import DATASET_NAMES, open_dataset
from core.data.dataset import Dataset, Split
from core.data.idx import read_idx, write_idx
from core.data.mnist import load_mnist
from core.data.resources import resource_folder

__all__ = [
    "DATASET_NAMES",
    "Batches",
    "Dataset",
    "RandomBatches",
    "ShuffledEpochs",
    "Split",
    "load_mnist",
    "open_dataset",
    "read_idx",
    "resource_folder",
    "write_idx",
]
