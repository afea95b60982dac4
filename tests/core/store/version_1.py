"""A store of runs of version 1, as it was written when that version was today's. Not a test itself.

Its one run is the model file of `tests.core.training.version_2`.
"""

from __future__ import annotations

from pathlib import Path

from tests.core.training.version_2 import WRITTEN

ID = "20261129-120000-a1b2c3"
ABOUT = '{"format": "backprop-lab runs", "version": 1, "limit": 123456789}'
EXPERIMENT = """
{"network": {"input_size": 2, "layers": [{"kind": "affine", "units": 3, "bias": true, "init": {"kind": "he",
"sigma": 0.01, "values": null}}, {"kind": "batch_norm"}, {"kind": "relu"}, {"kind": "dropout", "rate": 0.25},
{"kind": "affine", "units": 2, "bias": true, "init": {"kind": "he", "sigma": 0.01, "values": null}}],
"loss": {"kind": "softmax", "form": "sum"}}, "training": {"data_set": "xor", "batch_size": 300,
"sampling": "shuffled", "optimizer": {"kind": "adam", "learning_rate": 0.02, "momentum": 0.9, "beta1": 0.9,
"beta2": 0.999, "alpha": 0.99, "epsilon": null, "fold_bias_correction": false}, "schedule": {"kind": "cosine",
"gamma": 0.1, "step_epochs": 10, "floor": 0.1}, "weight_decay": 0.001, "length": 3, "length_unit": "epochs",
"seed": 4, "evaluate_on": 0}}
"""
RECORD = f"""
{{"name": "넓은 신경망", "when": "2026-11-29T12:00:00.000+00:00", "outcome": "stopped",
"experiment": {EXPERIMENT}, "iteration": 8, "total_iterations": 18,
"train_loss": 0.797, "train_accuracy": 0.5005, "test_loss": 0.785,
"test_accuracy": 0.499, "note": "a note", "pinned": true}}
"""


def write_store(folder: Path) -> None:
    """Write it there."""
    folder.mkdir()
    (folder / "store.json").write_text(ABOUT, encoding="utf-8")
    (folder / f"{ID}.json").write_text(RECORD, encoding="utf-8")
    (folder / f"{ID}.blab").write_bytes(WRITTEN)
