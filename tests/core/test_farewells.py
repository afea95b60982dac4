"""Which signals ask a process to end, and when one that comes again means at once."""

from __future__ import annotations

import signal
import sys

import pytest

from core.farewells import heeded, is_impatient


def test_ctrl_c_and_kill_are_heeded_everywhere() -> None:
    assert {signal.SIGINT, signal.SIGTERM} <= set(heeded())


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGHUP there")
def test_what_was_to_be_ignored_stays_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    assert signal.SIGHUP in heeded()
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert heeded() == (signal.SIGINT, signal.SIGTERM)
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGHUP there")
def test_only_the_same_signal_of_a_person_again_means_at_once() -> None:
    hup, term, ctrl_c = signal.SIGHUP, signal.SIGTERM, signal.SIGINT
    assert is_impatient(term, [term])
    assert is_impatient(ctrl_c, [hup, ctrl_c])
    assert not is_impatient(term, [])
    assert not is_impatient(term, [hup, ctrl_c])
    assert not is_impatient(hup, [hup])
