"""What goes into the executable: the files that the program opens, and every library that these need. And how
it is tried: that a program which is not sound does not pass."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader

from tools import system
from tools.build import pack, size, sources
from tools.build_contents import data_files, is_of_python, is_wanted, superfluous
from tools.build_trial import KEPT, passes
from tools.desktop_icons import drawn
from tools.program_icon import ICNS_SIZES, ICO_SIZES, ICON, icns, ico

ROOT = Path(__file__).parent.parent


def test_the_files_that_the_program_opens_keep_their_place() -> None:
    files = {f"{folder}/{path.name}": path for path, folder in data_files(ROOT)}
    for glossary in (ROOT / "docs").glob("glossary*.md"):
        assert files.pop(f"resources/{glossary.name}") == glossary
    assert all(ROOT / place == path for place, path in files.items())
    for place in (
        "core/graph/book_numbers.json",
        "resources/mnist/t10k-images-idx3-ubyte.gz",
        "resources/fonts/Pretendard-Regular.otf",
        "resources/fonts/Pretendard-LICENSE.txt",
        "resources/icons/backprop-lab.svg",
        "resources/desktop/applications/backprop-lab.desktop",
    ):
        assert place in files
    assert not [place for place in files if place.endswith((".py", ".pyc", ".ts"))]


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/networkinformation/libqnetworkmanager.so", False),
        ("PySide6/Qt/translations/qtbase_ko.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/Qt/lib/libQt6Core.so.6", True),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", True),
        ("PySide6/Qt/plugins/imageformats/libqwebp.so", False),
        ("PIL/_imaging.cpython-311-x86_64-linux-gnu.so", True),
        ("PIL/_webp.cp311-win_amd64.pyd", True),
        ("PIL/_avif.cpython-311-x86_64-linux-gnu.so", False),
        ("PIL\\_imagingft.cp311-win_amd64.pyd", False),
        ("pillow.libs/libwebp-51b0b3f7.so.7.2.0", True),
        ("pyqtgraph/icons/auto.png", True),
        ("pyqtgraph/colors/maps/viridis.csv", False),
        ("resources/icons/colors/any.svg", True),
    ],
)
def test_what_stays_of_the_packages(place: str, wanted: bool) -> None:
    assert is_wanted(place, ["ko"]) is wanted


@pytest.mark.parametrize(
    ("place", "is_pythons"),
    [
        ("libpython3.11.so.1.0", True),
        ("python3.11/lib-dynload/_decimal.cpython-311-x86_64-linux-gnu.so", True),
        ("numpy/_core/_multiarray_umath.cpython-311-x86_64-linux-gnu.so", False),
        ("libpyside6.abi3.so.6.11", False),
    ],
)
def test_what_is_stripped(place: str, is_pythons: bool) -> None:
    assert is_of_python(place) is is_pythons


def test_a_library_goes_only_with_all_that_need_it() -> None:
    links = {
        "PySide6/Qt/plugins/platforms/libqxcb.so": ["libxcb.so", "libz.so"],
        "PySide6/Qt/plugins/platforms/libqvnc.so": ["libvnc.so", "libz.so", "libc-of-vnc.so"],
        "libvnc.so": ["libc-of-vnc.so"],
        "alone.so": [],
    }
    places = {*links, *(library for linked in links.values() for library in linked)}
    assert superfluous(places, ["ko"], lambda place: links.get(place, [])) == {
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "libvnc.so",
        "libc-of-vnc.so",
    }


def test_the_record_of_pyinstaller_is_read() -> None:
    record = (
        "out",
        [("a.so", "lib/a.so", "BINARY"), ("a.txt", "a.txt", "DATA")],
        ([("b", "lib/b", "BINARY")],),
    )
    assert list(sources(record)) == [Path("lib/a.so"), Path("lib/b")]


def test_a_folder_weighs_what_its_files_do(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a").write_bytes(bytes(3))
    (tmp_path / "b").write_bytes(bytes(4))
    assert (size(tmp_path), size(tmp_path / "b")) == (7, 4)


def pictures(content: bytes, kind: str) -> list[QImage]:
    """Every picture in a container, as Qt reads it."""
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    found = []
    for place in range(reader.imageCount()):
        reader.jumpToImage(place)
        found.append(reader.read())
    return found


# Qt says so of the last entry of a table that is right, and reads all pictures.
@pytest.mark.qt_log_ignore("Table of contents contains a bad entry", extend=True)
@pytest.mark.usefixtures("qapp")  # which tells Qt where its plugins lie
@pytest.mark.parametrize(
    ("kind", "content", "sizes"),
    # An ICNS has some sizes twice: once for screens twice as fine.
    [("ico", ico, ICO_SIZES), ("icns", icns, (*ICNS_SIZES, 256, 512))],
)
def test_the_icon_is_in_its_containers_in_every_size(
    kind: str, content: Callable[[], bytes], sizes: tuple[int, ...]
) -> None:
    found = pictures(content(), kind)
    assert sorted(image.width() for image in found) == sorted(sizes)
    for image in found:
        expected = drawn(ICON, image.width())
        assert image.convertToFormat(expected.format()) == expected


def test_the_prepared_workflow_installs_all_that_a_build_asks_for() -> None:
    """It would end there, with the command that installs them."""
    workflow = (ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8")
    assert set(system.WINDOW.values()) <= set(workflow.split())


# --- the trial ----------------------------------------------------------------------------------------------

WINDOW = """\
trap 'exit 0' TERM
echo 'qt.widgets.painting: Flushing top level' >&2
while :; do /bin/sleep 0.02; done
"""
PROGRAM = """\
#!/bin/sh
case "$1" in
--selftest) {selftest} ;;
train) {train} ;;
trace | predict | install | uninstall) {command} ;;
*) {window} ;;
esac
"""
SOUND = {"selftest": "", "train": 'echo model > "$7"', "command": "", "window": WINDOW}

needs_a_shell = pytest.mark.skipif(os.name != "posix", reason="a script stands in for the program")


def tried(folder: Path, **parts: str) -> bool:
    """Whether a program passes that is made of these parts, and sound for the rest."""
    program = folder / "stand-in" / "stand-in"
    program.parent.mkdir()
    program.write_text(PROGRAM.format(**SOUND | parts), encoding="utf-8")
    program.chmod(0o755)
    pack(program.parent, folder / "archive.tar.xz")
    return passes(folder / "archive.tar.xz", Path("stand-in", "stand-in"))


@needs_a_shell
def test_a_sound_program_passes(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert tried(tmp_path, selftest="echo all well")
    out, err = capfd.readouterr()
    assert "all well" in out
    assert out.splitlines()[-1] == "ok      nothing was written but, at home, digits.blab"
    assert err == ""


@needs_a_shell
@pytest.mark.parametrize(
    ("parts", "complaint"),
    [
        ({"selftest": "exit 3"}, "“--selftest” has exit status 3"),
        ({"selftest": "echo noise >&2"}, "“--selftest” has exit status 0 and says:\nnoise"),
        ({"command": "echo why; exit 1"}, "“trace” has exit status 1 and says:\nwhy"),
        ({"train": "exit 2"}, "“train” has exit status 2"),
        ({"selftest": ': > "$HOME/stray"'}, "it touches home/stray"),
        ({"command": ': > "$TMPDIR/stray"'}, "it touches temporary/stray"),
        ({"window": "echo no screen >&2; exit 1"}, "exit status 1 before its window was there and says:\nno"),
        ({"window": f"echo a warning >&2; {WINDOW}"}, "ends with exit status 0 and says:\na warning"),
        ({"window": WINDOW.replace("exit 0", "exit 4")}, "ends with exit status 4"),
    ],
)
def test_a_program_that_is_not_sound_does_not_pass(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], parts: dict[str, str], complaint: str
) -> None:
    assert not tried(tmp_path, **parts)
    assert complaint in capfd.readouterr().err


@needs_a_shell
def test_a_change_of_its_own_folder_is_found(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    if os.geteuid() == 0:
        pytest.skip("nobody, as whom root has it tried, cannot change it")
    assert not tried(tmp_path, selftest='echo "# more" >> "$0"')
    assert "it touches unpacked/stand-in/stand-in" in capfd.readouterr().err


def test_what_may_be_written_is_what_the_readme_names() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    names = {"win32": r"%LOCALAPPDATA%\backprop-lab"}
    for platform, folders in KEPT.items():
        assert all(f"`{names.get(platform, f'~/{folder}')}`" in readme for folder in folders)
