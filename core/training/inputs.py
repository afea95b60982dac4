"""What a network's examples are like, kept in its model file so that it can be asked without the data set.

Where the data set lies, and what is in it, is not known here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from core.data import PREPARATIONS, DataSet, Preparation
from core.data.class_names import LONGEST_NAME
from core.nn.spec import NetworkSpec


@dataclass(frozen=True, slots=True)
class Inputs:
    """image_shape: (height, width) of examples that are images. preparation: how a picture is made into one.
    classes: the names of the classes, in the order of the outputs; none for a regression."""

    image_shape: tuple[int, int] | None = None
    preparation: Preparation = "plain"
    classes: tuple[str, ...] = ()

    @classmethod
    def of(cls, data: DataSet) -> Self:
        return cls(data.image_shape, data.preparation, data.class_names)

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any], spec: NetworkSpec) -> Self:
        """Those of `to_dict`, as JSON gives them back. TypeError or ValueError for what cannot be true of
        this network."""
        shape, preparation, classes = values["image_shape"], values["preparation"], tuple(values["classes"])
        if preparation not in PREPARATIONS or len(values) != len(asdict(cls())):
            raise ValueError("there is no such preparation")
        if shape is not None:
            height, width = shape
            is_whole = all(type(side) is int and side > 0 for side in shape)
            if not is_whole or height * width != spec.input_size:
                raise ValueError("these are not the images of this network")
            shape = height, width
        if not all(isinstance(name, str) and len(name) <= LONGEST_NAME for name in classes):
            raise TypeError("the name of a class is a short text")
        if classes and len(classes) != max(spec.output_size, 2):
            raise ValueError("these are not the classes of this network")
        return cls(shape, preparation, classes)
