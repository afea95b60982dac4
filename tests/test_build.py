"""What goes into the executable: the files that the program opens, and every library that these need."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.build import sources
from tools.build_contents import data_files, is_wanted, superfluous

ROOT = Path(__file__).parent.parent


def test_the_files_that_the_program_opens_keep_their_place() -> None:
    files = {f"{folder}/{path.name}": path for path, folder in data_files(ROOT)}
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
        ("pyqtgraph/icons/auto.png", True),
        ("pyqtgraph/colors/maps/viridis.csv", False),
        ("resources/icons/colors/any.svg", True),
    ],
)
def test_what_stays_of_qt(place: str, wanted: bool) -> None:
    assert is_wanted(place, ["ko"]) is wanted


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
