"""What is said when a run has ended or a network has died: one or two sentences, translated."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from core.errors import LabError
from core.nn.optimizers import smaller_rate
from core.training.events import Diverged, LayerDied
from gui.document.report import Ending
from gui.document.run import Run
from gui.language.layers import layer_name
from gui.language.messages import sentence
from gui.language.numbers import number
from gui.language.texts import translate


def ending_message(ending: Ending, run: Run) -> str:
    """How the run ended, and what to do where it ended badly."""
    if ending.diverged is not None:
        return divergence_advice(ending.diverged, run)
    if ending.outcome == "diverged":
        return growth_advice(run)
    if isinstance(ending.error, LabError):
        return sentence(ending.error)
    if ending.checkpoint is None:
        return translate("RunMessages", "The training could not begin because of a fault in the program.")
    if ending.error is not None:
        text = translate(
            "RunMessages",
            "The training broke off after iteration {iteration} because of a fault in the program. The "
            "network is kept as it was then.",
        )
    elif ending.outcome == "stopped":
        text = translate("RunMessages", "Stopped after iteration {iteration}.")
    else:
        text = translate("RunMessages", "Completed: {iteration} iterations.")
    text = text.format(iteration=_whole(ending.iteration))
    accuracy = ending.evaluation.test_accuracy if ending.evaluation is not None else None
    if accuracy is not None:
        share = QLocale().toString(100 * accuracy, "f", 2)
        text += " " + translate("RunMessages", "Test accuracy {share} %.").format(share=share)
    return text


def divergence_advice(diverged: Diverged, run: Run) -> str:
    """The iteration at which it diverged, what to try, and what is kept."""
    rate, smaller = _rates(run)
    text = translate(
        "RunMessages",
        "Diverged at iteration {iteration}: the loss, its gradient or the weights are not finite any "
        "more. The updates were too large: try a smaller learning rate, such as {smaller} instead of "
        "{rate}. The weights from before that iteration are kept.",
    )
    return text.format(iteration=_whole(diverged.iteration), smaller=smaller, rate=rate)


def growth_advice(run: Run) -> str:
    """What it means that a run has diverged whose numbers are finite to the end, and what to try."""
    rate, smaller = _rates(run)
    first, last = run.log.evaluations[0], run.log.evaluations[-1]
    text = translate(
        "RunMessages",
        "Diverged: after {iteration} iterations the loss is {last}; it began at {first}. The updates were "
        "too large and made the network worse: it has not learned. Try a smaller learning rate, such as "
        "{smaller} instead of {rate}.",
    )
    losses = {"first": number(first.train_loss), "last": number(last.train_loss)}
    return text.format(iteration=_whole(last.iteration), **losses, smaller=smaller, rate=rate)


def death_advice(died: LayerDied) -> str:
    """A layer that gives nothing any more, though every number is finite."""
    text = translate(
        "RunMessages",
        "Since iteration {iteration} no unit of {layer} gives anything: no gradient passes it, and the loss "
        "stays flat. Take new weights and a smaller learning rate, or Leaky ReLU in its place.",
    )
    return text.format(layer=layer_name(died.layer), iteration=_whole(died.iteration))


def _rates(run: Run) -> tuple[str, str]:
    """The learning rate that stands in the field, which a schedule may have scaled, and a smaller one."""
    optimizer = run.in_force(run.log.last_iteration + 1).optimizer
    rate = optimizer.learning_rate
    return number(rate, 3), number(smaller_rate(optimizer.kind, rate), 3)


def _whole(value: int) -> str:
    return QLocale().toString(value)
