"""One-shot jobs: exactly one final message each, in the window's thread, and nothing from a job gone by."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread, Signal
from pytestqt.qtbot import QtBot

from adapters.threads import PRODUCTS
from gui.jobs.jobs import Job, Jobs
from tests.adapters.fake_library import Library, owner


class Heard(QObject):
    """Everything that a job's callables were called with."""

    came = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.results: list[Any] = []
        self.errors: list[BaseException] = []
        self.steps: list[Any] = []
        self.threads: set[QThread] = set()

    def done(self, result: Any) -> None:
        self.results.append(result)
        self._told()

    def failed(self, error: BaseException) -> None:
        self.errors.append(error)
        self._told()

    def progressed(self, step: Any) -> None:
        self.steps.append(step)
        self.threads.add(QThread.currentThread())

    def _told(self) -> None:
        self.threads.add(QThread.currentThread())
        self.came.emit()


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.shutdown()


@pytest.fixture
def heard(qapp: object) -> Heard:
    return Heard()


def run(qtbot: QtBot, jobs: Jobs, heard: Heard, work: Callable[[], Any]) -> None:
    with qtbot.waitSignal(heard.came):
        jobs.start("some", work, heard.done, heard.failed, heard.progressed)


def test_a_result_arrives_in_the_thread_of_the_window(qtbot: QtBot, jobs: Jobs, heard: Heard) -> None:
    threads: list[threading.Thread] = []

    def work() -> int:
        threads.append(threading.current_thread())
        return 42

    run(qtbot, jobs, heard, work)
    assert heard.results == [42]
    assert heard.errors == []
    assert heard.threads == {QThread.currentThread()}
    assert threads[0] is not threading.main_thread()
    assert not jobs.is_busy("some")


def test_an_exception_is_the_one_final_message(qtbot: QtBot, jobs: Jobs, heard: Heard) -> None:
    def work() -> None:
        raise ValueError("no such thing")

    run(qtbot, jobs, heard, work)
    assert [str(error) for error in heard.errors] == ["no such thing"]
    assert heard.errors[0].__traceback__ is not None
    assert heard.results == []


def test_even_what_is_no_ordinary_exception_ends_the_job(qtbot: QtBot, jobs: Jobs, heard: Heard) -> None:
    def work() -> None:
        raise SystemExit(3)

    run(qtbot, jobs, heard, work)
    assert isinstance(heard.errors[0], SystemExit)


def test_a_generator_tells_its_progress_in_order(qtbot: QtBot, jobs: Jobs, heard: Heard) -> None:
    def work() -> Generator[int, None, str]:
        yield from range(3)
        return "end"

    run(qtbot, jobs, heard, work)
    assert heard.steps == [0, 1, 2]
    assert heard.results == ["end"]
    assert heard.threads == {QThread.currentThread()}


def test_an_exception_after_progress_comes_through(qtbot: QtBot, jobs: Jobs, heard: Heard) -> None:
    def work() -> Generator[int, None, None]:
        yield 1
        raise OSError("disk full")

    run(qtbot, jobs, heard, work)
    assert heard.steps == [1]
    assert [str(error) for error in heard.errors] == ["disk full"]


def test_of_a_job_whose_place_was_taken_nothing_is_heard(qtbot: QtBot, jobs: Jobs, heard: Heard) -> None:
    older = Heard()
    release = threading.Event()

    def slow() -> str:
        release.wait(60)
        return "old"

    jobs.start("some", slow, older.done, older.failed)
    jobs.start("some", lambda: "new", heard.done, heard.failed)
    with qtbot.waitSignal(heard.came):
        release.set()
    jobs.shutdown()
    qtbot.wait(0)
    assert heard.results == ["new"]
    assert older.results == older.errors == []


def test_jobs_of_different_names_do_not_disturb_each_other(qtbot: QtBot, jobs: Jobs, heard: Heard) -> None:
    other = Heard()
    with qtbot.waitSignals([heard.came, other.came]):
        jobs.start("one", lambda: 1, heard.done, heard.failed)
        jobs.start("other", lambda: 2, other.done, other.failed)
    assert (heard.results, other.results) == ([1], [2])


def test_a_cancelled_generator_is_closed_and_unheard(qtbot: QtBot, jobs: Jobs, heard: Heard) -> None:
    started, closed = threading.Event(), threading.Event()

    def work() -> Generator[int, None, None]:
        try:
            while True:
                started.set()
                yield 1
        finally:
            closed.set()

    jobs.start("some", work, heard.done, heard.failed)
    assert started.wait(60)
    jobs.cancel("some")
    assert not jobs.is_busy("some")
    jobs.shutdown()
    assert closed.is_set()
    qtbot.wait(0)
    assert heard.results == heard.errors == []


def test_shutdown_waits_for_what_cannot_be_cancelled(jobs: Jobs, heard: Heard) -> None:
    finished: list[bool] = []
    jobs.start("some", lambda: finished.append(True), heard.done, heard.failed)
    jobs.shutdown()
    assert finished == [True]


def test_after_shutdown_no_thread_is_started(qtbot: QtBot, jobs: Jobs, heard: Heard) -> None:
    jobs.shutdown()
    jobs.start("some", lambda: "late", heard.done, heard.failed)
    assert not jobs.is_busy("some")
    qtbot.wait(0)
    assert heard.results == heard.errors == []


def test_a_callable_may_start_the_next_job_under_the_same_name(
    qtbot: QtBot, jobs: Jobs, heard: Heard
) -> None:
    def next_one(result: int) -> None:
        jobs.start("some", lambda: result + 1, heard.done, heard.failed)

    with qtbot.waitSignal(heard.came):
        jobs.start("some", lambda: 1, next_one, heard.failed)
    assert heard.results == [2]


def test_each_step_of_a_job_is_within_the_products(qtbot: QtBot, heard: Heard) -> None:
    """The number of threads can be changed between two steps."""
    library = Library()
    products = owner(library)
    seen: list[int] = []

    def work() -> Generator[int, None, None]:
        for step in range(3):
            products.want(2 + step)
            seen.append(library.number)
            yield step

    job = Job(1, work, products)
    job.progressed.connect(lambda _id, step: heard.progressed(step))
    with qtbot.waitSignal(job.ended):
        job.start()
    job.wait()
    assert seen == [1, 2, 3]
    assert library.number == 4


def test_what_is_done_at_once_is_within_the_products_too(jobs: Jobs) -> None:
    assert jobs.at_once(lambda: PRODUCTS._users) == 1
    with pytest.raises(ZeroDivisionError):
        jobs.at_once(lambda: 1 / 0)
    assert PRODUCTS._users == 0
