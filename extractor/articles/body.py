"""Chooses the elements that hold the first article's body, by where the page's running text stands."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.articles.borders import Borders, starts_article
from extractor.articles.candidates import LARGE, Candidate, candidates_of, is_noise
from extractor.articles.headline import headline_of
from extractor.articles.hints import hint_of
from extractor.articles.lines import has_dateline, is_caption
from extractor.articles.tree import Element, Tree, names_of
from extractor.articles.words import words

_BARE = 25  # characters of bare text that belong to the body beside them
_NEAR = 40  # elements behind the body among which the next headline may stand
_ENOUGH = 80  # characters of running text that make a body
_TEASER = 150  # characters of a sentence that points to another article
_RIVAL = 0.4  # share of the best score from which an earlier body is preferred
_LEVELS = 4  # how far below their common parent the parts of one body stand
_WEIGHED = 12  # containers, largest first, of which one is chosen
_LABEL = 80  # characters up to which a text that is no sentence is a title or label


@dataclass(frozen=True, slots=True)
class Body:
    """The chosen elements, in reading order, the headline they belong to, where they end, and where the next
    article begins or may begin.
    """

    elements: list[Element]
    headline: Element | None
    end: int
    limit: int


def choose_body(tree: Tree, title: str | None, description: str | None) -> Body:
    """The first article's body: no elements where the page has no running text."""
    headline = headline_of(tree, title)
    candidates = candidates_of(tree, headline)
    if not candidates:
        return Body([], headline, len(tree.elements) - 1, len(tree.elements))
    borders = Borders(tree, headline, title, max(max(one.places) for one in candidates))
    described = " ".join(words(description)[:7])
    for candidate in sorted(candidates, key=lambda one: -one.size)[:_WEIGHED]:
        crosses = candidate.place < borders.next <= tree.end(candidate.element)
        size = candidate.size_before(borders.next) if crosses else candidate.size
        candidate.score = size * _weight(candidate, tree, borders, described)
    best = max(candidates, key=lambda one: one.score)
    best = _earlier(best, candidates, tree, borders)
    elements = [_with_bare_text(part, tree, borders) for part in _joined(best, candidates, tree, borders)]
    elements = list(dict.fromkeys(elements))
    end = tree.end(elements[-1])
    border = borders.first(max(best.place, borders.start), end + _NEAR)
    limit = len(tree.elements) if border is None else border
    return Body(elements, headline, min(end, limit - 1), limit)


def _weight(candidate: Candidate, tree: Tree, borders: Borders, described: str) -> float:
    """Running text counts more in a box named so, less in noise, before the headline and past a border."""
    element = candidate.element
    hint = hint_of(names_of(element))
    weight = 1.6 if hint.body and not hint.noise else 0.3 if hint.noise else 1.0
    if element.get("itemprop") == "articleBody":
        weight *= 2
    for depth, above in enumerate(element.iterancestors()):
        if depth >= 6 or above.tag in {"body", "html"}:
            break
        hint = hint_of(names_of(above))
        if above.tag in {"aside", "nav", "footer"}:
            weight *= 0.1
        elif above.get("itemprop") == "articleBody" or (hint.body and not hint.noise and depth < 3):
            weight *= 1.25
        elif hint.noise and not hint.body:
            weight *= 0.5
    if candidate.place < borders.start and not tree.holds(element, borders.start):
        weight *= 0.2
    if candidate.place >= borders.next:
        weight *= 0.2
    if described and any(described in " ".join(words(text[:200])) for text in candidate.texts[:2]):
        weight *= 2
    return weight


def _earlier(best: Candidate, candidates: list[Candidate], tree: Tree, borders: Borders) -> Candidate:
    """The first body behind the headline is the page's own, however short, if a border follows it.

    Without a border in sight it still is if it is not much shorter and its names say no less.
    """
    crossed = best.place >= borders.next
    for candidate in candidates:
        here = candidate.place
        if tree.holds(candidate.element, borders.start):
            here = max(here, borders.start)
        if not borders.start <= here < best.place or candidate.size < _ENOUGH or _is_no_body(candidate):
            continue
        if _alike_placed(candidate.element, best.element) and _both_begin(candidate, best):
            return candidate
        if crossed and here < borders.next and borders.between(here, best.place):
            if not _is_teaser(candidate, best):
                return candidate
            continue
        if (
            candidate.score >= _RIVAL * best.score
            and len(candidate.texts) > 2
            and not _shares_box(candidate, best)
        ):
            return candidate
    return best


def _both_begin(one: Candidate, other: Candidate) -> bool:
    """Whether both texts begin as an article does."""
    return has_dateline(one.texts[0]) and has_dateline(other.texts[0])


def _is_teaser(candidate: Candidate, best: Candidate) -> bool:
    """One sentence without a dateline beside a text many times as long."""
    if len(candidate.texts) > 1 or candidate.size > _TEASER or has_dateline(candidate.texts[0]):
        return False
    return best.size > 5 * candidate.size


def _is_no_body(candidate: Candidate) -> bool:
    """Whether a container is named as something else, or holds a caption only."""
    if is_noise(candidate.element) or candidate.element.tag in {
        "figure",
        "aside",
        "nav",
        "footer",
        "header",
    }:
        return True
    return len(candidate.texts) == 1 and is_caption(candidate.texts[0])


def _shares_box(one: Candidate, other: Candidate) -> bool:
    """Whether one stands inside the other."""
    return one.element in other.element.iterancestors() or other.element in one.element.iterancestors()


def _joined(best: Candidate, candidates: list[Candidate], tree: Tree, borders: Borders) -> list[Element]:
    """The body with the parts that stand as it does and carry the same names, up to the next article."""
    if best.element.tag in LARGE or best.element.getparent() is None:
        return [best.element]
    parts = {best.element}
    for other in candidates:
        if other is best or not _alike_placed(best.element, other.element) or starts_article(other.element):
            continue
        low, high = sorted((best.place, other.place))
        if borders.between(low, high) or _both_begin(best, other):
            continue
        parts.add(other.element)
    parts |= {
        sibling
        for sibling in best.element.itersiblings()
        if _signature(sibling) == _signature(best.element) != ""
        and _is_short_part(sibling, best, tree, borders)
    }
    return _with_between(sorted(parts, key=lambda part: tree.place[part]))


def _with_between(parts: list[Element]) -> list[Element]:
    """The parts with what stands between them and the lists and tables right behind them."""
    if len(parts) < 2:
        return parts
    around = next((one for one in parts[0].iterancestors() if one in set(parts[-1].iterancestors())), None)
    if around is None:
        return parts
    held = {child: [part for part in parts if _within(part, child)] for child in around}
    places = [place for place, child in enumerate(held) if held[child]]
    children = list(held)
    high = places[-1] + 1
    while high < len(children) and _is_list(children[high]):
        high += 1
    return [one for child in children[places[0] : high] for one in held[child] or [child]]


def _within(element: Element, outer: Element) -> bool:
    return element is outer or outer in element.iterancestors()


def _is_list(element: Element) -> bool:
    """A list or table, bare or in a box of its own, that is not named as something else."""
    if is_noise(element):
        return False
    inner = element if element.tag in {"ul", "ol", "table"} or len(element) != 1 else element[0]
    return inner.tag in {"ol", "table"} or (inner.tag == "ul" and next(inner.iter("a"), None) is None)


def _with_bare_text(element: Element, tree: Tree, borders: Borders) -> Element:
    """The element, or the one around it where text of the article stands bare beside it: a first paragraph, a
    dateline.
    """
    around = element.getparent()
    if around is None or around.tag in {"body", "html", "main"} or tree.holds(around, borders.start):
        return element
    bare = [around.text, *(child.tail for child in around)]
    if not any(text and len(text.strip()) > _BARE for text in bare):
        return element
    return element if borders.between(tree.place[around], tree.end(around)) else around


def _is_short_part(sibling: Element, best: Candidate, tree: Tree, borders: Borders) -> bool:
    """A part of the body too short to count as running text."""
    if sibling.tag != best.element.tag or not tree.text(sibling) or starts_article(sibling):
        return False
    return not borders.between(best.place, tree.place[sibling]) and not has_dateline(tree.text(sibling))


def _alike_placed(one: Element, other: Element) -> bool:
    """Whether two elements stand alike, with the same tags and names, below a near common parent."""
    named = False
    for level in range(_LEVELS):
        if one.tag != other.tag or _signature(one) != _signature(other):
            return False
        named = named or _signature(one) != ""
        above, beyond = one.getparent(), other.getparent()
        if above is None or beyond is None or one.tag in LARGE:
            return False
        if above is beyond:
            return named or level == 0
        one, other = above, beyond
    return False


def _signature(element: Element) -> str:
    """Class and id without figures: the same for the parts of one body."""
    return "".join(letter for letter in names_of(element) if not letter.isdigit())
