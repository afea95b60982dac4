"""The model of the Data workspace: the network it looks at, the predictions, filter, order and selection."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.data import DataSet
from core.inspection.filtering import Filter, Order
from core.nn.network import Network
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment
from gui.data.model.change import DataChange
from gui.document.change import State
from tests.gui.data.pages import CLASSES, CONFIG, SIDE, SPEC, TESTS, forward, images
from tests.gui.data.screen import REGRESSION, Screen, pair, points


def test_the_predictions_are_those_of_the_initial_weights_on_the_table(screen: Screen) -> None:
    model, document = screen.model, screen.document
    assert document.data is not None
    assert document.data.test is not None
    network = Network(document.experiment.network, document.experiment.training.seed)
    expected = forward(dict(network.params), document.data.test.x)
    assert model.looked_at.kind == "initial"
    assert model.predictions is not None
    np.testing.assert_allclose(model.predictions.outputs, expected, rtol=1e-4, atol=1e-6)
    np.testing.assert_array_equal(model.predictions.predicted, expected.argmax(axis=1))


def test_after_a_run_the_predictions_are_those_of_its_network(screen: Screen) -> None:
    screen.train()
    run, data = screen.document.current_run, screen.document.data
    assert run is not None
    assert run.checkpoint is not None
    assert data is not None
    assert data.test is not None
    expected = forward(dict(run.checkpoint.parameters), data.test.x)
    assert screen.model.predictions is not None
    np.testing.assert_allclose(screen.model.predictions.outputs, expected, rtol=1e-3, atol=1e-6)
    assert screen.model.looked_at.iteration == run.log.last_iteration


def test_a_run_under_way_is_followed_at_its_evaluations(screen: Screen) -> None:
    seen = []

    def on_changed(what: DataChange) -> None:
        if DataChange.PREDICTIONS in what and screen.model.predicted_by is not None:
            seen.append((screen.model.predicted_by.kind, screen.model.predicted_by.iteration))

    screen.model.changed.connect(on_changed)
    screen.trainer.epoch()
    screen.qtbot.waitUntil(lambda: screen.trainer.state is State.PAUSED)
    screen.qtbot.waitUntil(lambda: ("running", 20) in seen)
    screen.predicted()
    assert screen.model.looked_at.kind == "running"
    screen.trainer.new_weights(same_seed=True)
    screen.qtbot.waitUntil(lambda: screen.model.looked_at.kind == "initial")
    screen.predicted()


def test_while_nobody_looks_nothing_is_computed_and_then_everything(own: Screen) -> None:
    own.workspace.hide()
    predictions = own.model.predictions
    own.trainer.start()
    own.qtbot.waitUntil(lambda: own.trainer.state is State.ENDED)
    assert own.model.predictions is predictions
    assert not own.model.is_predicting
    own.workspace.show()
    own.qtbot.waitUntil(lambda: own.model.looked_at.kind == "ended")
    own.predicted()
    assert own.model.predictions is not predictions


def test_an_edited_network_takes_the_place_of_the_one_that_is_being_asked(screen: Screen) -> None:
    wide = screen.document.experiment.network
    for units in (3, 5, 7):
        wide = wide.with_layers((replace(wide.layers[0], units=units), *wide.layers[1:]))
        screen.document.edit_network(wide, "")
    screen.predicted()
    network = screen.model.network
    assert network is not None
    assert network.params["W1"].shape == (SIDE * SIDE, 7)


def test_a_network_that_does_not_fit_gives_no_predictions_and_says_why(screen: Screen) -> None:
    screen.model.set_filter(Filter(right=False))
    spec = NetworkSpec(9, (LayerSpec("affine", CLASSES),))
    screen.document.edit_network(spec, "")
    assert screen.model.predictions is None
    assert screen.model.problem is not None
    assert "144" in str(screen.model.problem)
    # Conditions on predictions wait for predictions; all images are shown.
    assert len(screen.model.order) == TESTS
    screen.document.undo_stack.undo()
    screen.predicted()
    assert screen.model.problem is None
    assert screen.model.order.tolist() == screen.mistakes()


def test_a_network_with_a_problem_of_its_own_is_said(screen: Screen) -> None:
    spec = screen.document.experiment.network
    screen.document.edit_network(spec.with_layers((replace(spec.layers[0], units=0), *spec.layers[1:])), "")
    assert screen.model.problem is not None
    assert screen.model.predictions is None


def test_a_regression_has_no_predictions(screen: Screen) -> None:
    screen.put(REGRESSION, pair())
    assert screen.model.split == "train"
    assert screen.model.problem is not None
    assert screen.model.predictions is None
    assert screen.model.order.tolist() == [0]


def test_a_data_set_in_the_place_of_another_begins_anew(screen: Screen) -> None:
    screen.model.set_filter(Filter(labels=frozenset({1})))
    screen.model.set_split("train")
    screen.document.set_data(None)
    assert screen.model.data is None
    assert screen.model.selected == -1
    assert len(screen.model.order) == 0
    screen.document.set_data(points())
    assert screen.model.split == "test"
    assert screen.model.filter == Filter()
    assert screen.model.problem is not None


def test_other_data_during_a_run_are_held_against_its_network(screen: Screen) -> None:
    screen.trainer.epoch()
    screen.qtbot.waitUntil(lambda: screen.trainer.state is State.PAUSED)
    screen.qtbot.waitUntil(lambda: screen.model.looked_at.iteration == 20)
    screen.predicted()
    screen.document.set_data(points())
    assert screen.model.problem is not None
    assert "144" in screen.workspace.message.text()
    screen.document.set_data(images())
    screen.predicted()
    assert screen.model.looked_at.iteration == 20
    assert not screen.workspace.message.isVisible()


# Filter, order and selection


def test_filters_combine_and_agree_with_plain_loops(screen: Screen) -> None:
    model = screen.model
    predictions = model.predictions
    assert predictions is not None
    labels = frozenset({0, 2})
    model.set_filter(Filter(labels=labels, predicted=frozenset({0, 1}), confidence=(0.4, 0.9)))
    model.set_sorting(Order("loss", descending=True))
    expected = [
        i
        for i in range(TESTS)
        if int(predictions.labels[i]) in labels
        and int(predictions.predicted[i]) in (0, 1)
        and 0.4 <= predictions.confidence[i] <= 0.9
    ]
    expected.sort(key=lambda i: -predictions.losses[i])
    assert expected
    assert model.order.tolist() == expected
    model.clear_filter()
    assert len(model.order) == TESTS
    assert model.sorting == Order("loss", descending=True)


def test_the_filter_follows_the_predictions_of_another_network(screen: Screen) -> None:
    screen.model.set_filter(Filter(right=False))
    before = screen.model.order.tolist()
    assert before == screen.mistakes()
    screen.train()
    assert screen.model.order.tolist() == screen.mistakes() != before


def test_mistakes_follow_one_another_and_begin_again_after_the_last(screen: Screen) -> None:
    model, mistakes = screen.model, screen.mistakes()
    assert len(mistakes) > 2
    model.select(mistakes[0])
    for expected in [*mistakes[1:], mistakes[0]]:
        assert model.next_mistake()
        assert model.selected == expected
    assert model.previous_mistake()
    assert model.selected == mistakes[-1]
    model.set_filter(Filter(right=True))
    assert model.selected == int(model.order[0])
    assert not model.next_mistake()
    assert model.selected == int(model.order[0])


def test_the_chosen_image_follows_the_filter(screen: Screen) -> None:
    screen.model.select(7)
    label = int(screen.model.examples.t[7])
    screen.model.set_filter(Filter(labels=frozenset({label})))
    assert screen.model.selected == 7
    screen.model.set_filter(Filter(labels=frozenset({(label + 1) % CLASSES})))
    assert screen.model.selected == int(screen.model.order[0])
    screen.model.set_filter(Filter(confidence=(2.0, 3.0)))
    assert screen.model.selected == -1
    screen.model.clear_filter()
    assert screen.model.selected == 0
    screen.model.select(7)


def test_an_image_of_either_split_can_be_shown(screen: Screen) -> None:
    screen.model.set_filter(Filter(confidence=(2.0, 3.0)))
    assert len(screen.model.order) == 0
    screen.workspace.show_image("train", 123)
    assert (screen.model.split, screen.model.selected) == ("train", 123)
    assert screen.model.filter == Filter()
    for index in (-1, 200):
        with pytest.raises(IndexError):
            screen.workspace.show_image("train", index)


def test_both_splits_are_predicted(screen: Screen) -> None:
    test = screen.model.predictions_of("test")
    screen.model.set_split("train")
    screen.predicted()
    assert screen.model.predictions_of("test") is test
    train = screen.model.predictions
    assert train is not None
    assert len(train) == 200


def test_a_failure_is_told_and_the_next_network_is_asked(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise MemoryError("no room")

    with monkeypatch.context() as patched:
        patched.setattr("gui.data.model.asking.predictions", broken)
        screen.document.edit_training(replace(screen.document.experiment.training, seed=77), "")
        screen.qtbot.waitUntil(lambda: screen.model.failure is not None)
        assert screen.model.predictions is None
        assert "no room" in screen.workspace.filter.network.note.text()
    screen.document.edit_training(replace(screen.document.experiment.training, seed=78), "")
    screen.predicted()
    assert screen.model.failure is None


def test_data_without_a_test_set_show_the_training_set(screen: Screen) -> None:
    whole = images()
    data = DataSet(whole.name, whole.title, whole.train, None, CLASSES, whole.image_shape, whole.class_names)
    screen.put(Experiment(SPEC, CONFIG), data)
    screen.predicted()
    assert screen.model.split == "train"
    assert not screen.workspace.filter.split.chips[1].isEnabled()
    assert SPEC.input_size == data.input_size
