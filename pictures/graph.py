"""The states of this workspace that are worth a picture."""

from __future__ import annotations

from functools import partial

from gui.graph.workspace import GraphWorkspace
from pictures.scene import Scene, Stage


def scenes() -> tuple[Scene, ...]:
    """The scenes for `pictures`."""
    return (
        Scene("graph-start", "graph", partial(_at, "apple-orange", 0)),
        Scene("graph-forward", "graph", partial(_at, "apple-orange", 2)),
        Scene("graph-backward", "graph", partial(_at, "apple-orange", 8)),
        Scene("graph-end", "graph", partial(_at, "apple", -1)),
        Scene("graph-several-uses", "graph", partial(_at, "reused-value", -1)),
        Scene("graph-opened", "graph", _opened),
        Scene("graph-arrays", "graph", partial(_at, "affine", -1)),
        Scene("graph-overflow", "graph", partial(_at, "softmax-naive", 3)),
        Scene("graph-quiz", "graph", _quiz),
        Scene("graph-error", "graph", _error),
        Scene("graph-edit", "graph", _edit),
        Scene("graph-network", "graph", partial(_at, "two-layer-mnist", 4)),
        Scene("graph-network-output", "graph", _network_output),
    )


def _workspace(stage: Stage) -> GraphWorkspace:
    workspace = stage.window.workspace("graph")
    assert isinstance(workspace, GraphWorkspace)
    return workspace


def _at(name: str, position: int, stage: Stage) -> None:
    """An example after so many steps; −1 is the end."""
    workspace = _workspace(stage)
    workspace.show_example(name)
    stage.until(lambda: workspace.model.subject.key == name and not workspace.model.is_busy)
    steps = len(workspace.model.trace.steps) if workspace.model.trace is not None else 0
    workspace.model.go(steps if position < 0 else position)
    stage.until(lambda: len(workspace.model.book.of) >= 10)
    stage.settle(600)


def _opened(stage: Stage) -> None:
    _at("neuron", -1, stage)
    _workspace(stage).model.open("y")
    stage.settle(100)


def _quiz(stage: Stage) -> None:
    _at("apple", 3, stage)
    workspace = _workspace(stage)
    workspace.model.set_quiz(True)
    workspace.step.quiz.field.setText("3.1")
    workspace.step.quiz.check.click()


def _error(stage: Stage) -> None:
    _at("apple", 4, stage)
    workspace = _workspace(stage)
    workspace.expression.field.setPlainText("z = 2 * x\ny = sgmoid(z + 1)")
    workspace.expression.draw()
    stage.settle(50)


def _edit(stage: Stage) -> None:
    _at("apple", 3, stage)
    workspace = _workspace(stage)
    workspace.picture.edit_requested.emit("tax")
    workspace.editor.field.setText("1.1.2")
    workspace.editor.accept.click()


def _network_output(stage: Stage) -> None:
    _at("two-layer-mnist", -1, stage)
    workspace = _workspace(stage)
    workspace.model.select("Affine 2")
    workspace.pages.setCurrentWidget(workspace.output)
