"""What the experiments of the Lab are called, by their words: known without their tiles, which take long to
import. The table has them in this order."""

from __future__ import annotations

from collections.abc import Mapping

from core.errors import translatable

TITLES: Mapping[str, str] = {
    "vanishing": translatable("Lab", "Vanishing gradients"),
    "checking": translatable("Lab", "Gradient check"),
    "numdiff": translatable("Lab", "Numerical differentiation"),
    "descent": translatable("Lab", "Gradient descent"),
    "activations": translatable("Lab", "Activation functions"),
    "accuracy": translatable("Lab", "Why not accuracy?"),
    "batches": translatable("Lab", "Batches and transposes"),
    "softmax": translatable("Lab", "Softmax and overflow"),
    "perceptron": translatable("Lab", "Perceptrons and gates"),
    "landscape": translatable("Lab", "Loss surface"),
}
