"""The frame, through clicks and keys: the rail, the menus, the status bar, and what is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.app import build
from gui.language.language import Language
from gui.look.icons import Icons
from gui.look.theme import Theme
from gui.remembered.settings import Settings
from gui.widgets.side_panels import KEYS as PANEL_KEYS
from gui.widgets.side_panels import SidePanels
from gui.widgets.split import Split
from gui.window.about import AboutDialog
from gui.window.main_window import FIRST_SIZE, MINIMUM_SIZE, MainWindow, first_size
from gui.window.workspaces import Workspace

KEYS = ["graph", "train", "data", "lab"]


@pytest.fixture
def in_front() -> str:
    """What is made fastest, where a test does not say which it is to be."""
    return "lab"


@pytest.fixture
def frame(
    qtbot: QtBot, qapp: QApplication, theme: Theme, icons: Icons, settings: Settings
) -> Iterator[MainWindow]:
    """The window alone, with empty pages: for what does not depend on what stands in them."""
    frame = frame_with(settings, qapp, icons)
    qtbot.addWidget(frame)
    frame.show()
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    yield frame
    theme.set_choice("light")


def frame_with(settings: Settings, qapp: QApplication, icons: Icons) -> MainWindow:
    pages = [Workspace(key, QWidget) for key in KEYS]
    frame = MainWindow(icons.theme, icons, Language(qapp, "en"), settings, pages)
    frame.show_last_workspace()
    return frame


def press(qtbot: QtBot, window: MainWindow, keys: str) -> None:
    combination = QKeySequence(keys)[0]  # type: ignore[index]  # PySide does not declare it
    qtbot.keyClick(window, combination.key(), combination.keyboardModifiers())


def close_now(qtbot: QtBot, dialog: AboutDialog) -> None:
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Close)
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_first_time_of_all_says_what_the_workspaces_are(frame: MainWindow, qtbot: QtBot) -> None:
    assert frame.current_workspace() == "graph"
    assert frame.welcome.isVisible()
    for workspace in ("Graph", "Train", "Data", "Lab"):
        assert workspace in frame.welcome.bar.text()
    qtbot.mouseClick(frame.welcome.bar.close_button, Qt.MouseButton.LeftButton)
    assert not frame.welcome.isVisible()


def test_later_it_opens_where_one_was_and_says_nothing(window: MainWindow) -> None:
    assert window.current_workspace() == "lab"
    assert window.made_workspaces() == ["lab"]
    assert window.rail.button(3).isChecked()
    assert not window.welcome.isVisible()


def test_a_click_in_the_rail_or_a_key_opens_a_workspace(qtbot: QtBot, frame: MainWindow) -> None:
    for place, key in enumerate(KEYS):
        qtbot.mouseClick(frame.rail.button(place), Qt.MouseButton.LeftButton)
        assert frame.current_workspace() == key
        assert frame.workspace(key).isVisible()
        assert frame.menus.workspace_actions[key].isChecked()
    for place, key in enumerate(KEYS):
        frame.show_workspace("lab" if place == 0 else "graph")
        press(qtbot, frame, f"Ctrl+{place + 1}")
        assert frame.current_workspace() == key
        assert frame.rail.button(place).isChecked()


def test_one_workspace_is_marked_in_the_menu(qtbot: QtBot, frame: MainWindow) -> None:
    for place in (0, 3, 2):
        qtbot.mouseClick(frame.rail.button(place), Qt.MouseButton.LeftButton)
        marked = [key for key, action in frame.menus.workspace_actions.items() if action.isChecked()]
        assert marked == [KEYS[place]]


def test_a_workspace_is_made_once(frame: MainWindow) -> None:
    graph = frame.workspace("graph")
    frame.show_workspace("graph")
    frame.show_workspace("lab")
    frame.show_workspace("graph")
    assert frame.workspace("graph") is graph


def test_what_asks_a_page_to_be_painted_again_comes_before_it_is_painted(frame: MainWindow) -> None:
    came: list[QEvent.Type] = []

    class Events(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            came.append(event.type())
            return False

    page = frame.workspace("data")
    events = Events(page)
    page.installEventFilter(events)
    frame.show_workspace("data")
    assert QEvent.Type.UpdateLater in came
    assert QEvent.Type.Paint not in came
    came.clear()
    QApplication.processEvents()
    assert QEvent.Type.UpdateLater not in came
    assert came.count(QEvent.Type.Paint) == 1


def test_arrows_and_tab_reach_the_rail(qtbot: QtBot, frame: MainWindow) -> None:
    frame.show_workspace("train")
    train = frame.rail.button(1)
    train.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(train, Qt.Key.Key_Down)
    assert frame.current_workspace() == "data"
    assert frame.rail.button(2).hasFocus()
    qtbot.keyClick(frame.rail.button(2), Qt.Key.Key_Up)
    qtbot.keyClick(frame.rail.button(1), Qt.Key.Key_Up)
    assert frame.current_workspace() == "graph"


def test_the_rail_shows_its_focus_to_who_uses_keys(qtbot: QtBot, frame: MainWindow) -> None:
    graph = frame.rail.button(0)
    edge = QPoint(36, 3)
    qtbot.mouseClick(graph, Qt.MouseButton.LeftButton)
    assert graph.grab().toImage().pixelColor(edge) != frame.theme.color("blue")
    graph.clearFocus()
    graph.setFocus(Qt.FocusReason.TabFocusReason)
    assert graph.grab().toImage().pixelColor(edge) == frame.theme.color("blue")


def test_the_rail_says_its_names_to_a_screen_reader(frame: MainWindow) -> None:
    assert [frame.rail.button(place).accessibleName() for place in range(4)] == [
        "Graph",
        "Train",
        "Data",
        "Lab",
    ]
    assert frame.rail.accessibleName() == "Workspaces"
    assert "Ctrl+3" in frame.rail.button(2).toolTip()


def test_the_next_window_opens_where_this_one_was(
    qtbot: QtBot, qapp: QApplication, settings: Settings, frame: MainWindow
) -> None:
    frame.resize(960, 650)  # no wider than what is least: the screen of the tests is narrow
    frame.show_workspace("lab")
    frame.close()
    second = build(qapp, settings)
    qtbot.addWidget(second)
    assert second.current_workspace() == "lab"
    assert second.made_workspaces() == ["lab"]
    assert second.size() == QSize(960, 650)


def borders(window: MainWindow) -> list[list[int]]:
    """The sizes beside all that can be moved, once each workspace was seen."""
    found: list[Split] = []
    for workspace, count in (("graph", 2), ("train", 3), ("data", 2)):
        window.show_workspace(workspace)
        splits = window.workspace(workspace).findChildren(Split)
        assert len(splits) == count
        found += splits
    return [split.sizes() for split in found]


def test_borders_that_were_moved_are_where_they_were(
    qtbot: QtBot, qapp: QApplication, settings: Settings, window: MainWindow
) -> None:
    untouched = borders(window)
    for split in window.findChildren(Split):
        first, *_ = split.sizes()
        split.moveSplitter(first + 20, 1)
    moved = borders(window)
    assert all(before != after for before, after in zip(untouched, moved, strict=True))
    window.close()
    again = build(qapp, settings)
    qtbot.addWidget(again)
    again.resize(FIRST_SIZE)
    again.show()
    assert borders(again) == moved


@pytest.mark.parametrize("in_front", ["train"])
def test_panels_fold_by_key_and_menu_and_are_remembered(
    qtbot: QtBot, qapp: QApplication, settings: Settings, window: MainWindow
) -> None:
    def marks() -> list[tuple[bool, bool]]:
        actions = window.menus.panel_actions.values()
        return [(action.isEnabled(), action.isChecked()) for action in actions]

    assert marks() == [(True, True), (False, False)]
    window.show_workspace("graph")
    assert marks() == [(True, True), (True, True)]
    (panels,) = window.workspace("graph").findChildren(SidePanels)
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert panels.is_folded("left")
    window.menus.panel_actions["right"].trigger()
    assert panels.is_folded("right")
    assert marks() == [(True, False), (True, False)]
    qtbot.keyClick(window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert marks() == [(True, False), (True, True)]
    window.show_workspace("lab")
    assert marks() == [(False, False), (False, False)]
    window.close()
    again = build(qapp, settings)
    qtbot.addWidget(again)
    again.resize(FIRST_SIZE)
    again.show()
    (panels,) = again.workspace("graph").findChildren(SidePanels)
    again.show_workspace("graph")
    assert [panels.is_folded(side) for side in PANEL_KEYS] == [True, False]


def test_a_damaged_place_is_forgotten(
    qtbot: QtBot, qapp: QApplication, icons: Icons, settings: Settings
) -> None:
    settings.geometry = QByteArray(b"not a geometry")
    settings.workspace = "kitchen"
    frame = frame_with(settings, qapp, icons)
    qtbot.addWidget(frame)
    assert frame.current_workspace() == "graph"
    assert frame.size() == first_size(frame.screen().availableGeometry().size())


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        (QSize(1920, 1040), QSize(1280, 800)),
        (QSize(1366, 728), QSize(1280, 680)),
        (QSize(1024, 768), QSize(1016, 720)),
        (QSize(640, 480), QSize(960, 540)),
    ],
)
def test_the_first_size_is_what_the_screen_leaves(screen: QSize, size: QSize) -> None:
    assert first_size(screen) == size


@pytest.mark.parametrize("in_front", ["train"])
def test_texts_twice_as_long_leave_it_whole(qtbot: QtBot, window: MainWindow, doubled: None) -> None:
    qtbot.waitUntil(lambda: window.rail.button(0).text() == "Graph Graph")
    assert window.minimumSizeHint().width() <= 1358
    assert window.minimumSizeHint().height() <= 690
    graph = window.rail.button(0)
    assert graph.sizeHint().height() > 64
    qtbot.waitUntil(lambda: graph.height() == graph.sizeHint().height())


def test_what_cannot_be_done_is_off(frame: MainWindow) -> None:
    menus = frame.menus
    waiting = [menus.undo, menus.redo]
    assert not any(action.isEnabled() for action in waiting)
    assert menus.quit.isEnabled()


def test_an_offered_action_works(qtbot: QtBot, frame: MainWindow) -> None:
    saved = Mock()
    frame.menus.offer(frame.menus.save, saved)
    press(qtbot, frame, "Ctrl+S")
    saved.assert_called_once_with()


class Write(QUndoCommand):
    """Writes a word at the end of a list."""

    def __init__(self, words: list[str], word: str) -> None:
        super().__init__(f"write {word}")
        self.words, self.word = words, word

    def redo(self) -> None:
        self.words.append(self.word)

    def undo(self) -> None:
        self.words.pop()


def test_undo_and_redo_name_what_they_do(qtbot: QtBot, frame: MainWindow) -> None:
    words: list[str] = []
    stack = QUndoStack()
    frame.show_workspace("train")
    frame.set_undo_stack(stack, "train")
    undo, redo = frame.menus.undo, frame.menus.redo
    assert not undo.isEnabled()
    stack.push(Write(words, "relu"))
    assert undo.isEnabled()
    assert undo.text() == "&Undo: write relu"
    press(qtbot, frame, "Ctrl+Z")
    assert words == []
    assert (undo.text(), redo.text()) == ("&Undo", "&Redo: write relu")
    press(qtbot, frame, "Ctrl+Y")
    assert words == ["relu"]
    assert not redo.isEnabled()


def test_undo_acts_on_what_is_in_front(frame: MainWindow) -> None:
    words: dict[str, list[str]] = {"train": [], "data": []}
    for workspace, written in words.items():
        stack = QUndoStack(frame)
        frame.set_undo_stack(stack, workspace)
        stack.push(Write(written, workspace))
    for workspace in words:
        frame.show_workspace(workspace)
        assert frame.menus.undo.text() == f"&Undo: write {workspace}"
        frame.menus.undo.trigger()
        assert words[workspace] == []
        assert frame.menus.redo.text() == f"&Redo: write {workspace}"
    frame.show_workspace("lab")
    assert not frame.menus.undo.isEnabled()
    assert (frame.menus.undo.text(), frame.menus.redo.text()) == ("&Undo", "&Redo")


def test_copy_takes_what_has_the_focus_and_says_where_there_is_nothing(frame: MainWindow) -> None:
    field = QLineEdit("0.05", frame.workspace(frame.current_workspace()))
    field.show()
    field.setFocus()
    frame.menus.copy.trigger()
    assert QGuiApplication.clipboard().text() == "0.05"
    assert frame.status.message() == "Copied."
    field.clear()
    frame.menus.copy.trigger()
    assert frame.status.message().startswith("There is nothing to copy here")
    assert QGuiApplication.clipboard().text() == "0.05"


def test_the_theme_menu_changes_the_theme_and_is_remembered(frame: MainWindow) -> None:
    choices = {action.text(): action for action in frame.menus.theme_menu.actions()}
    assert list(choices) == ["As the system", "Light", "Dark"]
    assert choices["Light"].isChecked()
    choices["Dark"].trigger()
    assert frame.theme.dark
    assert frame.settings.theme == "dark"
    choices["As the system"].trigger()
    assert frame.theme.choice == "system"
    assert frame.settings.theme == "system"


def test_the_title_names_the_document_and_marks_it_unsaved(frame: MainWindow) -> None:
    frame.set_document("", modified=False)
    assert frame.windowTitle() == "Backprop Lab"
    frame.set_document("digits.blab", modified=True)
    assert frame.windowTitle() == "digits.blab[*] – Backprop Lab"
    assert frame.isWindowModified()
    frame.set_document("digits.blab", modified=False)
    assert not frame.isWindowModified()


def test_a_guard_keeps_the_window_open(qtbot: QtBot, frame: MainWindow) -> None:
    answers = iter([False, True])
    asked: list[str] = []
    frame.add_close_guard(lambda: asked.append("save?") is None and next(answers))
    frame.add_close_guard(lambda: asked.append("stop") is None)
    press(qtbot, frame, "Ctrl+Q")
    assert frame.isVisible()
    assert asked == ["save?"]
    press(qtbot, frame, "Ctrl+Q")
    assert not frame.isVisible()
    assert asked == ["save?", "save?", "stop"]


def test_full_screen_and_back(qtbot: QtBot, frame: MainWindow) -> None:
    press(qtbot, frame, "F11")
    assert frame.isFullScreen()
    assert frame.menus.full_screen.isChecked()
    press(qtbot, frame, "F11")
    assert not frame.isFullScreen()
    assert not frame.menus.full_screen.isChecked()


def test_about_names_versions_and_credits(qtbot: QtBot, frame: MainWindow) -> None:
    frame.menus.about.trigger()
    (dialog,) = frame.findChildren(AboutDialog)
    text = " ".join(label.text() for label in dialog.findChildren(QLabel))
    for credit in ("0.1.0", "MNIST", "Yann LeCun", "Corinna Cortes", "NIST", "CC BY-SA 3.0", "Pretendard"):
        assert credit in text
    for credit in ("SIL Open Font License", "LGPL", "NumPy", "pyqtgraph", "Lucide"):
        assert credit in text
    close_now(qtbot, dialog)


@pytest.mark.parametrize("in_front", ["train"])
def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    keys = [key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_the_status_bar_says_what_it_is_told(frame: MainWindow) -> None:
    status = frame.status
    status.set_data("MNIST 60,000 + 10,000")
    status.set_engine("iteration 12,400 · 321,000 images a second")
    status.set_time_left("6 s")
    status.set_message("Saved.")
    shown = [label.text() for label in status.findChildren(QLabel) if label.isVisible() and label.text()]
    assert shown == [
        "Data", "MNIST 60,000 + 10,000",
        "Engine", "iteration 12,400 · 321,000 images a second",
        "Time left", "6 s",
        "Saved.",
    ]  # fmt: skip


def test_a_message_goes_after_a_while(frame: MainWindow) -> None:
    frame.status.set_message("Saved.")
    (clearing,) = frame.status.findChildren(QTimer)
    assert clearing.isActive()
    clearing.timeout.emit()
    assert frame.status.message() == ""


def test_the_status_bar_does_not_tremble(frame: MainWindow) -> None:
    status = frame.status
    status.set_engine("100,000 images a second")
    status.set_time_left("1 min 05 s")
    before = [part.x() for part in status.parts()]
    status.set_engine("9,000 images a second")
    status.set_time_left("59 s")
    QApplication.sendPostedEvents()
    assert [part.x() for part in status.parts()] == before


def test_a_long_message_gives_way(frame: MainWindow) -> None:
    frame.status.set_engine("idle")
    frame.status.set_message("far too long " * 100)
    assert frame.minimumSizeHint().width() <= 1358


def test_a_long_name_of_data_gives_way(frame: MainWindow) -> None:
    frame.status.set_data("a folder with a name of many words " * 10)
    frame.status.set_engine("iteration 12,400 · 321,000 images a second")
    frame.status.set_time_left("1 min 05 s")
    assert frame.minimumSizeHint().width() <= MINIMUM_SIZE.width()
    assert frame.status.data().endswith("words ")
