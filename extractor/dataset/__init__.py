"""Results -> one SQLite file of statements, awards and conflicts: every source kept, every conflict shown."""

from extractor.dataset.build import Summary, build_dataset
from extractor.dataset.dataset import Dataset, open_dataset
from extractor.dataset.export import Format, export_dataset
from extractor.dataset.refresh import decide, refresh
from extractor.dataset.rows import (
    Article,
    Award,
    Claim,
    Conflict,
    Coverage,
    Criterion,
    Decision,
    Figure,
    Finding,
    Person,
    Preferred,
    Statement,
    Total,
)

__all__ = [
    "Article",
    "Award",
    "Claim",
    "Conflict",
    "Coverage",
    "Criterion",
    "Dataset",
    "Decision",
    "Figure",
    "Finding",
    "Format",
    "Person",
    "Preferred",
    "Statement",
    "Summary",
    "Total",
    "build_dataset",
    "decide",
    "export_dataset",
    "open_dataset",
    "refresh",
]
