"""The last experiment, as the text that the settings keep between two sittings."""

from __future__ import annotations

import json

from core.errors import LabError
from core.training.config import Experiment
from core.training.presets import DEFAULT_PRESET, preset


def experiment_text(experiment: Experiment) -> str:
    """JSON of the experiment."""
    return json.dumps(experiment.to_dict())


def remembered_experiment(text: str) -> Experiment:
    """The experiment of `experiment_text`; the default preset where there is none, or none that is sound."""
    try:
        values = json.loads(text)
        return Experiment.from_dict(values if isinstance(values, dict) else {})
    except (ValueError, RecursionError, LabError):
        return preset(DEFAULT_PRESET).experiment
