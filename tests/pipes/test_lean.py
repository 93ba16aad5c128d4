"""spaCy is imported without its command line, and is whole all the same."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from extractor.pipes.language import ASKED, Indonesian, hurry


def told(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def test_command_line_is_not_loaded() -> None:
    assert told("import sys, extractor.core; print('spacy.cli' in sys.modules)") == "False"


def test_command_line_can_still_be_imported() -> None:
    code = "import extractor.core, spacy; from spacy.cli.info import info; print(info is not spacy.info)"
    assert told(code) == "True"


def test_info_of_spacy_works() -> None:
    code = (
        "import extractor.core, spacy; print(spacy.info(silent=True)['spacy_version'] == spacy.__version__)"
    )
    assert told(code) == "True"


PLAIN, HURRIED = Indonesian(), Indonesian()
hurry(HURRIED)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=20))
def test_hurried_tokenizer_cuts_as_the_plain_one(text: str) -> None:
    assert [token.text for token in HURRIED(text)] == [token.text for token in PLAIN(text)]
    rules = [
        (t.prefix_search, t.suffix_search, t.infix_finditer) for t in (HURRIED.tokenizer, PLAIN.tokenizer)
    ]
    assert [rule.__self__.pattern for rule in rules[0]] == [rule.__self__.pattern for rule in rules[1]]


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=20))
def test_hurried_words_tell_what_is_asked_of_them(text: str) -> None:
    assert HURRIED(text).to_array(ASKED).tolist() == PLAIN(text).to_array(ASKED).tolist()
