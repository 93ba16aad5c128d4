"""Comparable forms of region names: letters and digits only, prefixes told apart from names."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

RegionLevel = Literal["provinsi", "kabupaten", "kota"]

_NOT_WORD = re.compile(r"[\W_]+")
_KEPULAUAN = re.compile(r"\bkep\b\.?\s*")
_SUMATRA = re.compile(r"\bsumatra\b")
_PREFIX = re.compile(
    r"""^\s*(?:pemerintah\s+(?:daerah\s+)?|pem(?=kab|kot|prov))?
    (?:(?P<kabupaten>kabupaten|kab\b\.?)|(?P<kota>kota\b|kot\b\.?)|(?P<provinsi>provinsi|propinsi|prov\b\.?))\s*
    (?:administrasi\s+|adm\b\.?\s*)?(?P<bare>\S.*)$""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)


def key(name: str) -> str:
    """Letters and digits of `name`, lower case, with "Kep." and "Sumatra" written out."""
    name = name.lower()
    if "kep" in name:
        name = _KEPULAUAN.sub("kepulauan ", name)
    if "sumatra" in name:
        name = _SUMATRA.sub("sumatera", name)
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return _NOT_WORD.sub("", name)


def split_prefix(name: str) -> tuple[RegionLevel | None, str]:
    """The level a prefix names ("Kab.", "Pemkot", "Provinsi", …), and the name without it."""
    match = _PREFIX.match(name)
    if match is None:
        return None, name.strip()
    bare = match["bare"].strip()
    if match["kabupaten"]:
        return "kabupaten", bare
    return ("kota", bare) if match["kota"] else ("provinsi", bare)
