"""A process with the program's own window, at rest but for what it is asked. It answers each line with one of
JSON, the milliseconds of each:

`theme N`, `language N`: N changes and as many back (`benchmarks.changes`);
`EXPERIMENT N`: N moves in the picture of an experiment of the Lab (`benchmarks.dragging`).
"""

from __future__ import annotations

import sys
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.changes import Changes, settle
from benchmarks.dragging import PLOTS, Dragging
from benchmarks.lines import answer
from benchmarks.trial import opening
from gui.app import Program, application
from gui.garbage import GarbageCollector
from gui.remembered.settings import Settings


def main() -> None:
    with TemporaryDirectory() as folder:
        app = application()
        program = Program(
            app, Settings(Path(folder) / "settings.json"), recovery_home=Path(folder) / "recovery"
        )
        program.data._opening = opening
        program.window.painted.connect(GarbageCollector(program.window).start)
        program.window.show()
        settle(app)
        changes, dragging = cache(partial(Changes, app, program)), cache(partial(Dragging, app, program))
        answer("ready")
        for line in sys.stdin:
            what, number = line.split()
            asked = dragging() if what in PLOTS else changes()
            answer({"ms": asked.milliseconds(what, int(number))})


if __name__ == "__main__":
    main()
