"""The built-in programmes, and a user's own beside them."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from extractor.errors import ProgrammeInvalid
from extractor.programmes import load_catalogue
from extractor.programmes.conditions import predicates
from extractor.programmes.model import TotalFact

TIERS = {
    "uhc-awards": "utama madya pratama",
    "kla": "kla utama nindya madya pratama",
    "ape": "mentor utama nindya madya pratama",
    "sakip": "aa a bb b cc c d",
    "kip": "informatif menuju-informatif cukup-informatif kurang-informatif tidak-informatif",
    "spbe": "memuaskan sangat-baik baik cukup kurang",
    "swasti-saba": "wistara-paripurna wistara wiwerda padapa",
    "paritrana": "peringkat-1 peringkat-2 peringkat-3",
    "adipura": "adipura-kencana adipura sertifikat plakat",
    "wtp": "wtp wdp tw tmp",
}

OWN = """
id: {id}
name: Lomba Desa
tiers:
  - {{id: juara, name: Juara}}
"""


@pytest.mark.parametrize(("programme_id", "tiers"), TIERS.items())
def test_tiers_stand_in_the_order_of_the_contract(programme_id: str, tiers: str) -> None:
    programme = load_catalogue().get(programme_id)
    assert programme is not None
    assert [tier.id for tier in programme.tiers] == tiers.split()


def test_the_ten_programmes_are_sorted_and_no_other_is_built_in() -> None:
    assert [p.id for p in load_catalogue().programmes] == sorted(TIERS)
    assert load_catalogue().get("unknown") is None


def test_the_criteria_of_2026_are_whole() -> None:
    uhc = load_catalogue().get("uhc-awards")
    assert uhc is not None
    utama = uhc.criteria_for("utama", 2026)
    assert utama is not None
    assert [f"{p.metric} {p.bar}" for p in predicates(utama.holds)] == [
        "coverage >= 99",
        "active >= 95",
        "pemda_share >= 18",
        "active >= 100",
        "uhc_prioritas = true",
        "pbpu_pemda_paid_until >= 2025-09",
    ]
    assert uhc.criteria_for("utama", 2024) is None, "the bars of one edition say nothing on another"


def test_copies_of_one_text_count_as_one_source() -> None:
    uhc = load_catalogue().get("uhc-awards")
    assert uhc is not None
    assert uhc.independent(("h9", "mgp", "ktn")) == 1
    assert uhc.independent(("h9", "k71")) == 2


def test_totals_come_out_as_facts() -> None:
    kla = load_catalogue().get("kla")
    assert kla is not None
    edition = kla.edition(2025)
    assert edition is not None and edition.totals is not None
    assert TotalFact("all", "kabupaten/kota", 355) in edition.totals.facts()
    assert TotalFact("nindya", "kabupaten/kota", 69) in edition.totals.facts()


def test_an_edition_answers_to_the_other_year_it_is_called_by() -> None:
    adipura = load_catalogue().get("adipura")
    assert adipura is not None
    assert adipura.edition(2023) is adipura.edition(2022) is not None


def test_bare_and_cued_forms_of_a_tier_are_told_apart() -> None:
    wtp, uhc = load_catalogue().get("wtp"), load_catalogue().get("uhc-awards")
    assert wtp is not None and uhc is not None
    tw, utama = wtp.tier("tw"), uhc.tier("utama")
    assert tw is not None and utama is not None
    assert dict(tw.forms()) | {"TW": False, "Tidak Wajar": True} == dict(tw.forms())
    assert dict(utama.forms())["Utama"] is False
    assert dict(utama.forms())["UHC Utama"] is True


@pytest.mark.parametrize(
    ("programme_id", "tier_id", "score", "held"),
    [
        ("kla", "nindya", 732.65, True),
        ("kla", "nindya", 700, False),
        ("kla", "nindya", 700.5, True),
        ("kla", "pratama", 500, True),
        ("sakip", "bb", 70, False),
        ("sakip", "bb", 70.01, True),
        ("sakip", "bb", 68.59, False),
        ("kip", "menuju-informatif", 89.95, True),
        ("kip", "informatif", 89.95, False),
        ("spbe", "cukup", 2.55, True),
        ("spbe", "baik", 2.55, False),
        ("spbe", "baik", 3.84, None),
        ("spbe", "sangat-baik", 3.84, None),
    ],
)
def test_score_bands(programme_id: str, tier_id: str, score: float, held: bool | None) -> None:
    programme = load_catalogue().get(programme_id)
    assert programme is not None
    (band,) = (band for band in programme.bands_for(2023) if band.tier == tier_id)
    assert band.holds(score) is held


def test_a_folder_of_ones_own_adds_and_replaces(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(OWN.format(id="lomba-desa"), encoding="utf-8")
    (tmp_path / "b.yml").write_text(OWN.format(id="kla"), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a programme", encoding="utf-8")
    own = load_catalogue([tmp_path])
    assert len(own.programmes) == len(TIERS) + 1
    replaced = own.get("kla")
    assert replaced is not None and replaced.name == "Lomba Desa"
    assert own.digest != load_catalogue().digest
    assert load_catalogue([tmp_path]).digest == own.digest


def test_a_broken_file_is_named_with_its_field(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(OWN.format(id="lomba-desa") + "colour: red\n", encoding="utf-8")
    with pytest.raises(ProgrammeInvalid, match=r"a\.yaml.*colour"):
        load_catalogue([path])
    with pytest.raises(ProgrammeInvalid, match="missing"):
        load_catalogue([tmp_path / "missing.yaml"])


def test_a_catalogue_travels_to_another_process_unchanged() -> None:
    catalogue = load_catalogue()
    assert pickle.loads(pickle.dumps(catalogue)).digest == catalogue.digest
