"""`main.py` before any command: its help, what it needs, and a word that it does not know."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from main import main
from tests.cli.command import ROOT, XOR, start


def test_help_and_version_need_neither_qt_nor_numpy() -> None:
    """Asked in a process of its own, which tells what was imported."""
    code = (
        "import sys\n"
        "from main import main\n"
        "for word in ('--version', '--help'):\n"
        "    try: main([word])\n"
        "    except SystemExit as end: assert end.code == 0\n"
        "print('heavy:', sorted({'numpy', 'PySide6', 'pyqtgraph', 'gui'} & set(sys.modules)))\n"
    )
    out, err = start(code=code).communicate(timeout=60)
    assert err == ""
    assert out.startswith("Backprop Lab ")
    assert "usage: backprop-lab" in out
    assert "train" in out
    assert out.endswith("heavy: []\n")


@pytest.mark.parametrize("arguments", [["--help"], ["train", "--help"]])
def test_the_usage_begins_with_what_was_typed(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")  # where there is room for it
    out, err = start(*arguments).communicate(timeout=60)
    assert err == ""
    assert out.startswith(f"usage: {shlex.join([sys.executable, 'main.py'])} ")
    assert "backprop-lab" not in out


def test_the_help_of_train_names_every_option_and_needs_no_qt() -> None:
    code = (
        "import sys\n"
        "from main import main\n"
        "try: main(['train', '--help'])\n"
        "except SystemExit as end: assert end.code == 0\n"
        "print('heavy:', sorted({'PySide6', 'pyqtgraph', 'gui'} & set(sys.modules)))\n"
    )
    out, err = start(code=code).communicate(timeout=60)
    assert err == ""
    options = ("preset", "layers", "dataset", "epochs", "iterations", "seed", "optimizer", "learning-rate")
    for option in (
        *options,
        "momentum",
        "schedule",
        "weight-decay",
        "batch-size",
        "sampling",
        "save",
        "json",
    ):
        assert f"--{option} " in out
    assert out.endswith("heavy: []\n")


@pytest.mark.parametrize(
    ("missing", "arguments"),
    [("numpy", ["train"]), ("numpy", ["train", "--help"]), ("PySide6", []), ("numpy", []), ("pyqtgraph", [])],
)
def test_a_missing_dependency_gets_one_sentence(missing: str, arguments: list[str]) -> None:
    code = (
        f"import sys\nsys.modules[{missing!r}] = None\nfrom main import main\nsys.exit(main({arguments!r}))\n"
    )
    process = start(code=code)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert out == ""
    assert err == (
        f"Backprop Lab needs {missing}, which this Python does not have. "
        "Run “python3 dev.py run”: it sets up all that is needed and starts the program.\n"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the wheels bring every library")
def test_a_missing_library_of_the_system_gets_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dynamic linker finds an empty file first."""
    (tmp_path / "libEGL.so.1").touch()
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    process = start()
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert out == ""
    assert err == (
        f"Backprop Lab cannot load a library of this system ({tmp_path}/libEGL.so.1: file too short). "
        "Run “python3 dev.py run”: it looks for the libraries and says what to install.\n"
    )


def test_the_executable_sends_no_one_to_the_sources() -> None:
    """Whoever has it has neither them nor a Python."""
    code = (
        "import sys\nsys.frozen = True\nsys.modules['numpy'] = None\n"
        "from main import main\nsys.exit(main(['train']))\n"
    )
    process = start(code=code)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (1, "")
    assert err == "This copy of Backprop Lab is not complete: it has no numpy. Unpack its archive again.\n"


def test_a_name_of_the_program_that_is_missing_is_not_excused() -> None:
    code = "import core.words\ndel core.words.did_you_mean\nfrom main import main\nmain(['train'])\n"
    process = start(code=code)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "ImportError: cannot import name 'did_you_mean'" in err


def test_a_module_of_the_program_that_is_missing_is_not_excused() -> None:
    code = "import sys\nsys.modules['core.training'] = None\nfrom main import main\nmain(['train'])\n"
    process = start(code=code)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "Traceback" in err
    assert "core.training" in err


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
@pytest.mark.parametrize(
    "arguments", [["trace", "--example", "apple"], ["trace", "x" + "+x" * 3000, "--set", "x=1"]]
)
def test_it_ends_in_silence_where_no_one_reads(arguments: list[str]) -> None:
    """As with `| head`: before all is written, or only at its end."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "main.py", *arguments], cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, timeout=60
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is full here")
@pytest.mark.parametrize(
    "arguments",
    [
        ["trace", "--example", "apple"],
        ["train", *XOR, "--epochs", "1"],
        ["--help"],
        ["train", "--help"],
        ["--version"],
    ],
)
def test_output_to_a_full_disk_gets_a_sentence(arguments: list[str]) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "main.py", *arguments],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
        )
    assert done.returncode != 0
    assert "the output cannot be written (No space left on device): send it elsewhere." in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_an_unknown_command_gets_the_near_one(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["trian"])
    assert end.value.code == 2
    assert "unknown command “trian”. Did you mean “train”?" in capsys.readouterr().err
