"""`dev.py` tried for real, without a network: a small project of its own, with packages made on the spot."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from tools import commands, environment, pytorch, system

ROOT = Path(__file__).parent.parent

MAIN = """
import sys
if "--version" in sys.argv or "--help" in sys.argv:
    print("answered without", *sys.argv[1:])
    sys.exit()
import tiny
print("tiny", tiny.VERSION, *sys.argv[1:])
sys.exit(3 if "fail" in sys.argv else 0)
"""
# Stands for pytest: says where and how it was started.
PYTEST = (
    "import os, sys\nprint(os.environ['QT_QPA_PLATFORM'], os.path.basename(os.getcwd()), *sys.argv[1:])\n"
)


@dataclass(frozen=True)
class Project:
    """A folder with `dev.py`, lock files, a program, and a folder of wheels in place of the package index."""

    root: Path
    wheels: Path

    def start(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        inherited = {
            name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))
        }
        return subprocess.run(
            [sys.executable, str(self.root / "dev.py"), *arguments],
            cwd=self.root.parent,
            env=inherited
            | {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels)}
            | {"PIP_USER": "1", "QT_QPA_PLATFORM": "offscreen", **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def wheel(self, name: str, version: str, source: str) -> str:
        """Make a wheel with one module. Returns its line of a lock file."""
        self.wheels.mkdir(exist_ok=True)
        path = self.wheels / f"{name}-{version}-py3-none-any.whl"
        info = f"{name}-{version}.dist-info"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(f"{name}.py", source)
            archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
            archive.writestr(
                f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            )
            archive.writestr(
                f"{info}/RECORD", f"{name}.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n"
            )
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        return f"{name}=={version} --hash=sha256:{digest}\n"

    def lock(self, line: str, name: str = "requirements.lock") -> None:
        (self.root / name).write_text(line, encoding="utf-8")

    @property
    def stamp(self) -> Path:
        return self.root / ".venv" / "backprop-lab.stamp"


def _new_project(folder: Path) -> Project:
    project = Project(folder / "project", folder / "wheels")
    shutil.copytree(ROOT / "tools", project.root / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "dev.py", project.root)
    (project.root / "main.py").write_text(MAIN, encoding="utf-8")
    project.lock(project.wheel("tiny", "1", "VERSION = 1"))
    project.lock(project.wheel("pytest", "1", PYTEST), "requirements-dev.lock")
    return project


def _copy(project: Project, folder: Path) -> Project:
    """Its environment as well, which names no folder but those of the Python that made it."""
    shutil.copytree(project.root.parent, folder, symlinks=True, copy_function=_link_packages)
    return Project(folder / "project", folder / "wheels")


def _link_packages(source: str, target: str) -> None:
    """Packages are removed and installed, and never written into; what else there is may be."""
    (os.link if "site-packages" in source else shutil.copy2)(source, target)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, subprocess.CompletedProcess[str]]:
    """A project whose first set-up was interrupted, after a second try, and what that one said."""
    project = _new_project(tmp_path_factory.mktemp("dev"))
    (project.root / ".venv").mkdir()
    (project.root / ".venv" / "pyvenv.cfg").touch()
    (project.root / ".venv" / "of-the-interrupted").touch()
    return project, project.start("run", "a b", "fail")


@pytest.fixture
def project(first: tuple[Project, object], tmp_path: Path) -> Project:
    """A copy of that project: making one takes seconds."""
    return _copy(first[0], tmp_path / "copy")


@pytest.fixture
def nowhere(tmp_path: Path) -> dict[str, str]:
    """An environment in which no package can be had."""
    (tmp_path / "nothing").mkdir()
    return {"PIP_FIND_LINKS": str(tmp_path / "nothing")}


def test_a_start_after_an_interrupted_one_sets_up_and_becomes_the_program(
    first: tuple[Project, subprocess.CompletedProcess[str]],
) -> None:
    project, start = first
    assert (start.stdout, start.returncode) == ("tiny 1 a b fail\n", 3), start.stderr
    assert "Fetching the packages of requirements.lock (once)" in start.stderr
    assert not (project.root / ".venv" / "fetched").exists()
    assert not (project.root / ".venv" / "of-the-interrupted").exists()


def test_the_next_start_installs_nothing(first: tuple[Project, object], nowhere: dict[str, str]) -> None:
    start = first[0].start("run", **nowhere)
    assert (start.stdout, start.stderr, start.returncode) == ("tiny 1\n", "", 0)


@pytest.mark.parametrize(("python", "is_usable"), [(f"3.{sys.version_info.minor}", True), ("3.1", False)])
def test_an_environment_of_another_python_is_made_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, python: str, is_usable: bool
) -> None:
    """Whose locks are those that are wanted, and whose interpreter is there."""
    project = _new_project(tmp_path)
    monkeypatch.setattr(environment, "ROOT", str(project.root))
    monkeypatch.setattr(environment, "_VENV", str(project.root / ".venv"))
    monkeypatch.setattr(environment, "_STAMP", str(project.stamp))
    calls: list[list[str]] = []
    monkeypatch.setattr(environment, "_call", lambda command: calls.append(command) or 0)
    interpreter = Path(environment.python())
    interpreter.parent.mkdir(parents=True)
    interpreter.touch()
    environment._write_stamp(
        {environment.RUN_LOCK: environment._hash(environment.RUN_LOCK), "python": python}
    )
    environment.prepare({})
    made = ["-m", "venv", "--clear", str(project.root / ".venv")]
    assert [command[1:] for command in calls[:1]] == ([] if is_usable else [made])
    assert project.stamp.read_text(encoding="utf-8").splitlines()[-1] == f"python: 3.{sys.version_info.minor}"


def test_of_two_starts_at_once_one_installs_a_changed_lock_in_place(project: Project) -> None:
    project.lock(project.wheel("tiny", "2", "VERSION = 2"))
    (project.root / ".venv" / "added-by-hand").touch()
    with ThreadPoolExecutor() as pool:
        starts = list(pool.map(project.start, ["run", "run"]))
    assert [start.stdout for start in starts] == ["tiny 2\n", "tiny 2\n"]
    assert sorted("Installing" in start.stderr for start in starts) == [False, True]
    assert (project.root / ".venv" / "added-by-hand").exists()


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_to_answer_a_word_nothing_is_installed(tmp_path: Path, word: str) -> None:
    project = _new_project(tmp_path)
    start = project.start("run", word)
    assert (start.stdout, start.stderr, start.returncode) == (f"answered without {word}\n", "", 0)
    assert not (project.root / ".venv").exists()


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_the_program_answers_that_with_a_python_that_has_nothing_else(word: str) -> None:
    """-S leaves out all that was ever installed."""
    command = [sys.executable, "-S", str(ROOT / "main.py"), word]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Backprop Lab" in done.stdout or "backprop-lab" in done.stdout


def _with_a_wrong_hash(project: Project) -> None:
    project.lock(project.wheel("tiny", "2", "VERSION = 2")[:-9] + "00000000\n")


def _with_a_missing_package(project: Project) -> None:
    project.lock(f"absent==1 --hash=sha256:{'0' * 64}\n")


@pytest.mark.parametrize("change", [_with_a_wrong_hash, _with_a_missing_package])
def test_packages_that_cannot_be_had_give_a_sentence_and_spoil_nothing(
    project: Project, nowhere: dict[str, str], change: Callable[[Project], None]
) -> None:
    before = (project.root / "requirements.lock").read_text(encoding="utf-8")
    change(project)
    start = project.start("run")
    assert (start.stdout, start.returncode) == ("", 1)
    assert "The packages could not be fetched" in start.stderr
    assert "Traceback" not in start.stderr
    project.lock(before)
    assert project.start("run", **nowhere).stdout == "tiny 1\n"


@pytest.fixture(scope="module")
def tested(
    first: tuple[Project, object], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Project, subprocess.CompletedProcess[str]]:
    """A copy of that project whose tests were run, and what that said."""
    project = _copy(first[0], tmp_path_factory.mktemp("tested") / "copy")
    return project, project.start("test", "-k", "one", QT_QPA_PLATFORM="xcb")


def test_tests_add_what_they_need_and_run_offscreen(
    tested: tuple[Project, subprocess.CompletedProcess[str]], nowhere: dict[str, str]
) -> None:
    project, start = tested
    assert (start.stdout, start.returncode) == ("offscreen project -k one\n", 0), start.stderr
    assert "Fetching the packages of requirements-dev.lock (once)" in start.stderr
    whole = project.start("test", **nowhere)
    assert whole.stderr == ""
    assert whole.stdout.startswith("offscreen project --numprocesses=auto")
    assert project.start("run", **nowhere).stderr == ""


def test_pytorch_is_installed_apart_after_its_size_was_said(
    tested: tuple[Project, object], nowhere: dict[str, str], tmp_path: Path
) -> None:
    project = _copy(tested[0], tmp_path / "copy")
    missing = project.start("test", "--with-torch", **nowhere)
    assert (missing.stdout, missing.returncode) == ("", 1)
    assert "PyTorch could not be installed" in missing.stderr
    project.wheel("torch", pytorch.VERSION, "")
    first = project.start("test", "--with-torch")
    assert first.stdout == "offscreen project tests/core -k pytorch\n", first.stderr
    assert first.stderr.startswith(f"PyTorch {pytorch.VERSION} is missing: {pytorch.SIZE}, into ")
    chosen = project.start("test", "--with-torch", "-x", **nowhere)
    assert (chosen.stdout, chosen.stderr) == ("offscreen project -x\n", "")
    assert list((project.root / ".venv").rglob("torch.py")) == [
        project.root / ".venv" / f"torch-{pytorch.VERSION}" / "torch.py"
    ]


def test_a_folder_that_cannot_be_written_gives_a_sentence(tmp_path: Path) -> None:
    project = _new_project(tmp_path)
    (project.root / ".venv").touch()
    start = project.start("run")
    assert (start.stdout, start.returncode) == ("", 1)
    assert "Traceback" not in start.stderr
    assert "Setting up" in start.stderr or "could not make a virtual environment" in start.stderr


def test_a_python_that_is_too_old_gets_a_sentence() -> None:
    pretend = "import sys, runpy; sys.version_info = (3, 8, 1); runpy.run_path('dev.py', run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", pretend], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Backprop Lab needs Python 3.11 or newer, and this is Python 3.8.")
    assert done.stderr.count("\n") == 1


def test_help_explains_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["--help"]) == 0
    explained = [
        line.split()[0]
        for line in capsys.readouterr().out.splitlines()
        if line.startswith("  ") and line[2] != " "
    ]
    assert explained == list(commands.COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "said"), [([], "usage: "), (["biuld"], "has no command 'biuld'; it has run,")]
)
def test_no_command_and_an_unknown_one_are_bad_arguments(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert commands.main(arguments) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "module"), [([], "tools.build"), (["--wheel"], "tools.build_wheel"), (["--whel"], None)]
)
def test_build_makes_the_executable_or_the_package(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    module: str | None,
) -> None:
    started: list[object] = []
    monkeypatch.setattr(environment, "prepare", lambda system, lock: started.append(lock))
    monkeypatch.setattr(commands, "_become_module", lambda name, rest: started.append(name) or 0)
    assert commands.main(["build", *arguments]) == (0 if module else 2)
    assert started == ([environment.BUILD_LOCK, module] if module else [])
    assert ("takes no arguments but --wheel" in capsys.readouterr().err) is (module is None)


@pytest.mark.parametrize(
    ("platform", "arguments", "needs"),
    [
        ("", [], system.WINDOW),
        ("xcb", ["model.blab"], system.WINDOW),
        ("", ["--seed"], system.WINDOW),
        ("offscreen", [], system.OFFSCREEN),
        ("", ["train", "--json"], {}),
    ],
)
def test_a_command_without_a_window_asks_for_no_libraries(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    arguments: list[str],
    needs: dict[str, str],
) -> None:
    started: list[object] = []
    (tmp_path / "cli").mkdir()
    (tmp_path / "cli" / "train.py").touch()
    monkeypatch.setattr(environment, "ROOT", str(tmp_path))
    monkeypatch.setattr(environment, "prepare", started.append)
    monkeypatch.setattr(commands, "_become", lambda command: started.append(command) or 0)
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setenv(commands.COMMAND, "")  # what is set in its place ends with the test
    commands.main(["run", *arguments])
    assert started == [needs, [str(tmp_path / "main.py"), *arguments]]
