"""A run in a few words: its network, its optimizer, its result; and its whole configuration, line by line."""

from __future__ import annotations

from PySide6.QtCore import QObject

from core.nn.optimizers import USED_SETTINGS
from core.nn.spec import NetworkSpec
from core.store.record import RunRecord
from core.training.config import Experiment, TrainingConfig
from core.training.thread_record import usual
from gui.document.run import Run
from gui.language.numbers import count, number, percent
from gui.language.texts import Speaking
from gui.train import terms
from gui.train.amounts import epochs, iterations
from gui.train.form import config_edits
from gui.train.form.texts import FormTexts

_SETTINGS = ("batch_size", "sampling", "schedule", "weight_decay", "seed")


class RunSummary(Speaking, QObject):
    """The summary of a run, in the current language."""

    def network(self, spec: NetworkSpec) -> str:
        """784-80-10, ReLU"""
        widths = [spec.input_size] + [layer.units for layer in spec.layers if layer.has("units")]
        kinds = dict.fromkeys(layer.kind for layer in spec.layers if not layer.has("units"))
        titles = [terms.LAYERS[kind].title for kind in kinds]
        return ", ".join(["-".join(map(str, widths)), *titles])

    def optimizer(self, config: TrainingConfig) -> str:
        """SGD 0.1"""
        title = terms.OPTIMIZERS[config.optimizer.kind].title
        return f"{title} {number(config.optimizer.learning_rate)}"

    def optimizer_of(self, run: Run) -> str:
        """SGD 0.1 → 0.5, where the rate or the optimizer was changed on the way"""
        first, last = run.in_force(0), run.in_force(run.log.last_iteration)
        if first.optimizer.kind != last.optimizer.kind:
            return f"{self.optimizer(first)} → {self.optimizer(last)}"
        if first.optimizer.learning_rate != last.optimizer.learning_rate:
            return f"{self.optimizer(first)} → {number(last.optimizer.learning_rate)}"
        return self.optimizer(first)

    def _optimizer_whole(self, config: TrainingConfig) -> str:
        """Adam 0.001 (β₁ 0.9 · β₂ 0.999 · ε 1e−8)"""
        constants = FormTexts().constants(config.optimizer, USED_SETTINGS[config.optimizer.kind])
        parts = [constants] if constants else []
        if config_edits.counts(config, "fold_bias_correction") and config.optimizer.fold_bias_correction:
            parts.append(self.tr("bias correction in the rate"))
        return f"{self.optimizer(config)} ({', '.join(parts)})" if parts else self.optimizer(config)

    def iterations(self, run: Run) -> str:
        return count(run.log.last_iteration)

    def accuracy(self, run: Run) -> str:
        """The newest test accuracy; where there is none, the loss, and said so."""
        if not run.log.evaluations:
            return ""
        last = run.log.evaluations[-1]
        if last.test_accuracy is not None:
            return percent(last.test_accuracy, 2)
        loss = last.train_loss if last.test_loss is None else last.test_loss
        return self.tr("loss {loss}").format(loss=number(loss))

    def kept_accuracy(self, record: RunRecord) -> str:
        """The same of a run of which its record alone is at hand."""
        if record.test_accuracy is not None:
            return percent(record.test_accuracy, 2)
        loss = record.train_loss if record.test_loss is None else record.test_loss
        return "" if loss is None else self.tr("loss {loss}").format(loss=number(loss))

    def outcome(self, run: Run) -> str:
        if run.outcome is None:
            return self.tr("under way")
        return terms.OUTCOMES[run.outcome].title

    def whole(self, run: Run) -> str:
        """Everything the run was started with, and what it used since, a line each."""
        return "\n".join([*self.settings(run.experiment), *self._of_its_time(run)])

    def settings(self, experiment: Experiment) -> list[str]:
        """Everything that a run is started with, a line each."""
        config, texts = experiment.training, FormTexts()
        data = terms.DATA_SETS.get(config.data_set)
        length = (epochs if config.length_unit == "epochs" else iterations)(config.length)
        lines = [
            f"{texts.label('data_set')}: {data.title if data is not None else config.data_set}",
            self.tr("Network: {network}").format(network=self.network(experiment.network)),
            f"{texts.label('optimizer')}: {self._optimizer_whole(config)}",
            f"{texts.label('length')}: {length}",
        ]
        lines += [f"{texts.label(name)}: {texts.value(config, name)}" for name in _SETTINGS]
        if config.evaluate_on:
            lines.append(f"{texts.label('evaluate_on')}: {count(config.evaluate_on)}")
        return lines

    def _of_its_time(self, run: Run) -> list[str]:
        """The threads of its matrix products, and the share of its time that evaluations took."""
        lines, threads, log = [], run.threads, run.log
        if len(threads) == 1:
            lines.append(self.tr("Threads: {number}").format(number=next(iter(threads))))
        elif threads:
            shares = [
                self.tr("{number} ({iterations} iterations)").format(number=number, iterations=count(made))
                for number, made in sorted(threads.items())
            ]
            text = self.tr("Threads: {numbers}; with {number} alone the run can be repeated bit for bit")
            lines.append(text.format(numbers=", ".join(shares), number=usual(threads)))
        if log.evaluation_share is not None:
            share = percent(log.evaluation_share, 0)
            lines.append(self.tr("Evaluations: {share} of the time").format(share=share))
        return lines
