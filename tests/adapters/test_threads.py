"""Who may change the number of threads, and when: with a library that only remembers."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

from adapters.matrix_library import find_matrix_library
from adapters.processors import granted_processors
from adapters.threads import PRODUCTS, ProductThreads, TrainingThreads
from core.data import open_data_set
from core.errors import ConfigError
from core.nn.layer_text import parse_layers
from core.training.config import Experiment, TrainingConfig
from core.training.events import Evaluation, Iteration
from core.training.session import TrainingSession
from core.training.thread_record import usual
from tests.adapters.fake_library import Library, owner


def test_until_a_training_has_measured_it_is_one() -> None:
    library = Library()
    products = owner(library)
    with products.products():
        assert library.number == 1
    assert products.is_automatic
    assert products.in_use is not None
    assert (products.in_use.number, products.in_use.most, products.in_use.by) == (1, 4, "auto")


def test_a_number_that_is_asked_for_stays() -> None:
    library = Library()
    products = owner(library)
    products.ask(3)
    assert library.number == 3
    assert products.in_use is not None
    assert products.in_use.by == "fixed"
    assert not products.is_automatic


def test_a_variable_of_the_environment_is_respected() -> None:
    library = Library(number=2)
    products = owner(library, FAKE_THREADS="2")
    with products.products():
        pass
    assert library.set_to == []
    assert products.variable == "FAKE_THREADS"
    assert not products.is_automatic
    assert products.in_use is not None
    assert (products.in_use.number, products.in_use.by) == (2, "environment")


def test_what_a_training_wants_comes_after_what_a_person_asked_for() -> None:
    library = Library()
    products = owner(library)
    products.ask(3)
    products.want(2)
    assert library.number == 3
    products.ask(None)
    products.want(2)
    assert library.number == 2


def test_a_variable_of_another_library_says_nothing() -> None:
    assert owner(Library(), MKL_NUM_THREADS="2", FAKE_THREADS="").is_automatic


def test_a_number_goes_before_a_variable_and_leaves_it_again() -> None:
    library = Library(number=2)
    products = owner(library, OMP_NUM_THREADS="2")
    products.ask(3)
    assert library.number == 3
    products.ask(None)
    assert library.number == 2


def test_more_than_the_library_has_is_what_it_has() -> None:
    library = Library(most=64)
    products = owner(library)
    products.ask(1_000)
    assert products.in_use is not None
    assert products.in_use.number == 64


def test_no_thread_is_an_error() -> None:
    with pytest.raises(ConfigError, match="1 thread or more"):
        owner(Library()).ask(0)


def test_a_library_that_cannot_be_steered_is_left_alone() -> None:
    products = ProductThreads(lambda: None, {}, lambda: 4)
    assert not products.can_be_steered
    assert products.in_use is None
    assert not products.is_automatic
    with products.products():
        products.want(3)
    products.ask(None)
    with pytest.raises(ConfigError, match="leave the number out"):
        products.ask(2)


def test_a_change_waits_until_no_product_runs() -> None:
    library = Library()
    products = owner(library)
    products.enter()
    products.want(2)
    assert library.number == 1
    products.enter()  # waits a moment, in vain
    assert library.number == 1
    products.leave()
    assert library.number == 1
    products.leave()
    assert library.number == 2


def test_who_comes_while_a_change_waits_lets_it_be_made() -> None:
    """One thread is within a product; another one comes: it is let in after the change, not before."""
    library = Library()
    products = ProductThreads(library.handle, {}, lambda: 4)
    products.enter()
    products.want(2)
    entered = threading.Event()
    seen: list[int] = []

    def come() -> None:
        entered.set()
        seen.append(products.enter())
        products.leave()

    other = threading.Thread(target=come)
    other.start()
    entered.wait()
    products.leave()
    other.join()
    assert seen == [2]


def session() -> TrainingSession:
    network = parse_layers("affine:4,relu,affine:2,softmax", 2)
    return TrainingSession(Experiment(network, TrainingConfig(data_set="xor")), open_data_set("xor", 0))


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def drive(threads: TrainingThreads, library: Library, clock: Clock, iterations: int) -> None:
    """Iterations on a free machine."""
    for number in range(iterations):
        library.within += 1
        clock.now += 0.001 * (0.5 + 0.5 / library.number)
        library.within -= 1
        threads._session.iteration += 1
        threads.happened(Iteration(number, 0.5))


def test_a_training_finds_the_number_and_leaves_it_to_others() -> None:
    library, clock, trained = Library(), Clock(), session()
    products = owner(library)
    with TrainingThreads(trained, products, clock) as threads:
        drive(threads, library, clock, 1_000)
    assert library.number == 4
    made = trained.threads.iterations(trained.iteration)
    assert set(made) == {1, 2, 4}
    assert sum(made.values()) == 1_000
    assert products.enter() == 4
    products.leave()


def test_a_fixed_number_is_never_changed_by_a_training() -> None:
    library, clock, trained = Library(), Clock(), session()
    products = owner(library)
    products.ask(2)
    library.set_to.clear()
    with TrainingThreads(trained, products, clock) as threads:
        drive(threads, library, clock, 1_000)
    assert library.set_to == []
    assert trained.threads.iterations(trained.iteration) == {2: 1_000}


def test_a_person_may_change_their_mind_while_it_runs() -> None:
    library, clock, trained = Library(), Clock(), session()
    products = owner(library)
    with TrainingThreads(trained, products, clock) as threads:
        products.ask(3)
        drive(threads, library, clock, 200)
        assert library.number == 3
        products.ask(None)
        drive(threads, library, clock, 2_000)
    made = trained.threads.iterations(trained.iteration)
    assert made[3] > 100
    assert usual(made) == 4


def test_a_prediction_beside_a_training_is_never_within_a_change() -> None:
    """It makes its products in another thread all the while; the fake library notices a change within one."""
    library, clock, trained = Library(), Clock(), session()
    products = owner(library)
    stop = threading.Event()
    failed: list[BaseException] = []

    def predict() -> None:
        try:
            while not stop.is_set():
                with products.products():
                    library.within += 1
                    before = library.number
                    sum(range(200))
                    assert library.number == before
                    library.within -= 1
        except BaseException as error:
            failed.append(error)

    other = threading.Thread(target=predict)
    other.start()
    with TrainingThreads(trained, products, clock) as threads:
        for number in range(2_000):
            clock.now += 0.001 * (0.5 + 0.5 / library.number)
            trained.iteration += 1
            threads.happened(Iteration(number, 0.5))
    stop.set()
    other.join()
    assert not failed
    assert len(library.set_to) > 2


def test_a_long_product_of_others_puts_the_look_off() -> None:
    library, clock, trained = Library(), Clock(), session()
    products = owner(library)
    products.enter()
    with TrainingThreads(trained, products, clock) as threads:
        drive(threads, library, clock, 300)
        assert library.number == 1
        products.leave()
        drive(threads, library, clock, 3_000)
    assert library.number == 4


def test_a_pause_lets_others_change_the_number() -> None:
    library, clock, trained = Library(), Clock(), session()
    products = owner(library)
    with TrainingThreads(trained, products, clock) as threads:
        drive(threads, library, clock, 10)
        threads.leave()
        products.ask(3)
        assert library.number == 3
        threads.enter()
        drive(threads, library, clock, 10)
    assert trained.threads.iterations(20) == {1: 10, 3: 10}


def test_evaluations_are_not_taken_for_iterations() -> None:
    library, clock, trained = Library(), Clock(), session()
    with TrainingThreads(trained, owner(library), clock) as threads:
        for _ in range(100):
            drive(threads, library, clock, 20)
            clock.now += 0.5
            threads.happened(Evaluation(1, 1.0, 0.5, 0.5, 0.5, 0.5))
    assert library.number == 4


def test_the_library_of_numpy_obeys() -> None:
    """Whichever it is, if threadpoolctl knows it."""
    library = find_matrix_library()
    if library is None:
        pytest.skip("this NumPy chooses for itself")
    before = library.get()
    try:
        library.set(2)
        assert library.get() == 2
        assert np.array_equal(np.eye(300) @ np.full((300, 300), 3.0), np.full((300, 300), 3.0))
    finally:
        library.set(before)


def test_the_tests_run_on_one_thread() -> None:
    with PRODUCTS.products():
        pass
    if PRODUCTS.can_be_steered:
        assert PRODUCTS.variable == "OPENBLAS_NUM_THREADS" or PRODUCTS.asked == 1


# --- processors ---------------------------------------------------------------------------------------------


def control_group(root: Path, line: str, folder: str, **files: str) -> Path:
    (root / "proc/self").mkdir(parents=True, exist_ok=True)
    (root / "proc/self/cgroup").write_text(line + "\n", encoding="utf-8")
    place = root / "sys/fs/cgroup" / folder
    place.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (place / name.replace("__", ".")).write_text(text + "\n", encoding="ascii")
    return root


@pytest.fixture(autouse=True)
def many_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(64)), raising=False)


def test_all_cores_where_nobody_says_otherwise(tmp_path: Path) -> None:
    assert granted_processors(tmp_path) == 64
    assert granted_processors(control_group(tmp_path, "0::/", ".", cpu__max="max 100000")) == 64


def test_a_quota_of_a_container(tmp_path: Path) -> None:
    """Its path is one of outside: what is mounted is its own group."""
    group = control_group(tmp_path, "0::/system.slice/docker-1.scope", ".", cpu__max="200000 100000")
    assert granted_processors(group) == 2


def test_a_quota_of_a_group_above(tmp_path: Path) -> None:
    control_group(tmp_path, "0::/user/one", "user", cpu__max="350000 100000")
    assert granted_processors(control_group(tmp_path, "0::/user/one", "user/one", cpu__max="max 100000")) == 3


def test_a_quota_of_version_1(tmp_path: Path) -> None:
    group = control_group(
        tmp_path,
        "4:cpu,cpuacct:/box",
        "cpu,cpuacct/box",
        cpu__cfs_quota_us="150000",
        cpu__cfs_period_us="50000",
    )
    assert granted_processors(group) == 3


def test_less_than_one_processor_is_one(tmp_path: Path) -> None:
    assert granted_processors(control_group(tmp_path, "0::/", ".", cpu__max="50000 100000")) == 1
    unlimited = {"cpu__cfs_quota_us": "-1", "cpu__cfs_period_us": "100000"}
    assert granted_processors(control_group(tmp_path / "1", "1:cpu:/", "cpu", **unlimited)) == 64


def test_what_cannot_be_read_limits_nothing(tmp_path: Path) -> None:
    assert granted_processors(control_group(tmp_path, "0::/", ".", cpu__max="what?")) == 64


def test_one_core_works(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0}, raising=False)
    assert granted_processors(tmp_path) == 1
