"""All hostile pages at full size, each within a page's time limit: `python -m tests.hostile [NAME...]`.

Time is that of the process, so that other work on the machine makes no page late.
"""

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

PATIENCE = 30  # how many times the limit the clock may show on a busy machine


def main(arguments: list[str]) -> int:
    reader, wrong, count, late, limit = Extractor(), 0, 0, 0, Limits().max_seconds
    for name, (data, kind) in hostile_pages.all_pages().items():
        if arguments and not any(argument in name for argument in arguments):
            continue
        count += 1
        page, start = Page(name, data, kind), time.process_time()  # type: ignore[arg-type]
        try:
            found = within(PATIENCE * limit, partial(hostile_pages.problems, reader, page))
        except PageTimeout as error:
            found, reader = [error.code], Extractor()
        took = time.process_time() - start
        wrong, late = wrong + bool(found), late + (took > limit)
        print(f"{took:6.2f} s  {name}", *found, flush=True)
    print(f"{count} pages, {wrong} wrong, {late} over {limit:g} seconds")
    return 1 if wrong or late else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
