"""The package for pip, pipx and uv: what is in it, what it says of itself, and that an installed copy finds
all that it needs. Nothing is fetched: NumPy and Qt are borrowed from the environment that runs the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser
from importlib.metadata import distribution
from pathlib import Path

import pytest

import main
from core import VERSION, installation
from tools.build_trial import TrialError
from tools.build_wheel import WHEEL, build

ROOT = Path(__file__).parent.parent
INFO = f"backprop_lab-{VERSION}.dist-info"
SHIPPED = ("adapters", "cli", "core", "gui", "resources")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build(ROOT, "wheel", folder)
    return folder / WHEEL.name


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def shipped_files() -> Iterator[str]:
    yield "main.py"
    for folder in SHIPPED:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and path.suffix not in (".pyc", ".ts"):
                yield path.relative_to(ROOT).as_posix()


def metadata(wheel: Path) -> Message:
    return HeaderParser().parsestr(contents(wheel)[f"{INFO}/METADATA"].decode())


def test_it_holds_the_program_as_it_lies_here_and_nothing_else(wheel: Path) -> None:
    found = {name: content for name, content in contents(wheel).items() if not name.startswith(INFO)}
    # The help shows them.
    for glossary in (ROOT / "docs").glob("glossary*.md"):
        assert found.pop(f"resources/{glossary.name}") == glossary.read_bytes()
    assert sorted(found) == sorted(shipped_files())
    assert [name for name, content in found.items() if content != (ROOT / name).read_bytes()] == []


def test_the_packed_sources_give_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    build(ROOT, "sdist", tmp_path)
    (packed,) = tmp_path.glob("*.tar.gz")
    shutil.unpack_archive(packed, tmp_path)
    unpacked = tmp_path / packed.name.removesuffix(".tar.gz")
    build(unpacked, "wheel", tmp_path)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()
    # From there the two commands of the README work as well.
    for name in ("dev.py", "requirements.lock", "requirements-dev.lock", "tools", "tests", "docs"):
        assert (unpacked / name).exists()


def test_it_says_what_it_is(wheel: Path) -> None:
    about = metadata(wheel)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (about["Name"], about["Version"]) == ("backprop-lab", VERSION)
    assert about["Requires-Python"] == project["requires-python"]
    assert len(about.get_all("Requires-Dist", [])) == len(project["dependencies"])
    assert about.get_payload() == (ROOT / "README.md").read_text(encoding="utf-8")
    assert about.get_all("Classifier") == project["classifiers"]


def test_every_licence_of_what_is_inside_comes_along(wheel: Path) -> None:
    about, files = metadata(wheel), contents(wheel)
    texts = about.get_all("License-File", [])
    assert {"LICENSE", "THIRD_PARTY.md"} < set(texts)
    assert {f"resources/{name}" for name in ("mnist/NOTICE.txt", "icons/LICENSE.txt")} < set(texts)
    for text in texts:
        assert files[f"{INFO}/licenses/{text}"] == (ROOT / text).read_bytes()
    for part in ("MIT", "ISC", "OFL-1.1", "CC-BY-SA-3.0"):
        assert part in about["License-Expression"].split(" AND ")


def test_what_cannot_be_built_says_why(tmp_path: Path) -> None:
    with pytest.raises(TrialError, match=r"(?s)hatchling build .* has exit status 1 and says:\n.*`project`"):
        build(tmp_path, "wheel", tmp_path)


# --- an installed copy --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Copy:
    """The environment with an installed copy, and a person with an empty home who stands elsewhere."""

    programs: Path
    person: Path

    @property
    def command(self) -> Path:
        return self.programs / ("backprop-lab.exe" if sys.platform == "win32" else "backprop-lab")

    def start(self, *command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run one of the environment's programs, without the sources on Python's path."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        homes = {name: str(self.person) for name in ("HOME", "USERPROFILE", "XDG_DATA_HOME")}
        return subprocess.run(
            [str(self.programs / command[0]), *map(str, command[1:])],
            cwd=self.person,
            env=kept | homes | {"PYTHONIOENCODING": "utf-8", "QT_QPA_PLATFORM": "offscreen"} | environment,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    def python(self, code: str, **environment: str) -> str:
        done = self.start("python", "-W", "error", "-c", code, **environment)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout


@pytest.fixture(scope="module")
def copy(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    folder = tmp_path_factory.mktemp("installed").resolve()
    environment = folder / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    variables = {"base": str(environment), "platbase": str(environment)}
    programs, packages = (
        Path(sysconfig.get_path(name, "venv", variables)) for name in ("scripts", "purelib")
    )
    (packages / "borrowed.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    pip: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        programs / "python",
        "--disable-pip-version-check",
    ]
    subprocess.run(
        [*pip, "install", "--quiet", "--no-compile", "--no-index", "--no-deps", str(wheel)], check=True
    )
    (folder / "person").mkdir()
    return Copy(programs, folder / "person")


def test_the_command_starts_the_program(copy: Copy) -> None:
    version, trace = (
        copy.start(copy.command, "--version"),
        copy.start(copy.command, "trace", "x * x", "--set", "x=3"),
    )
    assert (version.returncode, version.stdout) == (0, f"Backprop Lab {VERSION}\n")
    assert (trace.returncode, trace.stderr) == (0, "")
    assert "Backward" in trace.stdout


def test_a_notebook_anywhere_has_the_engine_and_the_data(copy: Copy) -> None:
    code = (
        "from core.data import load_mnist, resource_folder\n"
        "(x, t), _ = load_mnist(normalize=False)\n"
        "print(x.shape, t.shape, resource_folder())\n"
    )
    out = copy.python(code)
    assert out.startswith("(60000, 784) (60000,) ")
    assert str(ROOT) not in out


def test_the_window_has_its_fonts_icons_and_licences(copy: Copy) -> None:
    code = (
        "from gui.window.licences import licences\n"
        "from gui.paths import RESOURCES\n"
        "assert (RESOURCES / 'fonts' / 'Pretendard-Regular.otf').is_file()\n"
        "assert (RESOURCES / 'icons' / 'backprop-lab.svg').is_file()\n"
        "for licence in licences(): print(licence.name, len(licence.path.read_text('utf-8')) > 500)\n"
    )
    lines = copy.python(code).splitlines()
    assert lines[:2] == ["Backprop Lab True", "THIRD_PARTY True"]
    assert {"MNIST True", "Pretendard True", "Lucide True", "numpy True"} < set(lines)
    assert not [line for line in lines if line.endswith("False")]


@pytest.mark.skipif(sys.platform != "linux", reason="the menu of programs is a Linux desktop's")
def test_the_menu_starts_the_command(copy: Copy) -> None:
    """It outlives a newer Python in the environment, which `main.py` in its folder of packages does not."""
    assert copy.start(copy.command, "install").returncode == 0
    entry = (copy.person / "applications" / "backprop-lab.desktop").read_text(encoding="utf-8")
    assert f"\nTryExec={copy.command}\n" in entry
    assert f'\nExec="{copy.command}" %f\n' in entry
    assert copy.start(copy.command, "uninstall").returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="the menu of programs is a Linux desktop's")
def test_without_its_command_the_menu_starts_the_module(copy: Copy) -> None:
    code = "from cli.desktop_files import running_program\nprint(*running_program(), sep='\\n')\n"
    away = copy.command.with_name("elsewhere")
    copy.command.rename(away)
    try:
        python, module = copy.python(code).splitlines()
    finally:
        away.rename(copy.command)
    assert Path(python).parent == copy.programs
    assert Path(module).name == "main.py"
    assert Path(module).is_file()


def test_it_sends_no_one_to_the_sources(copy: Copy) -> None:
    code = "import sys\nsys.modules['numpy'] = None\nimport main\nsys.exit(main.main(['train']))\n"
    without_numpy = copy.start("python", "-c", code)
    without_screen = copy.start(copy.command, QT_QPA_PLATFORM="none")
    assert (without_numpy.returncode, without_numpy.stdout) == (1, "")
    assert without_numpy.stderr == (
        "Backprop Lab needs numpy, which this Python does not have. "
        "Install Backprop Lab again: numpy comes with it.\n"
    )
    assert (without_screen.returncode, without_screen.stdout) == (1, "")
    assert without_screen.stderr.endswith("backprop-lab train” needs no window.\n")
    trouble = "from gui.window.no_window import without_library\nprint(without_library('too old'))\n"
    assert "dev.py" not in copy.python(trouble)


def test_sources_are_not_taken_for_the_installed_copy(copy: Copy) -> None:
    code = "from core import installation\nprint(installation.installed(), installation.command())\n"
    assert copy.python(code, PYTHONPATH=str(ROOT)) == "None None\n"
    assert "PathDistribution" in copy.python(code)


def test_the_tests_run_from_the_sources() -> None:
    assert installation.installed() is None
    assert installation.files("LICENSE") == ()


def test_the_entry_point_is_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert scripts == {installation.NAME: "main:run"}
    monkeypatch.setattr(sys, "argv", ["backprop-lab", "trace", "x * 2", "--set", "x=3"])
    assert main.run() == 0
    assert "Backward" in capsys.readouterr().out


def test_the_backend_that_is_locked_is_the_one_that_is_asked_for() -> None:
    system = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]
    assert system["build-backend"] == "hatchling.build"
    assert system["requires"] == ["hatchling>=1.27,<2"]
    assert distribution("hatchling").version.startswith("1.")
