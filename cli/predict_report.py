"""What `predict` prints: one JSON object for programs, or the prediction and a bar a class for people."""

from __future__ import annotations

import json
import math

from cli import output
from cli.signs import as_shown, right, width
from cli.train_report import OUTCOMES, End, Report, tested
from core.errors import translatable
from core.inspection.parts import Box
from core.inspection.predictions import Prediction
from core.language import localized
from core.training.events import Evaluation

BAR_WIDTH = 40


class ProgressReport(Report):
    """The training that comes first, told on standard error: the prediction alone is for standard output."""

    def epoch(self, evaluation: Evaluation, epoch: int, images_per_second: float | None) -> None:
        del images_per_second
        said = localized(
            translatable("cli", "epoch {epoch}: loss {loss:.5f}"), epoch=epoch, loss=evaluation.train_loss
        )
        output.tell(f"{said}{tested(evaluation.test_accuracy)}")

    def ended(self, end: End) -> None:
        template = translatable("cli", "training {outcome}: {count:,} iterations, {seconds:.1f} s")
        told = localized(OUTCOMES[end.outcome])
        output.tell(localized(template, outcome=told, count=self.session.iteration, seconds=end.seconds))


def print_json(said: Prediction, label: int | None, box: Box | None, done: str) -> None:
    """All digits; `prediction` and `label` are numbers of classes. What is not known or not finite is null;
    outputs that are not probabilities, those of a squared error, stand under `scores`. Of a picture also
    `box`, as left, top, right and bottom in pixels, right and bottom being the first outside, and `done`,
    what was done to it."""
    outputs = [_finite(float(value)) for value in said.outputs]
    is_likely = said.meaning != "scores"
    report: dict[str, object] = {
        "prediction": said.predicted,
        "confidence": _finite(said.confidence) if is_likely else None,
        "probabilities": outputs if is_likely else None,
        "label": label,
        "loss": None if said.loss is None else _finite(said.loss),
    }
    if not is_likely:
        report["scores"] = outputs
    if box is not None:
        report |= {"box": [box.left, box.top, box.right, box.bottom], "done": done}
    print(json.dumps(report, allow_nan=False))


def print_text(title: str, said: Prediction, label: int | None, class_names: tuple[str, ...]) -> None:
    """The prediction in a line, and a line for each class."""
    names = class_names or tuple(str(number) for number in range(len(said.outputs)))
    print(title)
    predicted = localized(translatable("cli", "prediction {name}"), name=names[said.predicted])
    if said.meaning != "scores":
        predicted += localized(translatable("cli", ", {share} sure"), share=_percent(said.confidence))
    print(predicted)
    if label is not None:
        is_right = translatable("cli", "label {name}, right ✓, loss {loss:.4g}")
        is_wrong = translatable("cli", "label {name}, wrong ✗, loss {loss:.4g}")
        template = is_right if label == said.predicted else is_wrong
        print(localized(template, name=names[label], loss=said.loss))
    print()
    shown = tuple(map(as_shown, names))
    columns = max(map(width, shown))
    for name, value in zip(shown, map(float, said.outputs), strict=True):
        if said.meaning == "scores":
            print(f"  {right(name, columns)}  {value:.4f}")
        else:
            print(f"  {right(name, columns)}  {_bar(value)}  {_percent(value):>7}")


def _bar(share: float) -> str:
    filled = round(BAR_WIDTH * share) if math.isfinite(share) else 0
    return "█" * filled + "░" * (BAR_WIDTH - filled)


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None
