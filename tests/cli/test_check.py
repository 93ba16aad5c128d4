"""`piagam check`: rows in, verdicts out, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

from command_line import AWARD, Piagam

TRUE = "UHC Awards 2026 digelar Selasa, 27 Januari 2026."
FALSE = "UHC Awards 2026 digelar Rabu, 28 Januari 2026."


def test_one_line_a_row_in_order_with_ids_kept(piagam: Piagam, tmp_path: Path) -> None:
    rows = [{"id": "b", "claim": FALSE, "extra": 1}, {"id": 7, "claim": TRUE}]
    (tmp_path / "claims.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = piagam("check", "--claims", "claims.jsonl")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [(a["id"], a["verdict"]) for a in answers] == [("b", "refuted"), (7, "supported")]
    for answer in answers:
        assert {"id", "claim", "verdict", "reason", "findings", "evidence"} <= set(answer)
        assert all({"source", "url", "text"} <= set(quote) for quote in answer["evidence"])


def test_a_row_that_cannot_be_read_costs_no_other(piagam: Piagam) -> None:
    rows = (
        b'{"id": 1, "claim": "'
        + TRUE.encode()
        + b'"}\nnot json\n{"id": 3}\n\xff\xfe\n{"id": 5, "claim": "'
        + FALSE.encode()
        + b'"}\n'
    )
    done = piagam("check", "--claims", "-", stdin=rows)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [a["id"] for a in answers] == [1, None, 3, None, 5]
    assert [a["verdict"] for a in answers] == ["supported", *["not_enough_info"] * 3, "refuted"]
    assert b"row 2" in done.stderr


def test_a_claim_in_words_and_the_language_of_its_reason(piagam: Piagam) -> None:
    done = piagam("check", "--claim", FALSE, "--lang", "en")
    answer = json.loads(done.stdout)
    assert (done.returncode, answer["id"], answer["claim"]) == (0, None, FALSE)
    assert "took place on Tuesday, 27 January 2026" in answer["reason"]


def test_fail_on_refuted(piagam: Piagam) -> None:
    assert piagam("check", "--claim", FALSE, "--fail-on", "refuted").returncode == 1
    assert piagam("check", "--claim", TRUE, "--fail-on", "refuted").returncode == 0


def test_wrong_usage(piagam: Piagam) -> None:
    assert piagam("check").returncode == 2
    assert piagam("check", "--claim", TRUE, "--claims", "-").returncode == 2
    assert piagam("check", "--claims", "nowhere.jsonl").returncode == 2
    assert piagam("check", "--claim", TRUE, "--dataset", "nowhere.db").returncode == 2
    assert piagam("check", "--claim", TRUE, "--format", "xml").returncode == 2


def test_articles_are_checked_by_path_and_by_standard_input(piagam: Piagam, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(AWARD, encoding="utf-8")
    by_path, by_stdin = piagam("check", "a.txt"), piagam("check", "-", stdin=AWARD.encode())
    assert by_path.returncode == by_stdin.returncode == 0
    answers = [json.loads(line) for line in by_path.stdout.splitlines()]
    assert answers[0]["id"] == "a.txt#1"
    assert "Kabupaten Balangan menerima kategori Utama UHC Awards 2026" in answers[0]["claim"]
    assert len(by_stdin.stdout.splitlines()) == len(answers)


def test_a_missing_page_is_told_and_fails(piagam: Piagam) -> None:
    done = piagam("check", "nowhere.html")
    assert done.returncode == 1
    assert b"page.missing" in done.stderr


def test_a_dataset_decides_what_the_facts_do_not(piagam: Piagam, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(AWARD, encoding="utf-8")
    assert piagam("build", "awards.db", "a.txt").returncode == 0
    claim = "Kabupaten Balangan meraih UHC Awards 2026 kategori Utama."
    alone, with_dataset = (
        piagam("check", "--claim", claim),
        piagam("check", "--dataset", "awards.db", "--claim", claim),
    )
    assert json.loads(alone.stdout)["verdict"] == "not_enough_info"
    assert json.loads(with_dataset.stdout)["verdict"] == "supported"


def test_text_for_people_has_no_colour_outside_a_terminal(piagam: Piagam) -> None:
    done = piagam("check", "--claim", FALSE, "--format", "text")
    assert b"TERBANTAH" in done.stdout
    assert b"\x1b" not in done.stdout


def test_claimreview_drafts_name_the_publisher(piagam: Piagam) -> None:
    done = piagam("check", "--claim", FALSE, "--format", "claimreview", "--author", "Redaksi")
    draft = json.loads(done.stdout)
    assert (draft["@type"], draft["author"]["name"]) == ("ClaimReview", "Redaksi")
    assert draft["reviewRating"]["ratingValue"] == draft["reviewRating"]["worstRating"]
