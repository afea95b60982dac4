"""A process that trains the default preset with a number of threads, or `auto`, whenever it is asked to.

It reads lines `rate SECONDS` and answers each with `{"rate": images a second}`. Evaluations are not in
that time.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import replace

from adapters.threads import PRODUCTS, TrainingThreads
from benchmarks.trial import open_data
from core.training.events import Iteration
from core.training.pace import Pace
from core.training.presets import DEFAULT_PRESET, preset
from core.training.session import TrainingSession


def main(choice: str) -> None:
    PRODUCTS.ask(None if choice == "auto" else int(choice))
    data = open_data("mnist")
    endless = replace(preset(DEFAULT_PRESET).experiment.training, length=10**9)
    experiment = replace(preset(DEFAULT_PRESET).experiment, training=endless)
    batch = endless.batch_size
    session = TrainingSession(experiment, data)
    events, threads = session.events(), TrainingThreads(session)
    print("ready", flush=True)
    for line in sys.stdin:
        wanted, made = float(line.split()[1]), 0
        pace = Pace(session.total_iterations, session.iterations_per_epoch, time.perf_counter())
        with threads:
            while pace.seconds < wanted:
                event = next(events)
                now = time.perf_counter()
                if type(event) is Iteration:
                    made += 1
                    pace.iterated(now)
                else:
                    pace.happened(event, now)
                threads.happened(event)
        print(json.dumps({"rate": made * batch / pace.seconds}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
