"""The language changes at once, and the engine's sentences are among those that the translators are given."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.app import build
from gui.going import Going
from gui.language.language import Language, native_name
from gui.paths import RESOURCES
from gui.remembered.settings import Settings
from gui.window.main_window import MainWindow

ROOT = Path(__file__).parents[3]
SCRIPTS = Path(sys.executable).parent
OF_QT = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
SENTENCE = re.compile(r"[A-Z“{].* .*[.…?!](\{\w+\})?", re.DOTALL)

TRANSLATION = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko">
<context><name>MenuBar</name>
<message><source>&amp;File</source><translation>파일(&amp;F)</translation></message>
<message><source>&amp;Undo</source><translation>실행 취소(&amp;U)</translation></message>
<message><source>Light</source><translation>밝게</translation></message>
</context>
<context><name>Workspace</name>
<message><source>Train</source><translation>학습</translation></message>
</context>
<context><name>StatusBar</name>
<message><source>Engine</source><translation>엔진</translation></message>
</context>
</TS>
"""


@pytest.fixture(scope="session")
def translations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one compiled translation, Korean, of a few words."""
    folder = tmp_path_factory.mktemp("translations")
    source = folder / "backprop-lab_ko.ts"
    source.write_text(TRANSLATION, encoding="utf-8")
    subprocess.run([SCRIPTS / "pyside6-lrelease", "-silent", source], check=True)
    return folder


@pytest.fixture
def language(qapp: QApplication, translations: Path) -> Iterator[Language]:
    language = Language(qapp, "en", translations)
    yield language
    language.set_choice("en")


def system_speaks(monkeypatch: pytest.MonkeyPatch, *tags: str) -> None:
    """As if the system were set to these languages, the first one first."""
    system = QLocale.system()
    monkeypatch.setattr(system, "uiLanguages", lambda: list(tags), raising=False)
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: system))


def test_the_languages_are_those_with_a_translation(
    qapp: QApplication, language: Language, tmp_path: Path
) -> None:
    assert language.available() == ("en", "ko")
    assert Language(qapp, "en", tmp_path).available() == ("en",)
    assert (native_name("en"), native_name("ko")) == ("English", "한국어")


@pytest.mark.parametrize(
    ("tags", "code"),
    [
        (["ko-KR", "ko", "en"], "ko"),
        (["de-DE", "ko-KR"], "ko"),
        (["en-GB", "ko"], "en"),
        (["fr"], "en"),
        (["xx-Nowhere", "C"], "en"),
        (["ko_KR.UTF-8"], "ko"),
        ([], "en"),
    ],
)
def test_it_follows_the_system(
    monkeypatch: pytest.MonkeyPatch, language: Language, tags: list[str], code: str
) -> None:
    system_speaks(monkeypatch, *tags)
    language.set_choice("system")
    assert (language.choice, language.code) == ("system", code)


def test_a_choice_does_not_follow_the_system(monkeypatch: pytest.MonkeyPatch, language: Language) -> None:
    system_speaks(monkeypatch, "ko-KR")
    language.set_choice("en")
    assert language.code == "en"


def test_a_language_that_is_gone_counts_as_the_systems(
    monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    system_speaks(monkeypatch, "en")
    language.set_choice("eo")
    assert (language.choice, language.code) == ("system", "en")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda whole: whole[: len(whole) // 2],
        lambda whole: b"",
        lambda whole: b"a text in place of a translation",
        lambda whole: (OF_QT / "qtbase_ko.qm").read_bytes(),
    ],
    ids=["cut short", "empty", "foreign", "of another program"],
)
def test_a_translation_that_cannot_be_used_is_set_aside_and_told(
    qapp: QApplication, translations: Path, tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    whole = (translations / "backprop-lab_ko.qm").read_bytes()
    (tmp_path / "backprop-lab_ko.qm").write_bytes(spoil(whole))
    language = Language(qapp, "ko", tmp_path)
    assert (language.available(), language.code) == (("en",), "en")
    assert "backprop-lab_ko.qm cannot be used: this is English." in language.problem()
    language.set_choice("en")
    assert language.problem() == ""


def test_a_translation_of_another_language_is_set_aside(
    qapp: QApplication, translations: Path, tmp_path: Path
) -> None:
    shutil.copy(translations / "backprop-lab_ko.qm", tmp_path / "backprop-lab_fr.qm")
    language = Language(qapp, "fr", tmp_path)
    assert (language.available(), language.code) == (("en",), "en")
    assert language.problem()


def test_the_programs_own_translations_can_be_used(qapp: QApplication) -> None:
    compiled = [path.stem.partition("_")[2] for path in (RESOURCES / "translations").glob("*.qm")]
    assert Language(qapp, "en").available() == ("en", *sorted(compiled))


def test_qts_own_words_are_translated_too(language: Language) -> None:
    language.set_choice("ko")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "취소"
    language.set_choice("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_numbers_are_written_as_in_the_language(language: Language) -> None:
    language.set_choice("ko")
    assert QLocale().language() == QLocale.Language.Korean
    language.set_choice("en")
    assert QLocale().language() == QLocale.Language.English


@pytest.fixture
def window_with_korean(
    qtbot: QtBot, qapp: QApplication, settings: Settings, translations: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    settings.language = "en"
    monkeypatch.setattr("gui.app.Language", lambda app, choice: Language(app, choice, translations))
    window = build(qapp, settings)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.language.set_choice("en")


def test_the_whole_window_changes_at_once(qtbot: QtBot, window_with_korean: MainWindow) -> None:
    window = window_with_korean
    titles = {action.text(): action for action in window.menus.language_menu.actions()}
    assert list(titles) == ["As the system", "English", "한국어"]

    window.status.set_message("Said in English.")
    titles["한국어"].trigger()
    qtbot.waitUntil(lambda: window.menus.actions()[0].text() == "파일(&F)")
    assert window.menus.undo.text() == "실행 취소(&U)"
    assert window.rail.button(1).text() == "학습"
    assert window.rail.button(1).accessibleName() == "학습"
    assert titles["한국어"].isChecked()
    assert window.settings.language == "ko"
    assert window.status.message() == "", "a sentence of the other language does not stay"
    # What is gone to is found in the other language as well, and looking for it changes no text.
    assert {"Light", "밝게"} <= names_of_all(window)
    assert window.menus.actions()[0].text() == "파일(&F)"

    titles["English"].trigger()
    qtbot.waitUntil(lambda: window.menus.actions()[0].text() == "&File")
    assert window.rail.button(1).text() == "Train"
    assert {"Light", "밝게"} <= names_of_all(window)


def names_of_all(window: MainWindow) -> set[str]:
    going = window.findChild(Going)
    assert going is not None
    return {name for entry in going.entries() for name in entry.names}


def test_a_window_starts_in_the_language_of_last_time(
    qtbot: QtBot, qapp: QApplication, settings: Settings, window_with_korean: MainWindow
) -> None:
    settings.language = "ko"
    second = build(qapp, settings)
    qtbot.addWidget(second)
    assert second.menus.actions()[0].text() == "파일(&F)"


def test_the_translators_are_given_every_sentence_of_the_engine(tmp_path: Path) -> None:
    """`pyside6-lupdate` knows `core.errors.translatable` by name: what it finds is what the source has."""
    files = sorted(file for room in ("core", "adapters") for file in (ROOT / room).rglob("*.py"))
    catalogue = tmp_path / "core.ts"
    lupdate: list[str | Path] = [
        SCRIPTS / "pyside6-lupdate",
        "-silent",
        "-tr-function-alias",
        "QT_TRANSLATE_NOOP+=translatable",
    ]
    subprocess.run([*lupdate, *files, "-ts", catalogue], check=True)
    found = set()
    for context in ElementTree.parse(catalogue).iter("context"):
        found |= {(context.findtext("name"), source.text) for source in context.iter("source")}
    assert found == {call for file in files for call in translatable_calls(file)}
    assert len(found) > 50


def translatable_calls(file: Path) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "translatable":
            context, template = (ast.literal_eval(argument) for argument in node.args)
            yield context, template


def test_no_sentence_of_the_engine_is_without_its_mark() -> None:
    assert [found for file in (ROOT / "core").rglob("*.py") for found in unmarked_sentences(file)] == []


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ('raise DataError("A batch needs at least 1 example.")', 1),
        ('found.append(_problem("The input needs " "at least one value.", 0))', 1),
        ('RULE = "A step has no slope{hint}."', 1),
        ('template = translatable("errors", "A batch needs at least 1 example.")', 0),
        ('"""A module opens with a paragraph."""', 0),
        ('raise ValueError("two nodes are called x")', 0),
    ],
)
def test_a_sentence_without_its_mark_would_be_found(tmp_path: Path, source: str, count: int) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text(source, encoding="utf-8")
    assert len(list(unmarked_sentences(planted))) == count


def unmarked_sentences(file: Path) -> Iterator[str]:
    """What a person would read, from a capital to a full stop, and no translator would be given."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    passed_over = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "translatable":
            passed_over.update(map(id, call.args))
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in passed_over and SENTENCE.fullmatch(text):
                yield f"{file}:{node.lineno}: {text}"
