"""Word lists kept as data: `patterns/<name>.yaml`, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

# CSafeLoader is ten times as fast; the pure one reads the same where libyaml is missing.
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The word lists of `patterns/<name>.yaml`."""
    text = files("extractor.pipes").joinpath("patterns", f"{name}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=Loader)  # a safe loader either way
    return loaded
