"""A long run of a fuzzer: `python -m tests.fuzz TARGET [--seconds N]`.

Guided by coverage where atheris is installed (`pip install '.[fuzz]'`); else mutations of the target's corpus
by a seeded generator.  The corpus lies in `tests/fuzz/corpus/TARGET`; an input that fails is put beside it
as `found-*`, and belongs into a test once its fault is mended.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from tests.fuzz.mutations import mutated, samples_of

CORPUS = Path(__file__).parent / "corpus"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("target", nargs="?")
    parser.add_argument("--list", action="store_true", help="print the targets' names")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plain", action="store_true", help="mutations only, even where atheris is there")
    asked = parser.parse_args()
    if asked.list or asked.target is None:
        print(*sorted(path.name for path in CORPUS.iterdir()))
        return 0
    folder = CORPUS / asked.target
    if find_spec("atheris") is not None and not asked.plain:
        return _guided(asked.target, folder, asked.seconds)
    from tests.fuzz.targets import TARGETS

    return _plain(TARGETS[asked.target], folder, asked.seconds, asked.seed)


def _guided(target: str, folder: Path, seconds: int) -> int:
    import atheris  # type: ignore[import-not-found, unused-ignore]

    with atheris.instrument_imports(include=["extractor"]):
        from tests.fuzz.targets import TARGETS
    TARGETS[target](b"")
    options = [f"-max_total_time={seconds}", "-timeout=20", "-max_len=20000", "-rss_limit_mb=2048"]
    options.append(f"-artifact_prefix={folder}/found-")
    with tempfile.TemporaryDirectory() as grown:  # what the fuzzer adds goes here, not into the repository
        atheris.Setup([sys.argv[0], *options, grown, str(folder)], TARGETS[target])
        atheris.Fuzz()
    return 0


def _plain(work: Callable[[bytes], None], folder: Path, seconds: int, seed: int) -> int:
    samples = samples_of(folder)
    chance, end, count = random.Random(seed), time.monotonic() + seconds, 0
    while time.monotonic() < end:
        data = mutated(chance, samples)
        count += 1
        try:
            work(data)
        except BaseException:
            name = folder / f"found-{hashlib.sha256(data).hexdigest()[:12]}"
            name.write_bytes(data)
            print(f"{count} inputs; {name} fails", file=sys.stderr)
            raise
    print(f"{count} inputs, none fails")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
