"""A process that trains the default preset without a window whenever it is asked to.

It reads lines `rate SECONDS` and answers each with `{"rate": iterations a second}`.
"""

from __future__ import annotations

import json
import sys
import time

from benchmarks.timed_session import TimedSession
from benchmarks.trial import open_data
from core.training.presets import DEFAULT_PRESET, preset


def main() -> None:
    experiment = preset(DEFAULT_PRESET).experiment
    data = open_data(experiment.training.data_set)
    session = TimedSession(experiment, data)
    events = session.events()
    print("ready", flush=True)
    for line in sys.stdin:
        seconds, since = float(line.split()[1]), time.perf_counter()
        while (rate := session.rate(seconds, since)) is None:
            if next(events, None) is None:
                session, since = TimedSession(experiment, data), time.perf_counter()
                events = session.events()
        print(json.dumps({"rate": rate}), flush=True)


if __name__ == "__main__":
    main()
