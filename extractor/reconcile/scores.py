"""The scores an article gives for a record: its own score, else the one score figure that can only be its."""

from __future__ import annotations

from extractor.model import Figure, Record
from extractor.reconcile.context import Context, region_key


def scores(record: Record, context: Context) -> list[Figure]:
    """The record's score as a figure in points.

    A figure names no programme, so it counts only where the region has one record and one score here.
    """
    if record.score is not None:
        marks = record.evidence.get("score", [])
        return [
            Figure(
                region=record.region,
                metric="score",
                op="=",
                value=record.score,
                unit="points",
                evidence=marks,
            )
        ]
    own = [r for r in context.result.records if region_key(r.region) == region_key(record.region)]
    found = context.figures(record.region, "score", "points")
    return found if len(own) == 1 == len(found) else []
