"""Runs the command as a user does: in a process of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from command_line import AWARD, COMMAND, ENVIRONMENT, PLAIN, Piagam


@pytest.fixture
def piagam(tmp_path: Path) -> Piagam:
    """The command in a folder of its own; gives status and both outputs."""

    def run(
        *args: str, stdin: bytes = b"", env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*COMMAND, *args],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**ENVIRONMENT, **(env or {})},
            check=False,
        )

    return run


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with an award, a page without one, and a file that is no page."""
    folder = tmp_path / "pages"
    (folder / "more").mkdir(parents=True)
    (folder / "a.txt").write_text(AWARD, encoding="utf-8")
    (folder / "more" / "b.txt").write_text(PLAIN, encoding="utf-8")
    (folder / "logo.bin").write_bytes(b"\x00\x01")
    return folder
