"""A page's bytes without tags, comments and hidden elements, in time linear in the bytes whatever they are.

Most tags end before the next "<" or ">" within a value: one regular expression takes them all.  The others
are looked at one by one, and what was once looked for in vain behind a place is not looked for again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

HIDDEN = "script|style|noscript|svg|template|iframe|select|object|canvas|video|audio|math|marquee"
_NAMES = HIDDEN.encode("ascii")
_TAG = rb"""<(?!!--|(?:%s)\b)[^<>"']*+(?:"[^"<>]*+"[^<>"']*+|'[^'<>]*+'[^<>"']*+)*+>""" % _NAMES
_PLAIN_TAG = re.compile(_TAG, re.IGNORECASE)
_UP_TO_ODD = re.compile(rb"[^<]*+(?:%s[^<]*+)*+" % _TAG, re.IGNORECASE)
_OPENS_HIDDEN = re.compile(rb"<(%s)\b" % _NAMES, re.IGNORECASE)
_CLOSES = {name: re.compile(rb"</" + name, re.IGNORECASE) for name in _NAMES.split(b"|")}
_SPECIAL = re.compile(rb"""[>"']""")


def without_tags(data: bytes) -> bytes:
    """The bytes with a NUL for each tag and comment, and for each hidden element that is closed."""
    return b"".join(_Scan(data).parts())


class _Scan:
    """One way through the bytes, with what is known of the rest."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.vain: set[bytes] = set()  # ends that stand nowhere behind
        self.special = -1  # where the next ">" or quote stands, as last looked for
        self.dead: set[int] = set()  # quotes that open a value from which no tag's end is reached

    def parts(self) -> Iterator[bytes]:
        data, at = self.data, 0
        while at < len(data):
            run = _UP_TO_ODD.match(data, at)
            odd = run.end() if run else at
            if odd > at:
                yield _PLAIN_TAG.sub(b"\0", data[at:odd])
            if odd == len(data):
                return
            end = self.end_of(odd)
            if end < 0:  # no ">" behind: no tag any more
                yield data[odd:]
                return
            yield b"\0"
            at = end

    def end_of(self, at: int) -> int:
        """Where the comment, hidden element or tag that opens at a "<" ends; -1 where nothing ends."""
        end = self._comment(at) if self.data.startswith(b"<!--", at) else self._hidden(at)
        if end < 0:
            end = self._quoted(at)
        return end if end >= 0 else self.data.find(b">", at + 1) + 1 or -1

    def _comment(self, at: int) -> int:
        end = -1 if b"-->" in self.vain else self.data.find(b"-->", at + 4)
        if end < 0:
            self.vain.add(b"-->")
            return -1
        return end + 3

    def _hidden(self, at: int) -> int:
        opened = _OPENS_HIDDEN.match(self.data, at)
        if opened is None or (name := opened[1].lower()) in self.vain:
            return -1
        closed = _CLOSES[name].search(self.data, opened.end())
        end = self.data.find(b">", closed.end()) if closed else -1
        if end < 0:
            self.vain.add(name)
            return -1
        return end + 1

    def _quoted(self, at: int) -> int:
        """The end of a tag whose values may hold ">"; -1 where a quote stays open or no end follows."""
        data, passed = self.data, list[int]()
        place = self._next_special(at + 1)
        while place < len(data) and place not in self.dead:
            if data[place] == 0x3E:
                return place + 1
            passed.append(place)
            closed = data.find(data[place : place + 1], place + 1)
            found = _SPECIAL.search(data, closed + 1) if closed >= 0 else None
            place = found.start() if found else len(data)
        self.dead.update(passed)
        return -1

    def _next_special(self, at: int) -> int:
        """The place of the first ">" or quote from `at` on; `at` never goes back."""
        if self.special < at:
            found = _SPECIAL.search(self.data, at)
            self.special = found.start() if found else len(self.data)
        return self.special
