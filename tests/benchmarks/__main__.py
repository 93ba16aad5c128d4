"""`python -m tests.benchmarks`: every section as a table on the screen, and all of them as JSON."""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from tests.benchmarks import sections

NAMED = (
    "spacy",
    "lxml",
    "beautifulsoup4",
    "google-re2",
    "dateparser",
    "pydantic",
    "trafilatura",
    "newspaper4k",
)
SECTIONS = ("tools", "dev", "mixes", "gate", "stages", "cold", "jobs", "growth")


def main() -> None:
    options = parsed()
    told: dict[str, Any] = {
        "machine": machine(),
        "command": " ".join(["python -m tests.benchmarks", *sys.argv[1:]]),
    }
    show("machine", [told["machine"]])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for section in options.only or SECTIONS:
            told[section] = measured(section, options, folder)
            show(section, told[section])
            if options.json:
                options.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--pages", type=int, default=120, help="generated pages a turn (default 120)")
    parser.add_argument("--turns", type=int, default=5, help="turns, of which the median counts (default 5)")
    parser.add_argument("--only", nargs="*", choices=SECTIONS, help="sections to run (default: all)")
    parser.add_argument("--large", action="store_true", help="growth up to 100,000 pages")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all tables there as JSON")
    return parser.parse_args()


def measured(section: str, options: argparse.Namespace, folder: Path) -> list[dict[str, Any]]:
    pages, turns = options.pages, options.turns
    match section:
        case "tools":
            return sections.relevant_pages(pages, turns, folder)
        case "dev":
            return sections.dev_pages(pages, turns, folder)
        case "mixes":
            return sections.mixes(max(pages, 100) * 4, turns, folder)
        case "gate":
            return sections.gate(pages, turns)
        case "stages":
            return sections.stages(pages)
        case "cold":
            return sections.cold(turns, folder)
        case "jobs":
            return sections.processes(5 * pages, folder)
        case _:
            return sections.growth((1_000, 10_000, 100_000) if options.large else (1_000, 10_000), folder)


def machine() -> dict[str, str]:
    """What was measured on: processor, system, and versions."""
    told = {"processor": processor(), "system": platform.platform(), "python": platform.python_version()}
    for name in NAMED:
        try:
            told[name] = version(name)
        except PackageNotFoundError:
            told[name] = "missing"
    return told


def processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.is_file() else []
    return next(
        (line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.processor()
    )


def show(title: str, rows: list[dict[str, Any]]) -> None:
    """A table in Markdown."""
    heads = list(rows[0])
    lines = [heads, ["---"] * len(heads), *([str(row[head]) for head in heads] for row in rows)]
    print(f"\n## {title}\n", *("| " + " | ".join(line) + " |" for line in lines), sep="\n", flush=True)


if __name__ == "__main__":
    main()
