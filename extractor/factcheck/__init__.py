"""A claim or an article against reference facts, arithmetic, the calendar and a dataset: verdicts with
evidence."""

from extractor.factcheck.articles import check_article
from extractor.factcheck.engine import Checker
from extractor.factcheck.model import Answer, ClaimFinding, Quote

__all__ = ["Answer", "Checker", "ClaimFinding", "Quote", "check_article"]
