"""Page bytes to `Article`: decoding, metadata, and the body text a reader sees."""

from extractor.articles.read import read_article

__all__ = ["read_article"]
