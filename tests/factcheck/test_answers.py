"""One verdict for the whole, whatever the order; the checked article; ClaimReview drafts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.factcheck import Checker, check_article
from extractor.factcheck.claimreview import Publisher, claim_review
from extractor.factcheck.engine import whole
from extractor.factcheck.sources import fragment
from extractor.model import Article, Verdict

Over = Callable[..., Checker]
VERDICTS = st.lists(st.sampled_from(get_args(Verdict)), max_size=6)
TEXT = (
    "Solok - Kota Solok meraih UHC Awards 2026 kategori Madya di JIExpo Kemayoran, Jakarta, Senin "
    "(27/1/2026). Kota Solok"
    " menjadi satu-satunya kota di Sumatera Barat yang meraih kategori Madya."
)


@given(VERDICTS)
def test_one_refuted_part_refutes_and_support_needs_all(verdicts: list[Verdict]) -> None:
    expected = "not_enough_info"
    if "refuted" in verdicts:
        expected = "refuted"
    elif verdicts and set(verdicts) == {"supported"}:
        expected = "supported"
    assert whole(verdicts) == expected


@given(VERDICTS, st.randoms(use_true_random=False))
def test_the_order_of_parts_does_not_matter(verdicts: list[Verdict], random: Any) -> None:
    shuffled = verdicts.copy()
    random.shuffle(shuffled)
    assert whole(shuffled) == whole(verdicts)


def test_claims_do_not_see_each_other(over: Over) -> None:
    checker = over(TEXT)
    claims = [
        "Kota Solok meraih UHC Awards 2026 kategori Madya.",
        "UHC Awards 2024 digelar Kamis, 8 Agustus 2024.",
        "Kota Padang meraih SAKIP 2023 predikat A.",
    ]
    forwards = [checker.check(claim) for claim in claims]
    backwards = [checker.check(claim) for claim in reversed(claims)]
    assert forwards == backwards[::-1]


def test_an_article_is_no_source_for_itself(over: Over) -> None:
    checker = over(TEXT)
    result = checker.extractor.read_article(Article(id="sha256:1", source="a.txt", text=TEXT))
    answers = list(check_article(checker, result))
    assert [answer.id for answer in answers] == [f"a.txt#{n}" for n in range(1, len(answers) + 1)]
    awards = [f for f in answers[0].findings if f.check.startswith("dataset.")]
    assert {f.verdict for f in awards} == {"not_enough_info"}


def test_another_article_is_a_source_for_it(over: Over) -> None:
    other = "Solok - Wali Kota Solok pulang membawa kabar: UHC Awards 2026 kategori Madya diraih Kota Solok."
    checker = over(TEXT, other)
    result = checker.extractor.read_article(Article(id="sha256:1", source="a.txt", text=TEXT))
    first = next(iter(check_article(checker, result)))
    assert [(f.verdict, f.agree) for f in first.findings if f.check == "dataset.tier"] == [("supported", 1)]


def test_a_wrong_weekday_in_the_article_refutes_its_award(facts: Checker) -> None:
    result = facts.extractor.read_article(Article(id="sha256:1", source="a.txt", text=TEXT))
    first = next(iter(check_article(facts, result)))
    assert first.verdict == "refuted"
    assert "calendar.weekday" in [f.check for f in first.findings if f.verdict == "refuted"]


@pytest.mark.parametrize(
    ("claim", "place"),
    [
        ("UHC Awards 2026 berlangsung pada 28 Januari 2026.", "worst"),
        ("UHC Awards 2026 berlangsung pada 27 Januari 2026.", "best"),
    ],
)
def test_false_is_the_low_end_of_the_rating(facts: Checker, claim: str, place: str) -> None:
    rating = claim_review(facts.check(claim))["reviewRating"]
    assert rating["worstRating"] < rating["bestRating"]
    assert rating["ratingValue"] == rating[f"{place}Rating"]


def test_unproven_lies_between_the_ends(facts: Checker) -> None:
    rating = claim_review(facts.check("Kabupaten Wonosobo menerima UHC Awards 2026."), lang="en")[
        "reviewRating"
    ]
    assert rating["worstRating"] < rating["ratingValue"] < rating["bestRating"]
    assert rating["alternateName"] == "Unproven"


def test_the_publisher_is_named_and_never_guessed(facts: Checker) -> None:
    answer = facts.check("UHC Awards 2026 berlangsung pada 27 Januari 2026.")
    assert not {"author", "url", "datePublished"} & set(claim_review(answer))
    draft = claim_review(answer, Publisher("Redaksi", "https://redaksi.example", "https://redaksi.example/1"))
    assert draft["author"] == {"@type": "Organization", "name": "Redaksi", "url": "https://redaksi.example"}
    assert draft["url"] == "https://redaksi.example/1"
    assert (draft["@context"], draft["@type"]) == ("https://schema.org", "ClaimReview")


def test_fragments_are_percent_encoded() -> None:
    assert fragment("https://a.example/x#y", "Rp1,5 - ya") == "https://a.example/x#:~:text=Rp1%2C5%20%2D%20ya"
    assert fragment("javascript:alert(1)", "kata") is None
    assert fragment(None, "kata") is None


SENTENCE = (
    "Kota Kabupaten Solok Banjar meraih menerima kategori Utama Madya UHC Awards 2026 2024 SAKIP KLA dari ke "
    "naik tiga kali berturut-turut satu-satunya di Sumatera Barat 97 persen 27/1/2026 Senin, 31 Februari "
    "peringkat tertinggi tidak belum ( ) “ ” . : –"
)
WORDS = st.sampled_from(SENTENCE.split())


def test_a_text_too_long_for_a_claim_is_said_to_be(facts: Checker) -> None:
    answer = facts.check("Kota Solok meraih UHC Awards 2026 kategori Utama. " * 2000)
    assert (answer.verdict, answer.checkable) == ("not_enough_info", False)
    assert "artikel" in answer.reason


@given(st.lists(WORDS, max_size=25).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_any_sentence_gets_an_answer_whose_words_are_its_own(facts: Checker, claim: str) -> None:
    answer = facts.check(claim)
    assert answer.verdict == whole(finding.verdict for finding in answer.findings)
    for finding in answer.findings:
        assert finding.reason
        if finding.start is not None:
            assert answer.claim[finding.start : finding.end] == finding.part
