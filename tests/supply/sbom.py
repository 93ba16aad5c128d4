"""The bill of materials of what users run: `python -m tests.supply.sbom FILE TOOLS`, CycloneDX as JSON.

The packages of `.ci/runtime.lock` are installed by their hashes into an environment of their own, so that
licences come from their own metadata and nothing of the tools stands in the bill.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from tests.supply.locks import LOCKS, ROOT


def main() -> int:
    out, tools = Path(sys.argv[1]), Path(sys.argv[2])
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        venv.create(name, with_pip=True)
        python = Path(name) / "bin" / "python"
        pip = [python, "-m", "pip", "--quiet", "--disable-pip-version-check"]
        locked = ["--require-hashes", "--only-binary", ":all:", "-r", LOCKS / "runtime.lock"]
        subprocess.run([*pip, "install", *locked], check=True)
        subprocess.run([*pip, "uninstall", "--yes", "setuptools", "pip"], check=True)
        project = ["--pyproject", ROOT / "pyproject.toml", "--mc-type", "application"]
        form = ["--output-format", "JSON", "--output-reproducible", "--output-file", out]
        subprocess.run([tools / "cyclonedx-py", "environment", *project, *form, python], check=True)
    print(out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
