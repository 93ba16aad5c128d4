"""The lock files: what they pin, by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ROOT / ".ci"
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Pin:
    """One line of a lock: `name==version`, for machines that fit `marker`, with its files' hashes."""

    name: str
    version: str
    marker: str
    hashes: int

    @property
    def fits(self) -> bool:
        """Whether the pin is meant for this machine."""
        requirement = Requirement(f"{self.name}; {self.marker}" if self.marker else self.name)
        return requirement.marker is None or requirement.marker.evaluate()


def pins(lock: str) -> Iterator[Pin]:
    """The pins of `.ci/LOCK.lock`, in its order."""
    text = (LOCKS / f"{lock}.lock").read_text(encoding="utf-8")
    for entry in re.sub(r" *\\\n *", " ", text).splitlines():
        if not entry or entry.lstrip().startswith("#"):
            continue
        requirement = Requirement(entry.partition(" --hash")[0])
        (specifier,) = requirement.specifier
        assert specifier.operator == "==", entry
        marker = str(requirement.marker or "")
        name = canonicalize_name(requirement.name)
        yield Pin(name, specifier.version, marker, len(_HASH.findall(entry)))
