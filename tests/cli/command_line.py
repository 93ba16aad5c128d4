"""How tests run the command, and pages to give it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import extractor

AWARD = (
    "Balangan - Kabupaten Balangan meraih UHC Awards 2026 kategori Utama. Bupati Balangan Abdul Hadi "
    "menerima penghargaan itu dari Menteri Sosial di Jakarta, Selasa (27/1/2026).\n\n"
    "Cakupan kepesertaan JKN di Kabupaten Balangan mencapai 99,2 persen dari jumlah penduduk.\n"
)
PLAIN = (
    "Balangan - Pasar malam di alun-alun kembali dibuka pekan ini. Pedagang kaki lima menyambut gembira "
    "karena pengunjung mulai ramai sejak sore hari dan cuaca sedang baik.\n"
)


COMMAND = (sys.executable, "-m", "extractor")
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": os.pathsep.join(
        (str(Path(extractor.__file__).parents[1]), os.environ.get("PYTHONPATH", ""))
    ),
}


class Piagam(Protocol):
    """Runs the command with some arguments to its end."""

    def __call__(
        self, *args: str, stdin: bytes = b"", env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]: ...
