"""How the time of each regular expression and matcher grows: `python -m tests.regex_growth [PLACE...]`.

Every pattern that the package compiles, at import or at work on the corpora, is used as the package uses it
on long runs of its own beginnings and of what it repeats; every pipe and the gate on runs of their own
phrases.  A pattern whose time grows by more than `LIMIT` from one size to twice it (best of five) is named,
as is a call of `re` that the work never reached, and the exit status is 1.
"""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path

from tests.regex_growth.uses import Watch, import_all

PACKAGE = Path(__file__).parents[2] / "extractor"


def main(arguments: list[str]) -> int:
    watch = Watch(PACKAGE)  # before anything of the package is imported
    import_all("extractor")
    from tests.regex_growth.growth import LIMIT, growth_of_pattern
    from tests.regex_growth.matchers import gates, pipes
    from tests.regex_growth.work import work

    work()
    tried = slow = patterns = 0
    for use in watch.uses():
        if arguments and not any(argument in use.place for argument in arguments):
            continue
        patterns += 1
        for told, grown in growth_of_pattern(use):
            tried += 1
            if grown is not None:
                slow += 1
                print(f"{use.place}: {grown}, {told}: {use.pattern.pattern[:70]!r}", flush=True)
                break  # one text is enough to show it
    for told, grown in () if arguments else chain(gates(), pipes()):
        tried += 1
        if grown is not None:
            slow += 1
            print(f"{told}: {grown}", flush=True)
    unseen = [place for place in watch.unseen() if not arguments]
    for place in unseen:
        print(f"{place}: never reached")
    print(f"{patterns} patterns, {tried} texts: {slow} grow worse than by {LIMIT}, {len(unseen)} not reached")
    return 1 if slow or unseen else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
