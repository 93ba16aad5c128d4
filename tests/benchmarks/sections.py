"""The benchmark's sections, each a table of rows."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import mean
from typing import Any

from extractor.cli.choices import Format
from extractor.cli.formats import renderer
from extractor.gate import Gate
from extractor.pages import Limits, Page, iter_pages
from extractor.profiling import profiled
from extractor.programmes import load_catalogue
from extractor.run import Options, outcomes
from tests.benchmarks.measure import Work, in_turns, middle, run
from tests.benchmarks.pages import corpus_pages, made, write_rows
from tests.benchmarks.tools import PEER, TOOLS, Read

Row = dict[str, Any]
MEASURED = 8  # pages of a mix, of which one in so many is given to the slow peer


def every(read: Read, pages: Sequence[bytes]) -> Work:
    def work() -> None:
        for data in pages:
            read(data)

    return work


def tools(pages: Sequence[bytes], turns: int, folder: Path) -> list[Row]:
    """All tools on the same pages, and reading the pages' files and nothing else."""
    reads = {name: make() for name, make in TOOLS.items()}
    for read in reads.values():
        read(pages[0])  # what a tool loads on its first page is measured under cold start
    works = {name: every(read, pages) for name, read in reads.items()}
    seconds = in_turns(works | {"reading the files alone": files_read(pages, folder)}, turns)
    return [
        {
            "tool": name,
            "ms a page": round(1000 * taken / len(pages), 2),
            "pages a second": round(len(pages) / taken, 1),
            "times the peer": round(seconds[PEER] / taken, 2),
        }
        for name, taken in seconds.items()
    ]


def files_read(pages: Sequence[bytes], folder: Path) -> Work:
    paths = [folder / f"{number}.html" for number in range(len(pages))]
    for path, data in zip(paths, pages, strict=True):
        path.write_bytes(data)
    return lambda: [path.read_bytes() for path in paths]


def relevant_pages(count: int, turns: int, folder: Path) -> list[Row]:
    return tools([page.data for page in made(count, 1.0)], turns, folder)


def dev_pages(count: int, turns: int, folder: Path) -> list[Row]:
    return tools(corpus_pages()[:count], turns, folder)


def mixes(count: int, turns: int, folder: Path) -> list[Row]:
    """Packed rows of which a share is relevant: unpacking, Piagam end to end, and the peer on a sample."""
    return [_mix(count, share, turns, folder / f"{share}.jsonl.gz") for share in (1.0, 0.1, 0.01)]


def _mix(count: int, share: float, turns: int, path: Path) -> Row:
    write_rows(path, made(count, share, seed=2))
    sample = [page.data for page in made(count, share, seed=2)][::MEASURED]
    peer = TOOLS[PEER]()
    run_once = extracted(path)
    run_once()
    works = {
        "unpack": unpacked(path),
        "rows": rows_read(path),
        "piagam": run_once,
        "peer": every(peer, sample),
    }
    taken = in_turns(works, turns)
    peer_seconds = taken["peer"] * count / len(sample)
    return {
        "relevant": f"{share:.0%}",
        "unpack ms": round(1000 * taken["unpack"] / count, 3),
        "rows ms": round(1000 * taken["rows"] / count, 3),
        "piagam ms": round(1000 * taken["piagam"] / count, 3),
        "peer ms": round(1000 * peer_seconds / count, 2),
        "times the peer": round(peer_seconds / taken["piagam"], 1),
        "times unpacking": round(taken["piagam"] / taken["unpack"], 2),
    }


def unpacked(path: Path) -> Work:
    def work() -> None:
        with gzip.open(path) as packed:
            while packed.read(1 << 20):
                pass

    return work


def rows_read(path: Path) -> Work:
    return lambda: sum(1 for _ in iter_pages([str(path)]))


def extracted(path: Path) -> Work:
    """Piagam from the packed rows to JSON lines; the programme is loaded once, as in one long run."""
    from extractor import run as runs

    render = renderer(Format.JSONL, with_text=False)
    read = runs.reader(Options(), render, Limits())
    return lambda: sum(len(read(page).text) for page in iter_pages([str(path)]))


def gate(count: int, turns: int) -> list[Row]:
    """The gate beside one decoding of the same bytes."""
    gate = Gate(load_catalogue().programmes)
    pages = [Page("page.html", page.data, "html") for page in made(count, 0.0, seed=3)]
    megabytes = sum(len(page.data) for page in pages) / 1e6
    works: dict[str, Work] = {
        "gate": lambda: [gate.passes(page) for page in pages],
        "utf-8 decoding": lambda: [page.data.decode("utf-8") for page in pages],
    }
    works["gate"]()
    taken = in_turns(works, turns)
    return [{"step": name, "MB a second": round(megabytes / seconds)} for name, seconds in taken.items()]


def growth(counts: Iterable[int], folder: Path) -> list[Row]:
    """Speed and peak memory of the command over more and more pages, one in a hundred relevant."""
    return [_grown(count, folder / f"{count}.jsonl.gz") for count in counts]


def _grown(count: int, path: Path) -> Row:
    write_rows(path, made(count, 0.01, seed=4))
    took = run("-m", "extractor", "extract", str(path), "-o", str(path.with_suffix(".out.jsonl")))
    return {
        "pages": count,
        "pages a processor second": round(count / took.processor, 1),
        "peak MB": round(took.peak, 1),
        "seconds": round(took.wall, 1),
    }


def processes(count: int, folder: Path) -> list[Row]:
    """The command with one process and with two, by the clock: start-up is part of it."""
    rows = []
    for share, pages in ((1.0, count), (0.01, 10 * count)):
        path = write_rows(folder / f"jobs-{share}.jsonl.gz", made(pages, share, seed=5))
        for jobs in (1, 2):
            command = ("-m", "extractor", "extract", str(path), "--jobs", str(jobs), "-o", f"{path}.{jobs}")
            took = run(*command)
            rows.append(
                {
                    "relevant": f"{share:.0%}",
                    "pages": pages,
                    "jobs": jobs,
                    "seconds": round(took.wall, 1),
                    "pages a second": round(pages / took.wall, 1),
                    "processor seconds": round(took.processor, 1),
                }
            )
    return rows


def cold(turns: int, folder: Path) -> list[Row]:
    """Whole processes from start to end."""
    page = folder / "page.html"
    page.write_bytes(next(made(1, 1.0)).data)
    commands: dict[str, tuple[str, ...]] = {
        "python": ("-c", "pass"),
        "piagam --help": ("-m", "extractor", "--help"),
        "piagam extract, one page": ("-m", "extractor", "extract", str(page)),
        "import trafilatura": ("-c", "import trafilatura"),
        "import newspaper": ("-c", "import newspaper"),
    }
    runs = {name: middle([run(*command) for _ in range(turns)]) for name, command in commands.items()}
    return [
        {
            "command": name,
            "seconds": round(r.wall, 2),
            "processor seconds": round(r.processor, 2),
            "peak MB": round(r.peak),
        }
        for name, r in runs.items()
    ]


def stages(count: int) -> list[Row]:
    """Where Piagam's time goes on relevant pages."""
    pages = [Page("page.html", page.data, "html") for page in made(count, 1.0)]
    render: Callable[..., str] = renderer(Format.JSONL, with_text=False)
    list(outcomes(pages[:1], Options(), render))
    with profiled() as profile:
        read = _warm_reader(render)
        profile.seconds = dict.fromkeys(profile.seconds, 0.0)
        for page in pages:
            read(page)
        list(profile.table())
    whole = sum(profile.seconds.values())
    return [
        {"stage": name, "ms a page": round(1000 * taken / count, 2), "share": f"{taken / whole:.0%}"}
        for name, taken in profile.seconds.items()
    ]


def _warm_reader(render: Callable[..., str]) -> Callable[[Page], object]:
    from extractor import run as runs

    read = runs.reader(Options(), render, Limits(max_seconds=0))
    for page in made(4, 1.0, seed=9):
        read(Page("page.html", page.data, "html"))
    return read


def mean_size(count: int) -> int:
    return round(mean(len(page.data) for page in made(count, 1.0)) / 1000)
