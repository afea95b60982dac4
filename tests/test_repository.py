"""What the tracked files must be: small, of no one machine, locked without a host, and the data unchanged."""

from __future__ import annotations

import gzip
import hashlib
import itertools
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LARGEST_BYTES = 400_000
LARGE = ("resources/mnist/", "resources/fonts/", "resources/translations/")
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-build.lock")

# Written so that no pattern matches its own line.
OF_A_MACHINE = re.compile(r"(?<![\w.~-])/(?:work|root|home|tmp|Users)/|\b[A-Z]:[\\/]+Users|\.\./shared")
# Two labels of a host's name that stand side by side in no text but that of a registry; "" is any label.
HOST_LABELS = (
    ("pypi", "org"),
    ("pypi", "python"),
    ("pythonhosted", ""),
    ("deb", "debian"),
    ("registry", "npmjs"),
    ("anaconda", "org"),
)
REGISTRY = re.compile("|".join(re.escape(".".join(labels)) for labels in HOST_LABELS))

UNPACKED = {
    "train-images-idx3-ubyte": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    "train-labels-idx1-ubyte": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    "t10k-images-idx3-ubyte": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    "t10k-labels-idx1-ubyte": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
}
FONTS = {
    "Pretendard-Regular.otf": "3ffbacde6ab8411f1d2db54bb9b1f0b3ee2a738932033722cf0388c06aed1c93",
    "Pretendard-SemiBold.otf": "c89bc43027dc7cde5726e96223376f8eec09302b2fc1f8147fd5b57cfc376118",
    "Pretendard-LICENSE.txt": "b04538c9abec39a3db75108cf0af0fd9c77032fe8aa2cf38345b4d250e98e38e",
}


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    """The files that git tracks and that are there (one that is being removed is not)."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("only a checkout by git knows its files")
    # Also where the checkout belongs to someone else, as in a container.
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _lines_with(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    """Every line of a text file in which the pattern is found, as "path:line: text"."""
    found = []
    for path in files:
        content = path.read_bytes()
        if b"\0" not in content:
            lines = content.decode("utf-8").splitlines()
            found += [
                f"{_named(path)}:{n}: {line}" for n, line in enumerate(lines, 1) if pattern.search(line)
            ]
    return found


def test_no_file_is_large(tracked: list[Path]) -> None:
    large = [path for path in tracked if path.stat().st_size > LARGEST_BYTES]
    assert [_named(path) for path in large if not _named(path).startswith(LARGE)] == []


def test_no_file_names_a_place_on_a_machine(tracked: list[Path]) -> None:
    assert _lines_with(OF_A_MACHINE, tracked) == []


def test_no_file_names_a_package_registry(tracked: list[Path]) -> None:
    assert _lines_with(REGISTRY, tracked) == []


@pytest.mark.parametrize(
    "line",
    [
        "open('/{}/somebody/x')".format("home"),
        "see {}/shared".format(".."),
        r"C:\{}\somebody".format("Users"),
    ],
    ids=["POSIX", "beside the repository", "Windows"],
)
def test_a_line_that_names_a_place_would_be_found(line: str) -> None:
    assert OF_A_MACHINE.search(line)


@pytest.mark.parametrize("labels", HOST_LABELS, ids=lambda labels: labels[0])
def test_a_line_that_names_a_registry_would_be_found(labels: tuple[str, str]) -> None:
    assert REGISTRY.search(f"https://one.{'.'.join(labels)}/its/pages")
    assert not REGISTRY.search(f"https://one.{'-'.join(labels)}/its/pages")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_and_hashes_every_package_and_names_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    # One logical line a package: `name==version ; marker --hash=sha256:… --hash=sha256:…`.
    lines = re.sub(r"\\\n", " ", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE)).splitlines()
    package = re.compile(r"[a-z0-9-]+==[0-9][\w.]*( ; [^\\]+?)?( +--hash=sha256:[0-9a-f]{64})+ *")
    assert len(lines) >= 5
    assert [line for line in lines if not package.fullmatch(line)] == []
    assert "://" not in text


def test_the_locks_agree() -> None:
    """Where two name a package they name one version: the later is installed over the earlier."""
    pins = [
        dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))
        for lock in LOCKS
    ]
    for first, second in itertools.combinations(pins, 2):
        shared = first.keys() & second.keys()
        assert {name: first[name] for name in shared} == {name: second[name] for name in shared}


@pytest.mark.usefixtures("tracked")
def test_git_ignores_the_models_that_the_pages_make() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "docs").rglob("*.ipynb")]
    models = {
        name for page in pages for name in re.findall(r"[\w-]+\.blab\b", page.read_text(encoding="utf-8"))
    }
    assert models
    command = ["git", "-c", f"safe.directory={ROOT}", "check-ignore", *models]
    ignored = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert set(ignored.stdout.split()) == models


@pytest.mark.parametrize(("name", "digest"), UNPACKED.items())
def test_mnist_is_unchanged(name: str, digest: str) -> None:
    with gzip.open(ROOT / "resources" / "mnist" / f"{name}.gz") as file:
        assert hashlib.file_digest(file, "sha256").hexdigest() == digest


@pytest.mark.parametrize(("name", "digest"), FONTS.items())
def test_a_font_is_unchanged(name: str, digest: str) -> None:
    content = (ROOT / "resources" / "fonts" / name).read_bytes()
    assert hashlib.sha256(content).hexdigest() == digest
