"""A process that makes the training steps of one contender whenever it is asked to.

It reads lines `NET STEPS` and answers each with the seconds that those steps took, and with the seconds in
which one of its threads had to wait for a core: another program was in the way.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from benchmarks.nets import NETS

WARM_UP = 10
"""A turn begins with one tenth of its steps untimed: caches and threads have to be won back."""


def main(contender: str) -> None:
    make = import_module(f"benchmarks.step_{contender}").contender
    running: dict[str, Callable[[int], None]] = {}
    nets = {net.name: net for net in NETS}
    print("ready", flush=True)
    for line in sys.stdin:
        name, steps = line.split()
        if name not in running:
            running[name] = make(nets[name])
        run = running[name]
        run(int(steps) // WARM_UP + 1)
        waited = waiting_time()
        start = time.perf_counter()
        run(int(steps))
        seconds = time.perf_counter() - start
        print(seconds, waiting_time() - waited, flush=True)


def waiting_time() -> float:
    """Seconds that the threads of this process were ready to run and did not; 0 where only Linux knows."""
    files = Path("/proc/self/task").glob("*/schedstat")
    return sum(int(file.read_text().split()[1]) for file in files) / 1e9


if __name__ == "__main__":
    main(sys.argv[1])
