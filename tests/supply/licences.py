"""The licence of every locked package: `python -m tests.supply.licences` writes docs/licences.md anew."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata

from tests.supply.locks import ROOT, pins

DOCUMENT = ROOT / "docs" / "licences.md"

PERMISSIVE = frozenset(
    {
        "0BSD", "Apache-2.0", "Artistic-1.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0",
        "CNRI-Python", "ISC", "MIT", "MIT-0", "PSF-2.0", "Python-2.0", "Unlicense", "Zlib",
    }
)  # fmt: skip
"""Ask for no more than their notice, and go with any licence."""

PER_FILE = frozenset({"MPL-2.0"})
"""Bind changes of their own files alone."""

ALLOWED = PERMISSIVE | PER_FILE

_CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "The Unlicense (Unlicense)": "Unlicense",
}
_WORDS = {
    "apache 2.0": "Apache-2.0", "apache license 2.0": "Apache-2.0", "apache-2.0 license": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0", "bsd": "BSD-3-Clause", "bsd license": "BSD-3-Clause",
    "mit license": "MIT", "the mit license": "MIT", "mpl 2.0": "MPL-2.0",
}  # fmt: skip

# What metadata leaves open, read in the package's own licence file.
_READ = {
    "axe-playwright-python": "MIT AND MPL-2.0",  # the second for the axe.min.js it carries
    "colorama": "BSD-3-Clause",  # installed on Windows alone
    "daft": "Apache-2.0",
    "text-unidecode": "Artistic-1.0 OR GPL-1.0-or-later",
}


def licence_of(name: str) -> str:
    """The package's licence as an SPDX expression; empty where its metadata does not say."""
    if name in _READ:
        return _READ[name]
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return ""
    if (expression := told.get("License-Expression")) is not None:
        return str(expression)
    return " AND ".join(_by_classifier(told)) or _by_words(told.get("License") or "")


def _by_classifier(told: PackageMetadata) -> list[str]:
    named = (line.rpartition(" :: ")[2] for line in told.get_all("Classifier") or () if "License ::" in line)
    return [_CLASSIFIERS.get(name, name) for name in named if name != "OSI Approved"]


def _by_words(text: str) -> str:
    first = text.strip().partition("\n")[0].strip()
    if allowed(first):
        return first
    return _WORDS.get(first.lower(), "MIT" if "Permission is hereby granted, free of charge" in text else "")


def allowed(expression: str) -> bool:
    """Whether an SPDX expression can be met by allowed licences alone: each of AND, one of OR."""
    if not expression:
        return False
    flat = re.sub(r"[()]", " ", expression)
    parts = [part.split(" OR ") for part in flat.split(" AND ")]
    return all(any(one.strip() in ALLOWED for one in choices) for choices in parts)


def rows() -> Iterable[tuple[str, str, str, str]]:
    """Name, versions, licence and use of every package, by name."""
    versions: dict[str, set[str]] = defaultdict(set)
    for pin in (*pins("dev"), *pins("tools")):
        versions[pin.name].add(pin.version)
    running = {pin.name for pin in pins("runtime")}
    tools = set(versions) - {pin.name for pin in pins("dev")}
    for name in sorted(versions):
        use = "run" if name in running else "tools" if name in tools else "develop"
        yield name, ", ".join(sorted(versions[name])), licence_of(name), use


def document(table: Iterable[tuple[str, str, str, str]]) -> str:
    """docs/licences.md with this table under its words."""
    words = DOCUMENT.read_text(encoding="utf-8").partition("| package |")[0]
    lines = (f"| {' | '.join(row)} |\n" for row in table)
    return f"{words}| package | version | licence | use |\n|---|---|---|---|\n{''.join(lines)}"


def main() -> int:
    sys.path.extend(map(str, ROOT.glob("build/tools/lib/*/site-packages")))  # `make tools`
    found = list(rows())
    open_ones = [
        f"{name}: {licence or 'not stated'}" for name, _, licence, _ in found if not allowed(licence)
    ]
    for line in open_ones:
        print(f"not allowed: {line}", file=sys.stderr)
    if not open_ones:
        DOCUMENT.write_text(document(found), encoding="utf-8")
    return bool(open_ones)


if __name__ == "__main__":
    sys.exit(main())
