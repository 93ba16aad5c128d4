"""The gate: whether a page can hold an award at all, told from its bytes before anything is parsed."""

from extractor.gate.gate import Gate

__all__ = ["Gate"]
