"""What the machine does to a run: places that cannot be written, users without powers, other clocks."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.supply.unprivileged import NOBODY, as_nobody


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A file system of so many bytes; skips the test where none may be mounted."""
    place = folder / "disk"
    place.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    if os.getuid() != 0 or subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small file system takes root")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def readable(folder: Path) -> list[str]:
    """Words before a command that lay down root's powers; all above `folder` is made passable for it."""
    words = as_nobody()
    if words is None:
        pytest.skip("root's powers cannot be laid down here")
    if words:
        for above in (folder, *folder.parents):
            if (
                above.stat().st_uid == os.getuid()
                and above.stat().st_mode & 0o005 != 0o005
                and above != Path("/")
            ):
                above.chmod(above.stat().st_mode | 0o005)
    return words


def given_away(path: Path) -> None:
    """The path, writable for whom `readable` makes of root."""
    if os.getuid() == 0:
        os.chown(path, NOBODY, NOBODY)


def clock(time: str) -> list[str]:
    """Words before a command that tell it another time; skips the test where there is no `faketime`."""
    if shutil.which("faketime") is None:
        if "clock" in os.environ.get("PIAGAM_REQUIRE", "").split(","):
            pytest.fail("faketime is not installed")
        pytest.skip("faketime is not installed")
    return ["faketime", time]
