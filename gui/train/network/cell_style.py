"""How the fields inside a row of the layers list look: as plain text until they are pointed at or edited."""

from __future__ import annotations

from string import Template

from gui.look.tokens import Tokens


def cell_stylesheet(tokens: Tokens) -> str:
    """The stylesheet of the widget that holds the rows; it refines the application's stylesheet within it."""
    return _TEXT.substitute({name: getattr(tokens, name) for name in tokens.__dataclass_fields__})


_TEXT = Template("""
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
""")
