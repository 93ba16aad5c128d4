"""Records against criteria, calendar, arithmetic and edition facts: findings and verdicts with reasons."""

from extractor.reconcile.engine import reconcile
from extractor.reconcile.wording import Lang

__all__ = ["Lang", "reconcile"]
