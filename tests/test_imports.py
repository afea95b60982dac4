"""The import contract: which part of the program may know of which. Read from the sources; nothing is run.

`core` knows the standard library and NumPy, and of its rooms the lower ones know none of the higher.
`adapters` knows `core`, and nothing else knows Pillow or threadpoolctl. `cli` and `gui` know both. The
workspaces of `gui` do not know each other, and its small widgets know neither a workspace nor `adapters`, and
of `core` the growing array alone. No file imports itself by way of others. What breaks this is an error here
and in `dev.py check`, also inside a function and under `TYPE_CHECKING`.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WORKSPACES = tuple(sorted(f"gui.{file.parent.name}" for file in ROOT.glob("gui/*/workspace.py")))
PROGRAM = {"main", "core", "adapters", "cli", "gui"}
OWN = PROGRAM | {"tools", "benchmarks", "pictures", "soak", "packaging", "tests", "dev"}


@dataclass(frozen=True, slots=True)
class Rule:
    """What the modules of a package may import: of the project and of elsewhere only what is named, the
    standard library always; and nothing of `never`, whatever the rest says."""

    package: str
    own: tuple[str, ...]
    others: tuple[str, ...]
    never: tuple[str, ...] = field(default=())


QT = ("PySide6", "shiboken6", "pyqtgraph")
STOREYS = (
    (
        *("core.errors", "core.records", "core.memory", "core.growing_array", "core.particles"),
        *("core.installation", "core.started", "core.farewells", "core.file_locks", "core.zips"),
        "core.resources",
    ),
    ("core.words", "core.sentences"),
    ("core.language",),
    ("core.nn", "core.data", "core.calculus", "core.book"),
    ("core.graph", "core.inspection"),
    ("core.training",),
    ("core.store", "core.experiments"),
)
"""The rooms of the engine, the lowest first: each imports itself and what is below it, but no neighbour."""

WITHOUT_CIRCLES = ("core", "cli", "gui", "tools", "benchmarks", "pictures", "soak")

ROOMS = {
    "gui.look": ("gui.paths",),
    "gui.language": ("gui.paths", "core"),
    "gui.widgets": ("gui.look", "gui.language.numbers", "gui.language.texts", "core.growing_array"),
    "gui.formula": ("gui.look", "gui.widgets.painted"),
    "gui.document": ("gui.language", "core"),
    "gui.jobs": ("gui.document", "adapters.threads", "core"),
    "gui.trainer": ("gui.document", "gui.language", "adapters.threads", "core"),
    "gui.help": ("gui.paths", "gui.language.texts", "gui.widgets", "core"),
    "gui.goto": ("gui.help", "gui.language", "gui.look", "gui.widgets", "core"),
    "gui.menus": ("gui.trainer", "gui.document", "gui.look", "gui.widgets"),
    "gui.remembered": ("gui.language.texts", "gui.look", "gui.paths", "core"),
    "gui.recovery": (
        "gui.document",
        "gui.files",
        "gui.jobs",
        "gui.language",
        "gui.look",
        "gui.widgets",
        "gui.window",
        "core",
    ),
    "gui.window": (
        "gui.document",
        "gui.help",
        "gui.language",
        "gui.look",
        "gui.paths",
        "gui.remembered",
        "gui.widgets",
        "adapters.processors",
        "adapters.threads",
        "core",
    ),
}
"""What each shared room of the window imports besides itself. Workspaces may import them all."""

WITHOUT_WIDGETS = ("gui.document", "gui.jobs", "gui.trainer")
MOST_MODULES = 20  # in a folder: more are no room but a street
MOST_USERS = 5  # of the trainer: everything else asks the network on the table

RULES = (
    Rule("core", own=("core",), others=("numpy",)),
    *(
        Rule(room, own=(room, *(below for storey in STOREYS[:level] for below in storey)), others=("numpy",))
        for level, rooms in enumerate(STOREYS)
        for room in rooms
    ),
    Rule("adapters", own=("adapters", "core"), others=("numpy", "PIL", "threadpoolctl")),
    Rule("cli", own=("cli", "core", "adapters"), others=("numpy",)),
    Rule("gui", own=("gui", "core", "adapters"), others=("numpy", *QT)),
    *(
        Rule(
            room,
            own=(room, *others),
            others=("numpy", *QT),
            never=("PySide6.QtWidgets",) if room in WITHOUT_WIDGETS else (),
        )
        for room, others in ROOMS.items()
    ),
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
        for path in files_of(rule.package, root):
            for line, name in imported(path, root):
                if not _is_allowed(name, rule):
                    found.append(f"{path.relative_to(root)}:{line}: must not import {name}")
    return found


def files_of(package: str, root: Path) -> list[Path]:
    """The files of a package, or the one of a module."""
    place = root.joinpath(*package.split("."))
    module = place.with_suffix(".py")
    return [module] if module.is_file() else sorted(place.rglob("*.py"))


def circles(package: str, root: Path) -> list[list[str]]:
    """The modules of a package that import themselves by way of others, those of each circle together."""
    modules = {_module(path, root): path for path in files_of(package, root)}
    uses = {
        module: {used for _, name in imported(path, root) if (used := _nearest(name, modules)) is not None}
        for module, path in modules.items()
    }
    reached = {module: _reached(module, uses) for module in modules}
    found = {frozenset(other for other in reached[m] if m in reached[other]) for m in modules}
    return sorted(sorted(circle) for circle in found if circle)


def _module(path: Path, root: Path) -> str:
    return ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


def _nearest(name: str, modules: Container[str]) -> str | None:
    """The module that a full name is of: itself, or the one that it is defined in."""
    while name and name not in modules:
        name = name.rpartition(".")[0]
    return name or None


def _reached(start: str, uses: Mapping[str, set[str]]) -> set[str]:
    """All that a module imports, and what that imports, and so on."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = uses[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def _is_allowed(name: str, rule: Rule) -> bool:
    if _is_in(name, rule.never):
        return False
    if name.split(".")[0] in OWN:
        return _is_in(name, rule.own)
    return name.split(".")[0] in sys.stdlib_module_names or _is_in(name, rule.others)


def _is_in(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


def imported(path: Path, root: Path) -> tuple[tuple[int, str], ...]:
    """(line, full name) of what a file imports. `from a import b` gives `a.b`: b may be a module."""
    return _imported_by(path.read_text(encoding="utf-8"), ".".join(path.relative_to(root).parent.parts))


@cache
def _imported_by(source: str, folder: str) -> tuple[tuple[int, str], ...]:
    return tuple(_imports(ast.parse(source), folder.split(".")))


def _imports(tree: ast.Module, package: list[str]) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
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


def test_the_rooms_of_the_window_are_in_no_circle() -> None:
    """Room by room, as `test_no_file_imports_itself_by_way_of_others` file by file."""
    uses: dict[str, set[str]] = {}
    for path in files_of("gui", ROOT):
        here = _room(_module(path, ROOT))
        there = {_room(name) for _, name in imported(path, ROOT) if name.startswith("gui.")}
        uses.setdefault(here, set()).update(there - {here})
    uses |= {room: set() for used in list(uses.values()) for room in used if room not in uses}
    assert [room for room in uses if room in _reached(room, uses)] == []


def _room(module: str) -> str:
    """`gui.data` of `gui.data.grid.view`: a module at the top of `gui` is a room of its own."""
    return ".".join(module.split(".")[:2])


def test_no_folder_of_the_window_is_a_street() -> None:
    folders = {path.parent for path in files_of("gui", ROOT)}
    sizes = {folder.relative_to(ROOT).as_posix(): len([*folder.glob("*.py")]) for folder in folders}
    assert {folder: size for folder, size in sizes.items() if size > MOST_MODULES} == {}


def test_few_ask_the_trainer_and_the_rest_asks_the_table() -> None:
    users = {
        _module(path, ROOT)
        for path in files_of("gui", ROOT)
        for _, name in imported(path, ROOT)
        if _is_in(name, ("gui.trainer",)) and not _is_in(_module(path, ROOT), ("gui.trainer",))
    }
    assert len(users) <= MOST_USERS, sorted(users)


def test_every_workspace_has_its_wall() -> None:
    assert {"gui.data", "gui.graph", "gui.lab", "gui.train"} <= set(WORKSPACES)


def test_every_room_of_the_engine_has_its_wall() -> None:
    rooms = {f"core.{path.stem}" for path in (ROOT / "core").iterdir() if path.suffix in ("", ".py")}
    assert rooms - {"core.__init__", "core.__pycache__"} == {room for rooms in STOREYS for room in rooms}


def test_the_contract_holds() -> None:
    assert violations(ROOT) == []


@pytest.mark.parametrize(
    ("path", "source", "name"),
    [
        ("core/nn/layers.py", "import PySide6", "PySide6"),
        ("core/nn/layers.py", "from PySide6.QtCore import QObject", "PySide6.QtCore.QObject"),
        ("core/nn/layers.py", "import scipy.linalg", "scipy.linalg"),
        ("core/__init__.py", "from gui.look import theme", "gui.look.theme"),
        ("core/nn/layers.py", "def late():\n    import gui.look.theme", "gui.look.theme"),
        ("core/nn/layers.py", "if TYPE_CHECKING:\n    from cli import train", "cli.train"),
        ("core/nn/layers.py", "from ...gui.look import theme", "gui.look.theme"),
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
        ("gui/selftest.py", "from pictures.scene import Stage", "pictures.scene.Stage"),
        ("gui/graph/scene.py", "from gui.train import form", "gui.train.form"),
        ("gui/train/form.py", "from gui import data", "gui.data"),
        ("gui/data/deep/er.py", "from ...graph import scene", "gui.graph.scene"),
        ("gui/graph/page.py", "import gui.data", "gui.data"),
        ("gui/widgets/slider.py", "import core.errors", "core.errors"),
        ("gui/widgets/slider.py", "from gui.document import document", "gui.document.document"),
        ("gui/formula/tree.py", "from gui.graph.model import model", "gui.graph.model.model"),
        ("gui/formula/tree.py", "import core.graph.ops", "core.graph.ops"),
        ("gui/document/run.py", "from gui.trainer.recorder import Recorder", "gui.trainer.recorder.Recorder"),
        ("gui/trainer/worker.py", "from gui.train import terms", "gui.train.terms"),
        ("gui/trainer/worker.py", "from PySide6.QtWidgets import QLabel", "PySide6.QtWidgets.QLabel"),
        ("gui/jobs/jobs.py", "from gui.widgets.card import Card", "gui.widgets.card.Card"),
        ("gui/language/numbers.py", "from gui.widgets import card", "gui.widgets.card"),
        ("gui/widgets/slider.py", "import adapters.pictures", "adapters.pictures"),
        ("gui/widgets/slider.py", "from ..train import form", "gui.train.form"),
        ("core/errors.py", "from core.words import did_you_mean", "core.words.did_you_mean"),
        ("core/memory.py", "from core.nn import buffers", "core.nn.buffers"),
        ("core/nn/layers.py", "from core.graph.ops import OPERATIONS", "core.graph.ops.OPERATIONS"),
        ("core/nn/network.py", "from core.data import Split", "core.data.Split"),
        ("core/calculus/descent.py", "from core.nn.optimizers import SGD", "core.nn.optimizers.SGD"),
        ("core/data/idx.py", "def late():\n    from core.training import session", "core.training.session"),
        ("core/graph/network_graph.py", "import core.training.presets", "core.training.presets"),
        ("core/inspection/ink.py", "from core.graph.trace import Trace", "core.graph.trace.Trace"),
        ("core/training/session.py", "import core.experiments.deep", "core.experiments.deep"),
        ("gui/lab/vanishing/page.py", "from gui.train import terms", "gui.train.terms"),
        ("core/graph/deep/er.py", "from ...training import events", "core.training.events"),
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
        ("gui/widgets/card.py", "from gui.look.theme import Theme\nfrom .slider import Slider"),
        ("gui/graph_paper.py", "from gui.graph import scene\nfrom gui.train import form"),
    ],
)
def test_what_is_allowed_passes(tmp_path: Path, path: str, source: str) -> None:
    planted = tmp_path / path
    planted.parent.mkdir(parents=True)
    planted.write_text(source, encoding="utf-8")
    assert violations(tmp_path) == []


@pytest.mark.parametrize("package", WITHOUT_CIRCLES)
def test_no_file_imports_itself_by_way_of_others(package: str) -> None:
    assert circles(package, ROOT) == []


@pytest.mark.parametrize(
    ("sources", "circle"),
    [
        ({"a": "from core.b import B", "b": "import core.a"}, ["core.a", "core.b"]),
        (
            {"a": "if TYPE_CHECKING:\n    from core.b import B", "b": "from core import a"},
            ["core.a", "core.b"],
        ),
        ({"a": "def late():\n    from . import b", "b": "from .a import A"}, ["core.a", "core.b"]),
        (
            {"a": "import core.b", "b": "import core.c.d", "c/d": "from ..a import A", "e": "import core.a"},
            ["core.a", "core.b", "core.c.d"],
        ),
        ({"c/__init__": "from core.c.d import D", "c/d": "from core.c import E"}, ["core.c", "core.c.d"]),
        ({"a": "import core.a"}, ["core.a"]),
        (
            {
                "a": "import core.b\nfrom numpy import b",
                "b": "import math\nimport gui.a",
                "c": "import core.a",
            },
            [],
        ),
    ],
)
def test_a_circle_is_seen(tmp_path: Path, sources: dict[str, str], circle: list[str]) -> None:
    for name, source in sources.items():
        planted = tmp_path / "core" / f"{name}.py"
        planted.parent.mkdir(parents=True, exist_ok=True)
        planted.write_text(source, encoding="utf-8")
    assert circles("core", tmp_path) == ([circle] if circle else [])


def test_every_core_module_works_without_qt_and_pillow() -> None:
    """The engine in a Python that has no Qt at all, in a process of its own."""
    modules = [_module(path, ROOT) for path in files_of("core", ROOT)]
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
