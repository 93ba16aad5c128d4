"""Commands as a user that owns nothing: permissions mean nothing to root."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

NOBODY = 65534


def as_nobody(python: str = sys.executable) -> list[str] | None:
    """What to put before a command so that it runs without root's powers; null where that cannot be had.

    Whoever is not root has none to lay down.
    """
    if os.getuid() != 0:
        return []
    words = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    if shutil.which("setpriv") is None or not _runs([*words, python, "-c", ""]):
        return None
    return words


def _runs(words: Sequence[str]) -> bool:
    return subprocess.run(words, capture_output=True, check=False).returncode == 0
