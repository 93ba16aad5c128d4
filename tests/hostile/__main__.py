"""All hostile pages at full size, each within a page's time limit: `python -m tests.hostile [NAME...]`."""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import hostile_pages

from extractor.core import Extractor
from extractor.deadline import within
from extractor.errors import PageTimeout
from extractor.pages import Limits, Page


def main(arguments: list[str]) -> int:
    reader, wrong, count, late = Extractor(), 0, 0, 0
    for name, (data, kind) in hostile_pages.all_pages().items():
        if arguments and not any(argument in name for argument in arguments):
            continue
        count += 1
        page, start = Page(name, data, kind), time.process_time()  # type: ignore[arg-type]
        try:
            found = within(Limits().max_seconds, partial(hostile_pages.problems, reader, page))
        except PageTimeout as error:
            found, late, reader = [], late + 1, Extractor()
            print(f"{name}: {error.code}")
        wrong += bool(found)
        print(f"{time.process_time() - start:6.2f} s  {name}", *found, flush=True)
    print(f"{count} pages, {wrong} wrong, {late} page.timeout")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
