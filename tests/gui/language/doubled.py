"""A language in which every text is twice as long: what no translation is longer than. Not a test itself."""

from __future__ import annotations

from PySide6.QtCore import QTranslator


class Doubled(QTranslator):
    """Every text of the program's own twice as long."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        # Qt's own texts are left to Qt: None is “no translation”, where "" would be an empty one.
        return f"{text} {text}" if context and not context.startswith("Q") else None  # type: ignore[return-value]

    def isEmpty(self) -> bool:  # noqa: N802
        return False
