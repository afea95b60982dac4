"""Why there are no predictions to show, in a sentence; the same on every page."""

from __future__ import annotations

from core.inspection.predictions import Predictions
from gui.data.model.model import DataModel, SplitName
from gui.language.messages import sentence
from gui.language.texts import translate


def evaluated_split(model: DataModel) -> SplitName:
    """The split that a network is judged by: the test set, or the training set where there is no other."""
    return "test" if model.examples_of("test") is not None else "train"


def evaluated(model: DataModel) -> Predictions | None:
    """The predictions that a network is judged by; None where there are none."""
    return model.predictions_of(evaluated_split(model))


def missing(model: DataModel) -> str:
    """What keeps the predictions from being there; empty where they are."""
    if model.problem is not None:
        return sentence(model.problem)
    if model.failure is not None:
        return translate("DataPages", "The predictions could not be computed: {reason}.").format(
            reason=model.failure
        )
    if model.data is None:
        error = model.document.data_error
        return sentence(error) if error is not None else translate("DataPages", "The data are being read …")
    if evaluated(model) is None:
        return translate("DataPages", "The network is predicting …")
    return ""


def network_name(model: DataModel) -> str:
    """Which network gave the predictions, as `Run 2, iteration 12,000`."""
    seen = model.predicted_by
    if seen is None:
        return ""
    if seen.kind == "initial" or seen.iteration == 0:
        return translate("DataPages", "initial weights: not trained yet")
    text = translate("DataPages", "{name}, iteration {iteration}")
    return text.format(name=seen.name, iteration=f"{seen.iteration:,}")
