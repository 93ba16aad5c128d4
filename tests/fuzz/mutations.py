"""Samples of a target's corpus, and mutations of them."""

from __future__ import annotations

import random
from pathlib import Path


def samples_of(folder: Path) -> list[bytes]:
    """The files of a corpus, in the order of their names; what a fuzzer found is none of it."""
    paths = sorted(path for path in folder.iterdir() if not path.name.startswith("found-"))
    return [path.read_bytes() for path in paths] or [b""]


def mutated(chance: random.Random, samples: list[bytes]) -> bytes:
    """One of the samples with some stretches dropped, doubled, swapped for another's, or made of noise."""
    data = bytearray(chance.choice(samples))
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((0, 1, 2, 8, 100)))
        other = chance.choice(samples)
        at = chance.randrange(len(other) + 1)
        data[start:end] = chance.choice(
            (
                b"",
                bytes(data[start:end]) * 2,
                other[at : at + 60],
                chance.randbytes(3),
                b"\0",
                b"\xff",
                b"[",
                b"<",
                b'"',
            )
        )
    return bytes(data[:20_000])
