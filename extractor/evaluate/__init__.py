"""Scores results against gold: how right the records, figures, marks and article texts are."""

from extractor.evaluate.articles import score_articles
from extractor.evaluate.corpus import Corpus, find_corpora
from extractor.evaluate.measures import Disagreement, Score, Scores
from extractor.evaluate.records import score_records

__all__ = ["Corpus", "Disagreement", "Score", "Scores", "find_corpora", "score_articles", "score_records"]
