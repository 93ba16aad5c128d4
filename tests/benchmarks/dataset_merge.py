"""How long merging synthetic results takes, and how much memory: python tests/benchmarks/dataset_merge.py [N]

Every result is stored as a build stores it, in a transaction of its own, and the whole is then resolved.  Two
in five articles are copies of a release with another town; one in ten gives another date and tier.
"""

from __future__ import annotations

import hashlib
import math
import multiprocessing
import random
import resource
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from extractor.dataset.reference import put_reference
from extractor.dataset.resolve import resolve
from extractor.dataset.schema import connect, transaction
from extractor.dataset.signature import signature
from extractor.dataset.state import mark_changed
from extractor.dataset.store import put_article, put_page
from extractor.model import (
    Article,
    Evidence,
    Figure,
    Finding,
    Person,
    ProgrammeRef,
    Record,
    Result,
    TierRef,
    Venue,
)
from extractor.programmes import load_catalogue
from extractor.regions.gazetteer import Region, gazetteer

WORDS = (
    *("warga", "daerah", "program", "layanan", "kesehatan", "anggaran", "capaian", "kerja", "bersama"),
    *("tahun", "pemerintah", "kota", "desa", "sehat"),
)
SIZES = (12_500, 25_000, 50_000, 100_000)
TIERS = ("utama", "madya", "pratama")


def text_of(chance: random.Random, region: Region) -> str:
    """A copy of one of 500 releases, or a text of its own."""
    seed = chance.randrange(500) if chance.random() < 0.4 else chance.getrandbits(48)
    own = random.Random(seed)
    words = [own.choice(WORDS) + own.choice(("", "", "nya", f" {own.randrange(1000)}")) for _ in range(140)]
    return f"{region.name} meraih UHC Awards di Jakarta. " + " ".join(words) + f" Demikian {region.bare}."


def result_of(number: int, regions: list[Region]) -> Result:
    """The result of the synthetic page `number`."""
    chance = random.Random(number)
    region = chance.choice(regions)
    text = text_of(chance, region)
    odd = chance.random() < 0.1
    mark = Evidence(start=0, end=5, text=text[:5], rule="synthetic")
    tier = TIERS[(int(region.code[-2:]) + odd) % 3]
    finding = Finding(check="edition.date", verdict="supported", reason="Tanggal sesuai.", evidence=[mark])
    edition = 2015 + chance.randrange(10)
    record = Record(
        programme=ProgrammeRef(id="uhc-awards", name="UHC Awards"),
        edition=edition,
        status="received",
        region=region.ref(),
        tier=TierRef(id=tier, name=tier.title()),
        official=Person(name=f"Abdul {region.bare}", role="Bupati"),
        presenter=Person(name=chance.choice(("Muhaimin Iskandar", "A. Muhaimin Iskandar")), role="Menteri"),
        organizer="BPJS Kesehatan",
        date=f"{edition}-01-{26 if odd else 27}",
        venue=Venue(name="Ballroom JIExpo Kemayoran, Jakarta", city="Jakarta"),
        evidence={field: [mark] for field in ("region", "tier", "official", "presenter", "date", "venue")},
        findings=[finding, finding],
    )
    figure = Figure(
        region=region.ref(), metric="coverage", op="=", value=99.2, unit="percent", evidence=[mark]
    )
    digest = hashlib.sha256(f"{number} {text}".encode()).hexdigest()
    article = Article(id=f"sha256:{digest}", source=f"pages/{number:07}.html", title=text[:40], text=text)
    return Result(article=article, records=[record], figures=[figure])


def measure(size: int) -> tuple[float, float, float, float, int, int]:
    """Seconds to store and to resolve, of both on the processor, peak memory in MB, awards and conflicts."""
    regions = [region for region in gazetteer().by_code.values() if region.level != "provinsi"]
    storing = busy = 0.0
    with tempfile.TemporaryDirectory() as folder, closing(connect(Path(folder) / "awards.db")) as db:
        with transaction(db):
            put_reference(db, load_catalogue())
        for number in range(size):
            result = result_of(number, regions)
            began, at = time.perf_counter(), time.process_time()
            minhash = signature(result.article.text)
            with transaction(db):
                put_article(db, result.article.id, result, minhash, "synthetic")
                put_page(db, result.article.source, result.article.source, result.article.id)
                mark_changed(db)
            storing += time.perf_counter() - began
            busy += time.process_time() - at
        began, at = time.perf_counter(), time.process_time()
        resolve(db)
        busy += time.process_time() - at
        resolving = time.perf_counter() - began
        awards, conflicts = (
            db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("awards", "conflicts")
        )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return storing, resolving, busy, memory, awards, conflicts


def main(sizes: list[int]) -> None:
    print("  results  store s  resolve s    cpu s  cpu us/(n log n)  peak MB   awards  conflicts", flush=True)
    for size in sizes:
        with multiprocessing.get_context("spawn").Pool(1) as fresh:  # peak memory is that of a process
            storing, resolving, busy, memory, awards, conflicts = fresh.apply(measure, (size,))
        unit = busy / (size * math.log2(size)) * 1e6
        print(
            f"{size:9} {storing:8.1f} {resolving:10.1f} {busy:8.1f} {unit:17.2f} {memory:8.0f}"
            f" {awards:8} {conflicts:10}",
            flush=True,
        )


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or list(SIZES))
