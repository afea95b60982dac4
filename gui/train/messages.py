"""What the message bar of the Train screen says, and what its button does: divergence, dead layers, faults,
and what is odd about the data.

The sentences are of `gui.trainer.messages`; here is when they come, when they go and what they offer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QObject, Slot

from core.data import Finding, Reading
from core.errors import LabError
from core.nn.optimizers import smaller_rate
from core.training.events import LayerDied
from gui.document.change import Change
from gui.document.network_on_table import NetworkOnTable
from gui.document.report import Ending
from gui.jobs.data_loader import DataLoader
from gui.language.messages import sentence
from gui.language.texts import Speaking
from gui.trainer.messages import death_advice, ending_message
from gui.widgets.fields.entries import write_number
from gui.widgets.message_bar import MessageBar


class TrainMessages(Speaking, QObject):
    """Fills `bar`. One message at a time: of a new run nothing older is shown."""

    def __init__(
        self,
        table: NetworkOnTable,
        try_rate: Callable[[float], None],
        bar: MessageBar,
        loader: DataLoader | None = None,
    ) -> None:
        super().__init__(bar)
        self._loader = loader
        self._table = table
        self._document = table.document
        self._try_rate = try_rate
        self._bar = bar
        self._say: Callable[[], None] | None = None
        self._of_data = False
        self._ending: Ending | None = None
        table.changed.connect(self._on_changed)
        bar.closed.connect(self._forget)
        if loader is not None:
            loader.progressed.connect(self._on_progressed)
        self._on_data_changed()

    def retranslate(self) -> None:
        """Say it again, in the language of the moment."""
        if self._say is not None:
            self._say()

    # When

    def _on_changed(self, what: Change) -> None:
        if Change.RUN in what:
            self._ending = None
            if not self._of_data:
                self._clear()
        if Change.REPORT in what and self._table.report is not None and self._table.report.died:
            died = self._table.report.died[0]
            self._show(lambda: self._say_died(died))
        if Change.REPORT in what and self._table.report is not None and self._table.report.stayed:
            stayed = self._table.report.stayed[0]
            self._show(lambda: self._bar.say("warning", sentence(stayed.said)))
        run = self._table.run
        if run is not None and run.ending is not self._ending:
            self._on_ended(run.ending)
        if Change.DATA in what:
            self._on_data_changed()

    def _on_ended(self, ending: Ending | None) -> None:
        self._ending = ending
        if ending is not None and ending.outcome in ("diverged", "failed"):
            self._show(lambda: self._say_ended(ending))

    def _on_data_changed(self) -> None:
        error = self._document.data_error
        if error is not None:
            self._show(lambda: self._say_data(error))
            self._of_data = True
        elif self._document.data is not None and self._document.data.findings:
            findings = self._document.data.findings
            self._show(lambda: self._say_findings(findings))
        elif self._of_data:
            self._clear()

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        self._show(lambda: self._say_progress(share))
        self._of_data = True

    # What

    def _say_died(self, died: LayerDied) -> None:
        self._bar.say("warning", death_advice(died), *self._rate_offer())

    def _say_ended(self, ending: Ending) -> None:
        run = self._table.run
        if run is None:
            return
        text = ending_message(ending, run)
        if ending.outcome == "diverged":
            self._bar.say("error", text, *self._rate_offer())
        else:
            self._bar.say("error", text)

    def _say_data(self, error: LabError) -> None:
        remedy = error.fields.get("remedy")
        if isinstance(remedy, Mapping):
            self._bar.say("error", sentence(error), self._remedy_text(remedy), lambda: self._mend(remedy))
        elif "again" in error.fields and self._loader is not None:
            self._bar.say("info", sentence(error), self.tr("Read again"), self._loader.reload)
        else:
            self._bar.say("error", sentence(error), self.tr("Use MNIST"), self._use_mnist)

    def _say_findings(self, findings: Sequence[Finding]) -> None:
        """All of them, with a button for the first that one click mends."""
        text = " ".join(sentence(finding) for finding in findings)
        remedy = next((finding.remedy for finding in findings if finding.remedy), None)
        if remedy is None:
            self._bar.say("info", text)
        else:
            self._bar.say("warning", text, self._remedy_text(remedy), lambda: self._mend(remedy))

    def _say_progress(self, share: float) -> None:
        loader = self._loader
        assert loader is not None
        name = Path(self._document.experiment.training.data_set).name
        text = self.tr("Reading {name}: {share} %").format(
            name=name, share=QLocale().toString(int(100 * share))
        )
        self._bar.say("info", text, self.tr("Stop"), loader.stop)

    def _remedy_text(self, remedy: Mapping[str, Any]) -> str:
        texts = {
            "pixel_max": self.tr("Scale to 255"),
            "is_turned": self.tr("Turn the images"),
            "leaves_out_broken": self.tr("Leave them out"),
        }
        return texts[next(iter(remedy))]

    def _mend(self, remedy: Mapping[str, Any]) -> None:
        config = self._document.experiment.training
        mended = replace(config, reading=replace(config.reading, **remedy))
        self._document.edit_training(mended, self._remedy_text(remedy))

    def _rate_offer(self) -> tuple[str, Callable[[], None] | None]:
        """A button that tries a smaller rate, from the one that the run was last given."""
        run = self._table.run
        if run is None:
            return "", None
        optimizer = run.in_force(run.log.last_iteration + 1).optimizer
        rate = smaller_rate(optimizer.kind, optimizer.learning_rate)
        text = self.tr("Try rate {rate}").format(rate=write_number(rate))
        return text, lambda: self._try_rate(rate)

    def _use_mnist(self) -> None:
        config = self._document.experiment.training
        self._document.edit_training(
            replace(config, data_set="mnist", reading=Reading()), self.tr("Data set")
        )

    def _show(self, say: Callable[[], None]) -> None:
        self._say = say
        self._of_data = False
        say()

    def _clear(self) -> None:
        self._forget()
        self._bar.clear()

    def _forget(self) -> None:
        self._say = None
        self._of_data = False
