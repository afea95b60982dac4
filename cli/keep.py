"""The store of runs, for the commands: `runs` looks into it, `train --keep` puts a run there.

What stands in the store is known by `core.store` alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from cli import output
from core.errors import LabError, StoreError, translatable
from core.language import localized, sentence
from core.store.folder import runs_folder
from core.store.record import one_line
from core.store.store import RunStore
from core.training.checkpoint import Checkpoint


@dataclass(frozen=True, slots=True)
class Keeping:
    """The run under its name, and its id in the store; None: it could not be kept."""

    name: str
    id: str | None = None


def store_of_runs() -> RunStore:
    """That of the person; StoreError for one without a home."""
    folder = runs_folder()
    if folder is None:
        raise StoreError(
            translatable(
                "errors", "There is no home folder, and so no runs: set HOME to yours, then try again."
            )
        )
    return RunStore(folder)


def keep(store: RunStore, name: str, checkpoint: Checkpoint, outcome: str) -> Keeping:
    """Keep the run. Which older ones had to go for it, or why it is not kept, is told."""
    try:
        kept, gone = store.keep(checkpoint, one_line(name), outcome)
    except LabError as error:
        output.tell(f"backprop-lab train: {sentence(error)}")
        return Keeping(name)
    if gone:
        names = ", ".join(run.record.name for run in gone)
        output.tell(
            localized(
                translatable("cli", "To stay within the limit, the oldest runs went: {names}."), names=names
            )
        )
    return Keeping(kept.record.name, kept.id)
