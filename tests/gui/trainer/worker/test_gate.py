"""The gate between window and worker: what is asked, in which order it is answered, when it closes itself."""

from __future__ import annotations

import threading

from gui.trainer.gate import Ask, Gate


def asks(gate: Gate) -> Ask:
    return gate.next()[0]


def test_it_is_open_at_first_and_calls_for_no_attention() -> None:
    gate = Gate()
    assert not gate.attention.is_set()
    assert asks(gate) is Ask.GO


def test_pause_holds_until_run() -> None:
    gate = Gate()
    gate.pause()
    assert gate.attention.is_set()
    assert asks(gate) is Ask.WAIT
    gate.run()
    assert asks(gate) is Ask.GO
    assert not gate.attention.is_set()


def test_a_pause_that_is_taken_back_before_it_is_seen_never_was() -> None:
    gate = Gate()
    gate.pause()
    gate.run()
    assert asks(gate) is Ask.GO


def test_stop_comes_before_everything_and_stays() -> None:
    gate = Gate()
    gate.ask_checkpoint()
    gate.pause()
    gate.stop()
    assert [asks(gate), asks(gate)] == [Ask.STOP, Ask.STOP]
    gate.run()
    assert asks(gate) is Ask.STOP
    assert not gate.abandoned.is_set()
    gate.abandon()
    assert gate.abandoned.is_set()


def test_a_copy_and_a_batch_are_given_once_even_while_paused() -> None:
    gate = Gate()
    gate.pause()
    gate.ask_report()
    gate.ask_checkpoint()
    assert [asks(gate), asks(gate), asks(gate)] == [Ask.CHECKPOINT, Ask.PUBLISH, Ask.WAIT]


def test_it_closes_after_as_many_steps_as_were_asked_for() -> None:
    gate = Gate()
    gate.pause()
    gate.step()
    gate.step()
    assert asks(gate) is Ask.GO
    gate.stepped()
    assert gate.is_stepping
    assert asks(gate) is Ask.GO
    gate.stepped()
    assert not gate.is_stepping
    assert asks(gate) is Ask.WAIT


def test_a_pause_takes_back_the_steps_that_are_left() -> None:
    gate = Gate()
    gate.step()
    gate.step()
    gate.pause()
    gate.run()
    gate.stepped()
    assert asks(gate) is Ask.GO


def test_it_closes_at_an_evaluation_only_when_that_is_how_far_to_go() -> None:
    gate = Gate()
    gate.evaluated()
    assert asks(gate) is Ask.GO
    gate.run_to_evaluation()
    gate.evaluated()
    assert asks(gate) is Ask.WAIT
    gate.run()
    gate.evaluated()
    assert asks(gate) is Ask.GO


def test_the_serial_tells_an_outdated_pause() -> None:
    gate = Gate()
    gate.step()
    gate.stepped()
    ask, serial = gate.next()
    assert (ask, serial) == (Ask.WAIT, gate.serial)
    gate.step()
    assert serial != gate.serial


def test_waiting_ends_with_whatever_is_asked() -> None:
    for ask in (Gate.run, Gate.step, Gate.pause, Gate.stop, Gate.ask_checkpoint, Gate.ask_report):
        gate = Gate()
        gate.pause()
        waiter = threading.Thread(target=gate.wait, args=(gate.serial,))
        waiter.start()
        ask(gate)
        waiter.join(5)
        assert not waiter.is_alive(), ask
