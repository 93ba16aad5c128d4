"""Builds are incremental, and what they give does not depend on the order or the place of the pages."""

from __future__ import annotations

import io
import json
import random
import sqlite3
from pathlib import Path

import pytest
from dataset_pages import CORPUS, MONDAY, TUESDAY, exported, release, write_page

from extractor.dataset import Format, build_dataset, open_dataset
from extractor.dataset.schema import APPLICATION, migrate, migrations
from extractor.errors import DatasetInvalid, DatasetMissing, DatasetNewer, DatasetOlder
from extractor.run import Options

PAGES = sorted(map(str, CORPUS.glob("*.html")))[::7]


def test_known_pages_are_passed_over(tmp_path: Path) -> None:
    database, pages = tmp_path / "awards.db", tmp_path / "pages"
    write_page(pages, "a.html", TUESDAY)
    assert build_dataset(database, [str(pages)]).read == 1
    write_page(pages, "b.html", MONDAY)
    again = build_dataset(database, [str(pages)])
    assert (again.known, again.read) == (1, 1)
    assert build_dataset(database, [str(pages)], reextract=True).read == 2
    assert build_dataset(database, [str(pages)], options=Options(lang="en")).read == 2


def test_a_changed_page_replaces_what_it_said(tmp_path: Path) -> None:
    database, pages = tmp_path / "awards.db", tmp_path / "pages"
    write_page(pages, "a.html", MONDAY)
    build_dataset(database, [str(pages)])
    write_page(pages, "a.html", TUESDAY)
    build_dataset(database, [str(pages)])
    with open_dataset(database) as dataset:
        (award,) = dataset.awards()
        assert award.date == "2026-01-27"
        assert {s.value for s in dataset.statements(award.id) if s.field == "date"} == {"2026-01-27"}
        assert len(dataset.articles()) == 1


def test_pages_of_one_name_in_two_folders_do_not_replace_each_other(tmp_path: Path) -> None:
    for folder, page in (("one", TUESDAY), ("two", MONDAY)):
        write_page(tmp_path / folder / "pages", "a.html", page)
        build_dataset(tmp_path / "awards.db", [str(tmp_path / folder / "pages")])
    with open_dataset(tmp_path / "awards.db") as dataset:
        (award,) = dataset.awards()
        assert (award.articles, award.sources) == (2, ("pages/a.html",))


def test_streams_do_not_replace_each_other(tmp_path: Path) -> None:
    for page in (TUESDAY, MONDAY, MONDAY):
        stream = io.BytesIO(json.dumps({"title": page[0], "text": "\n\n".join(page[1:])}).encode())
        build_dataset(tmp_path / "awards.db", ["-"], stdin=stream)
    with open_dataset(tmp_path / "awards.db") as dataset:
        assert len(dataset.articles()) == 2


def test_the_same_bytes_twice_are_one_article(tmp_path: Path) -> None:
    database, pages = tmp_path / "awards.db", tmp_path / "pages"
    write_page(pages, "a.html", TUESDAY)
    write_page(pages, "b.html", TUESDAY)
    build_dataset(database, [str(pages)])
    with open_dataset(database) as dataset:
        (article,) = dataset.articles()
        (award,) = dataset.awards()
    assert article.sources == award.sources == ("pages/a.html", "pages/b.html")
    assert award.independent_sources == 1


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Datasets of the same pages in three orders: at once, in two builds, and by two processes."""
    folder = tmp_path_factory.mktemp("orders")
    databases = [folder / f"{seed}.db" for seed in range(3)]
    for seed, database in enumerate(databases):
        pages = random.Random(seed).sample(PAGES, len(PAGES))
        if seed == 1:
            build_dataset(database, pages[:5])
        build_dataset(database, pages, jobs=1 + (seed == 2))
    return databases


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet", "datapackage"])
def test_exports_do_not_depend_on_the_order_of_the_pages(
    orders: list[Path], tmp_path: Path, form: Format
) -> None:
    first, *others = [exported(database, tmp_path / database.stem, form) for database in orders]
    assert len(first) >= 5
    assert all(other == first for other in others)


def test_exports_know_no_folders_of_the_machine(tmp_path: Path) -> None:
    write_page(tmp_path / "pages", "a.html", TUESDAY)
    build_dataset(tmp_path / "awards.db", [str(tmp_path / "pages")])
    exported(tmp_path / "awards.db", tmp_path / "out")
    for file in (tmp_path / "out").iterdir():
        assert str(tmp_path) not in file.read_text(encoding="utf-8")


def test_failed_pages_fail_again(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text("<html><body></body></html>", encoding="utf-8")
    for _ in range(2):
        summary = build_dataset(tmp_path / "awards.db", [str(tmp_path / "bad.html"), "gone.html"])
        assert (summary.failed, summary.read) == (2, 0)


def test_an_older_schema_is_brought_forward(tmp_path: Path) -> None:
    database, pages = tmp_path / "awards.db", tmp_path / "pages"
    write_page(pages, "a.html", TUESDAY)
    build_dataset(tmp_path / "new.db", [str(pages)])
    old = sqlite3.connect(database, isolation_level=None)
    migrate(old, upto=1)
    old.execute("ATTACH ? AS new", (str(tmp_path / "new.db"),))
    for table in ("articles", "pages", "signatures", "records", "statements", "findings", "figures"):
        old.execute(f"INSERT INTO {table} SELECT * FROM new.{table}")
    award = old.execute("SELECT award_id FROM records").fetchone()[0]
    old.execute("INSERT INTO decisions VALUES (?, 'tier', 'madya', 'Redaksi', 'piagam dilihat')", (award,))
    old.close()
    with pytest.raises(DatasetOlder):
        open_dataset(database)
    assert build_dataset(database, [str(pages)]).known == 1
    with open_dataset(database) as dataset:
        assert [a.tier for a in dataset.awards()] == ["madya"]
        assert len(dataset.statements(award)) > 5


def test_other_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetMissing):
        open_dataset(tmp_path / "gone.db")
    (tmp_path / "text.db").write_text(
        "no database at all, but long enough to be looked at" * 50, encoding="utf-8"
    )
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE t (x)")
    other.close()
    newer = sqlite3.connect(tmp_path / "newer.db")
    newer.execute("CREATE TABLE t (x)")
    newer.execute(f"PRAGMA application_id = {APPLICATION}")
    newer.execute(f"PRAGMA user_version = {len(migrations()) + 1}")
    newer.close()
    for name, error in (
        ("text.db", DatasetInvalid),
        ("other.db", DatasetInvalid),
        ("newer.db", DatasetNewer),
    ):
        before = (tmp_path / name).read_bytes()
        with pytest.raises(error):
            open_dataset(tmp_path / name)
        with pytest.raises(error):
            build_dataset(tmp_path / name, [])
        assert (tmp_path / name).read_bytes() == before


def test_readers_and_filters(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    write_page(pages, "a.html", TUESDAY)
    write_page(pages, "k.html", release("Klaten"))
    build_dataset(tmp_path / "awards.db", [str(pages)])
    with open_dataset(tmp_path / "awards.db") as dataset:
        balangan, klaten = sorted(dataset.awards(), key=lambda a: a.region)
        assert dataset.award(klaten.id) == klaten
        assert dataset.award("nothing") is None
        assert dataset.awards(province="Kalimantan Selatan") == [balangan]
        assert dataset.awards(province="33", programme="uhc-awards", edition=2026) == [klaten]
        assert dataset.awards(text="Kalimantan Selatan", tier="utama") == [balangan]
        assert dataset.awards(text="abdul hadi") == [balangan]
        assert (
            dataset.awards(text="Banjar") == dataset.awards(edition=2019) == dataset.awards(region="?") == []
        )
        assert [(f.metric, f.value) for f in dataset.figures("63.11")] == [("coverage", 99.2)]
        found = {
            (t.tier, t.unit): (t.official, t.found) for t in dataset.coverage().totals if t.edition == 2026
        }
        assert found["utama", "kabupaten/kota"] == (75, 1)
        assert found["madya", "kabupaten/kota"] == (192, 1)
        assert found["pratama", "kabupaten/kota"] == (130, 0)
        assert found["all", "provinsi"] == (31, 0)
        assert set(dataset.coverage().single_source) == {balangan.id, klaten.id}
        assert dataset.coverage().without_tier == ()
