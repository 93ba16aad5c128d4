"""How people read what is known: words, numbers and dates by language, quotations, names of sources.

The faces show with it; it shows nothing by itself.
"""

from extractor.display.language import LANGUAGES

__all__ = ["LANGUAGES"]
