"""What the pages for people say is true: their commands run in the order shown, their Python runs, and what
they link to is there."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from cli.parser import COMMANDS as HEADLESS
from tools.commands import COMMANDS, HELP

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(path for path in ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md"))
RUN = ["python3", "dev.py", "run"]
TOO_LONG = ("test", "check", "bench", "build", "lock", "pictures")
"""Commands of dev.py that take minutes, need the network, or would run this test within itself."""


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(
        rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )


def commands(page: Path) -> list[str]:
    return [line for block in blocks(page, "sh") for line in block.splitlines() if line.strip()]


def run_command(command: str, folder: Path) -> None:
    words = shlex.split(command)
    if words[:3] == RUN:
        arguments = words[3:]
        if arguments and arguments[0] in HEADLESS:
            run_python(["main.py", *arguments], folder)
        else:
            said = run_python(["-m", "benchmarks.start_program", *arguments], folder)
            assert "painted" in said
    elif words[:2] == RUN[:2] and words[2] in TOO_LONG:
        assert words[2] in COMMANDS
        assert re.search(rf"^  {words[2]}\b", HELP, re.MULTILINE)
    else:
        pytest.fail(f"no rule says how to try: {command}")


def run_python(arguments: list[str], folder: Path) -> str:
    if arguments[0] == "main.py":
        arguments[0] = str(ROOT / "main.py")
    (folder / "home").mkdir(exist_ok=True)
    home = {name: str(folder / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=os.environ | home | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, f"{shlex.join(arguments)}: {done.stderr}"
    assert "Traceback" not in done.stderr
    return done.stdout


def test_the_commands_of_the_readme_run_in_its_order(tmp_path: Path) -> None:
    shown = commands(ROOT / "README.md")
    assert len(shown) > 5
    for command in shown:
        run_command(command, tmp_path)
    for snippet in blocks(ROOT / "README.md", "python"):
        run_python(["-W", "error", "-c", snippet], tmp_path)  # beside the files that the commands left


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.name != "README.md"], ids=lambda page: page.name
)
def test_the_commands_of_other_pages_run(page: Path, tmp_path: Path) -> None:
    for command in commands(page):
        run_command(command, tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if "://" in target or target.startswith("mailto:"):
            continue
        name, _, anchor = target.partition("#")
        file = (page.parent / name) if name else page
        assert file.exists(), target
        if anchor:
            assert anchor in anchors(file), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_of_the_sources_that_is_named_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for name in re.findall(r"`((?:core|gui|cli|tools|resources|tests|benchmarks|docs)/[\w./-]+)`", text):
        assert (ROOT / name).exists(), name


def anchors(page: Path) -> set[str]:
    """As hosting services make them of headings."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
