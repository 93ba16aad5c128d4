"""spaCy without its command line, which takes a third of the time of importing it and is never used here."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_INFO = "spacy.cli.info"


def info(*args: Any, **named: Any) -> Any:
    """`spacy.info`, which loads spaCy's command line when it is called."""
    return import_module(_INFO).info(*args, **named)


def import_spacy() -> None:
    """Import spaCy, whose first lines ask for `info` of its command line, with one that waits in its place.

    Afterwards `spacy.cli` is imported by whoever asks for it as if nothing had been.
    """
    if "spacy" in sys.modules:
        return
    waiting: Any = ModuleType(_INFO)
    waiting.info = info
    sys.modules[_INFO] = waiting
    try:
        import_module("spacy")
    finally:
        del sys.modules[_INFO]
