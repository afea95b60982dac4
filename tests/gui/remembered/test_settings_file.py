"""A settings file that the program did not write so is set aside and told of; a sound one is left alone."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from gui.paths import NOWHERE, log_file, settings_file
from gui.remembered.settings import Settings

DAMAGED = {
    "binary": b"\x00\xff\xfe garbage \x00" * 50,
    "no UTF-8": b"[v1]\ntheme=\xff\xfe\n",
    "control character": b"[v1]\ntheme=dark\x00\n",
    "no INI": b"theme: dark\n",
    "a remark Qt does not know": b"[v1]\n# more\ntheme=dark\n",
    "no group": b"theme=dark\n",
    "cut within a group": b"[v1]\ntheme=dark\n[v",
    "cut within a key": b"[v1]\ntheme=dark\nlangu",
    "cut within a quoted value": b'[v1]\ntheme=dark\nconfiguration="{\\"layers',
    "an older schema": b"[v0]\ntheme=dark\n",
    "a list for a text": b"[v1]\ntheme=1, 2\n",
    "bytes for a text": b"[v1]\nlanguage=@ByteArray(ko)\n",
    "a text for a layout": b"[v1]\nlayout\\window=text\n",
    "no JSON": b"[v1]\nconfiguration=[1\n",
    "nested too deeply": b"[v1]\nconfiguration=" + b"[" * 100_000 + b"\n",
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_set_aside_whole_and_told_of(tmp_path: Path, damage: bytes) -> None:
    path, aside = tmp_path / "settings.ini", tmp_path / "settings.ini.damaged"
    path.write_bytes(damage)
    aside.write_bytes(b"an older one")
    settings = Settings(path)
    assert settings.problem() == (
        f"The settings file could not be used. It is kept as {aside}; this is a fresh start."
    )
    assert (settings.theme, settings.language, settings.configuration) == ("system", "system", "")
    assert settings.geometry.isEmpty()
    assert not path.exists()

    settings.theme = "dark"
    settings.flush()
    assert aside.read_bytes() == damage
    again = Settings(path)
    assert (again.theme, again.problem()) == ("dark", "")


def test_a_huge_file_is_set_aside_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "settings.ini"
    with path.open("wb") as file:
        file.write(b"[v1]\ntheme=dark\n")
        file.truncate(100 << 20)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("it is read"))
    assert Settings(path).theme == "system"
    assert (tmp_path / "settings.ini.damaged").stat().st_size == 100 << 20


def test_a_folder_in_its_place_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.mkdir()
    (path / "inside").write_text("kept")
    settings = Settings(path)
    assert "settings.ini.damaged" in settings.problem()
    settings.theme = "dark"
    settings.flush()
    assert path.is_file()
    assert (tmp_path / "settings.ini.damaged" / "inside").read_text() == "kept"


SOUND = {
    "empty": b"",
    "ours": b'[v1]\ntheme=dark\nlayout\\window=@ByteArray(\\x1\\xff)\nconfiguration="{\\"rate\\": 0.1}"\n',
    "in another order, with remarks": b"; by hand\n[v1]\ntheme = dark\n\n; more\nlanguage=ko\n",
    "saved on Windows": b"\xef\xbb\xbf[v1]\r\ntheme=dark\r\nlanguage=ko\r\n",
    "unknown words and keys": b"[General]\nwhat=1\n[v1]\ntheme=purple\nnew=1, 2\nworkspace=@Invalid()\n",
    "a later schema": b"[v2]\ntheme=1, 2\n",
    "an older schema beside ours": b"[v0]\ntheme=dark\n[v1]\ntheme=light\n",
}


@pytest.mark.parametrize("content", SOUND.values(), ids=SOUND)
def test_to_read_a_sound_file_leaves_every_byte(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.ini"
    path.write_bytes(content)
    settings = Settings(path)
    assert settings.problem() == ""
    assert settings.theme in ("system", "light", "dark")
    settings.flush()
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["settings.ini"]


def test_what_the_program_writes_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    first = Settings(path)
    first.set_layout("every byte", QByteArray(bytes(range(256))))
    first.configuration = '{"a": "\\" \\\\ ; # = [ ] , % 한글 \\n"}'
    first.folder = tmp_path / 'a "b", c; d=[e]'
    first.language = " ko "
    first.flush()
    second = Settings(path)
    assert second.problem() == ""
    assert second.layout("every byte") == QByteArray(bytes(range(256)))
    assert second.configuration == first.configuration


def test_where_nothing_can_be_written_it_works_and_says_so(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    path = in_the_way / "settings.ini"
    settings = Settings(path)
    assert settings.problem() == f"Settings are not remembered: {path} cannot be read and written."
    settings.theme = "dark"
    settings.flush()
    assert settings.theme == "dark"
    assert in_the_way.read_text() == "not a folder"


def test_a_disk_that_is_full_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryFile", full)
    assert "not remembered" in Settings(tmp_path / "settings.ini").problem()


def test_a_damaged_file_that_cannot_be_renamed_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "settings.ini"
    path.write_bytes(b"\x00\xff")
    monkeypatch.setattr("os.replace", refuse)
    settings = Settings(path)
    assert settings.problem() == f"Settings are not remembered: {path} cannot be read and written."
    settings.theme = "dark"
    settings.flush()
    assert settings.theme == "dark"
    assert path.read_bytes() == b"\x00\xff"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a person always has a home")
@pytest.mark.parametrize("config", [None, "", "relative"])
def test_without_a_home_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, config: str | None
) -> None:
    monkeypatch.setenv("HOME", "")
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.delenv("XDG_CONFIG_HOME")
    if config is not None:
        monkeypatch.setenv("XDG_CONFIG_HOME", config)
    assert NOWHERE in settings_file().parents
    assert NOWHERE in log_file().parents
    settings = Settings()
    settings.theme = "dark"
    settings.flush()
    assert settings.theme == "dark"
    assert settings.problem() == "There is no home folder (HOME): settings are not remembered."
    assert not os.path.isfile(NOWHERE)


@pytest.mark.skipif(sys.platform != "linux", reason="folders of Linux")
def test_a_folder_of_ones_own_needs_no_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    assert tmp_path / "config" in settings_file().parents
    assert Settings().problem() == ""
