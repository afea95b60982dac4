"""The texts of a store are read within bounds, and only from regular files."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import ModelFileError
from core.store import files


def test_a_text_comes_back_as_it_was_written(tmp_path: Path) -> None:
    files.write_text(tmp_path / "a.json", "실행 1")
    assert files.read_text(tmp_path / "a.json") == "실행 1"


def test_what_is_not_a_file_or_too_long_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="not a file"):
        files.read_text(tmp_path)
    monkeypatch.setattr(files, "TEXT_LIMIT_BYTES", 4)
    (tmp_path / "a.json").write_text("12345")
    with pytest.raises(ValueError, match="too long"):
        files.read_text(tmp_path / "a.json")
    (tmp_path / "a.json").write_bytes(b"\xff")
    with pytest.raises(ValueError, match="utf-8"):
        files.read_text(tmp_path / "a.json")


def test_what_is_there_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"123")
    assert files.size_of(tmp_path / "a", tmp_path / "b", tmp_path) == 3


def test_only_faults_of_a_drive_become_a_sentence_about_the_folder(tmp_path: Path) -> None:
    fault = ModelFileError("of another kind")
    with pytest.raises(ModelFileError) as caught, files.told(tmp_path):
        raise fault
    assert caught.value is fault
