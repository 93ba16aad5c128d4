"""The wheel: `python -m tests.supply.wheel` builds it twice and compares; `--check` installs and runs it too.

Installed are the packages of `.ci/runtime.lock`, by their hashes, and the wheel; what is run is run from an
empty folder, without a home, by a user that can write nothing else.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.supply.locks import LOCKS, ROOT
from tests.supply.unprivileged import NOBODY, as_nobody

SOURCES = ("LICENSE", "README.md", "pyproject.toml", "extractor", "models")
PAGE = (
    "Paringin - Kabupaten Balangan meraih UHC Awards 2026 kategori Utama. Penghargaan diterima langsung oleh "
    "Bupati Balangan Abdul Hadi di Jakarta, Selasa (27/1/2026).\n"
)
PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check")


def built(folder: Path, umask: int, **env: str) -> Path:
    """The wheel of a copy of the sources in `folder`, built under this umask and these variables."""
    before = os.umask(umask)
    try:
        for name in SOURCES:
            put = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
            put(ROOT / name, folder / name)
        out = folder / "out"
        words = [sys.executable, *PIP, "wheel", "--no-deps", "--no-build-isolation", "-w", str(out), "."]
        subprocess.run(words, cwd=folder, env={**os.environ, **env}, check=True)
    finally:
        os.umask(before)
    (wheel,) = out.glob("*.whl")
    return wheel


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def built_twice(folder: Path) -> tuple[Path, Path]:
    """Two wheels from two folders, made as differently as one machine can."""
    surroundings = (
        (0o022, {"TZ": "UTC", "PYTHONHASHSEED": "1"}),
        (0o077, {"TZ": "Asia/Jakarta", "LC_ALL": "C"}),
    )
    wheels = []
    for number, (umask, env) in enumerate(surroundings):
        (folder / f"build-{number}").mkdir()
        wheels.append(built(folder / f"build-{number}", umask, **env))
    return wheels[0], wheels[1]


def install(wheel: Path, place: Path) -> Path:
    """A new environment with the locked packages and the wheel, which nobody may write; gives its python."""
    venv.create(place, with_pip=True)
    python = place / "bin" / "python"
    hashed = ("--require-hashes", "--only-binary", ":all:", "-r", str(LOCKS / "runtime.lock"))
    subprocess.run([python, *PIP, "install", *hashed], check=True)
    subprocess.run([python, *PIP, "install", "--no-index", "--no-deps", str(wheel)], check=True)
    subprocess.run([python, *PIP, "check"], check=True)
    subprocess.run(["chmod", "-R", "a-w,a+rX", str(place)], check=True)
    return python


def run_installed(python: Path, folder: Path) -> None:
    """Runs the installed command; raises AssertionError where it does not do its work."""
    before = as_nobody(str(python))
    if before is None:
        print("root's powers cannot be laid down here: running with them", file=sys.stderr)
    elif before:
        os.chown(folder, NOBODY, NOBODY)
    env = {"PATH": os.defpath, "HOME": "/nonexistent", "LC_ALL": "C"}

    def piagam(*args: str, stdin: str = "") -> str:
        words = [*(before or ()), str(python.with_name("piagam")), *args]
        return _said(words, folder, env, stdin)

    print(piagam("--version").strip())
    result = json.loads(piagam("extract", "-", stdin=PAGE))
    assert [record["region"]["code"] for record in result["records"]] == ["63.11"], result
    where = _said([*(before or ()), str(python), "-c", WHERE], folder, env)
    assert "site-packages" in where and "site-packages" in where.splitlines()[1], where
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    piagam("build", "awards.db", "page.txt")
    assert "Balangan" in piagam("query", "awards.db", "--json")
    piagam("export", "awards.db", "-o", "awards")
    piagam("report", "awards.db", "-o", "report.html")
    piagam("check", "--dataset", "awards.db", "page.txt")
    assert "--port" in piagam("serve", "--help")
    assert {path.name for path in folder.iterdir()} >= {"awards", "awards.db", "report.html"}


WHERE = """
import extractor.pipes.pipeline as pipeline
print(pipeline.__file__)
print(next(place for place in pipeline.PLACES if (place / "config.cfg").is_file()))
"""
"""Prints where the package and the model are taken from."""


def _said(words: Sequence[str], folder: Path, env: Mapping[str, str], stdin: str = "") -> str:
    done = subprocess.run(
        words, cwd=folder, env=env, input=stdin, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise AssertionError(f"{words} left with {done.returncode}: {done.stderr}")
    return done.stdout


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.supply.wheel")
    parser.add_argument("--check", action="store_true", help="install it by the lock, and run it as nobody")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        one, other = built_twice(folder)
        print(f"{digest(one)}  {one.name}\n{digest(other)}  {other.name}, in another folder")
        if digest(one) != digest(other):
            return 1
        (ROOT / "dist").mkdir(exist_ok=True)
        shutil.copyfile(one, ROOT / "dist" / one.name)
        if asked.check:
            python = install(one, folder / "venv")
            (folder / "empty").mkdir()
            run_installed(python, folder / "empty")
            print("installed by the lock, and run from an empty folder by a user that can write nothing else")
    return 0


if __name__ == "__main__":
    sys.exit(main())
