"""The number of threads in NumPy's matrix products: who may change it, when, and how a training chooses it.

The number is one for the whole process. `PRODUCTS` is its only owner: it changes it while no thread of the
program is within a product. What a person asked for comes first, then what a variable of the environment
says; else a training measures, and all others use what it has found.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from adapters.matrix_library import MatrixLibrary, find_matrix_library
from adapters.processors import granted_processors
from core.errors import ConfigError, translatable
from core.training.events import Event, Iteration
from core.training.session import TrainingSession
from core.training.threads import ThreadChooser, ThreadsInUse

PATIENCE_S = 0.005
"""How long a change waits for the products of others. One that takes longer puts the change off."""

BREATH_S = 0.05
"""How often a training leaves its products for a moment, so that the number can be changed."""


class ProductThreads:
    """The number of threads, and who is within a product.

    A thread makes its products between `enter` and `leave`, or within `products()`. `ask` and `want` say what
    the number should be: it becomes that as soon as nobody is within. Who comes meanwhile waits for it, at
    most `PATIENCE_S`, so that it is not put off for ever by many who come and go.
    """

    def __init__(
        self,
        find: Callable[[], MatrixLibrary | None] = find_matrix_library,
        environment: Mapping[str, str] = os.environ,
        processors: Callable[[], int] = granted_processors,
    ) -> None:
        self.asked: int | None = None
        self._find = find
        self._environment = environment
        self._processors = processors
        self._is_found = False
        self._library: MatrixLibrary | None = None
        self._variable: str | None = None
        self._most = self._number = self._wanted = self._begun_with = 1
        self._users = 0
        self._free = threading.Condition()

    @property
    def can_be_steered(self) -> bool:
        return self._found() is not None

    @property
    def in_use(self) -> ThreadsInUse | None:
        """None where the library cannot be steered: nobody knows."""
        if self._found() is None:
            return None
        if self.asked is not None:
            return ThreadsInUse(self._number, self._most, "fixed")
        return ThreadsInUse(self._number, self._most, "auto" if self._variable is None else "environment")

    @property
    def variable(self) -> str | None:
        """The variable of the environment by which the person has set the number, if there is one."""
        self._found()
        return self._variable

    @property
    def library(self) -> str:
        """Name and version of the matrix library; empty where it cannot be steered."""
        library = self._found()
        return library.title if library is not None else ""

    @property
    def is_automatic(self) -> bool:
        return self.asked is None and self.can_be_steered and self._variable is None

    def ask(self, number: int | None) -> None:
        """A person's choice: a number, or None for the automatic one. ConfigError, field `threads`, for a
        number below 1, and for any where the library cannot be steered."""
        library = self._found()
        if number is not None:
            if number < 1:
                template = translatable("errors", "Take 1 thread or more, or “auto”.")
                raise ConfigError(template, field="threads")
            if library is None:
                template = translatable(
                    "errors",
                    "NumPy's matrix library does not let its threads be set here: leave the number out.",
                )
                raise ConfigError(template, field="threads")
        with self._free:
            self.asked = number
            if number is not None:
                self._change(number)
            elif self._variable is not None:
                self._change(self._begun_with)

    def want(self, number: int) -> None:
        """What a training has found, to be the number as soon as no product is under way; at once if none is.
        What a person has asked for goes before it."""
        with self._free:
            if self.asked is None:
                self._change(number)

    def enter(self) -> int:
        """A product, or many, may follow in this thread. How many threads they use."""
        self._found()
        with self._free:
            if self._number != self._wanted:
                self._free.wait_for(self._is_settled, PATIENCE_S)
                if self._users == 0:
                    self._apply()
            self._users += 1
            return self._number

    def leave(self) -> None:
        with self._free:
            self._users -= 1
            if self._users == 0:
                self._apply()
                self._free.notify_all()

    @contextmanager
    def products(self) -> Iterator[None]:
        self.enter()
        try:
            yield
        finally:
            self.leave()

    def _change(self, number: int) -> None:
        self._wanted = number
        if self._users == 0:
            self._apply()

    def _is_settled(self) -> bool:
        return self._users == 0 or self._number == self._wanted

    def _apply(self) -> None:
        if self._number != self._wanted and self._library is not None:
            self._library.set(self._wanted)
            self._number = self._wanted = self._library.get()

    def _found(self) -> MatrixLibrary | None:
        """The library, looked for when it is first needed."""
        if not self._is_found:
            with self._free:
                if not self._is_found:
                    self._library = self._find()
                    self._most = self._processors()
                    if self._library is not None:
                        given = (name for name in self._library.variables if self._environment.get(name))
                        self._variable = next(given, None)
                        self._number = self._begun_with = self._library.get()
                        # Until a training has measured: one thread is never far from the best.
                        self._wanted = self._number if self._variable is not None else 1
                    self._is_found = True
        return self._library


PRODUCTS = ProductThreads()
"""The one owner of the number in this process."""


class TrainingThreads:
    """What whoever drives a session does about the number of threads: `with TrainingThreads(session): …`, and
    within it `happened` with each event, or what it does. Where the choice is automatic a
    `ThreadChooser` makes it; a person may change between both while the session runs."""

    def __init__(
        self,
        session: TrainingSession,
        products: ProductThreads = PRODUCTS,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._session = session
        self._products = products
        self._clock = clock
        self._chooser: ThreadChooser | None = None
        self._breath = 0.0

    def __enter__(self) -> TrainingThreads:
        self.enter()
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()

    def enter(self) -> None:
        """Begin, or go on after a pause."""
        now = self._clock()
        if self._chooser is not None and self._products.is_automatic:
            self._products.want(self._chooser.threads)
        self._products.enter()
        self._follow(now)
        self.resume(now)

    def leave(self) -> None:
        """Pause, or end: others may change the number."""
        self._products.leave()

    def happened(self, event: Event) -> None:
        """Any event of the session, as it comes."""
        if type(event) is Iteration:
            self.iterated(self._clock())
        else:
            self.resume(self._clock())

    def resume(self, now: float) -> None:
        """The time since the last event was not spent on an iteration."""
        if self._chooser is not None:
            self._chooser.resume(now)

    def iterated(self, now: float) -> None:
        """An iteration was made. The path that is taken thousands of times a second."""
        if (self._chooser is not None and self._chooser.iterated(now)) or now >= self._breath:
            self._breathe(now)

    def _breathe(self, now: float) -> None:
        products = self._products
        chooser = self._chooser if products.is_automatic else None
        if chooser is not None:
            products.want(chooser.threads)
        products.leave()
        number = products.enter()
        if chooser is not None and number != chooser.threads:
            chooser.refuse(now)
            products.want(chooser.threads)
        self._follow(now)

    def _follow(self, now: float) -> None:
        """Take up what a person has chosen, and tell the session what its products use."""
        products = self._products
        self._breath = now + BREATH_S
        used = products.in_use
        if not products.is_automatic:
            self._chooser = None
        elif self._chooser is None and used is not None:
            self._chooser = ThreadChooser(used.most, now, used.number)
        if used is not None:
            self._session.threads.use(used.number, self._session.iteration)
