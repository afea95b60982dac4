"""What is set is read again by the next sitting, and nothing in the file can do harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from gui.settings import Settings


def test_the_next_sitting_reads_what_this_one_set(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    first = Settings(path)
    first.theme = "dark"
    first.language = "ko"
    first.workspace = "lab"
    first.geometry = QByteArray(b"\x00\x01place")
    first.set_layout("train/splitter", QByteArray(b"\xffleft"))
    first.configuration = '{"layers": ["affine:80", "relu"], "rate": 0.1, "名": "한글; \\"=,"}'
    first.folder = tmp_path
    first.flush()

    second = Settings(path)
    assert second.theme == "dark"
    assert second.language == "ko"
    assert second.workspace == "lab"
    assert second.geometry == QByteArray(b"\x00\x01place")
    assert second.layout("train/splitter") == QByteArray(b"\xffleft")
    assert second.configuration == '{"layers": ["affine:80", "relu"], "rate": 0.1, "名": "한글; \\"=,"}'
    assert second.folder == tmp_path


def assert_all_defaults(settings: Settings) -> None:
    assert settings.theme == "system"
    assert settings.language == "system"
    assert settings.workspace == ""
    assert settings.geometry.isEmpty()
    assert settings.layout("anything").isEmpty()
    assert settings.configuration == ""
    assert settings.folder == Path.home()


def test_the_first_sitting_has_defaults(tmp_path: Path) -> None:
    assert_all_defaults(Settings(tmp_path / "none.ini"))


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\x00\xff\xfe garbage \x00" * 50,
        b'[v1]\ntheme=purple\nlanguage=a, b\nworkspace=@Invalid()\nconfiguration={"cut\nfolder=/gone\n',
        b"[v1]\ntheme=1, 2\nlanguage=\nlayout\\window=text\nconfiguration=[1\n",
        b"[v2]\ntheme=dark\nlanguage=ko\n",
    ],
    ids=["empty", "garbage", "values", "types", "a later schema"],
)
def test_a_damaged_file_reads_as_defaults(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "settings.ini"
    path.write_bytes(damage)
    assert_all_defaults(Settings(path))


def test_one_damaged_value_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_text("[v1]\ntheme=purple\nlanguage=ko\n")
    settings = Settings(path)
    assert settings.theme == "system"
    assert settings.language == "ko"


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    settings = Settings(in_the_way / "settings.ini")
    settings.theme = "dark"
    settings.flush()
    assert settings.theme == "dark"
