"""Streams of batches: of one size, fixed by the generator's state, fair, and by epochs complete."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.data import Batches, RandomBatches, ShuffledEpochs
from core.errors import ConfigError

STREAMS = (RandomBatches, ShuffledEpochs)
Stream = type[RandomBatches] | type[ShuffledEpochs]
SIZES = st.integers(1, 60).flatmap(lambda size: st.tuples(st.just(size), st.integers(1, size)))


def draws(stream: Batches, count: int) -> list[list[int]]:
    return [stream.draw().tolist() for _ in range(count)]


def epoch_of(stream: Batches) -> list[int]:
    return [row for batch in draws(stream, stream.iterations_per_epoch) for row in batch]


@pytest.mark.parametrize("stream", STREAMS)
@given(sizes=SIZES, seed=st.integers(0, 2**32))
def test_batches_have_one_size_and_stay_inside(stream: Stream, sizes: tuple[int, int], seed: int) -> None:
    size, batch_size = sizes
    batches = stream(size, batch_size, np.random.default_rng(seed))
    assert batches.iterations_per_epoch == max(size // batch_size, 1)
    for _ in range(2 * batches.iterations_per_epoch + 1):
        index = batches.draw()
        assert (index.shape, index.dtype) == ((batch_size,), np.intp)
        assert index.min() >= 0
        assert index.max() < size


@pytest.mark.parametrize("stream", STREAMS)
def test_a_seed_fixes_the_batches(stream: Stream) -> None:
    first, again, other = (stream(100, 7, np.random.default_rng(seed)) for seed in (5, 5, 6))
    drawn = draws(first, 40)
    assert drawn == draws(again, 40)
    assert drawn != draws(other, 40)


def test_random_batches_go_on_from_a_saved_state() -> None:
    batches = RandomBatches(100, 7, np.random.default_rng(0))
    draws(batches, 5)
    state = batches.rng.bit_generator.state
    expected = draws(batches, 5)
    restored = RandomBatches(100, 7, np.random.default_rng(1))
    restored.rng.bit_generator.state = state
    assert draws(restored, 5) == expected


def test_shuffled_epochs_go_on_from_a_state_saved_between_epochs() -> None:
    batches = ShuffledEpochs(50, 7, np.random.default_rng(0))
    draws(batches, 2 * batches.iterations_per_epoch)
    state = batches.rng.bit_generator.state
    expected = draws(batches, 10)
    restored = ShuffledEpochs(50, 7, np.random.default_rng(1))
    restored.rng.bit_generator.state = state
    assert draws(restored, 10) == expected


PLACES = SIZES.flatmap(lambda sizes: st.tuples(st.just(sizes), st.integers(0, 3 * (sizes[0] // sizes[1]))))


@pytest.mark.parametrize("stream", STREAMS)
@given(place=PLACES, seed=st.integers(0, 2**32))
def test_another_stream_goes_on_from_anywhere(
    stream: Stream, place: tuple[tuple[int, int], int], seed: int
) -> None:
    (size, batch_size), count = place
    batches = stream(size, batch_size, np.random.default_rng(seed))
    draws(batches, count)
    assert batches.position == count / (size // batch_size)
    assert (batches.drawn == 0) == (count % (size // batch_size) == 0)
    rng = np.random.default_rng(seed + 1)
    rng.bit_generator.state = batches.generator_state()
    other = stream(size, batch_size, rng, batches.epoch, batches.drawn)
    assert draws(other, 2 * size) == draws(batches, 2 * size)
    assert (other.epoch, other.drawn) == (batches.epoch, batches.drawn)
    assert other.generator_state() == batches.generator_state()


@pytest.mark.parametrize("stream", STREAMS)
@given(place=PLACES, seed=st.integers(0, 2**32))
def test_a_batch_that_is_put_back_is_the_next_one(
    stream: Stream, place: tuple[tuple[int, int], int], seed: int
) -> None:
    (size, batch_size), count = place
    batches, straight = (stream(size, batch_size, np.random.default_rng(seed)) for _ in range(2))
    for one in (batches, straight):
        draws(one, count)
    before = batches.generator_state(), batches.epoch, batches.drawn
    batches.draw()
    batches.undo()
    assert (batches.generator_state(), batches.epoch, batches.drawn) == before
    assert draws(batches, 2 * size) == draws(straight, 2 * size)


@pytest.mark.parametrize("stream", STREAMS)
@given(sizes=SIZES, data=st.data())
def test_with_another_batch_size_the_epoch_goes_on_where_it_was(
    stream: Stream, sizes: tuple[int, int], data: st.DataObject
) -> None:
    """It is over when fewer examples than a batch are left; what was drawn before is not drawn again."""
    size, other_size = sizes
    batch_size = data.draw(st.integers(1, size))
    batches = stream(size, batch_size, np.random.default_rng(0))
    seen = draws(batches, data.draw(st.integers(0, max(size // batch_size - 1, 0))))
    assert (batches.epoch, batches.drawn) == (0, len(seen) * batch_size)
    rng = np.random.default_rng(1)
    rng.bit_generator.state = batches.generator_state()
    other = stream(size, other_size, rng, batches.epoch, batches.drawn)
    if other_size > size - batches.drawn:
        assert (other.epoch, other.drawn, other.position) == (1, 0, 1.0)
        return
    assert other.epoch == 0
    assert other.iterations_until(1) == (size - batches.drawn) // other_size
    rest = draws(other, other.iterations_until(1))
    assert (other.epoch, other.drawn) == (1, 0)
    if stream is ShuffledEpochs:
        rows = [row for batch in (*seen, *rest) for row in batch]
        assert len(set(rows)) == len(rows) > size - other_size


@pytest.mark.parametrize("stream", STREAMS)
@given(place=PLACES, epochs=st.integers(0, 5))
def test_the_batches_until_an_epoch_is_over_are_known(
    stream: Stream, place: tuple[tuple[int, int], int], epochs: int
) -> None:
    (size, batch_size), count = place
    batches = stream(size, batch_size, np.random.default_rng(0))
    draws(batches, count)
    assert batches.iterations_until(epochs) == epochs * (size // batch_size) - count


class TopGenerator(np.random.Generator):
    """Always gives the largest number below 1 that the real one can give."""

    def random(self, *arguments: object, out: np.ndarray, **options: object) -> np.ndarray:  # type: ignore[override]
        out[:] = 1 - 2.0**-53
        return out


@pytest.mark.parametrize("size", [1, 2, 3, 10, 255, 60_000, 65_535, 65_536, 999_999_937, 2**40 - 1])
def test_the_largest_uniform_number_gives_the_last_example(size: int) -> None:
    batches = RandomBatches(size, 1, TopGenerator(np.random.PCG64(0)))
    assert batches.draw().tolist() == [size - 1]


def test_random_batches_are_uniform_and_repeat_examples() -> None:
    """χ² of 100,000 draws from 100: mean 99, standard deviation 14; 170 is five of them above."""
    batches = RandomBatches(100, 50, np.random.default_rng(0))
    drawn = np.array(draws(batches, 2_000))
    counts = np.bincount(drawn.ravel(), minlength=100)
    assert ((counts - 1_000) ** 2 / 1_000).sum() < 170
    # Within a batch of 50 of 100, 100·(1 − 0.99^50) = 39.5 are different; without replacement all 50 were.
    different = np.mean([len(set(batch)) for batch in drawn.tolist()])
    assert different == pytest.approx(39.5, abs=0.5)


@given(sizes=SIZES, seed=st.integers(0, 2**32))
def test_an_epoch_has_each_example_at_most_once(sizes: tuple[int, int], seed: int) -> None:
    size, batch_size = sizes
    batches = ShuffledEpochs(size, batch_size, np.random.default_rng(seed))
    for _ in range(3):
        epoch = epoch_of(batches)
        assert len(set(epoch)) == len(epoch) == size - size % batch_size


def test_each_epoch_has_an_order_of_its_own_and_leaves_out_others() -> None:
    batches = ShuffledEpochs(60, 7, np.random.default_rng(0))
    epochs = [epoch_of(batches) for _ in range(30)]
    assert len({tuple(epoch) for epoch in epochs}) == 30
    assert set().union(*epochs) == set(range(60))
    assert any(set(epoch) != set(epochs[0]) for epoch in epochs)


@pytest.mark.parametrize("stream", STREAMS)
def test_a_batch_larger_than_the_data(stream: Stream) -> None:
    with pytest.raises(ConfigError) as caught:
        stream(4, 5, np.random.default_rng(0))
    assert caught.value.fields["field"] == "batch_size"
    assert str(caught.value) == "The batch of 5 is larger than the data (4 examples): make it smaller."


@pytest.mark.parametrize("stream", STREAMS)
@pytest.mark.parametrize("batch_size", [0, -1])
def test_a_batch_of_nothing(stream: Stream, batch_size: int) -> None:
    with pytest.raises(ConfigError, match="needs at least 1 example") as caught:
        stream(4, batch_size, np.random.default_rng(0))
    assert caught.value.fields["field"] == "batch_size"
