"""Numbers with their unit: "98,62 persen", "590 ribu jiwa", "397 kabupaten/kota", "empat provinsi"."""

from __future__ import annotations

import re
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.model import Op
from extractor.pipes.base import Data, PatternPipe
from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import REGION_UNITS, Quantity, group_of

__all__ = ["Quantities", "Quantity", "make_quantities", "number"]

GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?")
NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}|\d{1,12}(?:[.,]\d{1,6})?"
SPELLED_UNITS = REGION_UNITS | {"percent"}
MULTIPLES = {"puluh": 10, "ratus": 100}
BEFORE = 40  # characters in which an approximating word stands before its number


def number(written: str, *, percent: bool = False) -> float:
    """The value of digits in Indonesian or English writing; "98,5" and "98.5" are both 98.5, "144.853" is
    144853.

    With `percent`, a single group of three after a point is read as decimals where the whole would be absurd.
    """
    if GROUPED.fullmatch(written) and not (percent and written.count(".") == 1):
        whole = written.replace(".", "").replace(",", ".") if "." in written else written.replace(",", "")
        return float(whole)
    return float(written.replace(",", "."))


class Quantities(PatternPipe):
    """Marks numbers; `span._.quantity` is a `Quantity`.  Needs the dates, whose numbers are not
    quantities.
    """

    group = "quantities"

    @classmethod
    def default_data(cls) -> Data:
        return lexicon("quantities")

    def build(self) -> None:
        data: dict[str, Any] = self.data
        self.unit_of: dict[str, str] = {form: unit for unit, forms in data["units"].items() for form in forms}
        self.op_of: dict[str, Op] = {form: op for op, forms in data["ops"].items() for form in forms}
        units = "|".join(
            re.escape(u).replace(r"\ ", r"\s+") for u in sorted(self.unit_of, key=len, reverse=True)
        )
        words = "|".join(sorted(data["words"], key=len, reverse=True))
        spelled = spelled_form(words)
        scales = "|".join(data["scales"])
        over = rf"\s+lebih\b(?!\s+(?:(?:{'|'.join(data['compared'])})\b|dari\s+\d))"
        ops = "|".join(re.escape(o) for o in sorted(self.op_of, key=len, reverse=True))
        self.pattern = re.compile(
            rf"(?<![\w.,/])(?P<rupiah>Rp\.?\s*)?(?P<number>{NUMBER})(?![\d/])"
            rf"(?:\s*(?P<scale>{scales})\b)?(?:-an)?(?P<more>\s+lebih\b)?(?:\s+\([a-z ]+\))?"
            rf"(?:\s*(?P<unit>{units})(?![\w])|(?P<sign>\s*%))?(?P<over>{over})?",
            re.IGNORECASE,
        )
        counted = "|".join(re.escape(word) for word in sorted(data["counted"], key=len, reverse=True))
        self.spelled = re.compile(
            rf"(?<![\w-])(?P<number>{spelled})(?:\s+(?P<unit>{units})(?!\w)(?P<over>{over})?"
            rf"|(?=\s+(?:{counted})\b|:))",
            re.IGNORECASE,
        )
        self.before = re.compile(
            rf"(?<!\w)({ops})\s*(?:angka\s+|sebesar\s+|sebanyak\s+|dari\s+|mencapai\s+)?$", re.IGNORECASE
        )

    def mark(self, doc: Doc) -> list[Span]:
        text = doc.text
        dated = {at for span in group_of(doc, "dates") for at in range(span.start_char, span.end_char)}
        found = []
        for match in self.pattern.finditer(text):
            if match["rupiah"] or not dated.isdisjoint(range(match.start(), match.end("number"))):
                continue
            value = self.read(match, text)
            span = doc.char_span(
                match.start("number"), match.end(), label="quantity", alignment_mode="expand"
            )
            if span is not None:
                span._.quantity = value
                found.append(span)
        for match in self.spelled.finditer(text):
            unit = self.unit(match["unit"]) if match["unit"] else None
            span = doc.char_span(*match.span(), label="quantity", alignment_mode="expand")
            if span is not None and (unit is None or unit in SPELLED_UNITS):
                op = ">" if match["over"] else self.op_before(match, text)
                span._.quantity = Quantity(self.spell(match["number"]), unit, op, words=True)
                found.append(span)
        return sorted(found, key=lambda s: s.start)

    def read(self, match: re.Match[str], text: str) -> Quantity:
        unit = self.unit(match["unit"]) if match["unit"] else "percent" if match["sign"] else None
        value = number(match["number"], percent=unit == "percent")
        if match["scale"]:
            value *= self.data["scales"][match["scale"].lower()]
        op = ">" if match["more"] or match["over"] else self.op_before(match, text)
        return Quantity(round(value, 6), unit, op)

    def op_before(self, match: re.Match[str], text: str) -> Op:
        """What the words before a number say: "lebih dari", "hampir"."""
        before = self.before.search(text, max(0, match.start() - BEFORE), match.start())
        return self.op_of[before[1].lower()] if before else "="

    def unit(self, written: str) -> str:
        return self.unit_of[re.sub(r"\s+", " ", written.lower())]

    def spell(self, written: str) -> float:
        """The value of a spelled number up to 999: "dua belas" 12, "sembilan koma lima" 9.5."""
        whole, _, decimals = written.lower().partition(" koma ")
        table, value, last = self.data["words"], 0, 0
        for part in whole.split():
            if part in MULTIPLES:
                value += last * (MULTIPLES[part] - 1)
                last = last * MULTIPLES[part]
            elif part == "belas":
                value, last = value + 10, last + 10
            else:
                last = table[part]
                value += last
        digits = "".join(str(table[part]) for part in decimals.split())
        return float(f"{value}.{digits or 0}")


def spelled_form(words: str) -> str:
    """The pattern of a number in words up to 999, with decimals behind "koma"."""
    tens = rf"(?:{words})(?:\s+(?:belas|puluh(?:\s+(?:{words}))?))?"
    hundreds = rf"(?:seratus|(?:{words})\s+ratus)(?:\s+{tens})?"
    return rf"(?:{hundreds}|{tens})(?:\s+koma(?:\s+(?:{words}))+)?"


@Language.factory("piagam_quantities")
def make_quantities(nlp: Language, name: str) -> Quantities:
    return Quantities.of(nlp)
