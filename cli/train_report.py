"""What `train` prints: JSON lines for programs, or a table and a progress bar for people.

The session knows no clock; the time is taken here. Images a second count the time of the iterations, not that
of the evaluations.
"""

from __future__ import annotations

import json
import math
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from adapters.threads import PRODUCTS
from cli import output
from cli.keep import Keeping
from cli.progress import Progress
from cli.setting_words import setting_word
from cli.signs import right
from core.errors import translatable
from core.language import localized, sentence, word
from core.nn.optimizers import smaller_rate
from core.training.divergence import has_diverged
from core.training.events import (
    Completed,
    Diverged,
    Evaluation,
    Event,
    Iteration,
    LayerDied,
    SettingChanged,
    StayedAtChance,
)
from core.training.pace import Pace
from core.training.session import TrainingSession
from core.training.thread_record import usual


@dataclass(frozen=True, slots=True)
class Saving:
    """Where the model was saved. None: nowhere. `has_failed`: not where it was meant to be."""

    path: Path | None = None
    has_failed: bool = False


@dataclass(frozen=True, slots=True)
class End:
    """What is told of a run that is over; `test_accuracy` is that of its last evaluation."""

    outcome: str
    test_accuracy: float | None
    seconds: float
    saving: Saving | None
    keeping: Keeping | None


class Report:
    """Listens to the events of a session, and is told its end. Shows the progress on standard error."""

    def __init__(self, session: TrainingSession) -> None:
        self.session = session
        self._started = time.perf_counter()
        self._resumed_at = session.iteration
        self._pace = Pace(
            session.total_iterations, session.iterations_per_epoch, self._started, session.iteration
        )
        self._progress = Progress(session.total_iterations)
        self._last_epoch = (session.iteration, 0.0)

    def event(self, event: Event) -> None:
        now = time.perf_counter()
        if isinstance(event, Iteration):
            self._pace.iterated(now)
            if self._progress.is_due(now):
                left = self._pace.seconds_left(event.iteration)
                self._progress.show(now, event.iteration, event.loss, left)
            return
        self._pace.happened(event, now)
        if isinstance(event, Evaluation):
            self._progress.clear()
            if event.epoch.is_integer():
                self.epoch(event, int(event.epoch), self._images_per_second(event.iteration))
        elif isinstance(event, Diverged):
            self._progress.clear()
            kind = self.session.experiment.training.optimizer.kind
            output.tell(_diverged_sentence(event, smaller_rate(kind, event.learning_rate)))
        elif isinstance(event, LayerDied):
            self._progress.clear()
            output.tell(_died_sentence(event))
        elif isinstance(event, StayedAtChance):
            self._progress.clear()
            output.tell(sentence(event.said))
        elif isinstance(event, SettingChanged):
            self._progress.clear()
            output.tell(_changed_sentence(event))
        elif isinstance(event, Completed) and has_diverged(self.session.evaluations):
            self._progress.clear()
            output.tell(_worse_sentence(self.session))

    def end(self, outcome: str, saving: Saving | None = None, keeping: Keeping | None = None) -> None:
        """The last line, or two. The test accuracy is that of the last evaluation, unless the run failed."""
        self._progress.clear()
        current = outcome != "failed" and self.session.evaluations
        accuracy = self.session.evaluations[-1].test_accuracy if current else None
        self.ended(End(outcome, accuracy, time.perf_counter() - self._started, saving, keeping))

    def epoch(self, evaluation: Evaluation, epoch: int, images_per_second: float | None) -> None:
        raise NotImplementedError

    def ended(self, end: End) -> None:
        raise NotImplementedError

    def _images_per_second(self, iteration: int) -> float | None:
        """The speed in the epoch that ends with this iteration; None before the first."""
        done, before = self._last_epoch
        self._last_epoch = iteration, self._pace.seconds
        images = (iteration - done) * self.session.experiment.training.batch_size
        seconds = self._pace.seconds - before
        return images / seconds if images and seconds else None


class JsonReport(Report):
    """One object a line on standard output. A figure that does not exist is null."""

    def epoch(self, evaluation: Evaluation, epoch: int, images_per_second: float | None) -> None:
        figures = {name: getattr(evaluation, name) for name in evaluation.__slots__ if name != "epoch"}
        _print_json({"event": "epoch", "epoch": epoch, **figures, "images_per_second": images_per_second})

    def ended(self, end: End) -> None:
        told = {"event": "end", "outcome": end.outcome, "iterations": self.session.iteration}
        if self._resumed_at:
            told["resumed_at"] = self._resumed_at
        told |= {"test_accuracy": end.test_accuracy, "seconds": end.seconds}
        told |= {"evaluation_share": self._pace.evaluation_share, "threads": _threads(self.session)}
        if end.saving is not None:
            told["saved"] = None if end.saving.path is None else str(end.saving.path)
        if end.keeping is not None:
            told["kept"] = end.keeping.id
        _print_json(told)


_HEADINGS = (
    translatable("cli", "epoch"),
    translatable("cli", "iteration"),
    translatable("cli", "train loss"),
    translatable("cli", "train acc."),
    translatable("cli", "test acc."),
    translatable("cli", "images/s"),
)
"""Each has 12 columns, and one of them is to stay empty."""

OUTCOMES = {
    "completed": translatable("cli", "completed"),
    "diverged": translatable("cli", "diverged"),
    "failed": translatable("cli", "failed"),
    "stopped": translatable("cli", "stopped"),
}


class TextReport(Report):
    """A table, one line an epoch."""

    def __init__(self, session: TrainingSession) -> None:
        super().__init__(session)
        print("".join(right(word("cli", heading), 12) for heading in _HEADINGS), flush=True)

    def epoch(self, evaluation: Evaluation, epoch: int, images_per_second: float | None) -> None:
        cells = (
            f"{epoch}",
            f"{evaluation.iteration:,}",
            f"{evaluation.train_loss:.5f}",
            _percent(evaluation.train_accuracy),
            _percent(evaluation.test_accuracy),
            "" if images_per_second is None else f"{images_per_second:,.0f}",
        )
        print("".join(f"{cell:>12}" for cell in cells), flush=True)

    def ended(self, end: End) -> None:
        made, share = self.session.iteration, self._pace.evaluation_share
        one, several = translatable("cli", "{count:,} iteration"), translatable("cli", "{count:,} iterations")
        iterations = localized(one if made == 1 else several, count=made)
        if self._resumed_at:
            now = translatable("cli", " ({count:,} of them now)")
            iterations += localized(now, count=made - self._resumed_at)
        template = translatable("cli", "{outcome} after {iterations}, {seconds:.1f} s")
        said = localized(
            template, outcome=localized(OUTCOMES[end.outcome]), iterations=iterations, seconds=end.seconds
        )
        if share is not None:
            said += localized(translatable("cli", " ({share:.2f} of it evaluations)"), share=share)
        print(f"{said}{tested(end.test_accuracy)}", flush=True)
        threads = _threads(self.session)
        if threads is not None and threads["chosen"] == "auto":
            numbers = ", ".join(threads["iterations"])
            template = translatable("cli", "threads: {numbers} (auto); repeatable with --threads {number}")
            print(localized(template, numbers=numbers, number=threads["repeat_with"]), flush=True)
        if end.saving is not None and end.saving.path is not None:
            print(localized(translatable("cli", "saved {path}"), path=end.saving.path), flush=True)
        if end.keeping is not None and end.keeping.id is not None:
            template = translatable("cli", "kept {name} among the runs, as {id}")
            print(localized(template, name=end.keeping.name, id=end.keeping.id), flush=True)


def _print_json(values: dict[str, Any]) -> None:
    finite = {
        key: None if isinstance(value, float) and not math.isfinite(value) else value
        for key, value in values.items()
    }
    print(json.dumps(finite), flush=True)


def _threads(session: TrainingSession) -> dict[str, Any] | None:
    """How many iterations were made with each number of threads, by whose choice, and a number with which the
    run is repeatable to the last bit, which it is not under “auto”. None where nothing is known."""
    made, used = session.threads.iterations(session.iteration), PRODUCTS.in_use
    if not made or used is None:
        return None
    by_number = {str(number): made[number] for number in sorted(made)}
    return {"chosen": used.by, "iterations": by_number, "repeat_with": usual(made)}


def tested(accuracy: float | None) -> str:
    """`, test accuracy 97.61 %`; nothing where there is none."""
    if accuracy is None:
        return ""
    return localized(translatable("cli", ", test accuracy {accuracy}"), accuracy=_percent(accuracy))


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.2f} %"


def _diverged_sentence(event: Diverged, rate: float) -> str:
    template = translatable(
        "cli",
        "The network has diverged at iteration {iteration:,} (loss {loss:g}): its numbers grew too large. "
        "Its last finite weights are kept. Try a smaller learning rate, such as {rate:g}.",
    )
    return localized(template, iteration=event.iteration, loss=event.loss, rate=rate)


def _worse_sentence(session: TrainingSession) -> str:
    first, last = session.evaluations[0], session.evaluations[-1]
    optimizer = session.experiment.training.optimizer
    rate = smaller_rate(optimizer.kind, optimizer.learning_rate)
    template = translatable(
        "cli",
        "The network has diverged: its loss began at {first:.4g} and ended at {last:.4g}. The updates were "
        "too large and made it worse. Its numbers are still finite, but it has not learned. Try a smaller "
        "learning rate, such as {rate:g}.",
    )
    return localized(template, first=first.train_loss, last=last.train_loss, rate=rate)


def _died_sentence(event: LayerDied) -> str:
    template = translatable(
        "cli",
        "{layer} has died: at iteration {iteration:,} none of its units gives anything, no gradient passes "
        "it, and the loss stays flat. Start again with a smaller learning rate.",
    )
    # The engine numbers each kind of layer by itself.
    title, _, number = event.layer.rpartition(" ")
    return localized(template, layer=f"{word('layers', title)} {number}", iteration=event.iteration)


def _changed_sentence(event: SettingChanged) -> str:
    template = translatable("cli", "{setting} {new} from iteration {iteration:,} on; before, {old}.")
    name = setting_word(event.name)
    return localized(
        template,
        setting=f"{name[:1].upper()}{name[1:]}",
        new=event.new,
        iteration=event.iteration,
        old=event.old,
    )
