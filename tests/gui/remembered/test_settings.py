"""What is set is read again by the next sitting, and nothing in the file can do harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from gui.remembered.settings import Settings


def test_the_next_sitting_reads_what_this_one_set(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
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
    assert second.problem() == ""
    assert second.theme == "dark"
    assert second.language == "ko"
    assert second.workspace == "lab"
    assert second.geometry == QByteArray(b"\x00\x01place")
    assert second.layout("train/splitter") == QByteArray(b"\xffleft")
    assert second.configuration == '{"layers": ["affine:80", "relu"], "rate": 0.1, "名": "한글; \\"=,"}'
    assert second.folder == tmp_path


def test_recent_files_are_few_and_each_stands_once_the_newest_first(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    files = [tmp_path / f"{i}.blab" for i in range(10)]
    for file in (*files, files[5]):
        settings.put_recent(file)
    expected = [files[i] for i in (5, 9, 8, 7, 6, 4, 3, 2)]
    assert list(settings.recent) == expected
    settings.drop_recent(files[9])
    settings.put_recent(tmp_path / "two\nlines.blab")
    expected.remove(files[9])
    assert list(Settings(tmp_path / "settings.json").recent) == expected


def assert_all_defaults(settings: Settings) -> None:
    assert settings.theme == "system"
    assert settings.language == "system"
    assert settings.workspace == ""
    assert settings.geometry.isEmpty()
    assert settings.layout("anything").isEmpty()
    assert settings.configuration == ""
    assert settings.recent == ()
    assert settings.folder == Path.home()


def test_the_first_sitting_has_defaults(tmp_path: Path) -> None:
    assert_all_defaults(Settings(tmp_path / "none.json"))


def test_one_unknown_value_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"v2": {"theme": "purple", "language": "ko"}}')
    settings = Settings(path)
    assert settings.problem() == ""
    assert settings.theme == "system"
    assert settings.language == "ko"


def test_a_folder_that_is_gone_or_out_of_reach_reads_as_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(tmp_path / "settings.json")
    for text in ("/gone", "a" * 5000, "nul\0inside"):
        settings.folder = Path(text)
        assert settings.folder == Path.home()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.delenv(name)
    assert settings.folder.is_absolute()
