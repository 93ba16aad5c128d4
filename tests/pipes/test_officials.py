"""Officials: names without degrees and honorifics, roles spelled out, the region of the office."""

from __future__ import annotations

import pytest
from mention_values import Mentions

HEADS = [
    ("Bupati Tapin H. Slamet Haryono, S.H., M.Si.", "Slamet Haryono", "Bupati"),
    ("Bupati Tapin, Drs. H. Slamet Haryono, M.M.", "Slamet Haryono", "Bupati"),
    ("Bupati Tapin Slamet Haryono, SE, MM,", "Slamet Haryono", "Bupati"),
    ("Bupati Tapin Prof. Dr. Ir. Slamet Haryono", "Slamet Haryono", "Bupati"),
    ("Bupati Tapin Mayjen TNI (Purn) Slamet Haryono", "Slamet Haryono", "Bupati"),
    ("Bupati Tapin Dr.Slamet Haryono.bersama istri", "Slamet Haryono", "Bupati"),
    ("Bupati Tapin Slamet Haryono (SH)", "Slamet Haryono", "Bupati"),
    ("Bupati Tapin HM Yudi Wirawan", "M Yudi Wirawan", "Bupati"),
    ("Bupati Tapin I Made Sudarsana", "I Made Sudarsana", "Bupati"),
    ("Bupati Tapin A. M. Slamet Haryono", "A. M. Slamet Haryono", "Bupati"),
    ("Wabup Tapin Hj. Siti Aminah binti Rahman", "Siti Aminah binti Rahman", "Wakil Bupati"),
    ("Pj. Bupati Tapin Ir. Bagas Prakoso, M.T.", "Bagas Prakoso", "Penjabat Bupati"),
    ("Penjabat (Pj) Bupati Tapin Bagas Prakoso", "Bagas Prakoso", "Penjabat Bupati"),
    ("Plt Bupati Tapin Bagas Prakoso", "Bagas Prakoso", "Pelaksana Tugas Bupati"),
    ("Plh Bupati Tapin Bagas Prakoso", "Bagas Prakoso", "Pelaksana Harian Bupati"),
    ("Slamet Haryono, Bupati Tapin,", "Slamet Haryono", "Bupati"),
    ("Slamet Haryono selaku Bupati Tapin", "Slamet Haryono", "Bupati"),
    ("Sekretaris Daerah (Sekda) Kabupaten Tapin, Dra. Dewi Lestarini", "Dewi Lestarini", "Sekretaris Daerah"),
    ("Plt. Sekda Tapin Rangga Pratama", "Rangga Pratama", "Pelaksana Tugas Sekretaris Daerah"),
    ("Kadinkes Tapin dr. Retno Wulandari, Sp.PD", "Retno Wulandari", "Kepala Dinas Kesehatan"),
    ("Kepala Dinas Sosial Kabupaten Tapin Sri Handayani", "Sri Handayani", "Kepala Dinas Sosial"),
    ("Inspektur Kabupaten Tapin Joko Susilo", "Joko Susilo", "Inspektur"),
    ("Ketua DPRD Tapin Joko Susilo", "Joko Susilo", "Ketua DPRD"),
]
CENTRE = [
    ("Menko PMK Bima Suryadi", "Menteri Koordinator Bidang Pembangunan Manusia dan Kebudayaan"),
    ("Menko PM Bima Suryadi", "Menteri Koordinator Bidang Pemberdayaan Masyarakat"),
    (
        "Menteri Koordinator Bidang Pemberdayaan Masyarakat Bima Suryadi",
        "Menteri Koordinator Bidang Pemberdayaan Masyarakat",
    ),
    ("MenPANRB Bima Suryadi", "Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"),
    ("Menteri PAN-RB Bima Suryadi", "Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"),
    ("Menteri PPPA Bima Suryadi", "Menteri Pemberdayaan Perempuan dan Perlindungan Anak"),
    ("Wamen PPPA Bima Suryadi", "Wakil Menteri Pemberdayaan Perempuan dan Perlindungan Anak"),
    ("Mendagri Bima Suryadi", "Menteri Dalam Negeri"),
    ("Wamendagri Bima Suryadi", "Wakil Menteri Dalam Negeri"),
    ("Menkes Bima Suryadi", "Menteri Kesehatan"),
    ("Menteri LHK Bima Suryadi", "Menteri Lingkungan Hidup dan Kehutanan"),
    ("Wapres KH Bima Suryadi", "Wakil Presiden"),
    ("Presiden RI Bima Suryadi", "Presiden"),
    ("Dirut BPJS Kesehatan Prof. dr. Bima Suryadi", "Direktur Utama BPJS Kesehatan"),
    ("Direktur Utama BPJS Ketenagakerjaan Bima Suryadi", "Direktur Utama BPJS Ketenagakerjaan"),
]


@pytest.mark.parametrize(("written", "name", "role"), HEADS)
def test_officials_of_a_region(mentions: Mentions, written: str, name: str, role: str) -> None:
    ((words, person),) = mentions(f"Pada acara itu {written} menerima piagam.", "officials")
    assert (person.name, person.role) == (name, role)
    assert person.region == 0
    assert words in written


@pytest.mark.parametrize(("written", "role"), CENTRE)
def test_officials_of_the_centre(mentions: Mentions, written: str, role: str) -> None:
    ((_, person),) = mentions(f"Piagam diserahkan {written} kepada hadirin.", "officials")
    assert (person.name, person.role, person.region) == ("Bima Suryadi", role, None)
    assert person.kind == "centre"


def test_a_province_between_commas_is_no_name(mentions: Mentions) -> None:
    ((_, person),) = mentions("Wali Kota Palu, Sulawesi Tengah, Bagas Prakoso, menerima.", "officials")
    assert (person.name, person.role) == ("Bagas Prakoso", "Wali Kota")


def test_an_office_alone_has_no_name(mentions: Mentions) -> None:
    ((_, person),) = mentions("Bupati Tapin, yang hadir bersama istri, menerima piagam.", "officials")
    assert (person.name, person.role) == (None, "Bupati")


def test_companions_are_people_of_their_own(mentions: Mentions) -> None:
    text = "Bupati Tapin Slamet Haryono, didampingi Kepala Dinas Kesehatan Ni Luh Ayu Wardani, menerima."
    people = [(p.name, p.role) for _, p in mentions(text, "officials")]
    assert people == [("Slamet Haryono", "Bupati"), ("Ni Luh Ayu Wardani", "Kepala Dinas Kesehatan")]


def test_a_person_once_named_is_known_by_name_alone(mentions: Mentions) -> None:
    text = "Bupati Tapin Slamet Haryono menerima piagam. Slamet senang. Haryono pun bersyukur."
    found = mentions(text, "officials")
    assert [words for words, _ in found][1:] == ["Slamet", "Haryono"]
    assert {(p.name, p.role) for _, p in found} == {("Slamet Haryono", "Bupati")}


@pytest.mark.parametrize(
    "text",
    [
        "Acara di Pendopo Bupati Tapin ramai.",
        "Keputusan Bupati Tapin dibacakan.",
        "Para bupati dan wali kota hadir.",
        "Kepala daerah se-Indonesia hadir.",
    ],
)
def test_houses_papers_and_crowds_are_no_officials(mentions: Mentions, text: str) -> None:
    assert mentions(text, "officials") == []


@pytest.mark.parametrize("degrees", ["SE MM", "SH", "SE., MM.", "ST MT"])
def test_degrees_without_a_comma_are_no_names(mentions: Mentions, degrees: str) -> None:
    ((_, person),) = mentions(f"Bupati Tapin Slamet Haryono {degrees} menerima piagam.", "officials")
    assert person.name == "Slamet Haryono"


@pytest.mark.parametrize("office", ["Sekdaprov Kalsel", "Sekdakab Tapin", "Sekdaprov Kalimantan Selatan"])
def test_a_blended_office_before_its_region(mentions: Mentions, office: str) -> None:
    ((_, person),) = mentions(f"Piagam diterima {office} Joko Susilo di Jakarta.", "officials")
    assert (person.name, person.role) == ("Joko Susilo", "Sekretaris Daerah")


def test_the_role_of_a_bpk_head_names_the_office_once(mentions: Mentions) -> None:
    ((_, person),) = mentions("Kalan BPK RI Perwakilan Sumatera Barat Joko Susilo hadir.", "officials")
    assert person.role == "Kepala BPK Perwakilan"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Slamet Haryono S.Sos M.Si", "Slamet Haryono"),
        ("Slamet Haryono S.STP MSi", "Slamet Haryono"),
        ("H.Slamet Haryono,SE,MM", "Slamet Haryono"),
        ("Dr.(HC). Drs.A. Slamet Haryono", "A. Slamet Haryono"),
        ("A.Slamet Haryono", "A. Slamet Haryono"),
        ("Hj.Siti Aminah", "Siti Aminah"),
        ("H.M. Slamet Haryono, S.Pd.I., M.Pd", "M Slamet Haryono"),
        ("Slamet Haryono MA Rahman", "Slamet Haryono MA Rahman"),
    ],
)
def test_titles_glued_to_names(mentions: Mentions, written: str, name: str) -> None:
    ((_, person),) = mentions(f"Bupati Tapin {written} menerima piagam.", "officials")
    assert person.name == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Direktur RSUD Mekar Sari Joko Susilo", None),
        ("Direktur RSUD Mekar Sari, Joko Susilo,", "Joko Susilo"),
        ("Direktur RSUD Mekar Sari Tapin dr Retno Wulandari", "Retno Wulandari"),
        ("Direktur RSUD dr. Mekar Sari, drg. Retno Wulandari,", "Retno Wulandari"),
    ],
)
def test_the_name_of_a_house_is_not_that_of_its_head(
    mentions: Mentions, written: str, name: str | None
) -> None:
    ((_, person),) = mentions(f"Piagam dilihat {written} kemarin.", "officials")
    assert (person.name, person.role) == (name, "Direktur Rumah Sakit")


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("Sesdep Bidang Kesetaraan Gender Joko Susilo", "Sekretaris Deputi Kesetaraan Gender"),
        ("Deputi Bidang Pelindungan Anak Joko Susilo", "Deputi Pelindungan Anak"),
        ("Kepala Subauditorat Riau II, Joko Susilo", "Kepala Subauditorat II"),
    ],
)
def test_offices_of_the_second_row(mentions: Mentions, written: str, role: str) -> None:
    ((_, person),) = mentions(f"Piagam diserahkan {written} kemarin.", "officials")
    assert (person.name, person.role) == ("Joko Susilo", role)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Slamet Haryono Bupati Tapin menerima piagam.", "Slamet Haryono", "Bupati"),
        (
            "Piagam dibawa Slamet Haryono Kepala Dinas Kesehatan Tapin di aula.",
            "Slamet Haryono",
            "Kepala Dinas Kesehatan",
        ),
        ("Piagam diterima Slamet Haryono, S.E., M.M., Asisten Setda Tapin.", "Slamet Haryono", "Asisten"),
        ("Slamet Haryono Puji Bupati Tapin", None, "Bupati"),
        ("Piagam Penghargaan Bupati Tapin dibawa.", None, "Bupati"),
    ],
)
def test_a_name_before_its_office(mentions: Mentions, text: str, name: str | None, role: str) -> None:
    assert [(p.name, p.role) for _, p in mentions(text, "officials")][-1] == (name, role)


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("Komisioner Komisi Informasi (KI) pusat Joko Susilo", "Komisioner Komisi Informasi Pusat"),
        ("Ketua Komisi Informasi (KI) Jawa Timur Joko Susilo", "Ketua Komisi Informasi"),
        (
            "Kepala Kantor Wilayah BPJS Ketenagakerjaan Sumbagsel, Joko Susilo",
            "Kepala BPJS Ketenagakerjaan Sumbagsel",
        ),
        ("Kakanwil BPJS Ketenagakerjaan Jawa Tengah dan DIY Joko Susilo", "Kepala BPJS Ketenagakerjaan"),
        ("Kabag Humas dan Protokol Pemkab Tapin, Joko Susilo", "Kepala Bagian Humas dan Protokol"),
        ("Ketua Tim Penggerak PKK Kabupaten, Joko Susilo", "Ketua Tim Penggerak PKK"),
        ("Pjs Bupati Tapin Joko Susilo", "Penjabat Sementara Bupati"),
        ("Sekretaris Kementerian PANRB, Joko Susilo", "Sekretaris Kementerian PANRB"),
        ("Rektor Joko Susilo", "Rektor"),
        (
            "Sekretaris Utama Kementerian Lingkungan Hidup Joko Susilo",
            "Sekretaris Utama Kementerian Lingkungan Hidup",
        ),
        ("Wamen LHK Joko Susilo", "Wakil Menteri Lingkungan Hidup dan Kehutanan"),
        ("Staf Ahli Bidang Kemasyarakatan dan SDM Joko Susilo", "Staf Ahli Kemasyarakatan dan SDM"),
        ("Wakil Wali Kota (Wawako) Sungai Penuh, Joko Susilo", "Wakil Wali Kota"),
    ],
)
def test_each_office_by_its_own_name(mentions: Mentions, written: str, role: str) -> None:
    ((_, person),) = mentions(f"Piagam dilihat {written} kemarin.", "officials")
    assert (person.name, person.role) == ("Joko Susilo", role)
