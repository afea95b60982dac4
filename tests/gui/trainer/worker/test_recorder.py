"""What reports are made of, under a clock that the test turns."""

from __future__ import annotations

import numpy as np
import pytest

from core.training.events import (
    Evaluation,
    EvaluationProgress,
    IterationDetail,
    LayerDied,
    LayerStatistics,
    SettingChanged,
)
from gui.trainer.recorder import RATE_WINDOW, Recorder

BATCH_SIZE, TOTAL, PER_EPOCH = 100, 1_000, 250


@pytest.fixture
def recorder() -> Recorder:
    return Recorder(7, BATCH_SIZE, TOTAL, PER_EPOCH, now=50.0)


def evaluation(iteration: int) -> Evaluation:
    return Evaluation(iteration, iteration / PER_EPOCH, 0.5, 0.9, 0.6, 0.8)


def test_an_empty_batch_knows_no_rate(recorder: Recorder) -> None:
    report = recorder.report(np.empty(0))
    assert report.run_id == 7
    assert report.new == report.losses.size == 0
    assert report.images_per_second is None
    assert report.seconds_left is None
    assert report.seconds == 0.0


def test_a_batch_holds_every_kind_of_event_once(recorder: Recorder) -> None:
    evaluated, statistics = evaluation(1), LayerStatistics(1, {"Affine 1": 0.1}, ())
    change, died = SettingChanged(1, "momentum", 0.9, 0.5), LayerDied(1, "ReLU 1")
    detail = IterationDetail(1, np.array([3]), np.array([1]), {}, {}, 0.1, 0.7, 0.6)
    recorder.iterate(51.0)
    recorder.iterate(52.0)
    for event in (evaluated, statistics, change, died, detail):
        recorder.take(event, 52.0)
    losses = np.array([0.7, 0.6])
    report = recorder.report(losses)
    assert report.losses is losses
    assert report.new == 2
    assert report.evaluations == (evaluated,)
    assert report.statistics == (statistics,)
    assert report.changes == (change,)
    assert report.died == (died,)
    assert report.details == (detail,)
    after = recorder.report(losses)
    assert after.new == 0
    assert after.evaluations == after.statistics == after.changes == after.died == after.details == ()


def test_images_a_second_leave_out_evaluation_and_pauses(recorder: Recorder) -> None:
    recorder.take(EvaluationProgress(50, 100), 51.0)
    recorder.take(evaluation(0), 52.0)
    recorder.iterate(52.5)
    recorder.resume(152.5)
    recorder.iterate(153.0)
    report = recorder.report(np.full(2, 0.7))
    assert report.seconds == pytest.approx(1.0)
    assert report.images_per_second == pytest.approx(2 * BATCH_SIZE / 1.0)


def test_the_time_left_counts_the_evaluations_to_come(recorder: Recorder) -> None:
    recorder.take(EvaluationProgress(50, 100), 51.0)
    recorder.take(evaluation(0), 53.0)  # an evaluation takes 3 s
    for number in range(1, 301):
        recorder.iterate(53.0 + number * 0.01)
    report = recorder.report(np.full(300, 0.7))
    # 700 iterations of 10 ms, and the evaluations after 500, 750 and 1,000.
    assert report.seconds_left == pytest.approx(7.0 + 3 * 3.0)


def test_the_rate_is_that_of_the_last_batches(recorder: Recorder) -> None:
    now = 50.0
    for number in range(1, 2 * RATE_WINDOW + 1):
        now += 1.0 if number <= RATE_WINDOW else 0.5
        recorder.iterate(now)
        rate = recorder.report(np.full(number, 0.7)).images_per_second
    assert rate == pytest.approx(BATCH_SIZE / 0.5)


def test_progress_is_told_while_an_evaluation_lasts_and_not_longer(recorder: Recorder) -> None:
    recorder.take(EvaluationProgress(20, 100), 51.0)
    recorder.take(EvaluationProgress(40, 100), 52.0)
    none = np.empty(0)
    assert recorder.report(none).evaluation_progress == EvaluationProgress(40, 100)
    assert recorder.report(none).evaluation_progress == EvaluationProgress(40, 100)
    recorder.take(evaluation(0), 53.0)
    assert recorder.report(none).evaluation_progress is None


def test_the_rate_stays_known_through_an_evaluation(recorder: Recorder) -> None:
    recorder.iterate(51.0)
    recorder.report(np.full(1, 0.7))
    recorder.take(EvaluationProgress(20, 100), 60.0)
    report = recorder.report(np.full(1, 0.7))
    assert report.images_per_second == pytest.approx(BATCH_SIZE / 1.0)
    assert report.seconds == pytest.approx(1.0)
