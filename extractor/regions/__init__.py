"""Gazetteer: the 552 provinces, kabupaten and kota with Kemendagri codes, and the names news gives them."""

from extractor.regions.fold import RegionLevel
from extractor.regions.gazetteer import Gazetteer, Name, NameKind, Region, gazetteer

__all__ = ["Gazetteer", "Name", "NameKind", "Region", "RegionLevel", "gazetteer"]
