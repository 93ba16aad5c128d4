"""How each regular expression's time grows with hostile input: `python -m tests.regex_growth [NAME...]`.

Every pattern that a module of Piagam holds is searched for in long runs of its own beginnings and of what
patterns repeat.  Doubling the run should double the time; a pattern whose time grows by more than `LIMIT`
is named, and the exit status is 1.  Times are the best of five, those under `LEAST` are no measure.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import sys
import time
from collections.abc import Iterator

import extractor
from extractor.deadline import within
from extractor.errors import PageTimeout

LIMIT = 3.2  # twice the input: 2 is linear, 4 the square
LEAST = 0.02  # seconds
SIZES = (1 << 14, 1 << 15, 1 << 16)
TOO_LONG = 2.0  # seconds; no need to look further
RUNS = (
    " ", "\n", "a", "A", "1", "1.", "1,", ".", "-", "(", '"', "<a ", "</", "a ", "A ", "A. ", "di ", "dari ",
    "1 ", "Aa, ", "a-", " \n", "se-", 'x="a',
)  # fmt: skip
_LETTERS = re.compile(r"[A-Za-z]{2,}(?: [a-z]+)?")
OPTIONAL = ("extractor.engines", "extractor.web")  # faces that need further libraries


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of text that a module's names hold, itself or in a tuple, list or mapping."""
    seen: set[tuple[str, int]] = set()
    for module in sorted(info.name for info in pkgutil.walk_packages(extractor.__path__, "extractor.")):
        if module.startswith(OPTIONAL) or module.endswith("__main__"):
            continue
        for name, value in sorted(vars(importlib.import_module(module)).items()):
            for pattern in _held(value):
                if isinstance(pattern.pattern, str) and (pattern.pattern, pattern.flags) not in seen:
                    seen.add((pattern.pattern, pattern.flags))
                    yield f"{module}.{name}", pattern


def searched(name: str) -> bool:
    """Whether the module looks for the pattern anywhere in a text, not at one place alone."""
    module, _, held = name.rpartition(".")
    uses = set(re.findall(rf"\b{held}\.(\w+)\(", inspect.getsource(importlib.import_module(module))))
    return not uses or bool(uses - {"match", "fullmatch"})


def _held(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _held(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _held(item)


def seeds(pattern: re.Pattern[str]) -> list[str]:
    """What to repeat: the pattern's own first words, alone and with a blank, and what all are tried with."""
    own = list(dict.fromkeys(_LETTERS.findall(re.sub(r"\\.|\(\?\w*[<:=!]*\w*>?", " ", pattern.pattern))))[:4]
    return [*RUNS, *own, *(f"{word} " for word in own), *(f"{word} 1 " for word in own)]


def seconds(pattern: re.Pattern[str], text: str, times: int, *, anywhere: bool) -> float:
    """The best time of a search for all matches, or of one match at the beginning; inf: too long."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        try:
            within(
                TOO_LONG, lambda: sum(1 for _ in pattern.finditer(text)) if anywhere else pattern.match(text)
            )
        except PageTimeout:
            return best
        best = min(best, time.process_time() - start)
    return best


def growth(pattern: re.Pattern[str], seed: str, *, anywhere: bool) -> tuple[float, float]:
    """(ratio of the times of two sizes, seconds of the larger one); 0 where it is too quick to measure."""
    before = 0.0
    for size in SIZES:
        text = (seed * (size // len(seed) + 1))[:size] + "\x01"
        now = seconds(pattern, text, 1, anywhere=anywhere)
        if before > LEAST and now / before > LIMIT:
            shorter = text[: size // 2] + "\x01"
            first, second = (seconds(pattern, run, 5, anywhere=anywhere) for run in (shorter, text))
            if second / first > LIMIT:
                return second / first, second
        if now == float("inf"):
            return now, TOO_LONG
        before = now
    return 0.0, before


def main(arguments: list[str]) -> int:
    tried = slow = 0
    for name, pattern in patterns():
        if arguments and not any(argument in name for argument in arguments):
            continue
        anywhere = searched(name)
        for seed in seeds(pattern):
            tried += 1
            ratio, took = growth(pattern, seed, anywhere=anywhere)
            if ratio:
                slow += 1
                print(
                    f"{name}: {ratio:.1f} times for twice {seed!r}, {took:.2f} s: {pattern.pattern[:70]!r}",
                    flush=True,
                )
    print(f"{tried} searches, {slow} grow worse than by {LIMIT}")
    return 1 if slow else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
