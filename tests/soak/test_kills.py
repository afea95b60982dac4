"""The program is killed while it saves and autosaves, and goes on with what was kept: the short form of
`dev.py soak --kills 200`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from soak.kills import kill_often


@pytest.mark.skipif(sys.platform == "win32", reason="kills of POSIX")
def test_nothing_is_lost_or_left_by_a_kill(tmp_path: Path) -> None:
    killed = kill_often(1, 1, tmp_path)
    assert killed.findings == []
    assert killed.kills == 1
