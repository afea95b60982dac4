"""The data of the experiment on the table: read in the background, once, and again when others are named."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.data import DataSet, Progress, Reading, open_data_set
from core.errors import DataError
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from gui.document.change import Change
from gui.document.document import Document
from gui.jobs import data_loader
from gui.jobs.data_loader import DataLoader
from gui.jobs.jobs import Jobs

EXPERIMENT = Experiment(NetworkSpec(2, (LayerSpec("affine", 2),)), TrainingConfig("xor", batch_size=20))


class Opener:
    """Opens data sets and writes down which."""

    def __init__(self) -> None:
        self.opened: list[tuple[str, int]] = []
        self.readings: list[Reading] = []
        self.threads: list[threading.Thread] = []

    def __call__(self, name: str, seed: int, reading: Reading) -> Generator[Progress, None, DataSet]:
        self.opened.append((name, seed))
        self.readings.append(reading)
        self.threads.append(threading.current_thread())
        if name == "broken":
            raise RuntimeError("out of paper")
        if name == "endless":
            for done in range(10**9):
                yield Progress(done % 100, 100)
        return open_data_set("xor" if name == "mnist" else name, seed)


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.shutdown()


@pytest.fixture
def opener() -> Opener:
    return Opener()


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(EXPERIMENT)


@pytest.fixture
def loader(document: Document, jobs: Jobs, opener: Opener) -> DataLoader:
    return DataLoader(document, jobs, opener)


def name_data(document: Document, name: str, seed: int = 0) -> None:
    training = replace(document.experiment.training, data_set=name, seed=seed)
    document.edit_training(training, "Data")


def until_read(qtbot: QtBot, document: Document, do: Callable[[], None]) -> None:
    """Do it, and wait for the data that it names or for the reason why there are none."""

    def is_settled(what: Change) -> bool:
        return Change.DATA in what and (document.data is not None or document.data_error is not None)

    with qtbot.waitSignal(document.changed, check_params_cb=is_settled):
        do()


def data_name(document: Document) -> str | None:
    return document.data.name if document.data is not None else None


def test_data_are_read_in_another_thread(
    qtbot: QtBot, document: Document, loader: DataLoader, opener: Opener
) -> None:
    def start() -> None:
        loader.load()
        assert loader.is_loading
        assert document.data is None
        assert document.data_error is None

    until_read(qtbot, document, start)
    assert not loader.is_loading
    assert data_name(document) == "xor"
    assert threading.main_thread() not in opener.threads


def test_an_edit_of_something_else_reads_nothing_again(
    qtbot: QtBot, document: Document, loader: DataLoader, opener: Opener
) -> None:
    until_read(qtbot, document, loader.load)
    document.edit_training(replace(document.experiment.training, batch_size=50), "Batch")
    assert document.data is not None
    assert opener.opened == [("xor", 0)]


def test_another_name_brings_other_data_and_undo_brings_them_back(
    qtbot: QtBot, document: Document, loader: DataLoader, opener: Opener
) -> None:
    until_read(qtbot, document, loader.load)
    until_read(qtbot, document, lambda: name_data(document, "circles"))
    assert data_name(document) == "circles"
    until_read(qtbot, document, document.undo_stack.undo)
    assert data_name(document) == "xor"
    assert [name for name, _ in opener.opened] == ["xor", "circles", "xor"]


def test_a_new_seed_changes_computed_data_and_leaves_files_alone(
    qtbot: QtBot, document: Document, loader: DataLoader, opener: Opener
) -> None:
    until_read(qtbot, document, loader.load)
    until_read(qtbot, document, lambda: name_data(document, "xor", seed=1))
    until_read(qtbot, document, lambda: name_data(document, "mnist", seed=1))
    name_data(document, "mnist", seed=2)
    assert document.data is not None
    assert opener.opened == [("xor", 0), ("xor", 1), ("mnist", 0)]


def test_of_two_names_in_a_hurry_the_last_one_counts(
    qtbot: QtBot, document: Document, loader: DataLoader, jobs: Jobs
) -> None:
    def hurry() -> None:
        loader.load()
        name_data(document, "circles")
        name_data(document, "spirals")

    until_read(qtbot, document, hurry)
    assert data_name(document) == "spirals"
    jobs.shutdown()
    qtbot.wait(0)
    assert data_name(document) == "spirals"


def test_a_name_that_is_no_data_set_is_a_problem_in_a_sentence(
    qtbot: QtBot, document: Document, loader: DataLoader
) -> None:
    until_read(qtbot, document, lambda: name_data(document, "xorr"))
    assert isinstance(document.data_error, DataError)
    assert "Did you mean “xor”?" in str(document.data_error)
    assert document.problems == (document.data_error,)
    until_read(qtbot, document, lambda: name_data(document, "xor"))
    assert document.problems == ()
    assert document.data is not None


def test_a_fault_while_reading_is_a_problem_too(qtbot: QtBot, document: Document, loader: DataLoader) -> None:
    until_read(qtbot, document, lambda: name_data(document, "broken"))
    assert "out of paper" in str(document.data_error)


def test_a_folder_that_was_mended_can_be_read_again(
    qtbot: QtBot, document: Document, loader: DataLoader, opener: Opener
) -> None:
    until_read(qtbot, document, loader.load)
    until_read(qtbot, document, loader.reload)
    assert document.data is not None
    assert opener.opened == [("xor", 0), ("xor", 0)]


def read_otherwise(document: Document, **changes: Any) -> None:
    config = document.experiment.training
    document.edit_training(replace(config, reading=replace(config.reading, **changes)), "Reading")


def test_data_that_are_to_be_read_otherwise_are_read_again(
    qtbot: QtBot, document: Document, loader: DataLoader, opener: Opener
) -> None:
    until_read(qtbot, document, loader.load)
    until_read(qtbot, document, lambda: read_otherwise(document, pixel_max=16))
    assert opener.readings == [Reading(), Reading(pixel_max=16)]


def test_other_names_of_the_classes_read_nothing_again(
    qtbot: QtBot, document: Document, loader: DataLoader, opener: Opener
) -> None:
    until_read(qtbot, document, loader.load)
    until_read(qtbot, document, lambda: read_otherwise(document, class_names=("same", "other")))
    assert document.data is not None
    assert document.data.class_names == ("same", "other")
    assert len(opener.opened) == 1


def test_a_long_reading_tells_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot, document: Document, loader: DataLoader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data_loader, "PATIENCE", 0.0)
    with qtbot.waitSignal(loader.progressed) as told:
        name_data(document, "endless")
    assert told.args is not None
    assert 0 < told.args[0] <= 1
    loader.stop()
    assert not loader.is_loading
    assert str(document.data_error) == "The reading of endless was stopped."
