"""One-shot jobs off the window's thread: reading a data set, writing a file.

A job is a plain function, or a generator whose yields are its progress and the places where it can be
cancelled. It ends with exactly one message. It knows no widget; training has a worker of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from PySide6.QtCore import QObject, QThread, Signal, Slot

from adapters.threads import PRODUCTS, ProductThreads

Result = TypeVar("Result")
Work = Callable[[], Any]
"""Called in the job's thread. What it returns is the result; what a generator returns at its end likewise."""


@dataclass(frozen=True, slots=True, eq=False)
class JobEnding:
    """The last message of job `job_id`: its result, or the exception that ended it, or neither."""

    job_id: int
    outcome: Literal["done", "failed", "cancelled"]
    result: Any = None
    error: BaseException | None = None


class Job(QThread):
    """Runs `work` once. Whatever it is, it may make matrix products: their number of threads does not change
    within it, or within one step of a generator."""

    progressed = Signal(int, object)  # job id, what the generator yielded
    ended = Signal(object)  # JobEnding

    def __init__(self, job_id: int, work: Work, products: ProductThreads = PRODUCTS) -> None:
        super().__init__()
        self.job_id = job_id
        self._work = work
        self._products = products
        self._cancelled = False

    def cancel(self) -> None:
        """Stop at the next yield. A result that comes all the same is dropped."""
        self._cancelled = True

    def run(self) -> None:
        try:
            with self._products.products():
                result = self._work()
            if isinstance(result, Generator):
                result = self._drain(result)
            ending = JobEnding(self.job_id, "done", result)
        except BaseException as error:  # whatever it is, the window must hear that the job is over
            ending = JobEnding(self.job_id, "failed", error=error)
        self.ended.emit(JobEnding(self.job_id, "cancelled") if self._cancelled else ending)

    def _drain(self, steps: Generator[Any, None, Any]) -> Any:
        while not self._cancelled:
            try:
                with self._products.products():
                    step = next(steps)
            except StopIteration as end:
                return end.value
            self.progressed.emit(self.job_id, step)
        steps.close()
        return None


@dataclass(slots=True, eq=False)
class _Slot:
    """The newest job under a name, and who wants to hear of it."""

    job: Job
    done: Callable[[Any], None]
    failed: Callable[[BaseException], None]
    progressed: Callable[[Any], None] | None


class Jobs(QObject):
    """Starts jobs and hands their messages to callables, in the window's thread. Under one name there is one
    job: a newer one takes the older one's place, of which nothing is heard any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest: dict[str, _Slot] = {}
        self._running: dict[int, Job] = {}
        self._count = 0
        self._is_shut_down = False

    def start(
        self,
        name: str,
        work: Work,
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
        progressed: Callable[[Any], None] | None = None,
    ) -> None:
        """Run `work`; then either `done` with its result or `failed` with its exception. After `shutdown`
        nothing is started: no one would wait for its thread."""
        if self._is_shut_down:
            return
        self.cancel(name)
        self._count += 1
        job = Job(self._count, work)
        job.progressed.connect(self._on_progressed)
        job.ended.connect(self._on_ended)
        self._running[job.job_id] = job
        self._newest[name] = _Slot(job, done, failed, progressed)
        job.start()

    def at_once(self, work: Callable[[], Result]) -> Result:
        """What is a matter of one frame, here and now; like a job within the matrix products."""
        with PRODUCTS.products():
            return work()

    def is_busy(self, name: str) -> bool:
        return name in self._newest

    def cancel(self, name: str) -> None:
        """Let the job of this name end unheard, as soon as it can."""
        slot = self._newest.pop(name, None)
        if slot is not None:
            slot.job.cancel()

    def shutdown(self) -> None:
        """Cancel what can be cancelled, wait for the rest; no thread is left and nothing is told any more.
        A file that is being written is written to its end."""
        self._is_shut_down = True
        for name in list(self._newest):
            self.cancel(name)
        for job in self._running.values():
            job.wait()
        self._running.clear()

    @Slot(int, object)
    def _on_progressed(self, job_id: int, step: Any) -> None:
        for slot in list(self._newest.values()):
            if slot.job.job_id == job_id and slot.progressed is not None:
                slot.progressed(step)

    @Slot(object)
    def _on_ended(self, ending: JobEnding) -> None:
        job = self._running.pop(ending.job_id, None)
        if job is None:
            return
        job.wait()  # it has nothing left to do
        for name, slot in list(self._newest.items()):
            if slot.job is job:
                del self._newest[name]
                if ending.error is not None:
                    slot.failed(ending.error)
                else:
                    slot.done(ending.result)
