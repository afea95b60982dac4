"""`dev.py check` finds a file of the engine that its tests pass by, and code that nobody uses."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools import core_coverage

ROOT = Path(__file__).parent.parent
HALF_TRIED = '''"""Two functions."""


def used() -> int:
    return 1


def passed_by() -> int:
    return 2
'''


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """A project whose engine has a file that is half tried and one that nothing imports."""
    (tmp_path / "core").mkdir()
    (tmp_path / "tests" / "core").mkdir(parents=True)
    (tmp_path / "core" / "__init__.py").touch()
    (tmp_path / "core" / "half.py").write_text(HALF_TRIED, encoding="utf-8")
    (tmp_path / "core" / "none.py").write_text('"""Nothing."""\n\nNAME = 1\n', encoding="utf-8")
    test = "from core.half import used\n\n\ndef test_it() -> None:\n    assert used() == 1\n"
    (tmp_path / "tests" / "core" / "test_half.py").write_text(test, encoding="utf-8")
    return tmp_path


def test_a_file_that_tests_pass_by_is_below_the_floor(planted: Path) -> None:
    """Measured over the processes of pytest-xdist, as the check does."""
    found = core_coverage.measure(planted, "--numprocesses=1", "-p", "no:pytest-qt")
    assert found == {"core/half.py": 75.0, "core/none.py": 0.0}
    assert core_coverage.below(found) == [
        "core/none.py: 0 % of its statements are run by its tests",
        "core/half.py: 75 % of its statements are run by its tests",
    ]
    assert core_coverage.below({"core/none.py": core_coverage.FLOOR}) == []


def test_a_function_that_nobody_uses_is_found(planted: Path) -> None:
    config = os.path.relpath(ROOT / "pyproject.toml", planted)
    command = [sys.executable, "-m", "vulture", "--config", config, "core"]
    done = subprocess.run(command, cwd=planted, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 3
    assert "unused function 'passed_by'" in done.stdout
