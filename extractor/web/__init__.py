"""`piagam serve`: the web application, which reads what visitors give it and keeps nothing."""

from extractor.web.app import make_app
from extractor.web.limits import Limits

__all__ = ["Limits", "make_app"]
