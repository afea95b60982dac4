"""The import contract: which part of the program may know of which. Read from the sources; nothing is run.

`core` knows the standard library and NumPy. `adapters` knows `core`, and nothing else knows Pillow. `cli` and
`gui` know both. The workspaces of `gui` do not know each other, and its small widgets know neither a
workspace nor `core` nor `adapters`. What breaks this is an error here and in `dev.py check`, also inside a
function and under `TYPE_CHECKING`.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WORKSPACES = tuple(sorted(f"gui.{file.parent.name}" for file in ROOT.glob("gui/*/workspace.py")))
OWN = {"main", "core", "adapters", "cli", "gui", "tools", "benchmarks", "packaging", "tests", "dev"}


@dataclass(frozen=True, slots=True)
class Rule:
    """What the modules of a package may import: of the project and of elsewhere only what is named, the
    standard library always; and nothing of `never`, whatever the rest says."""

    package: str
    own: tuple[str, ...]
    others: tuple[str, ...]
    never: tuple[str, ...] = field(default=())


QT = ("PySide6", "shiboken6", "pyqtgraph")
RULES = (
    Rule("core", own=("core",), others=("numpy",)),
    Rule("adapters", own=("adapters", "core"), others=("numpy", "PIL")),
    Rule("cli", own=("cli", "core", "adapters"), others=("numpy",)),
    Rule("gui", own=("gui", "core", "adapters"), others=("numpy", *QT)),
    Rule("gui.widgets", own=("gui",), others=("numpy", *QT), never=WORKSPACES),
    *(
        Rule(
            here,
            own=("gui", "core", "adapters"),
            others=("numpy", *QT),
            never=tuple(w for w in WORKSPACES if w != here),
        )
        for here in WORKSPACES
    ),
)


def violations(root: Path) -> list[str]:
    """Every import under `root` that breaks a rule, as "path:line: sentence"."""
    found = []
    for rule in RULES:
        for path in sorted(root.joinpath(*rule.package.split(".")).rglob("*.py")):
            for line, name in imported(path, root):
                if not _is_allowed(name, rule):
                    found.append(f"{path.relative_to(root)}:{line}: {rule.package} must not import {name}")
    return found


def _is_allowed(name: str, rule: Rule) -> bool:
    if _is_in(name, rule.never):
        return False
    if name.split(".")[0] in OWN:
        return _is_in(name, rule.own)
    return name.split(".")[0] in sys.stdlib_module_names or _is_in(name, rule.others)


def _is_in(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


def imported(path: Path, root: Path) -> Iterator[tuple[int, str]]:
    """(line, full name) of what a file imports. `from a import b` gives `a.b`: b may be a module."""
    package = ".".join(path.relative_to(root).parent.parts).split(".")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            # One dot is the package itself, each further dot one package up.
            above = package[: len(package) - (node.level - 1)] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                yield node.lineno, f"{module}.{alias.name}"
        elif isinstance(node, ast.Call) and _called(node.func) in ("import_module", "__import__"):
            match node.args:
                case [ast.Constant(value=str(name)), *_]:
                    yield node.lineno, name
                case _:
                    yield node.lineno, "what is only known when it runs"


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def test_every_workspace_has_its_wall() -> None:
    assert {"gui.data", "gui.graph", "gui.train"} <= set(WORKSPACES)


def test_the_contract_holds() -> None:
    assert violations(ROOT) == []


@pytest.mark.parametrize(
    ("path", "source", "name"),
    [
        ("core/nn/layers.py", "import PySide6", "PySide6"),
        ("core/nn/layers.py", "from PySide6.QtCore import QObject", "PySide6.QtCore.QObject"),
        ("core/nn/layers.py", "import scipy.linalg", "scipy.linalg"),
        ("core/__init__.py", "from gui import theme", "gui.theme"),
        ("core/nn/layers.py", "def late():\n    import gui.theme", "gui.theme"),
        ("core/nn/layers.py", "if TYPE_CHECKING:\n    from cli import train", "cli.train"),
        ("core/nn/layers.py", "from ...gui import theme", "gui.theme"),
        ("core/nn/layers.py", "import importlib\nimportlib.import_module('torch')", "torch"),
        ("core/nn/layers.py", "__import__('gui')", "gui"),
        ("core/nn/layers.py", "importlib.import_module(name)", "what is only known when it runs"),
        ("core/nn/layers.py", "import main", "main"),
        ("core/inspection/ink.py", "from PIL import Image", "PIL.Image"),
        ("core/inspection/ink.py", "from adapters import pictures", "adapters.pictures"),
        ("adapters/pictures.py", "from cli import predict", "cli.predict"),
        ("adapters/pictures.py", "import gui.theme", "gui.theme"),
        ("adapters/pictures.py", "def late():\n    from PySide6.QtGui import QImage", "PySide6.QtGui.QImage"),
        ("cli/predict.py", "def late():\n    from PIL.Image import open", "PIL.Image.open"),
        ("gui/app.py", "if TYPE_CHECKING:\n    import PIL.Image", "PIL.Image"),
        ("cli/train.py", "from gui.app import main", "gui.app.main"),
        ("cli/train.py", "import tqdm", "tqdm"),
        ("gui/app.py", "from cli import train", "cli.train"),
        ("gui/app.py", "import matplotlib", "matplotlib"),
        ("gui/graph/scene.py", "from gui.train import form", "gui.train.form"),
        ("gui/train/form.py", "from gui import data", "gui.data"),
        ("gui/data/deep/er.py", "from ...graph import scene", "gui.graph.scene"),
        ("gui/graph/page.py", "import gui.data", "gui.data"),
        ("gui/widgets/slider.py", "import core.errors", "core.errors"),
        ("gui/widgets/slider.py", "import adapters.pictures", "adapters.pictures"),
        ("gui/widgets/slider.py", "from ..train import form", "gui.train.form"),
    ],
)
def test_a_breach_is_seen(tmp_path: Path, path: str, source: str, name: str) -> None:
    planted = tmp_path / path
    planted.parent.mkdir(parents=True)
    planted.write_text(source, encoding="utf-8")
    (breach,) = set(violations(tmp_path))
    assert breach.startswith(f"{path}:")
    assert breach.endswith(f"must not import {name}")


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("core/nn/layers.py", "import math\nimport numpy as np\nfrom numpy.typing import NDArray"),
        (
            "core/nn/layers.py",
            "from .spec import LayerSpec\nfrom ..errors import LabError\nfrom . import losses",
        ),
        ("adapters/pictures.py", "import numpy\nfrom PIL import Image\nfrom core.errors import DataError"),
        ("cli/train.py", "import argparse\nfrom core.nn import presets\nfrom adapters import pictures"),
        ("gui/data/draw_picture.py", "from adapters.pictures import read_picture"),
        ("gui/app.py", "import pyqtgraph\nfrom PySide6.QtWidgets import QWidget\nfrom gui.train import page"),
        (
            "gui/graph/scene.py",
            "from gui.widgets import card\nfrom core.graph import trace\nfrom . import view",
        ),
        ("gui/widgets/card.py", "from gui.theme import Theme\nfrom .slider import Slider"),
        ("gui/graph_paper.py", "from gui.graph import scene\nfrom gui.train import form"),
    ],
)
def test_what_is_allowed_passes(tmp_path: Path, path: str, source: str) -> None:
    planted = tmp_path / path
    planted.parent.mkdir(parents=True)
    planted.write_text(source, encoding="utf-8")
    assert violations(tmp_path) == []


def test_every_core_module_works_without_qt_and_pillow() -> None:
    """The engine in a Python that has nothing but NumPy, in a process of its own."""
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted((ROOT / "core").rglob("*.py"))
    ]
    assert "core.errors" in modules
    program = (
        "import importlib, sys\n"
        f"for name in {(*QT, 'PIL', 'gui', 'cli', 'adapters')!r}: sys.modules[name] = None\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
