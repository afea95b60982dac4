"""What `train` prints: JSON lines for programs, or a table and a progress bar for people.

The session knows no clock; the time is taken here. Images a second count the time between updates, not that
of the evaluations.
"""

from __future__ import annotations

import json
import math
import sys
import time
from typing import Any

from cli import output
from core.nn.optimizers import smaller_rate
from core.training.events import Diverged, Evaluation, Event, Iteration, LayerDied
from core.training.session import TrainingSession

BAR_WIDTH = 28
REDRAW_SECONDS = 0.1


class Report:
    """Listens to the events of a session, and is told its end. Draws the progress bar on standard error."""

    def __init__(self, session: TrainingSession) -> None:
        self.session = session
        self._started = self._last_event = time.perf_counter()
        self._last_drawn = -math.inf
        self._training_seconds = 0.0
        self._iterations_at_epoch = 0
        self._is_terminal = sys.stderr.isatty()

    def event(self, event: Event) -> None:
        now = time.perf_counter()
        if isinstance(event, Iteration):
            self._training_seconds += now - self._last_event
            if now - self._last_drawn > (REDRAW_SECONDS if self._is_terminal else 10.0):
                self._last_drawn = now
                self._draw_bar(event)
        elif isinstance(event, Evaluation):
            self._clear_bar()
            epoch = event.iteration / self.session.iterations_per_epoch
            if epoch.is_integer():
                self.epoch(event, int(epoch), self._images_per_second(event.iteration))
        elif isinstance(event, Diverged):
            self._clear_bar()
            kind = self.session.experiment.training.optimizer.kind
            output.tell(_diverged_sentence(event, smaller_rate(kind, event.learning_rate)))
        elif isinstance(event, LayerDied):
            self._clear_bar()
            output.tell(_died_sentence(event))
        self._last_event = now

    def end(self, outcome: str) -> None:
        """The last line. The test accuracy is that of the network as it is now, evaluated if it was not."""
        self._clear_bar()
        session = self.session
        evaluations = session.evaluations
        if outcome != "failed" and (not evaluations or evaluations[-1].iteration != session.iteration):
            for _ in session.evaluate():
                pass
        current = outcome != "failed" and session.evaluations
        accuracy = session.evaluations[-1].test_accuracy if current else None
        self.ended(outcome, accuracy, time.perf_counter() - self._started)

    def epoch(self, evaluation: Evaluation, epoch: int, images_per_second: float | None) -> None:
        raise NotImplementedError

    def ended(self, outcome: str, test_accuracy: float | None, seconds: float) -> None:
        raise NotImplementedError

    def _images_per_second(self, iteration: int) -> float | None:
        images = (iteration - self._iterations_at_epoch) * self.session.experiment.training.batch_size
        seconds, self._training_seconds = self._training_seconds, 0.0
        self._iterations_at_epoch = iteration
        return images / seconds if images and seconds else None

    def _draw_bar(self, event: Iteration) -> None:
        total = self.session.total_iterations
        share = event.iteration / total
        filled = round(BAR_WIDTH * share)
        elapsed = time.perf_counter() - self._started
        left = elapsed / share - elapsed
        bar = "█" * filled + "░" * (BAR_WIDTH - filled)
        text = f"{bar} {event.iteration:,} / {total:,}  loss {event.loss:.4f}  {left:.0f} s left"
        if self._is_terminal:
            output.tell(f"\r\x1b[K{text}", end="")
        else:
            output.tell(text)

    def _clear_bar(self) -> None:
        if self._is_terminal:
            output.tell("\r\x1b[K", end="")


class JsonReport(Report):
    """One object a line on standard output. A figure that does not exist is null."""

    def epoch(self, evaluation: Evaluation, epoch: int, images_per_second: float | None) -> None:
        figures = {name: getattr(evaluation, name) for name in evaluation.__slots__ if name != "epoch"}
        _print_json({"event": "epoch", "epoch": epoch, **figures, "images_per_second": images_per_second})

    def ended(self, outcome: str, test_accuracy: float | None, seconds: float) -> None:
        end = {"event": "end", "outcome": outcome, "iterations": self.session.iteration}
        _print_json({**end, "test_accuracy": test_accuracy, "seconds": seconds})


class TextReport(Report):
    """A table, one line an epoch."""

    def __init__(self, session: TrainingSession) -> None:
        super().__init__(session)
        columns = ("epoch", "iteration", "train loss", "train acc.", "test acc.", "images/s")
        print("".join(f"{column:>12}" for column in columns), flush=True)

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

    def ended(self, outcome: str, test_accuracy: float | None, seconds: float) -> None:
        accuracy = "" if test_accuracy is None else f", test accuracy {_percent(test_accuracy)}"
        print(f"{outcome} after {self.session.iteration:,} iterations, {seconds:.1f} s{accuracy}", flush=True)


def _print_json(values: dict[str, Any]) -> None:
    finite = {
        key: None if isinstance(value, float) and not math.isfinite(value) else value
        for key, value in values.items()
    }
    print(json.dumps(finite), flush=True)


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.2f} %"


def _diverged_sentence(event: Diverged, rate: float) -> str:
    return (
        f"The network has diverged at iteration {event.iteration:,} (loss {event.loss:g}): its numbers grew "
        f"too large. Its last finite weights are kept. Try a smaller learning rate, such as {rate:g}."
    )


def _died_sentence(event: LayerDied) -> str:
    return (
        f"{event.layer} has died: at iteration {event.iteration:,} none of its units gives anything, no "
        "gradient passes it, and the loss stays flat. Start again with a smaller learning rate."
    )
