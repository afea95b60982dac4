"""The field that goes to a section, a term or a command, over the window."""

from __future__ import annotations

from functools import partial

from gui.goto.popup import GoTo
from pictures.scene import Scene, Stage


def scenes() -> tuple[Scene, ...]:
    """The scenes for `pictures`."""
    return (
        Scene("goto", "graph", partial(_typed, "5")),
        Scene("goto-word", "train", partial(_typed, "sig")),
        Scene("goto-nearest", "data", partial(_typed, "6.5")),
    )


def _typed(text: str, stage: Stage) -> None:
    stage.window.menus.go_to.trigger()
    popup = stage.window.findChild(GoTo)
    assert popup is not None
    popup.type(text)
    stage.settle(50)
