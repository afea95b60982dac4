"""A matrix library that only remembers its number of threads, and an owner of it. Not a test itself."""

from __future__ import annotations

from adapters.matrix_library import MatrixLibrary
from adapters.threads import ProductThreads


class Library:
    """Begins with as many threads as there are cores, and notices a change within a product."""

    def __init__(self, number: int = 4, most: int = 64) -> None:
        self.number = number
        self.most = most
        self.set_to: list[int] = []
        self.within = 0

    def set(self, number: int) -> None:
        assert self.within == 0, "changed while a product runs"
        self.number = min(number, self.most)
        self.set_to.append(number)

    def handle(self) -> MatrixLibrary:
        return MatrixLibrary("fake 1.0", ("FAKE_THREADS", "OMP_NUM_THREADS"), lambda: self.number, self.set)


def owner(library: Library, processors: int = 4, **environment: str) -> ProductThreads:
    return ProductThreads(library.handle, environment, lambda: processors)
