"""Measuring on a machine that others use: processor time, in turns, and the median of the turns."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import process_time

Work = Callable[[], object]


def in_turns(works: dict[str, Work], turns: int) -> dict[str, float]:
    """Median processor seconds of each work.  Every turn runs all, so that a slow minute slows all."""
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(turns):
        for name, work in works.items():
            start = process_time()
            work()
            seconds[name].append(process_time() - start)
    return {name: median(times) for name, times in seconds.items()}


@dataclass(frozen=True, slots=True)
class Run:
    """What a process took: seconds on the clock and on the processor, and its peak memory in MB."""

    wall: float
    processor: float
    peak: float


# A process keeps the peak of the one it was forked from, so a small one stands between.
_LAUNCH = """
import json, os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen([sys.executable, *sys.argv[1:]], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
wall = time.perf_counter() - start
print(json.dumps([os.waitstatus_to_exitcode(status), wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss]))
"""


def run(*command: str) -> Run:
    """Runs `python ...` to its end; its output goes nowhere."""
    told = subprocess.run([sys.executable, "-S", "-c", _LAUNCH, *command], capture_output=True, check=True)
    status, wall, processor, peak = json.loads(told.stdout)
    if status:
        raise RuntimeError(f"{' '.join(command)}: {told.stderr.decode('utf-8', 'replace')[-2000:]}")
    return Run(wall, processor, peak / (1 << 20 if sys.platform == "darwin" else 1 << 10))


def middle(runs: Sequence[Run]) -> Run:
    """The median of each measure."""
    return Run(median(r.wall for r in runs), median(r.processor for r in runs), median(r.peak for r in runs))
