"""A new kind of layer costs one class, one row in the table of layers, one in the table of operations and
one line in the glossary of each language. Softsign is planted so on a copy of the sources; form, command
line, file, graph and statistics must then have it, and the tests that take every kind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

CLASS = '''class Softsign(Activation):
    """y = x / (1 + |x|). Backward: ∂L/∂x = ∂L/∂y · (1 − |y|)²."""

    bounds = (-1.0, 1.0)

    def _apply(self, x: Floats, out: Floats) -> Floats:
        np.abs(x, out=out)
        out += 1.0
        return np.divide(x, out, out=out)

    def backward(self, dy: Floats) -> Floats:
        slope = np.abs(self._y, out=self._buffers.get("slope", dy.shape))
        np.subtract(1.0, slope, out=slope)
        slope *= slope
        dy *= slope
        return dy


'''
ROW = """    LayerKind(
        "softsign",
        translatable("layers", "Softsign"),
        translatable("layers", "y = x / (1 + |x|), between −1 and 1. It saturates more slowly than Tanh."),
        Softsign,
    ),
"""
OPERATION = """    Operation(
        name="softsign",
        symbol="Softsign",
        title=translatable("graph", "Softsign"),
        forward=lambda x: x / (1.0 + np.abs(x)),
        formula=Formula("y = x / (1 + |x|)", r"y = \\frac{x}{1 + |x|}"),
        operands=(
            operand("x", lambda y, x: (1.0 - np.abs(y)) ** 2, "(1 − |y|)²", "(1 - |y|)^2", result="y"),
        ),
        rule=translatable("graph", "A softsign multiplies the upstream gradient by (1 − |y|)², at most 1."),
    ),
"""
LINE = "| `softsign` | 소프트사인 | y = x / (1 + \\|x\\|) | Softsign |\n"
PLANTED = {
    "core/nn/layers.py": [("class Identity(Activation):", CLASS)],
    "core/nn/layer_kinds.py": [
        ("    Step,\n    Tanh,", "    Softsign,\n"),
        ('    LayerKind(\n        "identity"', ROW),
    ],
    "core/graph/ops/activations.py": [('    Operation(\n        name="step"', OPERATION)],
    "docs/glossary.md": [("| `step` |", LINE)],
    "docs/glossary.ko.md": [("| `step` |", LINE)],
}
"""What is put into each file, and what it is put before."""

TRIED = (
    *(
        "tests/gui/train/planted_softsign.py",
        "tests/core/nn/test_layers.py",
        "tests/core/nn/test_gradients.py",
    ),
    *("tests/core/nn/test_against_pytorch.py", "tests/gui/train/test_entries.py"),
    *("tests/test_docs.py", "tests/test_korean_pages.py"),
)
COPIED = (
    *("adapters", "benchmarks", "cli", "core", "docs", "gui", "pictures", "resources", "tests", "tools"),
)
CHOSEN = "softsign or Softsign or the_glossary or in_korean or every_word or pytorch"


def test_a_planted_layer_costs_a_class_two_rows_and_a_line(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    for folder in COPIED:
        # With what is compiled already, but not with what is being written just now.
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("*.pyc.*"))
    for pattern in ("*.py", "*.md", "pyproject.toml"):
        for path in ROOT.glob(pattern):
            shutil.copy(path, copy)
    for name, insertions in PLANTED.items():
        path = copy / name
        text = path.read_text(encoding="utf-8")
        for before, new in insertions:
            assert text.count(before) == 1, (name, before)
            text = text.replace(before, new + before)
        path.write_text(text, encoding="utf-8")
    pytest = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", CHOSEN]
    done = subprocess.run(
        [*pytest, *TRIED],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": str(copy)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    # Its own tests, and those of every kind that have found it in the table.
    assert int(done.stdout.splitlines()[-1].split()[0]) >= 15, done.stdout
