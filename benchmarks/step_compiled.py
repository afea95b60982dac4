"""The same training step in PyTorch, compiled: what `torch.compile` makes of model and loss together."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import nn

from benchmarks.nets import LEARNING_RATE, THREADS, Net
from benchmarks.step_torch import images_and_labels, model_of


def contender(net: Net) -> Callable[[int], None]:
    """A function that makes that many steps."""
    torch.set_num_threads(THREADS)
    torch.manual_seed(0)
    images, labels = images_and_labels()
    model = model_of(net)
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=LEARNING_RATE)

    def loss_in_parts(x: torch.Tensor, t: torch.Tensor) -> torch.Tensor:
        return criterion(model(x.float().div_(255)), t)

    loss_of = torch.compile(loss_in_parts)

    def run(steps: int) -> None:
        for _ in range(steps):
            index = torch.randint(len(images), (net.batch,))
            loss = loss_of(images.index_select(0, index), labels.index_select(0, index))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            loss.item()

    return run
