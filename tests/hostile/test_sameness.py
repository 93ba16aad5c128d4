"""Clock, locale, time zone and hash seed change no byte of what any command says."""

from __future__ import annotations

from pathlib import Path

import pytest
from surroundings import clock
from test_faults import PAGE, piagam

FEATURES = "Kamis (8/8)", "Senin, 27 Januari 2026", "kemarin"  # dates that a clock could lead astray
ODD = {"PYTHONHASHSEED": "7", "LANG": "C", "LC_ALL": "C", "TZ": "Pacific/Apia", "PYTHONUTF8": "0"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sameness")
    (folder / "pages").mkdir()
    for number, day in enumerate(FEATURES):
        page = PAGE.replace("Selasa (27/1/2026)", day) + f"\n\nDiterima {day} di Jakarta."
        (folder / "pages" / f"{number}.txt").write_text(page, encoding="utf-8")
        markup = (
            f"<html><head><title>Balangan</title></head><body><p>{page}</p><p>2 jam lalu</p></body></html>"
        )
        (folder / "pages" / f"{number}.html").write_text(markup, encoding="utf-8")
    return folder


def all_said(folder: Path, place: Path, before: list[str], **env: str) -> dict[str, bytes]:
    """All bytes of what each command gives, by its name."""
    place.mkdir()
    data = str(place / "d.db")
    said = {"extract": piagam(folder, "extract", "pages", "--with-text", before=before, **env).stdout}
    assert said["extract"].count(b"\n") == 6
    built = piagam(folder, "build", data, "pages", before=before, **env)
    assert built.returncode == 0 and b"6 read, 0 known already, 0 failed" in built.stderr
    for form in ("parquet", "datapackage"):
        words = ("export", data, "-o", str(place / form), "--format", form)
        assert piagam(folder, *words, before=before, **env).returncode == 0
        files = sorted(path for path in (place / form).iterdir())
        said |= {f"{form}/{path.name}": path.read_bytes() for path in files}
    said["report"] = piagam(folder, "report", data, "-o", "-", before=before, **env).stdout
    said["query"] = piagam(folder, "query", data, "--json", before=before, **env).stdout
    said["check"] = piagam(folder, "check", "--dataset", data, "pages/1.txt", before=before, **env).stdout
    assert all(said.values())
    return said


@pytest.fixture(scope="module")
def wanted(folder: Path) -> dict[str, bytes]:
    return all_said(folder, folder / "plain", [])


def test_locale_time_zone_and_hash_seed_change_no_byte(folder: Path, wanted: dict[str, bytes]) -> None:
    said = all_said(folder, folder / "odd", [], **ODD)
    assert [name for name in wanted if said[name] != wanted[name]] == []


@pytest.mark.parametrize("year", ["2037"])
def test_the_year_of_the_clock_changes_no_byte(year: str, folder: Path, wanted: dict[str, bytes]) -> None:
    said = all_said(folder, folder / year, clock(f"{year}-08-08 12:00:00"))
    assert [name for name in wanted if said[name] != wanted[name]] == []
