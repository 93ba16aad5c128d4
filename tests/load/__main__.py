"""`python -m tests.load`: users at once against `piagam serve` on this machine, as tables and as JSON."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

from tests.benchmarks.__main__ import machine, show
from tests.load.dataset import write_dataset
from tests.load.measure import Bounds, measured
from tests.load.server import Server, serving

MOST_USERS, LONGEST, MOST_REQUESTS = 200, 300, 20_000
QUIET = 3.0
"""Seconds after the last answer before the memory is looked at again."""

CLAIM = {"claim": "Kabupaten Balangan meraih UHC Awards 2020 kategori Utama."}


def main() -> None:
    options = parsed()
    bounds = Bounds(options.users, options.seconds, options.requests, options.pause)
    with tempfile.TemporaryDirectory() as folder:
        dataset = Path(folder) / "awards.db"
        awards = write_dataset(dataset, options.articles)
        with serving(dataset) as server:
            told = loaded(server, bounds)
    told["machine"] = [machine() | {"articles": str(options.articles), "awards": str(awards)}]
    told["command"] = " ".join(["python -m tests.load", *sys.argv[1:]])
    for section in ("machine", "requests", "whole"):
        show(section, told[section])
    if options.json:
        options.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    sys.exit(any(status in row["status"] for row in told["requests"] for status in ("500", "lost")))


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    parser.add_argument("--users", type=upto(MOST_USERS, int), default=50, help="at once (default 50)")
    parser.add_argument("--seconds", type=upto(LONGEST, float), default=30.0, help="how long (default 30)")
    parser.add_argument(
        "--requests", type=upto(MOST_REQUESTS, int), default=5_000, help="at most (default 5000)"
    )
    parser.add_argument("--pause", type=float, default=1.0, help="mean seconds between journeys (default 1)")
    parser.add_argument("--articles", type=int, default=5_000, help="in the dataset (default 5000)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all tables there as JSON")
    return parser.parse_args()


def upto(limit: int, kind: Callable[[str], Any]) -> Callable[[str], Any]:
    """A number from 1 to the limit: a load test is bounded whatever is asked for."""

    def number(text: str) -> Any:
        value = kind(text)
        if not 1 <= value <= limit:
            raise argparse.ArgumentTypeError(f"from 1 to {limit}")
        return value

    return number


def loaded(server: Server, bounds: Bounds) -> dict[str, Any]:
    """The tables of one run."""
    start = time.perf_counter()
    httpx.post(f"{server.address}/api/check", json=CLAIM, timeout=120).raise_for_status()  # all is loaded now
    ready, before, busy = time.perf_counter() - start, server.memory(), server.processor()
    taken = asyncio.run(measured(server, bounds))
    busy = server.processor() - busy
    time.sleep(QUIET)
    whole = {
        "users": bounds.users,
        "seconds": round(taken.seconds, 1),
        "requests": taken.asked,
        "a second": round(taken.asked / taken.seconds, 1),
        "processor s": round(busy, 1),
        "first answer s": round(ready, 1),
        "MB at start": round(before),
        "MB peak": round(server.peak),
        "MB after": round(server.memory()),
    }
    return {"requests": taken.rows(), "whole": [whole]}


if __name__ == "__main__":
    main()
