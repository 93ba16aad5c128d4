"""How names may be written in a page's bytes, as regular expressions without look-around.

Letters stand in either case.  Between two letters of a word nothing that a reader sees may stand: tags, soft
hyphens and their kin, in bytes, as references or as escapes of JSON.  Between two words stands whatever is no
letter.  A letter that is itself written as a reference or an escape could be any: `pattern_of_pages` finds it
as well.

Rarer insides of a name (comments, scripts, a tag with ">" in a value, escaped tags) would give the automaton
too many states.  `UNCLEAR` finds where one may begin, and `without_markup` takes them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from extractor.gate.markup import HIDDEN, without_tags
from extractor.gate.names import ABBREVIATION, Names

_AMP = r"(?:&|\\+u0026)(?:amp;)*"
_REFERENCE = rf"{_AMP}#?[0-9A-Za-z]+;?"
_CODE = r"\\+u[0-9A-Fa-f]{4}"
_ESCAPE = r"\\+(?:u[0-9A-Fa-f]{4}|[^u])"
_TAG = r"<[^<>]*>"
_IN_WORD = rf"(?:[^\x09\x0a\x0c\x0d\x20-\x7e]|{_REFERENCE}|{_CODE}|{_TAG})*"
_BETWEEN_WORDS = rf"(?:[^0-9A-Za-z<&\\]|{_REFERENCE}|{_ESCAPE}|{_TAG})*"
_BEFORE = rf"(?:^|[^A-Za-z]|{_REFERENCE}|{_CODE}|\\+[bfnrt])"
_AFTER = r"(?:[^0-9A-Za-z]|$)"

_KELVIN = r"\xe2\x84\xaa"  # the one character beyond ASCII whose lower case is a Latin letter: "k"

# Names as a tree of their letters, so that the gap behind a common beginning is written once.
_Tree = dict[str, Any]
_BREAK, _WHOLE, _END = " ", "$", ""


def pattern_of_pages(names: Names) -> bytes:
    """Finds the names in a page's UTF-8 bytes, however they are written, and any letter written as a code."""
    return f"{_any_of(names, _IN_WORD, _BETWEEN_WORDS)}|{letter_reference()}".encode("ascii")


def pattern_of_texts(names: Names) -> bytes:
    """Finds the same names in an article's text, where a name stands on one line and has nothing inside."""
    return _any_of(names, "", r"[^0-9A-Za-z\n]+").encode("ascii")


def _any_of(names: Names, inside: str, between: str) -> str:
    capitals = [word[0].upper() + word[1:] for word in names.abbreviations]
    tree = _tree([*capitals, *map(_BREAK.join, names.names)])
    return f"{_BEFORE}{_written(tree, inside, between)}"


def _tree(names: Iterable[str]) -> _Tree:
    """Letters lead to letters; a short last word ends as a whole word ("award" is no part of "awarding")."""
    root: _Tree = {}
    for name in sorted(names):
        node = root
        for char in name:
            node = node.setdefault(char, {})
        node[_WHOLE if len(name.split(_BREAK)[-1]) <= ABBREVIATION else _END] = {}
    return root


def _written(tree: _Tree, inside: str, between: str, *, opens: bool = True) -> str:
    """What may follow at a place of the tree; at the opening of a word without the gap before a letter."""
    if _END in tree:
        return ""  # found already, whatever follows
    ways = [_AFTER] if _WHOLE in tree else []
    if _BREAK in tree:
        ways.append(between + _written(tree[_BREAK], inside, between))
    letters = [
        _letter(char) + _written(rest, inside, between, opens=False)
        for char, rest in tree.items()
        if char not in (_BREAK, _WHOLE)
    ]
    if letters:
        ways.append(("" if opens else inside) + _either(letters))
    return _either(ways)


def _either(ways: list[str]) -> str:
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def _letter(char: str) -> str:
    """A letter as UTF-8 bytes or, beyond ASCII, as a code: in either case where `char` is small."""
    forms = sorted({char.upper(), char} if char.islower() else {char})
    if all(form.isascii() for form in forms):
        plain = f"[{''.join(forms)}]"
        return f"(?:{plain}|{_KELVIN})" if char in "kK" else plain
    written = ("".join(rf"\x{byte:02x}" for byte in form.encode("utf-8")) for form in forms)
    return _either([*written, _REFERENCE, _CODE])


def letter_reference() -> str:
    """A Latin letter or digit (or the Kelvin sign) written as a numeric reference or as an escape of JSON."""
    decimal = r"0*(?:4[89]|5[0-7]|6[5-9]|[78][0-9]|90|9[7-9]|1[01][0-9]|12[0-2]|8490)(?:[^0-9]|$)"
    code = r"(?:3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa])"
    hexadecimal = rf"[xX]0*(?:{code}|212[aA])(?:[^0-9A-Fa-f]|$)"
    return rf"{_AMP}#(?:{decimal}|{hexadecimal})|\\+u(?:00{code}|212[aA])"


_INLINE = "a|abbr|b|big|cite|em|font|i|img|mark|q|s|small|span|strong|sub|sup|time|u|wbr"
# The end of a word: a letter, a figure, or any mark beyond ASCII behind one, also written as a reference.
_END = r"(?:[0-9A-Za-z\x80-\xff]|&#?[0-9A-Za-z]{2,8};)"
UNCLEAR = "|".join(
    (
        rf"{_END}<!",
        rf"{_END}[\t-\r ]*<(?i:{HIDDEN})",
        rf"""{_END}<(?i:{_INLINE})[\t-\r ][^<>]*=(?:"[^"<>]*|'[^'<>]*)>""",
        r"[0-9A-DF-Za-df-z][\t-\r ]*\\+u003[cC]",
        r"[^3][eE][\t-\r ]*\\+u003[cC]",  # no end of an escaped ">"
        rf"{_END}[\t-\r ]*&(?:amp;)*lt;?",
    )
).encode("ascii")

_SHORT_TAG = re.compile(_TAG.encode("ascii"))
_SCRIPT = re.compile(rb"</?script\b[^>]*(?:>|\Z)", re.IGNORECASE)
_ESCAPED_OPEN = re.compile(rb"(?<!\\)\\+u003[cC]|&(?:amp;)*lt;?")
_ESCAPED_CLOSE = re.compile(rb"(?<!\\)\\+u003[eE]|&(?:amp;)*gt;?")


def without_markup(data: bytes) -> Iterator[bytes]:
    """The bytes with a NUL for each tag, comment and hidden element; then so for tags that were escaped.

    Escaped tags stand in scripts, whose own tags are taken out before.  A "<" of a script may begin no tag,
    so that what seems a tag is also read as short as can be.
    """
    yield without_tags(data)
    last = data.rfind(b">") + 1  # behind it no tag ends, so none is looked for
    inner = _SCRIPT.sub(b"\0", data[:last]) + data[last:]
    plain = _ESCAPED_CLOSE.sub(b">", _ESCAPED_OPEN.sub(b"<", inner))
    if plain != inner:
        yield _SHORT_TAG.sub(b"\0", plain)
        yield without_tags(plain)
