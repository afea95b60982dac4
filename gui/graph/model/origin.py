"""Which network is drawn with which example: what it is called above its picture, beside what the current
network is by now. A picture stays as it was drawn while training goes on; so it is never called the current
one without a look at that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gui.language.numbers import count
from gui.language.texts import translate


@dataclass(frozen=True, slots=True)
class Weights:
    """Those that the run `run` has made in so many iterations. Two runs may have one name, and no two have
    one `run_id`."""

    run_id: int
    run: str
    iteration: int


@dataclass(frozen=True, slots=True)
class Origin:
    """The weights of a network (None: initial ones), and the place of its example in the data set, which is
    of images or not; −1 is that of a drawing that is not kept. `label` and `prediction` are known once the
    network was asked; a class that has a name is called so."""

    weights: Weights | None
    split: Literal["train", "test", "drawings"]
    index: int
    is_image: bool = True
    label: int | None = None
    prediction: int | None = None
    class_names: tuple[str, ...] = ()

    def text(self, now: Weights | None, initial: str = "") -> str:
        """Run 2 after 1,500 iterations · test image 0, label 7, prediction 7 · the run is at iteration 3,000
        now. `now`: the weights of the current network; `initial`: what initial weights are called."""
        parts = (self._weights() or initial or _initial(), self._example(), self._since(now))
        return " · ".join(part for part in parts if part)

    def _weights(self) -> str:
        if self.weights is None:
            return ""
        text = translate("GraphOrigin", "{run} after {iteration} iterations")
        if self.weights.iteration == 1:
            text = translate("GraphOrigin", "{run} after 1 iteration")
        return text.format(run=self.weights.run, iteration=count(self.weights.iteration))

    def _example(self) -> str:
        drawing = translate("GraphOrigin", "drawing {index}")
        if self.index < 0:
            drawing = translate("GraphOrigin", "a drawing")
        text = {
            ("train", True): translate("GraphOrigin", "training image {index}"),
            ("train", False): translate("GraphOrigin", "training example {index}"),
            ("test", True): translate("GraphOrigin", "test image {index}"),
            ("test", False): translate("GraphOrigin", "test example {index}"),
            ("drawings", True): drawing,
        }[self.split, self.is_image].format(index=count(self.index))
        if self.label is None:
            return text
        both = translate("GraphOrigin", "{example}, label {label}, prediction {prediction}")
        return both.format(example=text, label=self._name(self.label), prediction=self._name(self.prediction))

    def _name(self, label: int | None) -> str:
        return self.class_names[label] if label is not None and label < len(self.class_names) else str(label)

    def _since(self, now: Weights | None) -> str:
        then = self.weights
        if now == then:
            return ""
        if now is None:
            return translate("GraphOrigin", "the current network has initial weights")
        text = translate("GraphOrigin", "the current network is that of {run}, at iteration {iteration}")
        if then is not None and now.run_id == then.run_id:
            text = translate("GraphOrigin", "the run is at iteration {iteration} now")
        return text.format(run=now.run, iteration=count(now.iteration))


def _initial() -> str:
    return translate("GraphOrigin", "Initial weights")
