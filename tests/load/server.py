"""`piagam serve` as a user starts it, with the memory that it and its processes take."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

EVERY = 0.2
"""Seconds between two looks at the memory."""


@dataclass
class Server:
    """A running server; `address` is one of this machine."""

    address: str
    process: int
    peak: float = field(default=0.0, init=False)

    def memory(self) -> float:
        """Megabytes resident in the server and the processes it started; 0 where the system does not tell."""
        return sum(_resident(process) for process in _family(self.process)) / 1024

    def processor(self) -> float:
        """Seconds that they have taken on processors."""
        return sum(_ticks(process) for process in _family(self.process)) / os.sysconf("SC_CLK_TCK")

    async def watch(self) -> None:
        """Keeps the peak, until it is cancelled."""
        while True:
            self.peak = max(self.peak, self.memory())
            await asyncio.sleep(EVERY)


@contextmanager
def serving(dataset: Path) -> Iterator[Server]:
    """The server on a free port of this machine, as long as the block; what it complains of is shown."""
    command = [sys.executable, "-m", "extractor", "serve", str(dataset), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as started:
        assert started.stderr is not None
        line = started.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        if found is None:
            raise RuntimeError(f"the server did not start: {line}{started.stderr.read()}")
        try:
            yield Server(found[0], started.pid)
        finally:
            started.send_signal(signal.SIGTERM)
            sys.stderr.write(started.stderr.read())


def _family(process: int) -> Iterator[int]:
    yield process
    for thread in Path(f"/proc/{process}/task").glob("*/children"):
        for child in _read(thread).split():
            yield from _family(int(child))


def _resident(process: int) -> int:
    found = re.search(r"^VmRSS:\s+(\d+)", _read(Path(f"/proc/{process}/status")), re.MULTILINE)
    return int(found[1]) if found else 0


def _ticks(process: int) -> int:
    fields = _read(Path(f"/proc/{process}/stat")).rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12]) if len(fields) > 12 else 0


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:  # it ended meanwhile, or the system has no such file
        return ""
