"""The same training step in PyTorch on the CPU, eager, as somebody writes it who knows PyTorch well: the
images stay bytes in one tensor, and each batch is drawn, gathered and scaled there."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import torch
from torch import nn

from benchmarks.nets import LEARNING_RATE, THREADS, Net
from core.data import open_data_set

ACTIVATIONS = {"relu": nn.ReLU, "sigmoid": nn.Sigmoid}


def images_and_labels() -> tuple[torch.Tensor, torch.Tensor]:
    """(N, 784) uint8 and (N,) int64."""
    split = open_data_set("mnist").train
    return torch.from_numpy(split.x.copy()), torch.from_numpy(split.t.copy())


def model_of(net: Net) -> nn.Module:
    layers: list[nn.Module] = []
    for inputs, outputs in pairwise(net.sizes):
        layers += [nn.Linear(inputs, outputs), ACTIVATIONS[net.activation]()]
    return nn.Sequential(*layers[:-1])


def contender(net: Net) -> Callable[[int], None]:
    """A function that makes that many steps."""
    torch.set_num_threads(THREADS)
    torch.manual_seed(0)
    images, labels = images_and_labels()
    model = model_of(net)
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=LEARNING_RATE)

    def run(steps: int) -> None:
        for _ in range(steps):
            index = torch.randint(len(images), (net.batch,))
            x = images.index_select(0, index).float().div_(255)
            loss = criterion(model(x), labels.index_select(0, index))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            loss.item()

    return run
