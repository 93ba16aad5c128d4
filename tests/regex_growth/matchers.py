"""The pipes, which hold spaCy's matchers, and the gate, whose automaton reads bytes, at growing sizes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from extractor.core import Extractor
from extractor.gate import Gate
from extractor.pages import Page
from tests.regex_growth.growth import Growth, grows, seconds
from tests.regex_growth.strands import RUNS, Strand

MOST = 40  # phrases of one pipe, those of most words first
SIZES = (1 << 12, 1 << 13, 1 << 14)
MARKUP = (
    "a<!--", "a<!-- '", "a<script>", "a</script", "a<svg ", "a<b x=\"'>", "a<b x='\">", "a<a \"", "a&lt;",
    "a&amp;lt;b", "a\\u003c", "u\\u003c\\u003e", "<", "&amp;", "&#85;", "\\\\", "u\xad",
    "U<b>H</b>", "U&shy;",
)  # fmt: skip


def pipes() -> Iterator[tuple[str, Growth | None]]:
    """How each pipe's time grows on runs of the beginnings of every pipe's phrases."""
    nlp = Extractor().nlp
    nlp("Kabupaten Balangan meraih UHC Awards 2026.")  # builds the matchers
    held = [getattr(pipe, "data", {}) for _, pipe in nlp.pipeline]
    runs = dict.fromkeys((*RUNS, *(start for data in held for start in _beginnings(data))))
    for run in runs:
        times: dict[tuple[str, int], list[float]] = {}

        def timed(size: int, name: str, run: str = run, times: dict[Any, list[float]] = times) -> float:
            if not times.get((name, size)):
                for pipe, took in _timed(nlp, Strand("", run).text(size)).items():
                    times.setdefault((pipe, size), []).append(took)
            return times[name, size].pop()

        for name in nlp.pipe_names:
            yield f"{name} in {run!r} on and on", grows(lambda size, n=name: timed(size, n), SIZES)  # type: ignore[misc]


def _timed(nlp: Any, text: str) -> dict[str, float]:
    """Seconds that each pipe takes for a text."""
    took = {}
    with nlp.memory_zone():
        doc = nlp.make_doc(text)
        for name, pipe in nlp.pipeline:
            start = time.process_time()
            doc = pipe(doc)
            took[name] = time.process_time() - start
    return took


def _beginnings(data: Any) -> list[str]:
    """The first words of a pipe's phrases, and the phrases, each with a blank behind."""
    phrases = sorted(set(_strings(data)), key=lambda phrase: (-len(phrase.split()), phrase))[:MOST]
    words = [phrase.split() for phrase in phrases]
    return [f"{' '.join(w[:n])} " for w in words for n in sorted({1, len(w) - 1, len(w)}) if n]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if value.strip():
            yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(key)
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def gates() -> Iterator[tuple[str, Growth | None]]:
    """How the gate's time grows on runs of what may open a hidden stretch in a page's bytes."""
    extractor = Extractor()
    gate: Gate = extractor.gate
    for unit in (*RUNS, *MARKUP):
        for head in ("", "a<!", "a<script>"):

            def run(size: int, head: str = head, unit: str = unit) -> float:
                page = Page("page", Strand(head, unit).text(size).encode("utf-8"), "html")
                return seconds(lambda _: gate.passes(page), "")

            yield f"the gate in {head!r} and {unit!r} on and on", grows(run, (1 << 14, 1 << 15, 1 << 16))
