"""The experiment on the table is there again at the next start."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from core.training.presets import DEFAULT_PRESET, PRESETS
from gui.remembered.experiment import remembered_experiment
from tests.gui.files.desk import SHORT, SPEC, Desk


class TestRemembered:
    def test_the_last_sound_experiment_is_remembered(self, desk: Desk) -> None:
        edited = replace(SHORT.training, batch_size=50)
        desk.document.edit_training(edited, "Batch")
        assert remembered_experiment(desk.settings.configuration).training == edited
        desk.document.edit_network(SPEC.with_layers(()), "Remove all")
        assert remembered_experiment(desk.settings.configuration).network == SPEC

    def test_every_preset_survives(self, desk: Desk) -> None:
        for name, preset in PRESETS.items():
            desk.document.apply_preset(name)
            assert remembered_experiment(desk.settings.configuration) == preset.experiment, name

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "{",
            "[]",
            "null",
            "7",
            "{}",
            '{"network": 1, "training": 2}',
            json.dumps(SHORT.to_dict() | {"network": {"input_size": -1, "layers": [], "loss": {}}}),
            "[" * 100_000,
        ],
    )
    def test_what_is_no_experiment_gives_the_default(self, text: str) -> None:
        assert remembered_experiment(text) == PRESETS[DEFAULT_PRESET].experiment
