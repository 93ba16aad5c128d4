"""Piagam: Indonesian news about awards to regional governments, read into checked records."""

__version__ = "0.1.0"
