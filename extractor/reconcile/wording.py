"""Numbers, dates and names as a sentence in Indonesian or English writes them."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from extractor.model import Figure

Lang = Literal["id", "en"]

WEEKDAYS = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS = {
    "id": (
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
METRICS = {
    "id": {
        "coverage": "cakupan kepesertaan",
        "active": "tingkat keaktifan",
        "pemda_share": "porsi penduduk yang didaftarkan pemda",
        "participants": "jumlah peserta",
        "population": "jumlah penduduk",
        "score": "nilai",
        "uhc_prioritas": "status UHC Prioritas",
        "pbpu_pemda_paid_until": "pelunasan iuran PBPU Pemda",
        "jamkesda_integrated": "integrasi Jamkesda",
        "tatanan_count": "jumlah tatanan",
        "waste_processed": "sampah yang diolah",
        "tpa_sanitary_landfill": "TPA lahan urug saniter",
        "illegal_dump_sites": "jumlah TPS liar",
        "score_gain": "kenaikan nilai",
    },
    "en": {
        "coverage": "membership coverage",
        "active": "share of active members",
        "pemda_share": "share of residents registered by the local government",
        "participants": "number of members",
        "population": "population",
        "score": "score",
        "uhc_prioritas": "UHC Prioritas status",
        "pbpu_pemda_paid_until": "payment of local government dues",
        "jamkesda_integrated": "integration of local health schemes",
        "tatanan_count": "number of settings",
        "waste_processed": "share of waste processed",
        "tpa_sanitary_landfill": "sanitary landfill",
        "illegal_dump_sites": "number of illegal dumps",
        "score_gain": "gain in score",
    },
}
BARS = {
    "id": {">=": "minimal {}", ">": "di atas {}", "<=": "maksimal {}", "<": "di bawah {}", "=": "{}"},
    "en": {">=": "at least {}", ">": "above {}", "<=": "at most {}", "<": "below {}", "=": "{}"},
}
STATED = {
    "id": {">": "di atas {}", ">=": "minimal {}", "<": "di bawah {}", "<=": "maksimal {}", "~": "sekitar {}"},
    "en": {">": "above {}", ">=": "at least {}", "<": "below {}", "<=": "at most {}", "~": "about {}"},
}
UNITS = {
    "id": {"percent": " persen", "people": " jiwa"},
    "en": {"percent": " percent", "people": " people"},
}
TOTAL_UNITS: dict[Lang, dict[str, str]] = {
    "id": {},
    "en": {"provinsi": "provinces", "daerah": "regions"},
}


def total_unit(unit: str, lang: Lang) -> str:
    """The kind of region a total counts."""
    return TOTAL_UNITS[lang].get(unit, unit)


def number(value: float, lang: Lang) -> str:
    """98.6 as "98,6" or "98.6"; thousands are grouped the other way round."""
    whole = f"{value:,.10f}".rstrip("0").rstrip(".")
    return whole.translate(str.maketrans(",.", ".,")) if lang == "id" else whole


def amount(value: float, unit: str, lang: Lang) -> str:
    return number(value, lang) + UNITS[lang].get(unit, "")


def metric(name: str, lang: Lang) -> str:
    """The metric in words; an unknown one is spelled without its underscores."""
    return METRICS[lang].get(name, name.replace("_", " "))


def bar(op: str, value: bool | float | str, unit: str, lang: Lang) -> str:
    """A demand such as "minimal 99 persen"; a month is named."""
    if isinstance(value, bool):
        words = {"id": ("tidak", "ya"), "en": ("no", "yes")}
        return words[lang][value]
    shown = month_of(value, lang) if isinstance(value, str) else amount(value, unit, lang)
    return BARS[lang][op].format(shown)


def stated(figure: Figure, lang: Lang) -> str:
    """The figure as it was stated: "98,6 persen", "di atas 95 persen"."""
    return STATED[lang].get(figure.op, "{}").format(amount(figure.value, figure.unit, lang))


def date(day: dt.date, lang: Lang, *, weekday: bool = True) -> str:
    name = f"{WEEKDAYS[lang][day.weekday()]}, " if weekday else ""
    return f"{name}{day.day} {MONTHS[lang][day.month - 1]} {day.year}"


def partial_date(value: str, lang: Lang) -> str:
    """An ISO date, month or year in words."""
    if len(value) == 10:
        return date(dt.date.fromisoformat(value), lang, weekday=False)
    return month_of(value, lang) if len(value) == 7 else value


def month_of(value: str, lang: Lang) -> str:
    """ "2025-09" as "September 2025"; other strings unchanged."""
    year, _, month_number = value.partition("-")
    if not (year.isdigit() and month_number.isdigit() and 1 <= int(month_number) <= 12):
        return value
    return f"{MONTHS[lang][int(month_number) - 1]} {year}"


def plain(figure: Figure) -> float | str:
    """The figure for `Finding.stated`: the number alone, or with its operator."""
    return figure.value if figure.op == "=" else f"{figure.op} {figure.value:.12g}"
