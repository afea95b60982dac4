"""The library that makes NumPy's matrix products, and its number of threads, by threadpoolctl."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

_VARIABLES = {
    "openblas": ("OPENBLAS_NUM_THREADS", "GOTO_NUM_THREADS", "OMP_NUM_THREADS"),
    "mkl": ("MKL_NUM_THREADS", "OMP_NUM_THREADS"),
    "blis": ("BLIS_NUM_THREADS", "OMP_NUM_THREADS"),
}


@dataclass(frozen=True, slots=True)
class MatrixLibrary:
    """`get` and `set` its number of threads, which is one for the whole process. To set it while a product
    runs is not safe with every library. `variables` of the environment set it when NumPy is imported, the
    first of them that is there."""

    title: str
    variables: tuple[str, ...]
    get: Callable[[], int]
    set: Callable[[int], None]


def find_matrix_library() -> MatrixLibrary | None:
    """That of NumPy, which must have been imported. None where its number of threads cannot be set, as with
    Apple's Accelerate."""
    import numpy as np  # noqa: F401  (loads the library)

    try:
        from threadpoolctl import ThreadpoolController
    except ModuleNotFoundError:  # in an environment of before: it works, as NumPy has it
        return None
    # Where several are loaded, NumPy's came first.
    for library in ThreadpoolController().select(user_api="blas").lib_controllers:
        title = f"{library.internal_api} {library.version or ''}".strip()
        variables = _VARIABLES.get(library.internal_api, ("OMP_NUM_THREADS",))
        return MatrixLibrary(title, variables, library.get_num_threads, library.set_num_threads)
    return None
