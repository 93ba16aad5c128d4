"""Work that reaches every call of `re`: the commands over the corpora and over a few lines more."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from typer.testing import CliRunner

from extractor.cli import app
from extractor.dataset import open_dataset
from extractor.pages.sniff import starts_as_rows
from extractor.regions import gazetteer
from extractor.regions.build import read_aliases
from extractor.regions.derive import check_aliases, spellings

CORPORA = Path(__file__).parents[2] / "corpora"
FUZZED = Path(__file__).parents[1] / "fuzz" / "corpus"


def work() -> None:
    """Runs the commands in a folder of its own; what they print is lost."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
        (folder / "claims.jsonl").write_text(
            "".join(json.dumps({"id": str(n), "claim": claim}) + "\n" for n, claim in enumerate(CLAIMS)),
            encoding="utf-8",
        )
        pages = [str(CORPORA / "dev" / "html"), str(CORPORA / "fresh" / "html"), str(FUZZED)]
        pages.append(str(folder / "rows.jsonl"))
        dataset = str(folder / "awards.db")
        claims = [str(path) for path in sorted(CORPORA.glob("*/claims.jsonl"))]
        run("build", dataset, *pages)
        run("extract", *pages, "-o", str(folder / "results.jsonl"))
        run("evaluate", str(CORPORA / "dev"))
        run("query", dataset, "Kalimantan Selatan")
        decide(dataset, folder / "decisions.csv")
        run("report", dataset, "-o", str(folder / "report.html"))
        for path in [*claims, str(folder / "claims.jsonl")]:
            run("check", "--dataset", dataset, "--claims", path)
        run("check", "--dataset", dataset, *sorted(map(str, CORPORA.glob("dev/html/*")))[:9])
    for name in gazetteer().by_code.values():
        list(spellings(name.bare))
    starts_as_rows(b"{}")  # asked of standard input alone
    check_aliases(gazetteer().by_code, read_aliases())


def run(*arguments: str) -> None:
    CliRunner().invoke(app, arguments, catch_exceptions=False)


def decide(dataset: str, path: Path) -> None:
    """An editor's decision on the day of the first award."""
    with open_dataset(Path(dataset)) as opened:
        award = opened.awards()[0]
    path.write_text(
        f"award_id,field,value,who,why\n{award.id},date,2026-01-27,Redaksi,siaran pers\n", encoding="utf-8"
    )
    run("resolve", dataset, "--decisions", str(path))


LINE = "Kabupaten Balangan meraih UHC Awards 2026 kategori Utama di Jakarta, Selasa (27/1/2026)."
ROWS: Sequence[dict[str, str]] = (
    {"text": f"{LINE}\nLaporan TV Kabar/Media", "source": "https://kabar.example/a"},
    {"text": "Sebanyak 75 kabupaten/kota kategori Utama UHC Awards 2026 ada di Provinsi Kalimantan Selatan."},
    {"html": f"<title>Balangan</title><h1>Balangan Raih UHC</h1><p>Oleh: Budi Media/Ani</p><p>{LINE}</p>"},
)
CLAIMS: Sequence[str] = (
    LINE,
    "Sebanyak 75 kabupaten/kota di Kalimantan Selatan meraih UHC Awards 2026 kategori Utama.",
    "Kabupaten Balangan menjadi satu-satunya kabupaten peraih predikat UHC Awards 2026.",
    "Dua kabupaten di Kalimantan Selatan meraih UHC Awards 2026.",
    "Sebanyak 75 kabupaten/kota meraih UHC Awards 2026 kategori Utama.",
)
