"""Writes the data dictionary into the document named on the command line, below its mark."""

from __future__ import annotations

import sys
from pathlib import Path

from extractor.dataset.dictionary import MARK, markdown

document = Path(sys.argv[1])
above = document.read_text(encoding="utf-8").partition(MARK)[0]
document.write_text(f"{above}{MARK}\n{markdown()}", encoding="utf-8")
