"""Sources are never merged away: every contradiction is listed with who says what, and none is invented."""

from __future__ import annotations

from pathlib import Path

from dataset_pages import CORPUS, MONDAY, TOWNS, TUESDAY, TWO_TIERS, built, release

from extractor.dataset import build_dataset, open_dataset


def test_planted_conflicts_are_all_listed_and_no_others(tmp_path: Path) -> None:
    dataset = built(tmp_path, {"a.html": TUESDAY, "b.html": MONDAY, "c.html": TWO_TIERS})
    found = {(c.region, c.field): c for c in dataset.conflicts()}
    assert sorted(found) == [
        ("Kabupaten Balangan", "date"),
        ("Kabupaten Balangan", "presenter"),
        ("Kabupaten Tapin", "tier"),
    ]
    date = found["Kabupaten Balangan", "date"]
    assert (date.preferred, date.preferred_quote) == ("2026-01-27", "Selasa (27/1/2026)")
    assert (date.value, date.value_quote) == ("2026-01-26", "Senin (26/1/2026)")
    assert date.settled_by == "reference"
    presenter = found["Kabupaten Balangan", "presenter"]
    assert {presenter.preferred, presenter.value} == {"Abdul Muhaimin Iskandar", "Ghufron Mukti"}
    assert presenter.settled_by is None
    tier = found["Kabupaten Tapin", "tier"]
    assert {tier.preferred, tier.value} == {"utama", "madya"}
    names = {article.id: article.source for article in dataset.articles()}
    assert [names[a] for a in (*date.preferred_articles, *date.value_articles)] == [
        "pages/a.html",
        "pages/b.html",
    ]


def test_both_articles_stand_behind_the_award(tmp_path: Path) -> None:
    dataset = built(tmp_path, {"a.html": TUESDAY, "b.html": MONDAY})
    (award,) = dataset.awards()
    assert award.sources == ("pages/a.html", "pages/b.html")
    assert (award.independent_sources, award.date, award.tier) == (2, "2026-01-27", "utama")
    said = {(s.field, s.value, s.source) for s in dataset.statements(award.id)}
    assert {("date", "2026-01-26", "pages/b.html"), ("date", "2026-01-27", "pages/a.html")} <= said


def test_every_quotation_stands_in_its_article(tmp_path: Path) -> None:
    dataset = built(tmp_path, {"a.html": TUESDAY, "b.html": MONDAY, "c.html": TWO_TIERS})
    articles = {article.id: article for article in dataset.articles()}
    quoted = [s for s in dataset.statements() if s.text is not None]
    assert quoted
    for each in quoted:
        part = articles[each.article_id].text if each.part == "text" else articles[each.article_id].title
        assert part is not None and part[each.start : each.end] == each.text


def test_nine_releases_are_nine_awards_and_one_source(tmp_path: Path) -> None:
    dataset = built(tmp_path, {f"{town}.html": release(town) for town in TOWNS})
    awards = dataset.awards()
    assert sorted(a.region for a in awards) == sorted(f"Kabupaten {town}" for town in TOWNS)
    assert len({article.family for article in dataset.articles()}) == 1
    assert dataset.conflicts() == []


def test_copies_count_once_against_independent_articles(tmp_path: Path) -> None:
    copies = {f"copy{n}.html": release("Balangan", f"OUTLET {n} - ") for n in range(3)}
    (award,) = built(tmp_path, {**copies, "own.html": TUESDAY}).awards()
    assert (award.articles, award.independent_sources) == (4, 2)


def test_pages_that_agree_give_no_conflict(tmp_path: Path) -> None:
    vague = (MONDAY[0], MONDAY[1].replace("Pada Senin (26/1/2026)", "Pada Januari 2026"), *MONDAY[3:])
    dataset = built(tmp_path, {"a.html": TUESDAY, "b.html": vague})
    (award,) = dataset.awards()
    assert dataset.conflicts() == []
    assert (award.date, award.articles) == ("2026-01-27", 2)


def test_articles_of_the_corpus_do_not_contradict_themselves(tmp_path: Path) -> None:
    build_dataset(tmp_path / "awards.db", [str(CORPUS)])
    with open_dataset(tmp_path / "awards.db") as dataset:
        assert [c for c in dataset.conflicts() if c.preferred_articles == c.value_articles] == []
        awards = dataset.awards()
    keys = [(a.programme, a.edition, a.region_code or a.region, a.scope) for a in awards]
    assert len(keys) == len(set(keys)) > 60


def test_spellings_of_one_official_are_one_person(tmp_path: Path) -> None:
    other = (MONDAY[0], MONDAY[1], MONDAY[2].replace("H. Abdul Hadi", "Abd Hadi"), MONDAY[3])
    dataset = built(tmp_path, {"a.html": TUESDAY, "b.html": other})
    (person,) = dataset.persons("63.11")
    assert (person.role, person.name, person.variants) == ("Bupati", "Abdul Hadi", ("Abd Hadi", "Abdul Hadi"))
    assert "official_name" not in {c.field for c in dataset.conflicts()}
