"""Award programmes as data: tiers, editions, criteria and where each fact was read."""

from extractor.programmes.catalogue import Catalogue, load_catalogue
from extractor.programmes.model import Programme
from extractor.programmes.validate import Problem, validate

__all__ = ["Catalogue", "Problem", "Programme", "load_catalogue", "validate"]
