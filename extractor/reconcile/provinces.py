"""The province that an article names beside a region, against the one it lies in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.model import Finding, Record
from extractor.reconcile.context import Context
from extractor.regions import gazetteer


def check(record: Record, context: Context) -> Iterator[Finding]:
    """Wrong provinces in "Kabupaten X (Jawa Barat)" and "Kabupaten X, Provinsi Jawa Barat," after the mark.

    A province that follows without such a sign may be the next name of a list, and is left alone.
    """
    region = record.region
    if region.code is None or region.level not in ("kabupaten", "kota") or region.province is None:
        return
    for mark in record.evidence.get("region", []):
        text = context.text if mark.part == "text" else context.result.article.title or ""
        match = _pattern().match(text, mark.end)
        if match is None:
            continue
        named = gazetteer().find(match["a"] or match["b"], "provinsi")
        if len(named) == 1 and named[0].code != region.province_code:
            yield context.finding(
                "region.province",
                "refuted",
                "region.province",
                stated=named[0].bare,
                expected=region.province,
                evidence=[mark],
                region=region.name,
                said=named[0].name,
                should=f"Provinsi {region.province}",
            )
            return


@cache
def _pattern() -> re.Pattern[str]:
    provinces = [r for r in gazetteer().by_code.values() if r.level == "provinsi"]
    names = "|".join(sorted((re.escape(r.bare) for r in provinces), key=lambda n: (-len(n), n)))
    listed = r"(?!\s*(?:,\s*[A-Z]|dan\b|serta\b))"
    return re.compile(
        rf"(?<!\s)(?:\s*+\((?:Provinsi\s+)?(?P<a>{names})\)"
        rf"|(?:\s*+,)?\s+(?:di\s+)?Provinsi\s+(?P<b>{names})\b{listed})"
    )
