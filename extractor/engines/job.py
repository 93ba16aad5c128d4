"""What every worker of a run must know, and how it travels to them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from extractor import __version__
from extractor.pages import Limits
from extractor.run import Lang, Options


@dataclass(frozen=True, slots=True)
class Job:
    """One run: how pages are read, where the command was given, and which folder takes the partitions.

    `home` is the folder that relative paths start from: workers of a cluster begin elsewhere.
    """

    home: str
    output: str
    options: Options
    limits: Limits
    with_text: bool = False
    version: str = __version__

    def packed(self) -> str:
        """The job as ASCII JSON; bytes of a path that are no UTF-8 come through."""
        values = asdict(self)
        values["options"]["programmes"] = [str(path) for path in self.options.programmes]
        return json.dumps(values, sort_keys=True)

    @classmethod
    def unpacked(cls, text: str) -> Job:
        """The job that `packed` gave."""
        values: dict[str, Any] = json.loads(text)
        given = values.pop("options")
        lang: Lang = given.pop("lang")
        paths = tuple(Path(path) for path in given.pop("programmes"))
        options = Options(programmes=paths, lang=lang, **given)
        return cls(options=options, limits=Limits(**values.pop("limits")), **values)

    @property
    def folder(self) -> Path:
        """The folder of the partitions, wherever the process stands."""
        return Path(self.home) / self.output


def digest(text: str) -> str:
    """What names a text, bytes of paths that are no UTF-8 included."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
