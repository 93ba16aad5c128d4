"""What was scraped: paths -> pages, each failure a value beside its neighbours."""

from extractor.pages.page import FailedPage, Given, Limits, Page
from extractor.pages.stream import Pages, iter_pages
from extractor.pages.walk import size_of

__all__ = [
    "FailedPage",
    "Given",
    "Limits",
    "Page",
    "Pages",
    "iter_pages",
    "size_of",
]
