"""A store of version 1 is read as ever."""

from __future__ import annotations

from pathlib import Path

from core.store.store import RunStore
from core.training.checkpoint import load_checkpoint
from tests.core.store.processes import contents
from tests.core.store.version_1 import ID, write_store


def test_it_is_read_with_all_that_it_has(tmp_path: Path) -> None:
    folder = tmp_path / "runs"
    write_store(folder)
    before, store = contents(folder), RunStore(folder)
    listing = store.listing()
    (run,) = listing.runs
    assert (run.id, listing.limit, listing.problems) == (ID, 123456789, ())
    record, checkpoint = run.record, load_checkpoint(store.path(ID))
    assert (record.name, record.note, record.pinned) == ("넓은 신경망", "a note", True)
    assert (record.outcome, record.iteration, record.total_iterations) == ("stopped", 8, 18)
    assert (record.test_loss, record.test_accuracy) == (0.785, 0.499)
    assert record.experiment == checkpoint.experiment
    assert contents(folder) == before
    store.edit(ID, name="renamed")
    assert store.listing().runs[0].record.note == "a note"
