"""How every control looks: one stylesheet, drawn from the tokens of a theme.

An 8-pixel grid (with half steps), controls 28 pixels high, corners of 6 pixels and cards of 8. A widget asks
for a special look with the properties `role` and `hue` (see `gui.widgets.roles`), never with a stylesheet of
its own.
"""

from __future__ import annotations

from string import Template

from gui.look.fonts import BODY, DISPLAY, SMALL, TITLE
from gui.look.tokens import Tokens
from gui.paths import RESOURCES


def stylesheet(tokens: Tokens) -> str:
    """The application's stylesheet in the colours of `tokens`."""
    values = {name: getattr(tokens, name) for name in tokens.__dataclass_fields__}
    values.update(small=SMALL, body=BODY, title=TITLE, display=DISPLAY)
    values["icons"] = (RESOURCES / "icons" / "control" / tokens.name).as_posix()
    return Template(_TEXT + _BUTTONS + _FIELDS + _CELLS + _RANGES + _ITEMS + _FRAME).substitute(values)


_TEXT = """
QLabel { background: transparent; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: ${small}px; }
QLabel[role="heading"] { color: $muted; font-size: ${small}px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="display"] { font-size: ${display}px; font-weight: 600; }
QLabel[role="error"] { color: $vermilion; font-size: ${small}px; }
QLabel[hue="muted"] { color: $muted; }
QLabel[hue="blue"] { color: $blue; }
QLabel[hue="vermilion"] { color: $vermilion; }
QLabel[hue="green"] { color: $green; }
QLabel:disabled { color: $disabled; }
QToolTip { background: $surface; color: $text; border: 1px solid $outline; padding: 4px 6px; }
"""

_BUTTONS = """
QPushButton, QToolButton {
    background: $surface; color: $text; border: 1px solid $outline; border-radius: 6px;
    min-height: 26px; padding: 0 12px;
}
QToolButton { padding: 0 5px; min-width: 16px; max-height: 26px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $pressed; }
QPushButton:checked, QToolButton:checked { background: $selection; border-color: $blue; color: $blue; }
QPushButton:disabled, QToolButton:disabled {
    color: $disabled; background: transparent; border-color: $border;
}
QPushButton:focus, QToolButton:focus { border: 2px solid $blue; padding: 0 11px; min-height: 24px; }
QToolButton:focus { padding: 0 4px; max-height: 24px; }

QPushButton[role="primary"] { background: $blue; border-color: $blue; color: $on_accent; font-weight: 600; }
QPushButton[role="primary"]:hover { background: $blue_hover; border-color: $blue_hover; }
QPushButton[role="primary"]:pressed { background: $blue_pressed; border-color: $blue_pressed; }
QPushButton[role="primary"]:focus { border-color: $text; }
QPushButton[role="primary"]:disabled {
    background: $pressed; border-color: $pressed; color: $disabled; font-weight: 600;
}

QPushButton[role="plain"], QToolButton[role="plain"] { background: transparent; border-color: transparent; }
QPushButton[role="plain"]:hover, QToolButton[role="plain"]:hover { background: $hover; border-color: $hover; }
QPushButton[role="plain"]:pressed, QToolButton[role="plain"]:pressed { background: $pressed; }
QPushButton[role="plain"]:checked, QToolButton[role="plain"]:checked {
    background: $selection; border-color: $selection; color: $blue;
}
QPushButton[role="plain"]:focus, QToolButton[role="plain"]:focus { border-color: $blue; }
QToolButton::menu-indicator { image: none; }
QToolButton[popupMode="2"] { padding-right: 18px; }
QToolButton[popupMode="2"]::menu-indicator {
    image: url("$icons/chevron-down.svg"); subcontrol-position: right center;
    right: 4px; width: 12px; height: 12px;
}

QCheckBox, QRadioButton { spacing: 8px; background: transparent; min-height: 24px; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QRadioButton::indicator, QTableView::indicator {
    width: 14px; height: 14px; border: 1px solid $grey; background: $field;
}
QCheckBox::indicator, QTableView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $blue; }
QCheckBox::indicator:checked, QTableView::indicator:checked {
    background: $blue; border-color: $blue; image: url("$icons/check.svg");
}
QCheckBox::indicator:indeterminate { background: $blue; border-color: $blue; image: url("$icons/minus.svg"); }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $blue; background: $on_accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $border; }
QCheckBox::indicator:checked:disabled, QCheckBox::indicator:indeterminate:disabled {
    background: $disabled; border-color: $disabled;
}
QRadioButton::indicator:checked:disabled { border-color: $disabled; }
QCheckBox:focus, QRadioButton:focus { color: $blue; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $blue; }
"""

_FIELDS = """
QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit {
    background: $field; color: $text; border: 1px solid $grey; border-radius: 6px;
    selection-background-color: $blue; selection-color: $on_accent;
}
QLineEdit, QAbstractSpinBox, QComboBox { min-height: 26px; padding: 0 8px; }
QPlainTextEdit, QTextEdit { padding: 4px; }
QLineEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: $muted; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 2px solid $blue; padding: 0 7px; min-height: 24px;
}
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $blue; padding: 3px; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    color: $disabled; background: transparent; border-color: $border;
}
QLineEdit:read-only { background: transparent; }
QLineEdit[invalid="true"], QAbstractSpinBox[invalid="true"], QComboBox[invalid="true"] {
    border: 2px solid $vermilion; padding: 0 7px; min-height: 24px;
}
QLineEdit { padding: 0 6px; }
QLineEdit:focus, QLineEdit[invalid="true"] { padding: 0 5px; }
QAbstractSpinBox { padding: 0; max-height: 26px; }
QAbstractSpinBox:focus, QAbstractSpinBox[invalid="true"] { padding: 0; max-height: 24px; }

QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; width: 20px; border: none; background: transparent;
}
QAbstractSpinBox::up-button {
    subcontrol-position: top right; margin: 2px 2px 0 0; border-top-right-radius: 4px;
}
QAbstractSpinBox::down-button {
    subcontrol-position: bottom right; margin: 0 2px 2px 0; border-bottom-right-radius: 4px;
}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $pressed; }
QAbstractSpinBox::up-arrow { image: url("$icons/chevron-up.svg"); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("$icons/chevron-down.svg"); width: 10px; height: 10px; }
QAbstractSpinBox::up-arrow:off, QAbstractSpinBox::up-arrow:disabled {
    image: url("$icons/chevron-up-off.svg");
}
QAbstractSpinBox::down-arrow:off, QAbstractSpinBox::down-arrow:disabled {
    image: url("$icons/chevron-down-off.svg");
}

QComboBox { combobox-popup: 0; padding-right: 22px; }
QComboBox:focus, QComboBox[invalid="true"] { padding-right: 21px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$icons/chevron-down.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $outline; padding: 4px; outline: none; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 4px; border-radius: 4px; }
"""

_RANGES = """
QProgressBar { background: $pressed; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: $blue; border-radius: 3px; }
QProgressBar::chunk:disabled { background: $grey; }

QSlider { min-height: 22px; }
QSlider::groove:horizontal { height: 4px; background: $pressed; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $blue; border-radius: 2px; }
QSlider::handle:horizontal {
    width: 12px; height: 12px; margin: -6px 0; border-radius: 8px;
    border: 2px solid $blue; background: $surface;
}
QSlider::handle:horizontal:hover { background: $selection; }
QSlider::handle:horizontal:focus { background: $blue; }
QSlider::sub-page:horizontal:disabled { background: $grey; }
QSlider::handle:horizontal:disabled { border-color: $grey; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $grey; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $muted; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_ITEMS = """
QAbstractItemView {
    background: $surface; alternate-background-color: $hover; border: none; outline: none;
    selection-background-color: $selection; selection-color: $text; gridline-color: $border;
}
QListView::item, QTreeView::item { min-height: 28px; padding: 0 8px; border-radius: 6px; }
QTableView::item { padding: 0 8px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {
    background: $selection; color: $text;
}
QListView::item:focus, QTreeView::item:focus, QTableView::item:focus { border: 1px solid $blue; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    background: transparent; color: $muted; font-size: ${small}px; border: none;
    border-bottom: 1px solid $border; padding: 4px 8px; font-weight: 400;
}
QTableCornerButton::section { background: transparent; border: none; }

QTabWidget::pane { border: none; }
QTabBar { background: transparent; }
QTabBar::tab {
    background: transparent; color: $muted; border: none; border-bottom: 2px solid transparent;
    padding: 6px 4px; margin-right: 16px;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $blue; border-bottom-color: $blue; font-weight: 600; }
QTabBar::tab:focus { color: $text; border-bottom-color: $text; }
QTabBar::tab:disabled { color: $disabled; }

QMenu { background: $surface; border: 1px solid $outline; padding: 4px; }
QMenu::item { padding: 5px 20px 5px 24px; border-radius: 4px; color: $text; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $disabled; }
QMenu::icon { left: 8px; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QMenu::right-arrow { image: url("$icons/chevron-right.svg"); width: 14px; height: 14px; right: 6px; }
QMenu::indicator { width: 14px; height: 14px; left: 8px; }
QMenu::indicator:checked { image: url("$icons/check-mark.svg"); }
"""

_CELLS = """
QLineEdit[role="cell"], QComboBox[role="cell"] {
    background: transparent; border: 1px solid transparent; padding: 0 4px; min-height: 24px;
}
QComboBox[role="cell"] { padding-right: 16px; }
QComboBox[strong="true"] { font-weight: 600; }
QLineEdit[role="cell"]:hover, QComboBox[role="cell"]:hover { background: $surface; border-color: $outline; }
QLineEdit[role="cell"]:focus, QComboBox[role="cell"]:focus {
    background: $surface; border: 2px solid $blue; padding: 0 3px; min-height: 22px;
}
QComboBox[role="cell"]:focus { padding-right: 15px; }
QLineEdit[role="cell"]:disabled, QComboBox[role="cell"]:disabled {
    color: $text; background: transparent; border-color: transparent;
}
QLineEdit[role="cell"][invalid="true"] {
    background: $surface; border: 2px solid $vermilion; padding: 0 3px; min-height: 22px;
}
QComboBox[role="cell"]::drop-down { width: 16px; border: none; }
QComboBox[role="cell"]::down-arrow { width: 12px; height: 12px; }
"""

_FRAME = """
QMenuBar { background: $rail; color: $text; border-bottom: 1px solid $border; padding: 2px 4px; }
QMenuBar::item { background: transparent; padding: 4px 10px; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $selection; }
QStatusBar { background: $rail; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QStatusBar QLabel { font-size: ${small}px; }

Card { background: $surface; border: 1px solid $border; border-radius: 8px; }
Card[role="popup"] { border-color: $grey; }
Rail { background: $rail; border-right: 1px solid $border; }
MessageBar { background: $surface; border: 1px solid $blue; border-radius: 8px; }
MessageBar[kind="success"] { border-color: $green; }
MessageBar[kind="warning"] { border-color: $orange; }
MessageBar[kind="error"] { border-color: $vermilion; }

QScrollArea { background: transparent; border: none; }
QScrollArea[role="keys"] { border: 1px solid transparent; border-radius: 6px; }
QScrollArea[role="keys"]:focus { border-color: $blue; }
QScrollArea > QWidget > QWidget { background: transparent; }
QSplitter::handle { background: transparent; }
QFrame[role="line"] { background: $border; border: none; min-height: 1px; max-height: 1px; }
QFrame[role="drop"] { background: $blue; border: none; border-radius: 1px; }
QDialog, QMessageBox { background: $surface; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
"""
