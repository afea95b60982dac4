"""A settings file that the program did not write so is set aside and told of; a sound one is left alone."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from gui.paths import NOWHERE, log_file, settings_file
from gui.remembered.settings import Settings

DAMAGED = {
    "binary": b"\x00\xff\xfe garbage \x00" * 50,
    "no UTF-8": b'{"v2": {"theme": "\xff\xfe"}}',
    "control character": b'{"v2": {"theme": "dark\x00"}}',
    "no JSON": b"theme: dark\n",
    "INI": b"[v1]\ntheme=dark\n",
    "no object": b'["v2"]',
    "pairs": b'[["v2", {}]]',
    "no group": b'{"theme": "dark"}',
    "a number of a schema that is too long": b'{"v' + b"9" * 5000 + b'": {}}',
    "a text for a group": b'{"v2": "theme"}',
    "a list for a group": b'{"v2": []}',
    "nothing for a group": b'{"v2": null}',
    "cut within a group": b'{"v2": {"theme": "dark"}, "v',
    "cut within a key": b'{"v2": {"theme": "dark", "langu',
    "cut within a text": b'{"v2": {"theme": "dark", "configuration": "{\\"layers',
    "an older schema": b'{"v1": {"theme": "dark"}}',
    "a list for a text": b'{"v2": {"theme": [1, 2]}}',
    "a number for a text": b'{"v2": {"language": 1}}',
    "true for a text": b'{"v2": {"workspace": true}}',
    "a list for a layout": b'{"v2": {"layout/window": [1]}}',
    "a layout that is not base64": b'{"v2": {"layout/window": "text!"}}',
    "a layout that is cut": b'{"v2": {"layout/window": "AAF"}}',
    "a layout of other letters": '{"v2": {"layout/window": "한글"}}'.encode(),
    "nested too deeply": b'{"v2": {"configuration": ' + b"[" * 100_000,
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_set_aside_whole_and_told_of(tmp_path: Path, damage: bytes) -> None:
    path, aside = tmp_path / "settings.json", tmp_path / "settings.json.damaged"
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
    path = tmp_path / "settings.json"
    with path.open("wb") as file:
        file.write(b'{"v2": {"theme": "dark"}}')
        file.truncate(100 << 20)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("it is read"))
    assert Settings(path).theme == "system"
    assert (tmp_path / "settings.json.damaged").stat().st_size == 100 << 20


def test_a_folder_in_its_place_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    (path / "inside").write_text("kept")
    settings = Settings(path)
    assert "settings.json.damaged" in settings.problem()
    settings.theme = "dark"
    settings.flush()
    assert path.is_file()
    assert (tmp_path / "settings.json.damaged" / "inside").read_text() == "kept"


SOUND = {
    "empty": b"",
    "white space": b" \n",
    "ours": b'{"v2": {"theme": "dark", "layout/window": "AAE=", "configuration": "{\\"rate\\": 0.1}"}}',
    "in another order and form": b'{"v2":{"language":"ko",\n\n"theme" : "dark"}}',
    "saved on Windows": b'\xef\xbb\xbf{"v2":\r\n{"theme": "dark"}}\r\n',
    "unknown words and names": b'{"what": 1, "v2": {"theme": "purple", "new": [1, 2], "workspace": null}}',
    "a later schema": b'{"v3": {"theme": [1, 2]}}',
    "an older schema beside ours": b'{"v1": {"theme": 1}, "v2": {"theme": "light"}}',
}


@pytest.mark.parametrize("content", SOUND.values(), ids=SOUND)
def test_to_read_a_sound_file_leaves_every_byte(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    settings = Settings(path)
    assert settings.problem() == ""
    assert settings.theme in ("system", "light", "dark")
    settings.flush()
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]


def test_a_write_changes_what_was_set_and_leaves_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"v3": {"theme": [1]}, "v2": {"new": {"a": [1]}, "theme": "dark"}, "what": null}')
    settings = Settings(path)
    settings.language = "ko"
    assert json.loads(path.read_text()) == {
        "v3": {"theme": [1]},
        "v2": {"new": {"a": [1]}, "theme": "dark", "language": "ko"},
        "what": None,
    }
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]


def test_settings_of_the_old_form_are_set_aside_once(tmp_path: Path) -> None:
    path, old, aside = (tmp_path / f"settings.{name}" for name in ("json", "ini", "ini.damaged"))
    old.write_text("[v1]\ntheme=dark\n")
    first = Settings(path)
    assert first.problem() == (
        f"The settings file could not be used. It is kept as {aside}; this is a fresh start."
    )
    assert (first.theme, aside.read_text(), old.exists()) == ("system", "[v1]\ntheme=dark\n", False)
    first.theme = "light"
    # An old one that comes back beside the new one is not this program's.
    old.write_text("[v1]\ntheme=dark\n")
    again = Settings(path)
    assert (again.theme, again.problem(), old.exists()) == ("light", "", True)


@pytest.mark.parametrize("call", ["QSaveFile.open", "QSaveFile.commit", "QLockFile.tryLock"])
def test_what_could_not_be_written_is_written_with_the_next_value(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path = tmp_path / "settings.json"
    settings = Settings(path)
    with monkeypatch.context() as patch:
        patch.setattr(f"PySide6.QtCore.{call}", lambda self, *arguments: False)
        settings.theme = "dark"
        assert (settings.theme, list(tmp_path.iterdir())) == ("dark", [])
    settings.language = "ko"
    again = Settings(path)
    assert (again.theme, again.language) == ("dark", "ko")


def test_a_file_that_is_spoiled_meanwhile_is_set_aside_before_the_next_write(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings = Settings(path)
    path.write_bytes(b"spoiled")
    settings.theme = "dark"
    assert (tmp_path / "settings.json.damaged").read_bytes() == b"spoiled"
    assert Settings(path).theme == "dark"


def test_a_link_to_the_file_stays_a_link(tmp_path: Path) -> None:
    path, kept = tmp_path / "settings.json", tmp_path / "kept.json"
    kept.touch()
    path.symlink_to(kept)
    Settings(path).theme = "dark"
    assert path.is_symlink()
    assert "dark" in kept.read_text()


def test_what_the_program_writes_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
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
    path = in_the_way / "settings.json"
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
    assert "not remembered" in Settings(tmp_path / "settings.json").problem()


def test_a_damaged_file_that_cannot_be_renamed_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "settings.json"
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
    monkeypatch.delenv("XDG_STATE_HOME")
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
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert tmp_path / "config" in settings_file().parents
    assert Settings().problem() == ""


def test_the_experiment_of_many_layers_is_remembered(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.configuration = "layer " * 10_000
    settings.flush()
    assert Settings(tmp_path / "settings.json").configuration == "layer " * 10_000
