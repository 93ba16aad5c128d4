"""Where a run spends its time, by stage; nothing of it touches a run that does not ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from importlib import import_module
from time import process_time
from typing import Any

# (stage, module, function or method).  A stage inside another counts for itself alone.
STEPS = (
    ("gate", "extractor.gate.gate", "Gate.passes"),
    ("gate", "extractor.gate.gate", "Gate.speaks"),
    ("decode", "extractor.gate.gate", "decode"),
    ("decode", "extractor.articles.read", "decode"),
    ("parse", "extractor.articles.read", "parse"),
    ("body", "extractor.core", "read_article"),
    ("spaCy", "spacy.language", "Language.__call__"),
    ("dates", "extractor.pipes.dates", "Dates.__call__"),
    ("records", "extractor.core", "read"),
    ("reconcile", "extractor.core", "reconcile"),
    ("write", "extractor.run", "_outcome"),
)
STAGES = tuple(dict.fromkeys(stage for stage, _, _ in STEPS))
OTHER = "other"  # reading files, and whatever has no stage


class Profile:
    """Processor seconds by stage, of this process alone."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = dict.fromkeys((*STAGES, OTHER), 0.0)
        self._running = [OTHER]
        self._since = process_time()

    def _turn(self) -> None:
        now = process_time()
        self.seconds[self._running[-1]] += now - self._since
        self._since = now

    def _timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def run(*args: Any, **named: Any) -> Any:
            self._turn()
            self._running.append(stage)
            try:
                return function(*args, **named)
            finally:
                self._turn()
                self._running.pop()

        return run

    def table(self) -> Iterator[str]:
        """One line a stage: seconds and share."""
        self._turn()
        whole = sum(self.seconds.values()) or 1.0
        for stage, seconds in self.seconds.items():
            yield f"{stage:<10}{seconds:>9.3f} s {seconds / whole:>6.1%}"


@contextmanager
def profiled() -> Iterator[Profile]:
    """Times the stages of everything that runs inside, in this process."""
    profile = Profile()
    kept: list[tuple[Any, str, Any]] = []
    try:
        for stage, module, path in STEPS:
            owner: Any = import_module(module)
            *outer, name = path.split(".")
            for part in outer:
                owner = getattr(owner, part)
            function = getattr(owner, name)
            kept.append((owner, name, function))
            setattr(owner, name, profile._timed(stage, function))
        yield profile
    finally:
        for owner, name, function in reversed(kept):
            setattr(owner, name, function)
